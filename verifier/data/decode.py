"""Read files as text, within limits, and say plainly what is wrong with those that cannot be read."""

from __future__ import annotations

import hashlib
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple

from verifier.errors import InputError

MAX_BYTES = 64 * 1024 * 1024
MAX_LINE = 8 * 1024 * 1024
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,9}:/{1,2}[^/]", re.IGNORECASE)
_BINARY = frozenset(range(9)) | frozenset(range(14, 27)) | frozenset(range(28, 32))
_READ = "text, Markdown, HTML, PDF, .docx, CSV or JSON"
_SAVED = "save it as text, Markdown, HTML, PDF or .docx"
_FORMATS = (
    ("a PDF", "give it the ending .pdf", rb"%PDF-"),
    ("an OpenDocument file", _SAVED, rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\."),
    ("an EPUB book", _SAVED, rb"PK\x03\x04.{26}mimetypeapplication/epub"),
    ("a Word document", "give it the ending .docx", rb"PK\x03\x04.{0,8000}word/"),
    ("a zip archive", "unpack it", rb"PK\x03\x04"),
    ("a compressed file", "unpack it", rb"\x1f\x8b|BZh\d|\xfd7zXZ|7z\xbc\xaf"),
    ("an old Office file", _SAVED, rb"\xd0\xcf\x11\xe0"),
    ("a picture", "supply its text", rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP|II\*\0|MM\0\*"),
)
"""Formats of files that are no text, what to do with each, and how it begins."""


def is_address(path: str) -> bool:
    """Tell whether what was named as a path is a web address."""
    return bool(_ADDRESS.match(path))


class Decoded(NamedTuple):
    """Hold a file's text (byte order mark removed, newlines untranslated) and the SHA-256 of its bytes."""

    text: str
    sha256: str


def no_file(path: Path) -> InputError:
    """Return the error for what is no regular file, is not there, or is an address named in a file's place."""
    where = str(path)
    if path.is_dir():
        return InputError("is a folder", where, "name a file in it; verifier audit takes folders of postmortems")
    if path.exists():
        return InputError("is not a regular file", where, "name a file")
    if is_address(where):
        return InputError("is an address, no file", where, "save the page from a browser, and name the file saved")
    return InputError("no such file", where, "check the path")


def open_file(path: Path) -> BufferedReader:
    """Open a regular file for reading its bytes; anything else might keep its reader waiting for ever.

    Raises: InputError where it is missing, no regular file, or cannot be opened.
    """
    try:
        if not path.is_file():
            raise no_file(path)
        return path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> InputError:
    """Return the error for a file that the system does not let read."""
    return InputError(f"cannot be read ({error.strerror or error})", str(path), "check its permissions")


def first_bytes(path: Path, most: int) -> bytes:
    """Return how a file begins; nothing where it cannot be read, which is told when it is read in full."""
    try:
        with open_file(path) as stream:
            return stream.read(most)
    except (InputError, OSError):
        return b""


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Read a regular file of at most `limit` bytes.

    Raises: InputError where it is missing, no regular file, unreadable or larger.
    """
    with open_file(path) as stream:
        try:
            data = stream.read(limit + 1)
        except OSError as error:
            raise unreadable(path, error) from error
    if len(data) > limit:
        raise InputError(f"is larger than {limit // 2**20} MiB", str(path), "split it or name a smaller file")
    return data


def decode(data: bytes, where: str) -> Decoded:
    """Decode UTF-8 text (a byte order mark is dropped).

    Raises: InputError where the bytes are no text, no UTF-8, or hold a line longer than `MAX_LINE` bytes.
    """
    digest = hashlib.sha256(data).hexdigest()
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise InputError("is empty", where, "supply the file's text")
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise InputError("is UTF-16", where, "convert it to UTF-8, e.g. with iconv")
    refuse_format(data, where)
    if not _BINARY.isdisjoint(data[:8192]):
        raise InputError("is a binary file", where, f"supply {_READ}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 (byte {error.start})", where, "convert it to UTF-8, e.g. with iconv") from error
    if max(map(len, data.split(b"\n"))) > MAX_LINE:
        raise InputError(f"has a line longer than {MAX_LINE // 2**20} MiB", where, "check that it is the right file")
    return Decoded(text, digest)


def refuse_format(data: bytes, where: str) -> None:
    """Make sure that a file does not begin like one of a known format that is no text.

    Raises: InputError that names the format.
    """
    for what, hint, sign in _FORMATS:
        if re.match(sign, data[:8192], re.DOTALL):
            raise InputError(f"is {what}", where, hint)


def read_text(path: Path, limit: int = MAX_BYTES) -> Decoded:
    """Read a UTF-8 text file.

    Raises: InputError, as `read_bytes` and `decode` do.
    """
    return decode(read_bytes(path, limit), str(path))
