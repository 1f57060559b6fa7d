"""``hemrunda front``: what continuity costs in travel, as a table and a picture."""

from pathlib import Path

from rich import box
from rich.table import Table

from api.cli.documents import read_case_file
from api.cli.exits import ExitCode
from api.cli.jobs.extracts import naming_extract
from api.cli.jobs.plan import Wish
from api.cli.jobs.warm import prepare_search
from api.cli.outputs import refuse_bad_folder, write_file
from api.cli.session import Session
from api.pictures.front import draw_front
from api.sources import open_addresses, open_streets
from api.words import Words
from planner.exchange.documents import write_plan
from planner.usecases.continuity_front import Point, continuity_front, minutes_per_point
from solver.engine import Engine


def draw(session: Session, path: Path, wish: Wish) -> ExitCode:
    """Plan the case in ``path`` nine times, print the front and write picture and plans."""
    out, sources = wish.out, wish.sources
    refuse_bad_folder(out)
    case = read_case_file(path)
    with naming_extract(sources.extract or case.network):
        streets = open_streets(case, sources)
    prepare_search(session)
    points = []
    for point in continuity_front(
        case,
        solver=Engine(),
        travel=streets,
        addresses=open_addresses(case, sources),
        budget=wish.budget,
        seed=wish.seed,
    ):
        session.say("front.planned", factor=f"{point.factor:g}")
        write_file(out / f"plan-{point.factor:g}.json", write_plan(point.plan))
        points.append(point)
    session.out.print(_table(session.words, points))
    price = minutes_per_point(points)
    if price is not None:
        session.show(session.words.say("cli.front.price", minutes=f"{price:.1f}"))
    picture = draw_front(points, session.words).encode("utf-8")
    session.show(session.words.say("cli.look", path=str(write_file(out / "front.svg", picture))))
    return ExitCode.DONE if all(point.valid for point in points) else ExitCode.FAULTS


def _table(words: Words, points: list[Point]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, title=words.say("cli.front.title"))
    for name in ("factor", "travel", "share", "worst", "caregivers", "unplaced", "faults"):
        table.add_column(words.say(f"cli.front.{name}"), justify="right")
    for row in points:
        table.add_row(
            f"{row.factor:g}",
            f"{row.travel:.0f}",
            words.share(row.share),
            words.share(row.worst),
            f"{row.caregivers:.2f}",
            str(row.unplaced),
            str(row.faults),
        )
    return table
