"""Compare the medium by which a claim says somebody spoke with the medium that the sources name."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, same_slot, words
from verifier.facts.analysis import Analysis
from verifier.facts.names import Name

FAMILY = "medium"
SLOT = 0.45
_FROM = frozenset({"by", "from", "of"})
_NEAR = 6
_BY = frozenset("in via by through on with using to".split())


def check(case: Case) -> Iterator[Observation]:
    """Report a medium that the sources give otherwise for what was said, unless one gives it alike."""
    for token, medium in _media(case, case.claim):
        seen = [o for n in case.views for o in _compared(case, token, medium, n)]
        held = [o for o in seen if o.outcome is Outcome.HELD]
        yield from (held or sorted(seen, key=lambda o: (-o.slot, o.passage)))[:1]


def _media(case: Case, analysis: Analysis) -> Iterator[tuple[int, str]]:
    """Yield the words for how something was said: in a letter, somebody's tweet, tweeted; not `email accounts`."""
    media = case.index.vocabulary.media
    for at, lemma in enumerate(analysis.lemmas):
        medium = media.get(lemma)
        if medium is None or (at + 1 in analysis.content_set and analysis.text[analysis.tokens[at].end] == " "):
            continue
        before = [t.key for t in analysis.tokens[max(0, at - 3) : at]]
        if _owner(analysis, at) or not _BY.isdisjoint(before) or analysis.tokens[at].key.endswith("ed"):
            yield at, medium


def _compared(case: Case, token: int, medium: str, number: int) -> Iterator[Observation]:
    theirs, lexicon = case.passage(number).analysis, case.index.vocabulary
    span, said = (token, token + 1), words(case.claim, token, token + 1)
    for at, other in _media(case, theirs):
        slot = same_slot(case, span, number, (at, at + 1))
        found = words(theirs, at, at + 1)
        if other == medium or medium in lexicon.media_above.get(other, ()):
            yield Observation(FAMILY, Outcome.HELD, span, said, number, (at, at + 1), found, slot)
        elif frozenset({medium, other}) not in lexicon.rival_media:
            continue
        elif _owned(case, token, number) or (slot >= SLOT and _spoken(case, number)):
            yield Observation(FAMILY, Outcome.CLASH, span, said, number, (at, at + 1), found, slot)


def _owned(case: Case, token: int, number: int) -> bool:
    """Say whether the name whose tweet or letter it is stands in the passage."""
    owner = _owner(case.claim, token)
    return owner is not None and owner.last in case.views[number]


def _owner(analysis: Analysis, at: int) -> Name | None:
    """Return whose tweet or letter it is: Ann Lee's tweet, a tweet by Ann Lee."""
    behind = at + 1 < len(analysis.tokens) and analysis.tokens[at + 1].key in _FROM
    for name in analysis.names:
        if name.last == at - 1 or (behind and at < name.first <= at + _NEAR):
            return name
    return None


def _spoken(case: Case, number: int) -> bool:
    """Say whether a name or a role of the claim, who may be the speaker, stands in the passage."""
    claim, view = case.claim, case.views[number]
    return any(
        t in view and (t in claim.name_tokens or claim.lemmas[t] in case.index.vocabulary.roles) for t in claim.content
    )
