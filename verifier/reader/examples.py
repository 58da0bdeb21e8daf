"""Try the examples of the rule `reader`: a claim, a source, and what a reader answers."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.model import Field, Finding, Postmortem, Source
from verifier.reader.answers import answer
from verifier.reader.applying import apply
from verifier.reader.prompt import FIRST_LOOK
from verifier.reader.values import Recorded

if TYPE_CHECKING:
    from verifier.data.rulebook import Example


def findings(
    example: Example, source: Source, extra: Path | None = None, ignore: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Return what is found in an example once its answer is heard."""
    from verifier.api import Verifier

    field = Field(example.field or "Summary", example.claim, 0, len(example.claim))
    report = Verifier([source], rules=extra, ignore=ignore).check(
        Postmortem("example", "example", None, "", "", (field,))
    )
    said = Recorded("0" * 32, "example", "", FIRST_LOOK, answer(example.answer))
    one = report.reports[0]
    return apply(one, {a.claim.id: said for a in one.assessments}, report.rules).findings
