"""Hold the shipped rules to what a rule must bring: help, measured precision, examples, pages that are up to date."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from verifier.compare.certainty import DOUBTED
from verifier.data.rulebook import Rule, load
from verifier.model import Severity

ROOT = Path(__file__).resolve().parent.parent
RULES = load().rules
TEXTS = [(rule, example) for rule in RULES for example in rule.examples]
REAL = re.compile(
    r"\b(?:adobe|airbus|amazon|android|apple|asus|bbc|boeing|cisco|cnn|equifax|facebook|google|huawei|ibm|instagram|intel|"
    r"linkedin|lockheed|microsoft|mozilla|nasa|netflix|nissan|nokia|oracle|paypal|reddit|reuters|samsung|siemens|sony|"
    r"spacex|symantec|tesla|toyota|twitter|uber|verizon|visa|volkswagen|yahoo|youtube|zoom)\b",
    re.IGNORECASE,
)
MEDIA = {"facebook", "twitter", "linkedin", "reddit", "instagram", "youtube", "android"}
"""Words that are media or kinds of device in plain speech; the rules on media and terms have to speak of them."""

CLASHING = {
    "quantity", "date", "quantifier", "name", "role", "medium", "term", "polarity", "opposite", "certainty",
    "cause",
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_looks_for_and_when_it_stands_down(rule: Rule) -> None:
    assert len(rule.help) > 200
    assert re.search(r"\bstands? down\b|\bis not compared\b|\bproves nothing\b", rule.help, re.IGNORECASE)
    assert rule.title == rule.title.strip().rstrip(".")
    assert rule.title[0].islower()


@pytest.mark.parametrize("rule", [r for r in RULES if r.severity is Severity.ERROR], ids=lambda rule: rule.id)
def test_only_rules_that_were_measured_to_be_right_are_errors(rule: Rule) -> None:
    assert rule.measured is not None
    assert rule.measured.of >= 10
    assert rule.confidence >= 0.7


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_that_only_doubts_says_so_and_is_a_note(rule: Rule) -> None:
    if not any(example.expect == "hit" for example in rule.examples):
        assert ("It finds no clash" if rule.fact == DOUBTED else "lowers support") in rule.help
        assert rule.severity is Severity.NOTE


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_shows_where_it_speaks_and_where_it_does_not(rule: Rule) -> None:
    kinds = Counter(example.expect for example in rule.examples)
    assert kinds["hit"] + kinds["doubt"] >= 3
    assert kinds["near-miss"] + kinds["stand-down"] >= 3


def test_every_kind_of_fact_that_can_clash_has_a_rule() -> None:
    assert CLASHING - {rule.fact for rule in RULES} == set()


def test_ids_and_titles_are_unique() -> None:
    assert [i for i, n in Counter(rule.id for rule in RULES).items() if n > 1] == []
    assert [t for t, n in Counter(rule.title for rule in RULES).items() if n > 1] == []


def test_no_example_is_given_twice() -> None:
    pairs = Counter((rule.id, example.claim, example.source) for rule, example in TEXTS)
    assert [pair for pair, n in pairs.items() if n > 1] == []


def test_examples_name_no_real_company_and_say_why() -> None:
    for rule, example in TEXTS:
        named = {name.lower() for name in REAL.findall(f"{example.claim} {example.source} {example.title}")}
        assert named <= MEDIA, rule.id
        assert len(example.why.split()) >= 2, (rule.id, example)
        assert example.claim != example.source, rule.id
