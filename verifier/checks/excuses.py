"""Say why what looks like a clash of polarity is none: a manner, a condition, a contrast, a denial in other words."""

from __future__ import annotations

from collections.abc import Mapping

from verifier.checks.case import Case
from verifier.data.word_lists import words
from verifier.evidence.align import CONCEPT, SAME, Match
from verifier.facts.analysis import Analysis
from verifier.facts.assertion.polarity import Negation
from verifier.words.forms import inflected_from
from verifier.words.grammar import FOCUSING, QUESTIONS
from verifier.words.vocabulary import Vocabulary

CONTRASTING = frozenset({"rather", "instead", "as", "opposed"})
QUALIFIED = "the claim denies only how it was done"
TURNED = "the source says the opposite of the opposite"
_QUESTION = "the source asks a question"
_CONDITIONAL = "the source speaks of what should be, or of a condition"
_CLOSE, _BEFORE, _SIDE = 4, 6, 2
_UNREAL = frozenset("should ought supposed meant intended if unless would whether".split())
_WISHES = words("verbs", "verbs", "wishing")
_WHOLE = frozenset("all every each both entire whole always everyone everything everywhere completely fully".split())
_BEHIND = 2
_REJECTING = frozenset({"deny", "reject", "refute", "dispute", "disprove", "rebut"})
_TAKING = frozenset({"of", "about", "for", "on"})
_TURNING = frozenset({"but", "rather", "until"})


def qualified(claim: Analysis, negation: Negation, view: Mapping[int, Match]) -> bool:
    """Say whether an adverb that the passage lacks narrows the denial: not promptly, not fully; but not initially."""
    near = range(negation.cue, min(len(claim.tokens), negation.heads[-1] + _CLOSE + 2))
    adverbs = (t for t in near if claim.tokens[t].key.endswith("ly") and t not in view and t in claim.content_set)
    return any(claim.tokens[t].key not in FOCUSING for t in adverbs)


def unreal(analysis: Analysis, at: int) -> str:
    """Say why a passage does not assert what stands at a position: it speaks of what should be, or of a condition."""
    if "?" in analysis.text:
        return _QUESTION
    before = [analysis.tokens[t].key for t in analysis.before(at, _BEFORE)]
    linked = "to" in (*before, analysis.tokens[at].key)
    if at == 0 and analysis.tokens[0].key.endswith("ing"):
        return _CONDITIONAL  # to do it needs a key
    wished = linked and any(not _WISHES.isdisjoint(inflected_from(key)) for key in before)
    return _CONDITIONAL if wished or not _UNREAL.isdisjoint(before) else ""


def unasked(lexicon: Vocabulary, denying: Analysis, head: int, other: Analysis, at: int) -> bool:
    """Say whether one side would not say how or why, and the other says something else: declined to say how many."""
    return _asks(lexicon, denying, head) and not _asks(lexicon, other, at)


def _asks(lexicon: Vocabulary, analysis: Analysis, verb: int) -> bool:
    """Say whether a question word stands behind a verb of saying."""
    if not lexicon.tells(analysis.tokens[verb].key):
        return False
    return any(t.key in QUESTIONS for t in analysis.tokens[verb + 1 : verb + 1 + _BEHIND])


def denies(analysis: Analysis, negation: Negation) -> bool:
    """Say whether a cue denies a predicate or a thing, and does not only set one thing against another or a name."""
    contrasting = analysis.tokens[negation.cue].key in CONTRASTING
    narrowed = any(t.key.endswith("ly") for t in analysis.tokens[negation.cue : negation.heads[0]])
    return not (narrowed or contrasting or compared(analysis, negation)) and (
        negation.nominal or not analysis.name_tokens.issuperset(negation.heads)
    )


def compared(analysis: Analysis, negation: Negation) -> bool:
    """Say whether a cue stands in a comparison: not as effective, more than no help."""
    behind = analysis.tokens[negation.cue + 1].key if negation.cue + 1 < len(analysis.tokens) else ""
    return behind == "as" or any(t.key == "than" for t in analysis.tokens[max(0, negation.cue - 3) : negation.cue])


def whole(analysis: Analysis, token: int) -> bool:
    """Say whether a word is said of the whole of something, so that its denial leaves a part: covers all of it."""
    return any(t.key in _WHOLE for t in analysis.tokens[max(0, token - _BEHIND) : token + _BEHIND + 1])


