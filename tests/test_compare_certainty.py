"""Check that a deed which every source leaves open is doubted, and one that a source tells is not."""

from __future__ import annotations

import pytest
from engine import case, read

from verifier.api import Verifier
from verifier.compare.certainty import not_told_as_done
from verifier.facts.clause.verbs import modal_before, told_as_done
from verifier.model import Source, Verdict


def place(text: str, word: str) -> int:
    return next(i for i, t in enumerate(read(text).tokens) if t.key == word)


@pytest.mark.parametrize(
    ("text", "word", "done", "modal"),
    [
        ("The valve flooded the yard.", "flooded", True, ""),
        ("The yard was flooded.", "flooded", True, ""),
        ("The valve can also flood the yard.", "flood", False, "can"),
        ("The yard may have been flooded.", "flooded", False, "may"),
        ("The yard will be flooded.", "flooded", False, "will"),
        ("The valve seemed to have flooded the yard.", "flooded", False, ""),
        ("The valve could break and flooded the yard.", "flooded", True, ""),
        ("The firm, which in May recalled the valves, closed.", "recalled", True, ""),
        ("The firm that sold valves in May closed.", "closed", True, ""),
        ("The firm is recalling its valves.", "recalling", False, ""),
        ("The firm was recalling its valves.", "recalling", True, ""),
    ],
)
def test_a_verb_tells_a_deed_unless_a_modal_or_to_leads_it_in(text: str, word: str, done: bool, modal: str) -> None:  # noqa: FBT001
    analysis, at = read(text), place(text, word)
    assert told_as_done(analysis, at) is done
    before = modal_before(analysis, at)
    assert (analysis.tokens[before].key if before >= 0 else "") == modal


@pytest.mark.parametrize(
    ("claim", "source", "doubted"),
    [
        ("The valve flooded the yard.", "The valve can flood the yard, the fire service warned.", True),
        ("The valve flooded the yard.", "The valve is believed to have flooded the yard.", True),
        ("The firm replaced its valves.", "The firm will replace its valves in May.", True),
        ("The valve would have flooded the yard.", "The valve can flood the yard.", False),
        ("The valve may have flooded the yard.", "The valve can flood the yard.", False),
        ("The valve did not flood the yard.", "The valve can flood the yard.", False),
        ("The flaw allowed thieves to open the gate.", "The flaw could allow thieves to open the gate.", False),
        ("The yard stayed dry.", "The valve would not have flooded the yard had it stayed dry.", False),
        ("The valve flooded the yard.", "If the valve flooded the yard, nobody saw it.", False),
        ("The valve flooded the yard.", "The valve can flood the yard. In May it flooded the yard twice.", False),
        ("The firm repaired the valve.", "The firm will repair the valve. The firm fixed the valve.", False),
        ("The firm repaired the valve.", "The firm will repair the valve. The firm sold the valve.", True),
        ("The firm is replacing its valves.", "The firm will replace its valves.", False),
    ],
)
def test_a_deed_is_doubted_where_every_passage_leaves_it_open(claim: str, source: str, doubted: bool) -> None:  # noqa: FBT001
    assert bool(list(not_told_as_done(case(claim, source)))) is doubted


def test_the_reason_names_what_leaves_it_open_and_the_claim_is_no_longer_supported() -> None:
    verifier = Verifier([Source("s1", "The valve can flood the yard of the school, the fire service warned.")])
    (judged,) = verifier.judgements("The valve flooded the yard of the school.")
    assert judged.assessment.verdict is Verdict.PARTIAL
    assert "can flood" in judged.assessment.reason
    (kept,) = verifier.judgements("The valve can flood the yard of the school.")
    assert kept.assessment.verdict is Verdict.SUPPORTED
