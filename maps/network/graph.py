"""Ways to a network: a directed graph per mode, simplified by OSMnx, its largest strong part.

OSMnx merges the pieces between crossings; it takes some 10 s for the three modes of Göteborg
and is imported only here, because its import alone takes more than a second.
"""

from collections.abc import Iterable, Iterator

import networkx as nx
import numpy as np
import osmnx as ox
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from maps.metric import SCALE, Points, step_metres
from maps.network.access import directions
from maps.network.pieces import CLOSED, TICKS, Network
from maps.network.profile import Profile
from maps.network.speed import travel_speed
from maps.source.extract import Way
from planner.model.places import TravelMode

Shape = tuple[int, int, bytes]
"""A piece of street whichever way it is travelled: lower node, higher node, its corners."""


def build_network(ways: Iterable[Way], mode: TravelMode, profile: Profile, digest: str) -> Network:
    """Return the network of ``mode`` over ``ways``, empty when ``mode`` may use none of them."""
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph(crs="epsg:4326")
    for way in ways:
        _add_way(graph, way, mode, profile)
    if graph.number_of_edges():
        aggregates = {"metres": sum, "seconds": sum}
        graph = ox.simplify_graph(graph, edge_attr_aggs=aggregates)
    return _strong_part(_pack(graph, mode, digest))


def _add_way(graph: "nx.MultiDiGraph[int]", way: Way, mode: TravelMode, profile: Profile) -> None:
    """Add the steps of ``way`` as edges with ``metres`` and ``seconds``."""
    open_ways = directions(mode, way.tags)
    if not any(open_ways):
        return
    lengths = step_metres(np.array(way.points, dtype=np.int32)).tolist()
    for node, (lon, lat) in zip(way.nodes, way.points, strict=True):
        graph.add_node(node, x=lon / SCALE, y=lat / SCALE)
    steps = list(zip(way.nodes, way.nodes[1:], lengths, strict=False))
    if open_ways.forward:
        pace = 3.6 / travel_speed(mode, profile, way.tags, "forward")
        _add_edges(graph, steps, pace)
    if open_ways.backward:
        pace = 3.6 / travel_speed(mode, profile, way.tags, "backward")
        _add_edges(graph, [(end, start, metres) for start, end, metres in steps], pace)


def _add_edges(
    graph: "nx.MultiDiGraph[int]", steps: list[tuple[int, int, float]], pace: float
) -> None:
    """Add directed edges; where two ways share a step, the faster one stays."""
    for start, end, metres in steps:
        seconds = metres * pace
        if start == end:
            continue
        known = graph.get_edge_data(start, end, 0)
        if known is None:
            graph.add_edge(start, end, key=0, metres=metres, seconds=seconds)
        elif known["seconds"] > seconds:
            known.update(metres=metres, seconds=seconds)


def _corners(
    graph: "nx.MultiDiGraph[int]", start: int, end: int, data: dict[str, object]
) -> Points:
    """Return the corners of an edge, ends included."""
    line = data.get("geometry")
    if line is None:
        ends = [(graph.nodes[node]["x"], graph.nodes[node]["y"]) for node in (start, end)]
    else:
        ends = list(line.coords)  # type: ignore[attr-defined]  # a shapely LineString from OSMnx
    return np.rint(np.array(ends) * SCALE).astype(np.int32)


def _directed(graph: "nx.MultiDiGraph[int]") -> Iterator[tuple[Shape, bool, float, int]]:
    """Yield every edge as its shape, whether it is travelled forward, metres and ticks."""
    for start, end, data in graph.edges(data=True):
        points = _corners(graph, start, end, data)
        along, against = points.tobytes(), points[::-1].tobytes()
        forward = (start, along) <= (end, against)
        shape = (start, end, along) if forward else (end, start, against)
        yield shape, forward, data["metres"], max(1, round(data["seconds"] * TICKS))


def _pack(graph: "nx.MultiDiGraph[int]", mode: TravelMode, digest: str) -> Network:
    """Put both directions of each piece together and number the nodes in a fixed order."""
    pieces: dict[Shape, list[float]] = {}
    for shape, forward, metres, ticks in _directed(graph):
        entry = pieces.setdefault(shape, [CLOSED, CLOSED, metres])
        side = 0 if forward else 1
        entry[side] = ticks if entry[side] == CLOSED else min(ticks, entry[side])
    shapes = sorted(pieces)
    number = {node: index for index, node in enumerate(sorted(graph.nodes))}
    lines = [np.frombuffer(corners, dtype=np.int32).reshape(-1, 2) for _, _, corners in shapes]
    values = np.array([pieces[shape] for shape in shapes]).reshape(-1, 3)
    at = [(graph.nodes[node]["x"], graph.nodes[node]["y"]) for node in number]
    return Network(
        mode,
        digest,
        nodes=np.rint(np.array(at).reshape(-1, 2) * SCALE).astype(np.int32),
        first=np.array([number[first] for first, _, _ in shapes], dtype=np.int32),
        last=np.array([number[last] for _, last, _ in shapes], dtype=np.int32),
        forward=values[:, 0].astype(np.int32),
        backward=values[:, 1].astype(np.int32),
        metres=values[:, 2].astype(np.float32),
        corner_ptr=np.cumsum([0, *map(len, lines)], dtype=np.int32),
        corners=np.concatenate([np.empty((0, 2), dtype=np.int32), *lines]),
    )


def _strong_part(network: Network) -> Network:
    """Keep the part in which every node can be reached from every other: that with most metres."""
    size = len(network.nodes)
    if size == 0:
        return network
    ahead, back = network.forward != CLOSED, network.backward != CLOSED
    start = np.concatenate([network.first[ahead], network.last[back]])
    end = np.concatenate([network.last[ahead], network.first[back]])
    links = csr_array((np.ones(len(start)), (start, end)), shape=(size, size))
    _, part = connected_components(links, directed=True, connection="strong")
    whole = part[network.first] == part[network.last]
    metres = np.bincount(part[network.first[whole]], weights=network.metres[whole], minlength=1)
    inside = part == metres.argmax()
    kept = inside[network.first] & inside[network.last]
    renumbered = np.cumsum(inside, dtype=np.int32) - 1
    lengths = np.diff(network.corner_ptr)
    return Network(
        network.mode,
        network.digest,
        nodes=network.nodes[inside],
        first=renumbered[network.first[kept]].astype(np.int32),
        last=renumbered[network.last[kept]].astype(np.int32),
        forward=network.forward[kept],
        backward=network.backward[kept],
        metres=network.metres[kept],
        corner_ptr=np.cumsum([0, *lengths[kept]], dtype=np.int32),
        corners=network.corners[np.repeat(kept, lengths)],
    )
