"""Read who does what a verb says, and to whom: the noun phrases around it, active and passive told apart."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from verifier.facts.analysis import Analysis
from verifier.facts.grammar import AUXILIARIES, PASSIVE, PRONOUNS, RELATIVE
from verifier.facts.lexicon import words
from verifier.facts.noun_phrases import back, forward, gap, joined
from verifier.facts.past import is_past, may_be_past
from verifier.facts.verbs import adverb, looks_finite

Phrase = tuple[int, int]
_AND = frozenset("and but or then".split())
_LINKS = frozenset("to from by with for on against of into over at in about".split())
_ALLOWING = words("verbs", "verbs", "allowing")
_MEANS = frozenset(
    "email e-mail mail post letter phone telephone text message sms fax video radio radar satellite hand accident "
    "mistake error chance design default law surprise force road rail air sea land boat ship train bus car taxi "
    "bicycle name definition nature comparison contrast contract agreement courier cable wire card cheque vote".split()
)
_QUOTES = frozenset("\"”’'")
_REACH, _NEAR, _DEPTH = 30, 8, 3


class Frame(NamedTuple):
    """Hold a verb and the token ranges of what stands around it: who does it, and by its link what it concerns.

    `agents` are the doer's phrases; `others` what it is done to (link ``) and what a preposition joins (link `to`).
    """

    verb: int
    agents: tuple[Phrase, ...]
    others: tuple[tuple[str, Phrase], ...]


@lru_cache(maxsize=1024)
def frame(analysis: Analysis, verb: int) -> Frame:
    """Return the frame of a verb."""
    subjects, right = _subjects(analysis, verb), _right(analysis, verb)
    by = [p for link, p in right if link == "by" and analysis.tokens[p[1] - 1].key not in _MEANS]
    bare = bool(by) and (analysis.tokens[verb].key.endswith("ing") or not any(not link for link, _ in right))
    if not _passive(analysis, verb, by=bare):
        speaker = () if subjects else _inverted(analysis, verb, right)
        return Frame(verb, subjects or speaker, tuple(right[len(speaker) :]))
    if analysis.tokens[verb].key.endswith("ing"):
        return Frame(verb, tuple(by[:1]), tuple((k, p) for k, p in right if k != "by"))
    patients = (("", p) for p in subjects)
    return Frame(verb, tuple(by[:1]), (*patients, *((k, p) for k, p in right if k != "by" and k)))


def _passive(analysis: Analysis, verb: int, *, by: bool) -> bool:
    """Say whether a verb stands in the passive: behind a form of be, or a participle without auxiliary before `by`."""
    key = analysis.tokens[verb].key
    if key.endswith("ing"):
        return by and analysis.tokens[verb - 1].key not in AUXILIARIES
    if not may_be_past(key):
        return False
    at = verb - 1
    while at >= 0 and verb - at < _NEAR and _skipped(analysis.tokens[at].key):
        if analysis.tokens[at].key in PASSIVE:
            return True
        at -= 1
    return by and at == verb - 1


def _subjects(analysis: Analysis, verb: int, depth: int = 0) -> tuple[Phrase, ...]:
    """Return the phrases that are the grammatical subject of a verb, as far as they can be told."""
    tokens, left = analysis.tokens, verb - 1
    while left >= 0 and verb - left < _NEAR and gap(analysis, left) == " " and _skipped(tokens[left].key):
        left -= 1
    if left < 0:
        return ()
    key, between = tokens[left].key, gap(analysis, left)
    if "," in between or ")" in between or "–" in between or "—" in between:
        return _before_apposition(analysis, left)
    if between.strip() not in {"", "-"}:
        return ()
    if key in RELATIVE:
        return _phrases(analysis, left - 1)
    if key in _AND and depth < _DEPTH:
        earlier = _earlier(analysis, left)
        return _subjects(analysis, earlier, depth + 1) if earlier >= 0 else ()
    if key == "to" and _allowed(analysis, left - 1):
        return _phrases(analysis, left - 1)
    leading = left - 1 if key in {"to", "up"} else left
    if leading >= 0 and depth < _DEPTH and _governs(analysis, leading, verb):
        return _subjects(analysis, leading, depth + 1)
    return _phrases(analysis, left) or _antecedent(analysis, left)


def _governs(analysis: Analysis, leading: int, verb: int) -> bool:
    """Say whether a verb that another leads in has its subject: were able to read, ended up paying."""
    if leading == verb - 1 and not analysis.tokens[verb].key.endswith("ing"):
        return False
    return looks_finite(analysis, leading)


def _antecedent(analysis: Analysis, last: int) -> tuple[Phrase, ...]:
    """Return what a relative clause that ends with a token says more of: owners who had waited."""
    if analysis.tokens[last].key in PRONOUNS:
        return ()
    for at in range(last, max(0, last - _NEAR), -1):
        if analysis.tokens[at].key in RELATIVE:
            return _phrases(analysis, at - 1)
        if not joined(analysis, at - 1):
            return ()
    return ()


def _skipped(key: str) -> bool:
    return key in AUXILIARIES or adverb(key)


def _phrases(analysis: Analysis, last: int) -> tuple[Phrase, ...]:
    """Return the noun phrase that ends with a token, if one does."""
    if last < 0 or analysis.tokens[last].key in PRONOUNS:
        return ()
    first, end = back(analysis, last)
    inside = first > 0 and joined(analysis, first - 1) and analysis.tokens[first - 1].key in _LINKS
    return () if inside or first >= end else ((first, end),)


def _before_apposition(analysis: Analysis, last: int) -> tuple[Phrase, ...]:
    """Return the subject before a remark between commas or brackets, and the remark where it is a noun phrase too."""
    for at in range(last - 1, max(-1, last - _REACH), -1):
        between = gap(analysis, at)
        if any(mark in between for mark in ",(–—"):
            inner = back(analysis, last)
            remark = (inner,) if inner[0] == at + 1 < inner[1] else ()
            return (*_phrases(analysis, at), *remark)
        if ". " in between or ";" in between:
            return ()
    return ()


def _earlier(analysis: Analysis, link: int) -> int:
    """Return the verb before a conjunction that shares its subject with the verb behind; -1 where none does."""
    for at in range(link - 1, max(-1, link - _REACH), -1):
        if looks_finite(analysis, at):
            return at
        if ";" in gap(analysis, at):
            return -1
    return -1


def _allowed(analysis: Analysis, last: int) -> bool:
    """Say whether the phrase before `to` is made able to do what follows: allowed intruders to read."""
    first = back(analysis, last)[0]
    return first > 0 and analysis.lemmas[first - 1] in _ALLOWING


def _inverted(analysis: Analysis, verb: int, right: list[tuple[str, Phrase]]) -> tuple[Phrase, ...]:
    """Return the speaker behind a quotation's verb: "...," said the mayor."""
    quoted = verb > 0 and not _QUOTES.isdisjoint(gap(analysis, verb - 1))
    return tuple(p for link, p in right[:1] if not link) if quoted else ()


