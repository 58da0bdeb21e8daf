"""Compare what stands in one slot of a verb on both sides: the same filler, another name, another role, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.checks.names import abbreviated, certain
from verifier.evidence.align import CONCEPT, grade
from verifier.facts.analysis import Analysis
from verifier.facts.clause import Phrase, heads
from verifier.facts.people import Name, field
from verifier.words.grammar import POSSESSIVES
from verifier.words.vocabulary import Vocabulary

_SLOT, _BESIDE = 0.9, 6


def fitting(case: Case, number: int, ours: Iterable[Phrase], theirs: Iterable[Phrase]) -> bool:
    """Say whether a word of the claim's phrases stands in the passage's, itself or by a word that may replace it."""
    analysis = case.passage(number).analysis
    there = _keys(analysis, theirs)
    return bool(there) and any(grade(key) >= CONCEPT for key in there & _keys(case.claim, ours))


def _keys(analysis: Analysis, phrases: Iterable[Phrase]) -> set[str]:
    """Return the keys of the content words of phrases."""
    return {k for phrase in phrases for t in range(*phrase) if t in analysis.content_set for k in analysis.keys[t]}


def leading(case: Case, number: int, ours: Iterable[Phrase], theirs: Iterable[Phrase]) -> bool:
    """Say whether a word that heads one of the claim's phrases heads one of the passage's."""
    analysis = case.passage(number).analysis
    mine = [h for p in ours for h in heads(case.claim, p)]
    return fitting(case, number, mine, [h for p in theirs for h in heads(analysis, p)])


def somebody(case: Case, phrase: Phrase) -> bool:
    """Say whether what heads a phrase of the claim is a name, or a word for a person's role."""
    found = heads(case.claim, phrase)
    lexicon = case.index.vocabulary
    return bool(found) and all(
        end - 1 in case.claim.sure_name_tokens or lexicon.is_person(case.claim.lemmas[end - 1]) for _, end in found
    )


def rival(case: Case, number: int, ours: Sequence[Phrase], theirs: Sequence[Phrase]) -> Observation | None:
    """Return how the claim's filler of a slot fares against a passage's; None where nothing can be told."""
    if not ours or not theirs:
        return None
    passage = case.passage(number).analysis
    mine = [h for p in ours for h in heads(case.claim, p)]
    others = [h for p in theirs for h in heads(passage, p)]
    if fitting(case, number, ours, theirs):
        return _fields(case, number, passage, mine, others) or Observation(
            "role", Outcome.HELD, ours[0], words(case.claim, *ours[0]), number, theirs[0]
        )
    return _names(case, number, passage, mine, others) or _roles(case, number, passage, mine, others)


def _names(
    case: Case, number: int, passage: Analysis, ours: Sequence[Phrase], theirs: Sequence[Phrase]
) -> Observation | None:
    mine = [n for n in _within(case.claim, ours) if certain(case, n)]
    others = [n for n in _within(passage, theirs) if certain(case, n) or _unusual(case, n)]
    if not mine or not others or any(abbreviated(case.index, n) for n in mine):
        return None
    if passage.tokens[0].key in POSSESSIVES:  # its director, Ann Lee, said
        return None
    name, other = mine[0], others[0]
    if person(case, name) != person(case, other) or _nation(case, name) != _nation(case, other):
        return None
    tokens, at = (name.first, name.last + 1), (other.first, other.last + 1)
    places = _places(case, name, number)
    if any(at[0] - _BESIDE <= p < at[1] + _BESIDE for p in places):
        return None
    outcome = Outcome.MISSING if places else Outcome.CLASH
    return Observation("name", outcome, tokens, words(case.claim, *tokens), number, at, words(passage, *at), _SLOT)


def _fields(
    case: Case, number: int, passage: Analysis, ours: Sequence[Phrase], theirs: Sequence[Phrase]
) -> Observation | None:
    """Return how an office held for one thing fares against the same office held for another: minister of health."""
    lexicon = case.index.vocabulary
    if len(ours) != 1 or len(theirs) != 1:
        return None
    (_, end), (_, behind) = ours[0], theirs[0]
    said, found = case.claim.lemmas[end - 1], passage.lemmas[behind - 1]
    if said != found or not lexicon.is_office(lexicon.roles.get(said, ())):
        return None
    mine, others = _field(case, case.claim, end), _field(case, passage, behind)
    if not lexicon.unlike(mine, others):
        return None
    span, at = (end - 1, end + 1 + len(mine)), (behind - 1, behind + 1 + len(others))
    return Observation("role", Outcome.CLASH, span, words(case.claim, *span), number, at, words(passage, *at), _SLOT)


