"""Decide what sort of statement a claim is, by what is left of it without wrapping and classification."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verifier.claims.events import opens_as_proposal, states_event
from verifier.claims.phrases import MARK, fullmatch, mask, match, prepare, says, search, spans
from verifier.claims.reading import Reading, hard, read
from verifier.claims.roles import ADVISING, FieldRole, role_of
from verifier.claims.silence import only_silent, verb
from verifier.model import Kind, Span
from verifier.text.lines import capitals, verbal

Judged = tuple[Kind, str]

FACT: Judged = (Kind.FACT, "")
ATTRIBUTED: Judged = (Kind.ATTRIBUTION, "")
ADVICE: Judged = (Kind.ADVICE, "advice, states no fact")
CLASSIFIED: Judged = (Kind.JUDGEMENT, "a classification, not a statement of fact")
REMARKED: Judged = (Kind.JUDGEMENT, "what the writer makes of the incident, not a statement of fact")
SILENT: Judged = (Kind.ABSENCE, "says that the articles are silent")
HEADING: Judged = (Kind.META, "a heading or an unfinished lead-in")
DATED: Judged = (Kind.META, "says when the article was published")
PROPERTY: Judged = (Kind.META, "about the document, not about the incident")
NAMED: Judged = (Kind.META, "names the document or the incident, and states nothing of it")
DEFINED: Judged = (Kind.META, "repeats the definition of a class")
NOTHING: Judged = (Kind.META, "nothing is stated")

_EDGES = f" \t\r\n.!?,;{MARK}"
_URL = re.compile(r"[<(]?[a-z][a-z0-9+.-]{1,9}://\S+[>)]?")
_LETTERS = re.compile(r"[^\W\d_]")
_AMOUNT = re.compile(r"[$€£¥]\s?\d|\d\s?(?:[%€£]|°C)")
_FIGURE = re.compile(r"(?<![\w-])\d|\"")
_LABEL = re.compile(r"[:|]")
_SIGNS = re.compile(r"\A[^\x00-\x7f\w]+")
_HANDLE = re.compile(r"@?\w+(?:[._-]\w+)+,?|@\w+,?")
_HEADING_WORDS = 3
_NAMED = 0.5
_LITTLE = 2
_MUCH = 8


def _beyond(reading: Reading, dropped: Iterable[Span], number: int) -> bool:
    """Tell whether more than so many words state something beside the wrapping and what is dropped."""
    return says(mask(reading.low, (*reading.wrapping, *dropped)), number + 1, generic=True)


def _meta(reading: Reading, *, head: bool) -> Judged | None:
    body = _SIGNS.sub("", " ".join(reading.low[reading.first :].split()), count=1).strip(_EDGES)
    if not ((_LETTERS.search(body) or _AMOUNT.search(reading.text)) and says(body)) or fullmatch("meta", "empty", body):
        return NOTHING
    if fullmatch("meta", "published", body):
        return DATED
    if _is_property(reading, body, head=head):
        return PROPERTY
    if fullmatch("meta", "options", body):
        return DEFINED
    return HEADING if body.endswith(":") and _leads_in(reading) else None


def _is_property(reading: Reading, body: str, *, head: bool) -> bool:
    """Tell whether a line is about the document: who wrote it, its version; `head` says that it stands at its head.

    A row of a table that gives two cells to a label and names tells who keeps it wherever it stands.
    """
    row = reading.text.count("|") == 1
    if fullmatch("meta", "properties", body) or (head and fullmatch("meta", "head", body)):
        return True
    if not (fullmatch("meta", "people", body) or ((head or row) and fullmatch("meta", "keepers", body))):
        return False
    value = _LABEL.split(reading.text, maxsplit=1)[-1]
    return _names_people(value.strip()) and not verbal(value.lower().split())


def _names_people(value: str) -> bool:
    """Tell whether a value may name people or teams: in capitals, as handles, or in a list."""
    listed = "," in value and (value[0].isupper() or all(len(each.split()) == 1 for each in value.split(",")))
    return listed or capitals(value) >= _NAMED or all(map(_HANDLE.fullmatch, value.split()))


def _leads_in(reading: Reading) -> bool:
    """Tell whether what stands before a colon states nothing by itself."""
    named = hard(reading.text, reading.start + 1, len(reading.text))
    return not (named or _beyond(reading, (), _HEADING_WORDS))


def _advice(reading: Reading, role: FieldRole, *, loose: bool) -> Judged | None:
    said = search("advice", "sayers", reading.low, reading.start)
    counterfactual = search("advice", "any", reading.low, reading.start)
    if role in ADVISING:
        return ATTRIBUTED if said else _proposal(reading, role, plain=bool(counterfactual))
    if said:
        return None
    lesson = match("advice", "lessons", reading.low, reading.start)
    if counterfactual or (lesson and not _FIGURE.search(reading.low, lesson.end())):
        return ADVICE
    return ADVICE if loose and opens_as_proposal(reading) else None


def _proposal(reading: Reading, role: FieldRole, *, plain: bool) -> Judged:
    if plain or search("advice", "field", reading.low, reading.start):
        return ADVICE
    return FACT if states_event(reading, future=role is FieldRole.ADVICE) else ADVICE


def _judgement(reading: Reading, *, loose: bool) -> Judged | None:
    low, start = reading.low, reading.start
    remark = match("judgement", "remarks", low, reading.first) or match("judgement", "remarks", low, start)
    if not loose and remark and not _FIGURE.search(low, remark.end()):
        return REMARKED
    dropped = [Span(start, verb(reading)), *([reading.tail] if reading.tail else [])]
    definitions = spans("judgement", "definitions", low, start)
    if _beyond(reading, (*dropped, *definitions), _MUCH):
        return None
    classes = [*spans("judgement", "classes", low, start), *definitions]
    shown = len(classes) if reading.tail is None else sum(span.start < reading.tail.start for span in classes)
    little = 0 if loose else min(shown, _LITTLE)
    return CLASSIFIED if classes and not _beyond(reading, (*dropped, *classes), little) else None


def kind_of(reading: Reading, role: FieldRole, *, loose: bool = False, head: bool = False) -> Judged:
    """Return the kind of a sentence in a field of that role, and why it cannot be checked (empty if it can).

    `head` says that it stands above the first section of its document.
    """
    if role is FieldRole.REFERENCE:
        low = _URL.sub("", reading.low)
        empty = low.rstrip().endswith(":") or fullmatch("meta", "empty", low.strip(_EDGES))
        return ATTRIBUTED if says(low) and not empty else NOTHING
    if meta := _meta(reading, head=head):
        return meta
    if only_silent(reading, rationale=role is FieldRole.RATIONALE):
        return SILENT
    return _advice(reading, role, loose=loose) or _judgement(reading, loose=loose) or FACT


def kind(text: str, field: str = "") -> Judged:
    """Return the kind of a claim and, in plain words, why it cannot be checked (empty where it can).

    Without a field the words alone decide, and what is not plainly something else is a fact.
    """
    return kind_of(read(prepare(text)), role_of(field), loose=not field)
