"""Every code about compensation has its words in both languages."""

import pytest

from api.words import Language, load
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.lines import Source, Status
from planner.pay.model.kinds import Insats, Verdict
from planner.pay.reasons import Reason


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("topics", "codes"),
    [
        (("pay.reason",), Reason),
        (("pay.status",), Status),
        (("pay.verdict",), Verdict),
        (("pay.insats",), Insats),
        (("pay.insats",), Source),
        (("pay.fault", "faults"), PayCode),
        (("pay.hint", "faults.hint"), PayHint),
    ],
    ids=["reasons", "statuses", "verdicts", "services", "sources", "faults", "hints"],
)
def test_every_code_has_its_words(language: Language, topics: tuple[str, ...], codes) -> None:
    words = load(language)
    missing = [
        code for code in codes if not any(words.knows(f"{topic}.{code}") for topic in topics)
    ]
    assert missing == []
