"""One valid small case, broken in one place at a time: each gives its code at its path."""

import json
from string import Formatter
from typing import Any

import pytest

from tests.build.documents import DELETE, all_faults, broken, small_document
from tests.build.language import texts

SERVICE = "$.orders[0].services[0]"
WINDOW = f"{SERVICE}.window"
CLEANING = "$.orders[2].services[1]"
BOOKED_END = "$.bookings[0].end"

Row = tuple[dict[str, Any], str, str]
"""What to change in the document, and the code and path of the one fault it then has."""


def copy_of(name, number, **changes) -> dict[str, Any]:
    row: dict[str, Any] = small_document()[name][number]
    return row | changes


def booked(start: str, end: str) -> dict[str, str]:
    return {"place": "P3", "client": "C3", "day": "2026-03-02", "start": start, "end": end}


FIELDS: list[Row] = [
    ({"$.version": 7}, "version_unknown", "$.version"),
    ({"$.version": "1"}, "version_unknown", "$.version"),
    ({"$.version": True}, "version_unknown", "$.version"),
    ({"$.version": DELETE}, "version_missing", "$.version"),
    ({"$.version": 2, "$.clients": 3}, "version_unknown", "$.version"),
    ({f"{SERVICE}.duration": -1800}, "duration_not_positive", f"{SERVICE}.duration"),
    ({f"{SERVICE}.duration": 0}, "duration_not_positive", f"{SERVICE}.duration"),
    ({f"{SERVICE}.duration": 99999}, "number_too_large", f"{SERVICE}.duration"),
    ({f"{SERVICE}.duration": "30"}, "wrong_type", f"{SERVICE}.duration"),
    ({f"{SERVICE}.duration": 30.5}, "wrong_type", f"{SERVICE}.duration"),
    ({f"{SERVICE}.duraton": 1800}, "field_unknown", f"{SERVICE}.duraton"),
    ({"$.clients[1].place": DELETE}, "field_missing", "$.clients[1].place"),
    ({"$.clients[1].lock": "digtal"}, "choice_unknown", "$.clients[1].lock"),
    ({"$.clients": {}}, "wrong_type", "$.clients"),
    ({"$.clients[2]": "C3"}, "wrong_type", "$.clients[2]"),
    ({"$.places[1].coordinate.lat": 91.0}, "number_too_large", "$.places[1].coordinate.lat"),
    ({"$.horizon.days": 15}, "number_too_large", "$.horizon.days"),
    ({"$.horizon.days": 0}, "number_too_small", "$.horizon.days"),
    ({"$.horizon.first": "2026-02-30"}, "date_invalid", "$.horizon.first"),
    ({"$.horizon.first": "9999-12-31"}, "date_out_of_range", "$.horizon.first"),
    ({f"{WINDOW}.earliest": "7.30"}, "time_invalid", f"{WINDOW}.earliest"),
    ({f"{WINDOW}.earliest": "07:30:00Z"}, "time_with_zone", f"{WINDOW}.earliest"),
    ({f"{WINDOW}.earliest": "07:30:00.5"}, "time_with_fraction", f"{WINDOW}.earliest"),
    ({"$.id": ""}, "text_empty", "$.id"),
    ({"$.winter": "yes"}, "wrong_type", "$.winter"),
    (
        {"$.households": [{"id": "H1", "clients": ["C1"]}]},
        "list_too_short",
        "$.households[0].clients",
    ),
    (
        {"$.pins": [{"visit": "V", "caregiver": "A1", "start": "2026-03-02T08:00:00"}]},
        "moment_without_zone",
        "$.pins[0].start",
    ),
    (
        {"$.pins": [{"visit": "V", "caregiver": "A1", "start": "eight"}]},
        "moment_invalid",
        "$.pins[0].start",
    ),
    (
        {"$.pins": [{"visit": "V", "caregiver": "A1", "seat": 3}]},
        "choice_unknown",
        "$.pins[0].seat",
    ),
]

