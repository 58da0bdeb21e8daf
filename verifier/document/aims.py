"""Find a postmortem that calls one event an accident in one place and intended in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from verifier.document import options
from verifier.document.remark import Remark, Spot, at
from verifier.document.taxonomy import CLASH
from verifier.model import Claim, Kind, Postmortem
from verifier.text.normalise import level

_SILENT = frozenset({Kind.ABSENCE, Kind.ADVICE})
_BE = r"(?:is|was|were|are|be|been|being)"
_BETWEEN = r"(?:[^.,;:()]{0,80}?)"
_ADVERB = r"(?:[a-z]+ly )?"
_OPEN = re.compile(
    r"\b(?:if|whether|may|might|could|would|should|possibly|perhaps|allegedly|believed|suspected|unclear|unknown|appears?|seems?"
    r"|that|which|who|because|when|where|after|before|no (?:evidence|indication|sign)|can be)\b",
    re.IGNORECASE,
)
_ASIDE = r"(?: in nature)?,? (?:and )?(?!not )"


def check(postmortem: Postmortem, claims: Sequence[Claim]) -> Iterator[Remark]:
    """Report the sentences that say of one event that nobody meant it, beside those that say somebody did."""
    picked = options.chosen(postmortem).get("Objective", ())
    if {"malicious", "non-malicious"} <= set(picked):
        return
    signs = options.taxonomy()["aims"]["signs"]
    spoken = [c for c in claims if c.kind not in _SILENT and any(sign in c.text.lower() for sign in signs)]
    for event in ("attack", "incident"):
        unmeant = _said(spoken, event, "unmeant")
        meant = _said(spoken, event, "meant") if unmeant else []
        if unmeant and meant:
            yield Remark(CLASH, tuple(unmeant), tuple(meant))
            return


def _said(claims: Sequence[Claim], event: str, aim: str) -> list[Spot]:
    """Return where claims say outright, of the event as a whole, that it was meant or not."""
    found = []
    for claim in claims:
        text = level(claim.text)
        for match in _pattern(event, aim).finditer(text):
            if not _OPEN.search(match["between"]) and not _narrowed().match(text, match.end()):
                found.append(at(claim, match, "aim"))
                break
    return found


@cache
def _pattern(event: str, aim: str) -> re.Pattern[str]:
    """Return the pattern of sentences that say it; what is denied is left to the phrases of the other side."""
    aims = options.taxonomy()["aims"]
    events, said = ("|".join(aims[name]) for name in (event, aim))
    return options.phrases(rf"(?:{events})(?P<between>{_BETWEEN}) {_BE} {_ADVERB}(?:an? )?(?P<aim>{said})")


@cache
def _narrowed() -> re.Pattern[str]:
    aims = options.taxonomy()["aims"]
    words = "|".join(word.replace(" ", r"\s+") for word in aims["narrowed"])
    return re.compile(rf"{_ASIDE}(?:{words})", re.IGNORECASE)
