"""Read a Word document with python-docx (extra `docx`) as Markdown: headings, lists, tables, notes, links."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from verifier.data.decode import read_bytes
from verifier.errors import InputError, from_clone
from verifier.ingest.formats import MAX_LENGTH
from verifier.ingest.table_heads import marked
from verifier.ingest.word_text import NOTES, children, is_bold, name, note, text_of
from verifier.text.patterns import pattern

_MOST = 32 * 1024 * 1024
_UNPACKED = 256 * 1024 * 1024
_HEADING = 80
_LEVEL = pattern(r"heading (\d)", re.IGNORECASE)
_TOP = pattern(r"##? ")
_NOTE = pattern(r"\[\^(e?)(-?\d{1,9})\]")
_AROUND = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


class _LongError(ValueError):
    """Say that a document holds more text than it may."""


def read_word(path: Path, most: int = _MOST) -> tuple[str, bytes]:
    """Read a document; return its text as Markdown, as it reads with its proposed changes made, and the file's bytes.

    Raises: InputError where it is unreadable, damaged, too large or longer than `most` characters, or the extra `docx`
    is missing.
    """
    data, where = read_bytes(path, _MOST), str(path)
    try:
        import docx
    except ImportError as error:
        raise InputError('needs the extra "docx"', where, from_clone("docx")) from error
    _require_size(data, where)
    try:
        document = docx.Document(io.BytesIO(data))
        blocks = _within(chain(_blocks(document.element.body, document), _notes(document)), most)
    except _LongError as error:
        raise InputError(str(error), where, "split it, or check that it is the right file") from error
    except Exception as error:  # a crafted file may break the parser in any way
        raise InputError(
            f"cannot be read as a Word document ({type(error).__name__})", where, "save it anew"
        ) from error
    return _numbered("\n\n".join(_titled([block for block in blocks if block]))), data


def _numbered(text: str) -> str:
    """Return a text with its notes numbered as Word shows them: by where they are first referred to."""
    numbers: dict[str, dict[str, int]] = {"": {}, "e": {}}
    return _NOTE.sub(
        lambda found: f"[^{found[1]}{numbers[found[1]].setdefault(found[2], len(numbers[found[1]]) + 1)}]", text
    )


def _require_size(data: bytes, where: str) -> None:
    """Make sure that an archive does not unpack to more than a document may hold."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise InputError("is no Word document", where, "save it as .docx") from error
    if size > _UNPACKED:
        raise InputError(f"unpacks to more than {_UNPACKED // 2**20} MiB", where, "check that it is the right file")


def _within(texts: Iterable[str], most: int) -> list[str]:
    """Return texts that together are no longer than so many characters; read no further where they are longer."""
    found, left = [], most
    for text in texts:
        left -= len(text)
        if left < 0:
            raise _LongError(f"is longer than {most:,} characters")
        found.append(text)
    return found


def _blocks(element: Any, document: Any) -> Iterator[str]:  # noqa: ANN401  python-docx has no types
    """Yield the paragraphs and tables in an element, those in content controls and text boxes as well."""
    for child in element:
        kind = name(child)
        if kind == "p":
            yield _paragraph(child, document)
            for box in children(child, "txbxContent"):
                yield from _blocks(box, document)
        elif kind == "tbl":
            yield from _table(child, document)
        elif kind in _AROUND:
            yield from _blocks(child, document)


def _titled(blocks: list[str]) -> list[str]:
    """Return the blocks with a heading that opens them as their title, where no other is of its level or above."""
    top = [block for block in blocks if _TOP.match(block)]
    return [top[0].removeprefix("#"), *blocks[1:]] if len(top) == 1 and blocks[0] == top[0] else blocks


def _paragraph(element: Any, document: Any) -> str:  # noqa: ANN401
    lines = _lines(element, document)
    style = _style(element, document)
    if style.lower().startswith("toc "):
        return ""
    if style == "Title":
        return f"# {' '.join(lines)}" if lines else ""
    if level := _LEVEL.match(style):
        return f"{'#' * min(6, int(level[1]) + 1)} {' '.join(lines)}" if lines else ""
    if len(lines) == 1 and len(lines[0]) <= _HEADING and lines[0][-1] not in ".!?;," and is_bold(element):
        return f"**{lines[0]}**"
    text = "\\\n".join(lines)
    return f"- {text}" if text and style.startswith("List") else text


def _style(element: Any, document: Any) -> str:  # noqa: ANN401
    """Return the name of the style of a paragraph; not every document has one for those that name none."""
    style = document.part.get_style(element.style, 1)
    return (style.name if style is not None else "") or ""


def _lines(element: Any, document: Any) -> list[str]:  # noqa: ANN401
    lines = (" ".join(line.split()) for line in text_of(element, document.part.rels).split("\n"))
    return [line for line in lines if line]


def _table(element: Any, document: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield a table, and behind it the tables in its cells."""
    lines = list(_own(element, "tr"))
    width = max((sum(cell.grid_span for cell in _own(row, "tc")) for row in lines), default=0)
    if width * len(lines) > MAX_LENGTH:
        raise _LongError(f"has a table of more than {MAX_LENGTH:,} cells")
    rows = _rows(element, width, document)
    if head := next(rows, None):
        yield marked(_within((f"| {' | '.join(row)} |" for row in chain([head], rows)), _MOST), head)
    for inner in children(element, "tbl"):
        yield from _table(inner, document)


def _rows(table: Any, width: int, document: Any) -> Iterator[list[str]]:  # noqa: ANN401
    """Yield the rows of a table; a cell over several columns stands in the first, one over several rows in each."""
    above: dict[int, str] = {}
    for row in _own(table, "tr"):
        texts: dict[int, str] = {}
        at = start = row.grid_before
        for cell in _own(row, "tc"):
            texts[at] = above.get(at, "") if cell.vMerge == "continue" else " ".join(_cell(cell, document))
            at += cell.grid_span
        above = texts
        yield [texts.get(column, "") for column in range(start, start + width)]


def _cell(cell: Any, document: Any) -> Iterator[str]:  # noqa: ANN401
    for paragraph in _own(cell, "p"):
        yield from _lines(paragraph, document)
        for box in children(paragraph, "txbxContent"):
            yield from _cell(box, document)


def _own(element: Any, kind: str) -> Iterator[Any]:  # noqa: ANN401
    """Yield the parts of a kind in a table, a row or a cell, those in content controls and proposed ones as well."""
    for child in element:
        if name(child) == kind:
            yield child
        elif name(child) in _AROUND:
            yield from _own(child, kind)


def _notes(document: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the footnotes and endnotes, as those of Markdown."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2].removesuffix("s")
        if kind in NOTES and not relation.is_external:
            part = relation.target_part
            for each in parse_xml(part.blob):
                words = " ".join(" ".join(text_of(p, part.rels).split()) for p in children(each, "p"))
                if words.strip():
                    yield f"[^{note(kind, each)}]: {words}"
