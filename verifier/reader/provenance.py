"""Hold what a reader names against claim and sources: words that do not stand there are no words of theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from verifier.model import Claim, Evidence, Part, SourceReading, Span, Stance
from verifier.reader.values import Answer, Quote
from verifier.text.tokens import Token, tokenize

_MARK = re.compile(r"\[[^\[\]]{1,200}\]")
_FEWEST_WORDS = 3
_NEAR = 60.0
_SHOWN = 120


class Astray(Exception):  # noqa: N818  not an error of the program: what a reader names stands nowhere
    """Say why a reader's words do not count."""


def part_of(answer: Answer, claim: Claim) -> Span:
    """Return where the part that an answer names stands in the claim's text; citation marks may be left out.

    Raises: Astray where it does not.
    """
    found = locate(answer.part, claim.text) or locate(answer.part, unmarked(claim.text))
    if found is None:
        raise Astray(f'the claim does not have the words "{_short(answer.part)}"')
    return found


def unmarked(text: str) -> str:
    """Return a text of the same length with blanks for what stands in square brackets."""
    return _MARK.sub(lambda mark: " " * len(mark[0]), text)


def evidence_of(quote: Quote, sources: Sequence[SourceReading], stance: Stance) -> Evidence:
    """Return the sentences of the named source that a quotation stands in.

    Raises: Astray where it stands in none of them.
    """
    if len(tokenize(quote.text)) < _FEWEST_WORDS:
        raise Astray(f'the quotation "{_short(quote.text)}" is too short to prove anything')
    reading = next((r for r in sources if r.source.id == quote.source), None)
    if reading is None:
        raise Astray(f'no source in reach is called "{_short(quote.source)}"')
    for part, text in ((Part.BODY, reading.source.text), (Part.TITLE, reading.source.title)):
        found = locate(quote.text, text)
        spot = _sentences(reading, part, found) if found else None
        if spot:
            return Evidence(quote.source, part, *spot, text[spot.start : spot.end], stance, 1.0)
    raise Astray(f'source {quote.source} does not have the words "{_short(quote.text)}"{_nearest(quote, reading)}')


def _sentences(reading: SourceReading, part: Part, found: Span) -> Span | None:
    """Return the span of the sentences that words stand in; None where some of them are no evidence."""
    around = [s for s in reading.sentences if s.part is part and s.start < found.end and s.end > found.start]
    left_out = reading.excluded if part is Part.BODY else ()
    if not around or any(e.start < found.end and e.end > found.start for e in left_out):
        return None
    return Span(min(s.start for s in around), max(s.end for s in around))


def locate(words: str, text: str) -> Span | None:
    """Return where words stand one after the other; only typography, case and punctuation may differ."""
    wanted = [token.key for token in tokenize(words)]
    tokens = _tokens(text)
    if not wanted:
        return None
    for at in range(len(tokens) - len(wanted) + 1):
        if tokens[at].key == wanted[0] and [t.key for t in tokens[at : at + len(wanted)]] == wanted:
            return Span(tokens[at].start, tokens[at + len(wanted) - 1].end)
    return None


@lru_cache(maxsize=512)
def _tokens(text: str) -> tuple[Token, ...]:
    return tokenize(text)


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
