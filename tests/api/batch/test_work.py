"""What a worker does with a task, wherever it is."""

import json

import pytest

from api.batch.work import do_task
from planner.checker import check_plan
from planner.model.findings import Level
from planner.night.task import Stage, Task, TaskResult
from planner.night.travel_text import travel_to_text
from tests.build.cases import small_case, straight_line_travel


def task(**changes: object) -> Task:
    case = small_case()
    fields: dict[str, object] = {
        "unit": "small",
        "stage": Stage.TEAM,
        "case": case,
        "travel": travel_to_text(straight_line_travel(case)),
        "seed": 1,
        "iterations": 20_000,
        "code_version": "test",
    }
    return Task.model_validate(fields | changes)


def test_a_task_becomes_a_plan_that_the_checker_accepts() -> None:
    result = TaskResult.model_validate_json(do_task(task().text))
    findings = check_plan(small_case(), result.plan, straight_line_travel(small_case()))
    assert [row for row in findings if row.level is Level.LAW] == []
    assert result.hard == {}
    assert result.task == task().digest
    assert result.figures["visits_placed"] == 8
    assert result.seconds > 0


def test_the_same_task_gives_the_same_plan() -> None:
    one, two = (TaskResult.model_validate_json(do_task(task().text)) for _ in range(2))
    assert one.plan.id == two.plan.id
    assert one.plan.rounds == two.plan.rounds


def test_a_search_goes_on_from_the_rounds_of_the_task() -> None:
    done = TaskResult.model_validate_json(do_task(task().text)).plan
    again = task(iterations=0, start=done.rounds)
    assert TaskResult.model_validate_json(do_task(again.text)).plan.cost == done.cost


def test_what_is_in_a_task_makes_its_digest() -> None:
    assert task().digest == task().digest
    assert task().digest != task(seed=2).digest
    assert task().digest != task(code_version="next").digest


def test_a_task_is_plain_json() -> None:
    text = task().text
    assert Task.model_validate_json(text) == task()
    assert json.loads(text)["travel"]["seconds"].keys() <= {"car", "bike", "foot"}


def test_a_task_that_nobody_can_read_is_refused() -> None:
    with pytest.raises(ValueError, match="iterations"):
        do_task(task().text.replace('"iterations":20000', '"iterations":-1'))
