"""Check the excuses: each is granted somewhere, leaves its name and reason, and can be turned off by a rule."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verifier.api import Verifier
from verifier.compare.case import Observation
from verifier.compare.excuses import EXCUSES
from verifier.data.rulebook import Example, Rule, load
from verifier.decide.explain import explanation
from verifier.decide.judge import Judgement
from verifier.model import Source
from verifier.rule_examples import judgements

RULES = load().rules
GRANTED = [
    (rule, example, judged, seen)
    for rule in RULES
    for example in rule.examples
    for judged in judgements(example)
    for seen in judged.observations
    if seen.excuse and (seen.mechanism, seen.fact) == (rule.mechanism, rule.fact)
]


def test_every_excuse_is_granted_in_an_example() -> None:
    assert {seen.excuse.name for *_, seen in GRANTED if seen.excuse} == set(EXCUSES)


def test_rules_name_excuses_that_exist() -> None:
    assert {name for rule in RULES for name in rule.excuses or ()} <= set(EXCUSES)


@pytest.mark.parametrize("name", EXCUSES)
def test_an_excuse_says_why_it_exists(name: str) -> None:
    assert (EXCUSES[name].__doc__ or "").startswith("Excuse ")


@pytest.mark.parametrize(
    ("rule", "example", "judged", "seen"),
    GRANTED,
    ids=[f"{r.id}-{o.fact}-{n}" for n, (r, _, _, o) in enumerate(GRANTED)],
)
def test_an_excuse_leaves_its_name_and_reason_where_a_claim_is_explained(
    rule: Rule, example: Example, judged: Judgement, seen: Observation
) -> None:
    assert seen.excuse is not None
    told = [why for name, why in explanation(judged).stood_down if name == seen.excuse.name]
    assert any(seen.excuse.reason in why and seen.said in why and seen.found in why for why in told)


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
    rule, example, _, seen = next(g for g in GRANTED if g[3].excuse and g[3].excuse.name == name)
    given = Source("example", example.source, example.title)

    def granted(excuses: str) -> set[str]:
        judged = Verifier([given], rules=strict(tmp_path, rule, excuses)).judgements(example.claim)
        about = (o for j in judged for o in j.observations if (o.fact, o.said) == (seen.fact, seen.said))
        return {o.excuse.name for o in about if o.excuse}

    others = [other for other in EXCUSES if other != name]
    assert name not in granted("[]")
    assert name not in granted(json.dumps(others))
    assert name in granted(json.dumps([name]))
