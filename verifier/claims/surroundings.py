"""Tell what an item of a document is by where it stands: in its head, in a table of contents, alone below a heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import chain, groupby, takewhile
from typing import NamedTuple

from verifier.claims.edges import at_edge
from verifier.claims.items import is_chat_in, items
from verifier.claims.leaving import is_closing, is_link, is_name, links_within, unstated
from verifier.claims.lines import CAPITALS
from verifier.claims.naming import names, tells, title_names
from verifier.claims.phrases import fullmatch, prepare
from verifier.claims.roles import is_section, unnumbered
from verifier.ingest.fields import TITLE, is_lead
from verifier.layout import written
from verifier.model import Field, Span
from verifier.text.datelines import is_date, is_stamp
from verifier.text.lines import capitals
from verifier.text.mails import in_heads
from verifier.text.phases import STATES

_NAME, _NUMBER = re.compile(r"[A-Z][^\d.!?:\n]{2,60}"), re.compile(r"(?:\A|\n)\d{1,2}\.?[ \t]{1,3}\Z")
_SUBHEADING = re.compile(
    r"^\d{1,2}(?:\.\d{1,2}){1,2}\.?[ \t]{1,3}[A-Z][^.!?:\n\d]{2,60}$(?=\s{0,9}\n[^\d\s])", re.MULTILINE
)
_PARTED = re.compile(r"^\d{1,2}\.1\.? ", re.MULTILINE)
_SUMMARY = re.compile(r"<summary\b[^<>]{0,100}>\s{0,9}(?:<\w{1,9}>){0,3}\Z", re.IGNORECASE)
_NESTED = re.compile(r"[*_]{0,2}[ \t]*\r?\n(?:[ ]{2,8}|\t)[-*+] ")
_OPENED = re.compile(rf"{_NESTED.pattern}|[*_]{{0,2}}[ \t]*\r?\n[A-Z]\S* \S+ \S")
_LISTED = re.compile(r"(?:[-*+•]|\d[.)]|\|)[ \t]{1,4}\Z")
_LEADER = re.compile(
    r"^[ \t]*(?P<name>[^\s.](?:[^\n.]|\.(?! ?\.)){1,90}?)[ \t]?(?:\. ?){4,}[ \t]*\d{1,4}[ \t]*$", re.MULTILINE
)
_CONTENTS, _NAMED, _LABEL = "contents", 0.75, frozenset(":|")
_STOPS = (".", "!", "?")
_EDGES = " .!?,;"
_ALONE = re.compile(r"[*_:]{0,4}[ \t]{0,9}\r?\n[ \t>]{0,9}\r?\n")
_SECTIONS, _LINKS, _SIGNED, _BEFORE, _SHORT, _FAR = 3, 2, 6, 8, 4, 200


class Surroundings(NamedTuple):
    """Hold what the items of a field are told by: where the head of the document ends, and what stands around them.

    `tail` is where its tail begins, behind the last sentence of its last field, and elsewhere its end. `contents` are
    lines of a table of contents, `names` those below the title that only name, `answer` is the item that answers the
    heading above it, `signed` are those of a signature, `mailed` those of the head of a mail. A `chat`
    has several lines that say who wrote when, a `notice` updates that say when they were posted; `links` says that
    there are links alone.
    """

    head_end: int
    tail: int
    contents: frozenset[Span] = frozenset()
    names: frozenset[Span] = frozenset()
    signed: frozenset[Span] = frozenset()
    mailed: frozenset[Span] = frozenset()
    answer: Span | None = None
    chat: bool = False
    notice: bool = False
    links: bool = False


def surroundings(field: Field, sections: Collection[str], *, last: bool = False) -> Surroundings:
    """Return what the items of a field are told by; `sections` are the names of all sections, in lower case.

    `last` says that the field is the last of its document.
    """
    if not field.blocks:
        return Surroundings(field.start, field.end)
    texts = [_text(field, item).strip() for item in items(field)]
    return Surroundings(
        _head_end(field, titled=fold(TITLE) in sections),
        _tail(field) if last else field.end,
        _contents(field, sections),
        _named(field) if fold(TITLE) in sections else frozenset(),
        _signed(field),
        _mailed(field),
        _answer(field),
        is_chat_in(field),
        _is_notice(field.name, texts),
        _only_links(field),
    )


def last_told(fields: Sequence[Field]) -> int:
    """Return the number of the last field with a sentence: behind that a document ends."""
    told = (
        at for at in range(len(fields) - 1, 0, -1) if any(_is_prose(fields[at], item) for item in items(fields[at]))
    )
    return next(told, 0)


def is_heading(field: Field, item: Span) -> bool:
    """Tell whether an item is a heading above more of its field: in capitals alone, `2. Damage` above `2.1 It fell`."""
    if item.end >= field.end:
        return False
    text = _text(field, item).strip()
    words = text.lower().split()
    if (is_section(text) and _heads(field, item)) or fold(unnumbered(text)) in _listed(field):
        return True
    if CAPITALS.fullmatch(text):
        return len(words) <= _SHORT or not tells(text)
    return item in _chapters(field) or ((_is_numbered(field, item, text) or _opens(field, item)) and not tells(text))


def parts_from(field: Field, item: Span) -> bool:
    """Tell whether an item may be a heading of any name: it only names, and stands apart from what is around it."""
    text = _text(field, item).strip()
    return _heads(field, item) and not text.endswith(_STOPS) and names(text)


def _heads(field: Field, item: Span) -> bool:
    """Tell whether an item stands on a line of its own, without a mark of a list or a table, above an empty one."""
    at, end = written(field.layout, *item)
    alone = not field.raw[field.raw.rfind("\n", 0, at) + 1 : at].strip(" *_>")
    return alone and bool(_ALONE.match(field.raw, end, end + _FAR))


@lru_cache(maxsize=128)
def _listed(field: Field) -> frozenset[str]:
    """Return the names in a table of contents whose dots lead to the number of a page, without their own numbers."""
    return frozenset(fold(unnumbered(found["name"])) for found in _LEADER.finditer(field.value) if ".." in found[0])


def _is_numbered(field: Field, item: Span, text: str) -> bool:
    """Tell whether an item is a heading with a number, as others of its field: `2. Damage`, `2.1 Gate` above text."""
    if _SUBHEADING.match(field.text, item.start, field.end):
        return _count(_SUBHEADING, field) >= _LINKS
    before = field.text[max(0, item.start - _BEFORE) : item.start]
    return bool(_NAME.fullmatch(text) and _NUMBER.search(before)) and _count(_PARTED, field) >= _SECTIONS


def _number(field: Field, item: Span) -> str:
    """Return the number before an item, empty for an entry of a table of contents and where there is none."""
    found = _NUMBER.search(field.text[max(0, item.start - _BEFORE) : item.start])
    return found[0].strip() if found and not unstated(_text(field, item).strip()) else ""


@lru_cache(maxsize=128)
def _chapters(field: Field) -> frozenset[Span]:
    """Return the items that only name behind a number, each its own, and stand apart: no list goes on around them."""
    found = items(field)
    numbers = ["", *(_number(field, item) for item in found), ""]
    apart = [at for at, number in enumerate(numbers) if number and not numbers[at - 1] and not numbers[at + 1]]
    texts = {at: _text(field, found[at - 1]).strip() for at in apart if at < len(found)}
    named = [at for at, text in texts.items() if names(text) or is_section(text)]
    own = len({numbers[at] for at in named}) == len(named) >= _LINKS
    return frozenset(found[at - 1] for at in named if own)


@lru_cache(maxsize=128)
def _count(numbered: re.Pattern[str], field: Field) -> int:
    return len(numbered.findall(field.text, field.start, field.end))


def _opens(field: Field, item: Span) -> bool:
    """Tell whether an item names what folds away below it, or is a word above a nested list or more of its paragraph.

    The first word below a heading may answer that.
    """
    at, end = written(field.layout, *item)
    text = _text(field, item)
    if _SUMMARY.search(field.raw, max(0, at - _FAR), at):
        return names(text) or text.isalpha()
    answers = not is_lead(field.name) and item.start == field.start
    return text.isalpha() and bool((_NESTED if answers else _OPENED).match(field.raw, end, end + _FAR))


def _head_end(field: Field, *, titled: bool) -> int:
    """Return where the head of a document ends: before the first sentence or heading that is no title of it."""
    if not is_lead(field.name):
        return field.start
    found = enumerate(items(field))
    ends = (item.start for at, item in found if ((at or titled) and is_heading(field, item)) or _is_prose(field, item))
    return next(ends, field.end)


def _named(field: Field) -> frozenset[Span]:
    """Return the first lines below the title of a document that only name, in capitals: the body that it is by."""
    first = takewhile(lambda item: _is_body(field, item), items(field)) if is_lead(field.name) else ()
    return frozenset(first)


def _is_body(field: Field, item: Span) -> bool:
    at, _ = written(field.layout, *item)
    text = _text(field, item)
    listed = _LISTED.search(field.raw, max(0, at - _BEFORE), at)
    return not listed and " " in text and _LABEL.isdisjoint(text) and title_names(text) and capitals(text) >= _NAMED


def _only_links(field: Field) -> bool:
    """Tell whether a field holds links alone, whose words tell nothing, and what belongs to the page."""
    others = [item for item in items(field) if not is_link(field, item)]
    return len(others) < len(items(field)) and all(at_edge(_text(field, item)) for item in others)


def _tail(field: Field) -> int:
    """Return where the tail of a document begins: behind the last sentence of its last field."""
    found = items(field)
    return next((item.end for item in reversed(found) if _is_prose(field, item)), found[0].end if found else field.end)


def _signed(field: Field) -> frozenset[Span]:
    """Return the items of signatures: the few below what closes a letter and a name, up to one that tells."""
    found = items(field)
    closed = (at for at, item in enumerate(found[:-1], 1) if is_closing(_text(field, item)))
    named = (at for at in closed if "\n" in _text(field, found[at - 1]) or is_name(_text(field, found[at])))
    below = (takewhile(lambda each: _signs(_text(field, each)), found[at : at + _SIGNED]) for at in named)
    return frozenset(chain.from_iterable(below))


def _mailed(field: Field) -> frozenset[Span]:
    """Return the items of the heads of mails."""
    found = items(field)
    return frozenset(found[at] for at in in_heads([_text(field, item) for item in found]))


def _signs(text: str) -> bool:
    return ":" not in text and not tells(text)


def _is_prose(field: Field, item: Span) -> bool:
    """Tell whether an item is a sentence, and no notice on the document."""
    low = prepare(text := _text(field, item)).low.strip()
    told = low.endswith(_STOPS) and tells(low) and not at_edge(text)
    return told and not fullmatch("meta", "properties", low.strip(_EDGES))


def _contents(field: Field, sections: Collection[str]) -> frozenset[Span]:
    """Return the items of a field that are of a table of contents: links into the document, or names of its sections.

    One of them alone, or names of sections behind the first heading, may well state something.
    """
    found: set[Span] = set()
    lines = items(field)
    for linking, run in groupby(lines, lambda item: links_within(field, item)):
        linked = list(run) if linking else []
        found.update(linked if len(linked) >= _LINKS else ())
    for named, run in groupby(lines if is_lead(field.name) else (), lambda item: fold(_text(field, item)) in sections):
        names = list(run) if named else []
        found.update(names if len(names) >= _SECTIONS else ())
    if fold(field.name) == _CONTENTS and any(fold(_text(field, item)) in sections for item in lines):
        found.update(item for item in lines if not tells(_text(field, item)))
    return frozenset(found)


def _answer(field: Field) -> Span | None:
    """Return the item that answers the heading above it: the first below it, and the only time or date there."""
    around = items(field)
    if is_lead(field.name) or not around:
        return None
    times = sum(is_date(_text(field, each).lower().split()) for each in around)
    return around[0] if len(around) == 1 or (times == 1 and field.name not in STATES) else None


def _is_notice(name: str, texts: Sequence[str]) -> bool:
    """Tell whether lines are updates: below a state, or with states alone on lines, of two sorts or beside a stamp."""
    states = len(STATES.intersection(texts))
    return name in STATES or states > 1 or (states > 0 and any(map(is_stamp, texts)))


def fold(text: str) -> str:
    """Return a name as names are compared: without case, with single spaces."""
    return " ".join(text.casefold().split())


def _text(field: Field, item: Span) -> str:
    return field.text[slice(*item)]
