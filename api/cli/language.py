"""Which language a run of the program speaks."""

from collections.abc import Mapping, Sequence

from api.cli.refusals import refused
from api.words import Language

OPTION = "--lang"
VARIABLE = "HEMRUNDA_LANG"


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return the language asked for and ``arguments`` without the option.

    ``--lang`` may stand anywhere and wins over the environment; without both it is Swedish. What
    follows ``--`` is left alone.
    """
    wanted = environment.get(VARIABLE) or Language.SWEDISH.value
    rest: list[str] = []
    given = iter(arguments)
    for argument in given:
        if argument == "--":
            rest += [argument, *given]
        elif argument == OPTION:
            wanted = next(given, "")
        elif argument.startswith(f"{OPTION}="):
            wanted = argument.partition("=")[2]
        else:
            rest.append(argument)
    return wanted, rest


def parse(wanted: str) -> Language:
    """Return the language called ``wanted`` (``sv``, ``en``, or a locale such as ``sv_SE.UTF-8``).

    Raises ``Refused`` for any other.
    """
    short = wanted.lower().replace("-", "_").partition("_")[0]
    if short not in list(Language):
        raise refused("language", OPTION, wanted)
    return Language(short)