def about(case: Case, negation: Negation, number: int) -> bool:
    """Say whether a passage has what a denied word takes, told by a preposition: was not aware of any deaths."""
    claim, view = case.claim, case.views[number]
    behind = negation.heads[-1] + 1
    if negation.nominal or behind >= len(claim.tokens) or claim.tokens[behind].key not in _TAKING:
        return True
    taken = next((t for t in claim.content if t >= behind and claim.phrases[t] == claim.phrases[behind]), None)
    return taken is None or (taken in view and view[taken].grade >= CONCEPT)


def elliptical(analysis: Analysis, negation: Negation) -> bool:
    """Say whether a denial has no verb of its own: it hit Harle, not Lowmere."""
    cue = negation.cue
    key = analysis.tokens[cue - 1].key if cue else ""
    apart = cue > 0 and (analysis.phrases[cue - 1] != analysis.phrases[cue] or key in {"and", "but"})
    return apart and analysis.tokens[cue].key == "not" and negation.heads[0] == cue + 1


def implied(case: Case, negation: Negation) -> bool:
    """Say whether a denial that no passage states may follow all the same.

    It may where a passage has a word close by that denies, where the claim denies only a manner, or only to set one
    thing against another (not X but Y) or before another (not until Y).
    """
    rest = range(negation.heads[-1], len(case.claim.tokens))
    contrast = any(case.claim.tokens[t].key in _TURNING for t in rest)
    narrowed = contrast or qualified(case.claim, negation, case.alignment.matches)
    return narrowed or any(_denied_beside(case, negation, number) for number in case.chosen)


def _denied_beside(case: Case, negation: Negation, number: int) -> bool:
    """Say whether a passage has, close by, a word that denies and is not the claim's, or is the opposite of its."""
    claim, view, theirs = case.claim, case.views[number], case.passage(number).analysis
    others = {view[t].at for n in claim.negations if n != negation for t in n.heads if t in view}
    matched = {m.at for m in view.values()}
    idle = {n.cue for n in theirs.negations if n.nominal and matched.isdisjoint(n.heads)}
    answered = {n.cue for n in theirs.negations if not others.isdisjoint(n.heads)}
    known = idle | answered | {m.at for m in view.values() if _same(m)}
    home = [t for t in claim.content if claim.phrases[t] == claim.phrases[negation.cue] and t in view]
    beside = [t for t in home if t < negation.cue][-_SIDE:] + [t for t in home if t >= negation.heads[0]][:_SIDE]
    spans = (range(max(0, view[t].at - _BEFORE), min(view[t].at + _CLOSE, len(theirs.tokens))) for t in beside)
    near = [theirs.tokens[at].key for span in spans for at in span if at not in known]
    denied, vocabulary = [claim.tokens[t].key for t in negation.heads], case.index.vocabulary
    return any(vocabulary.denies(word) or any(vocabulary.opposed(head, word) for head in denied) for word in near)


def denied_before(case: Case, token: int, number: int) -> bool:
    """Say whether the clause of a token denies something, or has a word near it that may, and the passage has not."""
    claim, view = case.claim, case.views[number]
    if any(claim.phrases[n.cue] == claim.phrases[token] and n.cue < token for n in claim.negations):
        return True
    near = range(max(0, token - _BEFORE), token)
    rejected = any(claim.lemmas[t] in _REJECTING for t in range(token) if claim.phrases[t] == claim.phrases[token])
    return rejected or any(
        case.index.vocabulary.sounds_negative(claim.tokens[t].key) for t in near if not _same(view.get(t))
    )


def denied_near(case: Case, number: int, at: int) -> bool:
    """Say whether a passage denies what stands at a position, or has a word close by that may deny it."""
    theirs = case.passage(number).analysis
    if any(at in n.heads for n in theirs.negations):
        return True
    shared = {m.at for m in case.views[number].values() if _same(m)}
    behind = {t for t in range(at, len(theirs.tokens)) if theirs.tokens[t].key == "without"}
    near = set(range(max(0, at - _BEFORE), min(at + _CLOSE, len(theirs.tokens)))) - shared - behind
    return any(case.index.vocabulary.denies(theirs.tokens[t].key) or _hardly_any(theirs, t) for t in near)


def _hardly_any(analysis: Analysis, at: int) -> bool:
    """Say whether a word opens a small figure: only two of them did."""
    tokens = analysis.tokens
    start = tokens[at + 1].start if tokens[at].key == "only" and at + 1 < len(tokens) else -1
    return any(q.start == start for q in analysis.quantities)


def _same(match: Match | None) -> bool:
    return match is not None and match.grade == SAME
