"""Tell what a claim leaves open, and whether its sources are sure of what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.checks.case import Case, surroundings
from verifier.evidence.align import CONCEPT, grade
from verifier.facts.analysis import Analysis
from verifier.facts.grammar import BE_OR_HAVE, DEFINING, SUBJECTS, THIRD_PERSON

_AROUND, _WIDE, _SOON = 4, 7, 3
_ENOUGH = 2
_CLOSE = 3
_MODALS = frozenset("would could can may might should".split())
_BE = frozenset("is are was were".split())
_ANYBODY = frozenset("those anyone anybody everyone everybody people all".split())
_JOINING = frozenset("and or as including such plus then".split())
_OPENING = DEFINING | SUBJECTS


def left_open(case: Case) -> frozenset[int]:
    """Return the claim's tokens that it does not assert: what its cues govern, what stands behind them, risks."""
    claim = case.claim
    starts = _starts(case)
    found = {t for h in (*claim.hedges, *claim.doubts) for t in h.governed}
    found.update(t for t in claim.content if t > starts.get(claim.phrases[t], t) or _describing(case, t))
    found.update(t for t in claim.content if _to_come(claim, t) or _able(claim, t) or _weighed(case, t))
    return frozenset(found)


def _starts(case: Case) -> dict[int, int]:
    """Return the phrases of a claim that are left open, each with the token behind which it is."""
    claim, starts = case.claim, dict[int, int]()
    for cue in sorted((h.cue for h in (*claim.hedges, *claim.doubts)), reverse=True):
        home = claim.phrases[cue]
        starts[home] = cue
        if cue + 1 < len(claim.tokens) and claim.phrases[cue + 1] != home:  # may, however, have sold
            starts |= {home + 1: -1, home + 2: -1}
    starts |= {claim.phrases[t]: -1 for t, lemma in enumerate(claim.lemmas) if lemma in case.index.vocabulary.risks}
    for at in _joined(claim):  # may open, as well as close
        if claim.phrases[at - 1] in starts:
            starts.setdefault(claim.phrases[at], -1)
    return starts


def _joined(claim: Analysis) -> Iterator[int]:
    """Yield the first tokens of phrases that go on with the phrase before, with no subject of their own."""
    for at in range(1, len(claim.tokens)):
        if claim.phrases[at] == claim.phrases[at - 1] + 1 and claim.tokens[at].key in _JOINING:
            behind = claim.tokens[at + 1].key if at + 1 < len(claim.tokens) else ""
            if behind not in _OPENING:
                yield at


def _to_come(claim: Analysis, token: int) -> bool:
    """Say whether a word stands behind a form of `be` and `to`: the votes are to be counted."""
    first = token - 1 if claim.tokens[token - 1].key != "be" else token - 2
    return first > 0 and claim.tokens[first].key == "to" and claim.tokens[first - 1].key in _BE


def _able(claim: Analysis, token: int) -> bool:
    """Say whether a claim tells what can be, or what something lets happen: can be changed, allowing it to be changed."""
    before = [claim.tokens[t].key for t in claim.before(token, _CLOSE)]
    return "can" in before or "until" in before or before[-2:] == ["to", "be"]


def _weighed(case: Case, token: int) -> bool:
    """Say whether a claim gives a word only as an estimate, an opinion or a warning: estimated that ten had been sold."""
    claim = case.claim
    return any(
        claim.tokens[t + 1].key == "that" and case.index.vocabulary.weighs(claim.tokens[t].key)
        for t in range(token - 1)
        if claim.phrases[t] == claim.phrases[token]
    )


def _describing(case: Case, token: int) -> bool:
    """Say whether a word only tells which people are meant: those who had paid."""
    claim = case.claim
    first = claim.phrases.index(claim.phrases[token])
    if not first or claim.tokens[first].key != "who" or claim.text[claim.tokens[first - 1].end] == ",":
        return False
    antecedent = claim.tokens[first - 1].key
    return antecedent in _ANYBODY or case.index.vocabulary.is_anybody(antecedent)


def lets(case: Case, token: int) -> bool:
    """Say whether a claim tells what a flaw does, which is what it makes possible: a flaw that exposed the files."""
    claim = case.claim
    if any(t.key in BE_OR_HAVE for t in claim.tokens[max(0, token - 2) : token]):
        return False
    before = (t for t in claim.before(token, token) if t in claim.content_set)
    return any(case.index.vocabulary.is_flaw(claim.lemmas[t]) for t in before)


def asserted(case: Case, token: int) -> bool:
    """Say whether a sentence of the sources is sure of a claim's predicate, said of something the claim says it of."""
    claim, index = case.claim, case.index
    near = surroundings(claim, (token, token + 1), _AROUND)
    keys = [key for key in claim.keys[token] if grade(key) >= CONCEPT]
    for number in dict.fromkeys(n for key in keys for n in index.postings.get(key, ())):
        theirs = case.passage(number).analysis
        unsure = {t for h in (*theirs.hedges, *theirs.doubts) for t in h.governed}
        sure = {p for key in keys for p in theirs.positions.get(key, ()) if p not in unsure and not _supposed(theirs, p)}
        if not sure or not case.may_use(number):
            continue
        same = theirs.positions.get(claim.stems[token], ())
        if any(_told_of(near, claim, theirs, p, len(theirs.tokens) if p in same else _WIDE) for p in sure):
            return True
        if any(_pronominal(theirs, p) for p in sure):
            return True
    return False


def _supposed(theirs: Analysis, place: int) -> bool:
    """Say whether a modal verb stands before a place in its phrase: would have sold, may use it to sell."""
    before = range(max(0, place - _WIDE), place)
    return any(theirs.tokens[t].key in _MODALS and theirs.phrases[t] == theirs.phrases[place] for t in before)


def _told_of(near: Sequence[int], claim: Analysis, theirs: Analysis, place: int, wide: int) -> bool:
    """Say whether enough of what a claim tells a predicate of stands close by one of a passage."""
    close = (any(abs(at - place) <= wide for key in claim.keys[t] for at in theirs.positions.get(key, ())) for t in near)
    return sum(close) >= min(_ENOUGH, len(near))


def _pronominal(theirs: Analysis, place: int) -> bool:
    """Say whether pronouns stand for whom and what a predicate is told of: they later sold them."""
    before, behind = range(max(0, place - _SOON), place), range(place + 1, min(place + 1 + _SOON, len(theirs.tokens)))
    told = any(theirs.tokens[t].key in THIRD_PERSON for t in before)
    return told and theirs.content_set.isdisjoint(t for t in behind if theirs.phrases[t] == theirs.phrases[place])
