"""Hold the engine to its table of thresholds: numbers that somebody chose stand there, and all of them serve."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from verifier.data import thresholds

PROGRAM = Path(thresholds.__file__).parent.parent
ENGINE = [path for name in ("facts", "evidence", "compare", "decide") for path in (PROGRAM / name).rglob("*.py")]
STRUCTURAL = {
    "ages._YEAR", "calendar_words._LAST_DAY", "calendar_words._MILLENNIUM", "periods._HALF", "relation._HALF_DAY",
    "relation._LEAP_YEAR", "relation._MILLION", "relation._THOUSANDFOLD", "shares._HUNDRED", "latitude._EXACT",
    "numerals._LONGEST_FIGURE", "grid._KEPT", "grid.SAME", "bounds._LONGEST", "quantifier._LONGEST",
    "units._LONGEST_NAME", "reading._ANY_YEAR", "reading._LEAPS",
}  # fmt: skip
"""Facts of the calendar and of counting, what a computer holds, a scale's top, the longest entries of word lists."""


def numbers(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module gives bare numbers to."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                pairs = zip(parts(target), parts(node.value), strict=False)
                yield from (name.id for name, value in pairs if isinstance(name, ast.Name) and bare(value))


def parts(node: ast.expr) -> list[ast.expr]:
    """Return what a tuple holds, or the node alone."""
    return node.elts if isinstance(node, ast.Tuple) else [node]


def bare(node: ast.expr) -> bool:
    """Say whether nothing but numbers makes up a value: 3, -0.5, 10**6."""
    kinds = (ast.Constant, ast.UnaryOp, ast.BinOp, ast.operator, ast.unaryop)
    inside = list(ast.walk(node))
    constants = [part.value for part in inside if isinstance(part, ast.Constant)]
    return all(isinstance(part, kinds) for part in inside) and all(type(value) in {int, float} for value in constants)


def table() -> set[str]:
    """Return the names of the table."""
    return {name for name in vars(thresholds) if name.isupper()}


def test_a_bare_number_is_told_from_other_values() -> None:
    tree = ast.parse("A, B = 3, 'b'\nC: float = -0.5\nD = 10**6\nE = len('e')\nF = {'f': 1}\nG = True")
    assert list(numbers(tree)) == ["A", "C", "D"]


def test_no_module_of_the_engine_keeps_a_number_for_itself() -> None:
    kept = {f"{path.stem}.{name}" for path in ENGINE for name in numbers(ast.parse(path.read_text("utf-8")))}
    assert kept - STRUCTURAL == set()
    assert STRUCTURAL - kept == set(), "what no module keeps needs no leave"


def test_every_number_of_the_table_serves() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in ENGINE]
    read = {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert len(table()) > 100
    assert table() - read == set()
