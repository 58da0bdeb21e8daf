"""Find two claims of one postmortem that state one thing with different figures, dates or titles, or its opposite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from verifier.claims.roles import FieldRole, role_of
from verifier.document import denials
from verifier.document.remark import Remark
from verifier.document.twins import RULE, Held, Read, alike, contrast, held, relations
from verifier.evidence.passages import Index
from verifier.facts.analysis import Analysis
from verifier.facts.quantity import Quantity
from verifier.facts.relation import HOLDS, Relation
from verifier.model import Claim, Kind

ALIKE = 0.75
_OF = frozenset({"at", "of", "for", "with", "from"})
_REST = frozenset({"other", "others", "remaining", "further", "additional", "another", "more", "first", "last", "next"})
_UNREAL = frozenset({"should", "must", "would", "shall", "expect", "predict", "forecast"})
_UNCOUNTED = frozenset({"ordinal", "age"})
_SPOKEN = frozenset({Kind.FACT, Kind.ATTRIBUTION})
_PLANS = frozenset({FieldRole.ADVICE, FieldRole.PLAN, FieldRole.META})


def check(claims: Sequence[Claim], analyses: Mapping[str, Analysis], index: Index) -> Iterator[Remark]:
    """Report pairs of claims that cannot both hold."""
    spoken = (c for c in claims if c.kind in _SPOKEN and c.id in analyses and role_of(c.field) not in _PLANS)
    read = [(c, a) for c, a in ((c, analyses[c.id]) for c in spoken) if _UNREAL.isdisjoint(a.forms)]
    yield from _facts([held(c, a, q, index) for c, a in read for q in a.quantities if q.kind not in _UNCOUNTED])
    yield from _facts([held(c, a, d, index) for c, a in read for d in a.dates if d.clock is None])
    yield from _titles(read, index)
    yield from denials.check(read, index)


def _facts(found: Sequence[Held]) -> Iterator[Remark]:
    """Report the pairs whose facts clash; where one clashes with several values, they are a list of like things."""
    pairs = [(a, b) for a, b in combinations(found, 2) if a.claim is not b.claim and _contradict(a, b)]
    values: defaultdict[Held, set[tuple[object, object]]] = defaultdict(set)
    for ours, theirs in pairs:
        values[ours].add(_value(theirs))
        values[theirs].add(_value(ours))
    for ours, theirs in pairs:
        if len(values[ours]) == len(values[theirs]) == 1:
            yield Remark(RULE, (ours.place,), (theirs.place,))


def _contradict(ours: Held, theirs: Held) -> bool:
    if not (_clash(ours, theirs) and alike(ours, theirs, ALIKE)):
        return False
    return not (_agree(ours, theirs) or contrast(ours, theirs)) and _single(ours, theirs) and _single(theirs, ours)


def _value(held: Held) -> tuple[object, object]:
    fact = held.fact
    return (fact.lower, fact.upper) if isinstance(fact, Quantity) else (fact and fact.first, fact and fact.text)


def _clash(ours: Held, theirs: Held) -> bool:
    """Say whether two facts cannot both hold of one thing; quantities must count the same."""
    a, b = ours.fact, theirs.fact
    if isinstance(a, Quantity) and isinstance(b, Quantity) and not _counted_alike(a, b, ours.index):
        return False
    return relations(a, b) == {Relation.APART}


def _counted_alike(ours: Quantity, theirs: Quantity, index: Index) -> bool:
    if not ours.noun or not theirs.noun:
        return not ours.noun and not theirs.noun
    keys = index.vocabulary.keys_of_word
    return not set(keys(ours.noun[-1])).isdisjoint(keys(theirs.noun[-1]))


def _agree(ours: Held, theirs: Held) -> bool:
    """Say whether one of the two claims has a further value that goes with the other's."""
    return any(relations(a.fact, fact) & HOLDS for a, b in ((ours, theirs), (theirs, ours)) for fact in b.facts)


def _single(ours: Held, theirs: Held) -> bool:
    """Say whether a claim sets its fact beside no other of the kind ("up from 3", "the other 45") that theirs lacks."""
    before = ours.analysis.tokens[ours.tokens[0] - 1].key if ours.tokens[0] else ""
    return before not in _REST and all(any(relations(a, b) & HOLDS for b in theirs.others) for a in ours.others)


def _titles(read: Iterable[Read], index: Index) -> Iterator[Remark]:
    """Report a person to whom two claims give titles, in one organisation, that no word of either brings together."""
    by_place: defaultdict[tuple[str, str], list[tuple[Held, frozenset[str]]]] = defaultdict(list)
    for claim, analysis in read:
        for title in analysis.titles:
            for name in analysis.names:
                if name.first == title.tokens[1] + 1 and analysis.tokens[title.tokens[1]].key in _OF:
                    found = Held(claim, analysis, title.tokens, index)
                    by_place[title.person, name.parts[-1]].append((found, title.roles))
    for held_there in by_place.values():
        for (ours, a), (theirs, b) in combinations(held_there, 2):
            if ours.claim is not theirs.claim and not index.vocabulary.alike(a, b) and not _near(ours, theirs):
                yield Remark(RULE, (ours.place,), (theirs.place,))


def _near(ours: Held, theirs: Held) -> bool:
    """Say whether the last words of two titles are the same or near to each other."""
    a, b = (set(h.analysis.keys[h.tokens[1] - 1]) for h in (ours, theirs))
    return not a.isdisjoint(b)
