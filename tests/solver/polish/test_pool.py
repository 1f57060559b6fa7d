"""Which rounds are remembered."""

from solver.polish import pool
from solver.polish.apart import kinds_of
from solver.polish.pool import Pool, cheapest
from solver.search.strand import Strand
from tests.build.loose import loose_day
from tests.build.problems import line, problem_of


def noted(problem, *plans) -> Pool:
    met = Pool(kinds_of(problem))
    strand = Strand(problem, (1, 0))
    for rounds in plans:
        strand.load(rounds)
        met.note(strand.memory)
    return met


def test_a_round_counts_as_the_cheapest_plan_that_had_it():
    problem = problem_of([{"location": i} for i in (1, 2, 3)], [{}, {}, {}], line(4))
    dear, cheap, other = [[0], [1], [2]], [[0, 1, 2], [], []], [[0, 1], [2], []]
    met = noted(problem, dear, other, cheap, dear)
    assert cheapest([met]) == [(0, (0, 1, 2)), (0, (2,)), (0, (0, 1)), (0, (0,)), (0, (1,))]


def test_rounds_of_late_plans_are_not_remembered():
    problem = problem_of([{"location": 1, "latest": 10}], [{}], line(2))
    assert not noted(problem, [[0]]).met


def test_of_several_pools_the_cheaper_plan_counts():
    problem = problem_of([{"location": i} for i in (1, 2)], [{}, {}], line(3))
    cheap, dear = noted(problem, [[0, 1], []]), noted(problem, [[1], [0]], [[0, 1], []])
    assert cheapest([dear, cheap]) == [(0, (0, 1)), (0, (1,)), (0, (0,))]


def test_a_full_pool_forgets_the_dearer_half(monkeypatch):
    monkeypatch.setattr(pool, "FULL", 3)
    problem = problem_of([{"location": i} for i in (1, 2, 3)], [{}, {}, {}], line(4))
    met = noted(problem, [[0], [1], [2]], [[0, 1, 2], [], []])
    assert cheapest([met]) == [(0, (0, 1, 2))]


def test_plans_dearer_than_what_a_full_pool_kept_are_passed_over(monkeypatch):
    monkeypatch.setattr(pool, "FULL", 3)
    problem = problem_of([{"location": i} for i in (1, 2, 3)], [{}, {}, {}], line(4))
    best = [[0, 1, 2], [], []]
    met = noted(problem, [[0], [1], [2]], best, [[0, 2], [1], []], [[2, 1, 0], [], []])
    assert cheapest([met]) == [(0, (0, 1, 2)), (0, (2, 1, 0))]


def test_noting_changes_nothing_in_the_search():
    problem = loose_day(2)
    plain, watched = Strand(problem, (5, 0)), Strand(problem, (5, 0))
    met = Pool(kinds_of(problem))
    for heat in (500.0, 50.0, 5.0):
        plain.run(10_500, heat)
        watched.run(10_500, heat, met)
    assert plain.memory.nodes.tolist() == watched.memory.nodes.tolist()
    assert plain.best_cost == watched.best_cost
    assert met.met
