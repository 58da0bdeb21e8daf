"""Cut a postmortem, or a loose text, into claims; say which parts of it are not judged."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, takewhile

from verifier.claims.citations import with_known
from verifier.claims.consequences import parts
from verifier.claims.edges import at_edge
from verifier.claims.identity import Names
from verifier.claims.items import items
from verifier.claims.kinds import ADVICE, DEFINED, FACT, NAMED, NOTHING, PROPERTY, kind_of
from verifier.claims.lead_ins import led
from verifier.claims.leaving import (
    DONE,
    FILE,
    GREETING,
    HINT,
    OPEN,
    SPEAKER,
    TRAILER,
    is_attached,
    is_declared,
    is_done,
    is_guidance,
    is_hint,
    is_told_done,
    task,
    tells_deed,
    unstated,
)
from verifier.claims.leftovers import left_out
from verifier.claims.naming import is_named_in, tells, title_names
from verifier.claims.phrases import Prepared, prepare
from verifier.claims.pictures import CAPTION, is_beside_picture, is_caption
from verifier.claims.reading import read
from verifier.claims.roles import ADVISING, FieldRole, is_section, role_of, unnumbered
from verifier.claims.surroundings import Surroundings, fold, is_heading, last_told, parts_from, surroundings
from verifier.claims.wrapping import material_of
from verifier.claims.written import written_on
from verifier.ingest.fields import is_lead
from verifier.model import Citation, Claim, Field, NotChecked, Postmortem, Span
from verifier.text.chats import agreement, entry, is_reported, is_small_talk, is_speaker
from verifier.text.datelines import is_date, is_stamp
from verifier.text.figures import MOST_IN_CLAIM, ROW, stretches
from verifier.text.logs import LOG, is_log
from verifier.text.mails import MAILED, is_rule
from verifier.text.phases import STATES, is_state, is_stock, is_time
from verifier.text.sentences import sentences

POSTED = "says when it was posted"
HEADED = "a heading"
TIMED = "a date or a time alone"
ASKED = "a question"
SMALL, REPORTED = "small talk", "a line of the chat program"
_QUESTION = re.compile(r"[^\"“”?]{1,300}\?[ \t)*_]{0,4}")
_MARKER = 4
"""The shortest bracket that names a source."""
_TODAY = re.compile(r"\b(?:today|tonight|yesterday|(?:this|last) (?:morning|afternoon|evening|night))\b")
_TIMES = ("day", "night", "morning", "noon", "evening")
"""What a text has that tells such a time."""
_QUOTED = frozenset('"“”')
_SOFT_BREAK = re.compile(r"[\r\n]")
_DATING = frozenset({POSTED, TIMED, SPEAKER, MAILED, REPORTED})
"""What says that a document holds what was written on several days."""
_PARTING = frozenset({HEADED, SPEAKER, MAILED})
"""What ends a part of a section that a line alone had opened: another such line, the next entry."""
_CONTRIBUTING = frozenset({"contributors"})
_UNJUDGED = {
    FieldRole.META: PROPERTY[1],
    FieldRole.CHOICE: "names classes; their rationale is judged",
}


def _sentences(field: Field, item: Span) -> Iterator[Span]:
    """Yield the sentences of an item; line breaks in a document wrap them, a citation belongs to what it follows."""
    piece = _marked(field, item)
    for start, end in sentences(_SOFT_BREAK.sub(" ", piece) if field.blocks else piece):
        yield Span(item.start + start, item.start + end)


def _marked(field: Field, item: Span) -> str:
    """Return the text of an item in which brackets that cite by a name (`[gazette]`) look like markers."""
    text, at, parts = field.text, item.start, []
    for link in _between(field.links, item) if field.name else ():
        if link.end - link.start >= _MARKER and text[link.start] == "[" and text[link.end - 1] == "]":
            parts += [text[at : link.start], f"[^{'a' * (link.end - link.start - 3)}]"]
            at = link.end
    return "".join((*parts, text[at : item.end]))


def _between(links: tuple[Citation, ...], span: Span) -> Iterator[Citation]:
    """Yield the links inside a span, in order, that do not overlap."""
    done = span.start
    for link in _within(links, span):
        if link.start >= done:
            yield link
            done = link.end


def _cited_behind(text: str, spans: Iterable[Span], mentions: Mapping[int, int]) -> list[Span]:
    """Return sentences, each with the link behind its stop that names who says so: `It broke. ([Post](...))`.

    `mentions` are the ends of such links by where they start.
    """
    found: list[Span] = []
    for span in spans:
        start = span.start
        while found and mentions.get(start, span.end + 1) <= span.end:
            start = mentions[start]
            found[-1] = Span(found[-1].start, start)
        if rest := text[start : span.end].strip():
            found.append(Span(span.end - len(rest), span.end))
    return found


def _with_time(field: Field, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield sentences, the first with the time at the head of its entry: `14:05 UTC. It fell.`"""
    headed = field.name and len(spans) > 1 and is_time(field.text[slice(*spans[0])])
    yield from (Span(spans[0].start, spans[1].end), *spans[2:]) if headed else spans


