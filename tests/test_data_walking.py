"""Prove that folders are walked however deep they are, in order, and not through links."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from verifier.cli.main import main
from verifier.data.walking import files_below, walk
from verifier.errors import InputError

DEEP = 1200


def dig(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make folders in a folder in folders, and put an article into the last."""
    folder.mkdir()
    with monkeypatch.context() as inside:
        inside.chdir(folder)
        for _ in range(DEEP):
            os.mkdir("d")  # noqa: PTH102  a path from here
            os.chdir("d")
        Path("ferry.txt").write_text("The ferry sank at noon on Friday, the harbour master said in Lorne.\n")


def test_a_folder_deeper_than_the_stack_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dig(tmp_path / "deep", monkeypatch)
    monkeypatch.chdir(tmp_path)
    Path("report.md").write_text("# Ferry\n\nThe ferry sank at noon on Friday, the harbour master said.\n")
    assert [path.name for path in files_below(Path("deep"))] == ["ferry.txt"]
    done = CliRunner().invoke(main, ["check", "report.md", "--sources", "deep"])
    assert done.exit_code == 0, done.stderr
    assert "1 source" in done.stderr
    refused = CliRunner().invoke(main, ["check", "report.md", "--sources", "deep", "--rules", "deep"])
    assert "deep: holds no rule" in refused.stderr
    subprocess.run(["rm", "-rf", "deep"], check=True)  # Python's own removal is as deep as its stack


def test_the_order_is_that_of_the_lists_and_what_is_taken_out_is_not_entered(tmp_path: Path) -> None:
    for name in ("b/c", "a", "left"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "x").touch()
    (tmp_path / "link").symlink_to(tmp_path / "b")
    seen = []
    for here, folders, files in walk(tmp_path):
        folders[:] = sorted(name for name in folders if name != "left")
        seen.append((str(here.relative_to(tmp_path)), files))
    assert seen == [(".", []), ("a", ["x"]), ("b", []), ("b/c", ["x"])]


def test_a_folder_that_cannot_be_listed_is_named_or_left_out(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone: cannot be listed \(No such file or directory\)"):
        list(walk(tmp_path / "gone"))
    assert list(files_below(tmp_path / "gone")) == []
