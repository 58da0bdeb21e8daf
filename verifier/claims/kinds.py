"""Decide what sort of statement a claim is, by what is left of it without wrapping and classification."""

from __future__ import annotations

import re

from verifier.claims.events import opens_as_proposal, states_event
from verifier.claims.phrases import MARK, Prepared, content, mask, phrases, prepare, spans
from verifier.claims.roles import FieldRole, role_of
from verifier.claims.wrapping import begin, hard, opening, tail
from verifier.model import Kind, Span

Judged = tuple[Kind, str]

FACT: Judged = (Kind.FACT, "")
ATTRIBUTED: Judged = (Kind.ATTRIBUTION, "")
ADVICE: Judged = (Kind.ADVICE, "advice, states no fact")
CLASSIFIED: Judged = (Kind.JUDGEMENT, "a classification, not a statement of fact")
REMARKED: Judged = (Kind.JUDGEMENT, "what the writer makes of the incident, not a statement of fact")
SILENT: Judged = (Kind.ABSENCE, "says that the articles are silent")
HEADING: Judged = (Kind.META, "a heading or an unfinished lead-in")
DATED: Judged = (Kind.META, "says when the article was published")
DEFINED: Judged = (Kind.META, "repeats the definition of a class")
NOTHING: Judged = (Kind.META, "nothing to check")

_ENDS = f" \t\r\n.!?,;{MARK}"
_URL = re.compile(r"[<(]?[a-z][a-z0-9+.-]{1,9}://\S+[>)]?")
_HEADING_WORDS = 3
_SAYS_SOMETHING = 3
_LITTLE = 1


def _meta(prepared: Prepared, start: int) -> Judged | None:
    body = prepared.low[start:].strip(_ENDS)
    if content(body) == 0 or phrases("meta", "empty").fullmatch(body):
        return NOTHING
    if phrases("meta", "published").fullmatch(body):
        return DATED
    if phrases("meta", "options").fullmatch(body):
        return DEFINED
    if (
        body.endswith(":")
        and _left(prepared, start, []) <= _HEADING_WORDS
        and not hard(prepared.text, start + 1, len(body))
    ):
        return HEADING
    return None


def _leads_in(prepared: Prepared, start: int) -> bool:
    """Tell whether what stands before a colon states nothing by itself."""
    return _left(prepared, start, []) <= _HEADING_WORDS and not hard(prepared.text, start + 1, len(prepared.text))


def _subject(prepared: Prepared, start: int) -> int:
    """Return where the first verb stands, if the subject names no more than the incident or the articles."""
    found = phrases("judgement", "generic").match(prepared.low, start)
    return found.end() if found else start


def _left(prepared: Prepared, start: int, dropped: list[Span]) -> int:
    """Count the words that state something beside the wrapping and what is dropped."""
    head = phrases("wrapping", "subjects").match(prepared.low, start)
    asides = spans(phrases("wrapping", "asides"), prepared.low, start)
    wrapping = [Span(0, start), *([Span(*head.span())] if head else []), *asides, *dropped]
    return content(mask(prepared.low, wrapping), generic=True)


def silence(prepared: Prepared, *, weak: bool) -> Span | None:
    """Return the part of a sentence that says that the articles are silent."""
    found = phrases("absence", "strong").search(prepared.low)
    if not found and weak:
        found = phrases("absence", "weak").search(prepared.low)
    if not found:
        return None
    end = phrases("absence", "ends").search(prepared.low, found.end())
    return Span(found.start(), end.start() if end else len(prepared.low))


def _speaks_of_articles(prepared: Prepared, role: FieldRole) -> bool:
    return role is FieldRole.RATIONALE or bool(phrases("absence", "context").search(prepared.low))


def _absence(prepared: Prepared, start: int, role: FieldRole) -> Judged | None:
    scope = silence(prepared, weak=_speaks_of_articles(prepared, role))
    if not scope:
        return None
    subject = Span(start, min(_subject(prepared, start), scope.start))
    return SILENT if _left(prepared, start, [subject, scope]) < _SAYS_SOMETHING else None


def _advice(prepared: Prepared, start: int, role: FieldRole, *, loose: bool) -> Judged | None:
    low = prepared.low
    said = phrases("advice", "sayers").search(low, start)
    if role is FieldRole.ADVICE:
        return _proposal(prepared, start, said=bool(said))
    if said:
        return None
    lesson = phrases("advice", "lessons").match(low, start)
    if phrases("advice", "any").search(low, start) or (lesson and not hard(prepared.text, lesson.end(), len(low))):
        return ADVICE
    return ADVICE if loose and opens_as_proposal(prepared, start) else None


def _proposal(prepared: Prepared, start: int, *, said: bool) -> Judged:
    if said:
        return ATTRIBUTED
    if phrases("advice", "any").search(prepared.low, start) or phrases("advice", "field").search(prepared.low, start):
        return ADVICE
    return FACT if states_event(prepared, start) else ADVICE


def _judgement(prepared: Prepared, start: int) -> Judged | None:
    low = prepared.low
    remark = phrases("judgement", "remarks").match(low, start)
    if remark and not hard(prepared.text, remark.end(), len(low)):
        return REMARKED
    classes = spans(phrases("judgement", "classes"), low, start)
    definitions = spans(phrases("judgement", "definitions"), low, start)
    if not classes and not definitions:
        return None
    end = tail(prepared)
    dropped = [Span(start, _subject(prepared, start)), *classes, *definitions, *([end] if end else [])]
    return CLASSIFIED if _left(prepared, start, dropped) <= _LITTLE else None


def kind_of(prepared: Prepared, role: FieldRole, *, loose: bool = False) -> Judged:
    """Return the kind of a prepared claim in a field of that role, and why it cannot be checked (empty if it can)."""
    if role is FieldRole.REFERENCE:
        return NOTHING if not content(_URL.sub("", prepared.low)) else ATTRIBUTED
    first = begin(prepared.low)
    start = opening(prepared.low)
    return (
        _meta(prepared, first)
        or _absence(prepared, start, role)
        or _advice(prepared, start, role, loose=loose)
        or _judgement(prepared, start)
        or FACT
    )


def kind(text: str, field: str = "") -> Judged:
    """Return the kind of a claim and, in plain words, why it cannot be checked (empty where it can).

    Without a field the words alone decide, and what is not plainly something else is a fact.
    """
    return kind_of(prepare(text), role_of(field), loose=not field)