def _inside(links: tuple[Citation, ...], span: Span) -> tuple[Citation, ...]:
    """Return the links inside a span, with offsets that count from its start."""
    found = _within(links, span)
    return tuple(Citation(each.start - span.start, each.end - span.start, each.labels) for each in found)


def _within(links: tuple[Citation, ...], span: Span) -> Iterator[Citation]:
    """Return the first links that begin in a span, as long as they end there as well; the links stand in order."""
    first = bisect_left(links, span.start, key=lambda each: each.start)
    return takewhile(lambda each: each.end <= span.end, islice(links, first, None))


def _labels(prepared: Prepared) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for each in prepared.citations for label in each.labels))


def _claim(
    field: Field, span: Span, prepared: Prepared, labels: tuple[str, ...], names: Names, around: Surroundings,
    role: FieldRole, *, since: bool,
) -> Claim | NotChecked:  # fmt: skip
    """Return what a span claims; `role` is that of its section, `since` says that it is a task or a plan."""
    text, answers = field.text[slice(*span)], span == around.answer
    reading = read(prepared)
    beside = span.start < around.head_end or span.start >= around.tail
    kind, reason = kind_of(reading, role, loose=not field.name, head=span.start < around.head_end)
    told = answers and role is not FieldRole.REFERENCE
    if (kind, reason) == NOTHING and told and any(map(str.isdigit, reading.low[reading.first :])):
        kind, reason = FACT
    titled = field.blocks and role_of(field.name) is FieldRole.TITLE
    if titled and (title_names(text) or is_named_in(text, field.text[span.end :])):
        kind, reason = NAMED
    if (kind, reason) in {NOTHING, DEFINED}:
        return NotChecked(field.name, *span, reason)
    if field.blocks and role_of(field.name) is not FieldRole.TITLE:
        stock = POSTED if around.notice and is_stock(text, notice=True) else ""
        why = stock or _unstated(text, answers=answers) or (at_edge(text) if beside and not answers else "")
        if why:
            return NotChecked(field.name, *span, why)
    name = names.name(field.name, prepared)
    return Claim(name, field.name, *span, text, kind, labels, material_of(reading), reason, since=since)


def _unstated(text: str, *, answers: bool) -> str:
    """Return why a sentence states nothing, empty where it does: a date may answer the heading above it."""
    if _QUESTION.fullmatch(text):
        return ASKED
    if is_date(text.lower().split()) and not answers:
        return TIMED
    if is_small_talk(text) and not answers:
        return SMALL
    return unstated(text)


