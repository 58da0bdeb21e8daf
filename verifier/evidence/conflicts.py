"""Find where the sources themselves disagree about a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, islice

from verifier.data.thresholds import CONFLICT_FIGURES_MOST, CONFLICT_SHARED_SHARE, CONFLICT_WINDOW
from verifier.data.word_tables import rarity
from verifier.evidence.passages import Index, Passage, numbers
from verifier.facts.quantity import Quantity
from verifier.facts.quantity import weigh as relate
from verifier.facts.relation import HOLDS, Relation
from verifier.model import Place, SourceConflict
from verifier.text.tokens import lying_in, stem

_UNCOUNTED = frozenset({"ordinal", "duration", "age", "percent", "ratio"})
_UP_TO = frozenset({"by", "until", "before"})
_SO_FAR = frozenset({"initially", "already", "originally", "preliminary", "provisional", "yet"})
Counted = tuple[Passage, Quantity]


def conflicts(index: Index, usable: int) -> tuple[SourceConflict, ...]:
    """Return the pairs of places that count the same thing, in like words, with values that cannot both hold."""
    counted, found = counting(index, usable), []
    says = cache(lambda source, figure: any(repeats(index, counted, source, counted[figure][1])))
    for (one, ours), (two, theirs) in combinations(enumerate(counted), 2):
        if _conflict(index, *ours, *theirs):
            a, b = _place(*ours), _place(*theirs)
            sides = ((a, two), (b, one))
            both = "".join(f"; source {p.source} says both" for p, figure in sides if says(p.source, figure))
            told = f'source {a.source} says "{a.text}", source {b.source} says "{b.text}"{both}'
            found.append(SourceConflict(a, b, told))
    return tuple(found)


def rivals(index: Index, usable: int, passage: Passage, ours: Quantity) -> Iterator[Counted]:
    """Yield the places that count what a passage counts, in like words, with a value that cannot hold beside it."""
    return (counted for counted in counting(index, usable) if _conflict(index, passage, ours, *counted))


def repeats(index: Index, counted: Iterable[Counted], source: str, figure: Quantity) -> Iterator[Passage]:
    """Yield the places of a source, of those that count, that count the same thing with the same value."""
    mine = ((p, q) for p, q in counted if p.sentence.source == source and figure.noun)
    return (p for p, q in mine if _alike(index, q, figure) and relate(q, figure) in HOLDS)


def counting(index: Index, usable: int) -> list[Counted]:
    """Return the places that count something, with their figures."""
    passages = (index.passages[n] for n in numbers(usable & index.holding["quantity"]))
    counted = ((p, q) for p in passages for q in p.analysis.quantities if q.noun and q.kind not in _UNCOUNTED)
    return list(islice(counted, CONFLICT_FIGURES_MOST))


def _conflict(index: Index, passage: Passage, ours: Quantity, other: Passage, theirs: Quantity) -> bool:
    """Say whether two places, neither of which gives both, count one thing, in like words, with values that clash."""
    comparable = ours.noun and ours.per == theirs.per and passage.sentence.source != other.sentence.source
    clash = bool(comparable) and {relate(ours, theirs), relate(theirs, ours)} == {Relation.APART}
    same = clash and _alike(index, ours, theirs) and not _grown(passage, ours, other, theirs)
    pairs = ((f, q) for f, p in ((ours, other), (theirs, passage)) for q in p.analysis.quantities)
    both = same and any(relate(*pair) in HOLDS for pair in pairs)
    return same and not both and _shared(passage, ours, other, theirs) >= CONFLICT_SHARED_SHARE


def _grown(passage: Passage, ours: Quantity, other: Passage, theirs: Quantity) -> bool:
    """Say whether one of two figures is an earlier count of what later became more: 12 by Sunday night."""
    early, late = ((passage, other), (other, passage))[ours.upper > theirs.upper]
    return _interim(early) and not _interim(late)


def _interim(passage: Passage) -> bool:
    """Say whether a sentence counts up to a time: by Sunday, so far, initially."""
    keys = {t.key for t in passage.analysis.tokens}
    dated = any(d.modifier in _UP_TO for d in passage.analysis.dates)
    return dated or not _SO_FAR.isdisjoint(keys) or {"so", "far"} <= keys or {"at", "first"} <= keys


def _alike(index: Index, ours: Quantity, theirs: Quantity) -> bool:
    """Say whether the heads of what is counted are the same or words for the same."""
    keys = index.vocabulary.keys_of_word
    return not {k for k in keys(ours.noun[-1]) if k[0] != "~"}.isdisjoint(keys(theirs.noun[-1]))


def _shared(passage: Passage, ours: Quantity, other: Passage, theirs: Quantity) -> float:
    """Return the weighted share of the words around one quantity that stand around the other."""
    weights = {t: rarity(passage.analysis.stems[t]) for t in _around(passage, ours)}
    keys = {k for t in _around(other, theirs) for k in other.analysis.keys[t]}
    total = sum(weights.values()) or 1.0
    return sum(w for t, w in weights.items() if not keys.isdisjoint(passage.analysis.keys[t])) / total


def _around(passage: Passage, quantity: Quantity) -> list[int]:
    inside = lying_in(passage.analysis.tokens, quantity.start, quantity.end)
    nouns = {stem(w) for w in quantity.noun}
    near = [t for t in passage.analysis.content if t not in inside and passage.analysis.stems[t] not in nouns]
    return sorted(near, key=lambda t: (min(abs(t - inside.start), abs(t - inside.stop)), t))[:CONFLICT_WINDOW]


def _place(passage: Passage, quantity: Quantity) -> Place:
    s = passage.sentence
    end = quantity.noun_span[1] if quantity.noun_span and quantity.noun_span[1] > quantity.end else quantity.end
    return Place(s.source, s.part, s.start + quantity.start, s.start + end, s.text[quantity.start : end])
