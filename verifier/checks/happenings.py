"""Check on which day a claim says that the incident happened: not the day it was told, mended or written about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.checks.date_pairs import Pair, governed
from verifier.checks.publication import in_the_news, written_before, years_off
from verifier.data.word_lists import words as listed
from verifier.facts.date import DateFact, Role, governor
from verifier.facts.relation import Relation

OCCURRENCE, INFERENCE, DATE = "occurrence", "inference", "date"
SLOT, SLOT_HELD = 0.45, 0.1
LEAD = 6
_FINE = frozenset({"day", "weekday", "week", "month", "season", "quarter"})
_OTHERS = frozenset({Role.TOLD, Role.MENDED, Role.MADE})
_SHOWN = 12
_EVENT = frozenset({Role.EVENT, Role.HAPPENED})


def happens(case: Case, tokens: tuple[int, int]) -> bool:
    """Say whether a claim says only that an incident happened on the day at these tokens, in words that fit any."""
    claim = case.claim
    if governor(claim, tokens).role is not Role.HAPPENED:
        return False
    return not (listed("occurrence", "generic", "nouns") | _flaws()).isdisjoint(claim.lemmas)


def _flaws() -> frozenset[str]:
    return listed("occurrence", "generic", "flaws")


def judge(case: Case, ours: DateFact, tokens: tuple[int, int], seen: Sequence[Pair]) -> Observation:
    """Judge the day of an incident by what the dates of the sources are the days of."""
    bearing = {p: governed(case, p) for p in seen if p.holds}
    held = [p for p in bearing if _may_hold(case, p)]
    rivals = [p for p in seen if p.clashes and _rival(case, ours, p)]
    event = next((p for p in held if bearing[p].role in _EVENT), None)
    noticed = next((p for p in held if bearing[p].role is Role.NOTICED), None)
    other = next((p for p in bearing if bearing[p].role in _OTHERS and (p in held or _exact(ours, p))), None)
    wrong = case.bare and any(governed(case, p).wrong for p in rivals) and not any(bearing[p].wrong for p in held)
    if event and not wrong:
        return _seen(case, DATE, Outcome.HELD, tokens, event)
    if other and not noticed:
        if rivals or _surely_another(case, ours, bearing[other].role):
            return _of_another(case, tokens, other)
        return _seen(case, DATE, Outcome.HELD if ours.granularity == "year" else Outcome.MISSING, tokens, other)
    if noticed:
        return _seen(case, DATE, Outcome.HELD, tokens, noticed)
    return _unborne(case, ours, tokens, rivals)


def _unborne(case: Case, ours: DateFact, tokens: tuple[int, int], rivals: Sequence[Pair]) -> Observation:
    """Judge a day that no date of the sources bears out."""
    said = words(case.claim, *tokens)
    if rivals:
        surely = not (rivals[0].inferred or case.bare or rivals[0].slot < SLOT or _guessed(case))
        return _seen(case, DATE if surely else INFERENCE, Outcome.CLASH, tokens, rivals[0])
    late = written_before(case, ours)
    if late:
        return Observation(INFERENCE, Outcome.CLASH, tokens, said, late[0], (0, 0), f"published {late[1]}", 1.0)
    outcome = Outcome.HELD if ours.granularity == "year" and in_the_news(case, ours) else Outcome.MISSING
    return Observation(DATE, outcome, tokens, said)


def _exact(ours: DateFact, pair: Pair) -> bool:
    """Say whether a passage has the claim's very day or month."""
    return pair.relation is Relation.EQUAL and ours.granularity in {"day", "month"}


def _surely_another(case: Case, ours: DateFact, role: Role) -> bool:
    """Say whether the day is surely not the incident's as well: a flaw was told of, a thing was made."""
    if role is Role.MADE:
        return not in_the_news(case, ours)
    return role is Role.TOLD and _is_flaw(case)


def _of_another(case: Case, tokens: tuple[int, int], pair: Pair) -> Observation:
    """Return the clash with a day that is that of something else, shown with the word that says of what."""
    theirs, found = case.passage(pair.passage).analysis, governed(case, pair).token
    at = (min(found, pair.at[0]), max(found + 1, pair.at[1]))
    shown = words(theirs, *at)
    if at[1] - at[0] > _SHOWN:
        shown = " … ".join(words(theirs, *part) for part in sorted([(found, found + 1), pair.at]))
    said = words(case.claim, *tokens)
    return Observation(OCCURRENCE, Outcome.CLASH, tokens, said, pair.passage, at, shown, pair.slot)


def _seen(case: Case, family: str, outcome: Outcome, tokens: tuple[int, int], pair: Pair) -> Observation:
    found = pair.shown(words(case.passage(pair.passage).analysis, *pair.at))
    return Observation(family, outcome, tokens, words(case.claim, *tokens), pair.passage, pair.at, found, pair.slot)


def _may_hold(case: Case, pair: Pair) -> bool:
    return pair.slot >= SLOT_HELD or case.bare or pair.passage in case.chosen


def _rival(case: Case, ours: DateFact, pair: Pair) -> bool:
    """Say whether a passage gives the incident another day: in like words, or in the lead of an article."""
    found = governed(case, pair)
    if found.role is Role.NOTICED and pair.inferred:
        return pair.passage in _lead(case) and years_off(case, ours, pair)
    if found.role not in _EVENT or pair.other.modifier in {"before", "since", "until", "by", "after"}:
        return False
    if pair.slot >= SLOT and not case.bare:
        return True
    if pair.passage not in _lead(case) or pair.other.granularity not in _FINE:
        return False
    return found.wrong or not in_the_news(case, ours)


def _lead(case: Case) -> Iterable[int]:
    """Return the first passages of every source allowed."""
    return {n for numbers in case.index.by_source.values() for n in numbers[:LEAD] if case.may_use(n)}


def _is_flaw(case: Case) -> bool:
    return not _flaws().isdisjoint(case.claim.lemmas)


def _guessed(case: Case) -> bool:
    guesses = listed("occurrence", "guessed", "words")
    return any(t.key in guesses for t in case.claim.tokens)
