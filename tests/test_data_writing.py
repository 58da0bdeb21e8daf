"""Prove that a folder is written to where it is ours, and by one run at a time."""

import os
from pathlib import Path

import pytest

from verifier.data.writing import locked, locked_folder, refuse_others, replaced, writing
from verifier.errors import OutputError, UsageError


def test_a_folder_is_refused_unless_its_names_are_ours(tmp_path: Path) -> None:
    asked: list[frozenset[str]] = []

    def is_own(names: frozenset[str]) -> bool:
        asked.append(names)
        return "letter" not in names

    refuse_others(tmp_path / "gone", is_own, "is other", "name another")
    refuse_others(tmp_path, is_own, "is other", "name another")
    (tmp_path / "letter").touch()
    with pytest.raises(UsageError, match=r"is other; name another"):
        refuse_others(tmp_path, is_own, "is other", "name another")
    assert asked == [frozenset(), frozenset({"letter"})]
    with pytest.raises(UsageError, match=r"letter: is other; name another"):
        refuse_others(tmp_path / "letter", lambda _: True, "is other", "name another")


def test_of_two_the_second_is_refused_until_the_first_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.data.writing.WAIT", 0.05)
    with pytest.raises(ZeroDivisionError), locked_folder(tmp_path, "lock"):
        with pytest.raises(OutputError, match="another run is writing here"), locked_folder(tmp_path, "lock"):
            pytest.fail("both got in")
        raise ZeroDivisionError
    with locked(tmp_path / "lock", OutputError("is taken"), 0.05):
        assert (tmp_path / "lock").exists()


def test_a_file_is_written_whole_or_stays_as_it_was(tmp_path: Path) -> None:
    place, left = tmp_path / "list.txt", tmp_path / f".list.txt.{os.getpid()}"
    left.write_text("of a run that was killed")
    replaced(place, [b"one\n", b"two\n"])
    assert place.read_bytes() == b"one\ntwo\n"
    with pytest.raises(ZeroDivisionError):
        replaced(place, (b"x" * (1 // n) for n in (1, 0)))
    assert place.read_bytes() == b"one\ntwo\n"
    assert list(tmp_path.iterdir()) == [place]


def test_what_cannot_be_written_is_told_with_its_place(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    for named, where in ((False, tmp_path), (True, gone / "letter")):
        with pytest.raises(OutputError) as told, writing(tmp_path, "name another", named=named):
            (gone / "letter").write_text("Dear", encoding="utf-8")
        assert str(told.value) == f"{where}: cannot be written (No such file or directory); name another"
