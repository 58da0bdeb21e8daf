"""Find causes that a claim gives and no passage does: because of X, due to X, caused by X."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.checks.held import share, telling
from verifier.data.word_lists import table
from verifier.data.word_lists import words as listed
from verifier.facts.analysis import Analysis

_UNSTATED = "cause"
GIVEN, BESIDE = 0.6, 0.4
EFFECT, NEAREST, NAMED, MANY = 0.6, 0.7, 0.7, 3
_LEAST = 2
_CAUSAL = listed("reasons", "openers", "causal")
_OPENERS = _CAUSAL | listed("reasons", "openers", "other")
_LINKED = {link: frozenset(words) for link, words in table("reasons")["linked"].items()}


class Reason(NamedTuple):
    """Hold the word that names a cause, the content tokens of the cause, and those of what it has caused."""

    link: int
    cause: tuple[int, ...]
    effect: tuple[int, ...]


class _Piece(NamedTuple):
    start: int
    causal: bool
    tokens: list[int]


def check(case: Case) -> Iterator[Observation]:
    """Report each cause that no passage names, or none of those that tell of its effect."""
    for reason in reasons(case.claim):
        cause = telling(case, reason.cause)
        if not cause or _denied(case, reason.link):
            continue
        if share(case, cause, case.views) < GIVEN or _unnamed(case, cause, reason.effect):
            span = (reason.cause[0], reason.cause[-1] + 1)
            yield Observation(_UNSTATED, Outcome.MISSING, span, words(case.claim, *span))


def reasons(analysis: Analysis) -> list[Reason]:
    """Return the causes that a text gives, each with what stands before it, or behind where it opens the text."""
    pieces = _pieces(analysis)
    found = []
    for place, piece in enumerate(pieces):
        if piece.causal and piece.tokens:
            others = pieces[place + 1 :] if piece.start == 0 else pieces[:place]
            found.append(Reason(piece.start, tuple(piece.tokens), tuple(t for other in others for t in other.tokens)))
    return found


def _pieces(analysis: Analysis) -> list[_Piece]:
    """Return the content tokens between punctuation and words that open a clause, and whether they follow a cause's."""
    found = [_Piece(0, causal=False, tokens=[])]
    for at, token in enumerate(analysis.tokens):
        linked = at > 0 and analysis.lemmas[at - 1] in _LINKED.get(token.key, ())
        if linked or token.key in _OPENERS or (at and analysis.phrases[at] != analysis.phrases[at - 1]):
            found.append(_Piece(at, causal=linked or token.key in _CAUSAL, tokens=[]))
        if at in analysis.content_set:
            found[-1].tokens.append(at)
    return found


def _denied(case: Case, link: int) -> bool:
    """Say whether the word that names a cause is denied: not due to it."""
    return any(n.cue < link and not telling(case, range(n.cue, link)) for n in case.claim.negations)


def _unnamed(case: Case, cause: Sequence[int], effect: Sequence[int]) -> bool:
    """Say whether passages tell of an effect, and neither they nor their neighbours name the cause."""
    rest = telling(case, effect)
    shares = {number: share(case, rest, (number,)) for number in case.views}
    best = max(shares.values(), default=0.0)
    if len(rest) < _LEAST or best < EFFECT:
        return False
    beside = {m for n, held in shares.items() if held >= NEAREST * best for m in _around(case, n)}
    return share(case, cause, beside) < BESIDE and not _main(case, cause)


def _main(case: Case, cause: Sequence[int]) -> bool:
    """Say whether a cause is what the sources are about: a headline has it, or several sentences."""
    naming = [n for n in case.views if share(case, cause, (n,)) >= NAMED]
    return len(naming) >= MANY or any(case.passage(n).sentence.part == "title" for n in naming)


def _around(case: Case, number: int) -> list[int]:
    """Return a passage and its neighbours, as far as the claim is matched with them."""
    passage = case.passage(number)
    return [n for n in (number, passage.before, passage.after) if n is not None and n in case.views]
