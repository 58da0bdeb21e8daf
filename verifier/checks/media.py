"""Compare the medium by which a claim says somebody spoke with the medium that the sources name."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, same_slot, words
from verifier.checks.channels import Channel, channels, owner

FAMILY = "medium"
SLOT, SLOT_ALONE = 0.45, 0.6


def check(case: Case) -> Iterator[Observation]:
    """Report a medium that the sources give otherwise for what was said, unless one gives it alike."""
    for ours in channels(case.claim, case.index.vocabulary):
        seen = [o for n in case.views for o in _compared(case, ours, n)]
        held = [o for o in seen if o.outcome is Outcome.HELD]
        yield from (held or sorted(seen, key=lambda o: (-o.slot, o.passage)))[:1]


def _compared(case: Case, ours: Channel, number: int) -> Iterator[Observation]:
    theirs, vocabulary = case.passage(number).analysis, case.index.vocabulary
    span, said = (ours.first, ours.last), words(case.claim, ours.first, ours.last)
    known = {vocabulary.media[(t.key,)] for t in case.claim.tokens if (t.key,) in vocabulary.media}
    for other in channels(theirs, vocabulary):
        at = (other.first, other.last)
        slot, found = same_slot(case, span, number, at), words(theirs, *at)
        if other.medium == ours.medium or ours.medium in vocabulary.media_above.get(other.medium, ()):
            yield Observation(FAMILY, Outcome.HELD, span, said, number, at, found, slot)
        elif (
            other.medium not in known
            and frozenset({ours.medium, other.medium}) in vocabulary.rival_media
            and _alike(case, ours, number, slot)
        ):
            yield Observation(FAMILY, Outcome.CLASH, span, said, number, at, found, slot)


def _alike(case: Case, ours: Channel, number: int, slot: float) -> bool:
    """Say whether both speak of one message: the owner named stands there, or what is said and who may have said it."""
    claim, view = case.claim, case.views[number]
    owned = owner(claim, ours)
    if owned is not None and owned.last in view:
        return True
    roles = case.index.vocabulary.roles
    speaker = any(t in view and (t in claim.name_tokens or claim.lemmas[t] in roles) for t in claim.content)
    return slot >= (SLOT if speaker else SLOT_ALONE)
