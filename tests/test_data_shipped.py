"""Check that the tables that ship are those of their files, parsed before or now."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from golden import compare

from verifier.data import shipped as module
from verifier.data.folders import folder
from verifier.data.lexicon_files import table
from verifier.data.shipped import PARSED, frozen, parsed, shipped

TABLES = sorted(path.relative_to(folder("rules")).as_posix() for path in folder("rules").rglob("*.toml"))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a file that what was parsed is taken from."""
    monkeypatch.setattr(module, "PARSED", tmp_path / "tables.json")
    module._parsed.cache_clear()
    yield tmp_path / "tables.json"
    module._parsed.cache_clear()


def test_golden_tables() -> None:
    compare(PARSED, parsed(TABLES))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_what_its_file_says(name: str) -> None:
    assert shipped(name) == frozen(tomllib.loads((folder("rules") / name).read_text("utf-8")))


@pytest.mark.parametrize("held", [None, "", "{", "[]", "{}"])
def test_what_was_not_kept_is_read(held: str | None, kept: Path) -> None:
    if held is not None:
        kept.write_text(held, "utf-8")
    assert shipped("ranking.toml") == frozen(tomllib.loads((folder("rules") / "ranking.toml").read_text("utf-8")))


@pytest.mark.parametrize(
    "damaged", ["[]", "7", "null", "{}", '{"weights": 3}', "{", "\0", '{"a": "\udcff"}', "[" * 9999]
)
def test_a_table_that_was_damaged_is_read(damaged: str, kept: Path) -> None:
    whole = shipped("weights.toml")
    lines = PARSED.read_text("utf-8")
    spoilt = re.sub(r'(?m)^("[^"]*": ).+?(,?)$', lambda line: line[1] + damaged + line[2], lines)
    assert spoilt != lines
    kept.write_bytes(spoilt.encode("utf-8", "surrogateescape"))
    module._parsed.cache_clear()
    assert shipped("weights.toml") == whole


def changeable(value: object) -> bool:
    """Tell whether a value can be changed, or any that it holds."""
    if isinstance(value, Mapping):
        return not isinstance(value, MappingProxyType) or any(map(changeable, value.values()))
    return any(map(changeable, value)) if isinstance(value, tuple) else not isinstance(value, str | int | float)


@pytest.mark.parametrize("name", TABLES)
def test_nobody_can_alter_what_the_next_is_given(name: str) -> None:
    assert not changeable(shipped(name))


def test_nor_what_a_users_lexicon_adds_to(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "nations.toml").write_text('nations = "elmland / elmish"\n', "utf-8")
    found = table("nations", tmp_path)
    assert not changeable(found)
    assert found["nations"] == table("nations")["nations"] + "\nelmland / elmish"


def test_a_file_that_was_changed_since_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ranking.toml").write_text("[evidence]\nbias = 7.5\n", "utf-8")
    monkeypatch.setattr(module, "folder", lambda _: tmp_path)
    assert shipped("ranking.toml") == {"evidence": {"bias": 7.5}}


def test_each_table_is_taken_from_what_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_parse", lambda _: pytest.fail("parsed again"))
    for name in TABLES:
        assert shipped(name)


def test_one_line_is_one_file() -> None:
    lines = PARSED.read_text("utf-8").splitlines()
    assert len(lines) == len(TABLES) + 2 == len(json.loads("\n".join(lines))) + 2
