"""Check that the tables that ship are those of their files, parsed before or now."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from golden import compare

from verifier.data import shipped as module
from verifier.data.folders import folder
from verifier.data.shipped import PARSED, parsed, shipped

TABLES = sorted(folder("rules").rglob("*.toml"))


def test_golden_tables() -> None:
    compare(PARSED, parsed(TABLES))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_table_is_what_its_file_says(path: Path) -> None:
    assert shipped(path.relative_to(folder("rules")).as_posix()) == tomllib.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("kept", [None, "", "{", "[]", "{}"])
def test_what_was_not_kept_is_read(kept: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "tables.json"
    if kept is not None:
        place.write_text(kept, "utf-8")
    monkeypatch.setattr(module, "PARSED", place)
    module._parsed.cache_clear()
    assert shipped("ranking.toml") == tomllib.loads((folder("rules") / "ranking.toml").read_text("utf-8"))
    module._parsed.cache_clear()


def test_a_file_that_was_changed_since_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ranking.toml").write_text("[evidence]\nbias = 7.5\n", "utf-8")
    monkeypatch.setattr(module, "folder", lambda _: tmp_path)
    assert shipped("ranking.toml") == {"evidence": {"bias": 7.5}}


def test_each_table_is_taken_from_what_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_parse", lambda _: pytest.fail("parsed again"))
    for path in TABLES:
        assert shipped(path.relative_to(folder("rules")).as_posix()) is not None


def test_one_line_is_one_file() -> None:
    lines = PARSED.read_text("utf-8").splitlines()
    assert len(lines) == len(TABLES) + 2 == len(json.loads("\n".join(lines))) + 2
