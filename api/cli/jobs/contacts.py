"""``hemrunda contacts``: propose care contacts and deputies, and say why."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from api.cli.documents import read_case_file
from api.cli.exits import ExitCode
from api.cli.jobs.extracts import naming_extract
from api.cli.outputs import refuse_bad_folder, write_file
from api.cli.refusals import refused
from api.cli.session import Session
from api.sources import Sources, open_addresses, open_streets
from api.words import Words
from planner.contacts.assignment import Assignment, Choice, Fit, Wish
from planner.exchange.documents import write_case
from planner.usecases.assign_contacts import UnknownClientsError, assign_contacts
from solver.continuity.contacts import ContactAssigner


@dataclass(frozen=True, slots=True)
class Ask:
    """What to propose: where the case goes, what may change, the seed, what to use."""

    out: Path
    wish: Wish
    seed: int
    sources: Sources


def propose_contacts(session: Session, path: Path, ask: Ask) -> ExitCode:
    """Print a contact and a deputy for each client of the case in ``path``, and write the case."""
    refuse_bad_folder(ask.out)
    case = read_case_file(path)
    with naming_extract(ask.sources.extract or case.network):
        streets = open_streets(case, ask.sources)
    try:
        proposed, assignment = assign_contacts(
            case,
            ask.wish,
            assigner=ContactAssigner(),
            travel=streets,
            addresses=open_addresses(case, ask.sources),
            seed=ask.seed,
        )
    except UnknownClientsError as error:
        raise refused("unknown_clients", "--change", ", ".join(error.clients)) from None
    for line in _lines(session.words, assignment):
        session.show(line)
    for person, count in assignment.clients.items():
        if count > ask.wish.usual_clients:
            session.say("contacts.many", caregiver=person, count=count)
    written = write_file(ask.out / "case.json", write_case(proposed))
    session.show(session.words.say("cli.written.case", path=str(written)))
    return ExitCode.DONE


def _lines(words: Words, assignment: Assignment) -> Iterator[str]:
    """Yield the title and for each client who, why, how well, and who else could."""
    nobody = words.say("cli.contacts.nobody")
    yield words.say("cli.contacts.title")
    for choice in assignment.choices:
        yield words.say(
            "cli.contacts.choice",
            client=choice.client,
            contact=choice.contact or nobody,
            deputy=choice.deputy or nobody,
            why=_why(words, choice),
        )
        if choice.fit is not None:
            yield words.say("cli.contacts.fit", fit=_fit(words, choice.fit))
        for person, fit in choice.others.items():
            yield words.say("cli.contacts.other", caregiver=person, fit=_fit(words, fit))


def _why(words: Words, choice: Choice) -> str:
    before = choice.before or words.say("cli.contacts.nobody")
    why = words.say(f"cli.contacts.because.{choice.why.value}", before=before)
    if choice.late:
        return f"{why} {words.say('cli.contacts.late', due=choice.due.isoformat())}"
    return why


def _fit(words: Words, fit: Fit) -> str:
    told = words.say(
        "cli.contacts.suits",
        reached=fit.reached,
        visits=fit.visits,
        minutes=round(fit.near / 60),
    )
    if fit.lacking:
        return f"{told}, {words.say('cli.contacts.lacking', count=fit.lacking)}"
    return told
