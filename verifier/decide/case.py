"""Set a claim beside the passages it may lean on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.compare.case import Case
from verifier.compare.certainty import denials, doubt_of, sureness
from verifier.data.thresholds import REPEATED_SURE_FROM
from verifier.evidence.grid import lay, within
from verifier.evidence.passages import Index, numbers
from verifier.evidence.ranking import rank
from verifier.facts.analysis import analyse
from verifier.model import Claim


def set_beside(claim: Claim, index: Index, allowed: int, universe: int = 0) -> Case:
    """Return a claim with its grid over the passages allowed, best first; `universe` are all that may serve at all."""
    analysis = analyse(claim.text, index.vocabulary, claim.written, claim.material)
    everything = universe | allowed
    wide = lay(analysis, index, everything)
    ranked, *cited = rank(analysis, index, wide, *dict.fromkeys((everything, allowed)))
    case = Case(analysis, index, everything, wide, ranked)
    return replace(case, allowed=allowed, grid=within(wide, allowed), ranked=cited[0], around=case) if cited else case


def repeated(case: Case) -> int:
    """Return the number of the passage that has the claim's words in a row and as surely, -1 where none has."""
    tokens = sorted(case.claim.inside)
    if len(tokens) < 2:
        return -1
    stems = [case.claim.stems[t] for t in tokens]
    having = case.allowed
    for pair in pairwise(stems):
        having &= case.index.bigrams.get(pair, 0)
    return next((n for n in numbers(having) if _says(case, tokens, stems, n)), -1)


def _says(case: Case, tokens: Sequence[int], stems: Sequence[str], number: int) -> bool:
    """Say whether a passage has these words in a row, and neither denies nor leaves open what the claim does not."""
    passage = case.passage(number).analysis
    last = len(passage.stems) - len(stems)
    starts = (at for at in range(last + 1) if list(passage.stems[at : at + len(stems)]) == stems)
    ours, denied, theirs = sureness(case.claim), denials(case.claim), denials(passage)
    return any(
        all(
            (token in denied or start + place not in theirs)
            and doubt_of(passage, start + place)[0] >= min(REPEATED_SURE_FROM, ours.get(token, 1.0))
            for place, token in enumerate(tokens)
        )
        for start in starts
    )
