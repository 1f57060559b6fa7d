"""Draw the rounds of a plan on a map; what must not be seen is left out before it gets there."""

from collections.abc import Iterable, Iterator

from api.print import Row, Sheet, sheets_of
from api.words import Words
from maps.box import Box
from maps.export import MapOffice, MapRound, MapStop, MapTexts, render_map
from maps.streets import Streets
from planner.model.instance import Instance
from planner.model.places import Place, PlaceKind
from planner.model.plan import Plan
from planner.model.units import PlaceId

_MARGIN_DEGREES = 0.01


def draw_map(instance: Instance, plan: Plan, streets: Streets, words: Words) -> str:
    """Return one HTML page of all rounds of ``plan`` on the streets."""
    return render_map(
        rounds_on_map(instance, plan, streets, words),
        title=words.say("map.title", municipality=instance.case.municipality),
        texts=_texts(words),
        offices=tuple(_offices(instance)),
        basemap=streets.street_lines(_box(instance)),
    )


def rounds_on_map(
    instance: Instance, plan: Plan, streets: Streets, words: Words
) -> tuple[MapRound, ...]:
    """Return the rounds of ``plan`` as the map shows them.

    A client with protected identity has neither a stop nor a bend in a line: the line goes from
    the stop before straight to the stop after.
    """
    hidden = _hidden(instance)
    several_days = instance.case.horizon.days > 1
    return tuple(
        MapRound(
            name=_name(words, sheet, several_days=several_days),
            colour=None,
            stops=tuple(_stops(instance, words, sheet, hidden)),
            line=_line(instance, streets, sheet, hidden),
        )
        for sheet in sheets_of(instance, plan)
    )


def _hidden(instance: Instance) -> set[PlaceId]:
    """Return the homes that the map does not know."""
    return {client.place for client in instance.case.clients if client.protected_identity}


def _name(words: Words, sheet: Sheet, *, several_days: bool) -> str:
    times = f"{words.clock(sheet.start)}-{words.clock(sheet.end)}"
    parts = [sheet.day.isoformat()] if several_days else []
    return " ".join([*parts, sheet.caregiver, times, words.say(f"print.mode.{sheet.mode.value}")])


def _stops(
    instance: Instance, words: Words, sheet: Sheet, hidden: set[PlaceId]
) -> Iterator[MapStop]:
    for row in sheet.rows:
        if row.number is None or row.whom is None or row.where is None or not _seen(row, hidden):
            continue
        at = instance.places[row.where.place].coordinate
        if at is not None:
            yield MapStop(
                number=row.number,
                lat=at.lat,
                lon=at.lon,
                label=f"{row.whom.client} - {row.where.place}",
                time=f"{words.clock(row.start)}-{words.clock(row.end)}",
                detail_lines=tuple(_details(words, row)),
            )


def _seen(row: Row, hidden: set[PlaceId]) -> bool:
    """Tell whether the map may show where ``row`` happens."""
    protected = row.whom is not None and row.whom.protected
    return not protected and row.where is not None and row.where.place not in hidden


def _details(words: Words, row: Row) -> Iterator[str]:
    if row.services:
        yield ", ".join(words.say(f"print.service.{kind.value}") for kind in row.services)
    if row.boxes:
        yield words.say("print.boxes", count=row.boxes)
    if row.partner:
        partner = row.partner
        yield words.say(
            "print.with", caregiver=partner.caregiver, start=partner.start, end=partner.end
        )
    if row.whom:
        yield words.say(f"print.lock.{row.whom.lock.value}")


def _line(
    instance: Instance, streets: Streets, sheet: Sheet, hidden: set[PlaceId]
) -> tuple[tuple[float, float], ...]:
    stops = (row.where.place for row in sheet.rows if row.where and _seen(row, hidden))
    route = [sheet.start_place, *stops, sheet.end_place]
    places = [instance.places[place] for place in _without_repeats(route)]
    line = streets.route_line(sheet.mode, places, winter=instance.case.winter)
    return tuple((point.lat, point.lon) for point in line)


def _without_repeats(places: Iterable[PlaceId]) -> Iterator[PlaceId]:
    before: PlaceId | None = None
    for place in places:
        if place != before:
            yield place
        before = place


def _offices(instance: Instance) -> Iterator[MapOffice]:
    for place in instance.case.places:
        if place.kind is PlaceKind.OFFICE and place.coordinate is not None:
            yield MapOffice(place.coordinate.lat, place.coordinate.lon, place.id)


def _box(instance: Instance) -> Box | None:
    """Return the part of the map to draw; hidden places do not widen it."""
    hidden = _hidden(instance)
    shown: list[Place] = [place for place in instance.case.places if place.id not in hidden]
    spots = [place.coordinate for place in shown if place.coordinate]
    if not spots:
        return None
    return Box(
        south=min(at.lat for at in spots) - _MARGIN_DEGREES,
        west=min(at.lon for at in spots) - 2 * _MARGIN_DEGREES,
        north=max(at.lat for at in spots) + _MARGIN_DEGREES,
        east=max(at.lon for at in spots) + 2 * _MARGIN_DEGREES,
    )


def _texts(words: Words) -> MapTexts:
    def say(name: str) -> str:
        return words.say(f"map.{name}")

    return MapTexts(
        language=words.language.value,
        rounds=say("rounds"),
        show_all=say("show_all"),
        show_none=say("show_none"),
        zoom_in=say("zoom_in"),
        zoom_out=say("zoom_out"),
        close=say("close"),
        no_script=say("no_script"),
    )
