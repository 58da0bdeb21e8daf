"""Walk over noun phrases by shape alone: where one that ends or begins at a token begins or ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.data.thresholds import INITIAL_LONGEST, NOUN_PHRASE_LONGEST
from verifier.data.word_lists import words
from verifier.facts.clause.verbs import acronym, looks_finite
from verifier.words.grammar import DETERMINERS

if TYPE_CHECKING:
    from verifier.facts.analysis import Analysis

INSIDE = words("grammar", "prepositions", "inside")
_CLOSEST = words("grammar", "prepositions", "closest")
_JOINING, _OPENING = INSIDE | {"and"}, _CLOSEST | DETERMINERS
_GAPS = frozenset({"", " ", "'s ", "’s ", "' ", "’ ", "-", ". ", " & ", "&", ' "', '" ', " “", "” ", " '", " ‘", "  "})


def gap(analysis: Analysis, token: int) -> str:
    """Return what stands between a token and the next."""
    return analysis.gaps[token] if 0 <= token < len(analysis.gaps) else "."


def joined(analysis: Analysis, token: int) -> bool:
    """Say whether nothing but space, a hyphen or a possessive parts a token from the next."""
    between = analysis.gaps[token] if 0 <= token < len(analysis.gaps) else "."
    if between != ". ":
        return between in _GAPS
    return analysis.tokens[token].end - analysis.tokens[token].start <= INITIAL_LONGEST


def back(analysis: Analysis, last: int) -> tuple[int, int]:
    """Return the token range of the noun phrase that ends with a token: `an engineer at the maker of the pump`."""
    tokens, first, at = analysis.tokens, last + 1, last
    while at >= 0 and last - at < NOUN_PHRASE_LONGEST and (at == last or joined(analysis, at)):
        key = tokens[at].key
        if key in DETERMINERS and first <= last:
            first = at
            if not _goes_on(analysis, at - 1):
                break
            at -= 1  # the preposition that joins it to what stands before
        elif _noun(analysis, at, within=first <= last):
            first = at
        elif first > last or not _goes_on(analysis, at):
            break
        at -= 1
    return first, last + 1


def _goes_on(analysis: Analysis, link: int) -> bool:
    """Say whether a token joins the noun before it to the one behind: of, at, from; and between two nouns."""
    if link < 1 or not joined(analysis, link) or not joined(analysis, link - 1):
        return False
    return analysis.tokens[link].key in _JOINING and _noun(analysis, link - 1, within=False)


def _noun(analysis: Analysis, at: int, *, within: bool) -> bool:
    """Say whether a token may belong to a noun phrase; `within` if a word of it follows, so that it may qualify it."""
    if at not in analysis.content_set:
        return acronym(analysis, at)
    if at in analysis.name_tokens:
        return True
    opens = at == 0 or analysis.tokens[at - 1].key in DETERMINERS or not joined(analysis, at - 1)  # stranded passengers
    return not looks_finite(analysis, at) or (within and opens)
