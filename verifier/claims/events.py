"""Tell a sentence that reports an event from one that proposes something, by the form of its verbs."""

from __future__ import annotations

from verifier.claims.phrases import match
from verifier.claims.reading import Reading
from verifier.data.lexicons import irregular
from verifier.text.patterns import pattern

_AUXILIARY = pattern(r"\b(?:was|were|had|did|ha(?:s|ve) (?:been|[a-z]{2,20}ed))\b")
_GOVERNED = pattern(
    r"\b(?:which|that|who|where|if|when|once|before|after|until|unless|whether|could|would|should|may|might|must|can|to|"
    r"will)\b[^,.;:]*$"
)
_PAST = (
    r"(?:[a-z]{3,}ed|took|made|gave|ran|began|came|went|sent|found|told|said|held|led|brought|paid|got|wrote|built|kept|"
    r"left|lost|met|shut)"
)
_NAMED = pattern(
    rf"\b(?:[A-Z][\w'-]{{0,60}}|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I) (?:[a-z]{{1,20}}ly |also |later |then )?{_PAST}\b"
)
_REPORTED = pattern(
    r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bby )(?<!\band )(?<!\bor )(?<!\bmore )(?<!ly )\b" + _PAST + r"\b"
)
_WORD = r"[A-Z][\w&-]{0,40}"
_MORE = rf"(?: {_WORD}| (?:of|and|&)(?= [A-Z]))"
_ASIDE = r"(?:, (?:which|who|whose|the|an?) [^,.;]{1,80},)?"
_ADVERB = r" (?:[a-z]{1,20}ly |also |later |then )?"
_ALONE = (
    r"(?:took|gave|ran|began|came|went|wrote|broke|fell|rose|saw|knew|grew|drew|chose|spoke|withdrew|became|said)\b"
)
"""Forms that are never participles: a subject stands before them."""
_LASTING = r"(?:crashed|failed|collapsed|expired|responded|replied|apologi[sz]ed|appeared|arrived|remained|happened)\b"
_OBJECT = (
    r" (?:the|an?|this|that|its|their|his|her|our|it|them|us|all|no|some|both|more|two|three|four|five|\d\S{0,20})\b"
)
_PLACED = r" (?!(?:by|in|for|from|over|with|as|on|to|at|since|during|under|of|and|or|via|through|across)\b)[\w$€£]"
_SUBJECTS = (
    pattern(rf"{_WORD}{_MORE}{{0,6}}{_ASIDE}{_ADVERB}{_ALONE}"),
    pattern(rf"{_WORD}{_MORE}{{0,6}}(?:'s?(?: [a-z-]{{2,20}}){{1,2}})?{_ASIDE}{_ADVERB}{_PAST}{_OBJECT}"),
    pattern(rf"{_WORD}{_MORE}{{1,6}}{_ASIDE}{_ADVERB}(?:{_LASTING}|{_PAST}{_PLACED})"),
)
"""A run of capitals with what it did: a name, also where it begins as an order does (`Check Point shipped a fix`)."""
_ASSURES = pattern(r"(?:ensure|verify|confirm|validate|make sure)\b")
_NARRATES = pattern(r"(?:the|an?|this|these|in|after|on|following|during|since|his|her|their|its)\b")
_NOW = pattern(r"[a-z][^.;,]{0,80}\b(?:now [a-z]{3,20}s|(?:is|are|has|have) now)\b")
_GERUND = pattern(r"[a-z-]{2,40}ing\b")
_FUTURE = pattern(r"\bwill\b")
_VERB = pattern(
    rf"\b{_PAST}\b|\b[a-z]{{3,40}}s(?= (?:the|an?|to|that)\b)"
    r"|\b(?:is|are|was|were|has|have|had|did|does|do|will|cost|cut|hit|hurt|let|put|set|shut|spread)\b"
)
_WINDOW = 60


def _auxiliary(low: str, start: int) -> bool:
    found = (match.start() for match in _AUXILIARY.finditer(low, start))
    return any(not _GOVERNED.search(low[max(start, at - _WINDOW) : at]) for at in found)


def states_event(reading: Reading, *, future: bool) -> bool:
    """Tell whether a sentence of a field that gives advice reports what happened, or (`future`) will happen."""
    low, start = reading.low, reading.start
    if _auxiliary(low, start):
        return True
    if not _ASSURES.match(low, start) and any(subject.match(reading.text, start) for subject in _SUBJECTS):
        return True
    if _GERUND.match(low, start) or any(match("advice", kind, low, start) for kind in ("openers", "orders")):
        return False
    narrated = _NARRATES.match(low, start) and _REPORTED.search(low, start)
    return bool(
        (future and _FUTURE.search(low, start))
        or narrated
        or _NOW.match(low, start)
        or _NAMED.search(reading.text, start)
    )


def opens_as_proposal(reading: Reading) -> bool:
    """Tell whether a loose sentence opens like a proposal and has no word that may be its verb."""
    opener = match("advice", "openers", reading.low, reading.start)
    if not opener or _VERB.search(reading.low, reading.start):
        return False
    return irregular().keys().isdisjoint(reading.low[opener.end() :].split())
