"""``hemrunda follow-up``: what somebody should look at in a month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from api.cli.exits import ExitCode
from api.cli.month_source import MonthAsk, given_month
from api.cli.outputs import refuse_bad_folder, write_file
from api.cli.pay_tables import print_table, tell
from api.cli.session import Session
from api.words import Words
from planner.pay.followup.alarm_times import Answered
from planner.pay.followup.follow_up import FollowUp, follow_up
from planner.pay.followup.registrations import Remark
from planner.pay.followup.settings import FollowUpSettings
from planner.pay.followup.sheets import sheets_of
from planner.pay.invoice.sheets import Sheet, csv_of
from planner.pay.invoice.workbook import workbook_of


@dataclass(frozen=True, slots=True)
class Ask:
    """The form, the seed of the spot checks, and where the workbook goes."""

    form: str
    seed: int
    out: Path | None


def follow_up_given(session: Session, source: MonthAsk, ask: Ask) -> ExitCode:
    """Print the follow-up of the month that ``source`` means; with ``ask.out`` write its tables."""
    if ask.out is not None:
        refuse_bad_folder(ask.out)
    given = given_month(source)
    settlement, month = given.settled(session), given.month
    found = follow_up(month, settlement.lines, FollowUpSettings(seed=ask.seed))
    sheets = sheets_of(found, session.words.say)
    if ask.form == "csv":
        session.show("\n".join(_as_text(sheet) for sheet in sheets))
    else:
        _print(session, found, month.municipality, month.month)
    if ask.out is not None:
        file = ask.out / f"{session.words.say('followup.file')}-{month.month}.xlsx"
        written = write_file(file, workbook_of(sheets, datetime.now(UTC)))
        tell(session, session.words.say("followup.written", path=str(written)))
    return ExitCode.DONE


def _print(session: Session, found: FollowUp, municipality: str, month: str) -> None:
    """Print the figures as a table."""
    words = session.words
    title = words.say("followup.title", municipality=municipality, month=month)
    rows = [(words.say(f"followup.figure.{name}"), value) for name, value in _rows(words, found)]
    print_table(session, title, ("figure", "value"), rows)


def _rows(words: Words, found: FollowUp) -> Iterator[tuple[str, str]]:
    """Yield the figures: how many of each, and how long alarms took."""
    alarms, rows = found.alarms, found.registrations.rows

    def remarked(remark: Remark) -> str:
        return words.number(sum(1 for row in rows if remark in row.remarks))

    yield "spot_checks", words.number(len(found.spot_checks))
    yield "alarms", words.number(len(alarms.responses))
    for answered in Answered:
        yield answered.value, words.number(alarms.count(answered))
    for name, seconds in (("median", alarms.median), ("longest", alarms.longest)):
        if seconds is not None:
            yield name, words.duration(seconds)
    yield "not_at_door", remarked(Remark.NOT_AT_DOOR)
    yield "late_registrations", remarked(Remark.REGISTERED_LATE)
    yield "adjusted", remarked(Remark.ADJUSTED)
    yield "beyond", words.number(len(found.beyond))
    yield "unexplained", words.number(sum(1 for row in found.beyond if not row.explained))
    yield "below_guide", words.number(sum(1 for row in found.faces if row.below_guide))
    yield "most_faces", words.number(max((row.most for row in found.faces), default=0))


def _as_text(sheet: Sheet) -> str:
    """Return a table under its title."""
    return f"# {sheet.title}\n{csv_of(sheet).decode('utf-8-sig')}".replace("\r\n", "\n")
