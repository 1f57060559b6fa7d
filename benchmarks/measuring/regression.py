"""Whether a new run is worse than a recorded one, by more than its noise explains."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isinf, sqrt
from statistics import fmean, median, stdev

SLACK = 0.002
"""By what share a median may be worse without a word, however quiet the seeds are."""

ALONE = 0.01
"""The spread (one standard deviation, as a share) taken for a series of one seed."""

SIGMAS = 3.0
"""How many standard errors of the difference of two medians are still noise."""

MEDIAN = 1.2533
"""How much larger the standard error of a median is than that of a mean."""

FLOOR = 0.15
"""By what share a speed may fall short: machines and their neighbours differ."""


@dataclass(frozen=True)
class Series:
    """The same figure over seeds; lower is better unless ``speed``; ``inf`` where none was found.

    ``name`` tells it from all others: benchmark, instance or case, effort.
    """

    name: str
    values: Sequence[float]
    speed: bool = False


@dataclass(frozen=True)
class Verdict:
    """One comparison: medians, the change as a share (above 0 is worse), what was allowed."""

    name: str
    recorded: float
    new: float
    change: float
    allowed: float

    @property
    def regression(self) -> bool:
        """Whether the new run is worse than noise explains."""
        return self.change > self.allowed


def compared(recorded: Sequence[Series], new: Sequence[Series]) -> list[Verdict]:
    """Return a verdict for every series in both, and one over all that are not speeds.

    The mean change over many series shows a small loss everywhere that no single one proves.
    """
    before = {series.name: series for series in recorded}
    pairs = [(before[series.name], series) for series in new if series.name in before]
    verdicts = [judged(old, fresh) for old, fresh in pairs]
    quality = [
        verdict
        for verdict, (old, _) in zip(verdicts, pairs, strict=True)
        if not old.speed and not isinf(verdict.change)
    ]
    if len(quality) > 1:
        verdicts.append(_overall(quality))
    return verdicts


def _overall(quality: Sequence[Verdict]) -> Verdict:
    count = len(quality)
    noise = sqrt(sum(verdict.allowed**2 for verdict in quality)) / count
    return Verdict(
        name=f"mean of {count}",
        recorded=0.0,
        new=0.0,
        change=fmean(verdict.change for verdict in quality),
        allowed=max(SLACK / 2, noise),
    )


def judged(recorded: Series, new: Series) -> Verdict:
    """Compare the medians of two series of one name."""
    old, fresh = median(recorded.values), median(new.values)
    if recorded.speed:
        return Verdict(recorded.name, old, fresh, (old - fresh) / max(old, 1e-9), FLOOR)
    return Verdict(recorded.name, old, fresh, _change(old, fresh), _allowed(recorded, new))


def _change(old: float, new: float) -> float:
    if isinf(new):
        return 0.0 if isinf(old) else inf
    return -inf if isinf(old) else (new - old) / max(abs(old), 1e-9)


def _allowed(recorded: Series, new: Series) -> float:
    share = sqrt(
        sum(_spread(series.values) ** 2 / len(series.values) for series in (recorded, new))
    )
    return max(SLACK, SIGMAS * MEDIAN * share)


def _spread(values: Sequence[float]) -> float:
    """Return one standard deviation as a share of the median."""
    finite = [value for value in values if not isinf(value)]
    if len(finite) < 2:  # noqa: PLR2004 (a spread needs two)
        return ALONE
    return stdev(finite) / max(abs(median(finite)), 1e-9)
