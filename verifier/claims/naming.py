"""Tell what only names something from what states something: words of a title, of a caption, of a heading."""

from __future__ import annotations

import re
from functools import cache

from verifier.data.lexicons import irregular, irregular_verbs, unchanged_verbs
from verifier.text.joins import MONTH_NAME
from verifier.text.lines import verbal
from verifier.text.patterns import pattern

_DATED = pattern(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH_NAME}(?: \d{{1,2}}\b)?(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d", re.IGNORECASE
)
_COUNTED = pattern(r"\b[A-Z][a-z]+ \d{1,3}\b(?! ?[a-z%])")
_CODED = pattern(
    r"\b[A-Z][\w-]{0,30} (?:[Nn]o\. ?)?\d{1,6}\b(?![%.])|[#A-Za-z][\w-]*[-/#.]?\d[\w/.-]*|\b\d{4}/\d{1,4}\b"
)
"""What a number names: `Ward 6`, `VL 318`, `INC-0931`, `2022/17`."""
_RELATING = frozenset(
    "after amid as because before despite due during following if no not since through until what when where while who "
    "why how without".split()
)
"""Words that join one event to another, deny or ask."""
_WORD = pattern(r"(?<![#\w-])[^\W\d_][^\s,:;()\[\]|–—]*")
_EDGES = " .,:;!?()[]\"'“”"
_PLURAL, _SINGULAR, _DOING = "s", ("ss", "us", "is", "'s", "’s"), "ing"
_LONGEST, _NAME = 12, 4
_TITLED = pattern(
    r"(?:(?:incident|outage|public) )?(?:post-?[ ]?mortem|retrospective|incident (?:report|review)|root cause analysis"
    r"|rca)(?: (?:report|review|of|for|on))?\s?(?::|[–—]|--?|(?<=of)|(?<=for)|(?<=on))\s",
    re.IGNORECASE,
)
"""What says of a title that it names an incident."""


def tells(text: str) -> bool:
    """Tell whether a text holds a verb, or what may be one: irregular forms of verbs count."""
    words = text.lower().split()
    return verbal(words) or not irregular_verbs().isdisjoint(word.strip(_EDGES) for word in words)


def names(text: str) -> bool:
    """Tell whether a few words have neither a verb nor a figure, which would tell what happened; a date is none."""
    bare = _DATED.sub("", _COUNTED.sub("", text))
    words = bare.split()
    counted = any(any(map(str.isdigit, word)) and not word[0].isalpha() for word in words)
    return len(words) <= _LONGEST and not counted and not tells(bare)


def title_names(title: str) -> bool:
    """Tell whether a title has no verb, nothing that may be one, no figure, no date, and joins no event to another.

    `Loss of oxygen on Ward 6` and `Postmortem: checkout outage` only name. A plural may have its verb behind it, or be
    one; the last word behind what says that it names is none: `Postmortem: harbour lights`.
    """
    label = _TITLED.match(title)
    title = title[label.end() :] if label else title
    dated = any(any(map(str.isdigit, found[0])) for found in _DATED.finditer(title))
    if dated or any(map(str.isdigit, _CODED.sub(" ", title))) or tells(title):
        return False
    found = list(_WORD.finditer(title))
    low = [word[0].lower().strip(_EDGES) for word in found]
    return bool(low) and not (
        any(_may_be_verb(word) for word in (low[:-1] if label else low))
        or any(_is_doing(title, word) for word in found)
        or not _RELATING.isdisjoint(low)
    )


def is_named_in(title: str, text: str) -> bool:
    """Tell whether a short title is the name of something that a text tells of: more stands behind it there."""
    words = title.split()
    named = len(words) <= _NAME and title[:1].isupper() and not any(map(str.isdigit, title))
    return named and re.search(rf"(?<![\w-]){re.escape(title)}(?![\w-])(?=[^\n.!?]*\w)", text) is not None


def _may_be_verb(word: str) -> bool:
    return (word.endswith(_PLURAL) and not word.endswith(_SINGULAR)) or word in _bases()


def _is_doing(title: str, word: re.Match[str]) -> bool:
    """Tell whether a word in -ing stands between two others: in `Fault leading to loss`, not in `Dosing error`."""
    amid = title[: word.start()].rstrip()[-1:].isalnum() and title[word.end() :].lstrip()[:1].isalpha()
    return amid and word[0].endswith(_DOING)


@cache
def _bases() -> frozenset[str]:
    return unchanged_verbs().union(irregular()[form] for form in irregular_verbs())
