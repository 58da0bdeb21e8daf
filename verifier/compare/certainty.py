"""Tell what a text denies or leaves open, and what a claim tells as done that the passages leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from verifier.compare import excuses
from verifier.compare.case import Case, Range
from verifier.data.thresholds import HEDGED_UP_TO, LEFT_OPEN_BY, LEFT_OPEN_SHARE, LIKEST_NEAR, LIKEST_TOLD, SURE_LEVELS
from verifier.evidence.grid import SAME
from verifier.facts.analysis import Analysis
from verifier.facts.assertion.doubt import asked
from verifier.facts.clause.verbs import ALLOWING, looks_finite, modal_before, told_as_done
from verifier.words.shapes import is_ing, is_past

DOUBTED = "certainty"
PLAIN = frozenset({"not", "never", "nobody", "none", "nothing"})
"""The cues that deny and nothing else."""


class LeftOpen(NamedTuple):
    """Hold the claim's words that a passage leaves open, the number of that passage, and where it does so."""

    tokens: Range
    number: int
    place: Range


def left_open(case: Case) -> Iterator[LeftOpen]:
    """Find a claim told as done that all passages which tell most of it leave open, and the first word that says so.

    Passages of every article count: what one of them tells as done is not left open.
    """
    grid, ours = case.wide.grid, sureness(case.claim)
    top = max(grid.scores.values(), default=0.0)
    if top < LIKEST_TOLD:
        return
    telling = [(n, case.passage(n).analysis) for n, score in grid.scores.items() if score >= LIKEST_NEAR * top]
    if not any(sureness(passage) for _, passage in telling):
        return
    open_, views = {}, [(n, passage, case.view(n)) for n, passage in telling]
    for token in grid.rows:
        seen = [(_left_by(p, view[token].at), n, view[token].at) for n, p, view in views if token in view]
        surest = max(seen, default=None)
        if surest and ours.get(token, 1.0) - surest[0][0] >= LEFT_OPEN_BY:
            open_[token] = surest
    if sum(row.weight for token, row in grid.rows.items() if token in open_) >= LEFT_OPEN_SHARE * grid.total:
        order = {s: (-grid.scores[s[1]], not tells_deed(case.passage(s[1]).analysis, s[2])) for s in open_.values()}
        (_, cue), number, at = min(order, key=lambda seen: (*order[seen], seen[2]))
        yield LeftOpen((min(open_), max(open_) + 1), number, (min(cue, at), max(cue, at) + 1))


def not_told_as_done(case: Case) -> Iterator[LeftOpen]:
    """Find the deeds of a claim of which every passage says that they may, can or will be done, or leaves them open.

    Passages that have the same verb are asked, and of the likest ones also those that tell the deed by another.
    """
    grid, claim = case.wide.grid, case.claim
    near = LIKEST_NEAR * max(grid.scores.values(), default=0.0)
    for token in [t for t in grid.rows if told_as_done(claim, t) and claim.lemmas[t] not in ALLOWING]:
        grades = grid.rows[token].grades
        same = [n for n, grade in grades.items() if grade >= SAME]
        if max(map(grid.scores.__getitem__, same), default=0.0) < LIKEST_TOLD or _supposed(claim, token):
            continue
        undone = _undone(case, token, same)
        number = max(undone, key=lambda n: (grid.scores[n], n), default=-1)
        likely = number >= 0 and grid.scores[number] >= LIKEST_TOLD
        rest = [n for n in grades if likely and n not in undone and grid.scores[n] >= near and token in case.view(n)]
        others = [(case.passage(n).analysis, case.view(n)[token].at) for n in rest]
        if likely and not any(told_as_done(passage, at) and _cue(passage, at) < 0 for passage, at in others):
            yield LeftOpen((token, token + 1), number, undone[number])


def _undone(case: Case, token: int, passages: Iterable[int]) -> dict[int, Range]:
    """Return by passage where a verb stands and what makes it tell no deed; nothing where one tells it as done."""
    found: dict[int, Range] = {}
    for number in passages:
        met = case.view(number).get(token)
        if met and met.grade >= SAME:
            cue = _cue(case.passage(number).analysis, met.at)
            if cue < 0:
                return {}
            found[number] = (min(cue, met.at), max(cue, met.at) + 1)
    return found


def _supposed(claim: Analysis, token: int) -> bool:
    """Say whether a claim itself leaves open, denies or only supposes what a verb says."""
    return token in sureness(claim) or token in denials(claim) or bool(excuses.unreal(claim, token))


def _cue(passage: Analysis, at: int) -> int:
    """Return the place of what makes a verb tell no deed: its modal, or a cue of doubt; -1 where nothing does."""
    if at in denials(passage):
        return -1
    level, cue = _left_by(passage, at)
    return max(modal_before(passage, at), cue if level <= HEDGED_UP_TO else -1)


def _left_by(passage: Analysis, at: int) -> tuple[float, int]:
    """Return how sure a passage is of a word, and the cue that says so; a condition tells nothing of what became."""
    level, cue = doubt_of(passage, at)
    return (1.0, -1) if passage.tokens[cue].key in excuses.CONDITIONS else (level, cue)


def tells_deed(analysis: Analysis, at: int) -> bool:
    """Say whether a word has the form of a verb: what is left open of a noun alone may be another event."""
    return is_past(analysis.tokens[at].key) or is_ing(analysis.tokens[at].key) or looks_finite(analysis, at)


@lru_cache(maxsize=512)
def _stances(analysis: Analysis) -> Mapping[int, tuple[float, int]]:
    """Return the words that a text does not tell as done, each with how sure it is and the cue that says so."""
    found: dict[int, tuple[float, int]] = {}
    for hedge in (*analysis.hedges, *analysis.doubts):
        level = SURE_LEVELS.get(hedge.level, 1.0)
        for token in hedge.governed:
            if level < found.get(token, (1.0, -1))[0]:
                found[token] = (level, hedge.cue)
    for token in analysis.content if "?" in analysis.text else ():
        if token not in found and asked(analysis.text, analysis.tokens[token].end):
            found[token] = (SURE_LEVELS["open"], token)
    return found


def doubt_of(analysis: Analysis, token: int) -> tuple[float, int]:
    """Return how sure a text is of a word (1: told as done) and the token of the cue that says so, -1 without one."""
    return _stances(analysis).get(token, (1.0, -1))


@lru_cache(maxsize=512)
def sureness(analysis: Analysis) -> Mapping[int, float]:
    """Return the words of which a text is not wholly sure, each with how sure it is."""
    return {token: level for token, (level, _) in _stances(analysis).items()}


@lru_cache(maxsize=512)
def denials(analysis: Analysis) -> Mapping[int, int]:
    """Return the words that a text denies, each with its cue; those denied twice are affirmed."""
    found: dict[int, int] = {}
    for negation in analysis.negations:
        for head in negation.heads:
            if head in found:
                del found[head]
            else:
                found[head] = negation.cue
    return found


def flatly_denied(analysis: Analysis, part: Range) -> bool:
    """Say whether a plain denial stands before a range of tokens in its clause."""
    before = (cue for cue in denials(analysis).values() if cue < part[0])
    return any(analysis.clauses[c] == analysis.clauses[part[0]] and analysis.tokens[c].key in PLAIN for c in before)
