"""Check how texts are compared by their words."""

from __future__ import annotations

from verifier.text.likeness import alike, in_same_order


def test_the_order_of_words_does_not_make_texts_less_alike() -> None:
    found = {number: score for _, score, number in alike("stop the pump", {3: "pump the stop", 7: "a red ferry"})}
    assert found[3] == 100
    assert found[7] < 50


def test_the_longest_run_in_the_same_order_may_have_gaps() -> None:
    assert in_same_order(["pump", "stop", "monday"], ["pump", "of", "elmford", "monday"]) == {0, 2}
    assert in_same_order(["monday", "pump"], ["pump", "monday"]) in ({0}, {1})
    assert in_same_order([], ["pump"]) == set()
