"""Find words of a claim that repeats a passage which have changed places there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from verifier.checks.case import Case, Observation, Outcome, content_words
from verifier.evidence.align import SAME
from verifier.evidence.gaps import Gap, Overlay

WORD_FOR_WORD = 0.85
_JOINTS = frozenset(("and", "or"))


def exchanged(case: Case, overlay: Overlay) -> Iterator[Observation]:
    """Report the first two words or names of a claim that each stand where the passage has the other.

    Two names that have changed places are a clash of names; other words are not stated as they stand. Members of one
    list (Harle and Lund) may stand in any order.
    """
    size = max(1, len(case.claim.tokens))
    if overlay.share + len(case.claim.content_set - overlay.shared) / size < WORD_FOR_WORD:
        return
    moved = {gap: tokens for gap in overlay.gaps if (tokens := _moved(case, overlay, gap))}
    if overlay.share + sum(map(len, moved.values())) / size < WORD_FOR_WORD:
        return
    for first, second in combinations(moved, 2):
        if _trade(case, overlay, moved[first], second) and _trade(case, overlay, moved[second], first):
            if not _listed(case, first, second):
                yield _observed(case, overlay, (first, second), (moved[first], moved[second]))
            return
    for gap, tokens in moved.items():
        home = next((g for g in overlay.gaps if g is not gap and _trade(case, overlay, tokens, g)), None)
        if home is not None and _turned(case, overlay, gap, home):
            yield _observed(case, overlay, (gap, home), (tokens, ()))
            return


def _moved(case: Case, overlay: Overlay, gap: Gap) -> tuple[int, ...]:
    """Return the claim's content words in a gap, if the passage has each of them in some other gap; else nothing."""
    view = case.views.get(overlay.passage, {})
    tokens = tuple(t for t in range(*gap.claim) if t in case.claim.content_set)
    elsewhere = [g for g in overlay.gaps if g is not gap]
    found = all(t in view and view[t].grade == SAME and any(_holds(g, view[t].at) for g in elsewhere) for t in tokens)
    return tokens if found else ()


def _holds(gap: Gap, at: int) -> bool:
    return gap.passage[0] <= at < gap.passage[1]


def _trade(case: Case, overlay: Overlay, tokens: tuple[int, ...], home: Gap) -> bool:
    view = case.views[overlay.passage]
    return all(_holds(home, view[t].at) for t in tokens)


def _turned(case: Case, overlay: Overlay, gap: Gap, home: Gap) -> bool:
    """Say whether the words of a gap stand in another order where the passage has them: "of Lund" for "Lund, of"."""
    ours = [t.key for t in case.claim.tokens[slice(*gap.claim)]]
    theirs = [t.key for t in case.passage(overlay.passage).analysis.tokens[slice(*home.passage)]]
    named = case.claim.sure_name_tokens.intersection(range(*gap.claim))
    return bool(named) and _JOINTS.isdisjoint(ours) and ours != theirs and sorted(ours) == sorted(theirs)


def _listed(case: Case, first: Gap, second: Gap) -> bool:
    """Say whether nothing but grammar stands between two gaps: they are members of a list."""
    between = range(first.claim[1], second.claim[0])
    joined = any(case.claim.tokens[t].key in _JOINTS for t in between)
    return joined and case.claim.content_set.isdisjoint(between)


def _observed(
    case: Case, overlay: Overlay, gaps: tuple[Gap, Gap], tokens: tuple[tuple[int, ...], tuple[int, ...]]
) -> Observation:
    theirs = case.passage(overlay.passage).analysis
    ours = (*tokens[0], *tokens[1])
    found = tuple(t for gap in gaps for t in range(*gap.passage) if t in theirs.content_set)
    named = case.claim.sure_name_tokens.issuperset(ours) and theirs.name_tokens.issuperset(found)
    return Observation(
        family="name" if named else "wording",
        outcome=Outcome.CLASH if named else Outcome.MISSING,
        tokens=(ours[0], ours[-1] + 1),
        said=content_words(case.claim, ours),
        passage=overlay.passage,
        at=(found[0], found[-1] + 1) if found else gaps[0].passage,
        found=content_words(theirs, found),
        slot=1.0,
    )
