"""Find words and phrases of a claim whose opposite stands in the same slot of a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verifier.checks.agents import exchanged
from verifier.checks.case import Case, Observation, Outcome, anchored, complementary, same_slot, words
from verifier.checks.excuses import unreal
from verifier.checks.slots import clause_slot
from verifier.checks.turned import until
from verifier.data.word_lists import words as listed
from verifier.evidence.align import CONCEPT, SAME
from verifier.facts.analysis import Analysis
from verifier.words.forms import Lemmas
from verifier.words.grammar import PARTICLES
from verifier.words.vocabulary import LONGEST, Vocabulary

FAMILY = "antonym"
SLOT, SLOT_GOVERNED = 0.5, 0.75
_BEFORE, _CLOSE = 10, 4
_AMOUNTS = listed("verbs", "amounts", "words")
_SINCE = frozenset(["now", "again", "currently", "today", "meanwhile", "anymore"])
_GRADES = frozenset(["more", "less", "fewer", "before", "after", "earlier", "later"])
_ENDINGS = ("ly", "ing")
_SUBJECT = 8


class Term(NamedTuple):
    """Hold a word or phrase of a claim that has opposites: its tokens [first, last), its base forms, its opposites."""

    tokens: tuple[int, int]
    phrase: Lemmas
    singles: frozenset[str]
    phrases: frozenset[Lemmas]


class Held(NamedTuple):
    """Hold where a passage has a term itself, and whether so closely that an opposite in the passage proves nothing."""

    observation: Observation
    settled: bool


def check(case: Case) -> Iterator[Observation]:
    """Report every word of the claim beside its opposite, unless a passage has the word itself in as close a slot."""
    for term in _terms(case):
        clashes = [o for n in case.views for o in _clashes(case, term, n)]
        if clashes:
            held = [seen.observation for n in case.views if (seen := _held(case, term, n))]
            best = max((*held, *clashes), key=lambda o: (o.slot, o.outcome is Outcome.HELD, -o.passage))
            if best.outcome is Outcome.CLASH:
                yield best


def _terms(case: Case) -> Iterator[Term]:
    """Yield the words and phrases of the claim that have an opposite in some passage."""
    lexicon, claim = case.index.vocabulary, case.claim
    there = frozenset().union(*(case.passage(number).analysis.forms for number in case.views))
    for token in sorted(claim.inside):
        word, lemma = claim.tokens[token].key, claim.lemmas[token]
        singles = lexicon.opposites(word) if _comparable(lexicon, word) else frozenset()
        if lemma in lexicon.antonym_terms.sizes:
            for end, phrase in _phrases(claim, token):
                phrases = lexicon.antonym_terms.get(phrase, frozenset())
                found = Term((token, end), phrase, singles if end == token + 1 else frozenset(), phrases)
                if _met(found, there):
                    yield found
                    break
        elif not there.isdisjoint(singles):
            yield Term((token, token + 1), (lemma,), singles, frozenset())


def _phrases(analysis: Analysis, token: int) -> Iterator[tuple[int, Lemmas]]:
    """Yield the phrases that begin at a token with their ends: the longest first, then those with a particle apart."""
    lemmas, count = analysis.lemmas, len(analysis.tokens)
    for size in range(min(LONGEST, count - token), 1, -1):
        yield token + size, lemmas[token : token + size]
    for at in range(token + 2, min(token + 1 + _CLOSE, count)):
        if lemmas[at] in PARTICLES and analysis.phrases[at] == analysis.phrases[token]:
            yield at + 1, (lemmas[token], lemmas[at])
    yield token + 1, (lemmas[token],)


def _met(term: Term, there: frozenset[str]) -> bool:
    """Say whether one of the opposites may stand in a passage at all: otherwise nothing can clash."""
    return not there.isdisjoint(term.singles) or any(phrase[0] in there for phrase in term.phrases)


def _comparable(lexicon: Vocabulary, word: str) -> bool:
    """Say whether a word states something: no manner, no name of an action, no particle but of order and degree."""
    return word in _GRADES or (word not in lexicon.stop and not word.endswith(_ENDINGS))


def _held(case: Case, term: Term, number: int) -> Held | None:
    """Return where a passage has the term itself; None where it has not."""
    theirs, view = case.passage(number).analysis, case.views[number]
    said = words(case.claim, *term.tokens)
    own = view.get(term.tokens[0]) if term.tokens[1] - term.tokens[0] == 1 else None
    if own is not None and own.grade >= CONCEPT:
        at = (own.at, own.at + 1)
        slot = same_slot(case, term.tokens, number, at)
        near = slot if anchored(case, term.tokens[0], number, own.at) else slot * CONCEPT
        near = 1.0 if own.grade == SAME and _paired(case, term.tokens[0], number, own.at) else near
        seen = Observation(FAMILY, Outcome.HELD, term.tokens, said, number, at, "", near)
        return Held(seen, settled=own.grade == SAME and near == slot)
    if _has(case, term, theirs):
        return Held(Observation(FAMILY, Outcome.HELD, term.tokens, said, number, (0, 0), "", 1.0), settled=True)
    return None


def _clashes(case: Case, term: Term, number: int) -> Iterator[Observation]:
    """Yield the opposites of a term in its slot of a passage, unless that has the term itself in as close a one."""
    theirs = case.passage(number).analysis
    places = list(_places(case, term, theirs))
    held = _held(case, term, number) if places else None
    if held is not None and held.settled:
        return
    for at in places:
        slot = same_slot(case, term.tokens, number, at)
        if _fits(case, term, number, at, slot) and _opposed(case, term, number, at):
            said, found = words(case.claim, *term.tokens), words(theirs, *at)
            excuse = "" if unreal(case.claim, term.tokens[0]) else unreal(theirs, at[0])
            yield Observation(FAMILY, Outcome.CLASH, term.tokens, said, number, at, found, slot, excuse)


def _paired(case: Case, token: int, number: int, at: int) -> bool:
    """Say whether a passage has the word behind a word of the claim right behind that word, too: final report."""
    beside = case.views[number].get(token + 1)
    return beside is not None and beside.at == at + 1 and case.claim.phrases[token] == case.claim.phrases[token + 1]


def _has(case: Case, term: Term, theirs: Analysis) -> bool:
    """Say whether a passage has the words of a term, in whatever place."""
    first, last = term.tokens
    if last - first == 1:
        return case.claim.tokens[first].key in theirs.forms
    return any(True for _ in _found(theirs, term.phrase))


def _places(case: Case, term: Term, theirs: Analysis) -> Iterator[tuple[int, int]]:
    """Yield where a passage has an opposite of a term; under stands against more than before a figure alone."""
    bounding = any(
        q.comparator and q.start <= case.claim.tokens[term.tokens[0]].start < q.end for q in case.claim.quantities
    )
    for at, end in _opposites(case, term, theirs):
        if not bounding or any(q.start <= theirs.tokens[at].start < q.end for q in theirs.quantities):
            yield at, end


def _opposites(case: Case, term: Term, theirs: Analysis) -> Iterator[tuple[int, int]]:
    lexicon = case.index.vocabulary
    if not term.singles.isdisjoint(theirs.forms):
        word = case.claim.tokens[term.tokens[0]].key
        for at, other in enumerate(theirs.tokens):
            if lexicon.opposed(word, other.key):
                yield at, at + 1
    for phrase in term.phrases:
        if phrase[0] in theirs.forms:
            yield from _found(theirs, phrase)


def _found(analysis: Analysis, phrase: Lemmas) -> Iterator[tuple[int, int]]:
    """Yield where a phrase stands; what is turned on or off may stand between the two words."""
    for at, lemma in enumerate(analysis.lemmas):
        if lemma == phrase[0]:
            yield from ((at, end) for end, found in _phrases(analysis, at) if found == phrase)


def _fits(case: Case, term: Term, number: int, at: tuple[int, int], slot: float) -> bool:
    """Say whether an opposite stands in the slot of a term: beside the same word, or behind the same subject."""
    first, last = term.tokens[0], term.tokens[1] - 1
    bound = anchored(case, first, number, at[0]) or anchored(case, last, number, at[1] - 1)
    if slot >= SLOT and bound:
        return True
    claim, view = case.claim, case.views[number]
    before = [t for t in claim.before(first, first) if t in claim.content_set]
    governed = bool(before) and before[-1] in view and 0 < at[0] - view[before[-1]].at <= _SUBJECT
    told = _predicate(claim, last) and _predicate(case.passage(number).analysis, at[1] - 1)
    return told and governed and clause_slot(case, term.tokens, number, at) >= SLOT_GOVERNED


def _predicate(analysis: Analysis, last: int) -> bool:
    """Say whether a term is told of something, not set before it: no word that it could qualify stands behind it."""
    behind = last + 1
    return (
        behind >= len(analysis.tokens)
        or behind not in analysis.content_set
        or (analysis.phrases[behind] != analysis.phrases[last])
    )


def _opposed(case: Case, term: Term, number: int, at: tuple[int, int]) -> bool:
    """Say whether an opposite is said of the same thing at the same time, and not denied on one side only.

    A passage's word that stands for another word of the claim is no opposite of this one.
    """
    token, theirs = term.tokens[0], case.passage(number).analysis
    own = case.views[number].get(token)
    if own is not None and own.grade >= CONCEPT and own.at not in range(*at) and _beside(theirs, own.at, at[0]):
        return False  # cleared of blame is exonerated
    if _counted(theirs, at[0]) and not _counted(case.claim, token):
        return False
    if any(m.at in range(*at) for t, m in case.views[number].items() if t not in range(*term.tokens)):
        return False
    if _denied(case, case.claim, token) != _denied(case, theirs, at[0]) or complementary(case, token, number, at[0]):
        return False
    if until(case.claim, term.tokens) != until(theirs, at):  # open until six, closes at six
        return False
    if exchanged(case, token, number, at[0]):  # he sold it to her, she bought it from him
        return False
    return _changed(case.claim, token) == _changed(theirs, at[0]) and not _turned(case, token, number, at[0])


def _beside(analysis: Analysis, one: int, other: int) -> bool:
    return analysis.clauses[one] == analysis.clauses[other]


def _counted(analysis: Analysis, at: int) -> bool:
    """Say whether a word is said of how many there are of something: the number of grades is higher."""
    return any(analysis.tokens[t].key in _AMOUNTS for t in analysis.before(at, at))


def _turned(case: Case, token: int, number: int, at: int) -> bool:
    """Say whether what is said of the opposites is denied on one side: the newer is affected, the older is not."""
    claim, theirs = case.claim, case.passage(number).analysis
    denied = ({h for n in a.negations for h in n.heads} for a in (claim, theirs))
    ours, others = denied
    return any(
        (t in ours) != (m.at in others)
        for t, m in case.views[number].items()
        if claim.clauses[t] == claim.clauses[token] and theirs.clauses[m.at] == theirs.clauses[at]
    )


def _changed(analysis: Analysis, at: int) -> bool:
    """Say whether a text speaks of what came to be: is now secure, works again."""
    return any(t.key in _SINCE for t in analysis.tokens[max(0, at - _CLOSE) : at + _CLOSE])


def _denied(case: Case, analysis: Analysis, at: int) -> bool:
    """Say whether a word is denied, or stands behind one that may deny it."""
    heads = any(at in n.heads for n in analysis.negations)
    return heads or any(
        case.index.vocabulary.sounds_negative(analysis.tokens[t].key) for t in analysis.before(at, _BEFORE)
    )
