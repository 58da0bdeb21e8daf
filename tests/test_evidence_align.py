"""Check how the words of a claim are matched with those of its passages."""

from __future__ import annotations

import pytest
from engine import case, index, read

from verifier.checks.case import Case
from verifier.evidence.align import CONCEPT, NEAR, SAME, grade, match_tokens

SOURCE = "The ferry hit the pier on Friday. Nobody was injured. A crane fell into the harbour, the port said."


def words(found: Case, tokens: object) -> set[str]:
    assert isinstance(tokens, (tuple, dict))
    return {found.claim.tokens[t].key for t in tokens}


def test_the_sign_of_a_key_tells_its_grade() -> None:
    assert (grade("ferri"), grade("=12"), grade("~7")) == (SAME, CONCEPT, NEAR)
    assert SAME > CONCEPT > NEAR > 0


def test_the_same_words_match_fully_and_words_for_the_same_nearly() -> None:
    passage = index("The shop halted its sales.").passages[0]
    claim = read("The shop stopped its sales.")
    grades = {claim.tokens[t].key: m.grade for t, m in match_tokens(claim, passage).items()}
    assert grades["shop"] == grades["sales"] == SAME
    assert grades["stopped"] == CONCEPT


def test_a_word_that_stands_twice_is_matched_beside_its_neighbour() -> None:
    passage = index("The valve stuck, so the old pump fed the new valve.").passages[0]
    claim = read("The new valve was fed.")
    found = match_tokens(claim, passage)
    at = {claim.tokens[t].key: m.at for t, m in found.items()}
    assert passage.analysis.tokens[at["valve"]].start > passage.analysis.text.index("fed")


@pytest.mark.parametrize(
    ("claim", "missing"), [("The ferry hit the pier.", set()), ("The ferry hit the walrus.", {"walrus"})]
)
def test_what_no_source_has_is_missing(claim: str, missing: set[str]) -> None:
    found = case(claim, SOURCE)
    assert words(found, found.alignment.missing) == missing


def test_what_only_another_sentence_has_is_elsewhere() -> None:
    found = case("The ferry hit the pier, and Ines, a baker, saw it.", SOURCE + " " + "Ines sold bread. " * 3)
    assert "ines" in words(found, (*found.alignment.elsewhere, *found.alignment.matches))
    assert "baker" in words(found, found.alignment.missing)


def test_a_verbatim_claim_is_covered_whole() -> None:
    found = case("The ferry hit the pier on Friday.", SOURCE).alignment
    assert found.coverage == found.exact == found.pairs == pytest.approx(1)
    assert found.missing == found.elsewhere == ()


def test_shares_fall_with_every_word_that_is_not_stated() -> None:
    claims = ("The ferry hit the pier.", "The ferry hit the walrus.", "The glider met the walrus.")
    shares = [case(c, SOURCE).alignment for c in claims]
    assert shares[0].coverage > shares[1].coverage > shares[2].coverage
    assert all(0 <= s.exact <= s.reach <= 1 and s.coverage <= s.reach for s in shares)


def test_words_apart_make_fewer_pairs_than_words_together() -> None:
    together = case("The ferry hit the pier.", SOURCE).alignment
    apart = case("The ferry, the crane and the port were injured.", SOURCE).alignment
    assert apart.pairs < together.pairs


def test_a_match_names_its_passage_and_token() -> None:
    found = case("A crane fell.", SOURCE)
    for token, match in found.alignment.matches.items():
        theirs = found.passage(match.passage).analysis
        assert match.token == token
        assert not set(found.claim.keys[token]).isdisjoint(theirs.keys[match.at])
