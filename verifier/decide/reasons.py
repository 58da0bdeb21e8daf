"""Say in plain words, and in terms of the text, why a claim got its verdict."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from typing import NamedTuple

from verifier.compare.case import Case, Observation, Outcome, Range, words
from verifier.compare.certainty import DOUBTED, denials, doubt_of, sureness, tells_deed
from verifier.compare.excuses import CONDITIONS
from verifier.compare.link import links
from verifier.data.thresholds import ABSENT_UNDER, GROUNDS_TOLD, HEDGED_UP_TO, LACKING_TOLD, QUOTED_NEAR
from verifier.evidence.grid import SAME
from verifier.evidence.passages import numbers
from verifier.facts.analysis import Analysis
from verifier.facts.clause.noun_phrases import back
from verifier.facts.date import relate
from verifier.facts.relation import HOLDS
from verifier.model import Feature
from verifier.text.listed import listed
from verifier.text.patterns import pattern
from verifier.text.quoting import quoted
from verifier.words.grammar import DETERMINERS

STATED = "no difference from the sources found"
VERBATIM = "stands word for word in a source"
UNLINKED = "no source says that"
LEFT_OPEN = "left open in the nearest sentence"
NOTHING = "no sentence of the sources says this"
_FIGURE = pattern(r"\d+(?:[.,]\d+)*")
_OPEN = {"quantity": "the figure ", "date": "the date ", "name": "the name "}


class Ground(NamedTuple):
    """Hold a ground for doubt in plain words, and the parts of the claim that these name as missing."""

    told: str
    parts: tuple[Range, ...] = ()


_SCATTERED = Ground("no sentence of the sources says all of it")


def of_clash(case: Case, o: Observation) -> str:
    """Say what the claim says and what the source says in its place; more of both where these are the same words."""
    passage, denied = case.passage(o.passage), o.fact == "polarity"
    source, same = passage.sentence.source, denied or o.said.casefold() == o.found.casefold()
    both = ((case.claim, o.tokens), (passage.analysis, o.at)) if same else ()
    ours, theirs = [_wider(*side, 0 if denied else QUOTED_NEAR // 2) for side in both] or (o.said, o.found)
    sides = ((case.claim, o.tokens[0]), (passage.analysis, o.at[0])) if o.fact == "name" else ()
    lists = [listed(a.text, [(n.start, n.end) for n in a.names], a.tokens[at].start) for a, at in sides]
    if lists and all(lists):
        return f"claim lists {quoted(lists[0])}, source {source} lists {quoted(lists[1])}"
    told = f"claim says {quoted(ours)}, source {source} says {quoted(theirs)}"
    return f"denied on one side only: {told}" if denied else told


def of_likely_clash(case: Case, o: Observation) -> str:
    """Say what may be a clash: of two values that one sentence has which to compare."""
    if o.fact == "polarity" or not dict(o.measures).get("held_here"):
        return of_clash(case, o)
    source = case.passage(o.passage).sentence.source
    return f"source {source} has {quoted(o.said)} and {quoted(o.found)} in one sentence: see which of them is meant"


def _wider(analysis: Analysis, tokens: Range, more: int) -> str:
    """Return words with what is told of before them, or the next telling word, and so many behind; no name is cut."""
    first, end = tokens
    phrase = [t for t, number in enumerate(analysis.phrases) if number == analysis.phrases[first]]
    near = analysis.content_set.intersection(phrase)
    before = max((t for t in near if first - QUOTED_NEAR <= t < first), default=first)
    after = min((t + 1 for t in near if before == first and end <= t < end + QUOTED_NEAR), default=end)
    after = max(after, min(end + more, phrase[-1] + 1))
    opening = back(analysis, before)[0] if before < first else first
    opening += analysis.tokens[opening].key in DETERMINERS
    names = (n.first for n in analysis.names if n.first <= before <= n.last < n.first + QUOTED_NEAR)
    return words(analysis, (min(before, opening, *names), after))


def of_open(case: Case, open_: Sequence[Observation]) -> str:
    """Say which figures, dates and names no source has, or not of this, or that the sources leave open what is told."""
    values = [o for o in open_ if o.fact != DOUBTED]
    if not values:
        return _left_open(case, open_[0].passage, open_[0].found, ()).told
    lost = [o for o in values if not _stands(case, o.said)]
    parts = dict.fromkeys(_OPEN.get(o.fact, "") * bool(lost) + quoted(o.said) for o in lost or values)
    told = ", ".join(list(parts)[:LACKING_TOLD])
    days = (day for day in case.claim.dates if any((o.fact, o.said) == ("date", day.text) for o in lost))
    then = [s for day in days for s, known in case.index.published.items() if relate(day, known) in HOLDS]
    told += "".join(f", when source {source} appeared" for source in then[:1])
    return f"no sentence of the sources has {told}" if lost else f"no sentence of the sources says {told} of this"


def _stands(case: Case, said: str) -> bool:
    """Say whether a value stands in a passage, of anything: its digits, or its words where it has none."""
    figure = next(iter(_FIGURE.findall(said)), said)
    written = re.compile(rf"(?<![\w.,]){re.escape(figure)}(?!\w|[.,]\d)", re.IGNORECASE)
    return any(written.search(case.passage(n).analysis.text) for n in numbers(case.allowed))


def of_doubt(case: Case, observations: Sequence[Observation], weighed: Sequence[Feature]) -> Ground:
    """Say what makes it doubtful that the sources state a claim: the grounds that weigh most and can be told."""
    added = {f.name: f.part for f in weighed}
    parts = [(sum(added.get(name, 0.0) for name in names), tell) for names, tell in _GROUNDS]
    order = [tell for part, tell in sorted(parts, key=lambda each: -each[0]) if part > 0]
    told = list(islice((g for tell in order for g in islice(tell(case, observations), 1)), GROUNDS_TOLD))
    lost = chain(_of_absent(case, observations), _of_scattered(case, observations), [_SCATTERED])
    told = told or [next(lost)]
    return Ground("; ".join(g.told for g in told), tuple(part for g in told for part in g.parts))


def _of_cause(case: Case, observations: Sequence[Observation]) -> Iterator[Ground]:
    unlinked = {o.tokens for o in observations if o.mechanism == "link" and o.outcome is Outcome.OPEN}
    for link in links(case.claim, case.index.vocabulary.slight()):
        sides = (link.cause, link.effect)
        if link.cue.tokens in unlinked and all(not case.claim.name_tokens.issuperset(side) for side in sides):
            cues = {t: cue for t, cue in denials(case.claim).items() if cue < t and not cue < link.cue.tokens[0] < t}
            cause, effect = (quoted(words(case.claim, (cues.get(t[0], t[0]), t[-1] + 1))) for t in sides)
            yield Ground(f"{UNLINKED} {cause} led to {effect}")


def _of_certainty(case: Case, _observations: Sequence[Observation]) -> Iterator[Ground]:
    """Name what happened by the claim and is left open in the likest passage, unless the claim leaves that open too."""
    ours = sureness(case.claim)
    for ranked in case.wide.ranked[:1]:
        passage, view = case.passage(ranked.number).analysis, case.view(ranked.number)
        spared = {doubt_of(passage, found.at)[1] for token, found in view.items() if token in ours}
        for token, (at, grade) in view.items():
            level, cue = doubt_of(passage, at)
            told = token not in case.claim.name_tokens and grade >= SAME and tells_deed(passage, at)
            hedged = level <= HEDGED_UP_TO and cue >= 0 and passage.tokens[cue].key not in CONDITIONS
            if hedged and cue not in spared and told:
                place = (min(cue, at), max(cue, at) + 1)
                yield _left_open(case, ranked.number, words(passage, place), set(absent(case)))


def _left_open(case: Case, number: int, said: str, told: Collection[int]) -> Ground:
    parts = parts_of([token for token in lacking(case, number) if token not in told])
    lost = f", without {_listed(case, parts)}" if parts else ""
    return Ground(f"{LEFT_OPEN}{lost}: {quoted(said)} (source {case.passage(number).sentence.source})", tuple(parts))


def absent(case: Case) -> list[int]:
    """Return the telling tokens of the claim that no passage has, not even in other words; the rarest first."""
    return _telling(case, (token for token, row in case.wide.grid.rows.items() if row.best < ABSENT_UNDER))


def lacking(case: Case, *numbers: int) -> list[int]:
    """Return the telling tokens of the claim that passages lack, all of them, the rarest first."""
    rows = case.wide.grid.rows
    best = ((token, max(row.grades.get(number, 0.0) for number in numbers)) for token, row in rows.items())
    return _telling(case, (token for token, grade in best if grade < ABSENT_UNDER))


def _telling(case: Case, tokens: Iterable[int]) -> list[int]:
    claim, rows = case.claim, case.wide.grid.rows
    lost = [token for token in tokens if token in claim.content_set]
    telling = [token for token in lost if claim.stems[token] not in case.index.vocabulary.slight()]
    return sorted(telling, key=lambda token: (-rows[token].weight, token))


def parts_of(tokens: Sequence[int]) -> list[Range]:
    """Return the first few of tokens, those that stand side by side as one range, in the order of the text."""
    beside = groupby(enumerate(sorted(set(tokens))), lambda each: each[1] - each[0])
    parts = {t: (run[0], run[-1] + 1) for _, each in beside for run in [[t for _, t in each]] for t in run}
    return sorted(islice(dict.fromkeys(parts[token] for token in tokens), LACKING_TOLD))


def _listed(case: Case, parts: Iterable[Range]) -> str:
    return ", ".join(quoted(words(case.claim, part)) for part in parts)


def _of_absent(case: Case, _observations: Sequence[Observation]) -> Iterator[Ground]:
    if lost := parts_of(absent(case)):
        yield Ground(f"no source says {_listed(case, lost)}", tuple(lost))


def _of_scattered(case: Case, _observations: Sequence[Observation]) -> Iterator[Ground]:
    """Name what none of the sentences shown has, or what the nearest lacks and another has."""
    shown = case.chosen
    if lost := parts_of(lacking(case, *shown)) if shown else ():
        sources = dict.fromkeys(case.passage(number).sentence.source for number in shown)
        where = f"sentence{'s' * (len(shown) > 1)}", f"source{'s' * (len(sources) > 1)} {', '.join(sources)}"
        yield Ground(f"not in the nearest {where[0]}: {_listed(case, lost)} ({where[1]})", tuple(lost))
    elif shown and (apart := parts_of(lacking(case, shown[0]))):
        yield Ground(f"no one sentence says all of it: {_listed(case, apart)} only in another", tuple(apart))


_GROUNDS: tuple[tuple[Sequence[str], Callable[[Case, Sequence[Observation]], Iterator[Ground]]], ...] = (
    (("cause_half_linked", "cause_reversed"), _of_cause),
    (("only_source_hedges",), _of_certainty),
    (("absent", "absent_deeds", "anywhere", "copied"), _of_absent),
)
"""What is told of a doubt, by the features that weigh for it."""
