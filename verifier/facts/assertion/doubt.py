"""Find what a text leaves open: by a hedge (may, probably), by a word and its link (plans to, suspects that)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from verifier.data.thresholds import HEDGE_FAR, HEDGE_INSIDE, HEDGE_NEAR, HEDGE_REACH, HEDGE_SOON
from verifier.data.word_lists import words
from verifier.text.tokens import stem
from verifier.words.grammar import DEFINING
from verifier.words.phrases import Phrases
from verifier.words.shapes import is_adverb, is_ed, is_ing, is_past
from verifier.words.texts import Text
from verifier.words.vocabulary import Entry

_LEVELS = {"to": "planned", "doing": "planned", "for": "planned", "whether": "open", "back": "open", "bare": "possible"}
_DENIALS = frozenset({"not", "never", "no", "without"})
_LIGHT = frozenset(map(stem, words("verbs", "verbs", "light")))
_BEING = frozenset({"be", "have"})
_JOINING = frozenset({"and", "or", "but"})
_MODIFYING = _JOINING | {"to", "of", "in", "about"}
_CHARGE = stem("charge")
_STATED = frozenset({"be", "remain"})
_ASKING = frozenset({"of", "that", "to", "for", "whether", "if", "what", "how", "why", "who", "when", "where", "which"})
_APART = frozenset({"of", "clause", "that"})
_END = re.compile(r"[.!?]+(?=\s|[\"'”’]|$)")


class Hedge(NamedTuple):
    """Hold a hedging cue, its level (possible, likely, planned ...) and the positions of the words it governs."""

    cue: int
    level: str
    governed: tuple[int, ...]


def hedges(text: Text, cues: Phrases[str]) -> tuple[Hedge, ...]:
    """Return the hedges of a text; a cue governs the next content words of its phrase."""
    found = []
    for position in cues.starts(text.lemmas):
        size, level = cues.at(text.lemmas, position) or (0, "")
        first = position + size
        if not level or (first < len(text.lemmas) and text.lemmas[first] == "not"):
            continue  # could not: an inability, not a doubt
        inside = range(first, min(first + HEDGE_INSIDE, len(text.lemmas)))
        phrase = [t for t in inside if text.phrases[t] == text.phrases[position]]
        found.append(Hedge(position, level, tuple(t for t in phrase if text.lemmas[t] not in text.vocabulary.stop)))
    return tuple(found)


def doubts(text: Text, entries: Sequence[Entry]) -> tuple[Hedge, ...]:
    """Return what a text leaves open by a cue and its link, of the entries of its words.

    Links are `to`, `for`, `of`, `with`, `doing`, `that`, `clause` (with or without `that`), `whether`, `bare`, `back`.
    """
    found = []
    for at, links in [(at, entry.links) for at, entry in enumerate(entries) if entry.links]:
        for rest, link in links:
            end = at + 1 + len(rest)
            if tuple(t.key for t in text.tokens[at + 1 : end]) != rest:
                continue
            heads = () if link in _APART and _attributive(text, at) else _SCOPES[link](text, at, end)
            if heads:
                found.append(Hedge(at, _LEVELS.get(link, "likely"), heads))
    return tuple(found)


def asked(text: str, at: int) -> bool:
    """Say whether the sentence that goes on at a place ends with a question mark."""
    end = next(_END.finditer(text, at), None)
    return end is not None and "?" in end[0]


def _link(text: Text, end: int, words: Collection[str], gap: int) -> int | None:
    """Return the place behind a link that follows a cue in its phrase."""
    for at in text.phrase(end, gap, end - 1):
        if text.tokens[at].key in words:
            return at + 1
        if text.tokens[at].key in _JOINING and at + 1 < len(text.tokens) and is_past(text.tokens[at + 1].key):
            return None  # called the crash a shame and asked for help
    return None


def _to(text: Text, _: int, end: int) -> tuple[int, ...]:
    """Govern the verb behind `to`, what a light verb carries, and verbs joined to it by `and` or `or`."""
    start = _link(text, end, {"to"}, HEDGE_FAR)
    if start is None or start >= len(text.tokens) or text.tokens[start].key in DEFINING:
        return ()
    if text.tokens[start - 2].key == "up" or text.tokens[start].key[0].isdigit():
        return ()  # waited up to four hours
    return _infinitives(text, start)


def _infinitives(text: Text, start: int) -> tuple[int, ...]:
    found: list[int] = []
    waiting, light = True, 0
    being = text.tokens[start].key in _BEING
    for at in text.phrase(start, HEDGE_REACH, start - 1):
        token = text.tokens[at]
        if token.key in {"and", "or"}:
            waiting, light = True, 0
        elif text.counts(at) and not is_adverb(token.key):
            if waiting or light:
                found.append(at)
                light = 2 if waiting and (being or token.stem in _LIGHT) else light - 1 if not waiting else 0
            waiting = False
    return tuple(found)


def _of(text: Text, _: int, end: int) -> tuple[int, ...]:
    fee = text.tokens[end - 1].stem == _CHARGE  # charged for a bag, not with theft
    start = _link(text, end, {"of", "with"} if fee else {"of", "with", "for"}, HEDGE_FAR)
    return text.content(text.phrase(start, HEDGE_FAR, start - 1)) if start is not None else ()


def _doing(text: Text, _: int, end: int) -> tuple[int, ...]:
    """Govern the -ing form that follows."""
    first = text.content(text.phrase(end, HEDGE_SOON, end - 1))[:1]
    return tuple(t for t in first if is_ing(text.tokens[t].key))


def _that(text: Text, at: int, end: int) -> tuple[int, ...]:
    start = _link(text, end, {"that"}, HEDGE_NEAR)
    return _clause(text, at, start) if start is not None else ()


def _clause(text: Text, at: int, end: int) -> tuple[int, ...]:
    """Govern all that follows in the phrase; where nothing does, the phrase before: ..., officials believe."""
    if any(t.key in _DENIALS for t in text.tokens[max(0, at - HEDGE_SOON) : at]):
        return ()
    if end < len(text.tokens) and text.phrases[end] == text.phrases[at]:
        following = () if text.tokens[end].key in _MODIFYING else text.phrase(end, HEDGE_REACH, end - 1)
        return text.content(following)
    home = text.phrases[at]
    return text.content(t for t in range(at) if text.phrases[t] == home - 1)


def _attributive(text: Text, at: int) -> bool:
    """Say whether a participle stands before its noun: two suspected burglars; not: police suspected the clerk."""
    last = at + 1 == len(text.tokens)
    return is_ed(text.tokens[at].key) and not last and text.counts(at + 1)


def _whether(text: Text, _: int, end: int) -> tuple[int, ...]:
    if end < len(text.tokens) and text.tokens[end].key in _DENIALS:
        return ()
    return text.content(text.phrase(end, HEDGE_REACH, end - 1))


def _bare(text: Text, _: int, end: int) -> tuple[int, ...]:
    """Govern the first telling word close behind, unless it tells what is so already."""
    if any(text.tokens[t].key in _DENIALS for t in text.phrase(end, HEDGE_SOON, end - 1)):
        return ()
    first = text.content(text.phrase(end, HEDGE_NEAR, end - 1))[:1]
    return tuple(t for t in first if not _plain(text.tokens[t - 1].key, text.tokens[t].key))


def _back(text: Text, at: int, end: int) -> tuple[int, ...]:
    """Govern what stands before in the phrase where that is said of it: a theft was also a possibility."""
    before = [t for t in range(at) if text.phrases[t] == text.phrases[at]]
    said = text.lemmas[at] == "not" or any(text.lemmas[t] in _STATED for t in before[-HEDGE_NEAR:])
    asks = end < len(text.tokens) and text.tokens[end].key in _ASKING
    return text.content(before) if said and not asks else ()


def _plain(before: str, key: str) -> bool:
    """Say whether a word states what is so: will be looking, is to blame."""
    return (before == "be" and is_ing(key)) or (before == "to" and key == "blame")


_SCOPES = {scope.__name__[1:]: scope for scope in (_to, _of, _doing, _that, _clause, _whether, _bare, _back)}
