from pathlib import Path

import numpy as np
import pytest

from maps.files import load_arrays, save_arrays


def test_what_is_saved_is_loaded_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.npz"
    save_arrays(path, {"one": np.arange(3), "none": np.empty((0, 2))})
    arrays = load_arrays(path)
    assert arrays is not None
    assert arrays["one"].tolist() == [0, 1, 2]
    assert [file.name for file in path.parent.iterdir()] == ["a.npz"]


def test_missing_file_is_no_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert load_arrays(tmp_path / "a.npz") is None
    assert not caplog.records


def test_objects_are_never_unpacked(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "a.npz"
    np.savez(path, bad=np.array([{"a": 1}], dtype=object))
    assert load_arrays(path) is None
    assert "damaged" in caplog.text
    assert not path.exists()


def test_interrupted_writing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    save_arrays(path, {"one": np.arange(3)})
    with pytest.raises(ValueError, match="Object arrays"):
        save_arrays(path, {"one": np.array([object()], dtype=object)})
    arrays = load_arrays(path)
    assert arrays is not None
    assert arrays["one"].tolist() == [0, 1, 2]
    assert [file.name for file in tmp_path.iterdir()] == ["a.npz"]
