"""Test what the silence of an unreadable source proves."""

from __future__ import annotations

import pytest

from verifier.decide.incident import allowing_for_unread
from verifier.ingest.quality import EMPTY, PAYWALL
from verifier.model import Assessment, Claim, Source, SourceReading, Verdict


def reading(name: str, *notes: str) -> SourceReading:
    return SourceReading(Source(name, "A line."), (), (), notes)


def unsupported(verdict: Verdict = Verdict.UNSUPPORTED) -> Assessment:
    return Assessment(Claim("c-1", "Impacts", 0, 9, "It failed"), verdict, "no sentence says this", 0.1)


def test_silence_of_an_unread_source_proves_nothing() -> None:
    found = allowing_for_unread(unsupported(), [reading("a", PAYWALL), reading("b", EMPTY)])
    assert found.verdict is Verdict.NOT_CHECKABLE
    assert "source a is paywall" in found.reason
    assert "source b is empty" in found.reason


def test_silence_of_a_source_read_whole_counts() -> None:
    assert allowing_for_unread(unsupported(), [reading("a", PAYWALL), reading("b")]).verdict is Verdict.UNSUPPORTED
    assert allowing_for_unread(unsupported(), []).verdict is Verdict.UNSUPPORTED


@pytest.mark.parametrize("verdict", [Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.PARTIAL])
def test_other_verdicts_stay(verdict: Verdict) -> None:
    assert allowing_for_unread(unsupported(verdict), [reading("a", EMPTY)]).verdict is verdict
