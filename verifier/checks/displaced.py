"""Find words that no source has where the claim has them: its neighbours stand there with another word between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verifier.checks.case import Case, Observation, Outcome, content_words, same_slot, words
from verifier.evidence.align import CONCEPT, Match
from verifier.facts.analysis import Analysis
from verifier.words.forms import inflected_from

_UNSTATED = "wording"
SLOT, FIRM = 0.55, 0.65
_SLACK, _TIGHT = 3, 2
_BOUND = 5
_BESIDE = 2


def check(case: Case) -> Iterator[Observation]:
    """Report each telling word of the claim that is missing where a passage has its neighbours and another word.

    A word that stands elsewhere in the sources is reported only where both neighbours enclose the other word.
    """
    absent = frozenset(case.alignment.missing)
    for place, token in enumerate(case.claim.content):
        if _lacking(case, token) and _telling(case, token) and not _bound(case, place):
            least = FIRM if token in case.alignment.matches else SLOT
            found = next((o for o in _facing(case, place, enclosed=token not in absent) if o.slot >= least), None)
            if found is not None:
                yield found


def _lacking(case: Case, token: int) -> bool:
    """Say whether a passage that carries the claim has not the word."""
    return any(token not in case.views[number] for number in case.chosen)


def _telling(case: Case, token: int) -> bool:
    """Say whether a word is more than gloss, a name, a role, or a manner."""
    claim, vocabulary = case.claim, case.index.vocabulary
    known = any(f in vocabulary.gloss or f in vocabulary.roles for f in _forms(claim, token))
    named = token in claim.name_tokens or claim.tokens[token].key in case.index.initials
    return not (known or named or claim.tokens[token].key.endswith("ly"))


def _forms(analysis: Analysis, token: int) -> tuple[str, ...]:
    return inflected_from(analysis.tokens[token].key)


def _bound(case: Case, place: int) -> bool:
    """Say whether some passage has the word close to one of its neighbours in the claim."""
    content = case.claim.content
    token, near = content[place], content[max(0, place - _BESIDE) : place + _BESIDE + 1]
    return any(
        token in view
        and any(t != token and t in view and abs(view[t].at - view[token].at) <= _BOUND + abs(t - token) for t in near)
        for view in case.views.values()
    )


def _facing(case: Case, place: int, *, enclosed: bool) -> Iterator[Observation]:
    """Yield what passages have where the claim has a word: words of their own that nothing in the claim stands for."""
    token = case.claim.content[place]
    for number in case.chosen:
        view, theirs = case.views[number], case.passage(number).analysis
        if token in view:
            continue
        used = {m.at for m in view.values()}
        for start, end in _places(case.claim, theirs, view, place, enclosed=enclosed):
            facing = [
                t
                for t in range(start, end)
                if t in theirs.content_set and t not in used and _rival(case, token, theirs, t)
            ]
            if facing:
                said, found = words(case.claim, token, token + 1), content_words(theirs, facing)
                at = (facing[0], facing[-1] + 1)
                slot = same_slot(case, (token, token + 1), number, at)
                yield Observation(_UNSTATED, Outcome.MISSING, (token, token + 1), said, number, at, found, slot)


def _rival(case: Case, token: int, theirs: Analysis, at: int) -> bool:
    """Say whether a word of a passage may fill the place of the claim's: not gloss, saying, name, manner, opposite."""
    vocabulary = case.index.vocabulary
    word = theirs.tokens[at].key
    gloss = any(form in vocabulary.gloss for form in _forms(theirs, at))
    idle = gloss or at in theirs.name_tokens or vocabulary.says(word) or word.endswith("ly")
    return not idle and not vocabulary.opposed(case.claim.tokens[token].key, word)


def _places(
    claim: Analysis, theirs: Analysis, view: Mapping[int, Match], place: int, *, enclosed: bool
) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a passage's tokens where a word of the claim should stand, by two neighbours that it has."""
    content, size = claim.content, len(theirs.tokens)
    token = content[place]
    before, left, right, behind = (_at(content, place + step, view) for step in (-2, -1, 1, 2))
    if left >= 0 and right >= 0 and 0 < view[right].at - view[left].at <= right - left + _SLACK:
        yield view[left].at + 1, view[right].at
    if enclosed:
        return
    if before >= 0 and left >= 0 and 0 < view[left].at - view[before].at <= left - before + _TIGHT:
        start = view[left].at + 1
        yield start, _within(theirs, start, min(size, start + token - left + 1))
    if right >= 0 and behind >= 0 and 0 < view[behind].at - view[right].at <= behind - right + _TIGHT:
        end = view[right].at
        yield max(0, end - (right - token) - 1), end


def _at(content: tuple[int, ...], place: int, view: Mapping[int, Match]) -> int:
    """Return the claim's content token at a place, -1 where there is none that the passage has."""
    token = content[place] if 0 <= place < len(content) else -1
    return token if token in view and view[token].grade >= CONCEPT else -1


def _within(analysis: Analysis, start: int, end: int) -> int:
    """Return the end of a range, cut off where the phrase of the word before it ends."""
    return next((t for t in range(start, end) if analysis.phrases[t] != analysis.phrases[start - 1]), end)
