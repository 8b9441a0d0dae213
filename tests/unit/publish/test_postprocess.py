"""A folder as a mapping of paths to lazily read files."""

import pytest

from knowledge.publish.postprocess import StoredFiles


def test_files_are_known_by_their_path_in_order_and_read_late(tmp_path):
    (tmp_path / "en").mkdir()
    for name in ("b.html", "a.html", "en/a.html"):
        (tmp_path / name).write_text("old")
    files = StoredFiles(tmp_path)
    (tmp_path / "b.html").write_text("new")
    (tmp_path / "late.html").write_text("x")
    assert list(files) == ["a.html", "b.html", "en/a.html"]
    assert len(files) == 3
    assert files["b.html"] == b"new"
    assert "late.html" not in files
    with pytest.raises(KeyError):
        files["late.html"]
