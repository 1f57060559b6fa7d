"""How numbers, shares, durations and times look in each language.

Swedish: ``1 234``, ``25,3 %``; English: ``1,234``, ``25.3%``. Clock times are 24-hour and in the
planning time zone in both. Spaces inside a figure do not break.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from api.words.language import Language

_ZONE = ZoneInfo("Europe/Stockholm")
_HARD_SPACE = "\N{NO-BREAK SPACE}"
_MINUS = "\N{MINUS SIGN}"


def number(value: float, language: Language, decimals: int = 0) -> str:
    """Return ``value`` with ``decimals`` decimals and its thousands set apart."""
    plain = f"{value:,}" if isinstance(value, int) and not decimals else f"{value:,.{decimals}f}"
    if language is Language.ENGLISH:
        return plain
    marks = str.maketrans({",": _HARD_SPACE, ".": ",", "-": _MINUS})
    return plain.translate(marks)


def share(value: float, language: Language, decimals: int = 1) -> str:
    """Return a share in [0, 1] as per cent."""
    space = _HARD_SPACE if language is Language.SWEDISH else ""
    return f"{number(100 * value, language, decimals)}{space}%"


def clock(moment: datetime | time) -> str:
    """Return ``07:05`` in the planning time zone; a naive datetime is a ``ValueError``."""
    if isinstance(moment, datetime):
        if moment.tzinfo is None:
            message = f"a moment without time zone: {moment.isoformat()}"
            raise ValueError(message)
        moment = moment.astimezone(_ZONE)
    return f"{moment:%H:%M}"


def moment_of(instant: int) -> datetime:
    """Return the moment ``instant`` seconds after 1970-01-01T00:00Z, in UTC."""
    return datetime.fromtimestamp(instant, UTC)


def duration(seconds: int) -> str:
    """Return whole minutes as ``45 min``, ``2 h`` or ``1 h 05 min``, rounded to the nearest."""
    hours, minutes = divmod((seconds + 30) // 60, 60)
    parts = [f"{hours}{_HARD_SPACE}h"] if hours else []
    if minutes or not hours:
        shown = f"{minutes:02d}" if hours else str(minutes)
        parts.append(f"{shown}{_HARD_SPACE}min")
    return _HARD_SPACE.join(parts)


def plain(value: object, language: Language) -> str:
    """Return any parameter of a text as it is shown when the text asks for no special form."""
    match value:
        case bool():
            shown = str(value).lower()
        case int():
            shown = number(value, language)
        case float():
            shown = number(value, language, 0 if value.is_integer() else 1)
        case datetime():
            shown = f"{value.astimezone(_ZONE):%Y-%m-%d} {clock(value)}"
        case time():
            shown = clock(value)
        case date():
            shown = value.isoformat()
        case tuple() | list() | set() | frozenset():
            shown = ", ".join(plain(part, language) for part in value)
        case _:
            shown = str(value)
    return shown
