"""Prove that files are written whole or not at all, and that nothing is overwritten by mistake."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from verifier.cli.output import Target, append, target, targets, write
from verifier.errors import OutputError, UsageError


@pytest.mark.parametrize(
    ("output", "format_", "path"),
    [
        ("a/report.json", "json", "a/report.json"),
        ("report.MD", "markdown", "report.MD"),
        ("json:report", "json", "report"),
        ("markdown:a:b.txt", "markdown", "a:b.txt"),
        ("./a:b.txt", "text", "./a:b.txt"),
    ],
)
def test_format_is_named_or_follows_from_the_ending(output: str, format_: str, path: str) -> None:
    assert target(output) == Target(format_, Path(path))


@pytest.mark.parametrize("output", ["report", "report.pdf", "pdf:report.json", "", "json:"])
def test_unknown_formats_are_refused(output: str) -> None:
    with pytest.raises(UsageError, match="json"):
        target(output)


def test_inputs_and_repeated_outputs_are_refused(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "in.txt")
    with pytest.raises(UsageError, match="is read in this run, and would be overwritten"):
        targets([str(tmp_path / "link.txt")], [tmp_path / "in.txt"])
    with pytest.raises(UsageError, match="is named twice"):
        targets([str(tmp_path / "a.json"), f"text:{tmp_path}/./a.json"], [])


def test_what_cannot_become_a_file_is_refused_early(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(OutputError, match="is no regular file"):
        targets([str(tmp_path / "folder.json")], [])
    with pytest.raises(OutputError, match="its folder does not exist"):
        targets([str(tmp_path / "none" / "a.json")], [])
    with pytest.raises(OutputError, match="is no regular file"):
        targets([f"json:{os.devnull}"], [])


def test_unwritable_folder_is_refused_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(OutputError, match="its folder is not writable"):
        targets([str(tmp_path / "a.json")], [])


def test_files_are_written_as_utf8_with_usual_permissions(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text("old")
    old.chmod(0o640)
    write([(tmp_path / "new.txt", "naïve – \ud800"), (old, "new")])
    assert (tmp_path / "new.txt").read_bytes() == "naïve – \\ud800".encode()
    assert old.read_text() == "new"
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o666 & ~mask


def test_links_stay_links(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write([(tmp_path / "link.txt", "new")])
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_all_or_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(OutputError, match="cannot be written"):
        write([(tmp_path / "a.txt", "new"), (tmp_path / "none" / "b.txt", "new")])
    assert (tmp_path / "a.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_failure_while_writing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "chmod", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write([(tmp_path / "a.txt", "new")])
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_swept_up_once_it_is_old(tmp_path: Path) -> None:
    old, young, other = (tmp_path / name for name in (".a.txt.1.tmp", ".a.txt.2.tmp", ".b.txt.1.tmp"))
    for path in (old, young, other):
        path.write_text("half")
    for path in (old, other):
        os.utime(path, (0, 0))
    write([(tmp_path / "a.txt", "new")])
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.txt.2.tmp", ".b.txt.1.tmp", "a.txt"]


def test_summaries_are_cut_at_a_line(tmp_path: Path) -> None:
    append(tmp_path / "summary", "a line of words\n" * 100_000)
    data = (tmp_path / "summary").read_bytes()
    assert len(data) < 1024 * 1024
    assert data.endswith(b"a line of words\n\nThe report goes on; see its file.\n")


def test_standard_output_is_no_file() -> None:
    with pytest.raises(UsageError, match=r"-o -: is no file; .*; name a file, or use -f FORMAT"):
        targets(["html:-"], [])
    assert not Path("-").exists()
