"""Tell items of a document that are no statement by their form: greetings, names of files, captions, references."""

from __future__ import annotations

import re

from verifier.claims.naming import tells
from verifier.claims.pictures import CAPTION, is_caption
from verifier.data.lexicons import irregular_verbs
from verifier.layout import written
from verifier.model import Field, Span
from verifier.text.datelines import is_date
from verifier.text.lines import verbal
from verifier.text.patterns import pattern

GREETING, FILE = "a greeting or a signature", "the name of a file"
TRAILER = "only refers to issues, people or pages"
SPEAKER, MARKED, ASKED = "says who wrote when", "marks a place in the document", "asks for something"
HINT = "says what is to be written there"
_CLOSING = (
    r"(?:Kind|Best|Warm) (?:regards|wishes)|Regards"
    r"|(?:Yours )?(?:[Ss]incerely|[Ff]aithfully|[Tt]ruly)(?: [Yy]ours)?|Cheers|(?:Many )?[Tt]hanks|Thank you"
    r"|(?:All the )?[Bb]est|(?:With )?[Ll]ove|See you [a-z ]{2,30}|Have a [a-z ]{4,30}"
)
_NAMES = r"[A-Z][\w.'-]{0,30}(?: (?:(?:of|the|and|&) ){0,2}[A-Z][\w.'-]{0,30}){0,3}"
_SALUTATION = pattern(
    r"Dear [^.,:;!?\n]{1,40}[,:]|Dear(?: [a-z]{1,20}){1,3}"
    r"|(?:Hi|Hello|Hey|Good (?:morning|day|afternoon|evening))(?: [\w'-]{1,20}){0,2}[,!]"
)
_NAME = pattern(_NAMES)
_CLOSED = pattern(
    rf"(?:{_CLOSING})(?:[!.,]|(?:[,!.]?\s{{0,3}}\n|,) {{0,3}}(?P<who>{_NAMES}(?:,?\s{{1,4}}{_NAMES}){{0,3}}))?"
    r"|(?:(?:Many )?[Tt]hanks|Thank you) (?:for [a-z]{2,20}ing|to (?:all|every(?:one|body)))\b[^\d,\"\n]{0,120}"
)
_SIGNATURE = pattern(r"-- ?\s[^\n.!?]{1,60}(?:\n[^\n.!?]{1,60}){0,3}")
_ISSUE = r"(?:#\d{1,9}|!\d{1,9}|[A-Z]{2,10}-\d{1,9})"
_NAMING = r"[Rr]ef(?:s|erences)?|[Rr]elates to|[Ss]ee(?: also)?|[Tt]icket|[Ii]ssue|PR|[Pp]art of|[Tt]racked in"
_ISSUES = rf"(?:{_NAMING}):?\s{_ISSUE}"
_DONE = r"(?:[Cc]lose|[Ff]ixe?|[Rr]esolve)[sd]?:?\s[#!]\d{1,9}"
_TOLD = r"(?:/?cc|/assign):?\s@[\w/-]{1,60}(?:,?\s@[\w/-]{1,60}){0,9}"
_ACTION = (
    r"/(?:label|close|reopen|milestone|due|estimate|spend|assign|unassign|priority|kind|area|sig|lgtm|approve|hold|retest"
    r"|confidential|unlabel|relabel|relate|cc|severity|epic|weight|todo|subscribe|cherry-pick|triage|ok-to-test|remove)"
    r"(?:\s(?:[~%@#\w][\w./:~%@-]{0,60}|[~%]?\"[^\"\n]{1,60}\")){0,8}"
)
_PAGE = r"[Pp]age \d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?"
_TRAILER = pattern(
    rf"(?:(?:{_TOLD}|{_ACTION}|(?:{_ISSUES}|{_DONE})(?:,\s{_ISSUE}){{0,9}})(?:,?\s|\Z)){{1,6}}"
    r"|[A-Z][a-z]{1,12}(?:-[a-z]{1,12}){1,2}-?by: [^\n<>@]{1,60}\s<?\S{1,80}@\S{1,80}"
    rf"|{_PAGE}(?:\s{{3,}}[^\n]{{1,100}})?"
    r"|(?:\S{1,80}@|https?://)\S{1,300}(?:\s(?:\S{1,80}@|https?://)\S{1,300}){0,4}"
    rf"|[^\n]{{1,100}}(?:\s\[[Pp]age \d{{1,4}}\]|\s{{3,}}{_PAGE})"
)
_LEADER = pattern(r".{2,90}?(?:\s?\.){6,}\s{0,9}\d{0,4}")
"""A line of a table of contents: dots lead to the number of a page."""
_SEE = pattern(r"See (?P<what>(?:also )?[^\n.!?]{1,100})\.?")
_WHO = r"@?[A-Za-z][\w.'-]{0,40}(?: [A-Za-z][\w.'-]{0,30}){0,2}"
_PART = r"(?: \([A-Z][a-z]{1,15}(?: [a-z]{1,15})?\))?"
_WROTE = pattern(
    rf"{_WHO}{_PART} (?:commented|wrote)(?: on| at)?(?P<when> [^\n:]{{1,40}}):?"
    rf"|On (?P<at>[^\n<>]{{4,60}}?),? [^\n,:]{{1,80}} wrote:|Posted by {_WHO} (?:at|on) (?P<posted>[^\n]{{1,40}})"
    rf"|Comment by {_WHO}(?: [\[(][^\n]{{1,30}}[\])])?"
    rf"|{_WHO}{_PART} (?:(?:added|removed) (?:the )?[\w/:. -]{{1,60}} labels?"
    r"|added (?:a commit|\d{1,3} commits) that referenced this (?:issue|pull request)|opened this issue"
    r"|(?:closed|reopened|merged|locked|pinned) this"
    r"(?: as [a-z ]{1,20}?)?)(?: (?:in|with|via) [#!]?[\w-]{1,40})?(?P<done> [^\n]{1,40})?"
)
_MARKED = pattern(
    r"[^\n]{0,40}[._…]{6,}|(?P<mark>[-*=_]{2,9})\s[^\n]{1,60}\s(?P=mark)|\*{3}\s(?P<told>[^\n]{1,60})|\([a-z]{3,12}\)"
)
_REQUEST = pattern(r"[Pp]lease (?!note\b)[a-z]{2,20} [^\n\d]{1,200}")
_ASKING = "Describe|List|Explain|Include|Provide|Summari[sz]e|Outline|Fill|Insert|Write|Specify|Document|Mention"
_HINT = pattern(
    r"(?:TODO|TBD|TBA|TBC|FIXME|WIP)\b(?:[:\s.,-][^\n]{0,200})?|(?:TODO|FIXME)\([^()\n]{1,40}\)[^\n]{0,200}"
    rf"|(?:[Pp]lease )?(?:{_ASKING}|{_ASKING.lower()}) (?:in|out|down|to|here|the|an?|any|all|each|every|your|this"
    r"|these|what|who|how|why|when|where|which|whether|relevant|links?|as|at least|one|two)\b[^\d\"\n]{0,240}"
    r"|(?:Delete|Remove|Replace|Keep) this (?:line|section|page|text|comment|template|block)\b[^\d\"\n]{0,120}"
    r"|[^\w\"]{0,4}Use this (?:page|template|document|doc|section|space|form) (?:to|for)\b[^\d\"\n]{0,240}"
    r"|(?:YYYY|yyyy|HH|hh|XX|xx)[-/:.](?:MM|mm|XX|xx)\b[^\d\"\n]{0,120}|No response"
    r"|(?:e\.g\.|for example|i\.e\.|example:),?\s(?P<example>[^\d\"\n]{1,200})",
    re.DOTALL,
)
_GUIDING = pattern(
    r"(?:this (?:is (?:a|an|the|what|where|how)|section|field|part|table|list|paragraph)"
    r"|(?:it|you|we) (?:should|must|only needs?)|(?:one|each|every|any|all) [a-z ]{1,30} (?:should|must)"
    r"|be sure to|make sure (?:to|that)|feel free to|what (?:should|will))\b[^\d\"\n]{0,400}",
    re.IGNORECASE,
)
_EMPHASIS, _FIRST = "_*", 2
_ASIDE = pattern(r" \([^()\n]{1,60}\)")
_DECLARED = pattern(
    r"I(?:'ve|’ve|'m|’m|'d|’d| have| am| agree| would| did| understand| searched| checked| confirm)\b[^\d\n]{0,200}"
)
_FILE = pattern(
    r"!\[\[[^\[\]\n]{1,200}\]\]|\S{1,120}\.(?:png|jpe?g|gif|svg|webp|pdf|docx?|xlsx?|pptx?|csv|log|zip|txt|mp4)(?:\s\(\w{1,20}/[\w.+-]{1,80}\))?"
)
OPEN, DONE = " ", "x"
"""What stands in the box of a task that is still to be done, and of one that is."""
_IS_DONE = pattern(
    r"(?:\S{1,12} )?(?:done|completed?|closed|finished|implemented|deployed|✅|✔️?|☑️?)[.!]?", re.IGNORECASE
)
_TASK = pattern(r"[-*+.)][ \t]{1,3}\[([ xX])\][ \t]{1,5}\Z")
_DEED = pattern(
    r"(?:(?!that\b|what\b|which\b|who\b|if\b|whether\b|how\b)[\w'-]{1,40}\s){1,6}(?:was|were|had|has been|have been)\b",
    re.IGNORECASE,
)
_PAST = pattern(r"[a-z]{3,40}(?<!e)ed")
_LINK = pattern(r"\[[^\[\]\n]{1,200}\]\((?P<target>(?P<within>#)?[^()\s]{0,200})\)[*_]{0,3}[ \t]*(?:[\r\n]|\Z)")
_RELATIVE = frozenset({"that", "what", "which", "who", "if", "whether", "how", "when", "where"})
_WORD_EDGES = " .,:;!?()[]\"'*_"
_BOX, _FAR = 16, 220


