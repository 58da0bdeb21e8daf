"""Check which words stand for, oppose or outrank each other."""

from __future__ import annotations

import pytest
from reading import read

from verifier.text.tokens import tokenize
from verifier.words.tables import vocabulary

LEXICON = vocabulary()


@pytest.mark.parametrize(
    ("one", "other"), [("rise", "fall"), ("rose", "fell"), ("opened", "closes"), ("accept", "reject")]
)
def test_opposites_are_found_both_ways_in_any_form(one: str, other: str) -> None:
    assert LEXICON.opposed(one, other)
    assert LEXICON.opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("rise", "increase"), ("rise", "rise"), ("open", "lorry"), ("lamp", "pump")]
)
def test_other_words_are_no_opposites(one: str, other: str) -> None:
    assert not LEXICON.opposed(one, other)


def test_equal_terms_share_a_concept_and_unlike_ones_do_not() -> None:
    assert set(LEXICON.concepts_of("halt")) & set(LEXICON.concepts_of("stopped"))
    assert not set(LEXICON.concepts_of("stop")) & set(LEXICON.concepts_of("sell"))
    assert LEXICON.concepts_of("qwxz") == ()


def test_keys_of_a_word_begin_with_its_stem() -> None:
    assert LEXICON.keys_of_word("trams")[0] == LEXICON.keys_of_word("tram")[0]
    assert set(LEXICON.keys_of_word("halted")) & set(LEXICON.keys_of_word("stopped"))


def test_a_phrase_gives_its_words_its_concepts() -> None:
    tokens = tokenize("They turned off the brake")
    entries = [LEXICON.entry(t.key) for t in tokens]
    keys = LEXICON.keys_of(tokens, [False] * 4, entries, [entry.lemma for entry in entries])
    assert len(keys) == len(tokens)
    assert set(LEXICON.concepts_of("disabled")) & set(keys[1])


@pytest.mark.parametrize(
    ("split", "whole"), [("non-steroidal", "nonsteroidal"), ("E-mail", "email"), ("on\u2011board", "onboard")]
)
def test_words_joined_by_a_hyphen_are_met_by_the_one_they_make(split: str, whole: str) -> None:
    two, (one,) = read(f"{split} pumps").keys[:2], read(whole).keys
    assert all(one[0] in keys for keys in two)
    assert one[0] not in {key for keys in read(split.replace("-", " - ").replace("\u2011", ", ")).keys for key in keys}


def test_a_broader_role_may_be_said_for_a_narrower_one_alone() -> None:
    assert LEXICON.may_say("official", "mayor")
    assert not LEXICON.may_say("mayor", "official")
    assert LEXICON.may_say("lawyer", "attorney")


@pytest.mark.parametrize(("one", "other"), [("nurse", "lawyer"), ("engineer", "mayor")])
def test_roles_of_which_neither_is_broader_clash(one: str, other: str) -> None:
    assert LEXICON.role_clash(one, other)
    assert LEXICON.role_clash(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("nurse", "nurse"), ("official", "mayor"), ("nurse", "kettle"), ("nurse", "passenger")]
)
def test_same_broader_and_unknown_roles_do_not_clash(one: str, other: str) -> None:
    assert not LEXICON.role_clash(one, other)


def test_people_are_told_from_bodies() -> None:
    assert LEXICON.is_person("nurse")
    assert not LEXICON.is_person("ministry")
    assert not LEXICON.is_person("kettle")


@pytest.mark.parametrize("word", ["not", "fail", "lack", "refused"])
def test_words_that_deny(word: str) -> None:
    assert LEXICON.denies(word)


@pytest.mark.parametrize("word", ["tram", "paid", "union", "opened", "under", "despite"])
def test_words_that_deny_nothing(word: str) -> None:
    assert not LEXICON.denies(word)


def test_role_sets_are_alike_where_one_is_the_other_or_broader() -> None:
    roles = LEXICON.roles
    assert LEXICON.alike(roles["mayor"], roles["official"])
    assert not LEXICON.alike(roles["mayor"], roles["nurse"])
    assert not LEXICON.alike(frozenset(), roles["nurse"])
