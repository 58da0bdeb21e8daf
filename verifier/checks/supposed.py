"""Find what a claim tells as done and its sources only plan, suspect, allege, ask for or ask about."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.assertion import asserted
from verifier.checks.case import Case, Observation, Outcome, same_slot, words
from verifier.checks.sureness import left_open, lets, only_able
from verifier.evidence.align import CONCEPT, SAME, Match
from verifier.facts.analysis import Analysis
from verifier.words.grammar import BE_OR_HAVE, DEFINING
from verifier.words.shapes import may_be_past

FAMILY = "certainty"
SLOT = 0.5
_CLOSE = 6
_EVENTS = frozenset({"happen", "occur"})
_LINKING = frozenset({"that", "whether", "if", "who", "what", "why", "how"})
_DEGREES = frozenset("more less most least very too so".split())


def check(case: Case) -> Iterator[Observation]:
    """Report the first predicate told as done that a passage leaves open in its slot, where none asserts it."""
    claim, unsure = case.claim, case.index.vocabulary.unsure
    for token in claim.content:
        if claim.tokens[token].key in unsure or not _told(claim, token):
            continue
        found = max(_open(case, token), key=lambda o: (o.slot, -o.passage), default=None)
        if found and not (token in left_open(case) or lets(case, token) or asserted(case, token)):
            yield found
            return


def _told(claim: Analysis, token: int) -> bool:
    """Say whether a word tells a deed or state: a past form, or what stands close behind was, has or have."""
    word = claim.tokens[token].key
    denied = claim.denied((token, token + 1))
    if word.endswith("ing") or claim.lemmas[token] in _EVENTS or token in claim.name_tokens or denied:
        return False
    before = [t.key for t in claim.tokens[max(0, token - 2) : token]]
    return (may_be_past(word) or not BE_OR_HAVE.isdisjoint(before)) and not _asked(claim, token)


def _asked(claim: Analysis, token: int) -> bool:
    """Say whether a word compares, or stands in what the claim says is unknown or was not checked."""
    behind = claim.tokens[token + 1].key if token + 1 < len(claim.tokens) else ""
    linked = any(t.key in _LINKING for t in claim.tokens[:token])
    return behind == "than" or (linked and any(n.cue < token for n in claim.negations))


def _open(case: Case, token: int) -> Iterator[Observation]:
    """Yield where passages leave a predicate of the claim open, with what surrounds it around it."""
    noun = case.claim.tokens[token - 1].key in DEFINING
    for number, view in case.views.items():
        match = view.get(token)
        if match is None or match.grade < (SAME if noun else CONCEPT):
            continue
        theirs, span = case.passage(number).analysis, (token, token + 1)
        for cue in _cues(case, theirs, match.at):
            slot = same_slot(case, span, number, (match.at, match.at + 1)) if _beside(case, match, cue) else 0.0
            if slot >= SLOT:
                at = min(cue, match.at), max(cue, match.at) + 1
                said, found = words(case.claim, *span), words(theirs, *at)
                yield Observation(FAMILY, Outcome.CLASH, span, said, number, at, found, slot)


def _cues(case: Case, theirs: Analysis, place: int) -> Iterator[int]:
    """Yield the cues that leave open what stands at a place, unless it says what a flaw lets one do, or a degree."""
    if theirs.tokens[place - 1].key in _DEGREES:
        return
    yield from (d.cue for d in theirs.doubts if place in d.governed)
    if theirs.lemmas[place] not in case.index.vocabulary.enabling:
        cues = (h.cue for h in theirs.hedges if place in h.governed[:1])
        yield from (cue for cue in cues if not only_able(case, theirs, cue))


def _beside(case: Case, match: Match, cue: int) -> bool:
    """Say whether a word next to a predicate stands close by it in the passage too, and no other name before it."""
    view, theirs = case.views[match.passage], case.passage(match.passage).analysis
    order = case.claim.content
    place = order.index(match.token)
    beside = [t for t in (*order[max(0, place - 1) : place], *order[place + 1 : place + 2]) if t in view]
    low, high = min(cue, match.at) - _CLOSE, max(cue, match.at) + _CLOSE
    seen = {m.at for m in view.values()}
    stranger = any(t in theirs.sure_name_tokens and t not in seen for t in range(cue, match.at))
    return not stranger and any(low <= view[t].at <= high for t in beside)
