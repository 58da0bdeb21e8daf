from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from verifier.errors import OutputError
from verifier.ingest.draft import draft
from verifier.ingest.inventory import check_manifest, write_manifest
from verifier.ingest.manifest import Entry, read_manifest
from verifier.model import Role


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text(f"The gate of {name} was opened too early.\n", encoding="utf-8")
    write_manifest(tmp_path / "manifest.json", draft(tmp_path)[0])
    return tmp_path


def found(folder: Path) -> list[tuple[str, str]]:
    troubles = check_manifest(read_manifest(folder / "manifest.json"))
    return [(Path(trouble.where).name, trouble.what.partition(":")[0]) for trouble in troubles]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    entries = (
        Entry("501", "é.txt", "“Gate”", "https://a.example", "A", date(2019, 5, 3), "0" * 64, Role.CONTEXT),
        Entry("2", "b.txt"),
    )
    write_manifest(tmp_path / "manifest.json", entries[:1])
    assert read_manifest(tmp_path / "manifest.json").entries == entries[:1]
    write_manifest(tmp_path / "manifest.json", entries)
    assert read_manifest(tmp_path / "manifest.json").entries == entries
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_a_failed_write_leaves_the_old_manifest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (folder / "manifest.json").read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match=r"manifest\.json: cannot be written \(No space left on device\)"):
        write_manifest(folder / "manifest.json", ())
    assert (folder / "manifest.json").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "manifest.json", "sub"]


def test_a_manifest_cannot_be_written_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_manifest(tmp_path / "nowhere" / "manifest.json", ())


def test_untouched_files_pass(folder: Path) -> None:
    (folder / "README.md").write_text("About.", encoding="utf-8")
    (folder / "pm.txt").write_text("Incident: Gate\n\nPostmortem Analysis\n", encoding="utf-8")
    assert found(folder) == []


def test_changed_missing_and_unnamed_files_are_found(folder: Path) -> None:
    (folder / "a.txt").write_text("The gate was never opened.\n", encoding="utf-8")
    (folder / "sub" / "b.txt").unlink()
    (folder / "sub" / "c.txt").write_text("New.", encoding="utf-8")
    assert found(folder) == [
        ("a.txt", "changed since the manifest was written"),
        ("b.txt", "no such file"),
        ("c.txt", "is not named in the manifest"),
    ]


def test_a_file_without_a_hash_is_found(folder: Path) -> None:
    manifest = read_manifest(folder / "manifest.json")
    first, second = manifest.entries
    write_manifest(manifest.path, (first, second._replace(sha256="0" * 64)))
    text = manifest.path.read_text(encoding="utf-8").replace(f'"sha256": "{first.sha256}",', "")
    manifest.path.write_text(text, encoding="utf-8")
    assert found(folder) == [
        ("a.txt", "has no sha256 in the manifest"),
        ("b.txt", "changed since the manifest was written"),
    ]


def test_an_excluded_file_is_proved_too(folder: Path) -> None:
    manifest = read_manifest(folder / "manifest.json")
    write_manifest(manifest.path, [entry._replace(role=Role.EXCLUDE) for entry in manifest.entries])
    (folder / "a.txt").write_text("Other.", encoding="utf-8")
    assert found(folder) == [("a.txt", "changed since the manifest was written")]
