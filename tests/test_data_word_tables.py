"""Prove that the measured word tables are looked up where they stand, in order."""

from __future__ import annotations

import pytest

from verifier.data.folders import folder
from verifier.data.word_tables import COMMON, NEAR, near_words, rarity


@pytest.mark.parametrize("name", [COMMON, NEAR])
def test_rows_stand_in_order_since_they_are_looked_up_so(name: str) -> None:
    rows = (folder("rules") / name).read_text("utf-8").splitlines()
    assert rows == sorted(rows)
    assert all(row.count("\t") for row in rows)


def test_the_first_and_the_last_row_are_found() -> None:
    rows = (folder("rules") / NEAR).read_text("utf-8").splitlines()
    for row in (rows[0], rows[-1]):
        first, *others = row.split("\t")
        assert [near.stem for near in near_words(first)] == [other.rpartition(" ")[0] for other in others]


def test_a_word_that_no_row_begins_with_is_rare_and_near_to_none() -> None:
    for word in ("", "zzzz", "0", "aa\tab"):
        assert near_words(word) == ()
        assert rarity(word) > 9 > rarity("the")
