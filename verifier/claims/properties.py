"""Find the lines at the head of a document that tell of the document and not of the incident: `Version: 1.3`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from verifier.claims.items import items
from verifier.claims.roles import FieldRole, role_of
from verifier.model import Field, Span
from verifier.text.datelines import is_date
from verifier.text.normalise import level
from verifier.text.patterns import pattern

_LINE = pattern(
    r"[|*_`\s]{0,4}(?P<label>[A-Z#][\w /&'().-]{0,38}(?:\w[).]?| ?#))[*_`]{0,3}\s?(?::|\s\|)[*_`\s]{1,4}"
    r"(?P<value>\S[^\n]{0,119})"
)
_WORD = pattern(r"[a-z][a-z'-]*")
_TELLS = (
    *("caus", "reason", "impact", "effect", "affect", "consequence", "damage", "loss", "lost", "cost", "downtime"),
    *(
        "duration",
        "period",
        "start",
        "began",
        "begin",
        "end",
        "finish",
        "outage",
        "interruption",
        "disruption",
        "recall",
    ),
    *("detect", "discover", "notic", "resol", "recover", "restor", "mitigat", "trigger", "fix", "remed", "patch"),
    *("symptom", "customer", "user", "client", "passenger", "patient", "victim", "people", "person", "injur", "death"),
    *("casualt", "region", "countr", "locat", "place", "site", "city", "area", "scope", "extent", "fault", "fail"),
    *("error", "bug", "defect", "flaw", "problem", "issue", "what", "where", "when", "who", "why", "how", "summary"),
    *("overview", "description", "abstract", "event", "incident", "accident", "crash", "attack", "breach", "exploit"),
    *("vulnerab", "compan", "organi", "vendor", "supplier", "manufactur", "maker", "operator", "product", "system"),
    *("service", "device", "platform", "component", "software", "hardware", "aircraft", "vehicle", "ship", "train"),
    *("industr", "sector", "model", "action", "lesson", "workaround", "response", "result", "finding", "note"),
    *("background", "context", "conclusion", "change", "cancel", "delay", "suspect", "agency", "regulator"),
)
"""How words begin that say what a line tells of an incident."""
_WHEN = frozenset({"date", "time", "day"})
_DOCUMENT = "post-?mortem|report|review|document|meeting|publication|release|creation|approval"
_WRITTEN = "published|created|updated?|revised|edited|modified|reviewed|written|posted|approved"
_OF_THE_DOCUMENT = pattern(
    rf"date|(?:{_DOCUMENT}|(?:last )?(?:{_WRITTEN})) (?:date|time|day)|date (?:of (?:the )?(?:{_DOCUMENT})|{_WRITTEN})"
)
_VERB = pattern(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|did|will|would|can|could|should|may|might|must|not|never|no one)\b"
    r"|\w\w(?:ed|ew|ook|ent|oke|ost|ell|ept|ade)\b(?=\s+\w)"
)
_NAMING = pattern(
    r"v?\d{1,4}(?:\.\d{1,4}){1,3}(?:-\w{1,12})?|v\d{1,4}|[A-Z]{1,10}[-_]?\d{1,9}|[A-Z]{1,6}(?:/[A-Z\d]{1,6}){1,4}|[A-Z]{2,10}(?:-\d{1,9}){1,3}|#\d{1,9}|\d+\w*@\S+"
    r"|(?:https?://|www\.|@)\S+"
)
_GUARDED = (
    r"(?:strictly |company )?confidential|(?:for )?internal(?: use| distribution)?(?: only)?|all rights reserved"
    r"|(?:please )?do not (?:share|distribute|copy|forward|edit)[^.!\n]{0,40}"
)
_STATE = (
    r"(?:an? )?(?:blameless|preliminary|not final|work in progress|(?:working )?draft)(?: (?:document|report|version))?"
)
_NOTICE = pattern(
    rf"(?:(?:this|the) (?:page|document|report|post-?mortem) is )?(?:{_GUARDED}|{_STATE})"
    rf"(?:(?:[.!;,]| [–—-])\s{{0,3}}(?:{_GUARDED}|{_STATE})){{0,4}}[.!]?",
    re.IGNORECASE,
)
_STOPS = frozenset({*".!?:;"})
_NUMBERED = pattern(r"version|revision|edition|draft|number|\bno\b|\bid\b|ticket|key|#|priority|severity")
_LONGEST, _LABEL_WORDS, _FEWEST, _FIGURES = 12, 4, 2, 3


class _Line(NamedTuple):
    """Hold an item with its field's name; without label and value where it is no line with a label.

    `prose` says that it is none of the short lines either that may stand among those, a heading or a date, and `notice`
    that it says to whom the document may be shown, or that it is not finished.
    """

    field: str
    place: Span
    label: str
    value: str
    prose: bool
    notice: bool = False


def properties(fields: Iterable[Field]) -> frozenset[tuple[str, Span]]:
    """Return the items, with their fields' names, that are lines about the document.

    They stand in the lines with labels before the first prose, at least two of them; what is said of an incident there
    (`Cause: a bad push`, `Users affected: 3,000`) is none, nor is a sentence.
    """
    read = (field for field in fields if role_of(field.name) not in {FieldRole.TITLE, FieldRole.META})
    head = list(takewhile(_is_no_prose, _lines(read)))
    labelled = [line for line in head if line.label]
    about = (
        [line for line in labelled if not _tells(line.label) and _is_naming(line)] if len(labelled) >= _FEWEST else []
    )
    return frozenset((line.field, line.place) for line in (*about, *(line for line in head if line.notice)))


def _is_no_prose(line: _Line) -> bool:
    return not line.prose


def _lines(fields: Iterable[Field]) -> Iterator[_Line]:
    """Yield the items of a document's sections, in order."""
    for field in fields:
        text = level(field.text)
        for item in items(field):
            found = _LINE.fullmatch(text, *item) if field.blocks else None
            if found and len(found["label"].split()) <= _LABEL_WORDS and " | " not in found["value"]:
                yield _Line(field.name, item, found["label"], found["value"].strip(" *_`|"), prose=False)
            else:
                words = text[slice(*item)]
                notice = bool(_NOTICE.fullmatch(words.strip(" *_")))
                yield _Line(
                    field.name, item, "", "", prose=not field.blocks or not (notice or _is_short(words)), notice=notice
                )


