"""Alter true sentences of postmortems and of their articles, one fact each, to fit weights to: nothing is stored.

Facts are altered as people get them wrong: another name, word or figure of the same articles or of other ones, two
names or words exchanged, a circumstance added, an end taken from another sentence, a denial put in, a pronoun in place
of a name. Sentences stay true where they are shortened or put in reported speech. The same data gives the same items.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from verifier.facts.analysis import Analysis, analyse
from verifier.ingest.sources import read_sources
from verifier.model import SourceReading
from verifier.text.reading import read_source
from verifier.words.tables import vocabulary

_SEED = 7
_WORDS = range(7, 46)
_CIRCUMSTANCE = re.compile(r"\b(?:in|at|on|after|during|for|from|by|with|near)\s+(?:[\w'-]+\s+){1,4}[\w'-]+(?=[,.;])")
_JOINT = re.compile(r"\b(?:that|which|who|after|before|because|by|from|with|to|in|for|on|as|when|until)\b")
_AUXILIARY = re.compile(r"\b(?:is|was|were|are|had|has|have|could|can|will|would|did)\b(?!n't|\s+not\b)")
_BRACKET = re.compile(r"\s*\([^()]{3,60}\)")
_ENDINGS = ("ed", "ing", "ly", "ion", "s", "")
_LEAST = 4
_TAIL = range(4, 15)


class Item(NamedTuple):
    """Hold a sentence, whether it comes from a postmortem or an article, how it was altered, and if it stays true."""

    text: str
    articles: tuple[str, ...]
    incident: str
    base: str
    op: str
    true: bool


class Pool(NamedTuple):
    """Hold what the articles of some incidents offer to alter sentences with."""

    names: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    figures: tuple[str, ...]
    circumstances: tuple[str, ...]
    tails: tuple[str, ...]


class Draw(NamedTuple):
    """Hold a sentence with its reading, the pools of its own and of foreign articles, and the dice."""

    text: str
    read: Analysis
    own: Pool
    foreign: Pool
    dice: random.Random

    def either(self) -> Pool:
        """Return one of the two pools."""
        return self.dice.choice((self.own, self.foreign))


def items(data: Path) -> Iterator[Item]:
    """Yield the untouched sentences of dev-items/mutants.jsonl, each changed in every way."""
    dice = random.Random(_SEED)  # noqa: S311 - repeatable, nothing to guess
    readings = {s.id: read_source(s) for s in read_sources([data / "fail-dev" / "articles.csv"]).sources}
    lines = (data / "dev-items" / "mutants.jsonl").read_text(encoding="utf-8").splitlines()
    plain = [item for item in map(json.loads, lines) if item["op"] == "none"]
    cited = {item["incident"]: item["articles"] for item in plain}
    pools = {k: _pool([readings[a] for a in ids]) for k, ids in cited.items()}
    foreign = {k: _pool([r for a, r in readings.items() if a not in ids]) for k, ids in cited.items()}
    for item in plain:
        text, incident = item["claim"], item["incident"]
        draw = Draw(text, analyse(text, vocabulary(None)), pools[incident], foreign[incident], dice)
        for op, changed, true in _variants(draw):
            yield Item(changed, tuple(item["articles"]), incident, item["base"], op, true)


def _variants(draw: Draw) -> Iterator[tuple[str, str, bool]]:
    for op, change, times, true in _WAYS:
        drawn = dict.fromkeys(change(draw) for _ in range(times))
        yield from ((op, changed, true) for changed in drawn if changed and changed != draw.text)


def _pool(readings: Sequence[SourceReading]) -> Pool:
    names: dict[str, None] = {}
    words: dict[str, dict[str, None]] = {e: {} for e in _ENDINGS}
    figures: dict[str, None] = {}
    circumstances: dict[str, None] = {}
    tails: dict[str, None] = {}
    for text in (s.text for r in readings for s in r.sentences):
        read = analyse(text, vocabulary(None))
        names.update((text[n.start : n.end], None) for n in read.names if n.sure)
        figures.update((text[q.start : q.end], None) for q in read.quantities if any(c.isdigit() for c in q.text))
        circumstances.update((m[0], None) for m in _CIRCUMSTANCE.finditer(text))
        tails.update((text[m.start() :], None) for m in _joints(text) if len(text[m.start() :].split()) in _TAIL)
        for at in _plain(read):
            words[_ending(read.tokens[at].key)][read.tokens[at].key] = None
    return Pool(
        tuple(names), {e: tuple(w) for e, w in words.items()}, tuple(figures), tuple(circumstances), tuple(tails)
    )


def _plain(read: Analysis) -> list[int]:
    """Return the positions of the content words that are no names."""
    return [
        t
        for t in read.content
        if t not in read.name_tokens and read.tokens[t].key.isalpha() and len(read.tokens[t].key) >= _LEAST
    ]


def _ending(word: str) -> str:
    return next(e for e in _ENDINGS if word.endswith(e))


def _put(draw: Draw, start: int, end: int, text: str) -> str:
    return draw.text[:start] + text + draw.text[end:]


def _name(draw: Draw) -> str:
    """Put another name in the place of one."""
    names = [n for n in draw.read.names if n.sure]
    if not names:
        return ""
    name = draw.dice.choice(names)
    said = draw.text[name.start : name.end]
    rivals = [n for n in draw.either().names if not set(n.casefold().split()) & set(said.casefold().split())]
    return _put(draw, name.start, name.end, draw.dice.choice(rivals)) if rivals else ""


def _word(draw: Draw) -> str:
    """Put another word of like form, and of no like meaning, in the place of one."""
    places = _plain(draw.read)
    if not places:
        return ""
    at = draw.dice.choice(places)
    token, known = draw.read.tokens[at], set(draw.read.keys[at])
    keys = vocabulary(None).keys_of_word
    rivals = [w for w in draw.either().words[_ending(token.key)] if known.isdisjoint(keys(w))]
    return _put(draw, token.start, token.end, draw.dice.choice(rivals)) if rivals else ""


def _exchange(draw: Draw) -> str:
    """Exchange two names, or two words of like form."""
    spans = [(n.start, n.end) for n in draw.read.names if n.sure]
    if len(spans) < 2:
        tokens = [draw.read.tokens[t] for t in _plain(draw.read)]
        alike = [t for t in tokens if tokens and _ending(t.key) == _ending(tokens[0].key)]
        spans = [(t.start, t.end) for t in alike]
    if len(spans) < 2:
        return ""
    (a, b), (c, d) = sorted(draw.dice.sample(spans, 2))
    text = draw.text
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:] if text[a:b] != text[c:d] else ""


def _figure(draw: Draw) -> str:
    """Put another figure in the place of one."""
    figures = [q for q in draw.read.quantities if any(c.isdigit() for c in q.text)]
    if not figures:
        return ""
    figure = draw.dice.choice(figures)
    rivals = [f for f in draw.either().figures if f != figure.text]
    return _put(draw, figure.start, figure.end, draw.dice.choice(rivals)) if rivals else ""


def _circumstance(draw: Draw) -> str:
    """Add a circumstance that another sentence has."""
    rivals = [c for c in draw.either().circumstances if c not in draw.text]
    return f"{draw.text.rstrip('. ')} {draw.dice.choice(rivals)}." if rivals else ""


def _joints(text: str) -> list[re.Match[str]]:
    """Return where a sentence could go on otherwise: at its function words, behind its first few words."""
    return [m for m in _JOINT.finditer(text) if len(text[: m.start()].split()) >= _LEAST]


def _spliced(draw: Draw) -> str:
    """Let the sentence go on as another one does."""
    joints = _joints(draw.text)
    rivals = [t for t in draw.either().tails if t not in draw.text]
    return draw.text[: draw.dice.choice(joints).start()] + draw.dice.choice(rivals) if joints and rivals else ""


def _denial(draw: Draw) -> str:
    """Deny the first thing that is said."""
    return _AUXILIARY.sub(lambda m: f"{m[0]} not", draw.text, count=1)


def _pronoun(draw: Draw) -> str:
    """Put a pronoun in the place of the name that the sentence begins with."""
    first = next((n for n in draw.read.names if n.start == 0), None)
    return _put(draw, 0, first.end, draw.dice.choice(("He", "She", "They"))) if first else ""


def _shortened(draw: Draw) -> str:
    """Leave out what stands in brackets, or what follows the last comma."""
    bare = _BRACKET.sub("", draw.text)
    head = bare.rpartition(",")[0]
    return head + "." if len(head.split()) in _WORDS else bare


def _reported(draw: Draw) -> str:
    """Say that the article says so."""
    opens = draw.text[:1] if 0 in draw.read.name_tokens else draw.text[:1].lower()
    return f"The article states that {opens}{draw.text[1:]}"


_WAYS: tuple[tuple[str, Callable[[Draw], str], int, bool], ...] = (
    ("name", _name, 2, False),
    ("word", _word, 4, False),
    ("exchange", _exchange, 1, False),
    ("figure", _figure, 1, False),
    ("circumstance", _circumstance, 2, False),
    ("spliced", _spliced, 2, False),
    ("denial", _denial, 1, False),
    ("pronoun", _pronoun, 1, False),
    ("shortened", _shortened, 1, True),
    ("reported", _reported, 1, True),
)