def _field(case: Case, analysis: Analysis, end: int) -> frozenset[str]:
    return field(analysis.text, analysis.tokens, analysis.lemmas, end, case.index.vocabulary)


def _within(analysis: Analysis, phrases: Sequence[Phrase]) -> Iterator[Name]:
    for first, end in phrases:
        yield from (n for n in analysis.names if first <= n.first and n.last < end)


def _unusual(case: Case, name: Name) -> bool:
    """Say whether a word that opens a sentence with a capital is no word of the lexicons, and no plural."""
    return (
        not name.parts[-1].endswith("s")
        and case.index.vocabulary.lemma(name.parts[0]) not in case.index.vocabulary.known
    )


def person(case: Case, name: Name) -> bool:
    """Say whether the sources or the claim give the name a title, as people have."""
    return name.parts[-1] in case.index.titled or any(t.person == name.parts[-1] for t in case.claim.titles)


def _nation(case: Case, name: Name) -> bool:
    return not case.index.vocabulary.nations.isdisjoint(name.parts)


def _places(case: Case, name: Name, number: int) -> list[int]:
    """Return where a passage has parts of the name."""
    positions, lexicon = case.passage(number).analysis.positions, case.index.vocabulary
    return [at for p in name.parts for k in lexicon.keys_of_word(p) for at in positions.get(k, ())]


def _roles(
    case: Case, number: int, passage: Analysis, ours: Sequence[Phrase], theirs: Sequence[Phrase]
) -> Observation | None:
    lexicon = case.index.vocabulary
    mine, others = _held_by(case, case.claim, ours), _held_by(case, passage, theirs)
    if not mine or not others or len(others) < len(theirs):
        return None
    if _owned(case.claim, ours) != _owned(passage, theirs):
        return None
    pairs = [(a, b) for a in mine for b in others]
    if any(lexicon.alike(a[1], b[1]) or not lexicon.unlike(_word(case.claim, a), _word(passage, b)) for a, b in pairs):
        return None
    (token, said), (place, found) = pairs[0]
    if not _one_kind(lexicon, said, found):
        return None
    vague = not lexicon.vague.isdisjoint({*said, *found})
    both = all(lexicon.is_anybody(w) for w in (*_word(case.claim, mine[0]), *_word(passage, others[0])))
    outcome = Outcome.MISSING if vague or both else Outcome.CLASH
    span, at = (token, token + 1), (place, place + 1)
    return Observation("role", outcome, span, words(case.claim, *span), number, at, words(passage, *at), _SLOT)


def _owned(analysis: Analysis, phrases: Sequence[Phrase]) -> bool:
    """Say whether somebody is named by whose he is, which may be anybody: his client."""
    tokens = analysis.tokens
    return any(t.key in POSSESSIVES for a, b in phrases for t in tokens[max(0, a - 1) : b])


def _word(analysis: Analysis, head: tuple[int, frozenset[str]]) -> tuple[str]:
    return (analysis.lemmas[head[0]],)


def _one_kind(lexicon: Vocabulary, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether both roles are of people, or both of bodies."""
    people = [any("person" in lexicon.above[role] for role in roles) for roles in (ours, theirs)]
    return all(people) or (lexicon.is_body(ours) and lexicon.is_body(theirs))


def _held_by(case: Case, analysis: Analysis, found: Iterable[Phrase]) -> list[tuple[int, frozenset[str]]]:
    """Return the heads that are words for roles and no names, with the roles that they name."""
    lexicon = case.index.vocabulary
    last = [end for _, end in found if end - 1 not in analysis.sure_name_tokens]
    seen = [(end - 1, lexicon.roles_ending(analysis.lemmas, 0, end)) for end in last]
    return [(at, roles) for at, roles in seen if roles]
