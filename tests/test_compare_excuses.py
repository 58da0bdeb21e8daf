"""Check the excuses: each is granted somewhere, leaves its name and reason, and can be turned off by a rule."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from engine import case

from verifier.api import Verifier
from verifier.compare import value
from verifier.compare.case import Observation, Outcome
from verifier.compare.excuses import EXCUSES, reckoned_from
from verifier.data.rulebook import Example, Rule, load
from verifier.decide.judge import Judgement
from verifier.explanation import explanation
from verifier.facts.quantity import read as quantities
from verifier.model import Source
from verifier.rule_examples import judgements

RULES = load().rules


@cache
def granted() -> list[tuple[Rule, Example, Judgement, Observation]]:
    """Return every excuse that an example of a rule shows."""
    return [
        (rule, example, judged, seen)
        for rule in RULES
        for example in rule.examples
        for judged in judgements(example)
        for seen in judged.observations
        if seen.excuse and (seen.mechanism, seen.fact) == (rule.mechanism, rule.fact)
    ]


def test_every_excuse_is_granted_in_an_example() -> None:
    assert {seen.excuse.name for *_, seen in granted() if seen.excuse} == set(EXCUSES)


def test_rules_name_excuses_that_exist() -> None:
    assert {name for rule in RULES for name in rule.excuses or ()} <= set(EXCUSES)


@pytest.mark.parametrize("name", EXCUSES)
def test_an_excuse_says_why_it_exists(name: str) -> None:
    assert (EXCUSES[name].__doc__ or "").startswith("Excuse ")


def test_an_excuse_leaves_its_name_and_reason_where_a_claim_is_explained() -> None:
    for rule, example, judged, seen in granted():
        assert seen.excuse is not None
        told = [why for name, why in explanation(judged).stood_down if name == seen.excuse.name]
        parts = (seen.excuse.reason, seen.said, seen.found)
        assert any(all(part in why for part in parts) for why in told), (rule.id, example)


def strict(folder: Path, rule: Rule, excuses: str) -> Path:
    """Write a user's copy of a shipped rule that grants the excuses given, in a folder of its own."""
    folder /= str(len(list(folder.iterdir())))
    folder.mkdir()
    (folder / f"{rule.id}.toml").write_text(
        f'id = "{rule.id}"\nmechanism = "{rule.mechanism}"\nfact = "{rule.fact}"\ntitle = "{rule.title}"\n'
        f'severity = "{rule.severity}"\nhelp = "Without excuses."\nexcuses = {excuses}\n'
        '[[example]]\nexpect = "near-miss"\nclaim = "One."\nsource = "One."\nwhy = "the same word"\n',
        "utf-8",
    )
    return folder


@pytest.mark.parametrize("name", EXCUSES)
def test_a_rule_turns_an_excuse_off(tmp_path: Path, name: str) -> None:
    rule, example, _, seen = next(g for g in granted() if g[3].excuse and g[3].excuse.name == name)
    given = Source("example", example.source, example.title)

    def left(excuses: str) -> set[str]:
        judged = Verifier([given], rules=strict(tmp_path, rule, excuses)).judgements(example.claim)
        about = (o for j in judged for o in j.observations if (o.fact, o.said) == (seen.fact, seen.said))
        return {o.excuse.name for o in about if o.excuse}

    others = [other for other in EXCUSES if other != name]
    assert name not in left("[]")
    assert name not in left(json.dumps(others))
    assert name in left(json.dumps([name]))


@pytest.mark.parametrize(
    ("claimed", "granted"), [("26 riders", True), ("18 riders", True), ("25 riders", False), ("31 riders", False)]
)
def test_a_sum_counts_with_figures_beside_the_one_that_differs(claimed: str, granted: bool) -> None:  # noqa: FBT001
    (ours,) = quantities(claimed)
    near = quantities("Four riders were badly hurt, and another 22 riders had bruises for 9 days.")
    assert bool(reckoned_from(ours, near, "")) is granted


@pytest.mark.parametrize(
    ("claimed", "source", "excused"),
    [
        ("Ten riders died when the lift fell.", "The lift fell and killed nine riders and a guard.", True),
        ("Ten riders died when the lift fell.", "The lift fell and killed nine riders on Monday.", False),
        ("Of the lifts 99% were shut.", "Of the lifts 1% were open and the other ones shut.", True),
        ("Of the lifts 98% were shut.", "Of the lifts 1% were open and the other ones shut.", False),
    ],
)
def test_one_more_in_words_and_the_rest_of_a_share_are_reckoned(claimed: str, source: str, excused: bool) -> None:  # noqa: FBT001
    seen = [o for o in value.observe(case(claimed, source)) if o.outcome is Outcome.CLASH]
    assert seen
    assert any(o.excuse and o.excuse.name == reckoned_from.__name__ for o in seen) is excused
