"""Mechanism `stance`: the same predicate, denied on one side only, or turned into its opposite; how sure it is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache, reduce
from operator import or_

from verifier.compare import excuses
from verifier.compare.case import Case, Excuse, Observation, Outcome, words
from verifier.compare.certainty import DOUBTED, PLAIN, denials, flatly_denied, left_open, not_told_as_done
from verifier.compare.link import cues
from verifier.compare.pairing import Pair, judged
from verifier.compare.shares import shares
from verifier.data.thresholds import CUE_TELLS_ALIKE, DENIED_BY, REPEATED_FROM, STANCE_PASSAGES, SUBJECT_WITHIN, UNKNOWN
from verifier.evidence.grid import SAME
from verifier.evidence.passages import numbers
from verifier.evidence.ranking import in_order
from verifier.facts.analysis import Analysis
from verifier.facts.clause.subjects import subjects
from verifier.facts.clause.verbs import looks_finite
from verifier.words.shapes import is_adverb

MECHANISM = "stance"


def observe(case: Case) -> Iterator[Observation]:
    """Report the claim's words that a passage denies, or turns into the opposite."""
    yield from judged(case, MECHANISM, "polarity", _polarity(case))
    yield from judged(case, MECHANISM, "opposite", _opposites(case))
    for tokens, number, place in (*left_open(case), *not_told_as_done(case)):
        told = words(case.passage(number).analysis, place)
        yield Observation(MECHANISM, DOUBTED, Outcome.OPEN, tokens, words(case.claim, tokens), number, place, told)


def _polarity(case: Case) -> Iterator[Pair]:
    """Pair the words that claim and a passage share and one of them denies; where both do or none, they hold."""
    ours = denials(case.claim)
    near = [r.number for r in case.ranked[:STANCE_PASSAGES]]
    views = [(n, denials(case.passage(n).analysis)) for n in (*near, *_denying(case, near))]
    deniable = {
        token
        for number, theirs in views
        if ours or theirs
        for token, found in case.view(number).items()
        if found.grade >= SAME and (token in ours) != (found.at in theirs)
    }
    for number, theirs in views if deniable else ():
        for token, found in case.view(number).items():
            if token in deniable and found.grade >= SAME:
                cue, other = ours.get(token), theirs.get(found.at)
                if cue is None or other is not None or _used_alike(case, token, cue, number, found.at):
                    yield _denied(case, token, number, found.at, cue, other)


def _used_alike(case: Case, token: int, cue: int, number: int, at: int) -> bool:
    """Say whether a word that the claim denies by a cue is a verb on both sides, or on neither and close to its cue.

    A cue of causes between them brings them no further apart: not due to a worn cable.
    """
    passage = case.passage(number).analysis
    verbs = {looks_finite(analysis, place) for analysis, place in ((case.claim, token), (passage, at))}
    alike = len(verbs) == 1 or case.claim.tokens[token].key == passage.tokens[at].key
    near = next((c.tokens[1] - 1 for c in cues(case.claim) if c.tokens[0] == cue + 1), cue)
    return verbs == {True} or (alike and token - near <= DENIED_BY)


def _denying(case: Case, near: Collection[int]) -> Iterator[int]:
    """Yield the passages further off that deny a word of the claim, told of the same subject."""
    stems, denying = {case.claim.stems[token] for token in case.grid.rows}, case.index.denying
    passages = reduce(or_, (denying.get(stem, 0) for stem in stems), 0)
    for number in numbers(passages):
        if number in case.grid.scores and number not in near:
            theirs = denials(case.passage(number).analysis)
            found = ((t, m.at) for t, m in case.view(number).items() if m.at in theirs)
            if any(same_subject(case, token, number, at) == 1 for token, at in found):
                yield number


def _denied(case: Case, token: int, number: int, at: int, ours: int | None, theirs: int | None) -> Pair:
    """Pair a word with its like; `ours` and `theirs` are the cues that deny them."""
    passage = case.passage(number).analysis
    tokens = (token, token + 1) if ours is None else (min(ours, token), max(ours, token) + 1)
    place = (at, at + 1) if theirs is None else (min(theirs, at), max(theirs, at) + 1)
    holds = (ours is None) == (theirs is None)
    excuse = None
    if not holds:
        if ours is not None and in_order(case.claim, case.passage(number)) >= REPEATED_FROM:  # only its own denial
            excuse = None if excuses.unreal(case.claim, token) else excuses.unreal(passage, at)
            excuse = excuse or excuses.replaced(case.claim, ours)
            excuse = excuse or excuses.partly_denied(case.claim, ours, [t.key for t in passage.tokens])
        else:
            excuse = _spared(case, passage, (token, ours), (at, theirs)) or excuses.contrasted(case, number)
            excuse = excuse or excuses.unreal(case.claim, token)
        excuse = excuse or excuses.denied_share(shares(case.claim), shares(passage))
    cue = case.claim.tokens[ours].key if ours is not None else passage.tokens[theirs].key if theirs is not None else ""
    alike = 1.0 if holds or cue in PLAIN else CUE_TELLS_ALIKE
    subject, mine = same_subject(case, token, number, at), float(ours is not None)
    return Pair(tokens, number, place, holds, alike, excuse, ours=mine, subject=subject)


