"""What happens before any command: the check that our packages are ours."""

from importlib.metadata import PackageNotFoundError, version

from api.cli.exits import ExitCode
from api.cli.refusals import refused
from api.identity import ForeignPackageError, assert_ours


def refuse_foreign_packages() -> None:
    """Raise ``Refused`` when another distribution stands in the place of one of our packages."""
    try:
        assert_ours()
    except ForeignPackageError as error:
        name = error.name or "?"
        raise refused("foreign_package", name, exit_code=ExitCode.SURROUNDINGS) from None


def version_line() -> str:
    """Return the program's name and version; a bare checkout has none."""
    try:
        return f"hemrunda {version('hemrunda')}"
    except PackageNotFoundError:
        return "hemrunda (checkout)"