def unstated(text: str) -> str:
    """Return why an item is no statement, empty where it may be one."""
    if _SALUTATION.fullmatch(text) or is_closing(text) or (_SIGNATURE.fullmatch(text) and not tells(text)):
        return GREETING
    if _FILE.fullmatch(text):
        return FILE
    listed = ".." in text.replace(" ", "") and all(_LEADER.fullmatch(line.strip()) for line in text.splitlines())
    if listed or _TRAILER.fullmatch(text.rstrip(">")) or _is_pointer(text):
        return TRAILER
    if _is_deed_of_writing(text):
        return SPEAKER
    if _is_mark(text):
        return MARKED
    if _REQUEST.fullmatch(text):
        return ASKED
    return CAPTION if is_caption(text) else ""


def is_hint(text: str) -> bool:
    """Tell whether a text says what is to be written in its place: `TODO: fill in`, `e.g. a bug in the script`."""
    found = _HINT.fullmatch(_ASIDE.sub("", text).strip("()[]<> *_"))
    return found is not None and not tells(found["example"] or "")


def is_guidance(field: Field, item: Span) -> bool:
    """Tell whether an item is set in italics below a heading, and tells its writer what belongs there."""
    at, end = written(field.layout, *item)
    before, mark = field.raw[max(0, at - _FIRST) : at], field.raw[at - 1 : at]
    italic = mark and mark in _EMPHASIS and field.raw[end : end + 1] == mark and before != 2 * mark
    first = item.start <= field.start + len(mark)
    return bool(italic and first and _GUIDING.fullmatch(field.text[slice(*item)]))


