"""Prove that lines and columns lead back to the words they were made from."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from samples import ECHO, FERRY, LONGER, LOST, PAGE, POSTMORTEM, SAME_WAIT

from verifier.formats.places import Region, Spot, of_claim, of_evidence, region
from verifier.formats.quotes import Desk
from verifier.model import Field, Part


def cut(text: str, found: Region) -> str:
    """Cut a region out of a text, as an editor would."""
    lines = text.split("\n")[found.line - 1 : found.end_line]
    lines[-1] = lines[-1][: found.end_column - 1]
    lines[0] = lines[0][found.column - 1 :]
    return "\n".join(lines)


@settings(deadline=None)
@given(st.text(st.sampled_from("ab\n\r é😀\u2028"), max_size=30), st.data())
def test_regions_lead_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert cut(text, region(text, start, end)) == text[start:end]


def test_columns_count_code_points_from_one() -> None:
    assert region("a\r\n😀bc", 4, 5) == Region(2, 2, 2, 3)
    assert region("", 0, 0) == Region(1, 1, 1, 1)


def test_claims_have_lines_only_in_running_text() -> None:
    (assessment,) = (a for a in FERRY.assessments if a.claim.id == LOST.id)
    spot = of_claim(Desk.of(FERRY), assessment)
    assert spot.region is not None
    assert cut(PAGE, spot.region) == LOST.text
    table = replace(FERRY, postmortem=replace(POSTMORTEM, path="all.csv"))
    assert of_claim(Desk.of(table), assessment) == Spot("all.csv", None)
    apart = (*POSTMORTEM.fields, Field("Other", "elsewhere", 0, 9))
    parts = replace(FERRY, postmortem=replace(POSTMORTEM, fields=apart))
    assert of_claim(Desk.of(parts), assessment).region is None


def test_evidence_has_lines_only_in_plain_bodies() -> None:
    desk = Desk.of(FERRY)
    found = of_evidence(desk, SAME_WAIT)
    assert found.region is not None
    assert found.region.line == 1
    assert of_evidence(desk, LONGER) == Spot(ECHO.path, None)
    assert of_evidence(desk, replace(SAME_WAIT, part=Part.TITLE)).region is None
    assert of_evidence(desk, replace(SAME_WAIT, source="gone")) == Spot("", None)
