"""Find names that the sources know, but not in what the claim says of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.checks.misplaced import misplaced
from verifier.checks.names import FAMILY, abbreviated, places
from verifier.facts.people import Name

TOGETHER = 5
FIT = 0.8
_LINKS = frozenset("of at from with for the a an".split())


def check(case: Case) -> Iterator[Observation]:
    """Report names that no source puts where the claim has them."""
    if not case.chosen:
        return
    found = {o.tokens: o for o in (*misplaced(case), *_unlisted(case), *_strangers(case))}
    yield from found.values()


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
        ours, theirs = (set.union(*(places(case, p) for p in n.parts)) for n in (first, second))
        if ours and theirs and theirs.isdisjoint(n + step for n in ours for step in (-1, 0, 1)):
            tokens = (first.first, second.last + 1)
            yield Observation(FAMILY, Outcome.MISSING, tokens, words(case.claim, *tokens))


def _unlisted(case: Case) -> Iterator[Observation]:
    """Report a member of a list of names that the sources have, but not where they say this of the others together."""
    scores = {r.number: r.score for r in case.ranked}
    least = FIT * max(scores.values(), default=0.0)
    fitting = {n for n, score in scores.items() if score >= least}
    for group in _lists(case):
        placed = [set.union(*(places(case, p) for p in name.parts)) & fitting for name in group]
        together = any(not a.isdisjoint(b) for a, b in combinations(placed, 2))
        for name, found in zip(group, placed, strict=True):
            if together and not found and all(places(case, p) for p in name.parts):
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
