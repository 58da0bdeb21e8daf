"""Compare who did it to whom: the same verb with its sides exchanged, or with another name or role beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.checks.fillers import fitting, leading, rival, somebody
from verifier.data.word_lists import words as listed
from verifier.evidence.align import CONCEPT, grade
from verifier.facts.analysis import Analysis
from verifier.facts.clause import Frame, Phrase, frame, looks_finite, looks_present

FAMILY = "agent"
_PASSAGES, _PLACES, _VERBS, _COVERED = 6, 4, 40, 0.6
_BEFORE = 4
_MUTUAL = listed("verbs", "verbs", "mutual")
_HANDING = listed("verbs", "verbs", "handing")


class Pair(NamedTuple):
    """Hold a frame of the claim and the number and the frame of a passage for the same verb."""

    ours: Frame
    number: int
    theirs: Frame


def check(case: Case) -> Iterator[Observation]:
    """Report each verb of the claim whose doer and object a source has the other way round, or with others."""
    claim, met = case.claim, set().union(*(r.view for r in case.ranked[:_PASSAGES]))
    verbs = (v for v in claim.content if v in met and claim.lemmas[v] not in _MUTUAL and _verb(claim, v, weak=True))
    for verb in islice(verbs, _VERBS):
        pairs = list(_pairs(case, verb))
        if pairs:
            yield from _judge(case, pairs)


def _judge(case: Case, pairs: list[Pair]) -> Iterator[Observation]:
    turned = _turned(case, pairs)
    if turned is not None:
        yield turned
        return
    for link in ("agent", *dict.fromkeys(k for k, _ in pairs[0].ours.others)):
        seen = list(_rivals(case, pairs, link))
        if seen and seen[-1].outcome is not Outcome.HELD:
            yield seen[0]


def _rivals(case: Case, pairs: Iterable[Pair], link: str) -> Iterator[Observation]:
    """Yield how the claim's filler of a slot fares against those of the passages, up to the first that agrees."""
    for pair in pairs:
        ours, theirs = slot(pair.ours, link), slot(pair.theirs, link)
        seen = rival(case, pair.number, ours, theirs) if ours and theirs and _alike(case, pair, link) else None
        if seen is not None:
            yield seen
            if seen.outcome is Outcome.HELD:
                return


def exchanged(case: Case, token: int, number: int, at: int) -> bool:
    """Say whether the sides of two verbs are exchanged: opposites then say the same (sold to him, he bought from)."""
    pair = Pair(frame(case.claim, token), number, frame(case.passage(number).analysis, at))
    return _swapped(case, pair) or _handed(case, pair)


def _handed(case: Case, pair: Pair) -> bool:
    """Say whether one side is handed what the other is said to get, without a giver: was given, received."""
    claim, passage = case.claim, case.passage(pair.number).analysis
    mine, others = _handed_to(claim, pair.ours), _handed_to(passage, pair.theirs)
    if mine:
        return bool(pair.theirs.agents) and leading(case, pair.number, mine, pair.theirs.agents)
    return bool(others and pair.ours.agents) and leading(case, pair.number, pair.ours.agents, others)


def _handed_to(analysis: Analysis, found: Frame) -> list[Phrase]:
    """Return who is handed something by a passive without a doer: its subject, or the word before it."""
    if found.agents or analysis.lemmas[found.verb] not in _HANDING:
        return []
    before = [t for t in analysis.before(found.verb, _BEFORE) if t in analysis.content_set]
    return [p for _, p in found.others] or [(t, t + 1) for t in before[-1:]]


def _turned(case: Case, pairs: list[Pair]) -> Observation | None:
    """Return a verb whose sides are exchanged, or whose doer only suffers it in the sources; none where one agrees."""
    half: Pair | None = None
    for pair in pairs:
        same = _same_verb(case, pair)
        if same and _swapped(case, pair):
            rest = [p for p in pairs if _same_verb(case, p)]
            return None if any(_held(case, p) for p in rest) else _exchange(case, pair, Outcome.CLASH)
        if _held(case, pair):
            return None
        if same and half is None and _crossed(case, pair) and _acts(case, pair.ours):
            half = pair
    return None if half is None else _exchange(case, half, Outcome.MISSING)


def _acts(case: Case, found: Frame) -> bool:
    """Say whether somebody by name or role does something to something."""
    return any(not k for k, _ in found.others) and all(somebody(case, p) for p in found.agents)


def _same_verb(case: Case, pair: Pair) -> bool:
    """Say whether a source has the claim's very verb: what caused a thing and what resulted from it are no pair."""
    return case.claim.stems[pair.ours.verb] == case.passage(pair.number).analysis.stems[pair.theirs.verb]


