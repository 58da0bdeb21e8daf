"""Build the vocabulary from the lexicons shipped and, over them, those of a user's folder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, combinations, product
from pathlib import Path

from verifier.data import lexicons as lexicon
from verifier.words import cue_tables
from verifier.words.forms import Lemmas, bases, lemmas_of
from verifier.words.phrases import Phrases
from verifier.words.vocabulary import LONGEST, Vocabulary

_MANY = 25


def vocabulary(extra: Path | None = None) -> Vocabulary:
    """Return the tables of all lexicons, those of a user's folder over them where it has any."""
    return _vocabulary(extra if extra and (extra / "lexicon").is_dir() else None)


@cache
def _vocabulary(extra: Path | None) -> Vocabulary:
    """Build the tables of all lexicons."""
    roles, above = _roles(extra)
    opposites = lexicon.antonyms(extra)
    antonyms = _antonyms(opposites.pairs)
    distinct = _pairs(lexicon.equal_terms(extra).distinct)
    gloss = lexicon.gloss(extra)
    every = chain.from_iterable(group.terms for group in lexicon.equal_terms(extra).groups)
    terms = {term: lemmas_of(term) for term in dict.fromkeys(every)}
    cues = {term: lemmas_of(term) for kind in cue_tables.CUES for term in lexicon.negators(extra).get(kind, ())}
    opposed = {term: lemmas_of(term) for pair in opposites.pairs for side in pair for term in side if " " in term}
    words = {w for found in (terms, cues, opposed) for term in found.values() for w in term}
    known = frozenset(words.union(roles, antonyms, distinct, gloss, _media_words(extra)))
    media = _media(extra, known)
    concepts = _concepts(extra, {term: bases(found, known) for term, found in terms.items()})
    return Vocabulary(
        stop=lexicon.stopwords(extra),
        gloss=gloss,
        known=known,
        concepts=concepts,
        compounds=Phrases({k: found for k, found in concepts.items() if 1 < len(k) <= LONGEST}),
        antonyms=antonyms,
        prefixes=opposites.prefixes,
        unprefixed=opposites.exceptions,
        distinct=distinct,
        negators=Phrases(cue_tables.negators(extra, known)),
        negative=cue_tables.negative(extra),
        conceding=lexicon.weak_denials(extra).conceding,
        roles=roles,
        above=above,
        vague=_vague(extra),
        jobs=lexicon.jobs(extra),
        traits=lexicon.traits(extra),
        role_terms=_role_terms(extra, known),
        media=media,
        rival_media=_rival_media(extra),
        saying=cue_tables.reporting(extra, cue_tables.SAYING),
        hedges=Phrases(cue_tables.hedges(extra, known)),
        links=cue_tables.links(extra),
    )


def _media_words(extra: Path | None) -> frozenset[str]:
    """Return the single words that name or tell a medium."""
    media = lexicon.media(extra)
    return frozenset(w for w in (*(t for m in media.media for t in m.terms), *media.verbs) if len(lemmas_of(w)) == 1)


def _media(extra: Path | None, known: frozenset[str]) -> dict[Lemmas, str]:
    """Return the medium that each term names, a verb or a phrase tells, by the words it is looked up by."""
    media = lexicon.media(extra)
    named = {term: m.name for m in media.media for term in m.terms}
    every = {**media.verbs, **named, **media.phrases}
    return {bases(lemmas_of(term), known): medium for term, medium in every.items()}


def _rival_media(extra: Path | None) -> frozenset[frozenset[str]]:
    """Return the pairs of media that cannot be one."""
    media = lexicon.media(extra)
    above = {m.name: m.broader for m in media.media}
    one = {frozenset(pair) for line in media.overlapping for pair in combinations(line, 2)}
    found = {frozenset(pair) for line in media.distinct for pair in combinations(line, 2)}
    for a, b in combinations(sorted(media.carriers), 2):
        if b not in above.get(a, ()) and a not in above.get(b, ()) and frozenset({a, b}) not in one:
            found.add(frozenset({a, b}))
    return frozenset(found)


def _vague(extra: Path | None) -> frozenset[str]:
    """Return the roles that are broader words for many others."""
    below = Counter(broader for role in lexicon.roles(extra) for broader in role.broader)
    return frozenset(role for role, count in below.items() if count >= _MANY)


def _role_terms(extra: Path | None, known: frozenset[str]) -> dict[Lemmas, frozenset[str]]:
    """Return the roles that each term names, by the words it is looked up by."""
    found: defaultdict[Lemmas, set[str]] = defaultdict(set)
    for role in lexicon.roles(extra):
        for term in role.terms:
            found[bases(lemmas_of(term), known)].add(role.name)
    return {k: frozenset(v) for k, v in found.items()}


def _concepts(extra: Path | None, terms: Mapping[str, Lemmas]) -> dict[Lemmas, tuple[str, ...]]:
    """Return the keys of the groups that each term belongs to, by the words it is looked up by."""
    found: defaultdict[Lemmas, list[str]] = defaultdict(list)
    for number, group in enumerate(lexicon.equal_terms(extra).groups):
        concept = f"{'=' if group.grade == 'same' else '~'}{number}"
        for term in {terms[t] for t in group.terms}:
            found[term].append(concept)
    return {k: tuple(sorted(v)) for k, v in found.items()}


def _antonyms(pairs: Iterable[tuple[Sequence[str], Sequence[str]]]) -> dict[str, frozenset[str]]:
    """Return the opposites of each single word, both ways."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        for a, b in product(left, right):
            if " " not in a and " " not in b:
                found[a].add(b)
                found[b].add(a)
    return {k: frozenset(v) for k, v in found.items()}


def _roles(extra: Path | None) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return the roles that each single word names, and those broader than each.

    Roles that nothing is broader than tell too little and are left out.
    """
    roles = lexicon.roles(extra)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for role in roles:
        for word in role.terms:
            if " " not in word and role.broader:
                found[word].add(role.name)
    return {k: frozenset(v) for k, v in found.items()}, {role.name: role.broader for role in roles}


def _pairs(lines: Iterable[Sequence[str]]) -> dict[str, frozenset[str]]:
    """Return for each single word the other single words of its lines."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        words = [w for w in line if " " not in w]
        for word in words:
            found[word].update(w for w in words if w != word)
    return {k: frozenset(v) for k, v in found.items()}
