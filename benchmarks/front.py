"""What continuity costs in travel: ``python -m benchmarks front --size group --days 14``.

The generated case is planned under nine weights of continuity, from none to twice the
usual one. Prints one line a plan and how many minutes of travel one percentage point of contact
share costs, and draws the picture.
"""

from pathlib import Path
from typing import Annotated

import typer

from api.demo import DemoSize, generate
from api.pictures.front import draw_front
from api.words import Language, load
from benchmarks.registry import command
from maps.streets import Streets
from planner.model.case import Case
from planner.model.findings import Fault
from planner.ports import Budget
from planner.usecases.continuity_front import continuity_front, efficient, minutes_per_point
from solver.anneal import warm_up
from solver.engine import Engine


class Placed:
    """Generated places have coordinates; implements ``planner.ports.Addresses``."""

    def locate(self, case: Case) -> tuple[Case, tuple[Fault, ...]]:
        """Return ``case`` as it is."""
        return case, ()


@command("front")
def front(
    size: Annotated[DemoSize, typer.Option(help="how large a case")] = DemoSize.GROUP,
    days: Annotated[int, typer.Option(help="days of the horizon")] = 14,
    moves: Annotated[int, typer.Option(help="moves per plan")] = 10_000_000,
    seed: Annotated[int, typer.Option(help="seed of case and search")] = 1,
    out: Annotated[Path, typer.Option(help="where the picture goes")] = Path("front.svg"),
) -> None:
    """Print the front and draw it; exit 1 when a plan is not valid."""
    warm_up()
    streets = Streets.open()
    case = generate(size, seed=seed, days=days, streets=streets).case
    points = []
    for point in continuity_front(
        case,
        solver=Engine(),
        travel=streets,
        addresses=Placed(),
        budget=Budget(iterations=moves),
        seed=seed,
    ):
        typer.echo(
            f"factor {point.factor:g}: travel {point.travel:.0f} min, share {point.share:.4f}, "
            f"worst {point.worst:.3f}, caregivers {point.caregivers:.2f}, "
            f"unplaced {point.unplaced}, faults {point.faults}"
        )
        points.append(point)
    price = minutes_per_point(points)
    typer.echo(f"{len(efficient(points))} efficient plans; minutes per percentage point: {price}")
    out.write_text(draw_front(points, load(Language.SWEDISH)), encoding="utf-8")
    raise typer.Exit(int(not all(point.valid for point in points)))
