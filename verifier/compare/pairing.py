"""Pair a part of a claim with what stands in its place in the passages, and keep the best of what holds and clashes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verifier.compare import excuses
from verifier.compare.case import Case, Excuse, Observation, Outcome, Range, words
from verifier.compare.certainty import flatly_denied
from verifier.data.thresholds import ANCHOR_CLOSE, ANCHOR_SHARE, PAIRED_MOST, PAIRED_SHARE, PAIRS_MOST, UNKNOWN
from verifier.evidence.passages import numbers
from verifier.evidence.ranking import in_order
from verifier.facts.clause.verbs import verb_beside

_TOLD = "value"
Measures = tuple[tuple[str, float], ...]


class Pair(NamedTuple):
    """Hold a part of a claim and its counterpart in a passage: whether both can hold, and measures of the pairing.

    `ours` is 1 where the claim alone says what makes the difference (a denial of its own), 0 where the passage does;
    `subject` is 1 where what both tell it of is met, 0 where it is not, a half where that is not known.
    """

    tokens: Range
    passage: int
    at: Range
    holds: bool
    alike: float = 1.0
    excuse: Excuse | None = None
    ours: float = 0.0
    subject: float = UNKNOWN


def candidates(case: Case, having: int) -> list[int]:
    """Return the passages of a set that share words with the claim, best first."""
    having &= case.allowed
    scored = [(n, case.grid.windows[n]) for n in numbers(having) if case.grid.windows.get(n, 0.0) >= PAIRED_SHARE]
    return [n for n, _ in sorted(scored, key=lambda each: (-each[1], each[0]))[:PAIRED_MOST]]


def anchored(case: Case, tokens: Range, number: int, at: Range) -> float:
    """Return on how many sides (0, half, 1) the content word beside a part stands close beside its counterpart too."""
    view, order = case.view(number), case.claim.content
    first, last = bisect_left(order, tokens[0]), bisect_left(order, tokens[1])
    left = first > 0 and order[first - 1] in view and 0 < at[0] - view[order[first - 1]].at <= ANCHOR_CLOSE
    right = last < len(order) and order[last] in view and 0 <= view[order[last]].at - at[1] < ANCHOR_CLOSE
    return (left + right) / 2


def judged(case: Case, mechanism: str, fact: str, pairs: Iterable[Pair]) -> Iterator[Observation]:
    """Yield what holds best, and the clash that looks best for a part of the claim, with how surely it seems one.

    What is told of something else is no rival of a clash about the very thing that the claim speaks of. What holds is
    told beside a clash alone, but for values: that a passage holds one of these tells by itself.
    """
    seen: dict[Range, list[Pair]] = {}
    for pair in pairs:
        seen.setdefault(pair.tokens, []).append(pair)
    for tokens, mine in seen.items():
        if mechanism != _TOLD and all(pair.holds for pair in mine):
            continue
        holding, apart = [p for p in mine if p.holds], [p for p in mine if not p.holds]
        if mechanism != _TOLD and fact != "polarity" and flatly_denied(case.claim, tokens):
            apart = [p._replace(excuse=p.excuse or only_denied(case, p.passage, p.at)) for p in apart]
        clash, sure = _best(case, apart)
        held, best = _best(case, holding)
        if held is not None:
            yield _observation(case, (mechanism, fact), held, Outcome.HELD, (("slot", case.slot(*held[:3])),))
        if clash is not None:
            rivals = [p for p in holding if clash.subject < 1 or p.subject > 0]
            _, rival = _best(case, rivals) if len(rivals) < len(holding) else (held, best)
            here = max((_sure(case, p) for p in rivals if p.passage == clash.passage), default=0.0)
            shares = beside(case, (tokens,), {clash.passage, *(p.passage for p in rivals)})
            best_beside = max((shares[p.passage] for p in rivals), default=0.0)
            measures = (
                *_measures(case, clash),
                ("sure", sure),
                ("rival", rival),
                ("surer_than_rival", sure - rival),
                ("held_here", here),
                ("beside_rival", best_beside),
                ("beside_lead", shares[clash.passage] - best_beside),
                ("held_nowhere", float(not rivals)),
            )
            yield _observation(case, (mechanism, fact), clash, Outcome.CLASH, measures)


def _best(case: Case, pairs: list[Pair]) -> tuple[Pair | None, float]:
    """Return the pair that stands most surely in the claim's slot, and how surely; excused ones come last."""
    if len(pairs) > 1:
        pairs = sorted(pairs, key=lambda p: (p.excuse is not None, -case.slot(*p[:3]) * p.alike, p.passage))
    sure = [(p.excuse is not None, -_sure(case, p), p.passage) for p in pairs[:PAIRS_MOST]]
    best = min(range(len(sure)), key=sure.__getitem__, default=-1)
    return (pairs[best], -sure[best][1]) if pairs else (None, 0.0)


def beside(case: Case, parts: Iterable[Range], passages: Iterable[int]) -> dict[int, float]:
    """Return by passage what share of a claim besides some parts of it that passage has."""
    left = {token for part in parts for token in range(*part)}
    others = [(row.weight, row.grades) for token, row in case.grid.rows.items() if token not in left]
    total = sum([weight for weight, _ in others]) or 1.0
    return {n: sum([weight * grades.get(n, 0.0) for weight, grades in others]) / total for n in passages}


def _sure(case: Case, pair: Pair) -> float:
    """Return how surely both sides of a pair stand in one slot, with what stands beside and what they are told of."""
    close = 1 - ANCHOR_SHARE + ANCHOR_SHARE * anchored(case, pair.tokens, pair.passage, pair.at)
    return case.slot(*pair[:3]) * pair.alike * close * (1 + pair.subject) / 2


def only_denied(case: Case, number: int, at: Range) -> Excuse | None:
    """Return what excuses a part that a claim flatly denies: that a passage tells another, without a denial."""
    return excuses.denied_value(theirs=flatly_denied(case.passage(number).analysis, at))


def _same_verb(case: Case, pair: Pair) -> float:
    """Return whether both sides of a pair stand with the same verb (1; 0; a half where one has none): began in May."""
    passage = case.passage(pair.passage).analysis
    ours, theirs = verb_beside(case.claim, pair.tokens), verb_beside(passage, pair.at)
    if ours < 0 or theirs < 0:
        return UNKNOWN
    met = case.view(pair.passage).get(ours)
    return float(case.claim.stems[ours] == passage.stems[theirs] or (met is not None and met.at == theirs))


def _measures(case: Case, pair: Pair) -> Measures:
    """Return what tells how surely both sides of a pair speak of one thing."""
    return (
        ("slot", case.slot(*pair[:3])),
        ("alike", pair.alike),
        ("anchored", anchored(case, pair.tokens, pair.passage, pair.at)),
        ("order", in_order(case.claim, case.passage(pair.passage))),
        ("close", 1 / max(1, max(pair.tokens[1] - pair.tokens[0], pair.at[1] - pair.at[0]) - 1)),
        ("ours", pair.ours),
        ("subject", pair.subject),
        ("same_verb", _same_verb(case, pair)),
        ("first", float(bool(case.ranked) and case.ranked[0].number == pair.passage)),
    )


def _observation(case: Case, about: tuple[str, str], pair: Pair, outcome: Outcome, measures: Measures) -> Observation:
    said = words(case.claim, pair.tokens)
    found = words(case.passage(pair.passage).analysis, pair.at)
    return Observation(*about, outcome, pair.tokens, said, pair.passage, pair.at, found, measures, pair.excuse)
