"""Tell the day that an article appeared, where a claim names it, from the days of what the article tells."""

from __future__ import annotations

import re

from verifier.compare.case import Case
from verifier.data.thresholds import DATE_ALONE_WITH
from verifier.facts.date import DateFact, relate
from verifier.facts.relation import HOLDS
from verifier.text.patterns import pattern

_ARTICLE = pattern(
    r"\b(?:article|story|blog post|news report)(?:s|['’]s)?(?:"
    r"(?:,? (?:which|that))?(?: (?:was|were|is|are|has been|had been))?(?: first)?"
    r" (?:published|posted|appeared|appears|dated|date|publication)(?: (?:is|was|on|in|of|from|the|date|as)){0,4}"
    r"| (?:of|from)) (?:\w+ \d{1,2},?(?: \d{4})? and )?$",
    re.IGNORECASE,
)
_REPORTED = pattern(r"\b(?:reported|published|posted|announced)(?: (?:on|in))? $", re.IGNORECASE)
_REPORTS = pattern(r"\b(?:report|publish|post|announc|appear)", re.IGNORECASE)
_PLACE = pattern(r"[A-Z][A-Z.'’ -]+, ?")
_FILED = pattern(r"(?P<agency> \([^()]{1,30}\))? ?[-–—]")


def is_dateline(text: str, day: DateFact) -> bool:
    """Say whether a date says when a text was filed: "LONDON, March 3 (AP) - ...", or stands there alone."""
    before, after = text[: day.start], text[day.end :]
    filed, placed = _FILED.match(after), _PLACE.fullmatch(before)
    told = filed and (placed or (filed["agency"] and not before.strip()))
    return bool(told) or len(f"{before} {after}".split()) <= DATE_ALONE_WITH


def told_of_article(case: Case, day: DateFact) -> bool:
    """Say whether a date of a claim is told of an article: "the article, which appeared on 5 May"."""
    return bool(_ARTICLE.search(case.claim.text[: day.start]))


def appeared_then(case: Case, day: DateFact) -> int:
    """Return the first passage of a source that appeared on a day, -1 where none did."""
    own = [source for source, known in case.index.published.items() if relate(day, known) in HOLDS]
    having = case.index.of_sources(own) & case.allowed
    return (having & -having).bit_length() - 1


def may_be_reported(case: Case, day: DateFact, number: int) -> bool:
    """Say whether a claim tells when something was reported, as a source was then, and a passage tells of no report."""
    told = _REPORTED.search(case.claim.text[: day.start]) and appeared_then(case, day) >= 0
    return bool(told) and not _REPORTS.search(case.passage(number).analysis.text)