MEANING: list[Row] = [
    ({"$.clients[4]": copy_of("clients", 0)}, "id_duplicate", "$.clients[4].id"),
    ({"$.orders[1].services[0].id": "S1"}, "id_duplicate", "$.orders[1].services[0].id"),
    ({"$.cars": [{"id": " ", "place": "OFFICE"}]}, "id_blank", "$.cars[0].id"),
    ({f"{SERVICE}.visit": "morning.S9"}, "label_reserved_sign", f"{SERVICE}.visit"),
    ({"$.orders[0].client": "C9"}, "client_missing", "$.orders[0].client"),
    ({"$.clients[0].place": "P9"}, "place_missing", "$.clients[0].place"),
    ({"$.clients[0].group": "G9"}, "group_missing", "$.clients[0].group"),
    ({"$.clients[0].provider": "NONE"}, "provider_missing", "$.clients[0].provider"),
    ({"$.clients[0].contact": "A9"}, "caregiver_missing", "$.clients[0].contact"),
    ({"$.shifts[0].caregiver": "B7"}, "caregiver_missing", "$.shifts[0].caregiver"),
    ({"$.shifts[0].car": "BIL1"}, "car_missing", "$.shifts[0].car"),
    ({"$.shifts[0].breaks[0].place": "P9"}, "place_missing", "$.shifts[0].breaks[0].place"),
    (
        {"$.clients[2].preferences.avoid": ["A9"]},
        "caregiver_missing",
        "$.clients[2].preferences.avoid[0]",
    ),
    (
        {
            "$.orders[2].services[0].window.earliest": "09:30",
            "$.orders[2].services[0].window.latest": "08:30",
        },
        "window_closes_before_opening",
        "$.orders[2].services[0].window.latest",
    ),
    (
        {"$.meal_deliveries[0].latest_start": "10:00"},
        "window_closes_before_opening",
        "$.meal_deliveries[0].latest_start",
    ),
    (
        {"$.shifts[0].breaks[0].latest_start": "10:00"},
        "window_closes_before_opening",
        "$.shifts[0].breaks[0].latest_start",
    ),
    ({f"{WINDOW}.preferred_to": None}, "preference_half", f"{WINDOW}.preferred_to"),
    ({f"{WINDOW}.preferred_from": "09:15"}, "preference_reversed", f"{WINDOW}.preferred_to"),
    ({f"{WINDOW}.preferred_to": "10:00"}, "preference_outside_window", f"{WINDOW}.preferred_to"),
    (
        {"$.orders[3].services[0].window.latest": "22:30"},
        "window_outside_opening_hours",
        "$.orders[3].services[0].window.latest",
    ),
    ({"$.providers[0].closes": "06:00"}, "provider_never_open", "$.providers[0].closes"),
    (
        {
            "$.orders[0].services[1].window.earliest": "11:00",
            "$.orders[0].services[1].window.latest": "12:00",
        },
        "visit_windows_apart",
        "$.orders[0].services[1].window",
    ),
    (
        {"$.orders[1].services[0].min_gap": 7 * 3600},
        "gap_impossible",
        "$.orders[1].services[0].min_gap",
    ),
    (
        {f"{CLEANING}.visit": "morning", f"{CLEANING}.order_in_visit": -1},
        "order_impossible",
        "$.orders[2].services[0].window.latest",
    ),
    (
        {f"{CLEANING}.delivery": {"earliest": "10:00", "latest": "11:00"}},
        "goods_impossible",
        f"{CLEANING}.delivery",
    ),
    ({"$.bookings": [booked("10:00", "09:00")]}, "window_closes_before_opening", BOOKED_END),
    ({"$.bookings": [booked("12:00", "12:20")]}, "booking_too_short", "$.bookings[0]"),
    ({"$.clients[1].group": None}, "key_without_place", "$.clients[1].lock"),
    ({"$.clients[1].key_from": "2026-02-01"}, "key_late", "$.clients[1].key_from"),
    ({"$.orders[3].granted_time": 600}, "granted_time_exceeded", "$.orders[3].granted_time"),
    (
        {
            "$.providers": [copy_of("providers", 0), copy_of("providers", 0, id="B")],
            "$.orders[3].client": "C1",
            "$.orders[3].provider": "B",
        },
        "two_providers",
        "$.orders[3].provider",
    ),
    (
        {f"{CLEANING}.kind": "laundry", f"{CLEANING}.recurrence.rule": "FREQ=WEEKLY;BYDAY=MO,TU"},
        "laundry_uneven",
        f"{CLEANING}.recurrence.rule",
    ),
    (
        {
            "$.cancellations": [
                {"visit": "C1:2026-03-02:evening", "told_at": "2026-03-01T11:00:00+01:00"}
            ]
        },
        "cancelled_visit_unknown",
        "$.cancellations[0].visit",
    ),
    (
        {f"{SERVICE}.recurrence.rule": "FREQ=HOURLY"},
        "recurrence_unreadable",
        f"{SERVICE}.recurrence.rule",
    ),
    ({"$.orders[0].end": "2025-12-31"}, "order_ends_before_start", "$.orders[0].end"),
    (
        {"$.orders[3].end": "2026-02-01", "$.orders[3].services[0].recurrence.first": "2026-02-02"},
        "service_outside_order",
        "$.orders[3].services[0].recurrence.first",
    ),
    (
        {
            "$.client_absences": [
                {"client": "C1", "start": "2026-03-02T12:00:00Z", "end": "2026-03-01T12:00:00Z"}
            ]
        },
        "absence_ends_before_start",
        "$.client_absences[0].end",
    ),
    (
        {"$.meal_deliveries[0].best_before": "2026-03-01"},
        "meal_expired",
        "$.meal_deliveries[0].best_before",
    ),
    ({"$.orders[0].double_in_text": False}, "double_not_in_order_text", f"{SERVICE}.double.part"),
    (
        {"$.orders[2].services[1].double.part": "full"},
        "double_cleaning",
        "$.orders[2].services[1].double.part",
    ),
    (
        {f"{SERVICE}.double.part": "first"},
        "double_without_duration",
        f"{SERVICE}.double.duration",
    ),
    (
        {f"{SERVICE}.double": {"part": "last", "duration": 3600}},
        "double_longer_than_service",
        f"{SERVICE}.double.duration",
    ),
    (
        {
            f"{SERVICE}.double": {"part": "first", "duration": 600},
            "$.orders[0].services[1].double": {"part": "first", "duration": 600},
        },
        "double_parts_apart",
        f"{SERVICE}.double.part",
    ),
    ({"$.caregivers[1].skills": []}, "double_with_one_on_duty", f"{SERVICE}.double.part"),
    ({"$.shifts[1]": DELETE}, "double_with_one_on_duty", f"{SERVICE}.double.part"),
    ({f"{SERVICE}.skills": ["lifft"]}, "skill_unknown", f"{SERVICE}.skills[0]"),
    (
        {"$.orders[1].services[0].delegations": ["insulin"]},
        "delegation_unknown",
        "$.orders[1].services[0].delegations[0]",
    ),
    (
        {"$.orders[3].services[0].delegations": ["medication"], "$.clients[3].contact": None},
        "nobody_fits",
        "$.orders[3].services[0]",
    ),
    (
        {"$.clients[3].preferences.avoid": ["A3"], "$.clients[3].contact": None},
        "nobody_fits",
        "$.orders[3].services[0]",
    ),
    ({"$.horizon.days": 2}, "day_without_shifts", "$.shifts"),
    (
        {
            "$.shifts[3]": copy_of(
                "shifts", 0, id="T4", start="14:00", end="17:00", breaks=[], duties=[]
            )
        },
        "shifts_overlap",
        "$.shifts[3]",
    ),
    (
        {
            "$.shifts[0].end": "21:00",
            "$.shifts[0].breaks[1]": copy_of("shifts", 2)["breaks"][0]
            | {"earliest_start": "15:30", "latest_start": "16:00"},
        },
        "shift_too_long",
        "$.shifts[0].end",
    ),
    (
        {"$.shifts[3]": copy_of("shifts", 0, id="T4", caregiver="A3", day="2026-03-03")},
        "daily_rest_short",
        "$.shifts[3].start",
    ),
    (
        {
            "$.shifts[0].end": "11:00",
            "$.shifts[0].breaks": [],
            "$.shifts[3]": copy_of("shifts", 0, id="T4", start="11:30", breaks=[], duties=[]),
            "$.agreements": [{"id": "municipal_ab", "split_shifts": False}],
        },
        "split_shift",
        "$.shifts[3]",
    ),
    ({"$.shifts[0].breaks": []}, "work_without_break", "$.shifts[0].breaks"),
    (
        {
            "$.shifts[0].breaks[0]": copy_of("shifts", 0)["breaks"][0]
            | {"earliest_start": "13:00", "latest_start": "14:00"}
        },
        "work_without_break",
        "$.shifts[0].breaks[0].earliest_start",
    ),
    (
        {
            "$.shifts[2].breaks[0].earliest_start": "12:00",
            "$.shifts[2].breaks[0].latest_start": "13:00",
        },
        "break_outside_shift",
        "$.shifts[2].breaks[0].earliest_start",
    ),
    (
        {"$.shifts[0].duties": [{"kind": "meeting", "start": "10:00", "duration": 3 * 3600}]},
        "break_without_room",
        "$.shifts[0].breaks[0].earliest_start",
    ),
    ({"$.shifts[0].duties[0].start": "06:50"}, "duty_outside_shift", "$.shifts[0].duties[0].start"),
    ({"$.shifts[0].duties[0].start": "14:50"}, "duty_outside_shift", "$.shifts[0].duties[0].start"),
    (
        {"$.shifts[0].duties[1]": {"kind": "phone_time", "start": "07:10", "duration": 600}},
        "duties_overlap",
        "$.shifts[0].duties[1].start",
    ),
    ({"$.caregivers[0].driving_licence": False}, "licence_missing", "$.caregivers[0].travel_mode"),
    (
        {"$.caregivers[1].driving_licence": False, "$.shifts[1].travel_mode": "car"},
        "licence_missing",
        "$.shifts[1].travel_mode",
    ),
    (
        {
            "$.cars": [{"id": "BIL1", "place": "OFFICE"}],
            "$.shifts[0].car": "BIL1",
            "$.shifts[1].car": "BIL1",
        },
        "car_in_use",
        "$.shifts[1].car",
    ),
    ({"$.caregivers[1].role": "vardbitrade"}, "contact_not_underskoterska", "$.clients[1].contact"),
    ({"$.clients[2].contact": "A3"}, "contact_avoided", "$.clients[2].contact"),
    (
        {"$.orders[1].services[0].personal_care": True, "$.clients[1].contact": "A3"},
        "contact_without_delegation",
        "$.clients[1].contact",
    ),
    (
        {
            **{f"$.clients[{n}]": copy_of("clients", 3, id=f"C{n + 1}") for n in range(4, 9)},
        },
        "contact_with_many_clients",
        "$.clients[8].contact",
    ),
    (
        {
            **{
                f"$.clients[{n}]": copy_of("clients", 3, id=f"C{n + 1}", contact=None)
                for n in range(4, 19)
            },
            **{
                f"$.orders[{n}]": copy_of(
                    "orders", 0, id=f"O{n + 1}", client=f"C{n + 1}", services=[]
                )
                for n in range(4, 19)
            },
        },
        "group_too_many_clients",
        "$.groups[0]",
    ),
    (
        {
            **{f"$.caregivers[{n}]": copy_of("caregivers", 0, id=f"A{n + 1}") for n in range(3, 8)},
            **{
                f"$.shifts[{n}]": copy_of("shifts", 0, id=f"T{n + 1}", caregiver=f"A{n + 1}")
                for n in range(3, 8)
            },
        },
        "group_too_many_staff",
        "$.groups[0]",
    ),
    ({"$.clients[0].lock": "client_opens"}, "alarm_without_key", "$.clients[0].lock"),
    (
        {
            "$.orders[3].received": "2026-03-02T09:00:00+01:00",
            "$.orders[3].begins": "acute",
            "$.orders[3].start": "2026-03-02",
        },
        "order_starts_late",
        "$.orders[3].received",
    ),
    (
        {
            "$.households": [
                {"id": "H1", "clients": ["C1", "C2"]},
                {"id": "H2", "clients": ["C3", "C1"]},
            ]
        },
        "client_in_two_households",
        "$.households[1].clients[1]",
    ),
    ({"$.places[1].coordinate": None}, "place_without_position", "$.places[1]"),
    (
        {"$.places[1].coordinate": {"lat": 56.5, "lon": 9.0}},
        "coordinate_far_away",
        "$.places[1].coordinate",
    ),
    (
        {"$.places[1].coordinate": {"lat": 11.9652, "lon": 57.7031}},
        "coordinate_far_away",
        "$.places[1].coordinate",
    ),
    (
        {"$.pins": [{"visit": "C1:morgon", "caregiver": "A1"}]},
        "pin_unknown_visit",
        "$.pins[0].visit",
    ),
    (
        {"$.pins": [{"visit": "C1:2026-03-02:morning", "caregiver": "A3"}]},
        "pin_without_shift",
        "$.pins[0].caregiver",
    ),
    (
        {"$.pins": [{"visit": "C2:2026-03-02:morning", "caregiver": "A1", "seat": 2}]},
        "pin_without_seat",
        "$.pins[0].seat",
    ),
    (
        {
            "$.pins": [
                {"visit": "C1:2026-03-02:morning", "caregiver": "A1"},
                {"visit": "C1:2026-03-02:morning", "caregiver": "A1", "seat": 2},
            ]
        },
        "pin_twice",
        "$.pins[1]",
    ),
    (
        {
            "$.pins": [{"visit": "C2:2026-03-02:morning", "caregiver": "A1"}],
            "$.clients[1].preferences.avoid": ["A1"],
        },
        "pin_not_qualified",
        "$.pins[0].caregiver",
    ),
    (
        {
            "$.pins": [
                {
                    "visit": "C2:2026-03-02:morning",
                    "caregiver": "A1",
                    "start": "2026-03-02T05:00:00Z",
                }
            ]
        },
        "pin_outside_window",
        "$.pins[0].start",
    ),
]


