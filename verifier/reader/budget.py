"""Limit what a reader is asked in a run: by claims or by tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from verifier.errors import UsageError
from verifier.reader.prompt import tokens
from verifier.reader.values import Question

_BUDGET = re.compile(r"(\d{1,12})\s*(claims?|tokens?)?")


class Budget(NamedTuple):
    """Say how many claims may be asked about in a run, and how many tokens that may take; None is no limit."""

    claims: int | None = None
    tokens: int | None = None

    @classmethod
    def of(cls, text: str) -> Budget:
        """Read `200`, `200 claims` or `50000 tokens`.

        Raises: UsageError for anything else.
        """
        found = _BUDGET.fullmatch(text.strip().lower().replace(",", ""))
        if not found:
            raise UsageError(f'"{text}" is no budget', "--reader-budget", "write 200, 200claims or 50000tokens")
        number = int(found[1])
        return cls(tokens=number) if (found[2] or "").startswith("token") else cls(claims=number)

    def less(self, asked: Iterable[Question]) -> Budget:
        """Return what is left of the budget when questions have been asked."""
        spent = list(asked)
        claims = None if self.claims is None else self.claims - len(spent)
        return Budget(claims, None if self.tokens is None else self.tokens - sum(map(tokens, spent)))

    def cut(self, asked: Iterable[Question]) -> tuple[Question, ...]:
        """Return the first questions that the budget has room for."""
        taken: list[Question] = []
        spent = 0
        for question in asked:
            spent += tokens(question) if self.tokens is not None else 0
            full = self.claims is not None and len(taken) >= self.claims
            if full or (self.tokens is not None and spent > self.tokens):
                break
            taken.append(question)
        return tuple(taken)
