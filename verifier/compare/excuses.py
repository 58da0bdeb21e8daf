"""Say why something that looks like a clash is none: each excuse returns its reason in plain words, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache, wraps
from itertools import combinations
from typing import ParamSpec, TypeVar

from verifier.compare.case import Case, Excuse, Range
from verifier.compare.shares import Share
from verifier.data.lexicons import hedges
from verifier.facts.analysis import Analysis
from verifier.facts.date import DateFact
from verifier.facts.fact_type import Value
from verifier.facts.quantity import Quantity
from verifier.words.shapes import is_adverb

_MANY = 12
_PAIR, _FEW = 2, 100
_NEAR = 4
_LATER = frozenset({"now", "again", "since", "today", "currently", "meanwhile", "later"})


P = ParamSpec("P")


EXCUSES: dict[str, Callable[..., Excuse | None]] = {}


def excuse(tell: Callable[P, str]) -> Callable[P, Excuse | None]:
    """Enter a function that returns a reason, or nothing, as an excuse under its name."""

    @wraps(tell)
    def told(*args: P.args, **kwargs: P.kwargs) -> Excuse | None:
        reason = tell(*args, **kwargs)
        return Excuse(tell.__name__, reason) if reason else None

    EXCUSES[tell.__name__] = told
    return told


V = TypeVar("V", bound=Value)


@excuse
def counterpart(ours: Sequence[V], mine: V, theirs: Sequence[V], other: V, holds: Callable[[V, V], bool]) -> str:
    """Excuse the value of another thing: the passage has the claim's own value, and this one is another of the claim's.

    Both must come in the same order: two values that have changed places clash.
    """
    if max(len(ours), len(theirs)) > _MANY:
        return "the passage has many such values"
    own = [value for value in theirs if value is not other and holds(mine, value)]
    if any(
        (value.start < mine.start) == (other.start < o.start)
        for value in ours
        if value is not mine and holds(value, other)
        for o in own
    ):
        return "the passage gives this value for something else that the claim gives it for, too"
    return ""


@excuse
def reckoned_from(ours: Quantity, theirs: Sequence[Quantity]) -> str:
    """Excuse a figure that two figures of the passage add up to, or that is what one leaves of the other."""
    figures = [q.value for q in theirs[:_MANY] if q.unit == ours.unit and q.kind == ours.kind]
    for a, b in combinations(figures, 2):
        if ours.value in {a + b, abs(a - b)}:
            return "the figure follows from two figures of the passage"
    return ""


@excuse
def making_up_a_whole(ours: Quantity, theirs: Quantity) -> str:
    """Excuse the other part of a whole: 1 of 9 passed, 8 of 9 failed."""
    parts = (ours.part, ours.whole, theirs.part, theirs.whole)
    if None not in parts and ours.whole == theirs.whole and (ours.part or 0) + (theirs.part or 0) == ours.whole:
        return "both figures make up one whole"
    return "" if ours.kind != "percent" or ours.value + theirs.value != _FEW else "both shares make up the whole"


@excuse
def loosely_counted(ours: Quantity) -> str:
    """Excuse what is counted so vaguely, or so few, that a writer may supply it: several, one, two."""
    vague = ours.vague and ours.upper < _FEW
    return "a vague count" if vague or (ours.upper <= _PAIR and ours.text.isalpha()) else ""


@excuse
def list_of_like(theirs: Sequence[DateFact]) -> str:
    """Excuse a date where the passage lists several: which of them is meant stays open."""
    return "the passage lists several dates" if len(theirs) > _NEAR else ""


@excuse
def unreal(analysis: Analysis, at: int) -> str:
    """Excuse what a passage only asks, supposes or reports as a possibility."""
    if analysis.text.rstrip("\"'”’ ").endswith("?"):
        return "the passage asks"
    return "" if {"if", "unless", "whether"}.isdisjoint(_clause(analysis, at)) else "the passage supposes"


def _clause(analysis: Analysis, at: int) -> set[str]:
    """Return the words of the clause of a token."""
    return {t.key for t, c in zip(analysis.tokens, analysis.clauses, strict=True) if c == analysis.clauses[at]}


@excuse
def since_changed(claim: Analysis, theirs: Analysis, at: int) -> str:
    """Excuse the opposite that a passage tells of a later time: it was open, it is now secure."""
    later = _LATER.intersection(_clause(theirs, at)).difference(t.key for t in claim.tokens)
    return "the passage tells of a later time" if later else ""


@excuse
def denied_share(ours: Sequence[Share], theirs: Sequence[Share]) -> str:
    """Excuse a share of what only one side denies: most were not told, fewer than half were told."""
    kinds = [getattr(share.fact, "kind", "") for share in (*ours, *theirs)]
    return "a share of what only one side denies" if ours and theirs and not {"all", "none"} & set(kinds) else ""


@excuse
def contrasted(case: Case, tokens: Range, number: int, at: Range) -> str:
    """Excuse a denial that other opposed words turn back: the newer model is affected, the older one is not."""
    claim, theirs = case.claim, case.passage(number).analysis
    lexicon, used = case.index.vocabulary, {m.at for m in case.view(number).values()}
    ours = [
        claim.tokens[t].key
        for t in claim.content
        if claim.clauses[t] == claim.clauses[tokens[0]] and not tokens[0] <= t < tokens[1]
    ]
    others = [
        theirs.tokens[t].key
        for t in theirs.content
        if t not in used and theirs.clauses[t] == theirs.clauses[at[0]] and not at[0] <= t < at[1]
    ]
    return "opposite words on both sides" if any(lexicon.opposed(a, b) for a in ours for b in others) else ""


@excuse
def negative_word(case: Case, analysis: Analysis, at: int, others: Sequence[str]) -> str:
    """Excuse a denial that the other side may put in a negative word of its own: not aware, unaware.

    `analysis` is the side without the denial, `at` its word, `others` the words of the other side.
    """
    phrase, lexicon = analysis.phrases[at], case.index.vocabulary
    words = (t.key for t, p in zip(analysis.tokens, analysis.phrases, strict=True) if p == phrase)
    found = next((w for w in words if lexicon.sounds_negative(w) and w not in others), "")
    return f'"{found}" may deny it as well' if found else ""


@excuse
def partly_denied(analysis: Analysis, cue: int) -> str:
    """Excuse a denial of the kind, the extent or the manner alone: not only, not yet, not promptly."""
    behind = analysis.tokens[cue + 1].key if cue + 1 < len(analysis.tokens) else ""
    narrow = behind in {"only", "just", "yet", "necessarily", "merely", "simply", "always"}
    manner = is_adverb(behind) and behind not in _sentence_adverbs()
    if any(token.key == "until" for token in analysis.tokens[cue + 1 : cue + _NEAR]):
        return "only denies that it was so before"
    return f"only denies that it is {behind}" if narrow or manner else ""


@cache
def _sentence_adverbs() -> frozenset[str]:
    """Return the adverbs that tell how sure a statement is, not how something is done: actually, really."""
    return frozenset(hedge.cue for hedge in hedges().cues if hedge.part == "adverb")


@excuse
def denied_otherwise(analysis: Analysis, at: int, heads: Collection[int]) -> str:
    """Excuse a word that only one side denies, where the other denies another word of the same clause: not caused by an
    attack, an attack was ruled out.
    """
    clause = analysis.clauses[at]
    return "both deny, by different words" if any(analysis.clauses[head] == clause for head in heads) else ""