def test_the_small_case_has_no_fault():
    assert all_faults(broken({})) == ()


@pytest.mark.parametrize(("changes", "code", "path"), FIELDS + MEANING)
def test_a_broken_case_gives_its_code_at_its_path(changes, code, path):
    faults = all_faults(broken(changes))
    assert [(fault.code, fault.path) for fault in faults] == [(code, path)]


@pytest.mark.parametrize(("changes", "code", "path"), FIELDS + MEANING)
def test_the_words_of_a_fault_find_their_parameters(changes, code, path):
    for fault in all_faults(broken(changes)):
        known = {"value", "path", *fault.parameters}
        for language in ("sv", "en"):
            words = texts(language)
            for text in (words[fault.code], words["hint"][fault.hint]):
                assert {name for _, name, _, _ in Formatter().parse(text) if name} <= known


def test_every_fault_is_told_at_once():
    several = {
        "$.orders[0].client": "C9",
        "$.clients[1].contact": "A9",
        "$.shifts[0].duties[0].start": "06:50",
        "$.meal_deliveries[0].best_before": "2026-03-01",
    }
    codes = [fault.code for fault in all_faults(broken(several))]
    assert codes == ["caregiver_missing", "meal_expired", "client_missing", "duty_outside_shift"]


def test_every_wrong_field_is_told_at_once():
    several = {f"{SERVICE}.duration": 0, "$.clients[1].place": 3, "$.horizon.days": 99}
    assert {fault.code for fault in all_faults(broken(several))} == {
        "duration_not_positive",
        "wrong_type",
        "number_too_large",
    }


