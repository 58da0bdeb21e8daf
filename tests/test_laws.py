"""Check the laws of a verdict: it rests on its own reach, on no rule that is off, and never on a word that is there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from corpus import ROOT, incidents, texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verifier.api import Verifier
from verifier.data.models import models
from verifier.data.rulebook import load
from verifier.decide.features import RESTS_ON
from verifier.decide.verdict import ERROR
from verifier.formats import json_report, junit, sarif
from verifier.ingest.postmortems import read_postmortems
from verifier.ingest.sources import read_sources
from verifier.model import Field, Postmortem, PostmortemReport, Report, Source, Verdict
from verifier.rule_examples import findings, judgements
from verifier.text.reading import read_source

STATED = frozenset({Verdict.SUPPORTED, Verdict.DISPUTED, Verdict.NOT_CHECKABLE})
CLASHING = frozenset({Verdict.CONTRADICTED, Verdict.DISPUTED})
SEEDS = ROOT / "seeds"
few = settings(
    derandomize=True, deadline=None, max_examples=12, database=None, suppress_health_check=[HealthCheck.too_slow]
)
many = settings(few, max_examples=150)


def shown(report: Report, postmortem: str) -> str:
    """Return what a report says of one postmortem, as JSON."""
    (found,) = (one for one in json_report.as_record(report)["reports"] if one["postmortem"]["id"] == postmortem)
    return json.dumps(found, sort_keys=True)


# Reach: what else is loaded, and in which order, changes nothing.


@given(
    mine=st.sampled_from(range(len(incidents()))),
    beside=st.sets(st.sampled_from(range(len(incidents()))), max_size=3),
    order=st.randoms(use_true_random=False),
)
@few
def test_a_report_is_the_same_alone_in_a_batch_in_any_order_and_beside_any_articles(
    mine: int, beside: set[int], order: object
) -> None:
    alone = incidents()[mine]
    expected = shown(Verifier(alone.sources).check(alone.postmortem), alone.postmortem.id)
    batch = [incidents()[number] for number in sorted({mine, *beside})]
    articles = list({source.id: source for incident in batch for source in incident.sources}.values())
    pages = [incident.postmortem for incident in batch]
    order.shuffle(articles)  # type: ignore[attr-defined]
    order.shuffle(pages)  # type: ignore[attr-defined]
    assert shown(Verifier(articles).check(*pages), alone.postmortem.id) == expected


def test_the_order_of_articles_changes_nothing_where_nothing_is_listed() -> None:
    (page,) = read_postmortems(SEEDS / "postmortem.txt")
    articles = list(read_sources([SEEDS]).sources)
    reports = {shown(Verifier(found).check(page), page.id) for found in (articles, articles[::-1])}
    assert len(reports) == 1


# Verbatim: what stands word for word in a source is never flagged.


def sentences() -> list[tuple[Source, str]]:
    return [(source, sentence.text) for source in texts() for sentence in read_source(source).sentences]


@given(st.sampled_from(sentences()))
@many
def test_a_sentence_is_stated_by_its_own_text(given: tuple[Source, str]) -> None:
    source, sentence = given
    for found in Verifier([source]).check_text(sentence).assessments:
        assert found.verdict in STATED, found.reason
        assert found.verdict is Verdict.DISPUTED or found.findings == ()


@given(st.sampled_from([i for i, incident in enumerate(incidents()) if len(incident.sources) > 1]), st.data())
@few
def test_a_sentence_is_stated_beside_articles_that_say_it_otherwise(number: int, data: st.DataObject) -> None:
    incident = incidents()[number]
    verifier = Verifier(incident.sources)
    one = data.draw(st.sampled_from([s.text for r in map(read_source, incident.sources) for s in r.sentences]))
    assert {found.verdict for found in verifier.check_text(one).assessments} <= STATED


@pytest.mark.parametrize(
    ("claim", "before"),
    [
        ("The Harle mill was shut down at 4 p.m.", "The Ostby mill was shut down at 3 p.m."),
        ("The second pump lost 40 litres.", "The first pump lost 90 litres."),
        ("The mayor was not told.", "The governor was told."),
    ],
)
def test_a_like_sentence_about_something_else_takes_nothing_away(claim: str, before: str) -> None:
    (found,) = Verifier([Source("s", f"{before} {claim}")]).check_text(claim).assessments
    assert found.verdict is Verdict.SUPPORTED


# Rules off: a rule that is off takes no part in anything.

RULES = load().rules
NOTHING = set(models()[ERROR].features({}))
NAMES = [*(rule.id for rule in RULES), *sorted({rule.mechanism for rule in RULES})]


def seed_report(ignore: Iterable[str]) -> PostmortemReport:
    (postmortem,) = read_postmortems(SEEDS / "postmortem.txt")
    return Verifier(read_sources([SEEDS]).sources, ignore=tuple(ignore)).check(postmortem).reports[0]


def off(name: str) -> set[str]:
    """Return the ids of the rules that `--ignore NAME` turns off."""
    return {rule.id for rule in RULES if name in {rule.id, rule.mechanism, rule.fact}}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_rests_on_a_rule_that_is_off(name: str) -> None:
    silenced = off(name)
    for rule in RULES:
        for example in (e for e in rule.examples if rule.id in silenced and e.expect in {"hit", "doubt"}):
            assert silenced.isdisjoint(f.rule for f in findings(example, ignore=(name,)))
            for judged in judgements(example, ignore=(name,)):
                found = judged.assessment
                about = {(rule.mechanism, rule.fact) for rule in RULES if rule.id in silenced}
                assert about.isdisjoint((o.mechanism, o.fact) for o in judged.observations)
                assert found.verdict not in CLASHING or found.findings, example.claim
                weighed = models()[ERROR].features(judged.decision.weighed) if judged.decision else ()
                assert {f for f in weighed if RESTS_ON.get(f.name) in about} <= NOTHING


@pytest.mark.parametrize("name", ["quantity", "value", "document"])
def test_no_format_names_a_rule_that_is_off(name: str) -> None:
    (postmortem,) = read_postmortems(SEEDS / "postmortem.txt")
    report = Verifier(read_sources([SEEDS]).sources, ignore=[name]).check(postmortem)
    record = json_report.as_record(report)["reports"][0]
    told = {each["rule"] for each in (*record["findings"], *record["problems"])}
    (run,) = json.loads(sarif.render(report))["runs"]
    told |= {each["ruleId"] for each in run["results"]} | {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert off(name).isdisjoint(told)
    assert [rule for rule in off(name) if re.search(rf'type="{rule}"|\b{rule}: ', junit.render(report))] == []


def test_with_all_rules_off_nothing_is_contradicted() -> None:
    report = seed_report(rule.id for rule in RULES)
    assert not {a.verdict for a in report.assessments} & CLASHING
    assert {f.rule for f in report.findings} <= {"missing-source", "unsupported", "partial", "misattributed"}


# Rules on: a rule file is enough.

OWN = """
id = "{name}"
mechanism = "value"
fact = "quantity"
title = "{title}"
severity = "note"
help = "Reports other figures."
{more}
[[example]]
expect = "hit"
claim = "The flood destroyed 300 cars in the garage of the clinic."
source = "The flood destroyed 500 cars in the garage of the clinic."
why = "another figure"
"""
CLAIM = "The flood destroyed 300 cars in the garage of the clinic."
FLOOD = "The flood destroyed 500 cars in the garage of the clinic."


def own(folder: Path, more: str = "", name: str = "own-figure") -> Path:
    folder /= str(len(list(folder.iterdir())))  # rules are read once a folder
    folder.mkdir()
    (folder / "own.toml").write_text(OWN.format(name=name, title=f"figures: {name}", more=more), "utf-8")
    return folder


def fired(folder: Path, claim: str = CLAIM, source: str = FLOOD, ignore: tuple[str, ...] = ()) -> list[str]:
    found = Verifier([Source("s", source)], rules=folder, ignore=ignore).check_text(claim).assessments
    return sorted(f.rule for a in found for f in a.findings)


def test_a_second_rule_of_a_fact_type_fires_beside_the_first(tmp_path: Path) -> None:
    folder = own(tmp_path)
    assert fired(folder) == ["own-figure", "quantity"]
    assert fired(folder, ignore=("quantity",)) == []  # it is the type of fact, too
    assert fired(folder, ignore=("own-figure",)) == ["quantity"]


@pytest.mark.parametrize(
    ("word", "narrowed"),
    [("300", False), ("cars", False), ("Car", False), ("destroy", False), ("boats", True), ("pumps", True)],
)
def test_a_rule_can_be_narrowed_to_clauses_with_a_word(tmp_path: Path, word: str, *, narrowed: bool) -> None:
    claim = CLAIM.replace(" in the garage of the clinic.", "; pumps were brought from the clinic.")
    folder = own(tmp_path, f'only_words = ["{word}"]')
    assert fired(folder, claim) == (["quantity"] if narrowed else ["own-figure", "quantity"])


def test_a_rule_can_be_narrowed_to_fields(tmp_path: Path) -> None:
    folder = own(tmp_path, 'only_fields = ["Impacts"]')
    for field, expected in (("Impacts", {"own-figure", "quantity"}), ("Timeline", {"quantity"})):
        document = Postmortem("p", "p", None, "p.txt", "", (Field(field, CLAIM, 0, len(CLAIM)),))
        report = Verifier([Source("s", FLOOD)], rules=folder).check(document).reports[0]
        assert {f.rule for f in report.findings} == expected


def test_every_pair_of_mechanism_and_fact_of_a_clash_model_has_a_rule() -> None:
    about = {f"clash.{rule.mechanism}.{rule.fact}" for rule in RULES}
    assert {name.removesuffix(".by_claim") for name in models() if name.startswith("clash.")} <= about
