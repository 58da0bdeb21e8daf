"""Compare the words of a claim with those of a passage that it repeats: what was put in another's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.checks.case import Case, Observation, Outcome, complementary, words
from verifier.checks.exchanged import WORD_FOR_WORD, exchanged
from verifier.checks.excuses import unreal
from verifier.checks.figures import figures
from verifier.checks.turned import denials, turned, until
from verifier.checks.unhedged import unhedged
from verifier.evidence.gaps import Gap, Overlay
from verifier.evidence.index import Passage
from verifier.facts.analysis import Analysis
from verifier.words.vocabulary import Vocabulary

NEAR_VERBATIM = 0.75
LEAST_WORDS = 5
_FLANK, _MANY = 3, 2
_LONGEST = 5


def check(case: Case) -> Iterator[Observation]:
    """Report what differs between the claim and the passages it nearly repeats, typed by what the words are."""
    for overlay in case.overlays:
        yield from exchanged(case, overlay)
        close = overlay.content_share >= NEAR_VERBATIM and len(case.claim.content) >= LEAST_WORDS
        for gap in overlay.gaps:
            if close or _firm(gap):
                yield from _differences(case, overlay, gap, close=close)
        if close:
            return


def _facing(case: Case, gap: Gap, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Say whether one word of the claim faces one of the passage, between content words that both share."""
    if len(ours) != 1 or len(theirs) != 1 or case.claim.tokens[ours[0]].key.endswith("ly"):
        return False
    content = case.claim.content_set
    before = sum(t in content for t in range(gap.claim[0] - gap.before, gap.claim[0]))
    after = sum(t in content for t in range(gap.claim[1], gap.claim[1] + gap.after))
    return ours[0] in case.alignment.missing and (min(before, after) > 0 or max(before, after) > _MANY)


def _firm(gap: Gap) -> bool:
    short = gap.claim[1] - gap.claim[0] <= _LONGEST and gap.passage[1] - gap.passage[0] <= _LONGEST
    return short and gap.before > 0 and gap.after > 0 and gap.before + gap.after > _FLANK


def _differences(case: Case, overlay: Overlay, gap: Gap, *, close: bool) -> Iterator[Observation]:
    passage = case.passage(overlay.passage)
    ours = _unmatched(case, overlay.passage, gap)
    theirs = _unclaimed(case, passage, gap)
    family = _family(case, overlay, gap, ours, theirs)
    if family is None:
        return
    worded = family == "wording"
    if worded and not (close and overlay.share >= WORD_FOR_WORD) and not _facing(case, gap, ours, theirs):
        return
    unasserted = family == "polarity" and _mood(case.claim, gap.claim) != _mood(passage.analysis, gap.passage)
    yield Observation(
        family=family,
        outcome=Outcome.MISSING if worded or unasserted else Outcome.CLASH,
        tokens=_shown(gap.claim, ours),
        said=words(case.claim, *_shown(gap.claim, ours)),
        passage=overlay.passage,
        at=_shown(gap.passage, theirs),
        found=words(passage.analysis, *_shown(gap.passage, theirs)),
        slot=overlay.content_share if close else 0.6,
    )


def _mood(analysis: Analysis, span: tuple[int, int]) -> str:
    """Name what keeps a text from asserting what a gap is part of: a question, a condition; empty where it asserts."""
    return unreal(analysis, min(span[0], len(analysis.tokens) - 1))


def _shown(gap: tuple[int, int], tokens: Sequence[int]) -> tuple[int, int]:
    return (tokens[0], tokens[-1] + 1) if tokens else gap


def _unmatched(case: Case, passage: int, gap: Gap) -> list[int]:
    """Return the claim's content tokens in a gap that nothing in the gap's passage stands for."""
    view = case.views.get(passage, {})
    lexicon = case.index.vocabulary
    return [
        t
        for t in range(*gap.claim)
        if t in case.claim.content_set and t not in view and case.claim.lemmas[t] not in lexicon.gloss
    ]


