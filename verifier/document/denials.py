"""Find what one claim of a postmortem denies and another asserts in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from verifier.document.pairing import Place, Word, pairs
from verifier.document.remark import Remark
from verifier.document.twins import RULE, Held, Read
from verifier.evidence.passages import Index
from verifier.facts.analysis import Analysis
from verifier.model import Claim

SAME, LEAST_WORDS = 0.8, 3
_PARTICLES = frozenset({"not", "never", "no"})


class Piece(NamedTuple):
    """Hold the words between two punctuation marks: their stems, and those of them that are denied."""

    held: Held
    stems: frozenset[str]
    denied: frozenset[str]


def check(texts: Sequence[Read], index: Index) -> Iterator[Remark]:
    """Report what one claim denies in the words in which another asserts it."""
    denying = [
        p for claim, analysis in texts if analysis.negations for p in _pieces(claim, analysis, index) if p.denied
    ]
    heads = {head for piece in denying for head in piece.denied}
    telling = ((c, a) for c, a in texts if not heads.isdisjoint(a.positions))
    asserting = [p for claim, analysis in telling for p in _pieces(claim, analysis, index) if not p.denied]
    ours, theirs = [_placed(piece) for piece in denying], [_placed(piece) for piece in asserting]
    for a, b in pairs(ours, theirs, SAME, _clash):
        yield Remark(RULE, (denying[a].held.place,), (asserting[b].held.place,))


def _placed(piece: Piece) -> Place[Piece]:
    words = tuple(Word(1.0, (stem,)) for stem in sorted(piece.stems))
    return Place(piece, (piece.stems, piece.denied), words, piece.stems)


def _pieces(claim: Claim, analysis: Analysis, index: Index) -> Iterator[Piece]:
    """Yield what a claim says outright between punctuation, in words enough to tell what it speaks of."""
    hedged = {analysis.phrases[h.cue] for h in analysis.hedges}
    cues = {n.cue for n in analysis.negations}
    for number, group in groupby(analysis.content, key=analysis.phrases.__getitem__):
        tokens = list(group)
        stems = frozenset(analysis.stems[t] for t in tokens if t not in cues)
        if len(stems) < LEAST_WORDS or number in hedged or analysis.sure_name_tokens.issuperset(tokens):
            continue
        denied = [n for n in analysis.negations if analysis.phrases[n.cue] == number]
        if all(analysis.tokens[n.cue].key in _PARTICLES for n in denied):
            inside = Held(claim, analysis, (min([tokens[0], *(n.cue for n in denied)]), tokens[-1] + 1), index)
            yield Piece(inside, stems, frozenset(analysis.stems[h] for n in denied for h in n.heads))


def _clash(ours: Piece, theirs: Piece) -> bool | None:
    """Say whether one piece asserts what the other denies; None where they do not say the same."""
    shared = len(ours.stems & theirs.stems)
    if ours.held.claim is theirs.held.claim or shared < SAME * len(ours.stems | theirs.stems):
        return None
    return ours.denied <= theirs.stems
