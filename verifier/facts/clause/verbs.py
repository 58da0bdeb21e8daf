"""Tell verbs from other words by their form and what stands before them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from verifier.data.lexicons import unchanged_verbs
from verifier.data.word_lists import words
from verifier.words.grammar import AUXILIARIES, DEFINING, MODALS, RELATIVE, SUBJECTS
from verifier.words.shapes import is_adverb, is_ing, is_past, may_be_past

if TYPE_CHECKING:
    from verifier.facts.analysis import Analysis

_INNER = words("grammar", "adverbs", "inner")
ALLOWING = words("verbs", "verbs", "allowing")
_GOING_ON = words("grammar", "auxiliaries", "now")
_BEFORE_NOUNS = (DEFINING - RELATIVE) | words("grammar", "prepositions", "before_nouns")


def adverb(key: str) -> bool:
    """Say whether a word may stand between a subject or an auxiliary and its verb."""
    return key in _INNER or is_adverb(key)


def between(key: str) -> bool:
    """Say whether a word may stand between a subject and its verb: an auxiliary or such an adverb."""
    return key in AUXILIARIES or adverb(key)


def looks_finite(analysis: Analysis, at: int) -> bool:
    """Say whether a word has the form and the place of a verb: a past form, or behind an auxiliary or `to`."""
    key = analysis.tokens[at].key
    if at not in analysis.content_set or at in analysis.name_tokens or not key.isalpha():
        return False
    before = at - 1
    if before >= 0 and analysis.text[analysis.tokens[at].start - 1] == "-":
        return False
    while before >= 0 and adverb(analysis.tokens[before].key):
        before -= 1
    last = analysis.tokens[before].key if before >= 0 else ""
    if last in AUXILIARIES:
        return True
    if last in _BEFORE_NOUNS:
        return False
    if is_ing(key):
        return last == "up" or (before >= 0 and is_past(last) and looks_finite(analysis, before))
    same = key in unchanged_verbs() and before in analysis.content_set
    subject = last in SUBJECTS and not acronym(analysis, before)
    return same or is_past(key) or subject or (last == "to" and not key.endswith("s"))


def modal_before(analysis: Analysis, verb: int) -> int:
    """Return the place of the modal by which a verb tells no deed (may, can, will), -1 where none stands before it.

    A month is none (`in May`), nor is what stands in another phrase or right before a past form.
    """
    at, tokens = _led_in_by(analysis, verb), analysis.tokens
    if at < 0 or tokens[at].key not in MODALS or analysis.phrases[at] != analysis.phrases[verb]:
        return -1
    past = at == verb - 1 and is_past(tokens[verb].key) and analysis.lemmas[verb] != tokens[verb].key
    return -1 if past or any(day.start <= tokens[at].start < day.end for day in analysis.dates) else at


def verb_beside(analysis: Analysis, part: tuple[int, int]) -> int:
    """Return the verb of some tokens: in their clause the last before, or next behind; -1 for none but `allow`."""
    (start, end), clauses = part, analysis.clauses
    home = clauses[start] if start < len(clauses) else -1
    inside = [t for t in analysis.content if clauses[t] == home and analysis.lemmas[t] not in ALLOWING]
    nearest = chain(reversed([t for t in inside if t < start]), [t for t in inside if t >= end])
    return next((t for t in nearest if looks_finite(analysis, t) or is_ing(analysis.tokens[t].key)), -1)


def told_as_done(analysis: Analysis, at: int) -> bool:
    """Say whether a word is a verb in a form that tells a deed: behind no modal, no infinitive and no `is ...ing`."""
    key = analysis.tokens[at].key
    told = may_be_past(key) or (is_ing(key) and analysis.tokens[max(0, at - 1)].key not in _GOING_ON)
    if not told or not looks_finite(analysis, at):
        return False
    before = _led_in_by(analysis, at)
    last = analysis.tokens[before].key if before >= 0 else ""
    return last != "to" and (last not in MODALS or modal_before(analysis, at) < 0)


def _led_in_by(analysis: Analysis, verb: int) -> int:
    """Return the place of the modal before a verb, or of what stands before its auxiliaries; -1 at the beginning."""
    at = verb - 1
    while at >= 0 and between(analysis.tokens[at].key) and analysis.tokens[at].key not in MODALS:
        at -= 1
    return at


def acronym(analysis: Analysis, at: int) -> bool:
    """Say whether capitals make a word of grammar a noun: IT, US."""
    word = analysis.text[analysis.tokens[at].start : analysis.tokens[at].end]
    return len(word) > 1 and word.isupper()
