"""Find the subject of a verb: the noun phrase before it, through what leads a verb in and what stands between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.data.thresholds import CLAUSE_DEPTH, CLAUSE_NEAR, CLAUSE_REACH
from verifier.data.word_lists import words
from verifier.facts.clause.noun_phrases import back, gap, joined
from verifier.facts.clause.verbs import ALLOWING, between, looks_finite
from verifier.words.grammar import PRONOUNS, RELATIVE
from verifier.words.shapes import is_ing, is_past

if TYPE_CHECKING:
    from verifier.facts.analysis import Analysis

Phrase = tuple[int, int]
LINKS = words("grammar", "prepositions", "linking")
_AND = words("grammar", "clauses", "joining")


def done_by(analysis: Analysis, at: int) -> int:
    """Return the verb whose doer a token names behind `by`, -1 where it names none: built by the firm Elm."""
    tokens, by = analysis.tokens, back(analysis, at)[0] - 1
    return by - 1 if by > 0 and tokens[by].key == "by" and is_past(tokens[by - 1].key) else -1


def subjects(analysis: Analysis, verb: int, depth: int = 0) -> tuple[Phrase, ...]:
    """Return the phrases that are the grammatical subject of a verb, as far as they can be told."""
    tokens, left = analysis.tokens, verb - 1
    while left >= 0 and verb - left < CLAUSE_NEAR and gap(analysis, left) == " " and between(tokens[left].key):
        left -= 1
    if left < 0:
        return ()
    key, apart = tokens[left].key, gap(analysis, left)
    if "," in apart or ")" in apart or "–" in apart or "—" in apart:
        return _before_apposition(analysis, left)
    if apart.strip() not in {"", "-"}:
        return ()
    if key in RELATIVE:
        return _phrases(analysis, left - 1)
    if key in _AND and depth < CLAUSE_DEPTH:
        earlier = _earlier(analysis, left)
        return subjects(analysis, earlier, depth + 1) if earlier >= 0 else ()
    if key == "to" and _allowed(analysis, left - 1):
        return _phrases(analysis, left - 1)
    leading = left - 1 if key in {"to", "up"} else left
    if leading >= 0 and depth < CLAUSE_DEPTH and _governs(analysis, leading, verb):
        return subjects(analysis, leading, depth + 1)
    return _phrases(analysis, left) or _antecedent(analysis, left)


def _governs(analysis: Analysis, leading: int, verb: int) -> bool:
    """Say whether a verb that another leads in has its subject: were able to read, ended up paying."""
    if leading == verb - 1 and not is_ing(analysis.tokens[verb].key):
        return False
    return looks_finite(analysis, leading)


def _antecedent(analysis: Analysis, last: int) -> tuple[Phrase, ...]:
    """Return what a relative clause that ends with a token says more of: owners who had waited."""
    if analysis.tokens[last].key in PRONOUNS:
        return ()
    for at in range(last, max(0, last - CLAUSE_NEAR), -1):
        if analysis.tokens[at].key in RELATIVE:
            return _phrases(analysis, at - 1)
        if not joined(analysis, at - 1):
            return ()
    return ()


def _phrases(analysis: Analysis, last: int) -> tuple[Phrase, ...]:
    """Return the noun phrase that ends with a token, if one does."""
    if last < 0 or analysis.tokens[last].key in PRONOUNS:
        return ()
    first, end = back(analysis, last)
    inside = first > 0 and joined(analysis, first - 1) and analysis.tokens[first - 1].key in LINKS
    return () if inside or first >= end else ((first, end),)


def _before_apposition(analysis: Analysis, last: int) -> tuple[Phrase, ...]:
    """Return the subject before a remark between commas or brackets, and the remark where it is a noun phrase too."""
    for at in range(last - 1, max(-1, last - CLAUSE_REACH), -1):
        apart = gap(analysis, at)
        if any(mark in apart for mark in ",(–—"):
            inner = back(analysis, last)
            remark = (inner,) if inner[0] == at + 1 < inner[1] else ()
            return (*_phrases(analysis, at), *remark)
        if ". " in apart or ";" in apart:
            return ()
    return ()


def _earlier(analysis: Analysis, link: int) -> int:
    """Return the verb before a conjunction that shares its subject with the verb behind; -1 where none does."""
    for at in range(link - 1, max(-1, link - CLAUSE_REACH), -1):
        if looks_finite(analysis, at):
            return at
        if ";" in gap(analysis, at):
            return -1
    return -1


def _allowed(analysis: Analysis, last: int) -> bool:
    """Say whether the phrase before `to` is made able to do what follows: allowed intruders to read."""
    first = back(analysis, last)[0]
    return first > 0 and analysis.lemmas[first - 1] in ALLOWING
