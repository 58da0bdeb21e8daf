"""Check what is refuted of claims that the articles are silent."""

from __future__ import annotations

import pytest
from engine import indexed

from verifier.api import Verifier
from verifier.compare.absence import refuted
from verifier.facts.analysis import analyse
from verifier.model import Source, Verdict

TEXT = (
    "The clinic received a ransom note on Monday. Officials at the Lakeside Health Trust refused to pay. "
    "There was no data loss, a nurse said. The gang may have copied the payroll files. Did the trust call a lawyer? "
    "The outage kept 310 operating rooms closed for a week."
)
SOURCES = [Source("s", TEXT), Source("t", "An unrelated flower market opened in spring.")]
VERIFIER = Verifier(SOURCES)
INDEX = indexed(SOURCES)


def found(claim: str, allowed: int = INDEX.of_sources(INDEX.by_source)) -> str:
    seen = refuted(analyse(claim, INDEX.vocabulary), INDEX, allowed, ("similar",))
    return seen.found if seen else ""


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("The article does not mention a ransom note.", "ransom note"),
        ("There is no mention of the Lakeside Health Trust in the article.", "Lakeside Health Trust"),
        ("The articles say nothing about ransom notes.", "ransom note"),
        ("No ransom note is mentioned in the article.", "ransom note"),
        ("The article does not specify how many operating rooms were closed.", "operating rooms closed"),
        ("The article does not mention refunds, a ransom note or a lawsuit.", "ransom note"),
        ("The article did not explicitly mention any ransom note due to the outage.", "ransom note"),
    ],
)
def test_what_a_source_plainly_states_is_found(claim: str, words: str) -> None:
    assert found(claim) == words


@pytest.mark.parametrize(
    "claim",
    [
        "The article does not mention data loss.",
        "The article does not mention copied payroll files.",
        "The article does not mention a call to a lawyer.",
        "The article does not mention a ransom payment.",
        "The article does not mention a note.",
        "The article does not specify how many nurses were hurt.",
        "The article does not mention a similar outage.",
        "The article does not mention any hardware failure.",
        "The article does not say whether the trust paid the ransom.",
        "The article mentions a ransom note.",
    ],
)
def test_what_no_source_asserts_is_left_alone(claim: str) -> None:
    assert found(claim) == ""


def test_only_allowed_passages_refute() -> None:
    assert found("The article does not mention a ransom note.", INDEX.of_sources(["t"])) == ""


def test_a_refuted_claim_is_contradicted_with_its_evidence() -> None:
    (assessment,) = VERIFIER.check_text("The article does not mention a ransom note.").assessments
    assert assessment.verdict is Verdict.CONTRADICTED
    assert assessment.reason == 'source s does mention it: "ransom note"'
    (finding,) = assessment.findings
    (evidence,) = finding.evidence
    assert TEXT[evidence.start : evidence.end] == evidence.text == "The clinic received a ransom note on Monday."
    assert assessment.claim.text[slice(*finding.spans[0])] == "ransom note"


def test_a_claim_that_holds_stays_unchecked_and_so_without_the_rule() -> None:
    (held,) = VERIFIER.check_text("The article does not mention a recall notice.").assessments
    assert (held.verdict, held.findings) == (Verdict.NOT_CHECKABLE, ())
    without = Verifier([Source("s", TEXT)], ignore=["absence"])
    (skipped,) = without.check_text("The article does not mention a ransom note.").assessments
    assert skipped.verdict is Verdict.NOT_CHECKABLE


@pytest.mark.parametrize(
    "run", ["no " * 9000, "does not " * 5000 + "mention", "any " * 9000, "a" * 50_000, "or, " * 9000]
)
def test_long_runs_are_read(run: str) -> None:
    assert found(f"The article does not mention {run}") == ""
    assert found(f"No {run} is mentioned in the article.") == ""
