"""Compare the quantities of a claim with those its sources give for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verifier.checks.case import Case, Observation, Outcome, same_slot, surroundings, token_range, words
from verifier.checks.parts import after_within, given_already, reckoned, turned_round
from verifier.checks.transplants import Compared, counted_instead, counted_there, of_one
from verifier.facts.analysis import Analysis
from verifier.facts.quantity import DOWN, UP, Quantity, swapped_unit, weigh
from verifier.facts.relation import Relation

FAMILY = "quantity"
HOLDS = frozenset({Relation.EQUAL, Relation.IMPLIED, Relation.IMPLIES})
_FREE_STANDING = frozenset({"percent", "money", "measure", "duration", "age", "ratio", "multiple"})
SLOT_SAME_NOUN, SLOT_NO_NOUN, SLOT_LARGE, SLOT_HELD = 0.3, 0.5, 0.38, 0.2
_LARGE = 1_000
CLEARLY = 0.35
REPEATED = 0.8
_NEAR = 3
_NOBODY_IN_PARTICULAR = frozenset({"people", "persons", "individuals", "others", "things", "items"})
_FAIR = 0.8
_OFTEN = frozenset({"twice", "thrice"})
_OF_THEM = [["of", "them"], ["of", "these"], ["of", "those"], ["of", "which"], ["of", "whom"]]
_PAIR, _MANY, _HUNDRED = 2, 12, 100


def check(case: Case) -> Iterator[Observation]:
    """Report each quantity of the claim as held, clashing or missing."""
    for quantity in case.claim.quantities:
        if quantity.kind != "ordinal" and quantity.upper > 0:
            yield from judge(case, quantity)


def judge(case: Case, quantity: Quantity) -> Iterator[Observation]:
    """Judge one quantity: held where the same thing is counted alike, a clash where it is counted otherwise."""
    tokens = token_range(case.claim, quantity.start, quantity.end)
    said = words(case.claim, *tokens)
    compared = dict(_comparisons(case, quantity, tokens))
    seen = sorted(compared, key=lambda o: (-o.slot, o.passage, o.at))
    held = next((o for o in seen if o.outcome is Outcome.HELD), None)
    literal = _repeated(case, tokens, ())
    instead = next((o for o in seen if held and literal is None and counted_instead(case, compared, held, o)), None)
    if instead and not any(o.outcome is Outcome.HELD and o.passage != instead.passage for o in seen):
        yield instead
        return
    otherwise = _bounded_otherwise(case, quantity, seen)
    repeated = _repeated(case, tokens, seen)
    if repeated is not None and any(o.outcome is Outcome.HELD and o.passage == repeated for o in seen):
        source = case.passage(repeated).sentence.source
        seen = [o for o in seen if o.outcome is Outcome.HELD or case.passage(o.passage).sentence.source != source]
    clash = next((o for o in seen if o.outcome is Outcome.CLASH), None)
    rival = next((o for o in seen if held and o.outcome is Outcome.CLASH and _rivals(case, held, o)), None)
    if held is not None and rival is not None:
        yield from (held, rival)
    elif otherwise is not None:
        yield otherwise
    elif clash and (held is None or (clash.slot > held.slot + CLEARLY and not _surely(case, compared, held, clash))):
        if not _turned(case, quantity, clash):
            yield clash
    elif held is not None:
        yield held
    elif not _loose(quantity):
        yield Observation(FAMILY, Outcome.MISSING, tokens, said)


def _repeated(case: Case, tokens: tuple[int, int], seen: Sequence[Observation]) -> int | None:
    """Return the passage that the claim repeats, figure and all: what else its source counts is another thing.

    The figure is repeated word for word, or in another form that no other figure of the passage stands closer to.
    """
    figure = frozenset(range(*tokens))
    for overlay in case.overlays:
        nearest = next((o for o in seen if o.passage == overlay.passage), None)
        same = figure <= overlay.shared or (nearest is not None and nearest.outcome is Outcome.HELD)
        if same and overlay.content_share >= REPEATED:
            return overlay.passage
    return None


def _surely(case: Case, compared: Mapping[Observation, Compared], held: Observation, clash: Observation) -> bool:
    """Say whether the claim speaks of what its figure counts in a passage that gives another figure as well."""
    return held.passage == clash.passage and counted_there(case, compared[held].other)


def _bounded_otherwise(case: Case, quantity: Quantity, seen: Sequence[Observation]) -> Observation | None:
    """Return the clash with the same figure bounded from the other side, unless the figure is held as well."""
    same = [o for o in seen if quantity.comparator and _value(case, o) == quantity.value]
    held = any(o.outcome is Outcome.HELD for o in same)
    return next((o for o in same if o.slot >= SLOT_NO_NOUN and not held), None)


def _value(case: Case, seen: Observation) -> float | None:
    """Return the figure that an observation found."""
    theirs = case.passage(seen.passage).analysis
    start = theirs.tokens[seen.at[0]].start
    return next((q.value for q in theirs.quantities if q.start == start), None)


def _rivals(case: Case, held: Observation, clash: Observation) -> bool:
    """Say whether the sources give the two figures for the same thing, so that the claim sides with one of them."""
    a, b = ((o.passage, case.passage(o.passage).analysis.tokens[o.at[0]].start) for o in (held, clash))
    return (a, b) in case.index.rivals


def _loose(quantity: Quantity) -> bool:
    """Say whether a figure counts so little or so vaguely that a writer may supply it: several, one, two."""
    return (quantity.vague and quantity.upper < _HUNDRED) or (quantity.upper <= _PAIR and quantity.text.isalpha())


def _turned(case: Case, quantity: Quantity, clash: Observation) -> bool:
    """Say whether opposite words stand beside two figures that make up a whole, and so say the same: 1 of 9 passed."""
    theirs, lexicon = case.passage(clash.passage).analysis, case.index.vocabulary
    near = surroundings(case.claim, clash.tokens, _NEAR)
    others = surroundings(theirs, clash.at, _NEAR)
    opposed = any(lexicon.opposed(case.claim.tokens[a].key, theirs.tokens[b].key) for a in near for b in others)
    return opposed and any(_make_up(quantity, other) for other in theirs.quantities)


def _make_up(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether two parts of one whole make it up; parts of wholes unknown may."""
    if ours.part is None or theirs.part is None or ours.whole is None:
        return ours.whole is None
    return ours.whole == theirs.whole and ours.part + theirs.part == ours.whole


