from itertools import count

from benchmarks.measuring.clock import ClockName, clock_of
from benchmarks.measuring.track import Track, thinned
from planner.ports import Progress


def test_only_better_and_complete_plans_are_noted():
    ticks = count()
    track = Track(lambda: float(next(ticks)), stop=lambda progress: progress.share == 1)
    told = [(0.2, 90, 1), (0.4, 80, 0), (0.6, 80, 0), (0.8, 70, 0), (1.0, 75, 0)]
    goes_on = [track(Progress(share, 9, cost, unplaced)) for share, cost, unplaced in told]
    assert track.points == [(1.0, 80), (2.0, 70)]
    assert goes_on == [True, True, True, True, False]


def test_a_thinned_curve_keeps_first_and_last_and_is_never_too_early():
    points = [(1.0, 9), (1.05, 8), (1.2, 7), (1.25, 6), (1.29, 5), (3.0, 4)]
    assert thinned(points) == [(1.05, 8), (1.29, 5), (3.0, 4)]
    assert thinned([]) == []


def test_processor_time_stands_still_while_others_work_and_is_shared_by_threads():
    one, two = clock_of(ClockName.CPU, 1), clock_of(ClockName.CPU, 2)
    half, before = two(), one()
    sum(range(2_000_000))
    spent = one() - before
    assert spent > 0
    assert two() - half >= spent / 2
    assert clock_of(ClockName.WALL, 2)() > 0
