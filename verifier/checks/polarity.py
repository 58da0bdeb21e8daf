"""Compare what a claim denies with what its sources deny."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from verifier.checks.case import Case, Observation, Outcome, anchored, complementary, same_slot, words
from verifier.evidence.align import CONCEPT, SAME, Match
from verifier.facts.analysis import Analysis
from verifier.facts.polarity import Negation

FAMILY = "polarity"
SLOT, SLOT_REWORDED, SLOT_GOVERNED = 0.5, 0.65, 0.25
_CLOSE, _BEFORE, _OBJECT, _SUBJECT = 4, 6, 2, 6
_UNREAL = frozenset("should ought supposed meant intended if unless would whether".split())
_CLASSING = frozenset({"as", "to", "with"})
_CONTRASTING = frozenset({"rather", "instead", "as", "opposed"})
_QUALIFIED = "the claim denies only how it was done"
_QUESTION = "the source asks a question"
_CONDITIONAL = "the source speaks of what should be, or of a condition"


def check(case: Case) -> Iterator[Observation]:
    """Report every predicate that the claim denies and a source asserts in the same slot, or the reverse."""
    for negation in case.claim.negations:
        if case.claim.tokens[negation.cue].key in _CONTRASTING:
            continue
        if any({negation.cue, negation.cue + 1} <= o.shared for o in case.overlays):
            continue
        seen = list(_denied_by_claim(case, negation))
        yield from _best(case, seen)
        if not seen and not negation.nominal and not _excused(case, negation):
            span = (negation.cue, negation.heads[-1] + 1)
            yield Observation(FAMILY, Outcome.MISSING, span, words(case.claim, *span))
    denied = {t for n in case.claim.negations for t in n.heads}
    for token in case.claim.content:
        if token not in denied and not _negated_clause(case, token):
            yield from _best(case, _denied_by_source(case, token))


def _best(case: Case, seen: Iterable[Observation]) -> Iterator[Observation]:
    """Yield the clash where it fits better than any passage that agrees: first by its subject, then by its slot."""
    ordered = sorted(seen, key=lambda o: (-_governed(case, o), -o.slot, o.outcome is Outcome.CLASH, o.passage))
    if ordered and ordered[0].outcome is Outcome.CLASH:
        yield ordered[0]
    elif any(o.outcome is Outcome.CLASH for o in ordered):
        yield ordered[0]


def _governed(case: Case, seen: Observation) -> bool:
    """Say whether the word before the claim's predicate, in its phrase, stands close before the passage's too."""
    claim, view = case.claim, case.views[seen.passage]
    start = seen.tokens[0]
    before = [t for t in claim.content if t < start and claim.phrases[t] == claim.phrases[start]]
    return bool(before) and before[-1] in view and 0 < seen.at[0] - view[before[-1]].at <= _SUBJECT


def _denied_by_claim(case: Case, negation: Negation) -> Iterator[Observation]:
    span = (negation.cue, negation.heads[-1] + 1)
    said = words(case.claim, *span)
    for number, view in case.views.items():
        theirs = case.passage(number).analysis
        heads = _stated_heads(case, negation, number)
        if not heads or not _same_names(case, negation, number):
            continue
        at = view[heads[0]].at
        slot = same_slot(case, span, number, (at, at + 1))
        if _denied_near(case, number, at):
            yield Observation(FAMILY, Outcome.HELD, span, said, number, (at, at + 1), "", slot)
        elif (
            slot >= SLOT and anchored(case, heads[0], number, at) and not complementary(case, negation.cue, number, at)
        ):
            found = words(theirs, max(0, at - 1), at + 1)
            excuse = _QUALIFIED if _qualified(case.claim, negation, view) else _unreal(theirs, at)
            yield Observation(FAMILY, Outcome.CLASH, span, said, number, (at, at + 1), found, slot, excuse)


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


def _denied_by_source(case: Case, token: int) -> Iterator[Observation]:
    span, said = (token, token + 1), words(case.claim, token, token + 1)
    for number, view in case.views.items():
        match = view.get(token)
        if match is None or match.grade < CONCEPT:
            continue
        theirs = case.passage(number).analysis
        negation = next((n for n in theirs.negations if match.at in n.heads and _denies(theirs, n)), None)
        slot = same_slot(case, span, number, (match.at, match.at + 1))
        if negation is None:
            yield Observation(FAMILY, Outcome.HELD, span, said, number, (match.at, match.at + 1), "", slot)
        else:
            at = (negation.cue, negation.heads[-1] + 1)
            excuse = _unreal(theirs, negation.cue)
            clash = Observation(FAMILY, Outcome.CLASH, span, said, number, at, words(theirs, *at), slot, excuse)
            least = SLOT if match.grade == SAME else SLOT_REWORDED
            firm = slot >= least and anchored(case, token, number, match.at)
            if firm or (match.grade == SAME and slot >= SLOT_GOVERNED and _governed(case, clash)):
                yield clash


def _sounds_negative(case: Case, number: int) -> bool:
    return any(case.index.vocabulary.sounds_negative(t.key) for t in case.passage(number).analysis.tokens)


def _qualified(claim: Analysis, negation: Negation, view: Mapping[int, Match]) -> bool:
    """Say whether an adverb that the passage lacks narrows the denial: not promptly, not fully."""
    near = range(negation.cue, min(len(claim.tokens), negation.heads[-1] + _CLOSE + 2))
    return any(claim.tokens[t].key.endswith("ly") and t not in view and t in claim.content_set for t in near)


def _excused(case: Case, negation: Negation) -> bool:
    """Say whether a denial that no passage states may follow all the same.

    It may where the passages deny something, where the claim denies only a manner, or only to set one thing against
    another (not X but Y).
    """
    rest = range(negation.heads[-1], len(case.claim.tokens))
    contrast = any(case.claim.tokens[t].key in {"but", "rather"} for t in rest)
    view = case.alignment.matches
    narrowed = contrast or _qualified(case.claim, negation, view)
    return narrowed or any(_sounds_negative(case, number) for number in case.chosen)


def _sounds_negative(case: Case, number: int) -> bool:
    return any(case.index.vocabulary.sounds_negative(t.key) for t in case.passage(number).analysis.tokens)


def _qualified(claim: Analysis, negation: Negation, view: Mapping[int, Match]) -> bool:
    """Say whether an adverb that the passage lacks narrows the denial: not promptly, not fully."""
    near = range(negation.cue, min(len(claim.tokens), negation.heads[-1] + _CLOSE + 2))
    return any(claim.tokens[t].key.endswith("ly") and t not in view and t in claim.content_set for t in near)


def _spoken_of(case: Case, negation: Negation) -> bool:
    """Say whether most of a denied clause stands in the chosen passages."""
    clause = [t for t in case.claim.content if case.claim.clauses[t] == case.claim.clauses[negation.cue]]
    return sum(t in case.alignment.matches for t in clause) >= CLAUSE * max(1, len(clause))


def _denies(analysis: Analysis, negation: Negation) -> bool:
    """Say whether a cue denies a predicate or a thing, and does not only set one thing against another or a name."""
    contrasting = analysis.tokens[negation.cue].key in _CONTRASTING
    behind = analysis.tokens[negation.cue + 1].key if negation.cue + 1 < len(analysis.tokens) else ""
    compared = behind == "as" or any(t.key == "than" for t in analysis.tokens[max(0, negation.cue - 3) : negation.cue])
    return not contrasting and not compared and (negation.nominal or negation.heads[0] not in analysis.name_tokens)


def _unreal(analysis: Analysis, at: int) -> str:
    """Say why a passage does not assert what stands at a position: it speaks of what should be, or of a condition."""
    if "?" in analysis.text:
        return _QUESTION
    before = [t for t in range(max(0, at - _BEFORE), at) if analysis.clauses[t] == analysis.clauses[at]]
    return _CONDITIONAL if any(analysis.tokens[t].key in _UNREAL for t in before) else ""


def _same_names(case: Case, negation: Negation, number: int) -> bool:
    """Say whether a passage has the names that a denial is about, those before its cue."""
    claim, view = case.claim, case.views[number]
    clause = claim.clauses[negation.cue]
    return all(
        any(t in view for t in range(n.first, n.last + 1))
        for n in claim.names
        if n.sure and claim.clauses[n.first] == clause and n.first < negation.cue
    )


def _negated_clause(case: Case, token: int) -> bool:
    """Say whether the clause of a token denies something, or has a word near it that may."""
    claim = case.claim
    if any(claim.phrases[n.cue] == claim.phrases[token] and n.cue < token for n in claim.negations):
        return True
    near = claim.tokens[max(0, token - _BEFORE) : token]
    return any(case.index.vocabulary.sounds_negative(t.key) for t in near)


def _denied_near(case: Case, number: int, at: int) -> bool:
    """Say whether a passage denies what stands at a position, or has a word close by that may deny it."""
    theirs = case.passage(number).analysis
    if any(at in n.heads for n in theirs.negations):
        return True
    near = theirs.tokens[max(0, at - _BEFORE) : at + _CLOSE]
    return any(case.index.vocabulary.sounds_negative(t.key) for t in near)
