"""Mechanism `link`: a cause that the claim asserts and that no passage makes, or makes the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from verifier.compare.case import Case, Observation, Outcome, Range, words
from verifier.data.lexicon_files import items, table
from verifier.data.thresholds import LINK_HELD_FROM, LINK_PASSAGES
from verifier.data.word_tables import rarity
from verifier.evidence.passages import numbers
from verifier.facts.analysis import Analysis
from verifier.words.forms import inflected_from

MECHANISM = "link"
LEXICON = "links"


class Cue(NamedTuple):
    """Hold a causal cue of a text: its token range, and whether the cause stands before it."""

    tokens: Range
    forward: bool


class Link(NamedTuple):
    """Hold a cause that a text asserts: its cue and the content tokens of cause and effect."""

    cue: Cue
    cause: tuple[int, ...]
    effect: tuple[int, ...]


@cache
def _cues() -> Mapping[str, Sequence[tuple[tuple[str, ...], bool]]]:
    """Return the cues by their first word, longest first, each with whether the cause stands before it."""
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for section, forward in (("backward", False), ("forward", True)):
        lists = table(LEXICON)[section]
        for term in (*items(lists["phrases"]), *items(lists["words"])):
            first, *rest = term.split()
            found.setdefault(first, []).append(((first, *rest), forward))
    return {first: sorted(cues, key=lambda cue: -len(cue[0])) for first, cues in found.items()}


@lru_cache(maxsize=8192)
def _opened_by(word: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """Return the cues that a word begins, in every base form it may have."""
    return tuple(cue for form in inflected_from(word) for cue in _cues().get(form, ()))


@lru_cache(maxsize=1024)
def cues(analysis: Analysis) -> tuple[Cue, ...]:
    """Return the causal cues of a text."""
    found, behind = [], 0
    keys = tuple([t.key for t in analysis.tokens])
    for at, known in [(at, known) for at, known in enumerate(map(_opened_by, keys)) if known]:
        cue = next((c for c in known if keys[at + 1 : at + len(c[0])] == c[0][1:]), None)
        if cue is not None and at >= behind:
            behind = at + len(cue[0])
            found.append(Cue((at, behind), cue[1]))
    return tuple(found)


@lru_cache(maxsize=1024)
def links(analysis: Analysis, slight: frozenset[str]) -> tuple[Link, ...]:
    """Return the causes that a text asserts: what stands before and behind each cue, up to the next one.

    A cause that it denies is none, and no source has to make it: it was not due to a worn cable.
    """
    found, marks = [], cues(analysis)
    telling = [t for t in sorted(analysis.inside) if analysis.stems[t] not in slight and t in analysis.content_set]
    for place, cue in enumerate(marks):
        if any(n.cue < cue.tokens[1] and n.heads[0] >= cue.tokens[0] for n in analysis.negations):
            continue
        start = marks[place - 1].tokens[1] if place else 0
        end = marks[place + 1].tokens[0] if place + 1 < len(marks) else len(analysis.tokens)
        before = tuple(t for t in telling if start <= t < cue.tokens[0])
        behind = tuple(t for t in telling if cue.tokens[1] <= t < end)
        found.append(Link(cue, before, behind) if cue.forward else Link(cue, behind, before))
    return tuple(found)


def observe(case: Case) -> Iterator[Observation]:
    """Report for each cause of the claim how far a passage links the two: the same way, reversed, or not at all."""
    for link in links(case.claim, case.index.vocabulary.slight()):
        if link.cause and link.effect:
            yield _compared(case, link)


def _compared(case: Case, link: Link) -> Observation:
    best, where, turned = 0.0, -1, 0.0
    for number, both in _both(case, link):
        way = _way(case, link, number)
        if way is None:
            continue
        if way and both > best:
            best, where = both, number
        turned = turned if way else max(turned, both)
    measures = (("linked", best), ("reversed", max(0.0, turned - best)))
    outcome = Outcome.HELD if best >= LINK_HELD_FROM else Outcome.OPEN
    said = words(case.claim, link.cue.tokens)
    return Observation(MECHANISM, "cause", outcome, link.cue.tokens, said, where, measures=measures)


def _both(case: Case, link: Link) -> Iterator[tuple[int, float]]:
    """Yield the passages that have something of cause and effect beside each other: the share of the lesser side."""
    rows, stems, sides = case.grid.rows, case.claim.stems, (link.cause, link.effect)
    told = [[(rarity(stems[t]), rows[t].close) for t in side if t in rows] for side in sides]
    totals = [sum([tells for tells, _ in side]) or 1.0 for side in told]
    for ranked in case.ranked[:LINK_PASSAGES]:
        around = case.index.beside(1 << ranked.number)
        met = [sum([tells for tells, close in side if close & around]) for side in told]
        yield ranked.number, min(share / total for share, total in zip(met, totals, strict=True))


def _way(case: Case, link: Link, number: int) -> bool | None:
    """Return whether a passage or its neighbours link the two the claim's way; None where they have no causal cue."""
    ways: list[bool] = []
    for near in numbers(case.index.beside(1 << number)):
        if marks := cues(case.passage(near).analysis):
            view = case.view(near)
            cause = [view[t].at for t in link.cause if t in view]
            effect = [view[t].at for t in link.effect if t in view]
            ways += [_runs(cue, cause, effect) for cue in marks]
    return None if not ways else any(ways)


def _runs(cue: Cue, cause: Sequence[int], effect: Sequence[int]) -> bool:
    """Say whether cause and effect stand on the sides of a cue that it gives them; where one is missing, it may."""
    if not cause or not effect:
        return True
    middle = cue.tokens[0]
    before, behind = (cause, effect) if cue.forward else (effect, cause)
    return min(before) < middle or max(behind) > middle
