"""Read the lines of a lexicon of kinds (roles, media), where the key of a line is a broader word for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from verifier.lexicon_files import lines
from verifier.lexicon_values import Kind

Section = Mapping[str, str]


def kinds(sections: Mapping[str, Section], roots: str, context: Section) -> tuple[Kind, ...]:
    """Return the kinds of all sections, each with every broader one.

    Args: sections by class, each of lines by broader kind; lines that stand under none; and names by a kind that is
    broader in context only, which does not carry over to what is broader still.
    """
    terms: defaultdict[str, dict[str, None]] = defaultdict(dict)
    classes: defaultdict[str, set[str]] = defaultdict(set)
    above: defaultdict[str, set[str]] = defaultdict(set)
    for name, broader, line in _rows(sections, roots):
        first, *_ = words = line.split(", ")
        terms[first].update(dict.fromkeys(words))
        classes[first].update({name} - {""})
        above[first].update({broader} - {""})
    near = _inverted(context)
    return tuple(
        Kind(
            first, tuple(words), frozenset(_all_above(first, above) | near.get(first, set())), frozenset(classes[first])
        )
        for first, words in terms.items()
    )


def _rows(sections: Mapping[str, Section], roots: str) -> Iterator[tuple[str, str, str]]:
    """Yield class, broader kind and line."""
    for line in lines(roots):
        yield "", "", line
    for name, section in sections.items():
        for broader, block in section.items():
            for line in lines(block):
                yield name, broader, line


def _inverted(context: Section) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for broader, block in context.items():
        for name in lines(block):
            found.setdefault(name, set()).add(broader)
    return found


def _all_above(name: str, above: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = above.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found - {name}
