import re
from string import Formatter

import pytest

from api.words import Language, load
from planner.checker import Code, check_plan
from tests.build.cases import small_case, straight_line_travel
from tests.build.plans import small_plan
from tests.planner.checker.test_mutations import MUTATIONS
from tests.planner.checker.test_remarks import REMARKS


@pytest.mark.parametrize("language", Language)
def test_every_code_has_a_text(language: Language):
    words = load(language)
    assert [code for code in Code if not words.knows(f"checker.{code}")] == []


@pytest.mark.parametrize("language", Language)
def test_no_text_without_a_code(language: Language):
    texts = {code.removeprefix("checker.") for code in load(language).texts if "checker." in code}
    assert texts == set(Code)


@pytest.mark.parametrize("language", Language)
def test_texts_name_only_parameters_that_findings_have(language: Language):
    sound = small_case()
    travel = straight_line_travel(sound)
    words = load(language)
    seen = set()
    for broken in (*MUTATIONS, *REMARKS):
        plan = broken.change(small_plan(sound, travel))
        for finding in check_plan(broken.case, plan, travel):
            seen.add(finding.rule)
            text = words.texts[f"checker.{finding.rule}"]
            asked = {name for _, name, _, _ in Formatter().parse(text) if name}
            assert asked <= finding.parameters.keys(), finding.rule
            said = words.say(f"checker.{finding.rule}", **finding.parameters)
            assert not re.search(r"[{}]", said)
    assert seen == set(Code)
