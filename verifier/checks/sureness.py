"""Tell what a claim leaves open: what may be, can be, is to be or is only claimed."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case
from verifier.facts.analysis import Analysis
from verifier.facts.assertion.certainty import Hedge
from verifier.words.grammar import BE_OR_HAVE, DEFINING, SUBJECTS

_AHEAD, _CLOSE = 6, 4
_ONLY = frozenset({"only", "without"})
_UNREAL = frozenset({"can", "would"})
_FIRM = frozenset({"will", "shall"})
_BE = frozenset("is are was were".split())
_ANYBODY = frozenset("those anyone anybody everyone everybody people all".split())
_JOINING = frozenset("and or as including such plus then".split())
_OPENING = DEFINING | SUBJECTS


def left_open(case: Case, *, firm: bool = True) -> frozenset[int]:
    """Return the claim's tokens that it does not assert: what its cues govern, what stands behind them, risks.

    Where not `firm`, what will be counts as asserted.
    """
    claim = case.claim
    cues = tuple(h for h in (*claim.hedges, *claim.doubts) if firm or claim.tokens[h.cue].key not in _FIRM)
    starts = _starts(case, cues)
    found = {t for h in cues for t in h.governed}
    found.update(t for t in claim.content if t > starts.get(claim.phrases[t], t) or _describing(case, t))
    found.update(t for t in claim.content if _to_come(claim, t) or _able(claim, t) or _weighed(case, t))
    found.update(t for h in cues for t in claim.before(h.cue, h.cue) if _modifying(claim, t))
    return frozenset(found)


def _modifying(claim: Analysis, token: int) -> bool:
    """Say whether a participle tells which thing is meant: the review led by her will report."""
    behind = claim.tokens[token + 1].key if token + 1 < len(claim.tokens) else ""
    return behind == "by" and claim.tokens[token - 1].key not in BE_OR_HAVE


def _starts(case: Case, cues: tuple[Hedge, ...]) -> dict[int, int]:
    """Return the phrases of a claim that are left open, each with the token behind which it is."""
    claim, starts = case.claim, dict[int, int]()
    for cue in sorted((h.cue for h in cues), reverse=True):
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
    """Say whether a claim tells what can be, is let happen, or is waited for: can be sold, until it is sold."""
    before = [claim.tokens[t].key for t in claim.before(token, _AHEAD)]
    named = before[-2:] == ["to", "be"] or (before[-1:] == ["being"] and _BE.isdisjoint(before[-2:]))
    return named or "until" in before or not _UNREAL.isdisjoint(before[-_CLOSE:])


def _weighed(case: Case, token: int) -> bool:
    """Say whether a claim gives a word only as an estimate, an opinion or a warning: estimated that it was sold."""
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


def only_able(case: Case, theirs: Analysis, cue: int) -> bool:
    """Say whether both sides tell what only some could do, or only so, which is no doubt: only two could be saved."""
    if theirs.lemmas[cue] != "could" or all(t.key != "only" for t in theirs.tokens):
        return False
    return any(t.key in _ONLY for t in case.claim.tokens)