def _comparisons(case: Case, quantity: Quantity, tokens: tuple[int, int]) -> Iterator[tuple[Observation, Compared]]:
    """Yield how a quantity compares with those of the passages, and whether they count the same."""
    said = words(case.claim, *tokens)
    for number in case.views:
        passage = case.passage(number)
        for other in passage.analysis.quantities:
            at = token_range(passage.analysis, other.start, other.end)
            slot = same_slot(case, tokens, number, at)
            alike = counted_alike(case, quantity, other, passage.analysis)
            if weigh(quantity, other) in HOLDS and _of_them(passage.analysis, at[1]):
                slot, alike = max(slot, SLOT_NO_NOUN), True
            outcome = _settled(case, quantity, passage.analysis, other, _outcome(quantity, other, slot, alike=alike))
            if outcome:
                found = words(passage.analysis, *at)
                yield Observation(FAMILY, outcome, tokens, said, number, at, found, slot), Compared(other, alike)


def _counterpart(claim: Analysis, quantity: Quantity, passage: Analysis, other: Quantity) -> bool:
    """Say whether a passage's figure is that of another in the claim, and the passage has the claim's own as well.

    Both must come in the same order: two figures that have changed places clash.
    """
    if len(claim.quantities) > _MANY or len(passage.quantities) > _MANY:
        return False
    own = [q for q in passage.quantities if weigh(quantity, q) in HOLDS]
    return any(
        weigh(q, other) is Relation.EQUAL and (q.start < quantity.start) == (other.start < o.start)
        for q in claim.quantities
        if q is not quantity
        for o in own
    )


def _settled(case: Case, ours: Quantity, source: Analysis, theirs: Quantity, outcome: Outcome | None) -> Outcome | None:
    """Return the outcome in the light of the other figures on both sides, and of the words before both."""
    if outcome is Outcome.CLASH and reckoned(ours, source.quantities):
        return Outcome.HELD
    if outcome is Outcome.CLASH and _counterpart(case.claim, ours, source, theirs):
        return None
    if outcome is not Outcome.HELD:
        return outcome
    if turned_round(case.claim, ours, source, theirs) or after_within(case.claim, ours, source, theirs):
        return Outcome.CLASH
    if _loosened(ours, theirs):
        return None
    elsewhere = of_one(case.claim, ours, theirs, source.quantities) or given_already(case.claim, ours, theirs)
    return None if elsewhere else outcome


def _loosened(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether a bound only follows from a much tighter one: at least 12,000 where it is at least 30,000."""
    low, high = sorted((ours.value, theirs.value))
    return ours.comparator in UP | DOWN and ours.comparator == theirs.comparator and low < _FAIR * high


def _of_them(analysis: Analysis, end: int) -> bool:
    """Say whether a figure counts some of what was named before: 900 of them."""
    return [t.key for t in analysis.tokens[end : end + 2]] in _OF_THEM


def _outcome(ours: Quantity, theirs: Quantity, slot: float, *, alike: bool | None) -> Outcome | None:
    """Decide by the relation of the values, whether the same noun is counted (None: unknown), and the slot."""
    relation = weigh(ours, theirs)
    if relation in HOLDS:
        known = alike or ours.kind in _FREE_STANDING
        return Outcome.HELD if known or slot >= SLOT_HELD else None
    if alike is False:
        return None
    rare = min(ours.value, theirs.value) >= _LARGE
    if alike is None and ours.value == 1 and ours.text.isalpha() and theirs.value != 0:
        return None
    surely = (alike and not _NOBODY_IN_PARTICULAR.issuperset(ours.noun)) or swapped_unit(ours, theirs)
    least = SLOT_SAME_NOUN if surely else SLOT_LARGE if rare else SLOT_NO_NOUN
    return Outcome.CLASH if relation is Relation.APART and slot >= least else None


def counted_alike(case: Case, ours: Quantity, theirs: Quantity, other: Analysis) -> bool | None:
    """Say whether two quantities count the same thing; None where one does not say what, or counts it by its name."""
    if _occasions(ours) != _occasions(theirs):
        return False
    if not ours.noun or not theirs.noun:
        return None
    keys = case.index.vocabulary.keys_of_word
    wanted = {k for word in ours.noun for k in keys(word)}
    alike = any(not wanted.isdisjoint(keys(word)) for word in theirs.noun)
    return None if not alike and _named(theirs, other) else alike


def _occasions(quantity: Quantity) -> bool:
    """Say whether a quantity says how often: twice, three times."""
    return quantity.text.casefold() in _OFTEN or (quantity.kind == "count" and quantity.noun[-1:] == ("times",))


def _named(quantity: Quantity, analysis: Analysis) -> bool:
    """Say whether what is counted is, or is qualified by, a proper name: 2 million Corvos."""
    span = quantity.noun_span
    return span is not None and any(n.sure and n.start < span.end and n.end > span.start for n in analysis.names)
