"""Lay a report out as an editor reads it; the formats only draw what stands here. All strings are safe to show."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.formats.visible import Shown
from verifier.formats.words import RIGHT
from verifier.model import Place, Severity, Verdict


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

    `number` counts problems from 1 and is 0 for what is not counted as one; `verdict` is the worst of its claims, None
    for what concerns none. `instead` says that other sources than the cited one were read; a whole report says so once
    and not on its cards. `problem` and `claims` are ids as they are in the report, not to be shown. `titled` says that
    it stands in the title, or there as well, `doubted` that a claim without a difference is one of a card above.
    """

    title: str
    number: int = 0
    severity: Severity | None = None
    sure: str = ""
    sentences: tuple[Quote, ...] = ()
    sources: tuple[Quote, ...] = ()
    messages: tuple[str, ...] = ()
    instead: str = ""
    suggestion: str = ""
    also: tuple[str, ...] = ()
    problem: str = ""
    claims: tuple[str, ...] = ()
    verdict: Verdict | None = None
    titled: str = ""
    doubted: bool = False

    @property
    def kind(self) -> str:
        """Return how serious it is, whether it stands in the title, and how sure it is; empty for none of these."""
        return ", ".join(part for part in (self.severity or "", self.titled, RIGHT.get(self.sure, "")) if part)

    @property
    def twin(self) -> bool:
        """Say whether its two sentences speak against each other, with no source between them."""
        return len(self.sentences) > 1 and not self.sources


@dataclass(frozen=True, slots=True)
class Fold:
    """Hold claims that share a reason, with what to say of them."""

    reason: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Hold one postmortem's report in reading order; `state` is hold, look, clear or nothing checked.

    `first` are the claims to be read first, `rest` the others that are not stated, `held` those where no difference
    was found, `legend` what its words mean.
    """

    state: str
    headline: str
    about: str
    numbers: str
    blind: tuple[str, ...]
    problems: tuple[Card, ...]
    first: tuple[Card, ...]
    disputed: tuple[Card, ...]
    rest: tuple[Fold, ...]
    held: Fold | None
    not_checked: tuple[str, ...]
    legend: tuple[str, ...]

    @property
    def folded(self) -> tuple[Card, ...]:
        """Return the cards of the rest."""
        return tuple(card for fold in self.rest for card in fold.cards)

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return all cards in reading order."""
        return self.problems + self.first + self.disputed + self.folded

    @property
    def loose(self) -> int:
        """Return how many claims are not stated, or only in part, and are no problem or dispute."""
        return sum(card.verdict != Verdict.SUPPORTED for card in (*self.first, *self.folded))
