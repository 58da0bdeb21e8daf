"""Prove that verdicts are compared with labels as promised: worst verdict, evidence of the largest overlap."""

from __future__ import annotations

import pytest
from samples import FERRY, LOST, POST, WAITED, span

from verifier.cli.gold import GoldEvidence, GoldSpan
from verifier.cli.scoring import Outcome, outcome, scores
from verifier.model import Verdict

SAID = span(POST.text, "4,000 tickets")
OTHER = span(POST.text, "newsletter")


def label(start: int, end: int, expected: str = "supported", *evidence: tuple[str, int, int]) -> GoldSpan:
    return GoldSpan(
        "g", "ferry", "Impacts", start, end, expected, tuple(GoldEvidence(*e) for e in evidence), certain=True
    )


@pytest.mark.parametrize(
    ("start", "end", "verdict"),
    [
        (LOST.start, LOST.end, Verdict.CONTRADICTED),
        (WAITED.start, WAITED.end, Verdict.DISPUTED),
        (LOST.end - 3, WAITED.end, Verdict.CONTRADICTED),
        (LOST.end, WAITED.start, Verdict.NOT_CHECKABLE),
    ],
)
def test_the_worst_overlapping_claim_counts(start: int, end: int, verdict: Verdict) -> None:
    assert outcome(label(start, end), FERRY).got == verdict


def test_other_fields_do_not_count() -> None:
    assert outcome(label(LOST.start, LOST.end)._replace(field="Causes"), FERRY).got == Verdict.NOT_CHECKABLE


@pytest.mark.parametrize(
    ("evidence", "rank"),
    [
        ([(POST.id, *SAID)], 0),
        ([("7002", 0, 5)], 1),
        ([("7002", 0, 5), (POST.id, *SAID)], 0),
        ([(POST.id, *OTHER)], -1),
        ([("unknown", *SAID)], -1),
        ([], None),
    ],
)
def test_rank_of_named_evidence(evidence: list[tuple[str, int, int]], rank: int | None) -> None:
    assert outcome(label(LOST.start, LOST.end, "supported", *evidence), FERRY).rank == rank


def test_rank_is_that_of_the_largest_overlap() -> None:
    found = outcome(label(LOST.end - 3, WAITED.end, "supported", ("7002", *SAID)), FERRY)
    assert found.rank == -1


def test_scores() -> None:
    found = scores(
        [
            Outcome("1", "supported", Verdict.SUPPORTED, 0),
            Outcome("2", "supported", Verdict.DISPUTED, 2),
            Outcome("3", "supported", Verdict.PARTIAL, 3),
            Outcome("4", "contradicted", Verdict.CONTRADICTED, -1),
            Outcome("5", "contradicted", Verdict.UNSUPPORTED, None),
            Outcome("6", "not_supported", Verdict.UNSUPPORTED),
        ]
    )
    assert found["labels"] == 6
    assert found["supported_kept"] == found["alarms"] == pytest.approx(1 / 3)
    assert (found["evidence_first"], found["evidence_among_three"]) == (1 / 4, 2 / 4)
    assert found["verdicts"]["contradicted"] == {"labelled": 2, "given": 1, "precision": 1.0, "recall": 0.5}
    assert found["verdicts"]["unsupported"] == {"labelled": 0, "given": 2, "precision": 0.5, "recall": None}
    assert list(found["confusion"]) == ["contradicted", "supported", "not_supported"]
    assert found["confusion"]["supported"]["disputed"] == 1
    assert sum(n for row in found["confusion"].values() for n in row.values()) == 6


def test_nothing_has_no_rates() -> None:
    found = scores([])
    assert (found["labels"], found["confusion"], found["alarms"]) == (0, {}, None)
