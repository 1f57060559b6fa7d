"""Expected times are worked out by hand: a residential street is driven at 40 * 0.7 = 28 km/h."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from scipy.sparse.csgraph import dijkstra

from maps.metric import step_metres
from maps.network.access import directions
from maps.network.graph import build_network
from maps.network.pieces import CLOSED, Network
from maps.network.profile import load_profiles
from maps.network.speed import travel_speed
from maps.paths.router import Router
from maps.source.extract import Way, read_ways
from maps.streets import Streets
from planner.model.places import TravelMode
from tests.build.streets import Spot, street, write_osm

CAR, BIKE, FOOT = TravelMode.CAR, TravelMode.BIKE, TravelMode.FOOT
CAR_TENTHS_PER_METRE = 36 / 28


def build(
    folder: Path,
    nodes: Mapping[int, Spot],
    ways: Sequence[tuple[Sequence[int], Mapping[str, str]]],
    mode: TravelMode = CAR,
) -> Network:
    found = read_ways(write_osm(folder / "a.osm", nodes, ways))
    return build_network(found, mode, load_profiles()[mode], "digest")


SQUARE = {1: (0.0, 0.0), 2: (100.0, 0.0), 3: (100.0, 100.0), 4: (0.0, 100.0)}


ZERO = {
    1: (0.0, 0.0),
    2: (0.0, 0.0),
    3: (0.0, 100.0),
    4: (50.0, 0.0),
    5: (0.0, -100.0),
    6: (50.0, 50.0),
}


def test_bends_are_no_nodes_but_stay_in_the_line(tmp_path: Path) -> None:
    nodes = {1: (0.0, 0.0), 2: (100.0, 0.0), 3: (100.0, 100.0)}
    network = build(tmp_path, nodes, [street(1, 2, 3)])
    assert len(network.nodes) == 2
    assert len(network.piece(0)) == 3
    assert network.metres[0] == pytest.approx(200, abs=0.1)
    assert (
        network.forward.tolist() == network.backward.tolist() == [round(200 * CAR_TENTHS_PER_METRE)]
    )


def test_speed_that_changes_on_the_way_adds_up(tmp_path: Path) -> None:
    nodes = {1: (0.0, 0.0), 2: (100.0, 0.0), 3: (300.0, 0.0)}
    network = build(tmp_path, nodes, [street(1, 2), street(2, 3, maxspeed="20")])
    assert network.forward.tolist() == [round(100 * CAR_TENTHS_PER_METRE + 200 * 36 / 14)]


def test_one_way_is_closed_against_cars_and_open_to_feet(tmp_path: Path) -> None:
    ways = [street(1, 2, oneway="yes"), street(2, 3, 4, 1)]
    car = build(tmp_path, SQUARE, ways)
    foot = build(tmp_path, SQUARE, ways, FOOT)
    assert sorted((car.forward == CLOSED) | (car.backward == CLOSED)) == [False, True]
    assert CLOSED not in foot.forward
    assert CLOSED not in foot.backward


def test_contraflow_lets_bicycles_back(tmp_path: Path) -> None:
    ways = [street(1, 2, oneway="yes", oneway_bicycle="no"), street(2, 3, 4, 1)]
    bike = build(tmp_path, SQUARE, ways, BIKE)
    assert CLOSED not in bike.forward
    assert CLOSED not in bike.backward


def test_dead_end_of_a_one_way_street_is_left_out(tmp_path: Path) -> None:
    nodes = SQUARE | {5: (300.0, 0.0)}
    ways = [street(1, 2, 3, 4, 1), street(2, 5, oneway="yes")]
    assert build(tmp_path, nodes, ways).metres.sum() == pytest.approx(400, abs=0.5)
    assert build(tmp_path, nodes, ways, FOOT).metres.sum() == pytest.approx(600, abs=0.5)


def test_largest_of_two_parts_stays(tmp_path: Path) -> None:
    nodes = SQUARE | {5: (1000.0, 0.0), 6: (1010.0, 0.0)}
    network = build(tmp_path, nodes, [street(5, 6), street(1, 2, 3), street(2, 4)])
    assert len(network.nodes) == 4
    assert network.corners[:, 0].max() < 119_100_000


def test_points_at_one_spot_do_not_vanish(tmp_path: Path) -> None:
    ways = [street(3, 1), street(1, 2), street(2, 4), street(1, 5), street(2, 6)]
    network = build(tmp_path, ZERO, ways)
    assert len(network.nodes) == 6
    assert network.forward.min() == 1


def test_way_drawn_twice_counts_once_at_its_faster_speed(tmp_path: Path) -> None:
    nodes = {1: (0.0, 0.0), 2: (100.0, 0.0)}
    network = build(tmp_path, nodes, [street(1, 2, maxspeed="20"), street(1, 2, maxspeed="50")])
    assert network.forward.tolist() == [round(100 * 36 / 35)]


def test_no_usable_way_gives_an_empty_network(tmp_path: Path) -> None:
    network = build(tmp_path, SQUARE, [street(1, 2, highway="steps")])
    assert (len(network.nodes), len(network.first), len(network.corners)) == (0, 0, 0)


def test_buildings_are_no_streets(tmp_path: Path) -> None:
    house = ((1, 2, 3, 4, 1), {"building": "yes"})
    assert len(build(tmp_path, SQUARE, [street(1, 2), house]).first) == 1


def test_network_survives_the_way_over_arrays(tmp_path: Path) -> None:
    network = build(tmp_path, SQUARE, [street(1, 2, 3), street(2, 4)])
    again = Network.from_arrays(CAR, "digest", network.arrays())
    assert all((array == again.arrays()[name]).all() for name, array in network.arrays().items())
    for name, array in network.arrays().items():
        with pytest.raises((ValueError, TypeError)):
            Network.from_arrays(CAR, "digest", network.arrays() | {name: array[:-1]})


def raw_graph(ways: Sequence[Way], mode: TravelMode) -> "nx.DiGraph[int]":
    """Every point of every way as a node: no simplification, no rounding."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    profile = load_profiles()[mode]
    for way in ways:
        lengths = step_metres(np.array(way.points, dtype=np.int32)).tolist()
        steps = list(zip(way.nodes, way.nodes[1:], lengths, strict=False))
        if directions(mode, way.tags).forward:
            pace = 36 / travel_speed(mode, profile, way.tags, "forward")
            add_faster(graph, [(a, b, length * pace) for a, b, length in steps])
        if directions(mode, way.tags).backward:
            pace = 36 / travel_speed(mode, profile, way.tags, "backward")
            add_faster(graph, [(b, a, length * pace) for a, b, length in steps])
    return graph


def add_faster(graph: "nx.DiGraph[int]", edges: Sequence[tuple[int, int, float]]) -> None:
    for start, end, tenths in edges:
        known = graph.get_edge_data(start, end, {"weight": float("inf")})
        graph.add_edge(start, end, weight=min(tenths, known["weight"]))


def test_simplified_streets_keep_the_times_of_the_raw_ways(shipped: Streets) -> None:
    network = shipped.library.network(CAR)
    ways = read_ways(shipped.library.area.path)
    raw = raw_graph(ways, CAR)
    number = {at: ref for way in ways for ref, at in zip(way.nodes, way.points, strict=True)}
    rng = np.random.default_rng(5)
    chosen = rng.integers(0, len(network.nodes), 40)
    refs = [number[lon, lat] for lon, lat in network.nodes[chosen].tolist()]
    ours = dijkstra(Router.over(network).matrix, indices=chosen[:5])
    for row, start in enumerate(refs[:5]):
        times = nx.single_source_dijkstra_path_length(raw, start)
        expected = np.array([times[ref] for ref in refs])
        assert np.abs(ours[row][chosen] - expected).max() < 60, "more than rounding: six seconds"
