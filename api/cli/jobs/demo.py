"""``hemrunda demo``: an invented case on real streets, planned and ready to look at."""

from dataclasses import dataclass
from datetime import date

from api.cli.exits import ExitCode
from api.cli.jobs.extracts import naming_extract
from api.cli.jobs.plan import Wish, plan_case
from api.cli.outputs import refuse_bad_folder, write_file
from api.cli.refusals import refused
from api.cli.session import Session
from api.demo import FIRST_DAY, DemoSize, generate
from maps.paths.faults import UnreachablePlaces
from maps.source.area import SHIPPED
from maps.source.extract import ExtractError
from maps.streets import Streets
from planner.exchange.documents import write_case
from planner.model.case import Case


@dataclass(frozen=True, slots=True)
class Ask:
    """Which case to invent: its size, its days, its first day, with substitutes or without."""

    size: str
    days: int | None
    first: date | None
    substitutes: bool = False


def demonstrate(session: Session, ask: Ask, wish: Wish) -> ExitCode:
    """Invent a case, write it, plan it, and say where to look."""
    session.say("making", size=ask.size, seed=str(wish.seed))
    refuse_bad_folder(wish.out)
    case = _invent(ask, wish)
    path = write_file(wish.out / "case.json", write_case(case))
    session.show(session.words.say("cli.written.case", path=str(path)))
    code = plan_case(session, case, wish)
    session.say("look", path=str(wish.out / "map.html"))
    return code


def _invent(ask: Ask, wish: Wish) -> Case:
    """Return the demo case; with an extract of one's own it lies on those streets.

    Raises ``Refused`` when the streets cannot be used or are too few for the demo.
    """
    network = wish.sources.extract or SHIPPED
    size, first = DemoSize(ask.size), ask.first or FIRST_DAY
    with naming_extract(network):
        streets = Streets.open(network)
        try:
            demo = generate(
                size,
                seed=wish.seed,
                first=first,
                days=ask.days or 1,
                substitutes=ask.substitutes,
                streets=streets,
            )
        except (ExtractError, UnreachablePlaces):
            raise
        except ValueError:
            raise refused("demo_no_fit", "--size", ask.size, network=str(network)) from None
        return demo.case
