"""Say in plain words, and in terms of the text, why a claim got its verdict."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from verifier.compare.case import Case, Observation, Outcome, words
from verifier.compare.link import Link, links
from verifier.compare.stance import DOUBTED, doubt_of
from verifier.data.thresholds import ABSENT_UNDER, GROUNDS_TOLD, HEDGED_UP_TO, LACKING_TOLD, ODD_WORD_OVER
from verifier.evidence.grid import odd_word
from verifier.model import Feature

STATED = "stated by the sources"
VERBATIM = "stands word for word in a source"
_QUOTED = re.compile('"[^"]*"')
UNLINKED = "no source says that"
NOTHING = "no sentence of the sources says this"
_OPEN = {"quantity": "figure", "date": "date", "name": "name"}


def quoted(said: str) -> str:
    """Return words in quotation marks."""
    return f'"{said}"'


def of_clash(case: Case, observation: Observation) -> str:
    """Say what the claim says and what the source says in its place."""
    return _CLASHES.get(observation.fact, _otherwise)(case, observation)


def _otherwise(case: Case, o: Observation) -> str:
    source = case.passage(o.passage).sentence.source
    if o.said.casefold() == o.found.casefold():
        ours, theirs = _wider(case, o, ours=True), _wider(case, o, ours=False)
        return f"claim says {quoted(ours)}, source {source} says {quoted(theirs)}"
    return f"claim says {quoted(o.said)}, source {source} says {quoted(o.found)}"


def _wider(case: Case, o: Observation, *, ours: bool) -> str:
    """Return the words of one side with two more on both sides, so that what differs is seen."""
    analysis, (start, end) = (case.claim, o.tokens) if ours else (case.passage(o.passage).analysis, o.at)
    return words(analysis, (max(0, start - 2), min(len(analysis.tokens), end + 2)))


def _polarity(case: Case, o: Observation) -> str:
    source = case.passage(o.passage).sentence.source
    ours, theirs = _wider(case, o, ours=True), _wider(case, o, ours=False)
    return f"denied on one side only: claim says {quoted(ours)}, source {source} says {quoted(theirs)}"


def _agent(case: Case, o: Observation) -> str:
    source = case.passage(o.passage).sentence.source
    return f"claim says {quoted(o.said)} did it, source {source} says {quoted(o.found)} did"


_CLASHES: dict[str, Callable[[Case, Observation], str]] = {
    "polarity": _polarity,
    "agent": _agent,
}


def of_open(case: Case, open_: Sequence[Observation]) -> str:
    """Say which figures, dates and names no source has, or that the sources leave open what the claim tells."""
    doubted = next((o for o in open_ if o.fact == DOUBTED), None)
    if doubted and len(open_) == 1:
        return f"source {case.passage(doubted.passage).sentence.source} only says {quoted(doubted.found)}"
    parts = dict.fromkeys(f"the {_OPEN.get(o.fact, o.fact)} {quoted(o.said)}" for o in open_ if o is not doubted)
    return "no source has " + ", ".join(list(parts)[:LACKING_TOLD])


def of_doubt(case: Case, observations: Sequence[Observation], weighed: Sequence[Feature]) -> str:
    """Say what makes it doubtful that the sources state a claim: the ground that weighs most and can be told."""
    added = {f.name: f.part for f in weighed}
    parts = [(sum(added.get(name, 0.0) for name in names), told) for names, told in _GROUNDS]
    order = sorted((part for part in parts if part[0] > 0), key=lambda part: -part[0])
    told = _unlike(next(tell(case, observations), "") for _, tell in order)
    return "; ".join(islice(told, GROUNDS_TOLD)) or "no sentence of the sources says all of it"


def _unlike(grounds: Iterable[str]) -> Iterator[str]:
    """Yield the grounds that quote something that none before them has quoted."""
    known: set[str] = set()
    for ground in grounds:
        if not known.issuperset(_QUOTED.findall(ground)):
            yield ground
        known.update(_QUOTED.findall(ground))


def _of_cause(case: Case, observations: Sequence[Observation]) -> Iterator[str]:
    unlinked = {o.tokens for o in observations if o.mechanism == "link" and o.outcome is Outcome.OPEN}
    for link in links(case.claim, case.index.slight):
        if link.cue.tokens in unlinked and link.cause and link.effect:
            cause, effect = _side(case, link, cause=True), _side(case, link, cause=False)
            yield f"{UNLINKED} {quoted(cause)} led to {quoted(effect)}"


def _side(case: Case, link: Link, *, cause: bool) -> str:
    tokens = link.cause if cause else link.effect
    return words(case.claim, (tokens[0], tokens[-1] + 1))


def _of_certainty(case: Case, _observations: Sequence[Observation]) -> Iterator[str]:
    """Name the word that the likest passage leaves open and the claim tells as sure."""
    for ranked in case.wide.ranked[:1]:
        passage = case.passage(ranked.number)
        for token, found in case.view(ranked.number).items():
            level, cue = doubt_of(passage.analysis, found.at)
            if level <= HEDGED_UP_TO and cue >= 0 and token not in case.claim.name_tokens:
                place = (min(cue, found.at), max(cue, found.at) + 1)
                yield f"source {passage.sentence.source} only says {quoted(words(passage.analysis, place))}"


def absent(case: Case) -> list[int]:
    """Return the telling tokens of the claim that no passage has, not even in other words; the rarest first."""
    claim, idle = case.claim, case.index.vocabulary.gloss
    lost = [row for row in case.wide.grid.rows if row.best < ABSENT_UNDER and row.token in claim.content_set]
    telling = [r for r in lost if claim.stems[r.token] not in case.index.slight and claim.lemmas[r.token] not in idle]
    return [row.token for row in sorted(telling, key=lambda row: (-row.weight, row.token))]


def _of_absent(case: Case, _observations: Sequence[Observation]) -> Iterator[str]:
    lost = sorted(absent(case)[:LACKING_TOLD])
    if lost:
        yield "no source says " + ", ".join(quoted(words(case.claim, (t, t + 1))) for t in lost)


def _of_scattered(case: Case, _observations: Sequence[Observation]) -> Iterator[str]:
    odd, token = odd_word(case.wide.grid)
    if token >= 0 and odd > ODD_WORD_OVER and case.wide.ranked:
        passage = case.passage(case.wide.ranked[0].number).sentence
        word = quoted(words(case.claim, (token, token + 1)))
        yield f"what source {passage.source} says comes nearest, without {word}"


_GROUNDS: tuple[tuple[Sequence[str], Callable[[Case, Sequence[Observation]], Iterator[str]]], ...] = (
    (("cause_half_linked", "cause_reversed"), _of_cause),
    (("only_source_hedges",), _of_certainty),
    (("absent", "anywhere", "copied"), _of_absent),
    (("apart", "one_window", "one_sentence"), _of_scattered),
)
"""What is told of a doubt, by the features that weigh for it."""
