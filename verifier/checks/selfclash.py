"""Find two claims of one postmortem that state one thing with different figures, dates or titles, or its opposite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from verifier.checks.quantity import HOLDS
from verifier.checks.remark import Remark
from verifier.checks.twins import Fact, Held, alike, contrast, held
from verifier.claims.roles import FieldRole, role_of
from verifier.evidence.index import Index
from verifier.facts import date_relation, quantity_relation
from verifier.facts.analysis import Analysis
from verifier.facts.dates import DateFact
from verifier.facts.quantity import Quantity
from verifier.facts.relation import Relation
from verifier.model import Claim, Kind

RULE = "self-contradiction"
ALIKE, DENIED_ALIKE = 0.75, 0.85
_UNCOUNTED = frozenset({"ordinal", "age"})
_SPOKEN = frozenset({Kind.FACT, Kind.ATTRIBUTION})
_PLANS = frozenset({FieldRole.ADVICE, FieldRole.PLAN, FieldRole.META})

Read = tuple[Claim, Analysis]


def check(claims: Sequence[Claim], analyses: Mapping[str, Analysis], index: Index) -> Iterator[Remark]:
    """Report pairs of claims that cannot both hold."""
    spoken = (c for c in claims if c.kind in _SPOKEN and c.id in analyses and role_of(c.field) not in _PLANS)
    read = [(c, analyses[c.id]) for c in spoken]
    yield from _facts([held(c, a, q, index) for c, a in read for q in a.quantities if q.kind not in _UNCOUNTED])
    yield from _facts([held(c, a, d, index) for c, a in read for d in a.dates if d.clock is None])
    yield from _titles(read, index)
    yield from _denials(read, index)


def _facts(found: Sequence[Held]) -> Iterator[Remark]:
    for ours, theirs in combinations(found, 2):
        if ours.claim is not theirs.claim and _clash(ours, theirs) and alike(ours, theirs, ALIKE):
            if not _agree(ours, theirs) and not contrast(ours, theirs):
                yield Remark(RULE, (ours.place,), (theirs.place,))


def _relations(ours: Fact | None, theirs: Fact | None) -> set[Relation]:
    """Return how two facts of one kind relate, whichever is compared with the other; none for two kinds."""
    if isinstance(ours, Quantity) and isinstance(theirs, Quantity):
        return {quantity_relation.relate(ours, theirs), quantity_relation.relate(theirs, ours)}
    if isinstance(ours, DateFact) and isinstance(theirs, DateFact):
        return {date_relation.relate(ours, theirs), date_relation.relate(theirs, ours)}
    return set()


def _clash(ours: Held, theirs: Held) -> bool:
    """Say whether two facts cannot both hold of one thing; quantities must count the same."""
    a, b = ours.fact, theirs.fact
    if isinstance(a, Quantity) and isinstance(b, Quantity) and not _counted_alike(a, b, ours.index):
        return False
    return _relations(a, b) == {Relation.CLASH}


def _counted_alike(ours: Quantity, theirs: Quantity, index: Index) -> bool:
    if not ours.noun or not theirs.noun:
        return not ours.noun and not theirs.noun
    keys = index.vocabulary.keys_of_word
    return not set(keys(ours.noun[-1])).isdisjoint(keys(theirs.noun[-1]))


def _agree(ours: Held, theirs: Held) -> bool:
    """Say whether one of the two claims has a further value that goes with the other's."""
    pairs = [(ours.fact, f) for f in (*theirs.analysis.quantities, *theirs.analysis.dates)]
    pairs += [(theirs.fact, f) for f in (*ours.analysis.quantities, *ours.analysis.dates)]
    return any(_relations(a, b) & HOLDS for a, b in pairs)


def _titles(read: Iterable[Read], index: Index) -> Iterator[Remark]:
    """Report a person to whom two claims give titles that no word of either brings together."""
    by_person: defaultdict[str, list[tuple[Held, frozenset[str]]]] = defaultdict(list)
    for claim, analysis in read:
        for title in analysis.titles:
            by_person[title.person].append((Held(claim, analysis, title.tokens, index), title.roles))
    for found in by_person.values():
        for (ours, a), (theirs, b) in combinations(found, 2):
            if ours.claim is not theirs.claim and not index.vocabulary.alike(a, b) and not _near(ours, theirs):
                yield Remark(RULE, (ours.place,), (theirs.place,))


def _near(ours: Held, theirs: Held) -> bool:
    """Say whether two titles share a telling word, or have words that are near to each other."""
    return not _keys(ours).isdisjoint(_keys(theirs))


def _keys(title: Held) -> set[str]:
    inside = (t for t in range(*title.tokens) if t in title.analysis.content_set)
    return {key for t in inside for key in title.analysis.keys[t]}


def _denials(read: Sequence[Read], index: Index) -> Iterator[Remark]:
    """Report what one claim denies and another asserts of the same thing."""
    asserting = [(c, a) for c, a in read if not a.negations and not a.hedges]
    for claim, analysis in read:
        for negation in analysis.negations:
            ours = Held(claim, analysis, (negation.cue, negation.heads[-1] + 1), index)
            keys = {key for head in negation.heads for key in analysis.keys[head] if key[0] != "~"}
            for other, theirs in asserting:
                places = sorted({at for key in keys for at in theirs.positions.get(key, ())})
                found = (Held(other, theirs, (at, at + 1), index) for at in places)
                yield from (Remark(RULE, (ours.place,), (h.place,)) for h in found if alike(ours, h, DENIED_ALIKE))
