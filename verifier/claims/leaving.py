"""Tell items of a document that are no statement by their form: greetings, names of files, captions, notices."""

from __future__ import annotations

from verifier.model import Field, Span
from verifier.text.patterns import pattern
from verifier.text.phases import is_speaker

GREETING, FILE, CAPTION, SPEAKER = "a greeting or a signature", "the name of a file", "a caption", "says who wrote when"
TRAILER = "only refers to issues, people or pages"
_CLOSING = r"(?:Kind|Best|Warm) (?:regards|wishes)|Regards|(?:Yours )?[Ss]incerely|Cheers|(?:Many )?[Tt]hanks|Thank you"
_GREETING = pattern(
    rf"(?:Dear|Hi|Hello|Hey)\b[^.!?\n]{{0,40}}[,!]|(?:{_CLOSING})(?:[!.]|[,!.]?\s{{1,4}}[A-Z][^.!?]{{0,120}})?"
)
_REFERENCE = r"(?:#\d{1,9}|@[\w/-]{1,60}|[A-Z]{2,10}-\d{1,9})"
_TRAILER = pattern(
    rf"(?:/?[A-Za-z-]{{2,15}}:?\s{_REFERENCE}(?:,\s{_REFERENCE}){{0,9}}(?:,?\s|\Z)){{1,6}}"
    r"|[A-Z][a-z]{1,12}(?:-[a-z]{1,12}){1,2}-?by: [^\n<>@]{1,60}\s<?\S{1,80}@\S{1,80}|[Pp]age \d{1,4}(?: of \d{1,4})?"
)
_FILE = pattern(
    r"\S{1,120}\.(?:png|jpe?g|gif|svg|webp|pdf|docx?|xlsx?|pptx?|csv|log|zip|txt|mp4)(?:\s\(\w{1,20}/[\w.+-]{1,80}\))?"
)
_CAPTION = pattern(r"(?:Figure|Fig\.|Image|Screenshot|Graph|Chart|Photo)\s?\d{0,3}[:.]\s[^\n]{0,120}")
_CAPTION_WORDS = 12
_OPEN_TASK = pattern(r"\[ \]\s{1,9}\Z")
_BOX = 12


def unstated(text: str) -> str:
    """Return why an item is no statement, empty where it may be one."""
    if _GREETING.fullmatch(text):
        return GREETING
    if _FILE.fullmatch(text):
        return FILE
    if _TRAILER.fullmatch(text.rstrip(">")):
        return TRAILER
    if is_speaker(text):
        return SPEAKER
    return CAPTION if _CAPTION.fullmatch(text) and len(text.split()) <= _CAPTION_WORDS else ""


def is_open_task(field: Field, item: Span) -> bool:
    """Tell whether an item stands behind the empty box of a task: it is still to be done."""
    at = field.layout.written(*item)[0] if field.layout else item.start
    return bool(_OPEN_TASK.search(field.raw[max(0, at - _BOX) : at]))
