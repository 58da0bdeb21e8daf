"""Compare for whom a claim says that people work or speak with what its sources say."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.evidence.index import Index
from verifier.facts.people import Affiliation, Name, affiliations

FAMILY = "name"


def check(case: Case) -> Iterator[Observation]:
    """Report each person of a claim whom the sources have with another body, and nowhere beside the claim's."""
    for ours in affiliations(case.claim):
        numbers = _passages(case, ours.person)
        if any(_has(case, number, ours.body) for number in numbers):
            continue
        rival = next(_others(case, ours, numbers), None)
        if rival is not None:
            number, body = rival
            tokens, at = (ours.body.first, ours.body.last + 1), (body.first, body.last + 1)
            found = words(case.passage(number).analysis, *at)
            yield Observation(FAMILY, Outcome.CLASH, tokens, words(case.claim, *tokens), number, at, found, 1.0)


def _passages(case: Case, person: Name) -> list[int]:
    """Return the passages that have a person's last name."""
    keys = case.index.vocabulary.keys_of_word(person.parts[-1])
    return list(dict.fromkeys(n for k in keys for n in case.postings.get(k, ())))


def _others(case: Case, ours: Affiliation, numbers: list[int]) -> Iterator[tuple[int, Name]]:
    """Yield the bodies that passages give for the person, by passage, none that may be the claim's by another name."""
    for number in numbers:
        for theirs in affiliations(case.passage(number).analysis):
            same = theirs.person.parts[-1] == ours.person.parts[-1]
            if same and theirs.body.sure and not _short(case.index, ours.body, theirs.body):
                yield number, theirs.body


def _short(index: Index, ours: Name, theirs: Name) -> bool:
    """Say whether one name is the initials of the other, or either is a country or region."""
    letters = ["".join(part[0] for part in n.parts) for n in (ours, theirs)]
    if ours.parts[0] == letters[1] or theirs.parts[0] == letters[0]:
        return True
    return not index.vocabulary.nations.isdisjoint((*ours.parts, *theirs.parts))


def _has(case: Case, number: int, body: Name) -> bool:
    """Say whether a passage has a word of the body's name that is no common one, or all of them."""
    lexicon, positions = case.index.vocabulary, case.passage(number).analysis.positions
    own = [p for p in body.parts if lexicon.lemma(p) not in lexicon.known]
    found = [any(k in positions for k in lexicon.keys_of_word(p)) for p in own or body.parts]
    return any(found) if own else all(found)
