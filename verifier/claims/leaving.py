"""Tell items of a document that are no statement by their form: greetings, names of files, captions, references."""

from __future__ import annotations

import re

from verifier.layout import written
from verifier.model import Field, Span
from verifier.text.lines import verbal
from verifier.text.patterns import pattern

GREETING, FILE, CAPTION = "a greeting or a signature", "the name of a file", "a caption"
TRAILER = "only refers to issues, people or pages"
_CLOSING = r"(?:Kind|Best|Warm) (?:regards|wishes)|Regards|(?:Yours )?[Ss]incerely|Cheers|(?:Many )?[Tt]hanks|Thank you"
_NAMES = r"[A-Z][\w.'-]{0,30}(?: (?:(?:of|the|and|&) ){0,2}[A-Z][\w.'-]{0,30}){0,3}"
_GREETING = pattern(
    r"(?:Dear [^.,:;!?\n]{1,40}[,:]"
    r"|(?:Hi|Hello|Hey)(?: (?:all|everyone|everybody|team|folks|there|[A-Z][\w'-]{1,20})){0,2}[,!])"
    rf"|(?:{_CLOSING})(?:[!.,]|(?:[,!.]?\s{{0,3}}\n|,) {{0,3}}(?P<who>{_NAMES}(?:,?\s{{1,4}}{_NAMES}){{0,3}}))?"
)
_ISSUE = r"(?:#\d{1,9}|!\d{1,9}|[A-Z]{2,10}-\d{1,9})"
_NAMING = r"[Rr]ef(?:s|erences)?|[Rr]elates to|[Ss]ee(?: also)?|[Tt]icket|[Ii]ssue|PR|[Pp]art of|[Tt]racked in"
_ISSUES = rf"(?:{_NAMING}):?\s{_ISSUE}"
_DONE = r"(?:[Cc]lose|[Ff]ixe?|[Rr]esolve)[sd]?:?\s[#!]\d{1,9}"
_TOLD = r"(?:/?cc|/assign):?\s@[\w/-]{1,60}(?:,?\s@[\w/-]{1,60}){0,9}"
_TRAILER = pattern(
    rf"(?:(?:{_TOLD}|(?:{_ISSUES}|{_DONE})(?:,\s{_ISSUE}){{0,9}})(?:,?\s|\Z)){{1,6}}"
    r"|[A-Z][a-z]{1,12}(?:-[a-z]{1,12}){1,2}-?by: [^\n<>@]{1,60}\s<?\S{1,80}@\S{1,80}|[Pp]age \d{1,4}(?: of \d{1,4})?"
)
_FILE = pattern(
    r"\S{1,120}\.(?:png|jpe?g|gif|svg|webp|pdf|docx?|xlsx?|pptx?|csv|log|zip|txt|mp4)(?:\s\(\w{1,20}/[\w.+-]{1,80}\))?"
)
_CAPTION = pattern(r"(?:Figure|Fig\.|Image|Screenshot|Graph|Chart|Photo)\s?\d{1,3}[:.]\s(?P<shown>[^\n\d]{0,120})")
OPEN = " "
"""What stands in the box of a task that is still to be done."""
_CAPTION_WORDS = 12
_TASK = pattern(r"[-*+.)][ \t]{1,3}\[([ xX])\][ \t]{1,5}\Z")
_DEED = pattern(
    r"(?:(?!that\b|what\b|which\b|who\b|if\b|whether\b|how\b)[\w'-]{1,40}\s){1,6}(?:was|were|had|has been|have been)\b",
    re.IGNORECASE,
)
_LINK_WITHIN = pattern(r"\[[^\[\]\n]{1,200}\]\(#[^()\s]{0,200}\)[*_]{0,3}[ \t]*(?:[\r\n]|\Z)")
_BOX, _FAR = 16, 220


def unstated(text: str) -> str:
    """Return why an item is no statement, empty where it may be one."""
    if _is_greeting(text):
        return GREETING
    if _FILE.fullmatch(text):
        return FILE
    if _TRAILER.fullmatch(text.rstrip(">")):
        return TRAILER
    return CAPTION if _is_caption(text) else ""


def _is_greeting(text: str) -> bool:
    found = _GREETING.fullmatch(text)
    return found is not None and not verbal((found["who"] or "").lower().split())


def _is_caption(text: str) -> bool:
    """Tell whether a text names what a picture shows: without a figure or a verb, which would tell what happened."""
    found = _CAPTION.fullmatch(text)
    return found is not None and len(text.split()) <= _CAPTION_WORDS and not verbal(found["shown"].lower().split())


def task(field: Field, item: Span) -> str:
    """Return what stands in the box of a task before an item, `x` where it is done; empty without a box."""
    at, _ = written(field.layout, *item)
    found = _TASK.search(field.raw[max(0, at - _BOX) : at]) if field.blocks else None
    return found[1].lower() if found else ""


def tells_deed(text: str) -> bool:
    """Tell whether an item tells something done, and not what is to be done: `The gate was painted`."""
    return bool(_DEED.match(text))


def links_within(field: Field, item: Span) -> bool:
    """Tell whether an item is no more than a link to a place in its own document: `[Impact](#impact)`."""
    at, end = written(field.layout, *item)
    return bool(_LINK_WITHIN.match(field.raw, at - 1 if at and field.raw[at - 1] == "[" else at, end + _FAR))
