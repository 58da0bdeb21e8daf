"""Lay a report out as an editor reads it; the formats only draw what stands here. All strings are safe to show."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.formats.visible import Shown
from verifier.model import Place, Severity


@dataclass(frozen=True, slots=True)
class Quote:
    """Hold a sentence, word for word, with the words to be marked, who says it or where it stands, and a claim's id.

    `place` is where a source says it.
    """

    shown: Shown
    by: str
    id: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Hold one thing to look at: what it is, the sentence, what the sources say, and what to do.

    `number` counts problems from 1 and is 0 for what is not counted as one. `problem` and `claims` are ids as they are
    in the report, not to be shown.
    """

    title: str
    number: int = 0
    severity: Severity | None = None
    sure: str = ""
    sentences: tuple[Quote, ...] = ()
    sources: tuple[Quote, ...] = ()
    messages: tuple[str, ...] = ()
    suggestion: str = ""
    also: tuple[str, ...] = ()
    problem: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """Hold one postmortem's report in reading order; `state` is hold, look, clear or nothing checked."""

    state: str
    headline: str
    about: str
    numbers: str
    blind: tuple[str, ...]
    blind_cards: tuple[Card, ...]
    problems: tuple[Card, ...]
    disputed: tuple[Card, ...]
    loose: tuple[Card, ...]
    held: tuple[str, ...]
    not_checked: tuple[str, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return all cards in reading order."""
        return self.blind_cards + self.problems + self.disputed + self.loose
