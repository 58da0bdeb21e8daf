"""Find two claims of one postmortem that state one thing with different figures, dates or titles, or its opposite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from verifier.claims.roles import ADVISING, FieldRole, role_of
from verifier.document import denials
from verifier.document.pairing import Place, Word, pairs
from verifier.document.remark import Remark
from verifier.document.twins import RULE, Fact, Held, Read, alike, contrast, held, relations
from verifier.evidence.passages import Index
from verifier.facts.analysis import Analysis
from verifier.facts.quantity import Quantity
from verifier.facts.relation import HOLDS, Relation
from verifier.model import Claim, Kind

ALIKE, MANY = 0.75, 20
_OF = frozenset({"at", "of", "for", "with", "from"})
_REST = frozenset({"other", "others", "remaining", "further", "additional", "another", "more", "first", "last", "next"})
_UNREAL = frozenset({"should", "must", "would", "shall", "expect", "predict", "forecast"})
_UNCOUNTED = frozenset({"ordinal", "age"})
_SPOKEN = frozenset({Kind.FACT, Kind.ATTRIBUTION})
_PLANS = ADVISING | {FieldRole.META}


def check(claims: Sequence[Claim], analyses: Mapping[str, Analysis], index: Index) -> Iterator[Remark]:
    """Report pairs of claims that cannot both hold."""
    told = (c for c in claims if c.kind in _SPOKEN and not c.since and role_of(c.field) not in _PLANS)
    read = [(c, a) for c, a in ((c, analyses[c.id]) for c in told if c.id in analyses) if _UNREAL.isdisjoint(a.forms)]
    yield from _facts([held(c, a, q, index) for c, a in read for q in a.quantities if q.kind not in _UNCOUNTED])
    yield from _facts([held(c, a, d, index) for c, a in read for d in a.dates if d.clock is None])
    yield from _titles(read, index)
    yield from denials.check(read, index)


def _facts(found: Sequence[Held]) -> Iterator[Remark]:
    """Report the pairs whose facts clash; where one clashes with several values, they are a list of like things."""
    places = [Place(each, _said(each), each.around, each.nearby) for each in found if len(each.facts) <= MANY]
    clashing = pairs(places, places, ALIKE, _contradict)
    values: defaultdict[int, set[tuple[object, object]]] = defaultdict(set)
    for ours, theirs in clashing:
        values[ours].add(_value(places[theirs].item))
    for ours, theirs in clashing:
        if ours < theirs and len(values[ours]) == len(values[theirs]) == 1:
            yield Remark(RULE, (places[ours].item.place,), (places[theirs].item.place,))


def _said(held: Held) -> Fact | None:
    """Return the fact of a claim wherever it stands."""
    if isinstance(held.fact, Quantity):
        return replace(held.fact, start=0, end=0, noun_span=None)
    return held.fact and replace(held.fact, start=0, end=0)


def _contradict(ours: Held, theirs: Held) -> bool | None:
    """Say whether two facts clash; None where what stands around them is not the same."""
    if ours.claim is theirs.claim or not alike(ours, theirs, ALIKE):
        return None
    if not _clash(ours, theirs):
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
    places = []
    for claim, analysis in read:
        named = {name.first: name for name in analysis.names}
        for title in analysis.titles:
            name = named.get(title.tokens[1] + 1)
            if name and analysis.tokens[title.tokens[1]].key in _OF:
                found = Held(claim, analysis, title.tokens, index, roles=title.roles)
                whom = (title.person, name.parts[-1])
                places.append(Place(found, (title.roles, _last(found)), (Word(1.0, (whom,)),), (whom,)))
    for ours, theirs in pairs(places, places, 1.0, _titled_apart):
        if ours < theirs:
            yield Remark(RULE, (places[ours].item.place,), (places[theirs].item.place,))


def _titled_apart(ours: Held, theirs: Held) -> bool | None:
    """Say whether two titles are of different roles, and their last words neither the same nor near to each other."""
    if ours.claim is theirs.claim:
        return None
    near = not _last(ours).isdisjoint(_last(theirs))
    return not near and not ours.index.vocabulary.alike(ours.roles, theirs.roles)


def _last(held: Held) -> frozenset[str]:
    return frozenset(held.analysis.keys[held.tokens[1] - 1])
