"""Write what a plan leaves behind: plan.json, the printed rounds, the map."""

from dataclasses import dataclass
from pathlib import Path

from api.cli.drawing import draw_map
from api.cli.refusals import refused
from api.print import sheets_of, write_pages
from api.words import Words
from maps.streets import Streets
from planner.exchange.documents import write_plan
from planner.usecases.plan_horizon import Outcome


@dataclass(frozen=True, slots=True)
class Written:
    """The files to look at: the plan, the map, the index of the rounds, all rounds in one."""

    plan: Path
    map: Path
    rounds: Path
    everything: Path


def refuse_bad_folder(folder: Path) -> None:
    """Make ``folder``, so that nobody waits for a plan that cannot be written.

    Raises ``Refused`` when it cannot be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".hemrunda-probe"
        probe.touch()
        probe.unlink()
    except OSError:
        raise refused("out_folder", "--out", str(folder)) from None


def write_all(words: Words, outcome: Outcome, streets: Streets, out: Path) -> Written:
    """Write every file of ``outcome`` to the folder ``out``; raises ``OSError``."""
    plan = write_file(out / "plan.json", write_plan(outcome.plan))
    sheets = sheets_of(outcome.instance, outcome.plan)
    pages = write_pages(out / "rundor", sheets, words, outcome.plan.id)
    html = draw_map(outcome.instance, outcome.plan, streets, words)
    drawn = write_file(out / "map.html", html.encode())
    return Written(plan=plan, map=drawn, rounds=pages.index, everything=pages.everything)


def write_file(path: Path, content: bytes) -> Path:
    """Write ``content`` to ``path`` whole or not at all, and return ``path``."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    return part.replace(path)