def same_subject(case: Case, token: int, number: int, at: int) -> float:
    """Return whether what claim and passage tell a word of is met: 1 where it is, 0 where not, a half where unknown."""
    view = case.view(number)
    ours, theirs = _subject(case.claim, token), _subject(case.passage(number).analysis, at)
    if not ours or not theirs:
        return UNKNOWN
    return float(any(t in view and view[t].at in theirs for t in ours))


@lru_cache(maxsize=512)
def _subject(analysis: Analysis, word: int) -> frozenset[int]:
    """Return the content words of the subject of a verb; without one, those behind it in its phrase, or before it."""
    inside = [t for phrase in subjects(analysis, word)[:1] for t in range(*phrase)]
    last = min(word + SUBJECT_WITHIN, len(analysis.tokens) - 1)
    sides = (inside, range(word + 1, last + 1), range(max(0, word - SUBJECT_WITHIN), word))
    phrases = ([t for t in side if analysis.phrases[t] == analysis.phrases[word]] for side in sides)
    telling = (frozenset(t for t in side if t in analysis.content_set) for side in phrases)
    return next(filter(None, telling), frozenset()) - analysis.sure_name_tokens


def _spared(
    case: Case, passage: Analysis, ours: tuple[int, int | None], theirs: tuple[int, int | None]
) -> Excuse | None:
    """Return what excuses a word that one side denies; both sides are given by the word and the cue that denies it."""
    (token, mine), (at, other) = ours, theirs
    claim = case.claim
    keys, others = [t.key for t in claim.tokens], [t.key for t in passage.tokens]
    if mine is None:
        why = excuses.partly_denied(passage, other or 0, keys) or excuses.denied_otherwise(claim, token, denials(claim))
        why = why or excuses.negative_word(case, claim, token, others, others[at]) or excuses.only_named(claim, token)
    else:
        why = excuses.partly_denied(claim, mine, others) or excuses.replaced(claim, mine)
        why = why or excuses.denied_otherwise(passage, at, denials(passage))
        why = why or excuses.negative_word(case, passage, at, keys, keys[token]) or excuses.only_named(passage, at)
    return why or excuses.unreal(passage, at)


def _opposites(case: Case) -> Iterator[Pair]:
    """Pair words of the claim that have opposites with these in the passages, and with themselves."""
    lexicon, claim = case.index.vocabulary, case.claim
    ours = denials(claim)
    passages = [case.passage(n).analysis for n, _ in case.ranked[:STANCE_PASSAGES]]
    said = frozenset[str]().union(*(passage.forms for passage in passages))
    plain = [(t, lexicon.opposites(claim.tokens[t].key)) for t in claim.content if t not in claim.name_tokens]
    told = [(t, opposites) for t, opposites in plain if not opposites.isdisjoint(said)]
    for (number, _), passage in zip(case.ranked, passages if told else (), strict=False):
        view, theirs = case.view(number), denials(passage)
        taken = {m.at for m in view.values()}
        for token, opposites in told:
            if token in view:
                at = view[token].at
                yield Pair((token, token + 1), number, (at, at + 1), holds=True)
                continue
            for at in () if opposites.isdisjoint(passage.forms) else passage.content:
                if at not in taken and lexicon.opposed(claim.tokens[token].key, passage.tokens[at].key):
                    denied = _is_denied(claim, token, ours) + _is_denied(passage, at, theirs)
                    if denied > 1:  # neither praised nor blamed
                        continue
                    holds, place, tokens = denied == 1, (at, at + 1), (token, token + 1)
                    excuse = excuses.unreal(passage, at) or excuses.since_changed(claim, passage, at)
                    yield Pair(tokens, number, place, holds=holds, excuse=None if holds else excuse)


def _is_denied(analysis: Analysis, token: int, heads: Collection[int]) -> bool:
    """Say whether a word is denied, or tells the manner of the denied word before it: not closing correctly."""
    manner = is_adverb(analysis.tokens[token].key) and token - 1 in heads
    return manner or token in heads or flatly_denied(analysis, (token, token + 1))
