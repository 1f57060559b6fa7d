"""Contact shares: by visits, by weight and by time."""

from planner.model.units import ClientId
from planner.score.continuity.encounters import earlier
from planner.score.continuity.measure import Continuity
from planner.score.continuity.shares import ContactShare, share_of, shares_of, together
from tests.build.history import past
from tests.build.parts import DAY, client

CLIENT = client("C1", "P1", contact="A1")


def of(*rows):
    return share_of(CLIENT, list(earlier(rows, DAY)))


def test_personal_care_by_day_weighs_most():
    day = past("C1", "A1", hour=8, personal_care=True)
    evening = past("C1", "A2", hour=18, personal_care=True)
    cleaning = past("C1", "A2", hour=10)
    found = of(day, evening, cleaning)
    assert (found.visits_by_contact, found.visits) == (1, 3)
    assert (found.weight_by_contact, found.weight) == (3, 6)


def test_the_evening_begins_at_three_by_the_swedish_clock():
    before, after = past("C1", "A1", hour=13), past("C1", "A1", hour=14)
    care = {"personal_care": True}
    assert of(before.model_copy(update=care)).weight == 3
    assert of(after.model_copy(update=care)).weight == 2


def test_minutes_follow_the_length_of_visits():
    found = of(past("C1", "A1", duration=600), past("C1", "A2", duration=1800))
    assert (found.share, found.timed) == (0.5, 0.25)


def test_a_double_counts_once_for_its_first_seat():
    rows = earlier([past("C1", "A2"), past("C1", "A1", seat=2)], DAY)
    assert shares_of([CLIENT], rows)[ClientId("C1")].share == 0


def test_who_has_no_contact_has_no_share():
    assert shares_of([client("C1", "P1")], earlier([past("C1", "A1")], DAY)) == {}


def test_shares_add_up_over_clients():
    total = together([ContactShare(4, 1, 8, 3, 100, 20), ContactShare(4, 3, 4, 1, 100, 40)])
    assert (total.share, total.timed, total.weighted) == (0.5, 0.3, 4 / 12)
    assert together([]).share is None


def test_clients_at_the_guide_value_are_counted():
    shares = {
        ClientId("C1"): ContactShare(4, 1),
        ClientId("C2"): ContactShare(5, 1),
        ClientId("C3"): ContactShare(4, 4),
    }
    measured = Continuity(shares, {}, {}, {})
    assert measured.at_guide == 2 / 3
    assert measured.worst == (0.2, "C2")
    assert Continuity({}, {}, {}, {}).at_guide is None
