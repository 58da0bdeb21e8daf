"""Check the hint at names that are like a wrong one, and that nothing else gives one."""

from __future__ import annotations

from pathlib import Path

import pytest

import verifier
from verifier.errors import like_named


@pytest.mark.parametrize(
    ("wrong", "known", "told"),
    [
        ("quanity", ("quantity", "date"), 'did you mean "quantity"?'),
        ("due date", ("date", "due dates", "dates due"), 'did you mean "due dates" or "date"?'),
        ("quantity", ("x", "y", "x"), "known: x, y"),
    ],
)
def test_a_wrong_name_is_told_with_those_like_it(wrong: str, known: tuple[str, ...], told: str) -> None:
    assert like_named(wrong, iter(known)) == told


def test_where_none_is_like_it_another_hint_may_stand() -> None:
    assert like_named("a", ["zz"], "see there") == "see there"
    assert like_named("a", ["zz"], "") == ""
    assert like_named("abcx", ["abcd"], alike=0.8) == "known: abcd"


def test_one_function_looks_for_names_that_are_alike() -> None:
    code = Path(verifier.__file__).parent
    looking = [path.name for path in code.rglob("*.py") if "get_close_matches" in path.read_text("utf-8")]
    assert looking == ["errors.py"]
