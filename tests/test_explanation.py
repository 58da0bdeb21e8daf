"""Check that an explanation shows every candidate, the alignment and what stood down."""

from __future__ import annotations

from engine import sources

from verifier.api import Verifier
from verifier.decide.judge import Judgement
from verifier.explanation import explanation
from verifier.model import Assessment, Claim, Explanation, Kind, Verdict

SOURCE = (
    "The flood broke 300 pumps of Northline in Harle. A pump was sold in Harle to a baker. "
    "Ines Varga leads Northline. Who says that the clerk opened the vault with a key?"
)


def explained(claim: str) -> Explanation:
    (judgement,) = Verifier(sources(SOURCE)).judgements(claim)
    return explanation(judgement)


def test_every_candidate_is_shown_with_a_reason_best_first() -> None:
    found = explained("The flood broke 300 pumps in Harle.").candidates
    assert len(found) >= 2
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert found[0].taken
    assert not found[-1].taken
    assert all(c.reason for c in found)


def test_candidates_cut_their_source() -> None:
    for candidate in explained("The flood broke 300 pumps in Harle.").candidates:
        place = candidate.place
        assert SOURCE[place.start : place.end] == place.text


def test_a_passage_that_says_otherwise_is_taken() -> None:
    found = explained("The flood broke 900 pumps in Harle.")
    assert found.assessment.verdict is Verdict.CONTRADICTED
    assert found.candidates[0].taken
    assert "otherwise" in found.candidates[0].reason


def test_words_are_paired_or_listed_as_unmatched() -> None:
    found = explained("The flood destroyed pumps of a walrus in Harle.")
    assert "flood = flood" in found.matched
    assert "Harle = Harle" in found.matched
    assert "walrus" in found.unmatched


def test_near_words_are_told_from_equal_ones() -> None:
    found = explained("A pump was given in Harle to a customer.")
    assert {"pump = pump", "given ~ sold", "Harle = Harle"} <= set(found.matched)


def test_another_value_in_the_same_slot_is_shown_with_both_sides() -> None:
    found = explained("The flood broke 900 pumps in Harle.")
    assert found.otherwise == ("900 / 300",)
    assert not explained("The flood broke 300 pumps in Harle.").otherwise


def test_words_that_stand_elsewhere_are_told_apart() -> None:
    found = explained("The flood broke pumps of a baker in Harle, and Ines saw a walrus.")
    everything = (*found.matched, *found.unmatched)
    assert any(w.startswith("baker") for w in everything)
    assert "walrus" in found.unmatched
    assert "baker" not in found.unmatched


def test_what_stood_down_is_shown_with_its_reason() -> None:
    found = explained("The clerk did not open the vault.")
    assert found.stood_down == (("unreal", 'polarity, "not open" beside "opened": the passage asks'),)


def test_each_feature_shows_what_it_adds() -> None:
    found = explained("The flood broke 300 pumps in Harle.").features
    assert len({f.name for f in found}) == len(found) > 5
    assert all(abs(f.part - f.value * f.weight) < 1e-3 for f in found)


def test_what_cannot_be_checked_has_no_candidates() -> None:
    advice = Claim("c", "Preventions", 0, 4, "Rest", Kind.ADVICE, reason="advice")
    assessment = Assessment(advice, Verdict.NOT_CHECKABLE, "advice", 0.0)
    found = explanation(Judgement(assessment, None))
    assert found.assessment is assessment
    assert not any((found.candidates, found.matched, found.unmatched, found.features))
