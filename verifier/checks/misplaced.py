"""Find names that the sources know, but not beside what the claim says of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from verifier.checks.case import Case, Observation, Outcome, surroundings, words
from verifier.checks.names import FAMILY, abbreviated, certain, places
from verifier.facts.people import Name
from verifier.words.grammar import THIRD_PERSON

MAIN, FEW = 0.12, 3
APART, REPLACED = 0.3, 0.45
TOGETHER = 5
_QUOTES = tuple("\"“‘'«„")
_NEIGHBOURS, _WINDOW, _BEHIND, _MOST = 3, 8, 2, 40


class Beside(NamedTuple):
    """Hold how much of a claim's other words passages have, as shares of the most that any has, from 0 to 1.

    `named` is that of the passages with a name; `best` are the passages that have most, `facing` another name there.
    """

    named: float
    best: frozenset[int]
    facing: tuple[int, Name] | None


def misplaced(case: Case) -> Iterator[Observation]:
    """Report each name whose sentences have little of what the claim says of it, where other sentences have it.

    Names that the sources are about are left out: what is said of them need not name them.
    """
    for name in case.claim.names[:_MOST]:
        if not certain(case, name) or abbreviated(case.index, name):
            continue
        named = _named(case, name)
        if not named or main(case, named) or _counted(case, named):
            continue
        named = _told(case, named)
        beside = _beside(case, name, named)
        if beside is None or not beside.best.isdisjoint(named) or _belong(case, name, beside, named):
            continue
        if beside.named < (REPLACED if beside.facing else APART):
            tokens = (name.first, name.last + 1)
            said = words(case.claim, *tokens)
            if beside.facing is None:
                yield Observation(FAMILY, Outcome.MISSING, tokens, said)
            else:
                number, other = beside.facing
                at = (other.first, other.last + 1)
                found = words(case.passage(number).analysis, *at)
                yield Observation(FAMILY, Outcome.MISSING, tokens, said, number, at, found)


def _named(case: Case, name: Name) -> set[int]:
    """Return the passages that may speak of a name: by its last part, by another that is no word, by an alias."""
    known, concepts = case.index.vocabulary.known, case.index.vocabulary.concepts.get(name.parts, ())
    telling = [part for part in name.parts[:-1] if part not in known]
    alike = {n for c in concepts for n in case.postings.get(c, ())}
    return alike.union(*(places(case, part) for part in (*telling, name.parts[-1])))


def _told(case: Case, named: set[int]) -> set[int]:
    """Return passages with those behind them that speak of somebody or something by a pronoun alone."""
    found = frontier = set(named)
    for _ in range(_BEHIND):
        behind = (case.passage(n).after for n in frontier)
        frontier = {n for n in behind if n is not None and _anaphoric(case, n)}
        found = found | frontier
    return found


def _anaphoric(case: Case, number: int) -> bool:
    """Say whether a passage speaks of somebody by a pronoun, or is what they say."""
    theirs = case.passage(number).analysis
    return theirs.text[:1] in _QUOTES or any(token.key in THIRD_PERSON for token in theirs.tokens)


def _belong(case: Case, name: Name, beside: Beside, named: set[int]) -> bool:
    """Say whether some passage puts a name right beside the one that stands where it is missed: a director, a firm."""
    if beside.facing is None:
        return False
    other, last = set(beside.facing[1].parts), name.parts[-1]
    for number in named:
        theirs = case.passage(number).analysis
        ours = [n for n in theirs.names if last in n.parts]
        others = [n for n in theirs.names if not other.isdisjoint(n.parts)]
        if any(abs(a.first - b.first) <= TOGETHER for a in ours for b in others):
            return True
    return False


def _counted(case: Case, named: set[int]) -> bool:
    """Say whether one of some passages has a figure of the claim, or one that it may stand for."""
    pairs = ((q, o) for q in case.claim.quantities for n in named for o in case.passage(n).analysis.quantities)
    return any(q.unit == o.unit and q.lower <= o.upper and o.lower <= q.upper for q, o in pairs)


def main(case: Case, named: set[int]) -> bool:
    """Say whether passages are those of a name the sources are about: a headline among them, or very many."""
    usable = len(case.allowed) if case.allowed is not None else len(case.index.passages)
    headline = any(case.passage(n).sentence.part == "title" or case.passage(n).sentence.start == 0 for n in named)
    return headline or len(named) >= max(FEW, MAIN * usable)


def _beside(case: Case, name: Name, named: set[int]) -> Beside | None:
    """Return how the passages with a name fare; None where the claim says nothing of it."""
    claim, vocabulary = case.claim, case.index.vocabulary
    rest = [t for t in claim.content if not name.first <= t <= name.last and claim.lemmas[t] not in vocabulary.gloss]
    if not rest:
        return None
    weights = {t: case.weights[t] for t in rest}
    near = [t for t in surroundings(claim, (name.first, name.last + 1), _WINDOW) if t in weights][:_NEIGHBOURS]
    whole, local = _held(case, weights), _held(case, {t: weights[t] for t in near})
    if not whole or not local:
        return None
    most, most_local = max(whole.values()), max(local.values())
    of_all = max((whole.get(n, 0.0) for n in named), default=0.0) / most
    of_near = max((local.get(n, 0.0) for n in named), default=0.0) / most_local
    best = frozenset(n for n, held in whole.items() if held == most)
    return Beside((of_all + of_near) / 2, best, _facing(case, min(best)))


def _held(case: Case, weights: Mapping[int, float]) -> Mapping[int, float]:
    """Return the weight of some tokens that each passage has."""
    held: defaultdict[int, float] = defaultdict(float)
    for token, weight in weights.items():
        for number in {n for key in case.claim.keys[token] for n in case.postings.get(key, ())}:
            held[number] += weight
    return held


def _facing(case: Case, number: int) -> tuple[int, Name] | None:
    """Return a name of a passage that the claim does not have."""
    ours = {p for n in case.claim.names for p in n.parts}
    names = case.passage(number).analysis.names
    return next(((number, name) for name in names if certain(case, name) and ours.isdisjoint(name.parts)), None)
