"""What nobody foresaw: named without its message, and with its traceback only on demand."""

import errno

import pytest

from api.cli.exits import ExitCode
from api.cli.failures import DEBUG_VARIABLE, explain

SECRET = "Doldagatan 7"


def caught(error: Exception) -> Exception:
    """Return ``error`` as it is after it was raised."""
    try:
        raise error  # noqa: TRY301  so that it has a traceback
    except Exception as raised:  # noqa: BLE001  whatever it is
        return raised


def test_a_defect_is_named_by_type_and_place_and_not_by_its_message() -> None:
    refusal = explain(caught(RuntimeError(SECRET)))
    (fault,) = refusal.faults
    assert refusal.code is ExitCode.DEFECT
    assert fault.value == "RuntimeError"
    assert fault.path.startswith("test_failures.py:")
    assert SECRET not in str(refusal.faults)


def test_the_traceback_is_shown_on_demand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    explain(caught(RuntimeError("why")))
    assert "Traceback" not in capsys.readouterr().err
    monkeypatch.setenv(DEBUG_VARIABLE, "1")
    explain(caught(RuntimeError("why")))
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "exit_code"),
    [
        (FileNotFoundError(errno.ENOENT, "", "x.json"), "file_missing", ExitCode.INPUT),
        (PermissionError(errno.EACCES, "", "x.json"), "file_forbidden", ExitCode.INPUT),
        (IsADirectoryError(errno.EISDIR, "", "x.json"), "file_is_folder", ExitCode.INPUT),
        (NotADirectoryError(errno.ENOTDIR, "", "x.json"), "folder_is_file", ExitCode.INPUT),
        (OSError(errno.ENOSPC, "No space left", "x.json"), "disk", ExitCode.SURROUNDINGS),
    ],
)
def test_a_file_that_fails_is_named(error: OSError, code: str, exit_code: ExitCode) -> None:
    refusal = explain(caught(error))
    assert refusal.code is exit_code
    assert refusal.faults[0].code == f"cli.fault.{code}"
    assert refusal.faults[0].path == "x.json"