def _right(analysis: Analysis, verb: int) -> list[tuple[str, Phrase]]:
    """Return what stands behind a verb up to the end of its phrase, each with the preposition before it."""
    found: list[tuple[str, Phrase]] = []
    tokens, at, link = analysis.tokens, verb + 1, ""
    while at < len(tokens) and at - verb < _REACH and (joined(analysis, at - 1)):
        key = tokens[at].key
        if key in RELATIVE or (looks_finite(analysis, at) and not (at == verb + 1 and _adjective(analysis, at))):
            break
        if key in _LINKS:
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


def _adjective(analysis: Analysis, at: int) -> bool:
    """Say whether a participle qualifies the noun behind it: rescued trapped miners."""
    return is_past(analysis.tokens[at].key) and at + 1 in analysis.content_set and joined(analysis, at)


def _opens_clause(analysis: Analysis, first: int, end: int, link: str) -> bool:
    """Say whether a phrase is a verb behind `to`, or the subject of a verb of its own."""
    if link == "to" and looks_finite(analysis, first):
        return True
    at = end
    while (
        at < min(len(analysis.tokens), end + _NEAR) and joined(analysis, at - 1) and _skipped(analysis.tokens[at].key)
    ):
        at += 1
    behind = at < len(analysis.tokens) and joined(analysis, at - 1) and looks_finite(analysis, at)
    return behind and link != "by" and not (at == end and is_past(analysis.tokens[at].key) and _by(analysis, at))


def _by(analysis: Analysis, at: int) -> bool:
    return any(t.key == "by" for t in analysis.tokens[at + 1 : at + 3])
