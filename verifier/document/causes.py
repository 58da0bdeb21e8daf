"""Find an event that a FAIL postmortem gives both as a software cause and as another cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verifier.document import options
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
    for ours in software:
        for theirs in other:
            a, b = analyses[ours.id], analyses[theirs.id]
            if not (a.negations or b.negations) and max(share(a, b, index), share(b, a, index)) >= SHARE:
                message = f"{ours.field} and {theirs.field} give the same event"
                yield Remark(RULE, (spot(ours),), (spot(theirs),), message)
                break


def share(ours: Analysis, theirs: Analysis, index: Index) -> float:
    """Return the share of the telling words of one text that stand in another, from 0 to 1; 0 for too few words."""
    known = {key for token in theirs.content for key in theirs.keys[token] if key[0] != "~"}
    words = [t for t in ours.content if ours.lemmas[t] not in index.vocabulary.gloss and not _idle(ours.lemmas[t])]
    if len(words) < LEAST_WORDS:
        return 0.0
    return sum(not known.isdisjoint(k for k in ours.keys[t] if k[0] != "~") for t in words) / len(words)


def _idle(lemma: str) -> bool:
    return lemma in {"software", "cause", "failure", "incident"}