def slot(found: Frame, link: str) -> tuple[Phrase, ...]:
    """Return the phrases that a frame has in a slot: the agent, or by the preposition."""
    return found.agents if link == "agent" else tuple(p for k, p in found.others if k == link)


def _verb(analysis: Analysis, at: int, *, weak: bool) -> bool:
    return looks_finite(analysis, at) or (weak and looks_present(analysis, at))


def _pairs(case: Case, verb: int) -> Iterator[Pair]:
    """Yield the frames that the best passages have for a verb of the claim; one of the two must surely be a verb."""
    sure = looks_finite(case.claim, verb)
    keys = [k for k in case.claim.keys[verb] if grade(k) >= CONCEPT]
    ours: Frame | None = None
    for ranked in case.ranked[:_PASSAGES]:
        if verb not in ranked.view:
            continue
        theirs = case.passage(ranked.number).analysis
        places = chain.from_iterable(theirs.positions[k] for k in keys if k in theirs.positions)
        for at in islice(dict.fromkeys(places), _PLACES):
            if _verb(theirs, at, weak=sure):
                ours = ours or frame(case.claim, verb)
                if not ours.agents and not ours.others:
                    return
                yield Pair(ours, ranked.number, frame(theirs, at))


def _held(case: Case, pair: Pair) -> bool:
    """Say whether the doer is the same on both sides, or what it is done to."""
    ours, theirs = pair.ours, pair.theirs
    agents = fitting(case, pair.number, ours.agents, theirs.agents)
    direct = fitting(case, pair.number, slot(ours, ""), slot(theirs, ""))
    return agents or (direct and not _crossed(case, pair))


def _crossed(case: Case, pair: Pair) -> bool:
    theirs = [p for _, p in pair.theirs.others]
    return bool(pair.ours.agents and theirs) and leading(case, pair.number, pair.ours.agents, theirs)


def _swapped(case: Case, pair: Pair) -> bool:
    """Say whether the claim's doer is a source's sufferer, and the claim's sufferer its doer."""
    mine = [p for _, p in pair.ours.others]
    return (
        _crossed(case, pair)
        and bool(pair.theirs.agents)
        and leading(case, pair.number, mine, pair.theirs.agents)
        and not fitting(case, pair.number, pair.ours.agents, pair.theirs.agents)
    )


def _exchange(case: Case, pair: Pair, outcome: Outcome) -> Observation:
    ours, theirs = _whole(pair.ours), _whole(pair.theirs)
    passage = case.passage(pair.number).analysis
    said, found = words(case.claim, *ours), words(passage, *theirs)
    return Observation(FAMILY, outcome, ours, said, pair.number, theirs, found, 1.0)


def _whole(found: Frame) -> tuple[int, int]:
    """Return the token range from the first phrase of a frame to its last."""
    parts = [*found.agents, *(p for _, p in found.others), (found.verb, found.verb + 1)]
    return min(p[0] for p in parts), max(p[1] for p in parts)


def _alike(case: Case, pair: Pair, link: str) -> bool:
    """Say whether the rest of two frames agrees: what stands in the same other slots; or else most of the claim.

    Where the verbs are two verbs of saying, several may have said it: one reports what another announces.
    """
    said = case.index.vocabulary.says(case.claim.tokens[pair.ours.verb].key)
    if link == "agent" and said and not _same_verb(case, pair):
        return False
    shared = [
        fitting(case, pair.number, slot(pair.ours, k), slot(pair.theirs, k))
        for k in dict.fromkeys(("agent", *(k for k, _ in pair.ours.others)))
        if k != link and slot(pair.ours, k) and slot(pair.theirs, k)
    ]
    if shared:
        return all(shared)
    return _alone(pair.ours, link) and _alone(pair.theirs, link) and _covered(case, pair, link) >= _COVERED


def _alone(found: Frame, link: str) -> bool:
    """Say whether a frame has but one slot filled."""
    return not any(slot(found, k) for k in ("agent", *(k for k, _ in found.others)) if k != link)


def _covered(case: Case, pair: Pair, link: str) -> float:
    """Return the share by weight of the claim's words, those of a slot left out, that stand in the passage."""
    taken = {t for p in slot(pair.ours, link) for t in range(*p)}
    others = {t: weight for t, weight in case.weights.items() if t not in taken}
    return sum(w for t, w in others.items() if t in case.views[pair.number]) / (sum(others.values()) or 1.0)
