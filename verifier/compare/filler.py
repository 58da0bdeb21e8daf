"""Mechanism `filler`: the same predicate with another name, role, medium or term."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from verifier.compare.case import Case, Observation, Outcome, Range, words
from verifier.compare.pairing import Pair, judged
from verifier.data.thresholds import FILLER_PASSAGES, SURE_MATCH, UNKNOWN
from verifier.evidence.passages import numbers
from verifier.facts.analysis import Analysis
from verifier.facts.people import Name

MECHANISM = "filler"


def observe(case: Case) -> Iterator[Observation]:
    """Report how names, roles, media and terms of the claim fare."""
    yield from _names(case)
    yield from judged(case, MECHANISM, "role", _roles(case))
    yield from judged(case, MECHANISM, "medium", _media(case))
    yield from judged(case, MECHANISM, "term", _terms(case))


def _names(case: Case) -> Iterator[Observation]:
    for name in case.claim.names:
        if not name.sure:
            continue
        tokens, having = (name.first, name.last + 1), holders(case, name)
        met = ((n, _place_of(case, name, n)) for n in numbers(having) if n in case.grid.windows)
        held = (Pair(tokens, number, at, holds=True) for number, at in met if at is not None)
        rivals = list(_rival_names(case, name, tokens, having))
        pairs = [*islice(held, None if rivals else 1), *rivals]
        yield from judged(case, MECHANISM, "name", pairs)
        if not any(p.holds for p in pairs):
            yield Observation(MECHANISM, "name", Outcome.OPEN, tokens, words(case.claim, tokens))


def holders(case: Case, name: Name) -> int:
    """Return the passages that have a name: its last part, or all that identifies it in another form."""
    found = 0
    for key in case.claim.keys[name.last]:
        found |= case.index.postings.get(key, 0) if key[0] != "~" else 0
    for key in case.index.vocabulary.concepts.get(name.parts, ()):
        found |= case.index.postings.get(key, 0)
    return found & case.allowed


def _rival_names(case: Case, name: Name, tokens: Range, having: int) -> Iterator[Pair]:
    wide = case.index.beside(having)
    for ranked in case.ranked[:FILLER_PASSAGES]:
        if wide >> ranked.number & 1:
            continue
        others = [n for n in case.passage(ranked.number).analysis.names if n.sure and _one_sort(name, n)]
        taken = {m.at for m in case.view(ranked.number).values()} if others else set()
        for place in [(n.first, n.last + 1) for n in others]:
            if taken.isdisjoint(range(*place)):
                yield Pair(tokens, ranked.number, place, holds=False)


def _place_of(case: Case, name: Name, number: int) -> Range | None:
    found = case.view(number)
    at = next((found[t].at for t in range(name.last, name.first - 1, -1) if t in found), None)
    return None if at is None else (at, at + 1)


def _one_sort(ours: Name, theirs: Name) -> bool:
    """Say whether two names may name two things of one sort: as long, or nearly, and no forms of one word."""
    if abs(len(ours.parts) - len(theirs.parts)) > 1 or "".join(ours.parts) == "".join(theirs.parts):
        return False
    forms = ((a, b) for a in ours.parts for b in theirs.parts if min(len(a), len(b)) > 3)
    return not any(a.startswith(b) or b.startswith(a) for a, b in forms)


def _roles(case: Case) -> Iterator[Pair]:
    """Pair role words of the claim with those of passages: the same or a broader one holds, a rival clashes."""
    claim, lexicon, ours = case.claim, case.index.vocabulary, _role_words(case, case.claim)
    for ranked in case.ranked[: FILLER_PASSAGES if ours else 0]:
        passage, view = case.passage(ranked.number).analysis, case.view(ranked.number)
        taken = {m.at for m in view.values() if m.grade >= SURE_MATCH}
        theirs = [] if view.keys() >= {*ours} else _role_words(case, passage)
        for token in ours:
            if token in view:
                at = view[token].at
                yield Pair((token, token + 1), ranked.number, (at, at + 1), holds=True)
                continue
            for at in theirs:
                mine, other = claim.lemmas[token], passage.lemmas[at]
                fits = lexicon.may_say(mine, other) or not lexicon.unlike((mine,), (other,))
                if fits or (at not in taken and _rival_roles(case, mine, other)):
                    held_by = {_holder(claim, token), _holder(passage, at)}
                    subject = UNKNOWN if "" in held_by else float(len(held_by) == 1)
                    yield Pair((token, token + 1), ranked.number, (at, at + 1), holds=fits, subject=subject)


def _role_words(case: Case, analysis: Analysis) -> list[int]:
    """Return the words for roles in a text, those of names left out but for a title: not Test Partners."""
    roles, names = case.index.vocabulary.roles, analysis.name_tokens
    told = (t for t in analysis.content if analysis.lemmas[t] in roles)
    return [t for t in told if t not in names or _holder(analysis, t)]


def _holder(analysis: Analysis, token: int) -> str:
    """Return who holds the title that a word stands in, by the last name."""
    return next((t.person for t in analysis.titles if t.tokens[0] <= token < t.tokens[1]), "")


def _rival_roles(case: Case, ours: str, theirs: str) -> bool:
    lexicon = case.index.vocabulary
    persons = lexicon.is_person(ours) and lexicon.is_person(theirs)
    return persons and not (lexicon.is_vague(ours) or lexicon.is_vague(theirs)) and lexicon.role_clash(ours, theirs)


def _terms(case: Case) -> Iterator[Pair]:
    """Pair terms that the lexicon lists as other things than their like with these, and with themselves."""
    lexicon, claim = case.index.vocabulary, case.claim
    listed = [(t, lexicon.distinct[claim.lemmas[t]]) for t in claim.content if claim.lemmas[t] in lexicon.distinct]
    said = [case.passage(r.number).analysis.forms for r in case.ranked[:FILLER_PASSAGES]]
    ours = [(t, rivals) for t, rivals in listed if not all(map(rivals.isdisjoint, said))]
    for ranked in case.ranked[: FILLER_PASSAGES if ours else 0]:
        passage, view = case.passage(ranked.number).analysis, case.view(ranked.number)
        taken = {m.at for m in view.values() if m.grade >= SURE_MATCH}
        for token, rivals in ours:
            if token in view and view[token].grade >= SURE_MATCH:
                yield Pair((token, token + 1), ranked.number, (view[token].at, view[token].at + 1), holds=True)
                continue
            for at in passage.content:
                if at not in taken and passage.lemmas[at] in rivals:
                    yield Pair((token, token + 1), ranked.number, (at, at + 1), holds=False)


def _media(case: Case) -> Iterator[Pair]:
    """Pair words for a medium with those of passages: a rival medium clashes."""
    lexicon = case.index.vocabulary
    claim, slight = case.claim, case.index.vocabulary.slight()
    ours = {t: medium for t, medium in _media_of(claim, case).items() if claim.stems[t] not in slight}
    for ranked in case.ranked[: FILLER_PASSAGES if ours else 0]:
        for at, other in _media_of(case.passage(ranked.number).analysis, case).items():
            for token, mine in ours.items():
                rival = frozenset((mine, other)) in lexicon.rival_media
                if mine == other or rival:
                    yield Pair((token, token + 1), ranked.number, (at, at + 1), holds=not rival)


def _media_of(analysis: Analysis, case: Case) -> dict[int, str]:
    media = case.index.vocabulary.media
    return {t: media[(analysis.lemmas[t],)] for t in analysis.content if (analysis.lemmas[t],) in media}
