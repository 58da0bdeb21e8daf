"""Hold the program to its house: what imports what, who writes verdicts, and that all of it is drawn."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from scripts import ROOT, script

CODE = sorted((ROOT / "verifier").rglob("*.py"))
WRITERS = {"decide", "gate", "reader", "audit"}
"""Who writes verdicts: `decide`; the gate, a second reader and an audit without sources take them back, and say so."""


def part(path: Path) -> str:
    """Return the part of the program that a module belongs to."""
    return path.relative_to(ROOT / "verifier").parts[0].removesuffix(".py")


def written(tree: ast.Module) -> Iterator[ast.Call]:
    """Yield the calls that make an assessment, or that copy a value with another verdict."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            turned = name == "replace" and any(word.arg in {"verdict", "support"} for word in node.keywords)
            if name == "Assessment" or turned:
                yield node


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    """Return every module of the program, parsed."""
    return {path: ast.parse(path.read_text("utf-8")) for path in CODE}


def test_only_those_who_may_write_verdicts(trees: dict[Path, ast.Module]) -> None:
    calls = {path: [call.lineno for call in written(tree)] for path, tree in trees.items()}
    writing = {path for path, lines in calls.items() if lines and path.name != "stored.py"}
    assert [f"{path}: {calls[path]}" for path in writing if part(path) not in WRITERS] == []
    assert {part(path) for path in writing} >= {"decide", "gate"}, "somebody writes them"


def test_every_module_says_what_it_is_for(trees: dict[Path, ast.Module]) -> None:
    told = {path: (ast.get_docstring(tree) or "").split("\n")[0] for path, tree in trees.items()}
    assert [str(path) for path, line in told.items() if len(line) <= 20] == []


def test_the_picture_of_the_packages_is_fresh() -> None:
    module = script("docs/package_diagram.py")
    drawn = module.draw()
    assert all(f">{name}<" in drawn for name in ("cli", "decide", "facts", "model"))
    assert module.PICTURE.read_text("utf-8") == drawn, "draw it anew: python docs/package_diagram.py"
