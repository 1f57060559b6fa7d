"""A Hypothesis strategy of recurrence rules."""

from datetime import date

from hypothesis import strategies as st

from planner.model.orders import OnHoliday, Recurrence

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

daily = st.builds("FREQ=DAILY;INTERVAL={}".format, st.integers(1, 9))
weekly = st.builds(
    "FREQ=WEEKLY;INTERVAL={};BYDAY={}".format,
    st.integers(1, 4),
    st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True).map(",".join),
)
monthly = st.builds(
    "FREQ=MONTHLY;INTERVAL={};{}".format,
    st.integers(1, 3),
    st.sampled_from(
        [
            "BYMONTHDAY=31",
            "BYMONTHDAY=-1",
            "BYMONTHDAY=13;BYDAY=FR",
            "BYDAY=1MO",
            "BYDAY=-1FR,2TU",
            "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,1",
            "BYDAY=MO",
            "BYMONTH=2,3,10",
        ]
    ),
)
yearly = st.one_of(
    st.builds(
        "FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}".format, st.integers(1, 12), st.integers(1, 29)
    ),
    st.builds("FREQ=YEARLY;BYMONTH={};BYDAY={}TH".format, st.integers(1, 12), st.integers(-4, -1)),
    st.builds("FREQ=YEARLY;BYDAY={}SU".format, st.integers(1, 52)),
    st.builds("FREQ=YEARLY;BYYEARDAY={}".format, st.integers(-365, -1) | st.integers(1, 365)),
    st.builds("FREQ=YEARLY;BYWEEKNO={};BYDAY=WE".format, st.integers(2, 51)),
    st.just("FREQ=YEARLY;INTERVAL=2"),
)
counted = st.builds("{};COUNT={}".format, st.one_of(daily, weekly, monthly), st.integers(1, 60))


@st.composite
def recurrences(
    draw: st.DrawFn, on_holiday: st.SearchStrategy[OnHoliday] | None = None
) -> Recurrence:
    """Draw a rule of any whole-day frequency, its first day within two years of 2026."""
    days = st.dates(date(2026, 1, 1), date(2027, 6, 30))
    return Recurrence(
        rule=draw(st.one_of(daily, weekly, monthly, yearly, counted)),
        first=draw(st.dates(date(2024, 1, 1), date(2026, 12, 31))),
        on_holiday=draw(st.sampled_from(OnHoliday) if on_holiday is None else on_holiday),
        except_days=tuple(draw(st.lists(days, max_size=3))),
    )