def test_near_misses_are_suggested():
    def suggestion(changes):
        return all_faults(broken(changes))[0].parameters["suggestion"]

    assert suggestion({f"{SERVICE}.duraton": 1}) == "duration"
    assert suggestion({"$.clients[1].lock": "digtal"}) == "digital"
    assert suggestion({f"{SERVICE}.skills": ["lifft"]}) == "lift"
    assert suggestion({"$.shifts[0].start_place": "OFFISE"}) == "OFFICE"


def test_swapped_coordinates_are_recognised():
    swapped = {"$.places[1].coordinate": {"lat": 11.9652, "lon": 57.7031}}
    assert all_faults(broken(swapped))[0].hint == "swap_lat_lon"
    in_the_sea = {"$.places[1].coordinate": {"lat": 56.5, "lon": 9.0}}
    assert all_faults(broken(in_the_sea))[0].hint == "check_coordinate"


def test_addresses_and_unknown_fields_are_never_told():
    street = "Hemliga gatan 12"
    for changes in (
        {"$.places[1].address": {"street": "", "number": 12, "city": street, "note": street}},
        {"$.places[1].address": street},
        {"$.clients[0].name": street},
        {"$.clients[0].place": {"street": street}},
    ):
        faults = all_faults(broken(changes))
        assert faults
        assert street not in str(faults)


def test_a_document_of_nonsense_has_no_traceback():
    nonsense: list[Any] = [None, 1, -1.5, "x", [], {}, [[]], [{}], [None], {"x": []}]
    for name in small_document():
        for value in nonsense:
            data = small_document() | {name: value}
            for fault in all_faults(json.dumps(data).encode()):
                assert fault.path.startswith("$")