def _unclaimed(case: Case, passage: Passage, gap: Gap) -> list[int]:
    """Return the passage's content tokens in a gap that no word of the claim stands for."""
    used = {m.at for m in case.views.get(passage.number, {}).values()}
    return [t for t in range(*gap.passage) if t in passage.analysis.content_set and t not in used]


def _family(case: Case, overlay: Overlay, gap: Gap, ours: Sequence[int], theirs: Sequence[int]) -> str | None:
    """Name what sort of fact differs in a gap; None where nothing material does."""
    passage = case.passage(overlay.passage)
    repeated = overlay.share >= WORD_FOR_WORD and len(case.claim.content) >= LEAST_WORDS
    rival = figures(case, passage, gap, repeated=repeated)
    if ours:
        sided = ((case.claim, ours), (passage.analysis, theirs))
        if rival and all(a.tokens[t].key[0].isdigit() for a, tokens in sided for t in tokens):
            before = range(gap.claim[0] - 1, gap.claim[1] - 1)
            return "name" if case.claim.sure_name_tokens.issuperset(before) else rival
        return _family_of_words(case, passage, gap, ours, theirs)
    if repeated and unhedged(case, overlay, gap):
        return "certainty"
    if rival is not None or theirs:
        return None if theirs else rival or None
    if repeated and _opposed_grammar(case, passage, gap):
        return "antonym"
    return "polarity" if turned(case, overlay, gap) else None


def _family_of_words(case: Case, passage: Passage, gap: Gap, ours: Sequence[int], theirs: Sequence[int]) -> str | None:
    """Name what sort of words of the claim face others in a gap; None where they are mere wording."""
    claim, other, lexicon = case.claim, passage.analysis, case.index.vocabulary
    if any(lexicon.opposed(claim.tokens[a].key, other.tokens[b].key) for a in ours for b in theirs):
        unlike = claim.denied(gap.claim) != other.denied(gap.passage)
        unlike = unlike or denials(claim, gap.claim) != denials(other, gap.passage)
        unlike = unlike or until(claim, gap.claim) != until(other, gap.passage)
        return None if unlike or complementary(case, ours[0], passage.number, theirs[0]) else "antonym"
    named = claim.sure_name_tokens.issuperset(ours) and other.name_tokens.issuperset(theirs)
    if any(claim.tokens[t].key in case.index.initials for t in ours):
        return None
    if theirs and named:
        return "name" if _plain(other, gap.passage) and not _parted(other, theirs, gap) else None
    pairs = [(claim.lemmas[a], other.lemmas[b]) for a in ours for b in theirs]
    if any(_rivals(lexicon, a, b) for a, b in pairs):
        return "role"
    if any(b in lexicon.distinct.get(a, ()) for a, b in pairs):
        return "term"
    broader = any(lexicon.may_say(a, b) for a, b in pairs)
    return "wording" if len(ours) == len(theirs) and not broader else None


def _opposed_grammar(case: Case, passage: Passage, gap: Gap) -> bool:
    """Say whether one word of grammar faces its opposite: before the storm, after the storm."""
    ours, theirs = case.claim.tokens[slice(*gap.claim)], passage.analysis.tokens[slice(*gap.passage)]
    facing = len(ours) == 1 and len(theirs) == 1
    return facing and case.index.vocabulary.opposed(ours[0].key, theirs[0].key)


def _rivals(lexicon: Vocabulary, ours: str, theirs: str) -> bool:
    """Say whether two words name different roles, both of people or both of bodies, neither too broad to tell."""
    vague = lexicon.is_vague(ours) or lexicon.is_vague(theirs)
    return not vague and lexicon.is_person(ours) == lexicon.is_person(theirs) and lexicon.role_clash(ours, theirs)


def _parted(analysis: Analysis, theirs: Sequence[int], gap: Gap) -> bool:
    """Say whether a comma ends the part of a passage in which a name stands: on Radio Ems, the studio."""
    return "," in words(analysis, theirs[-1], gap.passage[1])


def _plain(analysis: Analysis, span: tuple[int, int]) -> bool:
    """Say whether no bracket or dash sets the words of a span apart."""
    return not any(mark in words(analysis, *span) for mark in "()[]–—")
