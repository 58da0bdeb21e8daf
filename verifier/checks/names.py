"""Look for the names of a claim in the sources it leans on."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, anchored, same_slot, words
from verifier.evidence.index import Index
from verifier.facts.people import Name
from verifier.words.grammar import POSSESSIVES, THIRD_PERSON

FAMILY = "name"
SLOT = 0.6
_FEW = 3


def check(case: Case) -> Iterator[Observation]:
    """Report every name that no allowed source has, under any of its forms."""
    for name in case.claim.names:
        if name.sure and not known(case, name):
            tokens = (name.first, name.last + 1)
            missing = Observation(FAMILY, Outcome.MISSING, tokens, words(case.claim, *tokens))
            rivals = [o for n in case.chosen for o in _rivals(case, name, n)]
            if rivals or not _too_little(case):
                yield max(rivals, key=lambda o: o.slot, default=missing)


def _too_little(case: Case) -> bool:
    """Say whether the sources are so short that they need not name what they are about."""
    usable = len(case.allowed) if case.allowed is not None else len(case.index.passages)
    return usable < _FEW


def _rivals(case: Case, name: Name, number: int) -> Iterator[Observation]:
    """Yield the names of a passage that stand where the claim has a name no source knows.

    None where the passage opens with a pronoun, which may stand for that name.
    """
    theirs = case.passage(number).analysis
    tokens = (name.first, name.last + 1)
    if theirs.tokens and theirs.tokens[0].key in THIRD_PERSON | POSSESSIVES:
        return
    for other in theirs.names:
        at = (other.first, other.last + 1)
        if not other.sure or not _apart(case, name, number, other):
            continue
        slot = same_slot(case, tokens, number, at)
        if slot >= SLOT and (
            anchored(case, name.first, number, other.first) or anchored(case, name.last, number, other.last)
        ):
            yield Observation(
                FAMILY, Outcome.CLASH, tokens, words(case.claim, *tokens), number, at, words(theirs, *at), slot
            )


def _apart(case: Case, name: Name, number: int, other: Name) -> bool:
    """Say whether no word of either name stands in the other but one for what it names: a title, a bank, a lift."""
    view, lexicon = case.views[number], case.index.vocabulary
    pairs = [(t, m.at) for t, m in view.items() if other.first <= m.at <= other.last]
    if any(not name.first <= t <= name.last for t, _ in pairs):
        return False
    shared = {t for t, _ in pairs}
    theirs, taken = case.passage(number).analysis, {at for _, at in pairs}
    own = [t for t in range(name.first, name.last + 1) if t in case.claim.content_set and t not in shared]
    left = [t for t in range(other.first, other.last + 1) if t in theirs.content_set and t not in taken]
    if not own or not left:
        return False
    figures = all(case.claim.tokens[t].key.isdigit() for t in own) and all(theirs.tokens[t].key.isdigit() for t in left)
    return figures or all(case.claim.lemmas[t] in lexicon.known for t in shared)


def certain(case: Case, name: Name) -> bool:
    """Say whether a name is one by its shape, or because the sources have it in the middle of a sentence."""
    lexicon = case.index.vocabulary
    return name.sure or all(not case.index.name_keys.isdisjoint(lexicon.keys_of_word(p)) for p in name.parts)


def known(case: Case, name: Name) -> bool:
    """Say whether a source has the name: all of it in one sentence, most of its parts anywhere, or its short form."""
    lexicon = case.index.vocabulary
    if len(name.parts) == 1 and lexicon.lemma(name.parts[0]) in lexicon.gloss:
        return True
    found = [places(case, part) for part in name.parts]
    if all(found) and set.intersection(*found):
        return True
    return abbreviated(case.index, name) or _shares_a_name(case, name) or _elsewhere(case, name)


def _shares_a_name(case: Case, name: Name) -> bool:
    """Say whether every part stands in a name of the sources, or the last part and half of all in one name."""
    keys = [frozenset(case.index.vocabulary.keys_of_word(p)) for p in name.parts]
    if all(not k.isdisjoint(case.index.name_keys) for k in keys):
        return True
    last, known = keys[-1], case.index.vocabulary.known
    if name.parts[-1] in known:
        return False
    return any(
        not last.isdisjoint(other) and 2 * sum(not k.isdisjoint(other) for k in keys) >= len(keys)
        for other in case.index.names
    )


def _elsewhere(case: Case, name: Name) -> bool:
    """Say whether the name is that of an outlet, or the sources have another phrase for it."""
    joined = "".join(name.parts)
    if any(joined in outlet for outlet in case.index.outlets):
        return True
    return any(c in case.index.postings for c in case.index.vocabulary.concepts.get(name.parts, ()))


def places(case: Case, word: str) -> set[int]:
    """Return the passages that have a word of a name, or one of the same meaning."""
    keys = (key for key in case.index.vocabulary.keys_of_word(word) if key[0] != "~")
    return {n for key in keys for n in case.postings.get(key, ())}


def abbreviated(index: Index, name: Name) -> bool:
    """Say whether the name is the initials of one in the sources, or the reverse."""
    if len(name.parts) == 1:
        return name.parts[0] in index.initials
    return "".join(p[0] for p in name.parts) in index.short_names
