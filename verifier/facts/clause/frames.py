"""Read who does what a verb says, and to whom: the noun phrases around it, active and passive told apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from verifier.data.thresholds import CLAUSE_NEAR, CLAUSE_REACH
from verifier.data.word_lists import words
from verifier.facts.clause.noun_phrases import forward, joined
from verifier.facts.clause.subjects import LINKS, Phrase, subjects
from verifier.facts.clause.verbs import adverb, between, looks_finite
from verifier.words.grammar import AUXILIARIES, PASSIVE, RELATIVE
from verifier.words.shapes import is_ing, is_past, may_be_past

if TYPE_CHECKING:
    from verifier.facts.analysis import Analysis

_MEANS = words("verbs", "nouns", "means")


class Frame(NamedTuple):
    """Hold the token ranges of what stands around a verb: who does it, and what else no preposition joins to it."""

    agents: tuple[Phrase, ...]
    others: tuple[Phrase, ...]


@lru_cache(maxsize=1024)
def frame(analysis: Analysis, verb: int) -> Frame:
    """Return the frame of a verb."""
    doers, right = subjects(analysis, verb), _right(analysis, verb)
    by = [p for link, p in right if link == "by" and analysis.tokens[p[1] - 1].key not in _MEANS]
    bare = tuple(p for link, p in right if not link)
    if not _passive(analysis, verb, by=bool(by) and (is_ing(analysis.tokens[verb].key) or not bare)):
        return Frame(doers, bare)
    return Frame(tuple(by[:1]), bare if is_ing(analysis.tokens[verb].key) else doers)


def _passive(analysis: Analysis, verb: int, *, by: bool) -> bool:
    """Say whether a verb stands in the passive: behind a form of be, or a participle without auxiliary before `by`."""
    key = analysis.tokens[verb].key
    if is_ing(key):
        return by and analysis.tokens[verb - 1].key not in AUXILIARIES
    if not may_be_past(key):
        return False
    at = verb - 1
    while at >= 0 and verb - at < CLAUSE_NEAR and between(analysis.tokens[at].key):
        if analysis.tokens[at].key in PASSIVE:
            return True
        at -= 1
    return by and at == verb - 1


def _right(analysis: Analysis, verb: int) -> list[tuple[str, Phrase]]:
    """Return what stands behind a verb up to the end of its phrase, each with the preposition before it."""
    found: list[tuple[str, Phrase]] = []
    tokens, at, link = analysis.tokens, verb + 1, ""
    while at < len(tokens) and at - verb < CLAUSE_REACH and (joined(analysis, at - 1)):
        key = tokens[at].key
        adjective = at == verb + 1 and is_past(key) and at + 1 in analysis.content_set and joined(analysis, at)
        if key in RELATIVE or (looks_finite(analysis, at) and not adjective):  # rescued trapped miners
            break
        if key in LINKS:
            link = key
        elif adverb(key) and at not in analysis.name_tokens:
            pass
        elif key == "and" and found:
            link = found[-1][0]
        else:
            first, end = forward(analysis, at)
            if end <= first:
                if at in analysis.inside and at not in analysis.content_set and tokens[at].key[0].isdigit():
                    at += 1
                    continue
                break
            if _opens_clause(analysis, first, end, link):
                break
            found.append((link, (first, end)))
            at, link = end, ""
            continue
        at += 1
    return found


def _opens_clause(analysis: Analysis, first: int, end: int, link: str) -> bool:
    """Say whether a phrase is a verb behind `to`, or the subject of a verb of its own."""
    if link == "to" and looks_finite(analysis, first):
        return True
    at, last = end, min(len(analysis.tokens), end + CLAUSE_NEAR)
    while at < last and joined(analysis, at - 1) and between(analysis.tokens[at].key):
        at += 1
    behind = at < len(analysis.tokens) and joined(analysis, at - 1) and looks_finite(analysis, at)
    if not behind or link == "by":
        return False
    return not (at == end and is_past(analysis.tokens[at].key) and _by(analysis, at + 1, at + 3))


def _by(analysis: Analysis, first: int, end: int) -> bool:
    return "by" in analysis.forms and "by" in [t.key for t in analysis.tokens[first:end]]
