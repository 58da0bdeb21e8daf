"""Turn cards into what the page draws: links to every place, sources in context, keys for the filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from verifier.formats.html_anchors import anchor
from verifier.formats.html_facets import Facets, Keys
from verifier.formats.html_passages import Library, Passage, Piece, pieces
from verifier.formats.layout import Card, Fold, Quote
from verifier.formats.quotes import Desk
from verifier.formats.visible import visible
from verifier.formats.words import clip
from verifier.model import Assessment, Problem, Verdict

SIGNS = {
    Verdict.CONTRADICTED: "≠",
    Verdict.DISPUTED: "↔",
    Verdict.UNSUPPORTED: "?",
    Verdict.MISATTRIBUTED: "→",
    Verdict.PARTIAL: "½",
    Verdict.SUPPORTED: "✓",
    Verdict.NOT_CHECKABLE: "–",
}
_FEW = 6
_WORDS = 70


@dataclass(frozen=True, slots=True)
class Where:
    """Hold a link to a claim: its anchor, its section and line, its first words if they are new, its verdict.

    `doubted` says that a card above shows it for a doubt.
    """

    anchor: str
    place: str
    words: str
    verdict: Verdict
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Hold a sentence of the postmortem and the link to it."""

    pieces: tuple[Piece, ...]
    by: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Steps:
    """Hold where a card stands among its like, and the anchors of the cards before and after it."""

    at: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a card as the page draws it; `steps` is None for those of the rest."""

    card: Card
    anchor: str
    rule: str
    left: tuple[Said, ...]
    right: tuple[Passage, ...]
    places: tuple[Where, ...]
    more: tuple[Where, ...]
    keys: Keys
    steps: Steps | None = None


@dataclass(frozen=True, slots=True)
class Printer:
    """Hold what it takes to draw the cards of one postmortem; `prefix` keeps its anchors apart from others'."""

    library: Library
    facets: Facets
    prefix: str = ""

    @property
    def desk(self) -> Desk:
        """Return the report with everything in it found by id."""
        return self.library.desk

    def claim_anchor(self, identity: str) -> str:
        """Return the anchor of a claim."""
        return anchor("claim", self.prefix, identity)

    def sheets(self, cards: Iterable[Card]) -> tuple[Sheet, ...]:
        """Draw cards."""
        problems = {problem.id: problem for problem in self.desk.report.problems}
        return tuple(self._sheet(card, problems.get(card.problem), n) for n, card in enumerate(cards, 1))

    def _sheet(self, card: Card, problem: Problem | None, number: int) -> Sheet:
        claims = [self.desk.assessments[i] for i in card.claims]
        quoted = {quote.id for quote in card.sentences}
        told = {quote.shown.text for quote in card.sentences}
        links = tuple(self._where(a, told) for a in claims if visible(a.claim.id) not in quoted)
        right = tuple(self.library.passage(quote) for quote in card.sources)
        keys = self.facets.keys(self.library, claims, [problem.rule] if problem else [])
        own = self.facets.sources
        shown = dict.fromkeys((*keys.source.split(), *(own[p.source] for p in right if p.source in own)))
        return Sheet(
            card=card,
            anchor=self._anchor(card, number),
            rule=visible(problem.rule) if problem else "",
            left=tuple(self._said(quote, claims) for quote in card.sentences),
            right=right,
            places=links[:_FEW],
            more=links[_FEW:],
            keys=Keys(keys.verdict, keys.rule, keys.field, " ".join(shown)),
        )

    def kept(self, fold: Fold | None) -> tuple[Where, ...]:
        """Return links to the claims of a fold."""
        listed = ((card, self.desk.assessments[i]) for card in (fold.cards if fold else ()) for i in card.claims)
        return tuple(replace(self._where(a, set()), doubted=card.doubted) for card, a in listed)

    def _anchor(self, card: Card, number: int) -> str:
        if card.problem:
            return anchor("problem", self.prefix, card.problem)
        return (
            anchor("open", self.prefix, *card.claims) if card.claims else anchor("conflict", self.prefix, str(number))
        )

    def _said(self, quote: Quote, claims: Iterable[Assessment]) -> Said:
        identity = next((a.claim.id for a in claims if visible(a.claim.id) == quote.id), quote.id)
        return Said(pieces(quote.shown), quote.by, self.claim_anchor(identity))

    def _where(self, assessment: Assessment, told: set[str]) -> Where:
        said = visible(assessment.claim.text)
        words = "" if said in told else clip(said, _WORDS)
        return Where(self.claim_anchor(assessment.claim.id), self.desk.place(assessment), words, assessment.verdict)


def stepped(groups: Sequence[tuple[str, Sequence[Sheet]]]) -> list[tuple[Sheet, ...]]:
    """Give each card its number in its group, called by a word, and the cards before and after it, all round."""
    line = [sheet.anchor for _, sheets in groups for sheet in sheets]
    found, done = [], 0
    for word, sheets in groups:
        total = len(sheets)
        found.append(
            tuple(
                replace(sheet, steps=Steps(f"{word} {n} of {total}", line[done + n - 2], line[(done + n) % len(line)]))
                for n, sheet in enumerate(sheets, 1)
            )
        )
        done += total
    return found
