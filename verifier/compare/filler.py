"""Mechanism `filler`: the same predicate with another name, role, medium or term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from rapidfuzz.distance import OSA

from verifier.compare.case import Case, Observation, Outcome, Range, words
from verifier.compare.pairing import Pair, judged
from verifier.data.thresholds import FILLER_PASSAGES, NAME_SPELT_OVER, SURE_MATCH, UNKNOWN
from verifier.evidence.passages import numbers
from verifier.evidence.ranking import Match
from verifier.facts.analysis import Analysis
from verifier.facts.clause.noun_phrases import gap
from verifier.facts.clause.subjects import done_by
from verifier.facts.clause.verbs import looks_finite
from verifier.facts.people.names import Name
from verifier.words.shapes import is_ing, is_past

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
        tokens, having, verb = (name.first, name.last + 1), holders(case, name), done_by(case.claim, name.first)
        near = ((n, _place_of(case, name, n)) for n in numbers(having) if n in case.grid.windows)
        met = ((n, at, _doer_alike(case, verb, n, at)) for n, at in near if at)
        held = (Pair(tokens, number, at, holds=True, subject=alike) for number, at, alike in met)
        rivals = list(_rival_names(case, name, verb, having))
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


def _rival_names(case: Case, name: Name, verb: int, having: int) -> Iterator[Pair]:
    """Pair a name with others of passages, of those beside one that has it with a doer of the claim's verb alone."""
    tokens, wide = (name.first, name.last + 1), case.index.beside(having)
    left_out = wide if verb < 0 else having
    for ranked in case.ranked[:FILLER_PASSAGES]:
        if left_out >> ranked.number & 1:
            continue
        others = [n for n in case.passage(ranked.number).analysis.names if n.sure and _one_sort(name, n)]
        taken = {m.at for m in case.view(ranked.number).values()} if others else set()
        for place in [(n.first, n.last + 1) for n in others if taken.isdisjoint(range(n.first, n.last + 1))]:
            alike = _doer_alike(case, verb, ranked.number, place)
            if alike == 1 or not wide >> ranked.number & 1:
                yield Pair(tokens, ranked.number, place, holds=False, subject=alike)


def _doer_alike(case: Case, verb: int, number: int, at: Range) -> float:
    """Return whether a name does what the claim's verb tells (1; 0; a half where it tells none): built by Elm."""
    if verb < 0:
        return UNKNOWN
    met = case.view(number).get(verb)
    return float(met is not None and met.at == done_by(case.passage(number).analysis, at[0]))


def _place_of(case: Case, name: Name, number: int) -> Range | None:
    found = case.view(number)
    at = next((found[t].at for t in range(name.last, name.first - 1, -1) if t in found), None)
    return None if at is None else (at, at + 1)


def _one_sort(ours: Name, theirs: Name) -> bool:
    """Say whether two names may name two things of one sort: as long, or nearly, and no forms or spellings of one."""
    mine, other = "".join(ours.parts), "".join(theirs.parts)
    close = len(mine) > NAME_SPELT_OVER and OSA.distance(mine, other) < 2 and not any(map(str.isdigit, mine))
    if abs(len(ours.parts) - len(theirs.parts)) > 1 or mine == other or close:
        return False
    forms = ((a, b) for a in ours.parts for b in theirs.parts if min(len(a), len(b)) > 3)
    return not any(a.startswith(b) or b.startswith(a) for a, b in forms)


def _roles(case: Case) -> Iterator[Pair]:
    """Pair role words of the claim with those of passages: the same or a broader one holds, a rival clashes."""
    claim, lexicon, ours = case.claim, case.index.vocabulary, _role_words(case, case.claim)
    for number, passage, view, taken in _near(case) if ours else ():
        theirs = [] if view.keys() >= {*ours} else _role_words(case, passage)
        for token in ours:
            if token in view:
                at = view[token].at
                yield Pair((token, token + 1), number, (at, at + 1), holds=True)
                continue
            for at in theirs:
                mine, other = claim.lemmas[token], passage.lemmas[at]
                fits = lexicon.may_say(mine, other) or not lexicon.unlike((mine,), (other,))
                if fits or (at not in taken and _rival_roles(case, mine, other)):
                    held_by = {_holder(claim, token), _holder(passage, at)}
                    subject = UNKNOWN if "" in held_by else float(len(held_by) == 1)
                    yield Pair((token, token + 1), number, (at, at + 1), holds=fits, subject=subject)


