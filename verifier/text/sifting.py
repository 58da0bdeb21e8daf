"""Part a text into sentences that may serve as evidence and page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.model import Exclusion, Span
from verifier.text import datelines, vocabulary
from verifier.text.figures import MOST_IN_SOURCE, ROW, stretches
from verifier.text.furniture import judge
from verifier.text.lines import fold
from verifier.text.normalise import level
from verifier.text.page import DATE, HEADLINE, page
from verifier.text.paragraphs import paragraphs, stripped
from verifier.text.sentences import sentences

_SHORTEST_HEADLINE = 20
_TAIL_FROM = 0.75
_TAIL_LEAST = 8
_TAIL_MOST = 2_000
_OPENING = 200
_MARK = re.compile(r"(?:(?:#{1,6}|[-*+•▪●‣]|>{1,5}|\[\^[^\]\s]{1,40}\]:)[ \t]{1,9}){1,6}(?=\S)")


class Sifted(NamedTuple):
    """Hold the paragraphs of a text as tuples of sentences, and the spans left out with their reasons."""

    paragraphs: tuple[tuple[Span, ...], ...]
    excluded: tuple[Exclusion, ...]


def _front(text: str, headline: str, begin: int) -> Iterator[Exclusion]:
    """Yield the date and the repeated headline that stand before the first sentence on its own line."""
    at = begin + datelines.leading(text[begin : begin + _OPENING])
    if at > begin:
        yield Exclusion(*stripped(text, begin, at), DATE)
    start = at + len(text[at:]) - len(text[at:].lstrip())
    end = start + len(headline)
    same = level(text[start:end]).casefold() == level(headline).casefold()
    if len(headline) >= _SHORTEST_HEADLINE and same and text[end : end + 1] in {" ", "\u00a0"}:
        yield Exclusion(start, end, HEADLINE)


def _tail(text: str, found: Sequence[Span]) -> int:
    """Return the number of the sentence at which a list of links begins that ends a text without line breaks."""
    if len(found) >= _TAIL_LEAST:
        for at in range(int(len(found) * _TAIL_FROM), len(found)):
            own = text[found[at].start : found[at].end]
            size = vocabulary.prefix("tails", fold(own[:80]))[1]
            titled = size > 0 and all(word[0].isupper() for word in own[:size].split())
            if titled and own[size : size + 1] in {"", " ", ":"} and found[-1].end - found[at].start <= _TAIL_MOST:
                return at
    return len(found)


def _judged(text: str, found: Sequence[Span]) -> Iterator[str]:
    """Yield for each sentence of a paragraph why it is furniture, or an empty text."""
    tail = _tail(text, found)
    for at, span in enumerate(found):
        own = text[span.start : span.end]
        if at >= tail:
            yield vocabulary.prefix("tails", fold(text[found[tail].start :][:80]))[0]
        elif len(found) > 1 and len(own) <= vocabulary.LONGEST:
            yield vocabulary.reason("sentences", fold(own))
        else:
            yield ""


def _parts(text: str, found: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Yield the sentences of a paragraph, each with why it is no evidence, and rows of figures in them apart."""
    for span, reason in zip(found, _judged(text, found), strict=True):
        if reason:
            yield span, reason
        else:
            yield from ((part, ROW * row) for part, row in stretches(text, span, MOST_IN_SOURCE))


def _merged(text: str, spans: Sequence[Exclusion]) -> Iterator[Exclusion]:
    """Yield the exclusions, neighbours with one reason joined."""
    held: Exclusion | None = None
    for span in spans:
        if held and held.reason == span.reason and not text[held.end : span.start].strip():
            held = Exclusion(held.start, span.end, held.reason)
        else:
            if held:
                yield held
            held = span
    if held:
        yield held


def _prose(text: str, begin: int, skipped: Sequence[Exclusion]) -> Iterator[Span]:
    """Yield the paragraphs of a text outside what is no prose."""
    for each in (*skipped, Exclusion(len(text), len(text), "")):
        if each.start > begin:
            yield from paragraphs(text, begin, each.start)
        begin = max(begin, each.end)


def _unmarked(text: str, span: Span) -> Span:
    """Return a paragraph without the mark of a heading, a list's item or a quotation before it."""
    mark = _MARK.match(text, *span)
    return Span(mark.end(), span.end) if mark and mark.end() < span.end else span


def sift(text: str, headline: str = "", skipped: Sequence[Exclusion] = (), *, marked: bool = False) -> Sifted:
    """Return the sentences of the text by paragraphs, and the spans that are page furniture.

    `headline` is the article's title where it is known apart from the text; `skipped` are spans that are no prose.
    `marked` says that a line may begin with a mark, such as `#` or `-`, which is no part of its sentences.
    """
    begin = skipped[0].end if skipped and not text[: skipped[0].start].strip() else 0
    front = list(_front(text, headline, begin))
    excluded = [*skipped, *front]
    spans = tuple(_prose(text, front[-1].end if front else begin, skipped))
    kept = []
    for span, reason in zip(spans, judge(page(text, spans, headline)), strict=True):
        if reason:
            excluded.append(Exclusion(*span, reason))
            continue
        found = sentences(text, *(_unmarked(text, span) if marked else span))
        if marked and not any(map(str.isalnum, text[span.start : span.end])):
            continue
        parts = list(_parts(text, found))
        excluded.extend(Exclusion(*part, why) for part, why in parts if why)
        kept.append(tuple(part for part, why in parts if not why))
    excluded.sort(key=lambda each: each.start)
    return Sifted(tuple(part for part in kept if part), tuple(_merged(text, excluded)))
