"""The front of continuity against travel as an SVG picture."""

from collections.abc import Sequence
from html import escape
from math import ceil, floor, log10

from api.words import Words
from api.words.forms import number, share
from planner.usecases.continuity_front import Point, efficient

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 760, 460, 80, 24, 40, 64
_MOST_TICKS = 6
_STYLE = (
    "text{font:14px sans-serif;fill:#1c2a33}.axis{stroke:#5a6b75}.grid{stroke:#dde5ea}"
    ".front{fill:none;stroke:#0b6e6e;stroke-width:2}.good{fill:#0b6e6e}.other{fill:#b9c4ca}"
)


def draw_front(points: Sequence[Point], words: Words) -> str:
    """Return a picture: minutes of travel to the right, contact share upwards, in per cent.

    Efficient plans are joined by a line; each point carries the factor of its weights.
    """
    scale = _Scale(points)
    best = efficient(points)
    line = " ".join(f"{scale.x(row.travel):.1f},{scale.y(row.share):.1f}" for row in best)
    title = escape(words.say("cli.front.title"))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
        f"<title>{title}</title><style>{_STYLE}</style>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="24" font-weight="bold">{title}</text>',
        *_axes(scale, words),
        f'<polyline class="front" points="{line}"/>',
        *(_dot(scale, row, "good" if row in best else "other", words) for row in points),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


class _Scale:
    """Where a value lies in the picture."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.travel = _around([row.travel for row in points])
        self.share = _around([row.share for row in points])

    def x(self, travel: float) -> float:
        least, most = self.travel
        return _LEFT + (travel - least) / (most - least) * (_WIDTH - _LEFT - _RIGHT)

    def y(self, share: float) -> float:
        least, most = self.share
        return _HEIGHT - _BOTTOM - (share - least) / (most - least) * (_HEIGHT - _TOP - _BOTTOM)


def _around(values: Sequence[float]) -> tuple[float, float]:
    """Return limits a little wider than ``values``."""
    least, most = min(values), max(values)
    margin = 0.08 * (most - least) or max(1e-3, 0.1 * abs(most))
    return least - margin, most + margin


def _ticks(limits: tuple[float, float]) -> tuple[list[float], float]:
    """Return up to ``_MOST_TICKS`` round values between ``limits``, and the step between them.

    Steps are 1, 2 or 5 times a power of ten.
    """
    least, most = limits
    wanted = (most - least) / _MOST_TICKS
    power = 10.0 ** floor(log10(wanted))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= wanted)
    return [k * step for k in range(ceil(least / step), floor(most / step) + 1)], step


def _decimals(step: float) -> int:
    """Return how many decimals tell values apart that lie ``step`` apart."""
    return max(0, ceil(-log10(step) - 1e-9))


def _axes(scale: _Scale, words: Words) -> list[str]:
    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    parts = []
    values, step = _ticks(scale.travel)
    for travel in values:
        x, minutes = scale.x(travel), number(travel, words.language, _decimals(step))
        parts += [
            f'<line class="grid" x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{bottom}"/>',
            f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{minutes}</text>',
        ]
    values, step = _ticks(scale.share)
    for part in values:
        y, percent = scale.y(part), share(part, words.language, _decimals(100 * step))
        parts += [
            f'<line class="grid" x1="{_LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}"/>',
            f'<text x="{_LEFT - 8}" y="{y + 5:.1f}" text-anchor="end">{percent}</text>',
        ]
    across = escape(words.say("cli.front.travel"))
    return [
        *parts,
        f'<line class="axis" x1="{_LEFT}" y1="{bottom}" x2="{right}" y2="{bottom}"/>',
        f'<line class="axis" x1="{_LEFT}" y1="{_TOP}" x2="{_LEFT}" y2="{bottom}"/>',
        f'<text x="{(_LEFT + right) / 2}" y="{_HEIGHT - 16}" text-anchor="middle">{across}</text>',
    ]


def _dot(scale: _Scale, row: Point, kind: str, words: Words) -> str:
    x, y = scale.x(row.travel), scale.y(row.share)
    factor = number(row.factor, words.language, 3).rstrip("0").rstrip(",.")
    label = f'<text x="{x + 8:.1f}" y="{y + 16:.1f}" font-size="12">{factor}</text>'
    return f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="5"/>{label}'