def _parts(field: Field, sentence: Span, prepared: Prepared) -> Iterator[tuple[Span, Prepared]]:
    """Yield what of a sentence is judged apart: in a postmortem `X did A, leading to B`; a loose text stays whole."""
    found = parts(prepared.low)
    if not field.name or len(found) < 2:
        yield sentence, prepared
        return
    for start, end in found:
        span = Span(sentence.start + start, sentence.start + end)
        yield span, prepare(field.text[span.start : span.end], _inside(field.links, span))


def _task(field: Field, item: Span, names: Names) -> Claim:
    """Return a task that tells no deed as one claim, advice."""
    text = field.text[slice(*item)]
    prepared = prepare(text, _inside(field.links, item))
    name = names.name(field.name, prepared)
    return Claim(name, field.name, *item, text, ADVICE[0], _labels(prepared), (), ADVICE[1])


def _claims(
    field: Field, names: Names, sections: Collection[str] = (), *, last: bool = False
) -> Iterator[Claim | NotChecked]:
    """Yield what a field claims, in order, and its items that claim nothing.

    `sections` are the names of all sections, in lower case; `last` says that the field is the document's last.
    """
    around, role = surroundings(field, sections, last=last), role_of(field.name)
    aside, listed = 0, led(field)
    mentions = {link.start: link.end for link in field.links if link.mention and link.start < link.end}
    for item in items(field):
        told = field.text[slice(*item)]
        if field.name and (why := _no_prose(field, item, around)):
            if why in _PARTING and item not in around.contents:
                role = role_of(told if why == HEADED and is_section(told) else field.name)
                aside = int(role is FieldRole.META and role is not role_of(field.name))
            yield NotChecked(field.name, *item, why)
            continue
        if aside and (aside == 1 or not parts_from(field, item)):
            aside += 1
            yield NotChecked(field.name, *item, PROPERTY[1])
            continue
        aside = 0
        box = task(field, item) or (DONE if role is FieldRole.PLAN and is_done(told) else "")
        if box and is_declared(told):
            yield NotChecked(field.name, *item, HINT)
            continue
        if box and not (tells_deed(told) if box == OPEN else is_told_done(told)):
            yield _task(field, item, names)
            continue
        own = FieldRole.FACTS if box not in {"", OPEN} else listed.get(item, role)
        since = bool(box) or FieldRole.PLAN in {role, own}
        if field.blocks and (agreed := agreement(told)):
            yield NotChecked(field.name, item.start, item.start + agreed, SMALL)
            item = Span(item.start + agreed, item.end)  # noqa: PLW2901  the rest of it
        cut = _cited_behind(field.text, _sentences(field, item), mentions)
        for sentence in _with_time(field, cut):
            yield from _told(field, sentence, names, around, own, since=since)


def _told(
    field: Field, sentence: Span, names: Names, around: Surroundings, role: FieldRole, *, since: bool
) -> Iterator[Claim | NotChecked]:
    """Yield what a sentence claims; its parts share what it cites, and rows of figures in it claim nothing."""
    whole = prepare(field.text[slice(*sentence)], _inside(field.links, sentence))
    labels = _labels(whole)
    for stretch, row in stretches(field.text, sentence, MOST_IN_CLAIM):
        if row:
            yield NotChecked(field.name, *stretch, ROW)
            continue
        own = stretch == sentence
        prepared = whole if own else prepare(field.text[slice(*stretch)], _inside(field.links, stretch))
        for span, part in _parts(field, stretch, prepared):
            yield _claim(field, span, part, labels, names, around, role, since=since)


def _no_prose(field: Field, item: Span, around: Surroundings) -> str:
    """Return why an item is no prose, empty where it is: a log, the time of posting, a heading in capitals alone."""
    text = field.text[item.start : item.end].strip()
    if is_log(text):
        return LOG
    if not field.blocks or role_of(field.name) is FieldRole.TITLE:
        return ""
    stated = is_state(text) or is_stock(text, notice=around.notice) or (text in STATES and around.notice)
    if stated or is_stamp(text):
        return POSTED
    if around.chat and (is_speaker(text, chat=True) or entry(text, 0, len(text)) == len(text)):
        return SPEAKER
    if item != around.answer and is_small_talk(text, chat=around.chat):
        return SMALL
    if role_of(field.name) not in ADVISING and is_hint(text):
        return HINT
    if not is_lead(field.name) and is_guidance(field, item):
        return HINT
    if around.chat and is_reported(text):
        return REPORTED
    return unstated(text) or _by_place(field, item, around)


