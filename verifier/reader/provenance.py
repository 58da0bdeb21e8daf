"""Hold what a reader names against claim and sources: words that do not stand there are no words of theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial

from verifier.model import Evidence, Part, SourceReading, Span, Stance
from verifier.reader.values import Quote
from verifier.text.tokens import Token, tokenize

_MARK = re.compile(r"\[[^\[\]]{1,200}\]")
_FEWEST_WORDS = 3
_APART = "\x1f"
_NEAR = 60.0
_SHOWN = 120


class Astray(Exception):  # noqa: N818  not an error of the program: what a reader names stands nowhere
    """Say why a reader's words do not count; `hint` is worked out where it is read."""

    def __init__(self, what: str, hint: Callable[[], str] = str) -> None:
        super().__init__(what)
        self._hint = hint

    def __str__(self) -> str:
        return f"{self.args[0]}{self._hint()}"


def part_of(words: str, claim: str) -> Span:
    """Return where words that an answer names stand in a claim; citation marks may be left out.

    Raises: Astray where it does not.
    """
    found = next(iter(places(words, claim)), None)
    if found is None:
        raise Astray(absent(words))
    return found


def absent(words: str) -> str:
    """Say that a claim does not have words."""
    return f'the claim does not have the words "{_short(words)}"'


def places(words: str, claim: str) -> tuple[Span, ...]:
    """Return where words stand in a claim; citation marks may be left out."""
    return tuple(_found(words, claim)) or tuple(_found(words, unmarked(claim)))


def unmarked(text: str) -> str:
    """Return a text of the same length with blanks for what stands in square brackets."""
    return _MARK.sub(lambda mark: " " * len(mark[0]), text)


def evidence_of(quote: Quote, sources: Sequence[SourceReading], stance: Stance) -> Evidence:
    """Return the sentences of the named source that a quotation stands in.

    Raises: Astray where it stands in none of them.
    """
    lengthy(quote)
    reading = next((r for r in sources if r.source.id == quote.source), None)
    if reading is None:
        raise Astray(f'no source in reach is called "{_short(quote.source)}"')
    for part, text in ((Part.BODY, reading.source.text), (Part.TITLE, reading.source.title)):
        found = locate(quote.text, text)
        spot = _sentences(reading, part, found) if found else None
        if spot:
            return Evidence(quote.source, part, *spot, text[spot.start : spot.end], stance, 1.0)
    raise Astray(
        f'source {quote.source} does not have the words "{_short(quote.text)}"', partial(_nearest, quote, reading)
    )


def lengthy(quote: Quote) -> None:
    """Refuse a quotation of so few words that any text may have them.

    Raises: Astray for one.
    """
    if len(tokenize(quote.text)) < _FEWEST_WORDS:
        raise Astray(f'the quotation "{_short(quote.text)}" is too short to prove anything')


def _sentences(reading: SourceReading, part: Part, found: Span) -> Span | None:
    """Return the span of the sentences that words stand in; None where some of them are no evidence."""
    around = [s for s in reading.sentences if s.part is part and s.start < found.end and s.end > found.start]
    left_out = reading.excluded if part is Part.BODY else ()
    if not around or any(e.start < found.end and e.end > found.start for e in left_out):
        return None
    return Span(min(s.start for s in around), max(s.end for s in around))


def locate(words: str, text: str) -> Span | None:
    """Return where words stand one after the other; only typography, case and punctuation may differ."""
    return next(_found(words, text), None)


def _found(words: str, text: str) -> Iterator[Span]:
    """Yield where words stand one after the other."""
    wanted = _line(_tokens(words))
    if wanted == _APART:
        return
    tokens, size = _tokens(text), wanted.count(_APART) - 1
    line = _line(tokens)
    at = line.find(wanted)
    while at >= 0:
        first = line.count(_APART, 0, at)
        yield Span(tokens[first].start, tokens[first + size - 1].end)
        at = line.find(wanted, at + 1)


@lru_cache(maxsize=512)
def _tokens(text: str) -> tuple[Token, ...]:
    return tokenize(text)


@lru_cache(maxsize=512)
def _line(tokens: tuple[Token, ...]) -> str:
    """Return the keys of tokens as one text, each between two marks."""
    return _APART + "".join(f"{token.key}{_APART}" for token in tokens)


def _nearest(quote: Quote, reading: SourceReading) -> str:
    """Return a hint at the likest words that do stand in a source."""
    from rapidfuzz import fuzz

    wanted = [token.key for token in tokenize(quote.text)]
    best, shown = _NEAR, ""
    for sentence in reading.sentences:
        tokens = _tokens(sentence.text)
        if len(tokens) < len(wanted):
            continue
        found = fuzz.partial_ratio_alignment(wanted, [t.key for t in tokens], score_cutoff=best)
        if found and found.score > best and found.dest_end > found.dest_start:
            best = found.score
            first, last = tokens[found.dest_start], tokens[found.dest_end - 1]
            words = sentence.text[first.start : last.end]
            shown = f'; it has "{_short(words)}" at {sentence.start + first.start}-{sentence.start + last.end}'
    return shown


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."
