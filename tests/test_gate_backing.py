"""Prove that what the sources only guess at, or only deny, is not held to be stated where that does not count."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from engine import sources
from samples import DELETED, POST, assess

from verifier.api import Verifier
from verifier.formats import sarif, text
from verifier.gate.backing import discounted
from verifier.gate.policy import Policy, apply
from verifier.model import (
    Assessment,
    Evidence,
    Field,
    Part,
    Postmortem,
    PostmortemReport,
    Report,
    Severity,
    Stance,
    Verdict,
)

STATED = "The outage destroyed 4,000 tickets."
GUESSED = "The outage may have destroyed 4,000 tickets."
DENIED = "The port denied that the outage destroyed 4,000 tickets."
BESIDE = "The outage destroyed 4,000 tickets, and the port may close."
NO_GUESS, NO_DENIAL = "only a guess in the sources says this", "only a denial in the sources says this"
NEITHER = "only a denial or a guess in the sources says this"


def backed(claim: str, *texts: str, stance: Stance = Stance.SUPPORTS, verdict: Verdict = Verdict.SUPPORTED) -> Report:
    """Return a report on one claim that rests on the texts."""
    evidence = tuple(Evidence(POST.id, Part.BODY, 0, len(t), t, stance, 0.9) for t in texts)
    one = Assessment(replace(DELETED, text=claim), verdict, "stated by the sources", 0.9, evidence=evidence)
    other = assess(replace(DELETED, id="c-other"), Verdict.SUPPORTED, 0.9)
    return Report("0", "", (PostmortemReport(Postmortem("p", "p", None, "p.txt", "", ()), (), (one, other)),))


def seen(report: Report, **settings: Any) -> tuple[Verdict, str]:
    """Return verdict and reason of the first claim as the policy sees it."""
    (one,) = apply(report, Policy(**settings)).reports
    assert one.assessments[1] == report.reports[0].assessments[1]
    return one.assessments[0].verdict, one.assessments[0].reason


@pytest.mark.parametrize(
    ("texts", "without_guesses", "without_denials", "without_both"),
    [
        ([STATED], "", "", ""),
        ([GUESSED], NO_GUESS, "", NO_GUESS),
        ([DENIED], "", NO_DENIAL, NO_DENIAL),
        ([GUESSED, DENIED], "", "", NEITHER),
        ([GUESSED, GUESSED], NO_GUESS, "", NO_GUESS),
        ([GUESSED, STATED], "", "", ""),
        ([DENIED, STATED], "", "", ""),
        ([BESIDE], "", "", ""),
        ([], "", "", ""),
    ],
)
def test_a_claim_needs_a_sentence_that_counts(
    texts: list[str], without_guesses: str, without_denials: str, without_both: str
) -> None:
    report = backed("About 4,000 tickets were destroyed", *texts)
    for reason, settings in (
        ("", {}),
        (without_guesses, {"guesses": False}),
        (without_denials, {"denials": False}),
        (without_both, {"guesses": False, "denials": False}),
    ):
        kept = (Verdict.SUPPORTED, "stated by the sources")
        assert seen(report, **settings) == ((Verdict.PARTIAL, reason) if reason else kept)


def test_a_claim_that_guesses_or_denies_is_stated_by_a_sentence_that_does() -> None:
    for claim, sentence in ((GUESSED, GUESSED), (DENIED, DENIED)):
        assert seen(backed(claim, sentence), guesses=False, denials=False)[0] is Verdict.SUPPORTED
    assert seen(backed(GUESSED, DENIED), guesses=False, denials=False) == (Verdict.PARTIAL, NO_DENIAL)


@pytest.mark.parametrize("stance", [Stance.CONTEXT, Stance.CONTRADICTS])
def test_only_what_supports_is_looked_at(stance: Stance) -> None:
    assert seen(backed(STATED, GUESSED, stance=stance), guesses=False)[0] is Verdict.SUPPORTED


@pytest.mark.parametrize("verdict", sorted(set(Verdict) - {Verdict.SUPPORTED}))
def test_other_verdicts_stay(verdict: Verdict) -> None:
    report = backed(STATED, GUESSED, verdict=verdict).reports[0]
    assert discounted(report, denials=False, guesses=False) is report


def test_the_claim_gets_a_note_that_settings_grade_like_any_other() -> None:
    report = backed(STATED, GUESSED)
    (one,) = apply(report, Policy(guesses=False)).reports
    (problem,) = one.problems
    assert (problem.rule, problem.severity, problem.title) == ("partial", Severity.NOTE, NO_GUESS)
    assert problem.claims == (DELETED.id,)
    assert one.findings == one.assessments[0].findings
    assert [f.id for f in one.findings] == list(problem.findings)
    for settings in ({"rules": (("partial", "error"),)}, {"verdicts": (("partial", "error"),)}):
        (raised,) = apply(report, Policy(guesses=False, **settings)).reports  # type: ignore[arg-type]
        assert [p.severity for p in raised.problems] == [Severity.ERROR]
    (silent,) = apply(report, Policy(guesses=False, rules=(("partial", "off"),))).reports
    assert (silent.problems, silent.assessments[0].verdict) == ((), Verdict.PARTIAL)


def checked(value: str, *texts: str) -> Report:
    postmortem = Postmortem("p", "p", None, "p.txt", "", (Field("Impacts", value, 0, len(value)),))
    return Verifier(sources(*texts)).check(postmortem)


@pytest.mark.parametrize("texts", [(DENIED, STATED), (STATED, DENIED), (f"{DENIED} {STATED}",)])
def test_a_sentence_that_counts_is_found_behind_one_that_does_not(texts: tuple[str, ...]) -> None:
    (one,) = apply(checked("1. " + STATED, *texts), Policy(denials=False)).reports
    (claim,) = one.assessments
    assert (claim.verdict, one.problems) == (Verdict.SUPPORTED, ())
    assert [e.text for e in claim.evidence] == [STATED]
    (evidence,) = claim.evidence
    text = next(r.source.text for r in one.sources if r.source.id == evidence.source)
    assert text[evidence.start : evidence.end] == STATED


def test_a_checked_postmortem_says_so_in_its_reports() -> None:
    report = checked(f"1. {STATED} 2. Rats had eaten through a cable.", DENIED, "Rats had eaten through a cable.")
    assert [a.verdict for a in report.reports[0].assessments] == [Verdict.SUPPORTED, Verdict.SUPPORTED]
    after = apply(report, Policy(denials=False))
    assert [a.verdict for a in after.reports[0].assessments] == [Verdict.PARTIAL, Verdict.SUPPORTED]
    assert NO_DENIAL in text.render(after)
    results = json.loads(sarif.render(after))["runs"][0]["results"]
    assert [(r["ruleId"], r["level"]) for r in results] == [("partial", "note")]
