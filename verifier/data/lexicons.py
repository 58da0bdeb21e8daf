"""Give the word lists of rules/lexicon/ as frozen values, a user's own laid over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from verifier.data.lexicon_files import items, lines, table
from verifier.data.lexicon_kinds import kinds
from verifier.data.lexicon_values import (
    Antonyms,
    EqualTerms,
    Group,
    Hedge,
    Hedges,
    Kind,
    Media,
    Nation,
    Spellings,
    Terms,
    WeakDenials,
)


def _terms(line: str) -> Terms:
    return tuple(line.split(", "))


def _sides(line: str) -> tuple[Terms, Terms]:
    left, _, right = line.partition(" / ")
    return _terms(left), _terms(right)


def _lines(section: Mapping[str, str]) -> Iterator[str]:
    for block in section.values():
        yield from lines(block)


def _frozen(section: Mapping[str, str]) -> Mapping[str, Terms]:
    return MappingProxyType({key: items(block) for key, block in section.items()})


@cache
def equal_terms(extra: Path | None = None) -> EqualTerms:
    """Return the groups of equal terms; the words for one role, medium or nation are among them as `same`.

    Two terms are equal where one group holds both; groups are not joined to each other.
    """
    found = table("equal_terms", extra)
    groups = [Group(grade, _terms(line)) for grade in ("same", "near") for line in _lines(found.get(grade, {}))]
    kin = [k.terms for k in (*roles(extra), *media(extra).media)]
    kin += [(*nation.names, *nation.people) for nation in nations(extra)]
    groups += [Group("same", terms) for terms in kin if len(terms) > 1]
    distinct = tuple(_terms(line) for line in _lines(found.get("distinct", {})))
    return EqualTerms(tuple(_apart(groups, distinct) if extra else groups), distinct)


def _apart(groups: Iterable[Group], distinct: Iterable[Terms]) -> Iterator[Group]:
    """Split every group that holds terms which are never equal: each part keeps one of them."""
    lines = [frozenset(line) for line in distinct]
    for group in groups:
        line = next((line for line in lines if len(line.intersection(group.terms)) > 1), None)
        if line is None:
            yield group
            continue
        parts = (tuple(t for t in group.terms if t == kept or t not in line) for kept in group.terms if kept in line)
        yield from _apart((Group(group.grade, part) for part in parts), distinct)


@cache
def irregular() -> Mapping[str, str]:
    """Return the irregular forms of English verbs and nouns, each with its base form."""
    return MappingProxyType({form: base for base, *forms in _irregular("verbs", "nouns") for form in forms})


@cache
def irregular_verbs() -> frozenset[str]:
    """Return the irregular forms of English verbs."""
    return frozenset(form for _, *forms in _irregular("verbs") for form in forms)


@cache
def unchanged_verbs() -> frozenset[str]:
    """Return the verbs whose past form is the base form: hit, put."""
    return frozenset(items(table("irregular")["unchanged"]))


def _irregular(*kinds_of_word: str) -> Iterator[list[str]]:
    found = table("irregular")
    return (item.split() for kind in kinds_of_word for item in items(found[kind]))


@cache
def roles(extra: Path | None = None) -> tuple[Kind, ...]:
    """Return the words for people and bodies by the role they play."""
    found = table("roles", extra)
    sections = [found.get(name, {}) for name in ("holder", "party", "trait")]
    return kinds(sections, found.get("roots", ""), found.get("context", {}))


@cache
def jobs(extra: Path | None = None) -> frozenset[str]:
    """Return the words for a job or title: what else somebody is does not rule one out."""
    return _role_terms("holder", extra)


@cache
def traits(extra: Path | None = None) -> frozenset[str]:
    """Return the words for what somebody is whatever he does: they rule no role out."""
    return _role_terms("trait", extra)


def _role_terms(section: str, extra: Path | None) -> frozenset[str]:
    return frozenset(term for line in _lines(table("roles", extra).get(section, {})) for term in _terms(line))


@cache
def media(extra: Path | None = None) -> Media:
    """Return the media by which things are said or published."""
    found = table("media", extra)
    verbs, carriers = found.get("verbs", {}), found.get("carriers", {})
    return Media(
        kinds([found.get("media", {})], found.get("roots", ""), {}),
        _by_first(_lines(verbs)),
        _by_first(_lines(found.get("phrases", {}))),
        tuple(map(_terms, _lines(found.get("distinct", {})))),
        frozenset(items(carriers.get("lines", ""))),
        tuple(map(_terms, lines(carriers.get("overlapping", "")))),
    )


def _by_first(sides: Iterable[str]) -> Mapping[str, str]:
    """Return what stands behind the stroke of each line by the terms before it."""
    return MappingProxyType({term: name for terms, (name,) in map(_sides, sides) for term in terms})


@cache
def antonyms(extra: Path | None = None) -> Antonyms:
    """Return the opposites; prefixes whose pairs hold only where they are listed are left out."""
    found = dict(table("antonyms", extra))
    prefix = found.pop("prefix", {})
    nouns = tuple(_sides(line) for line in lines(found.pop("nouns", "")))
    pairs = tuple(_sides(line) for line in _lines(found))
    unruled = items(prefix.get("listed_only", ""))
    prefixes = tuple(p for p in items(prefix.get("negative", "")) if p not in unruled)
    return Antonyms(pairs, nouns, prefixes, frozenset(prefix.get("exceptions", "").split()))


@cache
def negators(extra: Path | None = None) -> Mapping[str, Terms]:
    """Return the cues of negation by what they negate (see rules/lexicon/negators.toml)."""
    return _frozen(table("negators", extra).get("cues", {}))


@cache
def weak_denials(extra: Path | None = None) -> WeakDenials:
    """Return the single words that may imply a denial, and those that do only as part of a cue."""
    found = table("negators", extra).get("words", {})
    return WeakDenials(*(frozenset(items(found.get(key, ""))) for key in WeakDenials._fields))


@cache
def hedges(extra: Path | None = None) -> Hedges:
    """Return the cues of certainty by level."""
    found = dict(table("hedges", extra))
    links = _frozen(found.pop("links", {}))
    cues = (Hedge(level, part, cue) for level, parts in found.items() for part, b in parts.items() for cue in items(b))
    return Hedges(tuple(cues), links)


@cache
def sentence_adverbs() -> frozenset[str]:
    """Return the adverbs that tell how sure a statement is, not how something is done: actually, really."""
    return frozenset(hedge.cue for hedge in hedges().cues if hedge.part == "adverb")


@cache
def gloss(extra: Path | None = None) -> frozenset[str]:
    """Return the words of comment, which state nothing that a source could bear out."""
    return frozenset(" ".join(table("gloss", extra).values()).split())


@cache
def stopwords(extra: Path | None = None) -> frozenset[str]:
    """Return the words of English grammar."""
    return frozenset(table("stopwords", extra).get("words", "").split())


@cache
def reporting(extra: Path | None = None) -> Mapping[str, Terms]:
    """Return the verbs of saying by the reporter's stance."""
    return _frozen(table("reporting", extra).get("verbs", {}))


@cache
def nations(extra: Path | None = None) -> tuple[Nation, ...]:
    """Return the countries and regions with the words for their people."""
    found = table("nations", extra)
    return tuple(Nation(*_sides(line)) for key in ("nations", "regions") for line in lines(found.get(key, "")))


@cache
def spellings() -> Spellings:
    """Return the British spellings with the American ones."""
    found = table("spellings")
    words = dict(item.split() for item in items(found["words"]))
    endings = tuple((left[0], right[0]) for left, right in map(_sides, items(found["endings"])))
    return Spellings(MappingProxyType(words), endings, frozenset(found["exceptions"].split()))
