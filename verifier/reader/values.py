"""Hold the frozen values that pass between a second reader and the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from verifier.errors import VerifierError
from verifier.model import Evidence, Part, Span, Verdict


class Passage(NamedTuple):
    """Hold neighbouring sentences of a source, in the order they stand in."""

    source: str
    part: Part
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the sentences as one text."""
        return " ".join(self.sentences)


class About(NamedTuple):
    """Tell what a reader has to know of a source to understand its dates and who speaks."""

    source: str
    title: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Question:
    """Hold a claim with its neighbours and the passages that it is to be judged by.

    `key` is a digest of all that a reader is shown; `prompt` numbers the instructions. `claim` is the claim's id and
    `postmortem` the document's, which are not shown. `verdict` and `doubt` (0 to 1) are those before the question.
    """

    key: str
    prompt: int
    postmortem: str
    claim: str
    title: str
    field: str
    before: str
    text: str
    after: str
    passages: tuple[Passage, ...]
    sources: tuple[About, ...]
    verdict: Verdict
    doubt: float


class Quote(NamedTuple):
    """Hold words that a reader says stand in a source."""

    source: str
    text: str


class Clause(NamedTuple):
    """Hold words of a claim with the quotation that states them, or with the kind of what is not stated."""

    words: str
    quote: Quote | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold what a reader makes of a claim: the part that is not stated or stated otherwise, and what decides it.

    `clauses` are the claim taken apart; empty where a reader judges the whole.
    """

    verdict: Verdict
    part: str = ""
    kind: str = ""
    quotes: tuple[Quote, ...] = ()
    why: str = ""
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """Hold an answer with the key of its question and who gave it: reader, model, version of the prompt."""

    key: str
    reader: str
    model: str
    prompt: int
    answer: Answer

    @property
    def by(self) -> str:
        """Name reader, model and prompt."""
        return f"{self.reader} ({', '.join(filter(None, (self.model, f'prompt {self.prompt}')))})"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what came of an answer: its place in claim and sources, and why it was dropped, if it was.

    `recorded` has the answer as far as its clauses bear it out. `part` counts within the claim's text. `note` is empty
    where the answer changes the verdict.
    """

    recorded: Recorded
    part: Span | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str = ""


class ReaderError(VerifierError):
    """Say why a reader gave no answer.

    Args: `again` says that asking once more may help, `after` in how many seconds; `fatal` that no further question
    will fare better.
    """

    exit_status = 3

    def __init__(
        self,
        what: str,
        where: str = "",
        hint: str = "",
        *,
        again: bool = False,
        after: float = 0.0,
        fatal: bool = False,
    ) -> None:
        super().__init__(what, where, hint)
        self.again, self.after, self.fatal = again, after, fatal


@dataclass(frozen=True, slots=True)
class Options:
    """Hold what a reader is set up with: a model's name or folder, and the address of an endpoint."""

    model: str = ""
    url: str = ""


class Reader(Protocol):
    """Answer questions; entry points of the group `verifier.readers` name functions from Options to a Reader."""

    @property
    def model(self) -> str:
        """Name the model, as it is to stand in reports; its answers are recorded under this name."""

    def ask(self, question: Question) -> str:
        """Return an answer as a JSON object of the schema `reader.schema.json`.

        Raises: ReaderError where there is none.
        """
