"""Check that the data folders are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.data import folders as assets


def test_the_data_folders_are_found() -> None:
    assert (assets.folder("rules") / "rule.schema.json").is_file()
    assert (assets.folder("reports") / "report.schema.json").is_file()


def test_a_folder_inside_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "verifier"
    (package / "samples").mkdir(parents=True)
    (tmp_path / "samples").mkdir()
    monkeypatch.setattr(assets, "_PACKAGE", package)
    assert assets.folder("samples") == package / "samples"


def test_a_folder_beside_the_package_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "extras").mkdir()
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "verifier")
    assert assets.folder("extras") == tmp_path / "extras"


def test_an_incomplete_installation_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "verifier")
    with pytest.raises(FileNotFoundError, match="reinstall verifier"):
        assets.folder("nowhere")
