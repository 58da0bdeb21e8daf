"""Tell the day that an article appeared, where a claim names it, from the days of what the article tells."""

from __future__ import annotations

import re

from verifier.compare.case import Case
from verifier.facts.date import DateFact, relate
from verifier.facts.relation import HOLDS
from verifier.text.patterns import pattern

_LEADS = r"(?:\s(?:is|was|on|in|of|from|the|date|dated|as)){0,4}\s(?:\w+\s\d{1,2}\sand\s)?$"
_APPEARED = pattern(r"\b(?:published|posted|reported|appeared|appears|dated|publication)" + _LEADS, re.IGNORECASE)
_ARTICLE = pattern(
    r"\b(?:article|story|blog post|news report)(?:s|['’]s)?\b"
    r"(?:[^.;:!?]{0,40}?\b(?:published|posted|appeared|appears|dated|date|publication))?" + _LEADS,
    re.IGNORECASE,
)


def told_of_article(case: Case, day: DateFact) -> bool:
    """Say whether a date of a claim is told of an article: "the article, which appeared on 5 May"."""
    return bool(_ARTICLE.search(case.claim.text[: day.start]))


def appeared_then(case: Case, day: DateFact) -> int:
    """Return the first passage of a source that appeared on a day of which a claim says so, -1 where none did."""
    if not (_APPEARED.search(case.claim.text[: day.start]) or told_of_article(case, day)):
        return -1
    own = [source for source, known in case.index.published.items() if relate(day, known) in HOLDS]
    having = case.index.of_sources(own) & case.allowed
    return (having & -having).bit_length() - 1
