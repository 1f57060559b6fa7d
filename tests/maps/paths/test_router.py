"""Every time is equal, to the tenth of a second, to NetworkX on the equivalent graph."""

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maps.metric import SCALE, Points
from maps.network.pieces import CLOSED, Network
from maps.paths.router import Router
from maps.paths.snap import Spots
from maps.streets import Streets
from planner.model.places import TravelMode
from tests.build.streets import degrees, homes

Node = tuple[str, int]


def equivalent_graph(router: Router, spots: Spots) -> "nx.DiGraph[Node]":
    """Cut every piece at its spots, in both directions, as a street map would."""
    graph: nx.DiGraph[Node] = nx.DiGraph()
    network = router.network
    for piece in range(len(network.first)):
        ends = int(network.first[piece]), int(network.last[piece])
        here = np.flatnonzero(spots.piece == piece)
        for whole, (start, end), share in (
            (int(router.forward[piece]), ends, spots.share[here]),
            (int(router.backward[piece]), ends[::-1], 1 - spots.share[here]),
        ):
            if whole == CLOSED:
                continue
            stops = sorted(zip(share.tolist(), here.tolist(), strict=True))
            chain = [(0.0, ("node", start)), *((at, ("spot", spot)) for at, spot in stops)]
            chain.append((1.0, ("node", end)))
            for (low, tail), (high, head) in pairwise(chain):
                add_faster(graph, tail, head, round(high * whole) - round(low * whole))
                if low == high and {tail[0], head[0]} == {"spot"}:
                    add_faster(graph, head, tail, 0)
    for spot, (piece, share) in enumerate(zip(spots.piece, spots.share, strict=True)):
        if share in {0, 1}:
            end = (network.first if share == 0 else network.last)[piece]
            add_faster(graph, ("spot", spot), ("node", int(end)), 0)
            add_faster(graph, ("node", int(end)), ("spot", spot), 0)
    return graph


def add_faster(graph: "nx.DiGraph[Node]", tail: Node, head: Node, ticks: int) -> None:
    known = graph.get_edge_data(tail, head, {"weight": ticks})
    graph.add_edge(tail, head, weight=min(ticks, known["weight"]))


def networkx_ticks(graph: "nx.DiGraph[Node]", start: int, ends: range) -> list[float]:
    lengths = nx.single_source_dijkstra_path_length(graph, ("spot", start))
    return [lengths["spot", end] for end in ends]


def to_points(streets: Streets, count: int, seed: int) -> Points:
    at = [place.coordinate for place in homes(streets, count, seed)]
    rows = [(spot.lon, spot.lat) for spot in at if spot]
    return np.rint(np.array(rows) * SCALE).astype(np.int32)


@pytest.mark.parametrize(("mode", "starts"), [("car", 11), ("bike", 3), ("foot", 3)])
def test_shipped_streets_agree_with_networkx(shipped: Streets, mode: str, starts: int) -> None:
    travel = TravelMode(mode)
    spots = shipped.snap(travel, to_points(shipped, 20, seed=4))
    router = shipped.traveller(travel).router
    ticks = router.ticks(router.gates(spots))
    graph = equivalent_graph(router, spots)
    for start in range(starts):
        assert ticks[start].tolist() == networkx_ticks(graph, start, range(20))


shares = st.one_of(st.sampled_from([0.0, 0.5, 1.0]), st.floats(0, 1))


@given(
    picks=st.lists(st.tuples(st.integers(0, 100), shares), min_size=1, max_size=8),
    mode=st.sampled_from(list(TravelMode)),
    factor=st.sampled_from([1.0, 0.8]),
)
def test_any_spots_of_a_small_town_agree_with_networkx(
    town_networks: dict[TravelMode, Network],
    picks: list[tuple[int, float]],
    mode: TravelMode,
    factor: float,
) -> None:
    network = town_networks[mode]
    spots = Spots(
        piece=np.array([number % len(network.first) for number, _ in picks], dtype=np.intp),
        share=np.array([share for _, share in picks]),
        metres=np.zeros(len(picks)),
    )
    router = Router.over(network, speed_factor=factor)
    ticks = router.ticks(router.gates(spots))
    graph = equivalent_graph(router, spots)
    for start in range(len(picks)):
        assert ticks[start].tolist() == networkx_ticks(graph, start, range(len(picks)))


def test_town_has_the_difficult_cases(town_networks: dict[TravelMode, Network]) -> None:
    car = town_networks[TravelMode.CAR]
    ends = sorted(zip(car.first.tolist(), car.last.tolist(), strict=True))
    assert any(first == last for first, last in ends), "no loop"
    assert len(set(ends)) < len(ends), "no parallel pieces"
    assert CLOSED in car.forward.tolist() + car.backward.tolist(), "no one-way street"


def test_chunks_do_not_change_the_result(
    town_networks: dict[TravelMode, Network], monkeypatch: pytest.MonkeyPatch
) -> None:
    network = town_networks[TravelMode.FOOT]
    count = len(network.first)
    spots = Spots(np.arange(count), np.linspace(0.1, 0.9, count), np.zeros(count))
    router = Router.over(network)
    at_once = router.ticks(router.gates(spots))
    monkeypatch.setattr("maps.paths.router.CHUNK_NUMBERS", 1)
    assert (router.ticks(router.gates(spots)) == at_once).all()


def test_slow_season_rounds_up() -> None:
    lat, lon = degrees((0.0, 0.0))
    nodes = np.rint(np.array([[lon, lat], [lon, lat + 0.001]]) * SCALE).astype(np.int32)
    one = np.array([0], dtype=np.int32)
    network = Network(
        TravelMode.BIKE,
        "digest",
        nodes,
        first=one,
        last=one + 1,
        forward=one + 11,
        backward=one + CLOSED,
        metres=np.array([111], dtype=np.float32),
        corner_ptr=np.array([0, 2], dtype=np.int32),
        corners=nodes,
    )
    router = Router.over(network, speed_factor=0.8)
    assert router.forward.tolist() == [14]
    assert router.backward.tolist() == [CLOSED]