def is_declared(text: str) -> bool:
    """Tell whether the item of a form says what its writer did or agrees to: `I have searched the existing issues`."""
    return bool(_DECLARED.fullmatch(text))


def is_closing(text: str) -> bool:
    """Tell whether a text closes a letter, with or without the names of who signs it."""
    found = _CLOSED.fullmatch(text)
    return found is not None and not verbal((found["who"] or "").lower().split())


def is_name(text: str) -> bool:
    """Tell whether a text is no more than names, without a verb."""
    return bool(_NAME.fullmatch(text)) and not tells(text)


def _is_pointer(text: str) -> bool:
    """Tell whether a text only sends its reader elsewhere: `See also the report of 2017.`"""
    found = _SEE.fullmatch(text)
    return found is not None and not verbal(found["what"].lower().split())


def _is_deed_of_writing(text: str) -> bool:
    """Tell whether a line only says who wrote, labelled or closed an entry, and when: `osk commented on Mar 4`."""
    found = _WROTE.fullmatch(text)
    when = next(filter(None, found.group("when", "at", "done", "posted")), "") if found else ""
    return found is not None and (not when or is_date(when.lower().split()))


def _is_mark(text: str) -> bool:
    found = _MARKED.fullmatch(text)
    return found is not None and not verbal((found["told"] or "").lower().split())


def task(field: Field, item: Span) -> str:
    """Return what stands in the box of a task before an item, `x` where it is done; empty without a box."""
    at, _ = written(field.layout, *item)
    found = _TASK.search(field.raw[max(0, at - _BOX) : at]) if field.blocks else None
    return found[1].lower() if found else ""


def is_done(row: str) -> bool:
    """Tell whether a cell of a row says that what the row tells is done."""
    return any(_IS_DONE.fullmatch(cell.strip()) for cell in row.split("|")[1:])


def tells_deed(text: str) -> bool:
    """Tell whether an item tells something done, and not what is to be done: `The gate was painted`."""
    return bool(_DEED.match(text))


def is_told_done(text: str) -> bool:
    """Tell whether a task that is done tells its deed, and is not worded as an order: `Gate painted`, `Mended it`."""
    told = " ".join(cell for cell in text.split("|") if not _IS_DONE.fullmatch(cell.strip()))
    words = [word.strip(_WORD_EDGES) for word in told.lower().split()]
    past = [bool(_PAST.fullmatch(word)) or (word in irregular_verbs() and word[-1] != "s") for word in words]
    until = next((at for at, word in enumerate(words) if word in _RELATIVE), len(words))
    return tells_deed(text) or any(past[:until])


def links_within(field: Field, item: Span) -> bool:
    """Tell whether an item is no more than a link to a place in its own document: `[Impact](#impact)`."""
    found = _link(field, item)
    return found is not None and found["within"] is not None


def is_attached(field: Field, item: Span) -> bool:
    """Tell whether an item is no more than a link to a file: `[Untitled](Untitled%20Database.csv)`."""
    found = _link(field, item)
    return found is not None and bool(_FILE.fullmatch(found["target"]))


def is_link(field: Field, item: Span) -> bool:
    """Tell whether an item is no more than a link, whose words tell nothing: `[Brake rules](brakes.md)`."""
    return _link(field, item) is not None and not tells(field.text[slice(*item)])


def _link(field: Field, item: Span) -> re.Match[str] | None:
    at, end = written(field.layout, *item)
    return _LINK.match(field.raw, at - 1 if at and field.raw[at - 1] == "[" else at, end + _FAR)
