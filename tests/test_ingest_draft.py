from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from verifier.errors import InputError
from verifier.ingest.draft import draft
from verifier.ingest.manifest import Entry, Manifest
from verifier.model import Role

TEXT = "Gate opens early\n\n3 May 2019\n\nThe gate was opened too early, the office said.\n"
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TEXT, encoding="utf-8")


def test_an_article_is_entered_with_what_its_text_tells(tmp_path: Path) -> None:
    put(tmp_path, "sub/gate.txt")
    entry = Entry("gate", "sub/gate.txt", title="Gate opens early", published=date(2019, 5, 3), sha256=DIGEST)
    assert draft(tmp_path) == ((entry,), ())


def test_postmortems_and_tables(tmp_path: Path) -> None:
    (tmp_path / "pm.txt").write_text(
        "Incident: Gate\n\nPostmortem Analysis\nTimeline 1. It opened.\n", encoding="utf-8"
    )
    (tmp_path / "incidents.csv").write_text("Incident ID,Title\n", encoding="utf-8")
    (tmp_path / "articles.csv").write_text("Article ID,Body\n1,x\n", encoding="utf-8")
    entries, troubles = draft(tmp_path)
    assert [(entry.file, entry.role) for entry in entries] == [
        ("articles.csv", Role.CITED),
        ("incidents.csv", Role.EXCLUDE),
        ("pm.txt", Role.EXCLUDE),
    ]
    assert troubles == ()


@pytest.mark.parametrize(
    ("files", "ids"),
    [
        (["a.txt", "sub/b.txt"], ["a", "b"]),
        (["a.txt", "sub/a.txt"], ["a", "sub/a"]),
        (["a.html", "a.txt"], ["a.html", "a.txt"]),
        (["a.b.txt", "c.txt"], ["a.b", "c"]),
    ],
)
def test_ids_tell_the_files_apart(tmp_path: Path, files: list[str], ids: list[str]) -> None:
    put(tmp_path, *files)
    assert [entry.id for entry in draft(tmp_path)[0]] == ids


def test_a_file_whose_text_cannot_be_read_is_entered_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    entries, (trouble,) = draft(tmp_path)
    assert entries == (Entry("a", "a.txt", sha256=hashlib.sha256(b"\x00\x01").hexdigest()),)
    assert (trouble.where, trouble.what) == (str(tmp_path / "a.txt"), "is a binary file")


def test_a_file_that_cannot_be_entered_is_said(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "two\nlines.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT, encoding="utf-8")
    entries, troubles = draft(tmp_path)
    assert [entry.id for entry in entries] == ["a"]
    assert [trouble.what for trouble in troubles] == [
        "has a name that a manifest cannot hold",
        "no such file",
        "has a name that a manifest cannot hold",
    ]
    assert all(trouble.where.isprintable() for trouble in troubles)


def test_what_an_old_manifest_says_is_kept_but_for_the_hash(tmp_path: Path) -> None:
    put(tmp_path, "gate.txt", "501.txt")
    old = Entry("501", "./gate.txt", "Title", "https://a.example", "A", None, "0" * 64, Role.CONTEXT)
    entries, _ = draft(tmp_path, Manifest(tmp_path / "manifest.json", (old, Entry("9", "gone.txt"))))
    assert entries[1] == old._replace(sha256=DIGEST)
    assert [entry.id for entry in entries] == ["501.txt", "501"]


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no article"):
        draft(tmp_path)
    with pytest.raises(InputError, match="no such folder"):
        draft(tmp_path / "nowhere")
    put(tmp_path, "a.txt")
    with pytest.raises(InputError, match="is no folder"):
        draft(tmp_path / "a.txt")


def test_a_path_longer_than_a_manifest_holds_is_told(tmp_path: Path) -> None:
    place = tmp_path.joinpath(*["long" * 60] * 9)
    place.mkdir(parents=True)
    (place / "gate.txt").write_text("The gate opened at noon on Friday, the keeper said.\n", encoding="utf-8")
    entries, troubles = draft(tmp_path)
    assert entries == ()
    assert [trouble.what for trouble in troubles] == ["has a name that a manifest cannot hold"]
