from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from verifier.errors import InputError
from verifier.ingest.listed import CHANGED, change, file_digest, listed_sources
from verifier.ingest.manifest import Entry, Manifest
from verifier.model import Role, Source, Trouble

TEXT = "Gate opens early\n\nPublished on 2019-05-03 10:00\n\nThe gate was opened too early, the office said.\n"


def manifest(folder: Path, *entries: Entry) -> Manifest:
    return Manifest(folder / "manifest.json", entries)


def gate(folder: Path, text: str = TEXT) -> str:
    """Write gate.txt and return its hash."""
    (folder / "gate.txt").write_text(text, encoding="utf-8", newline="")
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_source_is_what_the_manifest_says_of_it(tmp_path: Path) -> None:
    digest = gate(tmp_path)
    entry = Entry(
        "501", "gate.txt", "A title", "https://a.example/1", "A Paper", date(2020, 1, 1), digest, Role.CONTEXT
    )
    assert list(listed_sources(manifest(tmp_path, entry))) == [
        Source(
            id="501",
            text=TEXT,
            title="A title",
            url="https://a.example/1",
            outlet="A Paper",
            published=date(2020, 1, 1),
            path=str(tmp_path / "gate.txt"),
            sha256=digest,
            role=Role.CONTEXT,
            notes=("very short",),
        )
    ]


def test_what_the_manifest_leaves_out_is_read_from_the_text(tmp_path: Path) -> None:
    gate(tmp_path)
    entry = Entry("501", "gate.txt", title="Gate opens early", url="https://www.a.example/1")
    (source,) = listed_sources(manifest(tmp_path, entry))
    assert isinstance(source, Source)
    assert (source.title, source.outlet, source.published) == ("", "a.example", date(2019, 5, 3))


def test_a_changed_file_is_used_with_a_note_and_a_trouble(tmp_path: Path) -> None:
    digest = gate(tmp_path)
    source, trouble = listed_sources(manifest(tmp_path, Entry("501", "gate.txt", sha256="0" * 64)))
    assert isinstance(source, Source)
    assert source.notes == ("very short", CHANGED)
    assert isinstance(trouble, Trouble)
    assert trouble.where == str(tmp_path / "gate.txt")
    assert trouble.what == f"changed since the manifest was written: its sha256 was {'0' * 64}, and is {digest}"


def test_an_excluded_and_a_skipped_file_are_not_read(tmp_path: Path) -> None:
    gate(tmp_path)
    entries = (
        Entry("1", "gate.txt", role=Role.EXCLUDE),
        Entry("2", "gone.txt", role=Role.EXCLUDE),
        Entry("3", "pm.txt"),
    )
    assert list(listed_sources(manifest(tmp_path, *entries), skip=lambda path: path.name == "pm.txt")) == []


def test_a_missing_file_is_a_trouble_and_the_rest_is_read(tmp_path: Path) -> None:
    gate(tmp_path)
    trouble, source = listed_sources(manifest(tmp_path, Entry("1", "gone.txt"), Entry("2", "gate.txt")))
    assert trouble == Trouble(str(tmp_path / "gone.txt"), "no such file", "check the path")
    assert isinstance(source, Source)
    assert source.id == "2"


def test_a_table_keeps_its_own_ids(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    path.write_text("Article ID,Headline,Body\n7,Gate,Open\n8,Lock,Shut\n", encoding="utf-8")
    entry = Entry("all", "articles.csv", sha256=file_digest(path), role=Role.CONTEXT)
    found = list(listed_sources(manifest(tmp_path, entry), ids=["8"]))
    assert [(item.id, item.role, item.title) for item in found if isinstance(item, Source)] == [
        ("8", Role.CONTEXT, "Lock")
    ]
    assert len(found) == 1
    source, trouble = listed_sources(manifest(tmp_path, entry._replace(sha256="0" * 64)), ids=["7"])
    assert isinstance(source, Source)
    assert CHANGED in source.notes
    assert isinstance(trouble, Trouble)


def test_file_digest(tmp_path: Path) -> None:
    assert gate(tmp_path) == file_digest(tmp_path / "gate.txt")
    for path, message in ((tmp_path, "is a folder"), (tmp_path / ("x" * 5000), "cannot be read")):
        with pytest.raises(InputError, match=message):
            file_digest(path)


def test_a_file_without_a_known_hash_is_never_changed() -> None:
    assert change(Path("a"), "", "00") is None
    assert change(Path("a"), "00", "00") is None
    assert change(Path("a"), "00", "11") is not None
