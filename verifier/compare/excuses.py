"""Say why something that looks like a clash is none: each excuse returns its reason in plain words, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import wraps
from itertools import combinations
from math import isclose
from typing import ParamSpec

from verifier.compare.case import Case, Excuse, Range
from verifier.compare.shares import Share, spans_rest
from verifier.data.lexicons import sentence_adverbs
from verifier.data.thresholds import EXCUSE_WITHIN, FEW_IN_WORDS, VAGUE_UNDER, VALUES_MANY
from verifier.data.word_lists import words
from verifier.facts.analysis import Analysis
from verifier.facts.clause.subjects import LINKS
from verifier.facts.quantity import Quantity
from verifier.words.grammar import ARTICLES, AUXILIARIES
from verifier.words.shapes import is_adverb, is_ing, is_past

_DUE = frozenset({"should", "must", "ought", "supposed"})
CONDITIONS = frozenset({"if", "unless"})
_IF, _UNREAL = CONDITIONS | {"whether"}, frozenset({"if", "without"})
_LATER = frozenset({"now", "again", "since", "today", "currently", "meanwhile", "later"})
_ONE_MORE = re.compile(
    r"\band an?(?:other)?\b|\b(?:him|her|it)self\b|\bone (?:other|person|man|woman|child)\b", re.IGNORECASE
)
_NARROWING = words("grammar", "denials", "narrowing")

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


@excuse
def reckoned_from(ours: Quantity, near: Sequence[Quantity], text: str) -> str:
    """Excuse a figure that nearby ones sum up to, or leave; also 100%, and one more that a text names in words."""
    alike = (q for q in near[:VALUES_MANY] if q.unit == ours.unit and (q.kind == ours.kind or q.unit == "percent"))
    figures = [q.value for q in alike]
    figures += [100.0] * (ours.unit == "percent")
    figures += [1.0] * (ours.kind == "count" and _ONE_MORE.search(text) is not None)
    sums = {total for a, b in combinations(figures, 2) for total in (a + b, abs(a - b))}
    sums |= {sum(figures[a:b]) for a, b in combinations(range(len(figures) + 1), 2) if b - a > 2}
    return "the figure follows from figures beside it" if any(isclose(ours.value, total) for total in sums) else ""


@excuse
def loosely_counted(ours: Quantity) -> str:
    """Excuse what is counted so vaguely, or so few, that a writer may supply it: several, one, two."""
    vague = ours.vague and ours.upper < VAGUE_UNDER
    return "a vague count" if vague or (ours.upper <= FEW_IN_WORDS and ours.text.isalpha()) else ""


@excuse
def told_beside(case: Case, tokens: Range, number: int, holding: Sequence[int]) -> str:
    """Excuse a value where the sentence beside it has the claim's own, and a word of the claim that this one lacks."""
    others = [row.grades for token, row in case.grid.rows.items() if not tokens[0] <= token < tokens[1]]
    more = any(grades.get(n, 0.0) > grades.get(number, 0.0) for grades in others for n in holding)
    return "the sentence beside it says it of what the claim names" if more else ""


@excuse
def unreal(analysis: Analysis, at: int) -> str:
    """Excuse what a passage only asks, supposes, or says should be."""
    if analysis.text.rstrip("\"'”’ ").endswith("?"):
        return "the passage asks"
    if not _DUE.isdisjoint(t.key for t in analysis.tokens[max(0, at - EXCUSE_WITHIN) : at]):
        return "the passage says what should be"
    clause = _beside(analysis, at, analysis.clauses)
    return "the passage supposes" if not _IF.isdisjoint(clause) or _contrary(analysis, at, clause) else ""


def _contrary(analysis: Analysis, at: int, clause: Collection[str]) -> bool:
    """Say whether a word is told of what never was: it would not have failed, had the link been plugged in."""
    keys, first = [token.key for token in analysis.tokens], analysis.phrases.index(analysis.phrases[at])
    inverted = keys[first] == "had" and not any(w in AUXILIARIES or is_past(w) for w in keys[first + 1 : first + 2])
    never = {"would", "have"} <= {*clause} and (not _UNREAL.isdisjoint(keys) or "had" in keys[:1])
    return never or (inverted and "would" in keys)


def _beside(analysis: Analysis, at: int, parts: Sequence[int]) -> list[str]:
    """Return the words of the clause or phrase of a token, as the number of each token's tells them apart."""
    return [t.key for t, part in zip(analysis.tokens, parts, strict=True) if part == parts[at]]


