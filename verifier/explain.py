"""Say how a claim came by its verdict: every candidate considered, the alignment, and what stood down."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from verifier.checks.case import Case, Outcome
from verifier.evidence.align import NEAR, Match
from verifier.judge import Judgement
from verifier.model import Candidate, Explanation, Place


def explanation(judgement: Judgement) -> Explanation:
    """Return the explanation of a judgement."""
    case = judgement.case
    if case is None:
        return Explanation(judgement.assessment, ())
    matches, content = case.alignment.matches, case.claim.content
    clashes = [o for o in judgement.observations if o.outcome is Outcome.CLASH and not o.stood_down]
    return Explanation(
        assessment=judgement.assessment,
        candidates=tuple(_candidates(case, {o.passage for o in clashes})),
        matched=tuple(_pair(case, matches[t]) for t in content if t in matches),
        otherwise=tuple(dict.fromkeys(f"{o.said} / {o.found}" for o in clashes)),
        unmatched=tuple(
            f"{_word(case, t)}{' (elsewhere in the sources)' if t in case.alignment.elsewhere else ''}"
            for t in content
            if t not in matches and not any(start <= t < end for start, end in (o.tokens for o in clashes))
        ),
        stood_down=tuple((o.family, o.stood_down) for o in judgement.observations if o.stood_down),
        features=judgement.features,
    )


def _candidates(case: Case, against: Collection[int]) -> Iterable[Candidate]:
    for ranked in case.ranked:
        s = case.passage(ranked.number).sentence
        taken = ranked.number in case.chosen or ranked.number in against
        yield Candidate(
            place=Place(s.source, s.part, s.start, s.end, s.text),
            score=round(ranked.score, 4),
            taken=taken,
            reason=_reason(case, ranked.number, against),
        )


def _reason(case: Case, number: int, against: Collection[int]) -> str:
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


def _pair(case: Case, match: Match) -> str:
    analysis = case.passage(match.passage).analysis
    t = analysis.tokens[match.at]
    return f"{_word(case, match.token)} {'~' if match.grade == NEAR else '='} {analysis.text[t.start : t.end]}"
