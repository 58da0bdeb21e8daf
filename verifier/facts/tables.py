"""Build the vocabulary from the lexicons shipped and, over them, those of a user's folder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import combinations, product
from pathlib import Path

from verifier import lexicon
from verifier.facts.grammar import DENIALS
from verifier.facts.phrases import Phrases
from verifier.facts.vocabulary import LONGEST, Lemmas, Vocabulary, lemma
from verifier.text.normalise import key

_CUES = ("particle", "subject", "implicative", "object", "clause", "none", "affirmative", "back", "weak")
_LONGEST_CUE = 3
_MANY, _MOST = 25, 100
_BOTH = 2
_HEDGING = frozenset({("possible", "modal"), ("possible", "adverb"), ("likely", "adverb"), ("likely", "adjective")})
_NEGATIVE = ("particle", "subject", "implicative", "weak")
_VOUCHING = frozenset({("asserted", "adverb")})
_RISKS = frozenset({("possible", "adjective"), ("possible", "noun"), ("possible", "verb"), ("likely", "noun")})
_DOUBTING = frozenset({("possible", "modal"), ("possible", "adverb"), ("possible", "adjective"), ("likely", "verb")})
_SURE = frozenset({"asserted", "reported", "tested"})
_SAYING = ("neutral", "claim", "warn", "suggest", "evaluate")
_BOUNDS = frozenset({"less than", "more than"})


def lemmas_of(term: str) -> Lemmas:
    """Return the words of a lexicon's term."""
    return tuple(key(term).replace("-", " ").split())


@cache
def vocabulary(extra: Path | None = None) -> Vocabulary:
    """Build the tables of all lexicons."""
    roles, above = _roles(extra)
    opposites = lexicon.antonyms(extra)
    antonyms = _antonyms(opposites.pairs)
    distinct = _pairs(lexicon.equal_terms(extra).distinct)
    gloss = lexicon.gloss(extra).words
    terms = {term: lemmas_of(term) for group in lexicon.equal_terms(extra).groups for term in group.terms}
    cues = {term: lemmas_of(term) for kind in _CUES for term in lexicon.negators(extra).get(kind, ())}
    opposed = {term: lemmas_of(term) for pair in opposites.pairs for side in pair for term in side if " " in term}
    words = {w for found in (terms, cues, opposed) for term in found.values() for w in term}
    known = frozenset(words.union(roles, antonyms, distinct, gloss, _media_words(extra)))
    media = _media(extra, known)
    concepts = _concepts(extra, terms, known)
    return Vocabulary(
        stop=lexicon.stopwords(extra),
        gloss=gloss,
        known=known,
        concepts=concepts,
        compounds=Phrases({k: found for k, found in concepts.items() if 1 < len(k) <= LONGEST}),
        antonyms=antonyms,
        antonym_terms=Phrases(_antonym_terms(opposites.pairs, known)),
        prefixes=opposites.prefixes,
        unprefixed=opposites.exceptions,
        distinct=distinct,
        negators=Phrases(_negators(extra, known)),
        negative=_negative(extra),
        roles=roles,
        above=above,
        nations=frozenset(
            word for n in lexicon.nations(extra) for term in (*n.names, *n.people) for word in lemmas_of(term)
        ),
        vague=_vague(extra, _MANY),
        broadest=_vague(extra, _MOST),
        role_terms=_role_terms(extra, known),
        media=media,
        media_openers=frozenset(words[0] for words in media),
        media_phrases=frozenset(_bases(lemmas_of(p), known) for p in lexicon.media(extra).phrases),
        media_above={m.name: m.broader for m in lexicon.media(extra).media},
        rival_media=_rival_media(extra),
        tell_by=lexicon.media(extra).telling,
        saying=_reporting(extra, _SAYING),
        telling=_reporting(extra, lexicon.reporting(extra).verbs),
        hedges=Phrases(_hedges(extra, known)),
        links=_links(extra),
        enabling=_cues(extra, {("possible", "enabling")}),
        vouching=_cues(extra, _VOUCHING),
        doubting=_cues(extra, _DOUBTING),
        risks=_cues(extra, _RISKS),
        unsure=frozenset(h.cue for h in lexicon.hedges(extra).cues if h.level not in _SURE),
    )


def _bases(words: Lemmas, known: frozenset[str]) -> Lemmas:
    """Return the words of a phrase in the forms that a text's words are looked up by; a single word stays as it is."""
    return words if len(words) == 1 else tuple(lemma(w, known) for w in words)


def _media_words(extra: Path | None) -> frozenset[str]:
    """Return the single words that name or tell a medium."""
    media = lexicon.media(extra)
    return frozenset(w for w in (*(t for m in media.media for t in m.terms), *media.verbs) if len(lemmas_of(w)) == 1)


def _media(extra: Path | None, known: frozenset[str]) -> dict[Lemmas, str]:
    """Return the medium that each term names, a verb or a phrase tells, by the words it is looked up by."""
    media = lexicon.media(extra)
    named = {term: m.name for m in media.media for term in m.terms}
    every = {**media.verbs, **named, **media.phrases}
    return {_bases(lemmas_of(term), known): medium for term, medium in every.items()}


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


