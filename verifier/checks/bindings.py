"""Find names that the sources know, but not in what the claim says of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.checks.names import abbreviated, certain
from verifier.facts.names import Name

FAMILY = "name"
NEIGHBOURS = 2
TOGETHER = 5
FIT = 0.8
MAIN = 0.12
_LINKS = frozenset("of at from with for the a an".split())


def check(case: Case) -> Iterator[Observation]:
    """Report a name that stands nowhere near the evidence, where another name stands in it instead."""
    if not case.chosen:
        return
    yield from _strangers(case)
    yield from _unlisted(case)
    near = _near(case)
    for name in case.claim.names:
        places = [_places(case, part) for part in name.parts]
        known = bool(places) and all(places)
        if (
            not known
            or not certain(case, name)
            or abbreviated(case.index, name)
            or _main(case, places[-1])
            or any(not p.isdisjoint(near) for p in places)
        ):
            continue
        rival = _rival(case)
        if rival is not None:
            tokens = (name.first, name.last + 1)
            number, other = rival
            at = (other.first, other.last + 1)
            found = words(case.passage(number).analysis, *at)
            yield Observation(FAMILY, Outcome.MISSING, tokens, words(case.claim, *tokens), number, at, found)


def _strangers(case: Case) -> Iterator[Observation]:
    """Report two names that a claim puts together and no source does, nor names within a sentence of each other."""
    for first, second in pairwise(case.claim.names):
        between = range(first.last + 1, second.first)
        if not between or len(between) > TOGETHER or not all(_links(case, t) for t in between):
            continue
        if not case.index.vocabulary.nations.isdisjoint((*first.parts, *second.parts)):
            continue
        if any(abbreviated(case.index, name) for name in (first, second)):
            continue
        ours, theirs = (set.union(*(_places(case, p) for p in n.parts)) for n in (first, second))
        if ours and theirs and theirs.isdisjoint(n + step for n in ours for step in (-1, 0, 1)):
            tokens = (first.first, second.last + 1)
            yield Observation(FAMILY, Outcome.MISSING, tokens, words(case.claim, *tokens))


def _unlisted(case: Case) -> Iterator[Observation]:
    """Report a member of a list of names that the sources have, but not where they say this of the others together."""
    scores = {r.number: r.score for r in case.ranked}
    least = FIT * max(scores.values(), default=0.0)
    fitting = {n for n, score in scores.items() if score >= least}
    for group in _lists(case):
        placed = [set.union(*(_places(case, p) for p in name.parts)) & fitting for name in group]
        together = any(not a.isdisjoint(b) for a, b in combinations(placed, 2))
        for name, places in zip(group, placed, strict=True):
            if together and not places and all(_places(case, p) for p in name.parts):
                tokens = (name.first, name.last + 1)
                yield Observation(FAMILY, Outcome.MISSING, tokens, words(case.claim, *tokens))


def _lists(case: Case) -> Iterator[list[Name]]:
    """Yield the runs of names with nothing between them but commas and `and`."""
    run: list[Name] = []
    for name in case.claim.names:
        if run and _joined(case, run[-1], name):
            run.append(name)
            continue
        if len(run) > 1:
            yield run
        run = [name]
    if len(run) > 1:
        yield run


def _joined(case: Case, first: Name, second: Name) -> bool:
    between = case.claim.text[first.end : second.start].replace(",", " ").split()
    return second.first - first.last <= 2 and (not between or between in (["and"], ["or"]))


def _links(case: Case, token: int) -> bool:
    """Say whether a token may stand between a person and what they belong to: of, at, a title."""
    return case.claim.tokens[token].key in _LINKS or case.claim.lemmas[token] in case.index.vocabulary.roles


def _places(case: Case, part: str) -> set[int]:
    keys = case.index.vocabulary.keys_of_word(part)
    return {n for key in keys if key[0] != "~" for n in case.index.postings.get(key, ()) if case.may_use(n)}


def _near(case: Case) -> set[int]:
    """Return the numbers of the chosen passages and of those just before and after them in the same source."""
    found = set()
    for number in case.chosen:
        source = case.passage(number).sentence.source
        for other in range(number - NEIGHBOURS, number + NEIGHBOURS + 1):
            if 0 <= other < len(case.index.passages) and case.passage(other).sentence.source == source:
                found.add(other)
    return found


def _main(case: Case, places: set[int]) -> bool:
    """Say whether a name is one of those that the sources are about: in a headline, or in very many sentences."""
    usable = len(case.allowed) if case.allowed is not None else len(case.index.passages)
    headline = any(case.passage(n).sentence.part == "title" or case.passage(n).sentence.start == 0 for n in places)
    return headline or len(places) >= max(3, MAIN * usable)


def _rival(case: Case) -> tuple[int, Name] | None:
    """Return a name of the best passage that the claim does not have."""
    ours = {p for n in case.claim.names for p in n.parts}
    for number in case.chosen[:1]:
        for name in case.passage(number).analysis.names:
            if name.sure and ours.isdisjoint(name.parts):
                return number, name
    return None
