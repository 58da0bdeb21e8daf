"""Recognise what only a chat has: who wrote when before a message, small talk, and what the program reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from verifier.text.lines import verbal
from verifier.text.patterns import pattern

_DAY = r"(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)[T, ]{1,2}"
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?"
_NAME = r"[^\W\d_][\w.'-]{0,30}(?: [^\W\d_][\w.'-]{0,30}){0,3}(?: \([\w -]{1,20}\))?"
_NICK = r"<[@+%~]?[^\W\d][\w.|`^-]{0,30}>"
_ENTRY = pattern(
    rf"(?:\[(?:{_DAY})?{_CLOCK}\]|(?:{_DAY})?{_CLOCK}) {{1,4}}(?P<nick>{_NICK})(?:\s{{1,4}}|\Z)"
    rf"|(?:\[(?:{_DAY})?{_CLOCK}\] {{1,4}}|{_DAY}{_CLOCK} [–-] )(?P<who>{_NAME}):(?:\s{{1,4}}|\Z)",
    re.IGNORECASE,
)
_SPEAKER = pattern(
    r"(?P<who>[A-Z][\w.'-]{0,30}(?: [A-Z][\w.'-]{0,30}){0,3}|[a-z]\w{0,20}[._-][\w.-]{1,30})(?: \([\w -]{1,20}\))?"
    r"(?:\s{1,4}(?:APP|BOT))?\s{1,4}\[?\d{1,2}:\d\d(?::\d\d)?(?P<half>\s?[AP]M)?\]?"
)
_POSTED_BY = pattern(
    r"(?P<who>[^\W\d_][\w.'-]{0,30}(?: [^\W\d_][\w.'-]{0,30}){0,3})(?:\s{1,4}(?:APP|BOT))?\s[–—-]\s"
    r"(?:(?:Today|Yesterday) at |\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? |\d{4}-\d\d-\d\d,? )"
    r"\d{1,2}:\d\d(?P<half>(?:\s?[AP]M)?)"
)
_ALL = r"(?:,? (?:so much|a lot|again|all|both|every(?:one|body)|folks|guys|team|there|you|to all|@[\w.-]{1,30})){0,3}"
_THANKS = rf"(?:many |big )?(?:thanks|thank you|thx|ty|cheers|kudos|congrats|congratulations|props){_ALL}"
_PRAISE = r"(?:great|good|nice|awesome|excellent|amazing) (?:job|work|catch|find|point|stuff|one|teamwork|effort)"
_SAME = (
    r"same(?: (?:here|problem|issue|thing|error))?"
    r"(?: (?:at|in|with|for|on) (?:us|me|mine|(?:our|my|both) [a-z]{2,20}))?(?: (?:too|as well))?"
)
_TOKEN = rf"\+1+|lgtm|ack(?:ed|nowledged)?|agreed|{_SAME}|{_THANKS}|{_PRAISE}{_ALL}"
_REPLY = (
    rf"{_TOKEN}|ok(?:ay)?|k|ye[sp]|yeah|yup|nope?|sure|cool|nice"
    r"|great|perfect|awesome|lol|haha|h?mm+|wow|oops|ouch|yay"
    r"|brb|np|no problem|you'?re welcome|got it|will do|agreed?|indeed|right|roger|copy that"
    r"|understood|noted"
    r"|me too|(?:i'?m )?on (?:it|my way)|(?:i'?m )?here|(?:i'?m |still )?looking(?: into (?:it|this|that))?(?: now)?"
    r"|checking(?: now)?"
    rf"|one (?:sec|second|moment|min(?:ute)?)|sorry"
    rf"|(?:hi|hello|hey|morning|good (?:morning|afternoon|evening|night)){_ALL}"
)
_SIGNS = re.compile(r"[^\w'+@,.-]+|(?<!\w)[.,-]+|[.,-]+(?!\w)")
_SMALL, _SAID = (pattern(rf"(?:{words})(?: (?:{words}))?", re.IGNORECASE) for words in (_REPLY, _TOKEN))
_REPORTED = pattern(
    r"(?:[\w.@' -]{1,60} )?(?:has )?(?:joined|left)"
    r"(?: (?:the|this) (?:channel|chat|group|call|conversation|meeting)| #[\w-]{1,60})"
    r"(?:\.|,? along with [^.\n]{1,80}\.?)?"
    r"|[\w.@' -]{1,60} (?:set the channel (?:topic|purpose|description)|pinned a message|renamed the channel"
    r"|changed the (?:subject|group name)|created (?:the|this) (?:channel|group)"
    r"|added [\w.@' -]{1,60} to the (?:channel|group))\b"
    r"[^\n]{0,200}"
    r"|\d{1,4} (?:replies|reply|reactions?|messages?|new messages?)"
    r"|Last reply (?:[^\n]{1,40} ago|(?:today|yesterday) at [^\n]{1,20})|View (?:thread|message)"
    r"|\(edited\)|<?Media omitted>?|This message was deleted\.?"
    r"|Messages and calls are end-to-end encrypted\b[^\n]{0,200}",
    re.IGNORECASE,
)
_AGREED = pattern(r"\+1+(?:[,;:.!–—-]{1,2}|(?= ))\s{1,4}(?=[^\W\d])")
_SPEAKERS, _ENTRIES, _LONGEST = 2, 3, 60


def entry(text: str, start: int, end: int) -> int:
    """Return where the message begins behind who wrote it, and when: `[09:02] Ann: it fell`; `start` without that."""
    found = _ENTRY.match(text, start, end)
    named = found and (found["nick"] or not verbal(found["who"].lower().split()))
    return found.end() if found and named else start


def is_log_of_chat(lines: Sequence[str]) -> bool:
    """Tell whether lines are a chat of messages on a line each: several begin with who wrote, and when."""
    return sum(entry(line, 0, len(line)) > 0 for line in lines) >= _ENTRIES


def is_speaker(line: str, *, chat: bool = False) -> bool:
    """Tell whether a line only says who wrote, and at what time: `Maya Holt  9:05 AM`, in a `chat` `Maya 09:05` too."""
    found = _speaker(line)
    return found is not None and bool(chat or found["half"])


def is_chat(lines: Sequence[str]) -> bool:
    """Tell whether lines are a chat: several say who wrote when, before a message or alone.

    Alone they do so by a clock of twelve hours or with a name twice: those of a list of times (`Alarm 09:05`) name
    something else each, or stand one below the other.
    """
    if is_log_of_chat(lines):
        return True
    found = [_speaker(line) for line in lines]
    speakers = [each for each in found if each]
    if len(speakers) < _SPEAKERS or all(each["half"] for each in speakers):
        return len(speakers) >= _SPEAKERS
    alone = sum(each is not None and after is not None for each, after in pairwise(found))
    names = {each["who"] for each in speakers}
    return 1 < len(names) < len(speakers) and alone * 2 < len(speakers)


def _speaker(line: str) -> re.Match[str] | None:
    found = _SPEAKER.fullmatch(line.strip()) or _POSTED_BY.fullmatch(line.strip())
    return found if found and not verbal(found["who"].lower().split()) else None


def is_small_talk(text: str, *, chat: bool = False) -> bool:
    """Tell whether a text only thanks, greets or agrees: `+1`, `Thanks all!`; in a `chat` a mere `ok`, too."""
    words = " ".join(_SIGNS.sub(" ", text).split()) if len(text) <= _LONGEST else ""
    return bool((_SMALL if chat else _SAID).fullmatch(words)) and "?" not in text


def agreement(text: str) -> int:
    """Return the length of a mere `+1,` before what a text goes on to tell, or 0."""
    found = _AGREED.match(text)
    return found.end() if found else 0


def is_reported(text: str) -> bool:
    """Tell whether a line is one that a chat program adds: `Ann joined the channel`, `5 replies`."""
    return bool(_REPORTED.fullmatch(text.strip()))
