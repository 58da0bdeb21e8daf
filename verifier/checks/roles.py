"""Compare the roles that a claim gives to people and parties with those its sources give them."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, anchored, same_slot, words
from verifier.evidence.align import CONCEPT
from verifier.facts.clause import looks_finite

FAMILY = "role"
CLASH, DOUBT, HELD = 0.5, 0.35, 0.2


def check(case: Case) -> Iterator[Observation]:
    """Report every role word of the claim in whose slot a source has a word for another role."""
    roles = case.index.vocabulary.roles
    for token in case.claim.content:
        word = case.claim.lemmas[token]
        match = case.alignment.matches.get(token)
        if word not in roles or token in case.claim.name_tokens or _modifies(case, token):
            continue
        if match is None or match.grade < CONCEPT:
            yield from _judge(case, token, word)


def _judge(case: Case, token: int, word: str) -> Iterator[Observation]:
    span, said = (token, token + 1), words(case.claim, token, token + 1)
    best: Observation | None = (
        None if _named_somewhere(case, word) else Observation(FAMILY, Outcome.MISSING, span, said)
    )
    for number in case.views:
        for at, other in _roles(case, number):
            slot = same_slot(case, span, number, (at, at + 1))
            if slot >= HELD and _fits(case, word, number, at):
                return
            if _rivals(case, word, other) and slot >= DOUBT and (best is None or slot > best.slot):
                found = words(case.passage(number).analysis, at, at + 1)
                firm = anchored(case, token, number, at)
                outcome = Outcome.CLASH if slot >= CLASH and firm else Outcome.MISSING
                if outcome is Outcome.MISSING and _general(case, word):
                    continue
                best = Observation(FAMILY, outcome, span, said, number, (at, at + 1), found, slot)
    if best is not None:
        yield best


def _general(case: Case, word: str) -> bool:
    """Say whether a role is one that anybody touched may have, or no person's: another in its place tells little."""
    lexicon = case.index.vocabulary
    return lexicon.is_anybody(word) or lexicon.is_vague(word) or not lexicon.is_person(word)


def _modifies(case: Case, token: int) -> bool:
    """Say whether a word only qualifies the noun behind it: official release, customer accounts."""
    tokens, text = case.claim.tokens, case.claim.text
    behind = token + 1
    if behind >= len(tokens) or behind not in case.claim.content_set or behind in case.claim.name_tokens:
        return False
    if looks_finite(case.claim, behind):
        return False
    return text[tokens[token].end : tokens[behind].start] in {" ", "-", "'s ", "’s "} and not tokens[
        token
    ].key.endswith("s")


def _named_somewhere(case: Case, word: str) -> bool:
    """Say whether an allowed source has a word for the role, or the role is one that anybody touched may have."""
    lexicon = case.index.vocabulary
    if lexicon.is_anybody(word) or not lexicon.is_person(word):
        return True
    if any(key in case.postings for key in lexicon.keys_of_word(word)):
        return True
    if not lexicon.broadest.isdisjoint(lexicon.roles[word]):
        return False
    return any(case.may_use(n) and lexicon.may_say(word, other) for other, n in case.index.role_words)


def _rivals(case: Case, word: str, other: str) -> bool:
    """Say whether two words name different roles of people, neither too broad to tell."""
    lexicon = case.index.vocabulary
    if lexicon.is_vague(word) or lexicon.is_vague(other) or not (lexicon.is_person(word) and lexicon.is_person(other)):
        return False
    return lexicon.role_clash(word, other)


def _fits(case: Case, word: str, number: int, at: int) -> bool:
    """Say whether a word for a role may stand where a source has another: the same, a broader or a near one."""
    lexicon, lemmas = case.index.vocabulary, case.passage(number).analysis.lemmas
    if lexicon.may_say(word, lemmas[at]) or not lexicon.unlike((word,), (lemmas[at],)):
        return True
    mine = lexicon.roles[word]
    return any(not mine.isdisjoint({r, *lexicon.above[r]}) for r in lexicon.roles_ending(lemmas, 0, at + 1))


def _roles(case: Case, number: int) -> Iterator[tuple[int, str]]:
    """Yield the role words of a passage that no word of the claim stands for."""
    analysis = case.passage(number).analysis
    used = {m.at for m in case.views[number].values() if m.grade >= CONCEPT}
    for at in analysis.content:
        if analysis.lemmas[at] in case.index.vocabulary.roles and at not in used:
            yield at, analysis.lemmas[at]