def _is_short(words: str) -> bool:
    size = len(words.split())
    return size <= _LABEL_WORDS or (size <= _LONGEST and words.rstrip("*_ ")[-1:] not in _STOPS)


def _tells(label: str) -> bool:
    """Tell whether a label is that of something that happened: its noun says so, or it says what was affected."""
    words = _WORD.findall(label.lower())
    if label.endswith("#"):
        return False
    if not words or _OF_THE_DOCUMENT.fullmatch(" ".join(words)):
        return not words
    noun = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return noun in _WHEN or noun.startswith(_TELLS) or any(word.startswith("affect") for word in words)


def _is_naming(line: _Line) -> bool:
    """Tell whether a value only names: no sentence, and no figure but that of a date, a version, an id or a name."""
    words = line.value.split()
    if len(words) > _LONGEST or _VERB.search(line.value):
        return False
    numbered = bool(_NUMBERED.search(line.label.lower()))
    return is_date(line.value.lower().split()) or all(
        _is_name(word.strip(",.;()[]"), before, numbered=numbered) for before, word in pairwise(["", *words])
    )


def _is_name(word: str, before: str, *, numbered: bool) -> bool:
    """Tell whether a word, with the one before it, holds no figure that counts something."""
    if not any(map(str.isdigit, word)) or _NAMING.fullmatch(word):
        return True
    return word.isdigit() and (numbered or (len(word) < _FIGURES and before[:1].isupper()))
