"""Keep fetched pages in a folder: as they came, as text, and named in a manifest with their hashes."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from verifier.data.writing import locked_folder, replaced, writing
from verifier.errors import InputError
from verifier.fetch.failure import FetchError
from verifier.fetch.response import Answer
from verifier.fetch.wanted import Wanted
from verifier.ingest.filenames import stem
from verifier.ingest.folder import MANIFEST
from verifier.ingest.formats import Page
from verifier.ingest.html import decode_page, extract
from verifier.ingest.inventory import write_manifest
from verifier.ingest.manifest import Entry, Missing, read_manifest
from verifier.ingest.pdf import read_pdf
from verifier.ingest.urls import host

ARTICLES, PAGES, EARLIER, LOCK = "articles", "pages", ".earlier", ".fetch.lock"
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
_LINE = 1000


@contextmanager
def keeping(folder: Path) -> Iterator[Kept]:
    """Hold a folder for the pages that one run fetches; it is made where it is not there.

    Raises: ConfigError or InputError where its manifest cannot be read; OutputError where it cannot be written, or
    another run is writing to it.
    """
    held = ExitStack()
    with writing(folder, "check the path"):
        for name in (ARTICLES, PAGES):
            (folder / name).mkdir(parents=True, exist_ok=True)
        held.enter_context(locked_folder(folder, LOCK))
    with held:
        yield Kept(folder)


class Kept:
    """Hold what a folder has of fetched pages.

    Raises: ConfigError or InputError where its manifest cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / MANIFEST
        there = os.path.lexists(self.path)
        manifest = read_manifest(self.path) if there else None
        self.entries = {entry.id: entry for entry in (manifest.entries if manifest else ())}
        self.missing = {each.url: each for each in (manifest.missing if manifest else ())}

    def has(self, wanted: Wanted) -> Entry | None:
        """Return the entry of a page that was fetched before and whose files are there."""
        entry = next((e for e in (self.entries.get(wanted.id),) if e and e.url == wanted.url), None)
        entry = entry or next((e for e in self.entries.values() if e.page and e.url == wanted.url), None)
        files = (entry.file, entry.page) if entry else ()
        return entry if entry and all(name and (self.folder / name).is_file() for name in files) else None

    def add(self, wanted: Wanted, answer: Answer) -> Entry:
        """Keep a page.

        Raises: FetchError where it holds no article; OutputError where it cannot be written.
        """
        page, now = article_of(answer), datetime.now(UTC)
        packed, text = packed_page(answer, now), page.text.encode("utf-8", "replace")
        name = stem(wanted.id)
        entry = Entry(
            id=wanted.id,
            file=f"{ARTICLES}/{name}.txt",
            title=_line(wanted.title or page.title),
            url=wanted.url,
            outlet=_line(page.outlet or host(wanted.url)),
            published=wanted.published or page.published,
            sha256=sha256(text).hexdigest(),
            page=f"{PAGES}/{name}-{sha256(answer.raw).hexdigest()[:12]}.warc.gz",
            page_sha256=sha256(packed).hexdigest(),
            fetched=f"{now:%Y-%m-%dT%H:%M:%SZ}",
            final_url=answer.url if answer.url != wanted.url and len(answer.url) < _LINE else "",
        )
        self.write(entry.page, packed)
        self.write(entry.file, text)
        self.entries[entry.id] = entry
        self.missing.pop(wanted.url, None)
        return entry

    def fail(self, wanted: Wanted, reason: str, hint: str) -> Missing:
        """Note why a page is missing."""
        found = Missing(wanted.id, wanted.url, _line(reason), _line(hint), f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")
        self.missing[wanted.url] = found
        return found

    def set_aside(self, entry: Entry, text: bytes) -> None:
        """Keep the earlier text of an article beside the new one."""
        (self.folder / EARLIER).mkdir(exist_ok=True)
        self.write(f"{EARLIER}/{stem(entry.id)}-{entry.sha256[:12]}.txt", text)

    def save(self) -> None:
        """Write the manifest, sorted by id.

        Raises: OutputError where it cannot be written.
        """
        ordered = sorted(self.entries.values(), key=lambda entry: entry.id)
        write_manifest(self.path, ordered, sorted(self.missing.values()))

    def write(self, name: str, data: bytes) -> None:
        """Write a file of the folder whole or not at all.

        Raises: OutputError where it cannot be written.
        """
        path = self.folder / name
        with writing(path, "check the folder"):
            replaced(path, [data])


def article_of(answer: Answer) -> Page:
    """Return the article that a page holds.

    Raises: FetchError where it holds none.
    """
    try:
        page = _read(answer)
    except InputError as error:
        raise FetchError(error.what, error.hint) from error
    if not page.text.strip():
        raise FetchError("holds no article (an empty page, one made by a script, or a login)", "save the page by hand")
    return page


def packed_page(answer: Answer, when: datetime) -> bytes:
    """Return a page as a WARC file: the answer with its headers, its bytes as they came."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    target = BytesIO()
    writer = WARCWriter(target, gzip=True)
    kept = [(name, value) for name, value in answer.headers if name.lower() != "transfer-encoding"]
    headers = StatusAndHeaders(f"{answer.status} {answer.phrase}".strip(), kept, protocol="HTTP/1.1")
    record = writer.create_warc_record(
        answer.url,
        "response",
        payload=BytesIO(answer.raw),
        http_headers=headers,
        warc_headers_dict={"WARC-Date": f"{when:%Y-%m-%dT%H:%M:%SZ}"},
    )
    writer.write_record(record)
    return target.getvalue()


def _read(answer: Answer) -> Page:
    if answer.kind == "application/pdf":
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(answer.body)
            file.flush()
            try:
                return Page(read_pdf(Path(file.name))[0])
            except InputError as error:
                raise InputError(error.what, hint=error.hint) from error
    text = _decoded(answer)
    return Page(text) if answer.kind == "text/plain" else extract(text)


def _decoded(answer: Answer) -> str:
    """Return a page's text: by its byte order mark or its header's character set, else as the page itself declares."""
    marked = answer.body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    if answer.charset and not marked:
        name = "cp1252" if answer.charset.lower() in {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"} else ""
        try:
            return answer.body.decode(name or answer.charset, "replace" if name else "strict")
        except (LookupError, UnicodeError):
            pass
    return decode_page(answer.body)


def _line(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())[:_LINE]


def changed_sentences(old: Iterable[str], new: str) -> tuple[str, ...]:
    """Return the sentences that a text no longer holds, whatever its line ends."""
    flat = " ".join(new.split())
    return tuple(sentence for sentence in old if " ".join(sentence.split()) not in flat)
