"""Find what a text negates: every negating cue with the words in its immediate scope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verifier.data.thresholds import DENIAL_REACH, DENIAL_THAT_WITHIN
from verifier.data.word_lists import words
from verifier.words.grammar import ARTICLES, PLAIN_AUXILIARIES
from verifier.words.shapes import is_adverb, is_past
from verifier.words.texts import Text

_NOMINAL = words("grammar", "denials", "nominal")
_OPENING = words("grammar", "clauses", "openers")
_ECHOING = frozenset({"neither", "nor"})
_ABLE = words("grammar", "denials", "able")
_JOINING, _ARTICLES = frozenset(("or", "nor")), ARTICLES | {"any"}
_HAVING = frozenset(("have", "having"))
_SEEMING = words("verbs", "verbs", "seeming")
_BELIEFS = words("verbs", "verbs", "believing")
_PLACING = words("grammar", "prepositions", "placing")
_PARTING = words("grammar", "clauses", "parting")
_GENITIVE = (("'s ",), ("’s ",), ("' ",), ("’ ",))


class Negation(NamedTuple):
    """Hold a negating cue and the positions of the words it negates, nearest first."""

    cue: int
    heads: tuple[int, ...]


def negations(text: Text) -> tuple[Negation, ...]:
    """Return the negations of a text.

    The cues have classes: `particle` negates the next predicate or noun, `implicative` (fail to, unable to) what
    follows its `to`, `object` (avoid, rule out) its noun, `clause` (no evidence that) the predicate of the that-clause
    it takes, `back` (to no avail) what stands before it; `none` only looks like a negation (not only, no later than).
    """
    cues, found = text.vocabulary.negators, list[Negation]()
    denied: set[int] = set()
    behind = 0
    for position in cues.starts(text.lemmas):
        size, kind = (position >= behind and cues.at(text.lemmas, position)) or (0, "none")
        behind = max(behind, position + size)
        if kind != "none" and (kind not in {"object", "clause"} or denied.isdisjoint(range(position, position + size))):
            for negation in _negated(text, position, size, kind):
                found.append(negation)
                denied.update(negation.heads)
    return tuple(found)


def _negated(text: Text, cue: int, size: int, kind: str) -> Iterator[Negation]:
    """Yield what a cue of `size` words negates, by its kind."""
    last = cue + size - 1
    if text.key(cue) in _ECHOING and text.key(cue + 1) in PLAIN_AUXILIARIES:
        return  # neither were they: what stands before is denied of them as well
    nominal = text.lemmas[cue] in _NOMINAL
    inverted = kind == "particle" and text.key(last + 1) in PLAIN_AUXILIARIES and _opens(text, cue)
    causal = text.key(last + 1) == "because" and text.key(last + 2) == "of"  # not because of the heat
    heads = _heads(text, last + (2 if causal else inverted), nominal=nominal or inverted)  # at no time did it ring
    heads = heads[-1:] if text.key(last) == "of" else heads  # a lack of internet experts: there may be internet
    if kind == "subject":
        heads = _predicate(text, last, past=_opens(text, cue)) or _verb_before(text, cue) or heads
    elif kind == "object":
        heads = () if text.key(last + 1) == "by" else _heads(text, last, nominal=True)
    elif kind == "clause":
        heads = (*([last] if text.lemmas[last] in _BELIEFS else []), *_clause(text, last))
    elif kind == "back":
        heads = (cue,) if size > 1 else ()
    elif kind == "implicative" and "to" not in (text.key(last), text.key(last + 1)):
        heads = ()
    if heads:
        yield Negation(cue, heads)
    if heads and nominal and kind == "particle" and (_opens(text, cue) or text.key(cue) == "nor"):
        predicate = _predicate(text, heads[-1])
        if predicate:
            yield Negation(cue, predicate)


def _reached(text: Text, at: int, reach: int = DENIAL_REACH) -> range:
    """Return the positions behind one, in its phrase."""
    return text.phrase(at + 1, reach, at)


def _opens(text: Text, cue: int) -> bool:
    """Say whether a cue opens its clause, so that it denies the subject: no details were revealed."""
    first = cue == 0 or text.phrases[cue - 1] != text.phrases[cue]
    return (first or text.key(cue - 1) in _OPENING) and text.key(cue - 1) != "there"


def _predicate(text: Text, cue: int, *, past: bool = True) -> tuple[int, ...]:
    """Return the predicate of a denied subject: what its first auxiliary leads in, else a first verb of the `past`.

    "None of the data was found", "neither of the two banks lost data".
    """
    inside = _reached(text, cue)
    auxiliary = next((t for t in inside if text.key(t) in PLAIN_AUXILIARIES), None)
    if auxiliary is None:
        told = [t for t in inside if past and text.counts(t) and is_past(text.key(t))]
        begins = next(iter(told), None)
    else:
        told, begins = [t for t in inside if t > auxiliary and text.counts(t)], auxiliary
    if begins is None or any(_parts(text, t) for t in inside if t < begins):
        return ()
    return tuple(t for t in told if text.key(t) not in _ABLE)[:1]


def _parts(text: Text, at: int) -> bool:
    """Say whether a word parts a subject from an auxiliary behind it, as `to` does but for: appears to have."""
    return text.key(at) in _PARTING and not (text.key(at) == "to" and text.lemmas[at - 1] in _SEEMING)


def _verb_before(text: Text, cue: int) -> tuple[int, ...]:
    """Return the word before a denied object, or a whole label: harmed nobody, noticed nothing, "Money lost: none"."""
    before = cue - 1
    if before >= 0 and text.gaps[before].strip() in {":", "|"} and not any(map(text.counts, _reached(text, cue))):
        return tuple(t for t in range(before, -1, -1) if text.phrases[t] == text.phrases[before] and text.counts(t))
    inside = before >= 0 and text.phrases[before] == text.phrases[cue] and text.counts(before)
    return (before,) if inside and text.key(before) not in _OPENING else ()


def _clause(text: Text, cue: int) -> tuple[int, ...]:
    """Return the predicate of the that-clause that a cue takes: no evidence that data was copied."""
    plain = text.key(cue) == "that" or text.lemmas[cue] in _BELIEFS
    that = cue if plain else next((t for t in _reached(text, cue, DENIAL_THAT_WITHIN) if text.key(t) == "that"), None)
    if that is None:
        return ()
    return _predicate(text, that)


def _heads(text: Text, cue: int, *, nominal: bool) -> tuple[int, ...]:
    """Return the content words that a cue reaches first: all of a noun phrase, the predicate of a verb phrase.

    With a verb of seeming what it is said to do is denied as well: did not appear to leak.
    """
    heads: list[int] = []
    joined = False
    nominal = nominal or text.key(cue + 1) in _PLACING
    for at in _reached(text, cue):
        key = text.key(at)
        if not text.counts(at):
            joined = key in _JOINING or (joined and key in _ARTICLES)
            nominal = nominal or (key in _HAVING and not heads)
            if heads and not joined:
                break
        elif heads or not (is_adverb(key) or text.gaps[at : at + 1] in _GENITIVE):
            heads.append(at)
            if not nominal:
                break
    if heads and text.lemmas[heads[-1]] in _SEEMING and text.key(heads[-1] + 1) == "to":
        heads += _heads(text, heads[-1] + 1, nominal=False)
    return tuple(heads)