def _by_place(field: Field, item: Span, around: Surroundings) -> str:
    """Return why an item is no prose by where it stands: among links alone, in a signature, beside a picture."""
    if is_attached(field, item):
        return FILE
    if around.links:
        return TRAILER
    if item in around.signed:
        return GREETING
    if item in around.mailed or is_rule(field.text[slice(*item)]):
        return MAILED
    if is_caption(field.text[slice(*item)], field.name) or is_beside_picture(field, item):
        return CAPTION
    return HEADED if is_heading(field, item) or item in around.contents or item in around.names else ""


def _is_told(field: Field) -> bool:
    """Tell whether a section of contributors holds sentences: it tells what contributed, and not who."""
    told = [field.text[slice(*item)].rstrip() for item in items(field)] if fold(field.name) in _CONTRIBUTING else []
    return bool(told) and all(each.endswith(".") and tells(each) for each in told)


def _read(field: Field, names: Names, sections: Collection[str], *, last: bool) -> Iterator[Claim | NotChecked]:
    why = _UNJUDGED.get(role_of(field.name))
    if why and not _is_told(field):
        yield NotChecked(field.name, field.start, field.end, why)
    else:
        yield from _claims(field, names, sections, last=last)


def claims_of(postmortem: Postmortem, sources: Iterable[str] = ()) -> tuple[tuple[Claim, ...], tuple[NotChecked, ...]]:
    """Return the claims of a postmortem in order, and the spans of it that are not judged, with the reason.

    What stands in brackets cites where it is the id of one of the sources, or a label of the postmortem's own list.
    """
    names = Names()
    ids = (label for label in (*sources, *postmortem.cited) if label[1:] or label.isdecimal())  # a letter marks options
    known = frozenset((*ids, *(label for label, _ in postmortem.references)))
    fields = [with_known(field, known) for field in postmortem.fields]
    sections = frozenset(fold(name) for field in fields for name in (field.name, unnumbered(field.name)))
    last = last_told(fields)
    found = [each for at, field in enumerate(fields) for each in _read(field, names, sections, last=at >= last)]
    claims = tuple(each for each in found if isinstance(each, Claim))
    if any(claim.citations for claim in claims):
        claims = tuple(replace(claim, uncited=_uncited(claim)) for claim in claims)
    if not any(isinstance(each, NotChecked) and each.reason in _DATING for each in found):
        day = written_on(postmortem)
        claims = tuple(_written(claim, day) for claim in claims)
    return (
        claims,
        (*(each for each in found if isinstance(each, NotChecked)), *left_out(postmortem.fields, postmortem.skipped)),
    )


def _written(claim: Claim, day: date | None) -> Claim:
    """Return a claim with the day that it was written on where it counts from that; who is quoted may not."""
    low = claim.text.lower() if day else ""
    told = any(time in low for time in _TIMES) and _TODAY.search(low)
    counts = told and _QUOTED.isdisjoint(low)
    return replace(claim, written=day) if counts else claim


def _uncited(claim: Claim) -> bool:
    """Say whether a claim names no source where others do; titles never do."""
    return not claim.citations and role_of(claim.field) is not FieldRole.TITLE


def claims_in(text: str, field: str = "") -> tuple[Claim, ...]:
    """Return the sentences of a loose text as claims; their kinds are told by the words, and by the field if named."""
    found = _claims(Field(field, text, 0, len(text)), Names())
    return tuple(each for each in found if isinstance(each, Claim))
