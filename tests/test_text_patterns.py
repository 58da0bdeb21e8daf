"""Check that patterns are compiled when they are first used, and that all of them can be."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import verifier
from verifier.text import patterns
from verifier.text.patterns import pattern

HOME = Path(verifier.__file__).parent
USING = sorted(
    ".".join(path.relative_to(HOME.parent).with_suffix("").parts)
    for path in HOME.rglob("*.py")
    if "import pattern\n" in path.read_text("utf8")
)


def test_a_pattern_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    plain = re.compile

    def told(source: str, flags: re.RegexFlag) -> re.Pattern[str]:
        compiled.append(source)
        return plain(source, flags)

    monkeypatch.setattr("verifier.text.patterns.re.compile", told)
    word = pattern(r"pumps?", re.IGNORECASE)
    assert not compiled
    assert word.findall("Pump, two PUMPS") == ["Pump", "PUMPS"]
    assert word.fullmatch("pump") and word.findall("none") == []
    assert compiled == ["pumps?"]


@pytest.mark.parametrize("module", USING)
def test_every_pattern_compiles(module: str) -> None:
    values = [*vars(import_module(module)).values()]
    values += [item for value in values if isinstance(value, dict) for item in value.values()]
    lazy = [value for value in values if isinstance(value, patterns._Lazy)]
    assert lazy, "it has a pattern of its own"
    assert all(isinstance(each.pattern, str) for each in lazy)
