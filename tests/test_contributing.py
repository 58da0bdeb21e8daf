"""Follow the documentation of rules word for word: the rules it shows load, pass their examples, and fire."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verifier.api import Verifier
from verifier.data.rulebook import load
from verifier.model import Source
from verifier.rule_examples import run_examples

ROOT = Path(__file__).resolve().parent.parent
TOML = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = [
    (page, block)
    for page in ("CONTRIBUTING.md", "docs/writing-rules.md")
    for block in TOML.findall((ROOT / page).read_text("utf-8"))
    if block.startswith("id = ")
]


def test_both_pages_show_a_whole_rule() -> None:
    assert {page for page, _ in SHOWN} == {"CONTRIBUTING.md", "docs/writing-rules.md"}


@pytest.mark.parametrize(("page", "block"), SHOWN, ids=[page for page, _ in SHOWN])
def test_a_rule_that_is_shown_works_as_it_stands(tmp_path: Path, page: str, block: str) -> None:
    (tmp_path / "own.toml").write_text(block, "utf-8")
    book = load(tmp_path)
    (name,) = {rule.id for rule in book.rules} - {rule.id for rule in load().rules}
    results = [result for result in run_examples(book) if result.rule == name]
    assert [str(result) for result in results if not result.passed] == []
    hit = next(example for example in book.get(name).examples if example.expect == "hit")
    found = Verifier([Source("s", hit.source)], rules=tmp_path).check_text(hit.claim).assessments
    fired = {finding.rule for each in found for finding in each.findings}
    assert {name, book.get(name).fact} <= fired, "it fires beside the rule that is shipped"


def test_the_sorts_of_examples_are_those_of_the_schema() -> None:
    schema = (ROOT / "rules" / "rule.schema.json").read_text("utf-8")
    listed = re.search(r'"expect": \{.*?"enum": \[(.*?)\]', schema, re.DOTALL)
    assert listed
    for page in ("CONTRIBUTING.md", "docs/writing-rules.md"):
        text = (ROOT / page).read_text("utf-8")
        assert [sort for sort in re.findall(r'"([a-z-]+)"', listed[1]) if f"`{sort}`" not in text] == []
