"""Tell lines at the head or the end of a document that belong to its page: who made it, controls, where it stands."""

from __future__ import annotations

from verifier.claims.naming import tells
from verifier.claims.phrases import fullmatch, prepare
from verifier.text import vocabulary
from verifier.text.captions import CREDIT
from verifier.text.datelines import is_made
from verifier.text.lines import capitals, fold
from verifier.text.page import COMMENTS, CONTROL
from verifier.text.patterns import pattern

MADE = "says who made the document, and when"
_CONTROLS = {COMMENTS, CONTROL, "share button", "subscription form", "legal line", "related link"}
_GROUPS = ("lines", "weak", "opens")
_ARROWS = ("←", "→", "<-", "->", "<<", "«", "»")
_BETWEEN, _STEP = pattern(r"\s[·•|]\s"), pattern(r"\s[/>»›]\s")
_SIDES = r"\S+(?: \S+){{0,7}} {{{},}}(?!:)\S+(?: \S+){{0,3}}(?<!\.)"
_MARGINS, _MARGINS_ALONE = pattern(rf"(?=.{{50}}){_SIDES.format(5)}"), pattern(rf"(?=.{{60}}){_SIDES.format(12)}")
"""A line with words at both margins, among others and alone; a label with a colon stands before its value."""
_BORDER, _STEPS, _STEP_WIDTH, _NAMED = "|", 2, 4, 0.5


def at_edge(text: str) -> str:
    """Return why a line at the head or the end of a document is no statement, empty where it may be one."""
    low = prepare(text).low
    if is_made(text) or fullmatch("meta", "german", low) or _is_letterhead(text):
        return MADE
    if fullmatch("meta", "engines", low.strip(". ")):
        return CONTROL
    key = fold(text)
    why = vocabulary.reason("lines", key)
    listed = why in _CONTROLS or vocabulary.reason("opens", key) == COMMENTS
    if listed or key.startswith(_ARROWS) or key.endswith(_ARROWS):
        return CONTROL
    if why == CREDIT and not any(map(str.isdigit, key)) and capitals(text.partition(":")[2]) >= _NAMED:
        return CREDIT
    return CONTROL if _is_row(text) or _is_trail(text) else ""


def _is_letterhead(text: str) -> bool:
    """Tell whether lines are set at both margins, as the heads of reports are: `Water Board        Report 7`."""
    lines = [line.rstrip() for line in text.splitlines()]
    ends = {len(line) for line in lines}
    margins = _MARGINS if len(lines) > 1 else _MARGINS_ALONE
    return bool(lines) and max(ends) - min(ends) < _STEP_WIDTH and all(map(margins.fullmatch, lines))


def _is_row(text: str) -> bool:
    """Tell whether a line is a row of links or marks of a page, half of them known as such: `Support · Terms`."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    if len(parts) == 1:
        return False
    left = [part for part in parts if not is_made(part)]
    known = sum(any(vocabulary.reason(group, fold(part)) in _CONTROLS for group in _GROUPS) for part in left)
    figures = _BORDER in text and any(map(str.isdigit, "".join(left)))
    return (known + len(parts) - len(left)) * 2 >= len(parts) and not figures


def _is_trail(text: str) -> bool:
    """Tell whether a line says where in a site its document stands: `Wiki / Postmortems / 2023`."""
    parts = _STEP.split(text)
    return len(parts) > _STEPS and all(part[:1].isupper() or part.isdigit() for part in parts) and not tells(text)
