import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.documents import (
    MOST_VALUES,
    InvalidDocument,
    case_digest,
    read_case,
    read_plan,
    write_case,
    write_plan,
)
from planner.exchange.faults import MOST
from planner.model.case import Pin
from planner.model.places import TravelMode
from planner.model.plan import Blocked, Origin, Plan, Round, Stop, StopKind, Unplaced
from planner.model.units import CaregiverId, PlaceId, Seconds, ShiftId, VisitId
from tests.build.cases import cases, small_case
from tests.build.documents import all_faults, broken, small_document
from tests.build.full_case import far_coordinate, full_case

SMALL = write_case(small_case())


def refusal(source, **limits):
    with pytest.raises(InvalidDocument) as caught:
        read_case(source, **limits)
    return caught.value.faults


def codes(data, **limits):
    return [fault.code for fault in refusal(data, **limits)]


def small_plan():
    start = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
    stop = Stop(
        kind=StopKind.VISIT,
        id="C1:2026-03-02:morning",
        seat=2,
        place=PlaceId("P1"),
        travel=Seconds(120),
        arrival=start,
        start=start,
        end=start + timedelta(minutes=30),
    )
    return Plan(
        id="plan-1",
        case="small",
        created=start,
        origin=Origin(seed=1, iterations=10, code_version="0.1.0", case_hash="a", matrix_hash="b"),
        cost=123_456_789_012,
        rounds=(
            Round(
                shift=ShiftId("T1"),
                caregiver=CaregiverId("A1"),
                day=date(2026, 3, 2),
                mode=TravelMode.BIKE,
                stops=(stop, stop.model_copy(update={"kind": StopKind.BREAK, "place": None})),
                travel_home=Seconds(60),
            ),
        ),
        unplaced=(
            Unplaced(
                visit=VisitId("C9"),
                blocked=(Blocked(rule="skills", caregivers=(CaregiverId("A1"),)),),
            ),
        ),
    )


@settings(max_examples=50, deadline=None)
@given(cases(max_days=3))
def test_importing_what_was_exported_gives_the_same_case(case):
    data = write_case(case)
    assert read_case(data) == case
    assert write_case(read_case(data)) == data


def test_nothing_of_a_full_case_is_lost():
    case = full_case()
    data = write_case(case)
    assert read_case(data) == case
    assert write_case(read_case(data)) == data
    assert json.loads(data)["places"][0]["address"]["street"] == "Åkergränd"


def test_a_plan_comes_back_as_it_was():
    plan = small_plan()
    assert read_plan(write_plan(plan)) == plan


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_coordinates_keep_every_digit(lat, lon):
    place = small_case().places[1]
    spot = far_coordinate().model_copy(update={"lat": lat, "lon": lon})
    case = small_case(places=(place.model_copy(update={"coordinate": spot}),))
    assert read_case(write_case(case)).places[0].coordinate == spot


def test_equal_moments_are_written_alike():
    def pinned(start):
        pin = Pin(visit=VisitId("V"), caregiver=CaregiverId("A1"), start=start)
        return small_case(pins=(pin,))

    swedish = datetime(2026, 3, 2, 8, 30, tzinfo=timezone(timedelta(hours=1)))
    one, other = pinned(swedish), pinned(datetime(2026, 3, 2, 7, 30, tzinfo=UTC))
    assert case_digest(one) == case_digest(other)
    assert b'"2026-03-02T07:30:00Z"' in write_case(one)


def test_the_digest_tells_cases_apart():
    assert case_digest(small_case()) == case_digest(read_case(SMALL))
    assert case_digest(small_case(winter=True)) != case_digest(small_case())
    assert len(case_digest(small_case())) == 64


def test_a_document_may_leave_out_defaults_and_have_any_layout():
    document = small_document()
    del document["weights"], document["winter"], document["clients"][0]["lock"]
    data = json.dumps(dict(reversed(document.items())), indent=None).encode()
    assert read_case(data) == small_case()


