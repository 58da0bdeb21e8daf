"""Tell what a reader sees of a paragraph of a Word document, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from verifier.text.patterns import pattern

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NOTES = frozenset({"footnote", "endnote"})
_MARKS = pattern(r"([\\`*_<>|~#&$]|\](?=[:(]))")
_UNREAD = frozenset({"del", "moveFrom", "Fallback", "txbxContent", "pPr", "rPr", "instrText", "delText"})
_UNSEEN = ("strike", "dstrike", "vanish")
_OFF = frozenset({"0", "false", "none", "off"})
_LETTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def name(element: Any) -> str:  # noqa: ANN401  python-docx has no types
    """Return the name of an element without its namespace; a comment has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Any, kind: str) -> Iterator[Any]:  # noqa: ANN401
    """Yield the nearest elements of a kind within an element, not those within others of the kind."""
    for child in element:
        if name(child) == kind:
            yield child
        elif name(child) != "Fallback":
            yield from children(child, kind)


def note(kind: str, element: Any) -> str:  # noqa: ANN401
    """Return the label of a note: its number; endnotes count apart."""
    return f"{'' if kind == 'footnote' else 'e'}{element.get(f'{_W}id', '')}"


def text_of(element: Any, relations: Mapping[str, Any]) -> str:  # noqa: ANN401
    """Return the text of an element; what is struck out, hidden or deleted is none of it, links keep their target."""
    return "".join(_text(element, relations))


def is_bold(paragraph: Any) -> bool:  # noqa: ANN401
    """Tell whether all words of a paragraph are in bold by their own looks."""
    runs = [run for run in paragraph.iter(f"{_W}r") if any((each.text or "").strip() for each in run.iter(f"{_W}t"))]
    return bool(runs) and all(_is_on(run.find(f"{_W}rPr/{_W}b")) for run in runs)


def _text(element: Any, relations: Mapping[str, Any]) -> Iterator[str]:  # noqa: ANN401
    for child in element:
        kind = name(child)
        if kind == "t":
            yield _MARKS.sub(r"\\\1", child.text or "")
        elif kind in _LETTERS:
            yield _LETTERS[kind]
        elif kind.removesuffix("Reference") in NOTES:
            yield f"[^{note(kind.removesuffix('Reference'), child)}]"
        elif kind == "hyperlink":
            yield _link(text_of(child, relations), relations.get(child.get(_ID, "")))
        elif kind == "r":
            yield _run(child, relations)
        elif kind not in _UNREAD:
            yield from _text(child, relations)


def _link(words: str, relation: Any) -> str:  # noqa: ANN401
    target = str(relation.target_ref) if relation is not None and relation.is_external else ""
    inside = words.strip()
    linked = inside and target and not set(target) & set("<>\n") and inside.count("[") == inside.count("]")
    return f"[{inside}](<{target}>)" if linked else words


def _run(run: Any, relations: Mapping[str, Any]) -> str:  # noqa: ANN401
    looks = run.find(f"{_W}rPr")
    if looks is None:
        return text_of(run, relations)
    if any(_is_on(looks.find(f"{_W}{look}")) for look in _UNSEEN):
        return ""
    words, raised = text_of(run, relations), looks.find(f"{_W}vertAlign")
    script = {"superscript": "sup", "subscript": "sub"}.get(raised.get(f"{_W}val") if raised is not None else "")
    return f"<{script}>{words}</{script}>" if script and words.strip() and "[^" not in words else words


def _is_on(look: Any) -> bool:  # noqa: ANN401
    return look is not None and look.get(f"{_W}val", "1") not in _OFF
