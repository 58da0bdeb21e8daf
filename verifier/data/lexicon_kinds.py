"""Read the lines of a lexicon of kinds (roles, media), where the key of a line is a broader word for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from verifier.data.lexicon_files import lines
from verifier.data.lexicon_values import Kind

Section = Mapping[str, str]


def kinds(sections: Iterable[Section], roots: str, context: Section) -> tuple[Kind, ...]:
    """Return the kinds of all sections, each with every broader one.

    Args: sections, each of lines by broader kind; lines that stand under none; and names by a kind that is broader in
    context only, which does not carry over to what is broader still.
    """
    terms: defaultdict[str, dict[str, None]] = defaultdict(dict)
    above: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for broader, line in _rows(sections, roots):
        words = line.split(", ")
        first = words[0]
        terms[first].update(dict.fromkeys(words))
        above[first][broader] = None
    whole = {first: _all_above(first, above) for first in above}
    for broader, block in context.items():
        for first in lines(block):
            whole.setdefault(first, set()).add(broader)
    return tuple(Kind(first, tuple(words), frozenset(whole[first]) - {""}) for first, words in terms.items())


def _rows(sections: Iterable[Section], roots: str) -> Iterator[tuple[str, str]]:
    """Yield broader kind and line."""
    for line in lines(roots):
        yield "", line
    for section in sections:
        for broader, block in section.items():
            for line in lines(block):
                yield broader, line


def _all_above(name: str, above: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for broader in above.get(waiting.pop(), ()):
            if broader not in found and broader != name:
                found.add(broader)
                waiting.append(broader)
    return found
