"""docs/rules.md lists every written rule once, under its class, and its links lead somewhere."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.docs.written_rules import CLASSES

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
TEXT = PAGE.read_text(encoding="utf-8")
SECTIONS = "PCRDKO"
ROW = re.compile(r"^\| ([UBHNL]\d+) \| ([PCRDKO+]+) \| ([^|]+) \| ([^|]+) \|$", flags=re.MULTILINE)


def section(letter: str) -> str:
    """Return the text of the section of one class."""
    begin = TEXT.index(f"### {letter}: ")
    return TEXT[begin : (TEXT.find("\n#", begin) + 1) or None]


def test_every_written_rule_has_one_row():
    assert len(CLASSES) == 241
    assert Counter(row[0] for row in ROW.findall(TEXT)) == Counter(CLASSES.keys())


@pytest.mark.parametrize("letter", SECTIONS)
def test_a_row_stands_in_the_section_of_its_class_in_order(letter: str):
    rows = ROW.findall(section(letter))
    expected = [
        name for name, group in CLASSES.items() if ("P" if "P" in group else group[0]) == letter
    ]
    order = sorted(expected, key=lambda name: (name[0], int(name[1:])))
    assert [row[0] for row in rows] == order
    assert all(CLASSES[row[0]] == row[1] for row in rows)


def test_every_link_leads_somewhere():
    links = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", TEXT)
    assert len(links) > len(CLASSES) // 4
    assert not [link for link in links if not (PAGE.parent / link).exists()]
