"""From a file to the store, a night on two processes, and the key figures afterwards."""

import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.cli.exits import ExitCode
from api.demo import FIRST_DAY, DemoSize, generate
from maps.streets import Streets
from planner.districts import part_of
from planner.exchange.documents import write_case
from planner.model.units import GroupId
from planner.store import open_store
from planner.store.location import address
from tests.api.cli.running import run, run_process
from tests.build.night import TEAMS

Done = subprocess.CompletedProcess[str]

NIGHT = ("nightly", "--horizon", 1, "--team-moves", 300, "--district-moves", 100, "--out", "out")


@dataclass(frozen=True)
class Office:
    """A folder, a database, and the program."""

    folder: Path
    store: str
    start: Callable[..., Done]

    def run(self, *arguments: object) -> Done:
        return self.start(*arguments, "--store", self.store)


@pytest.fixture(scope="module")
def office(
    shipped: Streets, home: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Office:
    folder = tmp_path_factory.mktemp("office")
    whole = generate(DemoSize.DISTRICT, seed=2, streets=shipped).case
    case = part_of(whole, [GroupId(name) for name in TEAMS])
    (folder / "case.json").write_bytes(write_case(case))

    def start(*arguments: object) -> Done:
        return run_process(*arguments, home=home, folder=folder)

    return Office(folder, address(folder / "night.sqlite"), start)


@pytest.fixture(scope="module")
def first(office: Office) -> Done:
    taken = office.run("import", "case.json")
    assert taken.returncode == ExitCode.DONE, taken.stderr
    return office.run(*NIGHT, "--date", FIRST_DAY.isoformat(), "--workers", 2)


def plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def test_a_night_proposes_a_plan_for_the_district(office: Office, first: Done) -> None:
    assert first.returncode == ExitCode.DONE, first.stderr
    assert "Demo/D1" in first.stdout
    assert "G01+G01E är planerad" in first.stderr
    store = open_store(office.store)
    with store.work() as work:
        (row,) = work.plans.all()
        figures = work.plans.figures(row.id)
    store.close()
    assert row.status == "proposed"
    assert figures["hard_faults"] == 0


def test_tomorrows_rounds_are_printed(office: Office, first: Done) -> None:
    assert first.returncode == ExitCode.DONE, first.stderr
    pages = list((office.folder / "out" / "Demo-D1").glob("runda-*.html"))
    assert len(pages) == len(set(pages)) > 5
    assert all(FIRST_DAY.isoformat() in page.name for page in pages)


def test_the_second_night_finds_everything_done(office: Office, first: Done) -> None:
    assert first.returncode == ExitCode.DONE, first.stderr
    again = office.run(*NIGHT, "--date", FIRST_DAY.isoformat(), "--workers", 1)
    assert again.returncode == ExitCode.DONE, again.stderr
    assert again.stderr.count("var redan planerad") == 3
    store = open_store(office.store)
    with store.work() as work:
        assert len(work.plans.all()) == 1
    store.close()


def test_a_later_night_says_what_changed(office: Office, first: Done) -> None:
    assert first.returncode == ExitCode.DONE, first.stderr
    later = office.run(*NIGHT, "--date", FIRST_DAY.isoformat(), "--workers", 1, "--seed", 5)
    assert later.returncode == ExitCode.DONE, later.stderr
    assert "byter medarbetare" in plain(later.stdout)
    assert "första planen" in plain(first.stdout)
    contact = re.search(r"Besök av fast omsorgskontakt (\S+ %) (\S+ %)", plain(later.stdout))
    assert contact, later.stdout
    assert f"omsorgskontakt {contact[2]}" in plain(first.stdout), "the past is the first night"


def test_a_proposal_is_listed_and_published(office: Office, first: Done) -> None:
    assert first.returncode == ExitCode.DONE, first.stderr
    store = open_store(office.store)
    with store.work() as work:
        name = work.plans.all()[0].id
    store.close()
    assert name in office.run("plans").stdout
    done = office.run("publish", name, "--format", "csv")
    assert done.returncode == ExitCode.DONE, done.stderr
    assert "publicerad" in done.stderr
    assert len(done.stdout.splitlines()) > 20
    again = office.run("publish", name, "--format", "csv")
    assert len(again.stdout.splitlines()) == 1, "nothing is handed over twice"
    assert "publicerad" in office.run("plans").stdout


def test_what_is_published_is_kept_and_said_so(office: Office, first: Done) -> None:
    assert first.returncode == ExitCode.DONE, first.stderr
    store = open_store(office.store)
    with store.work() as work:
        name = work.plans.all()[0].id
    store.close()
    assert office.run("publish", name).returncode == ExitCode.DONE
    night = (*NIGHT, "--date", FIRST_DAY.isoformat(), "--workers", 1, "--seed", 6, "--lang", "en")
    kept = office.run(*night, "--freeze", 14)
    assert kept.returncode == ExitCode.DONE, kept.stderr
    assert re.search(r"\d+ visits stay as they were, 0 have changed", plain(kept.stdout))
    free = office.run(*night, "--freeze", 0)
    assert "stay as they were" not in free.stdout


def test_the_key_figures_are_on_one_page(office: Office, first: Done) -> None:
    assert first.returncode == ExitCode.DONE, first.stderr
    done = office.run("history", "--out", "figures")
    assert done.returncode == ExitCode.DONE, done.stderr
    page = office.folder / "figures" / "history.html"
    assert "Demo/D1" in page.read_text(encoding="utf-8")
    assert (office.folder / "out" / "Demo-D1" / "kontinuitet.html").exists()
    team = "Demo/D1/G01+G01E"
    one = office.run("history", "--out", "figures", "--unit", team)
    assert one.returncode == ExitCode.DONE, one.stderr
    html = page.read_text(encoding="utf-8")
    assert team in html
    assert "G02" not in html
    unknown = office.run("history", "--out", "figures", "--unit", "D9", "--lang", "en")
    assert unknown.returncode == ExitCode.INPUT
    assert team in unknown.stderr


def test_an_empty_store_is_a_clear_answer(tmp_path: Path) -> None:
    store = address(tmp_path / "empty.sqlite")
    done = run("nightly", "--store", store, "--out", tmp_path / "out", "--lang", "en")
    assert done.exit_code == ExitCode.INPUT
    assert "no_case_in_store" in done.stderr
    assert "hemrunda import" in done.stderr


def test_a_cluster_that_does_not_answer_is_named(office: Office, first: Done) -> None:
    assert first.returncode == ExitCode.DONE, first.stderr
    done = office.run(*NIGHT, "--scheduler", "tcp://127.0.0.1:1", "--lang", "en")
    assert done.returncode == ExitCode.INPUT
    assert "tcp://127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_day_without_roster_is_refused(office: Office, first: Done) -> None:
    assert first.returncode == ExitCode.DONE, first.stderr
    done = office.run(*NIGHT, "--date", "2027-06-01", "--lang", "en")
    assert done.returncode == ExitCode.INPUT
    assert "day_without_shifts" in done.stderr
