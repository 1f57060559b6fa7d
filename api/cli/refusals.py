"""A command that cannot be carried out: faults as codes, and the exit code that goes with them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from api.cli.exits import ExitCode
from planner.model.findings import Fault, Severity


class Refused(Exception):  # noqa: N818  a refusal is an answer, not an accident
    """The command ends here; ``faults`` say why, ``code`` is what the program exits with."""

    def __init__(self, faults: Iterable[Fault], code: ExitCode = ExitCode.INPUT) -> None:
        """Note ``faults`` and ``code``."""
        self.faults = tuple(faults)
        self.code = code
        super().__init__(", ".join(fault.code for fault in self.faults))


def fault(
    code: str, where: str, value: object = None, *, hint: str | None = None, **parameters: object
) -> Fault:
    """Return an error with the texts ``cli.fault.<code>`` and ``cli.hint.<hint or code>``.

    ``where`` names the option, the file or the place that is at fault.
    """
    given: Mapping[str, object] = MappingProxyType(parameters)
    advice = f"cli.hint.{hint or code}"
    return Fault(f"cli.fault.{code}", Severity.ERROR, where, value, advice, given)


def refused(
    code: str,
    where: str,
    value: object = None,
    exit_code: ExitCode = ExitCode.INPUT,
    *,
    hint: str | None = None,
    **parameters: object,
) -> Refused:
    """Return a refusal for a single reason; see ``fault``."""
    return Refused((fault(code, where, value, hint=hint, **parameters),), exit_code)
