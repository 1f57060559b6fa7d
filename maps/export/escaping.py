"""Texts from outside, made harmless on their way through three languages.

Folium renders what an element yields as a Jinja template once more, so a client's note with braces
would run on this machine; the result is JavaScript, and parts of it become HTML.
"""

import json
from html import escape

from branca.element import Element

ACTIVE = "<>&'{}%#"
"""What could begin a tag, an entity or a template expression."""


class Raw(Element):  # type: ignore[misc, unused-ignore]
    """A text that is put on the page as it is, never read as a template."""

    def __init__(self, text: str) -> None:
        """Keep ``text``."""
        super().__init__()
        self.text = text

    def render(self, **_options: object) -> str:
        """Return the text."""
        return self.text


def literal(value: object) -> str:
    """Return a JavaScript expression of ``value`` (anything JSON holds) without active characters.

    The JSON stands inside a string, where every character may be written as its number.
    """
    text = json.dumps(json.dumps(value))
    for character in ACTIVE:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f"JSON.parse({text})"


def inert(text: str) -> str:
    """Return ``text`` as HTML that neither a browser nor a template runs."""
    return escape(text).replace("{", "&#123;").replace("}", "&#125;")
