"""Compare what a claim denies with what its sources deny."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verifier.checks.case import Case, Observation, Outcome, anchored, complementary, same_slot, words
from verifier.checks.excuses import (
    CONTRASTING,
    QUALIFIED,
    TURNED,
    about,
    compared,
    denied_before,
    denied_near,
    denies,
    elliptical,
    implied,
    qualified,
    unasked,
    unreal,
    whole,
)
from verifier.checks.quantity import HOLDS
from verifier.checks.shares import opposed
from verifier.checks.slots import clause_slot
from verifier.checks.upheld import upheld
from verifier.evidence.align import CONCEPT, SAME, Match
from verifier.facts.analysis import Analysis
from verifier.facts.assertion.polarity import Negation
from verifier.facts.quantity import weigh
from verifier.words.grammar import PARTICLES, POSSESSIVES, THIRD_PERSON
from verifier.words.vocabulary import LONGEST

FAMILY = "polarity"
SLOT, SLOT_REWORDED, SLOT_GOVERNED, SLOT_UNSURE = 0.5, 0.65, 0.25, 0.3
_OBJECT, _SUBJECT, _MOST = 2, 6, 40
_FROM_THEN_ON = frozenset({"only", "after", "when", "once", "from", "since"})
_STANDING_IN = THIRD_PERSON | POSSESSIVES
_CLASSING = frozenset({"as", "to", "with"})


def check(case: Case) -> Iterator[Observation]:
    """Report every predicate that the claim denies and a source asserts in the same slot, or the reverse."""
    ours = {o.tokens[0]: o for o in reversed([*_of_claim(case)])}
    theirs = {(o.passage, o.at[0]): o for o in reversed([*_of_sources(case)])}
    yield from reversed([*theirs.values(), *ours.values()])


def _of_claim(case: Case) -> Iterator[Observation]:
    """Yield what becomes of each denial of the claim."""
    for negation in case.claim.negations[:_MOST]:
        if case.claim.tokens[negation.cue].key in CONTRASTING or compared(case.claim, negation):
            continue
        if any({negation.cue, negation.cue + 1} <= o.shared for o in case.overlays):
            continue
        seen = list(_denied_by_claim(case, negation))
        told = [*_best(case, seen)]
        yield from told
        agreed = any(o.outcome is Outcome.HELD and (o.slot >= SLOT_UNSURE or _echoed(case, negation, o)) for o in seen)
        if not told and not agreed and not negation.nominal and not implied(case, negation):
            span = (negation.cue, negation.heads[-1] + 1)
            yield upheld(case, FAMILY, negation) or Observation(FAMILY, Outcome.MISSING, span, words(case.claim, *span))


def _of_sources(case: Case) -> Iterator[Observation]:
    """Yield what the claim asserts and a passage denies."""
    denied = {t for n in case.claim.negations for t in n.heads}
    for token in _deniable(case):
        if token not in denied:
            yield from _best(case, _denied_by_source(case, token))


def _echoed(case: Case, negation: Negation, held: Observation) -> bool:
    """Say whether a passage denies by the very word that the claim does: declined to say."""
    cue = case.views[held.passage].get(negation.cue)
    return cue is not None and cue.grade == SAME and 0 < held.at[0] - cue.at <= _OBJECT


def _deniable(case: Case) -> list[int]:
    """Return the content tokens whose match in some passage is denied there: no other can clash."""
    found = ((view, case.passage(number).analysis.negations) for number, view in case.views.items())
    heads = [(view, {at for n in negations for at in n.heads}) for view, negations in found if negations]
    return [t for t in case.claim.content if any(t in view and view[t].at in denied for view, denied in heads)]


def _negative(case: Case, token: int) -> bool:
    """Say whether a word denies by itself: lack, refuse."""
    return case.index.vocabulary.sounds_negative(case.claim.tokens[token].key)


def _best(case: Case, seen: Iterable[Observation]) -> Iterator[Observation]:
    """Yield the clash where it fits better than any passage that agrees: first by its subject, then by its slot."""

    def order(o: Observation) -> tuple[bool, float, bool, int]:
        return not _governed(case, o.tokens[0], o.passage, o.at[0]), -o.slot, o.outcome is Outcome.CLASH, o.passage

    ordered = sorted(seen, key=order)
    clashes = [o for o in ordered if o.outcome is Outcome.CLASH]
    held = any(o.outcome is Outcome.HELD and o.slot >= SLOT_GOVERNED for o in ordered)
    if clashes:
        yield clashes[0] if ordered[0].outcome is Outcome.MISSING else ordered[0]
    elif ordered and not held and ordered[0].slot >= SLOT_UNSURE:
        yield ordered[0]


def _governed(case: Case, start: int, number: int, at: int) -> bool:
    """Say whether the word before the claim's predicate, in its phrase, stands close before the passage's too."""
    claim, view = case.claim, case.views[number]
    before = [t for t in claim.content if t < start and claim.phrases[t] == claim.phrases[start]]
    return bool(before) and before[-1] in view and 0 < at - view[before[-1]].at <= _SUBJECT


def _governing(case: Case, start: int, number: int, at: int) -> bool:
    """Say whether the two words behind the claim's predicate, in its phrase, stand close behind the passage's too."""
    claim, view = case.claim, case.views[number]
    behind = [t for t in claim.content if t > start and claim.phrases[t] == claim.phrases[start]][:_OBJECT]
    return len(behind) == _OBJECT and all(
        t in view and view[t].grade == SAME and 0 < view[t].at - at <= _SUBJECT for t in behind
    )


def _denied_by_claim(case: Case, negation: Negation) -> Iterator[Observation]:
    span = (negation.cue, negation.heads[-1] + 1)
    said = words(case.claim, *span)
    for number, view in case.views.items():
        theirs = case.passage(number).analysis
        heads = _stated_heads(case, negation, number)
        if not heads or not _same_names(case, negation, number):
            continue
        at = view[heads[0]].at
        if unasked(case.index.vocabulary, case.claim, negation.heads[0], theirs, at):
            continue
        slot = same_slot(case, span, number, (at, at + 1))
        if _agreed(case, negation, heads[0], number):
            yield Observation(FAMILY, Outcome.HELD, span, said, number, (at, at + 1), "", slot)
        elif (
            slot >= SLOT
            and anchored(case, heads[0], number, at, negation.cue)
            and about(case, negation, number)
            and not _other_part(case.claim, negation, theirs)
            and not complementary(case, negation.cue, number, at)
        ):
            found = words(theirs, max(0, at - 1), at + 1)
            excuse = QUALIFIED if qualified(case.claim, negation, view) else unreal(theirs, at)
            excuse = excuse or (TURNED if opposed(case, heads[0], number, at) else "")
            yield Observation(FAMILY, Outcome.CLASH, span, said, number, (at, at + 1), found, slot, excuse)


def _other_part(claim: Analysis, negation: Negation, theirs: Analysis) -> bool:
    """Say whether a denial is of so many of a whole that a passage does not single out: 17 of the trains did not."""
    cue = claim.tokens[negation.cue].start
    parts = [q for q in claim.quantities if q.end < cue and claim.text[q.end :].lstrip().startswith("of ")]
    return any(all(weigh(q, other) not in HOLDS for other in theirs.quantities) for q in parts)


def _agreed(case: Case, negation: Negation, token: int, number: int) -> bool:
    """Say whether a passage may deny what the claim denies: by itself, in a phrase of its own, in a contrast."""
    theirs, at = case.passage(number).analysis, case.views[number][token].at
    if elliptical(case.claim, negation):
        return any(theirs.clauses[n.cue] == theirs.clauses[at] for n in theirs.negations)
    return denied_near(case, number, at) or _phrased(case, case.claim, negation.cue, token, theirs.keys[at])


def _phrased(case: Case, analysis: Analysis, cue: int, head: int, keys: Sequence[str]) -> bool:
    """Say whether a denial is part of a phrase that another word may stand for: not working, broken."""
    concepts, known = case.index.vocabulary.concepts, set(keys)
    spans = ((cue, end) for end in range(head + 1, cue + LONGEST + 1))
    return any(not known.isdisjoint(concepts.get(tuple(analysis.lemmas[a:b]), ())) for a, b in spans)


def _stated_heads(case: Case, negation: Negation, number: int) -> list[int]:
    """Return what of a denial a passage states: the denied word; what is only classed or described, by what follows."""
    view, claim = case.views[number], case.claim
    heads = [t for t in negation.heads if t in view and view[t].grade >= CONCEPT]
    behind = claim.tokens[negation.heads[0] + 1].key if negation.heads[0] + 1 < len(claim.tokens) else ""
    if heads or negation.nominal or behind not in _CLASSING:
        return heads
    rest = [t for t in claim.content if t > negation.heads[-1] and claim.clauses[t] == claim.clauses[negation.cue]]
    stated = [t for t in rest[:_OBJECT] if t in view and view[t].grade >= CONCEPT]
    return stated if len(stated) == min(_OBJECT, len(rest)) > 1 else []


def _spoken_of(case: Case, token: int, numbers: Iterable[int]) -> Iterator[tuple[int, Match, Negation | None]]:
    """Yield those of the passages that speak of what a token tells, with its match there and what denies it."""
    for number in numbers:
        match = case.views[number].get(token)
        if match is None or match.grade < CONCEPT or denied_before(case, token, number):
            continue
        if match.grade < SAME and _negative(case, token):
            continue
        theirs = case.passage(number).analysis
        if _parted(case.claim, token, theirs, match.at):
            continue
        negation = next((n for n in theirs.negations if match.at in n.heads and denies(theirs, n)), None)
        if negation is not None and (
            _until(case.claim, token, theirs, match.at) or (negation.nominal and _denies_too(case, token))
        ):
            continue
        if negation is None or not unasked(case.index.vocabulary, theirs, match.at, case.claim, token):
            yield number, match, negation


def _denied_by_source(case: Case, token: int) -> Iterator[Observation]:
    span, said = (token, token + 1), words(case.claim, token, token + 1)
    denying = (n for n in case.views if case.passage(n).analysis.negations)
    if all(negation is None for _, _, negation in _spoken_of(case, token, denying)):
        return
    for number, match, negation in _spoken_of(case, token, case.views):
        theirs = case.passage(number).analysis
        slot = clause_slot(case, span, number, (match.at, match.at + 1))
        if negation is None or _phrased(case, theirs, negation.cue, match.at, case.claim.keys[token]):
            yield Observation(FAMILY, Outcome.HELD, span, said, number, (match.at, match.at + 1), "", slot)
        elif whole(case.claim, token) >= whole(theirs, match.at) and (number in case.chosen or slot >= SLOT_GOVERNED):
            at = (negation.cue, negation.heads[-1] + 1)
            excuse = unreal(theirs, negation.cue) or (TURNED if opposed(case, token, number, match.at) else "")
            outcome = Outcome.CLASH if _firm(case, token, number, slot) else Outcome.MISSING
            yield Observation(FAMILY, outcome, span, said, number, at, words(theirs, *at), slot, excuse)


def _parted(claim: Analysis, token: int, theirs: Analysis, at: int) -> bool:
    """Say whether other particles make two verbs of one word: turned off, turned it on."""
    ours, others = _particles(claim, token), _particles(theirs, at)
    return bool(ours and others) and ours.isdisjoint(others)


def _particles(analysis: Analysis, verb: int) -> set[str]:
    return {t.key for t in analysis.tokens[verb + 1 : verb + 1 + _OBJECT]} & PARTICLES


def _until(claim: Analysis, token: int, theirs: Analysis, at: int) -> bool:
    """Say whether a passage denies only up to a moment what the claim says from then on: not until, only after."""
    behind = [t for t in range(at, len(theirs.tokens)) if theirs.phrases[t] == theirs.phrases[at]]
    if not any(theirs.tokens[t].key == "until" for t in behind):
        return False
    return any(t.key in _FROM_THEN_ON for t in claim.tokens[token:])


def _firm(case: Case, token: int, number: int, slot: float) -> bool:
    """Say whether a word of the claim and the one that a passage denies stand in the same slot."""
    match = case.views[number][token]
    least = SLOT if match.grade == SAME else SLOT_REWORDED
    if slot >= least and anchored(case, token, number, match.at):
        return True
    near = _governed(case, token, number, match.at) or _governing(case, token, number, match.at)
    return match.grade == SAME and slot >= SLOT_GOVERNED and near


def _denies_too(case: Case, token: int) -> bool:
    """Say whether the claim denies something in the phrase of a token: the buses did not run."""
    phrases = case.claim.phrases
    return any(phrases[n.cue] == phrases[token] for n in case.claim.negations)


def _same_names(case: Case, negation: Negation, number: int) -> bool:
    """Say whether a passage has the names that a denial is about, those before its cue, or pronouns for them."""
    claim, view = case.claim, case.views[number]
    if number in case.chosen and any(t.key in _STANDING_IN for t in case.passage(number).analysis.tokens):
        return True
    clause = claim.clauses[negation.cue]
    return all(
        any(t in view for t in range(n.first, n.last + 1))
        for n in claim.names
        if n.sure and claim.clauses[n.first] == clause and n.first < negation.cue
    )
