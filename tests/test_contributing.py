"""Follow the documentation word for word: the rules and the type of fact that it shows work as they stand."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from verifier.api import Verifier
from verifier.data.rulebook import load
from verifier.errors import ConfigError
from verifier.model import Source
from verifier.rule_examples import run_examples

ROOT = Path(__file__).resolve().parent.parent
TOML = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = [
    (page, block)
    for page in ("CONTRIBUTING.md", "docs/writing-rules.md")
    for block in TOML.findall((ROOT / page).read_text("utf-8"))
    if block.startswith("id = ") and 'fact = "version"' not in block
]
TYPE = re.compile(
    r"`(?P<path>verifier/facts/\w+/__init__\.py)`:\n\n```python\n(?P<code>.*?)^```$.*?"
    r"at the end of `(?P<list>\w+)` in `(?P<registry>[\w/.]+)`: `(?P<line>[^`]+)`.*?"
    r"^```toml\n(?P<rule>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
SHOW = """
import json, sys
from verifier.api import Verifier
from verifier.data.rulebook import load
from verifier.model import Source
from verifier.rule_examples import run_examples
book = load(select=[sys.argv[1]])
results = run_examples(book)
hit = book.rules[0].examples[0]
(judged,) = Verifier([Source("s", hit.source)]).check_text(hit.claim).assessments
print(json.dumps({
    "failed": [str(r) for r in results if not r.passed],
    "fired": sum(r.fired for r in results),
    "verdict": judged.verdict,
    "findings": [[f.rule, f.severity, f.message] for f in judged.findings if f.rule == sys.argv[1]],
    "facts": [[f.type, f.text, f.value] for f in judged.facts],
}))
"""
PLAIN = """
import re
from typing import NamedTuple
from verifier.facts.fact_type import FactType
from verifier.facts.relation import Relation

class Colour(NamedTuple):
    start: int
    end: int
    word: str

def read(text, published=None, told=None):
    return [Colour(m.start(), m.end(), m[0].lower()) for m in re.finditer("violet|green|amber", text, re.IGNORECASE)]

def relate(ours, theirs):
    return Relation.EQUAL if ours.word == theirs.word else Relation.APART

TYPE = FactType("colour", read, relate)
"""
RULE = """
id = "colour"
mechanism = "value"
fact = "colour"
title = "another colour"
severity = "error"
help = "Compares the colours of lamps."
[[example]]
expect = "hit"
claim = "The lamp over the lock gate was amber when the barge left."
source = "The lamp over the lock gate was violet when the barge left, the keeper said."
why = "another colour"
"""


def test_both_pages_show_a_whole_rule() -> None:
    assert {page for page, _ in SHOWN} == {"CONTRIBUTING.md", "docs/writing-rules.md"}


@pytest.mark.parametrize(("page", "block"), SHOWN, ids=[page for page, _ in SHOWN])
def test_a_rule_that_is_shown_works_as_it_stands(tmp_path: Path, page: str, block: str) -> None:
    (tmp_path / "own.toml").write_text(block, "utf-8")
    book = load(tmp_path)
    (name,) = {rule.id for rule in book.rules} - {rule.id for rule in load().rules}
    results = run_examples(replace(book, rules=(book.get(name),)))
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


def with_type(folder: Path, path: str, code: str, line: str, rule: str, name: str) -> dict[str, Any]:
    """Return what a copy of the program says that has a further package, a line in its registry, and a rule."""
    for part in ("verifier", "rules", "reports"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / path).parent.mkdir()
    (folder / path).write_text(code, "utf-8")
    registry = folder / "verifier/facts/registry.py"
    listed = registry.read_text("utf-8")
    assert listed.count("\n)\n") == 1, "there is one list"
    registry.write_text(listed.replace("\n)\n", f"\n    {line}\n)\n"), "utf-8")
    (folder / "rules/core" / f"{name}.toml").write_text(rule, "utf-8")
    run = [sys.executable, "-c", SHOW, name]
    env = os.environ | {"PYTHONPATH": str(folder)}
    done = subprocess.run(run, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_type_of_fact_that_is_shown_works_as_it_stands(tmp_path: Path) -> None:
    shown = TYPE.search((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert shown
    assert (shown["list"], shown["registry"]) == ("_PACKAGES", "verifier/facts/registry.py")
    found = with_type(tmp_path, shown["path"], shown["code"], shown["line"], shown["rule"], "version")
    assert (found["failed"], found["fired"]) == ([], 1)
    assert found["findings"] == [["version", "note", 'claim says "4.2", source s says "5.1"']]
    assert found["verdict"] == "partial", "what was never fitted contradicts nothing"
    assert ["version", "4.2", "4.2"] in found["facts"]


def test_a_type_of_fact_needs_no_more_than_to_be_read_and_related(tmp_path: Path) -> None:
    line = '"colour",'
    found = with_type(tmp_path, "verifier/facts/colour/__init__.py", PLAIN, line, RULE, "colour")
    assert (found["failed"], found["verdict"]) == ([], "partial")
    assert found["findings"] == [["colour", "note", 'claim says "amber", source s says "violet"']]


def test_a_type_of_fact_that_is_not_registered_is_refused_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "colour.toml").write_text(RULE, "utf-8")
    with pytest.raises(ConfigError, match=r"colour.toml: fact.*'colour' is no type.*quantity, date, quantifier"):
        Verifier([], rules=tmp_path)
