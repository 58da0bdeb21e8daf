"""Hold the program to its house: what imports what, who writes verdicts, and that all of it is drawn."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
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


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_those_who_may_write_verdicts(path: Path) -> None:
    calls = list(written(ast.parse(path.read_text("utf-8"))))
    allowed = part(path) in WRITERS or path.name == "stored.py"  # which reads a report back as it was written
    assert allowed or not calls, f"line {calls[0].lineno} writes a verdict"


def test_verdicts_are_written_somewhere() -> None:
    assert {part(path) for path in CODE if list(written(ast.parse(path.read_text("utf-8"))))} >= {"decide", "gate"}


def test_the_import_contract_holds() -> None:
    pytest.importorskip("importlinter", reason="import-linter is not installed: pip install -e '.[dev]'")
    run = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_module_says_what_it_is_for(path: Path) -> None:
    told = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    assert len(told.split("\n")[0]) > 20


def test_the_picture_of_the_packages_is_fresh() -> None:
    spec = importlib.util.spec_from_file_location("package_diagram", ROOT / "docs" / "package_diagram.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    drawn = module.draw()
    assert all(f">{name}<" in drawn for name in ("cli", "decide", "facts", "model"))
    assert module.PICTURE.read_text("utf-8") == drawn, "draw it anew: python docs/package_diagram.py"