@excuse
def since_changed(claim: Analysis, theirs: Analysis, at: int) -> str:
    """Excuse the opposite that a passage tells of a later time: it was open, it is now secure."""
    later = _LATER.intersection(_beside(theirs, at, theirs.phrases)).difference(t.key for t in claim.tokens)
    return "the passage tells of a later time" if later else ""


@excuse
def denied_share(ours: Sequence[Share], theirs: Sequence[Share]) -> str:
    """Excuse a share of what only one side denies, where the other tells of the rest: most were not told, few were."""
    rest = any(spans_rest(one, other) for one in ours for other in theirs)
    return "a share of what only one side denies" if rest else ""


@excuse
def contrasted(case: Case, number: int) -> str:
    """Excuse a denial, or none beside all, that other opposed words turn back: the new model is hit, the old not."""
    lexicon, theirs = case.index.vocabulary, case.passage(number).analysis
    keys = [case.claim.tokens[t].key for t in case.claim.content]
    ours = [key for key in keys if not lexicon.opposites(key).isdisjoint(theirs.forms)]
    used = {m.at for m in case.view(number).values()} if ours else set()
    others = [theirs.tokens[t].key for t in theirs.content if t not in used] if ours else []
    return "opposite words on both sides" if any(lexicon.opposed(a, b) for a in ours for b in others) else ""


@excuse
def negative_word(case: Case, analysis: Analysis, at: int, others: Sequence[str], denied: str) -> str:
    """Excuse a denial that the other side may put in a negative word of its own: not aware, unaware.

    `analysis` is the side without the denial, `at` its word, `others` the words of the other, `denied` what it denies.
    """
    lexicon, near = case.index.vocabulary, _beside(analysis, at, analysis.phrases)
    denying = (w for w in near if w not in others and (lexicon.sounds_negative(w) or lexicon.opposed(denied, w)))
    return next((f'"{word}" may deny it as well' for word in denying), "")


@excuse
def partly_denied(analysis: Analysis, cue: int, others: Collection[str]) -> str:
    """Excuse a denial of extent or manner alone, which is not among the words of the other side: not promptly."""
    behind = next((token.key for token in analysis.tokens[cue + 1 :] if token.key not in ARTICLES), "")
    if any(q.denied == analysis.tokens[cue].end for q in analysis.quantities):
        return "only denies that it is so much"
    behind_it = zip(analysis.tokens[cue + 1 :], analysis.phrases[cue + 1 :], strict=True)
    said = [token.key for token, phrase in behind_it if phrase == analysis.phrases[cue]]
    manner = next((k for k in said if is_adverb(k) and k not in sentence_adverbs() and k not in others), "")
    if "until" in said:
        return "only denies that it was so before"
    return f"only denies that it is {manner or behind}" if manner or behind in _NARROWING.difference(others) else ""


@excuse
def replaced(analysis: Analysis, cue: int) -> str:
    """Excuse a denial that another statement replaces: not in the wallet itself but in how shops set it up."""
    keys = [token.key for token in analysis.tokens]
    turn = next((t for t in range(cue + 1, len(keys) - 1) if analysis.clauses[t] == analysis.clauses[cue] + 1), 0)
    alike = turn and (
        keys[turn + 1] in {keys[cue + 1], "rather", "instead"} or {keys[turn + 1], keys[cue + 1]} <= LINKS
    )
    return "puts something else in its place" if alike and keys[turn] == "but" else ""


@excuse
def only_named(analysis: Analysis, at: int) -> str:
    """Excuse a deed that one side names without telling it: encrypting passwords, a firing range."""
    led = at > 0 and analysis.tokens[at - 1].key in AUXILIARIES
    return "names it without telling it" if is_ing(analysis.tokens[at].key) and not led else ""


@excuse
def denied_otherwise(analysis: Analysis, at: int, heads: Collection[int]) -> str:
    """Excuse a word that only one side denies, where the other denies another of its clause: attack, effect."""
    return "both deny, by different words" if analysis.clauses[at] in {analysis.clauses[h] for h in heads} else ""


@excuse
def denied_value(*, theirs: bool) -> str:
    """Excuse a value that the claim denies, where the passage tells another and does not deny it: not five, but two."""
    return "" if theirs else "the claim only denies it"
