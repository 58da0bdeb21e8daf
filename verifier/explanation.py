"""Say how a claim came by its verdict: every candidate considered, the words met, what stood down, what weighed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from verifier.compare.case import Case, words
from verifier.data.models import models
from verifier.data.thresholds import SURE_MATCH
from verifier.decide.judge import Judgement
from verifier.decide.reasons import absent
from verifier.decide.verdict import ERROR
from verifier.model import Candidate, Explanation, Place


def explanation(judgement: Judgement) -> Explanation:
    """Return the explanation of a judgement."""
    case, decision = judgement.case, judgement.decision
    if case is None:
        return Explanation(judgement.assessment, ())
    chosen = case.chosen
    clashes = [o for o, _ in decision.clashes] if decision else []
    lost = set(absent(case))
    return Explanation(
        assessment=judgement.assessment,
        candidates=tuple(_candidates(case, chosen, {o.passage for o in clashes})),
        matched=tuple(_met(case, chosen)),
        otherwise=tuple(dict.fromkeys(f"{o.said} / {o.found}" for o in clashes)),
        unmatched=tuple(words(case.claim, (t, t + 1)) for t in sorted(lost)),
        stood_down=tuple(_excuses(judgement)),
        features=models()[ERROR].features(decision.weighed) if decision else (),
    )


def _excuses(judgement: Judgement) -> Iterator[tuple[str, str]]:
    """Yield what looked like a clash and is none: the excuse by its name, the words on both sides, and the reason."""
    for o in judgement.observations:
        if o.excuse:
            yield o.excuse.name, f'{o.fact}, "{o.said}" beside "{o.found}": {o.excuse.reason}'


def _candidates(case: Case, chosen: Collection[int], against: Collection[int]) -> Iterator[Candidate]:
    for ranked in case.ranked:
        s = case.passage(ranked.number).sentence
        taken = ranked.number in chosen or ranked.number in against
        place = Place(s.source, s.part, s.start, s.end, s.text)
        yield Candidate(place, round(ranked.score, 4), taken, _reason(case, ranked.number, chosen, against))


def _reason(case: Case, number: int, chosen: Collection[int], against: Collection[int]) -> str:
    shared = ", ".join(words(case.claim, (t, t + 1)) for t, row in case.grid.rows.items() if number in row.grades)
    if number in against:
        return f"says otherwise; shares {shared}"
    if number in chosen:
        return f"shares most: {shared}" if number == case.ranked[0].number else f"adds to it; shares {shared}"
    return f"adds nothing to the sentences taken; shares {shared}"


def _met(case: Case, chosen: Collection[int]) -> Iterator[str]:
    """Yield each word of the claim with its like in the sentences taken: `=` the same, `~` near."""
    for token, row in case.grid.rows.items():
        number = max((n for n in chosen if n in row.grades), key=lambda n: row.grades[n], default=-1)
        if number >= 0:
            found = case.view(number).get(token)
            mark = "=" if row.grades[number] >= SURE_MATCH else "~"
            theirs = case.passage(number).analysis
            other = words(theirs, (found.at, found.at + 1)) if found else "a near word"
            yield f"{words(case.claim, (token, token + 1))} {mark} {other}"
