"""Compare the roles that a claim gives to people and parties with those its sources give them."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.text.tokens import stem

FAMILY = "role"


def check(case: Case) -> Iterator[Observation]:
    """Report every role word of the claim that no allowed source has, by any word for it."""
    lexicon = case.index.vocabulary
    for token in case.claim.content:
        word = case.claim.lemmas[token]
        if word not in lexicon.roles or token in case.alignment.matches or token in case.claim.name_tokens:
            continue
        if not any(case.may_use(n) for key in map(stem, lexicon.role_keys(word)) for n in case.index.postings.get(key, ())):
            yield Observation(FAMILY, Outcome.MISSING, (token, token + 1), words(case.claim, token, token + 1))
