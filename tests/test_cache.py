"""Prove that what is kept is what would be read, for several processes, and that damage is never trusted."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import database
import pytest

from verifier import cache
from verifier.cache import Cache, document_reader, reader
from verifier.model import Source
from verifier.text.reading import read_source

SOURCE = Source("a", database.article(7) + "\n\nSign up for our newsletter.", "Harbour 7 in trouble", notes=("short",))
PAGE = f"<html><head><title>Trouble</title></head><body><article><p>{database.article(7)}</p></article></body></html>"


def files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def test_what_is_kept_is_what_would_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = reader(Cache(tmp_path))
    assert kept(SOURCE) == read_source(SOURCE)
    monkeypatch.setattr(cache, "read_source", lambda _: pytest.fail("read again"))
    assert kept(SOURCE) == read_source(SOURCE)


def test_another_text_or_version_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = reader(Cache(tmp_path))
    kept(SOURCE)
    other = Source("a", SOURCE.text.replace("Altogether", "About"), SOURCE.title, notes=SOURCE.notes)
    assert kept(other) == read_source(other)
    monkeypatch.setattr(cache, "made_by", lambda: "another version")
    kept(SOURCE)
    assert len(files(tmp_path)) == 3


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[:-9],
        lambda data: data.replace(b'"body",0', b'"body",1'),
        lambda _: b"",
        lambda _: b"\xff" * 99,
    ],
)
def test_damage_is_not_trusted(tmp_path: Path, harm: object) -> None:
    kept = reader(Cache(tmp_path))
    kept(SOURCE)
    (path,) = files(tmp_path)
    sound = path.read_bytes()
    path.write_bytes(harm(sound))  # type: ignore[operator]
    assert kept(SOURCE) == read_source(SOURCE)
    assert path.read_bytes() == sound


def test_a_sound_entry_with_spans_of_another_text_is_not_trusted(tmp_path: Path) -> None:
    made = Cache(tmp_path)
    reader(made)(SOURCE)
    (path,) = files(tmp_path)
    for value in ([[["body", 0, 99999, 0]], []], {"a": 1}, [[["footer", 0, 5, 0]], []], 7):
        made.put("readings", path.name, value)
        assert reader(made)(SOURCE) == read_source(SOURCE)


def test_documents_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    first.write_text(PAGE)
    second.write_text(PAGE)
    kept = document_reader(Cache(tmp_path / "cache"))
    made = kept(first)
    assert made == document_reader(None)(first)
    monkeypatch.setattr(cache, "read_document", lambda _: pytest.fail("read again"))
    assert kept(first) == made
    assert (kept(second).id, kept(second).text) == ("b", made.text)


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert reader(Cache(tmp_path / "file"))(SOURCE) == read_source(SOURCE)


def use(root: str) -> int:
    kept = reader(Cache(Path(root)))
    return sum(len(kept(Source(str(n), database.article(n))).sentences) for n in range(30))


def test_several_processes_may_use_it_at_once(tmp_path: Path) -> None:
    with ProcessPoolExecutor(3) as pool:
        found = set(pool.map(use, [str(tmp_path)] * 6))
    assert len(found) == 1
    assert len(files(tmp_path)) == 30


def test_it_is_kept_within_bounds_the_oldest_goes_first(tmp_path: Path) -> None:
    made = Cache(tmp_path)
    for number in range(10):
        made.put("readings", f"{number:02}aa", "x" * 1000)
        os.utime(made._path("readings", f"{number:02}aa"), (number, number))
    made.prune(20_000)
    assert len(files(tmp_path)) == 10
    made.prune(6_000)
    left = [path.name for path in files(tmp_path)]
    assert left == [f"{number:02}aa" for number in range(6, 10)]