def _near(case: Case) -> Iterator[tuple[int, Analysis, Mapping[int, Match], set[int]]]:
    """Yield the best passages with their numbers, what they have of the claim, and the places where that is sure."""
    for number in [ranked.number for ranked in case.ranked[:FILLER_PASSAGES]]:
        view = case.view(number)
        yield number, case.passage(number).analysis, view, {m.at for m in view.values() if m.grade >= SURE_MATCH}


def _role_words(case: Case, analysis: Analysis) -> list[int]:
    """Return the words for roles in a text, those of names left out but for a title, and verbs: not Test Partners."""
    roles, names = case.index.vocabulary.roles, analysis.name_tokens
    told = ((t, analysis.tokens[t].key) for t in analysis.content if analysis.lemmas[t] in roles)
    nouns = [t for t, key in told if key in roles or not (is_ing(key) or is_past(key))]
    heads = [t for t in nouns if t + 1 in nouns or not _attributive(analysis, t)]  # chief executive: both
    return [t for t in heads if t not in names or _holder(analysis, t)]


def _attributive(analysis: Analysis, token: int) -> bool:
    """Say whether a word only tells of the noun behind it, which is no name: human error, a consumer group."""
    behind, plain = token + 1, analysis.lemmas[token] == analysis.tokens[token].key
    noun = behind in analysis.content_set and behind not in analysis.name_tokens
    return plain and noun and gap(analysis, token) == " " and not looks_finite(analysis, behind)


def _holder(analysis: Analysis, token: int) -> str:
    """Return who holds the title that a word stands in, by the last name."""
    return next((t.person for t in analysis.titles if t.tokens[0] <= token < t.tokens[1]), "")


def _rival_roles(case: Case, ours: str, theirs: str) -> bool:
    lexicon = case.index.vocabulary
    if not (lexicon.is_person(ours) and lexicon.is_person(theirs)):
        return False
    vague = lexicon.is_vague(ours) or lexicon.is_vague(theirs)
    return theirs in lexicon.distinct.get(ours, ()) or (not vague and lexicon.role_clash(ours, theirs))


def _terms(case: Case) -> Iterator[Pair]:
    """Pair terms that the lexicon lists as other things than their like with these, and with themselves; no persons."""
    lexicon, claim = case.index.vocabulary, case.claim
    told = ((t, claim.lemmas[t]) for t in claim.content)
    listed = [(t, lexicon.distinct[w]) for t, w in told if w in lexicon.distinct and not lexicon.is_person(w)]
    said = [case.passage(r.number).analysis.forms for r in case.ranked[:FILLER_PASSAGES] if listed]
    ours = [(t, rivals) for t, rivals in listed if not all(map(rivals.isdisjoint, said))]
    for number, passage, view, taken in _near(case) if ours else ():
        for token, rivals in ours:
            holds = token in view and view[token].grade >= SURE_MATCH
            others = (t for t in passage.content if t not in taken and passage.lemmas[t] in rivals)
            for at in [view[token].at] if holds else others:
                yield Pair((token, token + 1), number, (at, at + 1), holds=holds)


def _media(case: Case) -> Iterator[Pair]:
    """Pair words for a medium with those of passages: a rival medium clashes."""
    lexicon = case.index.vocabulary
    claim, slight = case.claim, case.index.vocabulary.slight()
    ours = {t: medium for t, medium in _media_of(claim, case).items() if claim.stems[t] not in slight}
    for number, passage, *_ in _near(case) if ours else ():
        for at, other in _media_of(passage, case).items():
            for token, mine in ours.items():
                rival = frozenset((mine, other)) in lexicon.rival_media
                if mine == other or rival:
                    yield Pair((token, token + 1), number, (at, at + 1), holds=not rival)


def _media_of(analysis: Analysis, case: Case) -> dict[int, str]:
    media = case.index.vocabulary.media
    return {t: media[(analysis.lemmas[t],)] for t in analysis.content if (analysis.lemmas[t],) in media}
