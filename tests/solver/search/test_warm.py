"""Making the kernel ready says so only when something must be compiled."""

from solver.anneal import warm_up


def test_a_ready_kernel_is_silent():
    warm_up()
    told: list[int] = []
    warm_up(lambda: told.append(1))
    assert told == []