def _vague(extra: Path | None, many: int) -> frozenset[str]:
    """Return the roles that are broader words for this many others."""
    below = Counter(broader for role in lexicon.roles(extra).roles for broader in role.broader)
    return frozenset(role for role, count in below.items() if count >= many)


def _role_terms(extra: Path | None, known: frozenset[str]) -> dict[Lemmas, frozenset[str]]:
    """Return the roles that each term names, by the words it is looked up by."""
    found: defaultdict[Lemmas, set[str]] = defaultdict(set)
    for role in lexicon.roles(extra).roles:
        for term in role.terms:
            found[_bases(lemmas_of(term), known)].add(role.name)
    return {k: frozenset(v) for k, v in found.items()}


def _hedges(extra: Path | None, known: frozenset[str]) -> dict[Lemmas, str]:
    """Return the cues that make what follows less than asserted, by level."""
    return {
        _bases(lemmas_of(h.cue), known): h.level
        for h in lexicon.hedges(extra).cues
        if (h.level, h.part) in _HEDGING and len(lemmas_of(h.cue)) <= _LONGEST_CUE
    }


def _links(extra: Path | None) -> dict[str, tuple[tuple[Lemmas, str], ...]]:
    """Return the cues with a link by their first word: the other words of each, and the link."""
    found: defaultdict[str, dict[tuple[Lemmas, str], None]] = defaultdict(dict)
    for link, cues in lexicon.hedges(extra).links.items():
        for first, *rest in map(lemmas_of, cues):
            found[first][tuple(rest), link] = None
    return {k: tuple(v) for k, v in found.items()}


def _cues(extra: Path | None, sorts: AbstractSet[tuple[str, str]]) -> frozenset[str]:
    """Return the cues of one word of these levels and parts of speech."""
    return frozenset(h.cue for h in lexicon.hedges(extra).cues if (h.level, h.part) in sorts and " " not in h.cue)


def _reporting(extra: Path | None, stances: Iterable[str]) -> frozenset[str]:
    """Return the verbs of one word by which somebody is reported to say something, of these stances."""
    verbs = lexicon.reporting(extra).verbs
    return frozenset(v for stance in stances for v in verbs.get(stance, ()) if " " not in v)


def _concepts(extra: Path | None, terms: Mapping[str, Lemmas], known: frozenset[str]) -> dict[Lemmas, tuple[str, ...]]:
    found: defaultdict[Lemmas, list[str]] = defaultdict(list)
    for number, group in enumerate(lexicon.equal_terms(extra).groups):
        concept = f"{'=' if group.grade == 'same' else '~'}{number}"
        for term in {_bases(terms[t], known) for t in group.terms}:
            found[term].append(concept)
    return {k: tuple(sorted(v)) for k, v in found.items()}


def _negators(extra: Path | None, known: frozenset[str]) -> dict[Lemmas, str]:
    """Return the negating cues; what only looks like a negation is `none`."""
    found = {}
    for kind in _CUES:
        for term in lexicon.negators(extra).get(kind, ()):
            if term not in _BOUNDS:
                words = _bases(lemmas_of(term), known)
                if kind != "weak" or len(words) > 1:
                    plain = "none" if kind in {"affirmative", "weak"} else kind
                    found[words[:-1] if kind == "implicative" else words] = plain
    return found


def _negative(extra: Path | None) -> frozenset[str]:
    """Return the words that deny or imply a denial: the telling first words of all cues, and words of concession."""
    cues, stop = lexicon.negators(extra), lexicon.stopwords(extra)
    weak = lexicon.weak_denials(extra)
    found = set(weak.conceding)
    for kind in _NEGATIVE:
        for words in map(lemmas_of, cues.get(kind, ())):
            if len(words) == 1 or (words[0] not in stop and words[0] not in weak.plain):
                found.add(words[0])
    return frozenset(found | DENIALS)


def _antonyms(pairs: Iterable[tuple[Sequence[str], Sequence[str]]]) -> dict[str, frozenset[str]]:
    """Return the opposites of each single word, both ways."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        for a, b in product(left, right):
            if " " not in a and " " not in b:
                found[a].add(b)
                found[b].add(a)
    return {k: frozenset(v) for k, v in found.items()}


def _antonym_terms(
    pairs: Iterable[tuple[Sequence[str], Sequence[str]]], known: frozenset[str]
) -> dict[Lemmas, frozenset[Lemmas]]:
    """Return the opposites of each term where one of the two has several words, both ways; denials are left out."""
    found: defaultdict[Lemmas, set[Lemmas]] = defaultdict(set)
    for left, right in pairs:
        for a, b in product(left, right):
            ours, theirs = _bases(lemmas_of(a), known), _bases(lemmas_of(b), known)
            if len(ours) + len(theirs) > _BOTH and DENIALS.isdisjoint(ours + theirs):
                found[ours].add(theirs)
                found[theirs].add(ours)
    return {k: frozenset(v) for k, v in found.items()}


def _roles(extra: Path | None) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return the roles that each single word names, and those broader than each.

    Roles that nothing is broader than tell too little and are left out.
    """
    roles = lexicon.roles(extra).roles
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
