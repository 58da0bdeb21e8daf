"""Say how a claim came by its verdict: every candidate considered, the alignment, and what stood down."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.checks.case import Case
from verifier.judge import Judgement
from verifier.model import Candidate, Explanation, Place


def explanation(judgement: Judgement) -> Explanation:
    """Return the explanation of a judgement."""
    case = judgement.case
    if case is None:
        return Explanation(judgement.assessment, ())
    claim = case.claim
    return Explanation(
        assessment=judgement.assessment,
        candidates=tuple(_candidates(judgement, case)),
        matched=tuple(
            f"{_word(case, t)} = {_their_word(case, t)}" for t in claim.content if t in case.alignment.matches
        ),
        unmatched=tuple(
            f"{_word(case, t)}{' (elsewhere in the sources)' if t in case.alignment.elsewhere else ''}"
            for t in claim.content
            if t not in case.alignment.matches
        ),
        stood_down=tuple((o.family, o.stood_down) for o in judgement.observations if o.stood_down),
        features=judgement.features,
    )


def _candidates(judgement: Judgement, case: Case) -> Iterable[Candidate]:
    against = {o.passage for o in judgement.observations if o.outcome == "clash" and not o.stood_down}
    for ranked in case.ranked:
        s = case.passage(ranked.number).sentence
        taken = ranked.number in case.chosen or ranked.number in against
        yield Candidate(
            place=Place(s.source, s.part, s.start, s.end, s.text),
            score=round(ranked.score, 4),
            taken=taken,
            reason=_reason(case, ranked.number, against),
        )


def _reason(case: Case, number: int, against: set[int]) -> str:
    shared = ", ".join(_word(case, t) for t in case.views[number])
    if number in against:
        return f"says otherwise; shares {shared}"
    if number == case.chosen[0]:
        return f"shares most: {shared}"
    if number in case.chosen:
        return f"adds: {shared}"
    return f"adds nothing to the sentences taken; shares {shared}"


def _word(case: Case, token: int) -> str:
    t = case.claim.tokens[token]
    return case.claim.text[t.start : t.end]


def _their_word(case: Case, token: int) -> str:
    match = case.alignment.matches[token]
    analysis = case.passage(match.passage).analysis
    t = analysis.tokens[match.at]
    return analysis.text[t.start : t.end]
