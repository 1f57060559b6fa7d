"""What Hemrunda says, in Swedish and English: texts by code, and how numbers and times look.

One topic is one pair of files, ``<topic>.sv.toml`` and ``<topic>.en.toml``, with the same codes and
the same parameters in both. The code of a text is the topic and its keys, joined by dots.
"""

from api.words.language import Language
from api.words.load import load, topics
from api.words.words import UnknownWordsError, Words

__all__ = ["Language", "UnknownWordsError", "Words", "load", "topics"]