def test_files_are_read_with_and_without_byte_order_mark(tmp_path):
    path = tmp_path / "case.json"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL)
    assert read_case(path) == small_case()


def test_files_that_cannot_be_read_are_named(tmp_path):
    (missing,) = refusal(tmp_path / "nowhere.json")
    assert (missing.code, missing.value) == ("file_unreadable", "nowhere.json")
    assert codes(tmp_path) == ["file_unreadable"]


def test_a_hundred_megabytes_of_junk_are_not_even_read(tmp_path):
    path = tmp_path / "junk.json"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    (fault,) = refusal(path)
    assert fault.code == "document_too_large"
    assert fault.parameters["limit"] == 64 * 2**20
    assert codes(b"x" * 101, limit=100) == ["document_too_large"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_json"),
        (b"\x00" * 1000, "not_json"),
        (b"junk" * 1000, "not_json"),
        (b'{"version": 1', "not_json"),
        (b'{"version": 1} {}', "not_json"),
        (b"{'version': 1}", "not_json"),
        (b'{"a": "\xff\xfe"}', "not_utf8"),
        ('{"version": 1}'.encode("utf-16"), "not_utf8"),
        (b'{"version": NaN}', "not_a_number"),
        (b'{"version": 1, "a": [1, -Infinity]}', "not_a_number"),
        (b"[" * 100_000, "nested_too_deep"),
        (b'{"a":' * 100_000, "nested_too_deep"),
        (b"[]" + b" " * 10, "not_an_object"),
        (b"null", "not_an_object"),
        (b'"case"', "not_an_object"),
        (b"{}", "version_missing"),
    ],
)
def test_what_is_no_case_document(data, code):
    assert codes(data) == [code]


def test_more_values_than_any_case_has():
    assert codes(b'{"a": [' + b"[]," * MOST_VALUES + b"[]]}") == ["too_many_values"]


def test_the_place_of_bad_json_is_told():
    (fault,) = refusal(b'{\n "version": 1,\n "id": oops\n}')
    assert fault.parameters == {"line": 3, "column": 8}


def test_infinite_numbers_are_refused_whatever_they_look_like():
    data = SMALL.replace(b'"lat": 57.7,', b'"lat": 1e999,')
    assert data != SMALL
    assert codes(data) == ["number_too_large"]


def test_numbers_too_long_for_a_computer_are_refused():
    data = SMALL.replace(b'"travel": 5,', b'"travel": ' + b"9" * 6000 + b",")
    assert data != SMALL
    assert codes(data) == ["not_json"]


def test_the_version_is_told_before_all_else():
    (fault,) = refusal(broken({"$.version": 2, "$.clients": 7, "$.nonsense": 1}))
    assert (fault.code, fault.path, fault.value) == ("version_unknown", "$.version", 2)
    assert fault.parameters["expected"] == 1


def test_very_many_faults_are_told_in_part():
    places = [{"id": f"P{number}", "nonsense": 1} for number in range(MOST + 500)]
    faults = refusal(broken({"$.places": places}))
    assert len(faults) == MOST + 1
    assert (faults[-1].code, faults[-1].value) == ("more_faults", 500)


def test_the_message_names_codes_and_paths_only():
    with pytest.raises(InvalidDocument) as caught:
        read_case(broken({"$.clients[0].place": {"street": "Åkergränd"}}))
    assert str(caught.value) == "wrong_type at $.clients[0].place"


@settings(max_examples=200)
@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(data):
    assert len(refusal(data)) == 1


leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
values = st.recursive(
    leaves,
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=5), below, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(st.data(), values)
def test_no_value_anywhere_breaks_reader_or_checks(data, value):
    document = small_document()
    place = document
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not place[key] or not isinstance(place[key], dict | list) or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = value
    text = json.dumps(document).encode("utf-8", "surrogatepass")
    assert all(fault.path.startswith("$") for fault in all_faults(text))
