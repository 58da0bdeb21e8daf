"""Find an event that a FAIL postmortem gives both as a software cause and as another cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from verifier.document import options
from verifier.document.pairing import Place, Word, pairs
from verifier.document.remark import Remark, spot
from verifier.evidence.passages import Index
from verifier.facts.analysis import Analysis
from verifier.model import Claim, Kind

RULE = "cause-twice"
LEAST_WORDS, SHARE = 5, 0.85
_SILENT = frozenset({Kind.ABSENCE, Kind.META, Kind.ADVICE})


def check(claims: Sequence[Claim], analyses: Mapping[str, Analysis], index: Index) -> Iterator[Remark]:
    """Report each pair of causes, one of software and one not, of which one says nothing that the other does not."""
    fields = options.taxonomy()["fields"]
    software, other = (
        [c for c in claims if c.field in fields[kind] and c.id in analyses and c.kind not in _SILENT]
        for kind in ("software", "other")
    )
    places = [[_placed(claim, analyses[claim.id], index) for claim in side] for side in (software, other)]
    first: dict[int, int] = {}
    for ours, theirs in pairs(places[0], places[1], SHARE, _same):
        first.setdefault(ours, theirs)
    for ours, theirs in first.items():
        a, b = software[ours], other[theirs]
        yield Remark(RULE, (spot(a),), (spot(b),), f"{a.field} and {b.field} give the same event")


class Cause(NamedTuple):
    """Hold the telling words of a cause, the keys of all its words, and whether it denies something."""

    words: tuple[Word, ...]
    known: frozenset[str]
    denies: bool


def _placed(claim: Claim, analysis: Analysis, index: Index) -> Place[Cause]:
    keys = {t: tuple(key for key in analysis.keys[t] if key[0] != "~") for t in analysis.content}
    telling = (t for t in keys if not (analysis.lemmas[t] in index.vocabulary.gloss or _idle(analysis.lemmas[t])))
    words = tuple(Word(1.0, keys[t]) for t in telling)
    cause = Cause(words, frozenset(key for each in keys.values() for key in each), bool(analysis.negations))
    return Place(cause, (claim.field, claim.text), words, cause.known)


def _same(ours: Cause, theirs: Cause) -> bool | None:
    """Say that one of two causes says nothing that the other does not; None where each does."""
    if ours.denies or theirs.denies or max(share(ours, theirs), share(theirs, ours)) < SHARE:
        return None
    return True


def share(ours: Cause, theirs: Cause) -> float:
    """Return the share of the telling words of one cause that stand in another, from 0 to 1; 0 for too few words."""
    if len(ours.words) < LEAST_WORDS:
        return 0.0
    return sum(not theirs.known.isdisjoint(word.keys) for word in ours.words) / len(ours.words)


def _idle(lemma: str) -> bool:
    return lemma in {"software", "cause", "failure", "incident"}
