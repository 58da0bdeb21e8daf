"""Read a Word document with python-docx (extra `docx`) as Markdown: headings, lists, tables, text as it is now."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from verifier.data.decode import read_bytes
from verifier.errors import InputError, from_clone

_MOST = 32 * 1024 * 1024
_UNPACKED = 256 * 1024 * 1024
_MARKS = re.compile(r"([\\`*_\[\]<>|~#])")
_LEVEL = re.compile(r"Heading (\d)")


def read_word(path: Path) -> tuple[str, bytes]:
    """Read a document; return its text as Markdown, with changes that are only proposed left out, and the file's bytes.

    Raises: InputError where it is unreadable, damaged or too large, or the extra `docx` is missing.
    """
    data, where = read_bytes(path, _MOST), str(path)
    try:
        import docx
    except ImportError as error:
        raise InputError('needs the extra "docx"', where, from_clone("docx")) from error
    _require_size(data, where)
    try:
        blocks = list(_blocks(docx.Document(io.BytesIO(data))))
    except Exception as error:  # a crafted file may break the parser in any way
        raise InputError(
            f"cannot be read as a Word document ({type(error).__name__})", where, "save it anew"
        ) from error
    return "\n\n".join(filter(None, blocks)), data


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


def _blocks(document: Any) -> Iterator[str]:  # noqa: ANN401  python-docx has no types
    for part in document.iter_inner_content():
        yield _table(part) if hasattr(part, "rows") else _paragraph(part)


def _paragraph(paragraph: Any) -> str:  # noqa: ANN401
    text = " ".join(_escaped(paragraph.text).split())
    style = paragraph.style.name if paragraph.style is not None else ""
    if not text:
        return ""
    if style == "Title":
        return f"# {text}"
    if level := _LEVEL.match(style or ""):
        return f"{'#' * min(6, int(level[1]) + 1)} {text}"
    return f"- {text}" if (style or "").startswith("List") else text


def _table(table: Any) -> str:  # noqa: ANN401
    rows = [[" ".join(_escaped(cell.text).split()) for cell in row.cells] for row in table.rows]
    if not rows:
        return ""
    width = max(map(len, rows))
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
