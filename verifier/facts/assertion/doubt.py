"""Find what a text leaves open by a word and its link: plans to, suspects that, asked whether, accused of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from verifier.data.word_lists import words
from verifier.facts.assertion.certainty import Hedge
from verifier.text.tokens import Token, stem
from verifier.words.grammar import DEFINING
from verifier.words.shapes import is_adverb, is_ed, is_ing, is_past

Links = Callable[[str], tuple[tuple[tuple[str, ...], str], ...]]
_FAR, _NEAR, _SOON = 8, 4, 3
_REACH = 16
_LEVELS = {"to": "planned", "doing": "planned", "for": "planned", "whether": "open", "bare": "possible"}
_DENIALS = frozenset({"not", "never", "no", "without"})
_LIGHT = frozenset(map(stem, words("verbs", "verbs", "light")))
_JOINING = frozenset({"and", "or", "but"})
_CHARGE = stem("charge")
_APART = frozenset({"of", "clause", "that"})


class _Text(NamedTuple):
    """Hold a text's tokens, the phrase of each, and the words of grammar."""

    tokens: Sequence[Token]
    phrases: Sequence[int]
    stop: Collection[str]

    def phrase_from(self, start: int, size: int = _REACH) -> Iterator[int]:
        """Yield the places from `start` to the end of its predecessor's phrase."""
        for at in range(start, min(start + size, len(self.tokens))):
            if self.phrases[at] != self.phrases[start - 1]:
                return
            yield at

    def content(self, places: Iterator[int]) -> tuple[int, ...]:
        return tuple(t for t in places if self.tokens[t].key not in self.stop)


def doubts(
    tokens: Sequence[Token], phrases: Sequence[int], links_of: Links, stop: Collection[str]
) -> tuple[Hedge, ...]:
    """Return what a text leaves open.

    `links_of` gives for the first word of a cue, in any form, the other words of each such cue and its link:
    `to`, `for`, `of`, `with`, `doing`, `that`, `clause` (with or without `that`), `whether`, or `bare`.
    """
    text, found = _Text(tokens, phrases, stop), []
    for at, links in enumerate([links_of(token.key) for token in tokens]):
        for rest, link in links:
            end = at + 1 + len(rest)
            if tuple(t.key for t in tokens[at + 1 : end]) != rest:
                continue
            heads = () if link in _APART and _attributive(text, at) else _SCOPES[link](text, at, end)
            if heads:
                found.append(Hedge(at, _LEVELS.get(link, "likely"), heads))
    return tuple(found)


def _link(text: _Text, end: int, words: Collection[str], gap: int) -> int | None:
    """Return the place behind a link that follows a cue in its phrase."""
    for at in text.phrase_from(end, gap):
        if text.tokens[at].key in words:
            return at + 1
        if text.tokens[at].key in _JOINING and at + 1 < len(text.tokens) and is_past(text.tokens[at + 1].key):
            return None  # called the crash a shame and asked for help
    return None


def _to(text: _Text, _: int, end: int) -> tuple[int, ...]:
    """Govern the verb behind `to`, what a light verb carries, and verbs joined to it by `and` or `or`."""
    start = _link(text, end, {"to"}, _FAR)
    if start is None or start >= len(text.tokens) or text.tokens[start].key in DEFINING:
        return ()
    if text.tokens[start - 2].key == "up" or text.tokens[start].key[0].isdigit():
        return ()  # waited up to four hours
    return _infinitives(text, start)


def _infinitives(text: _Text, start: int) -> tuple[int, ...]:
    found: list[int] = []
    waiting, light = True, 0
    for at in text.phrase_from(start):
        token = text.tokens[at]
        if token.key in {"and", "or"}:
            waiting, light = True, 0
        elif token.key not in text.stop and not is_adverb(token.key):
            if waiting or light:
                found.append(at)
                light = 2 if waiting and token.stem in _LIGHT else light - 1 if not waiting else 0
            waiting = False
    return tuple(found)


def _of(text: _Text, _: int, end: int) -> tuple[int, ...]:
    fee = text.tokens[end - 1].stem == _CHARGE  # charged for a bag, not with theft
    start = _link(text, end, {"of", "with"} if fee else {"of", "with", "for"}, _FAR)
    return text.content(text.phrase_from(start, _FAR)) if start is not None else ()


def _doing(text: _Text, _: int, end: int) -> tuple[int, ...]:
    """Govern the -ing form that follows."""
    first = text.content(text.phrase_from(end, _SOON))[:1]
    return tuple(t for t in first if is_ing(text.tokens[t].key))


def _that(text: _Text, at: int, end: int) -> tuple[int, ...]:
    start = _link(text, end, {"that"}, _NEAR)
    return _clause(text, at, start) if start is not None else ()


def _clause(text: _Text, at: int, end: int) -> tuple[int, ...]:
    """Govern all that follows in the phrase; where nothing does, the phrase before: ..., officials believe."""
    if any(t.key in _DENIALS for t in text.tokens[max(0, at - _SOON) : at]):
        return ()
    if end < len(text.tokens) and text.phrases[end] == text.phrases[at]:
        behind = text.tokens[end].key
        return () if behind in {"to", "of", "in", "about", *_JOINING} else text.content(text.phrase_from(end))
    home = text.phrases[at]
    return text.content(t for t in range(at) if text.phrases[t] == home - 1)


def _attributive(text: _Text, at: int) -> bool:
    """Say whether a participle stands before its noun: two suspected burglars; not: police suspected the clerk."""
    last = at + 1 == len(text.tokens)
    return is_ed(text.tokens[at].key) and not last and text.tokens[at + 1].key not in text.stop


def _whether(text: _Text, _: int, end: int) -> tuple[int, ...]:
    if end < len(text.tokens) and text.tokens[end].key in _DENIALS:
        return ()
    return text.content(text.phrase_from(end))


def _bare(text: _Text, _: int, end: int) -> tuple[int, ...]:
    """Govern the first telling word close behind, unless it tells what is so already."""
    if any(text.tokens[t].key in _DENIALS for t in text.phrase_from(end, _SOON)):
        return ()
    first = text.content(text.phrase_from(end, _NEAR))[:1]
    return tuple(t for t in first if not _plain(text.tokens[t - 1].key, text.tokens[t].key))


def _plain(before: str, key: str) -> bool:
    """Say whether a word states what is so: will be looking, is to blame."""
    return (before == "be" and is_ing(key)) or (before == "to" and key == "blame")


_SCOPES: dict[str, Callable[[_Text, int, int], tuple[int, ...]]] = {
    "to": _to,
    "of": _of,
    "doing": _doing,
    "that": _that,
    "clause": _clause,
    "whether": _whether,
    "bare": _bare,
}
