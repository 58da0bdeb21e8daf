"""Drive the language server with a real client: diagnostics, hover, quick fixes."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import chdir
from pathlib import Path

import ferry
import pytest
from click.testing import CliRunner

from verifier.cli.main import main
from verifier.lsp.positions import Spot, offset, spot

pytest.importorskip("pygls", reason="pygls is not installed: pip install -e '.[test]'")
from lsprotocol import types
from pygls.lsp.client import LanguageClient

WAIT = 30.0
SERVER = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
import suggesting
from verifier.api import Verifier
from verifier.cli.main import main
Verifier.check = suggesting.check
main()
"""
MARKDOWN = """# Harbour Ferry 😀 Booking System Loses Tickets

## Impacts

😀 About 40,000 tickets were lost in the outage of the booking system [7001].
"""


class Editor:
    """Be an editor: hold the client, and wait for what the server shows."""

    def __init__(self) -> None:
        self.client = LanguageClient("test", "1")
        self.shown: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.version = 0
        self.opened: set[str] = set()

        def show(params: types.PublishDiagnosticsParams) -> None:
            self.shown.put_nowait(params)

        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(show)

    async def start(self, *more: str) -> None:
        await self.client.start_io(sys.executable, "-c", SERVER, "lsp", "--sources", ferry.ARTICLES, *more)
        root = Path.cwd().as_uri()
        await self.client.initialize_async(types.InitializeParams(types.ClientCapabilities(), root_uri=root))
        self.client.initialized(types.InitializedParams())

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]

    async def open(self, name: str) -> list[types.Diagnostic]:
        path = Path(name).resolve()
        item = types.TextDocumentItem(path.as_uri(), "markdown", self.version, path.read_text(encoding="utf-8"))
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        self.opened.add(item.uri)
        return await self.diagnostics()

    async def change(self, name: str, text: str) -> list[types.Diagnostic]:
        self.version += 1
        named = types.VersionedTextDocumentIdentifier(self.version, Path(name).resolve().as_uri())
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(named, [whole]))
        return await self.diagnostics()

    async def clear(self) -> None:
        """Close what is open, and wait until nothing is shown of it."""
        for uri in self.opened:
            self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
            while await self.diagnostics():
                pass
        self.opened.clear()

    async def diagnostics(self) -> list[types.Diagnostic]:
        return list((await asyncio.wait_for(self.shown.get(), WAIT)).diagnostics)

    async def hover(self, name: str, at: types.Position) -> str:
        document = types.TextDocumentIdentifier(Path(name).resolve().as_uri())
        found = await self.client.text_document_hover_async(types.HoverParams(document, at))
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""

    async def fixes(self, name: str, at: types.Range) -> list[types.CodeAction]:
        document = types.TextDocumentIdentifier(Path(name).resolve().as_uri())
        params = types.CodeActionParams(document, at, types.CodeActionContext([]))
        found = await self.client.text_document_code_action_async(params)
        return [one for one in found or () if isinstance(one, types.CodeAction)]


Steps = Callable[[Editor], Awaitable[None]]
Drive = Callable[[Steps], None]


def driven(steps: Steps, *more: str) -> None:
    """Take the steps in an editor with a server of its own."""

    async def run() -> None:
        editor = Editor()
        await editor.start(*more)
        try:
            await steps(editor)
        finally:
            await asyncio.wait_for(editor.stop(), WAIT)

    asyncio.run(run())


def cut(text: str, found: types.Range) -> str:
    """Return the words that an editor would underline."""
    start, end = (offset(text, Spot(p.line, p.character)) for p in (found.start, found.end))
    return text[start:end]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editor")


@pytest.fixture(autouse=True)
def _here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(folder)
    (folder / "ferry.md").write_text(MARKDOWN, encoding="utf-8")
    monkeypatch.chdir(folder)


@pytest.fixture(scope="module")
def drive(folder: Path) -> Iterator[Drive]:
    """Return a function that takes steps in an editor whose server goes on; what they opened is closed after them."""
    editor = Editor()

    async def run(steps: Steps) -> None:
        await steps(editor)
        await editor.clear()

    ferry.write(folder)
    with asyncio.Runner() as runner:
        with chdir(folder):
            runner.run(editor.start())
        yield lambda steps: runner.run(run(steps))
        runner.run(asyncio.wait_for(editor.stop(), WAIT))


def test_problems_are_shown_explained_and_mended_as_the_text_changes(drive: Drive) -> None:
    async def steps(editor: Editor) -> None:
        (found,) = await editor.open("ferry.md")
        assert (found.severity, found.code, found.source) == (types.DiagnosticSeverity.Error, "quantity", "verifier")
        assert cut(MARKDOWN, found.range) == "About 40,000"
        assert "About 4,000 tickets were lost" in found.message
        told = await editor.hover("ferry.md", found.range.start)
        assert told.startswith("**stated otherwise**")
        assert "> About 4,000 tickets were lost" in told.replace("**", "").partition("\n")[2]
        assert await editor.hover("ferry.md", types.Position(3, 0)) == ""
        write, ignore = await editor.fixes("ferry.md", found.range)
        assert write.title == "write “About 4,000”"
        assert write.is_preferred
        assert ignore.title == "waive quantity here (then say why)"
        assert write.edit is not None
        assert write.edit.changes is not None
        (edit,) = write.edit.changes[Path("ferry.md").resolve().as_uri()]
        mended = MARKDOWN.replace(cut(MARKDOWN, edit.range), edit.new_text)
        assert await editor.change("ferry.md", mended) == []
        assert await editor.fixes("ferry.md", found.range) == []

    drive(steps)


def test_a_waiver_in_the_text_is_heeded(drive: Drive) -> None:
    async def steps(editor: Editor) -> None:
        assert len(await editor.open("ferry.md")) == 1
        note = "<!-- verifier: ignore quantity as told by phone -->\n\n"
        assert await editor.change("ferry.md", MARKDOWN.replace("😀 About", f"{note}😀 About")) == []

    drive(steps)


def test_a_waiver_in_a_baseline_is_heeded_as_long_as_its_claim_stays() -> None:
    waived = ["ferry.md", "--sources", ferry.ARTICLES, "--baseline", "w.jsonl", "--reason", "known", "--author", "Ann"]
    assert CliRunner().invoke(main, ["baseline", "write", *waived]).exit_code == 0

    async def steps(editor: Editor) -> None:
        assert await editor.open("ferry.md") == []
        assert len(await editor.change("ferry.md", MARKDOWN.replace("40,000", "50,000"))) == 1

    driven(steps, "--baseline", "w.jsonl")


def test_the_ignoring_fix_waives_once_a_reason_is_written(drive: Drive) -> None:
    async def steps(editor: Editor) -> None:
        (found,) = await editor.open("ferry.md")
        *_, ignore = await editor.fixes("ferry.md", found.range)
        assert ignore.edit is not None
        assert ignore.edit.changes is not None
        (edit,) = ignore.edit.changes[Path("ferry.md").resolve().as_uri()]
        place = offset(MARKDOWN, Spot(edit.range.start.line, edit.range.start.character))
        bare = MARKDOWN[:place] + edit.new_text + MARKDOWN[place:]
        assert len(await editor.change("ferry.md", bare)) == 1
        assert await editor.change("ferry.md", bare.replace("quantity  -->", "quantity told by phone -->")) == []

    drive(steps)


def test_sources_are_not_checked_and_what_cannot_be_read_is_told(drive: Drive) -> None:
    async def steps(editor: Editor) -> None:
        assert await editor.open(f"{ferry.ARTICLES}/7001.txt") == []
        Path("page.md").write_text("<!doctype html><p></p>")
        (found,) = await editor.open("page.md")
        assert "holds no text to check" in found.message

    drive(steps)


def test_a_saved_source_counts_at_once(drive: Drive) -> None:
    async def steps(editor: Editor) -> None:
        assert len(await editor.open("ferry.md")) == 1
        article = Path(ferry.ARTICLES) / "7001.txt"
        article.write_text(ferry.FIRST.replace("4,000", "40,000"))
        saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(article.resolve().as_uri()))
        editor.client.text_document_did_save(saved)
        assert await editor.diagnostics() == []

    drive(steps)


@pytest.mark.parametrize("text", ["", "a\nb", "a\r\nb\rc\n", "😀x\n😀", "é\u2028y\n"])
def test_positions_lead_back(text: str) -> None:
    for place in range(len(text) + 1):
        if text[max(place - 1, 0) : place + 1] != "\r\n":
            assert offset(text, spot(text, place)) == place
    assert offset(text, Spot(99, 0)) == len(text)


def test_marks_of_the_text_do_not_shift_what_is_shown(drive: Drive) -> None:
    text = MARKDOWN.replace("# Harbour", "# [Harbour](https://ferries.example/)").replace("were lost", "were **lost**")

    async def steps(editor: Editor) -> None:
        Path("ferry.md").write_text(text, encoding="utf-8")
        (found,) = await editor.open("ferry.md")
        assert "40,000" in cut(text, found.range)
        assert await editor.hover("ferry.md", found.range.start)
        titles = [fix.title for fix in await editor.fixes("ferry.md", found.range)]
        assert any("4,000" in title for title in titles)

    drive(steps)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (f"Content-Length: {10**19}", "announces a message longer than 64 MiB"),
        (f"Content-Length: {'9' * 5000}", "has a line longer than 1,000 bytes in a message's head"),
    ],
)
def test_a_message_longer_than_any_ends_the_server_with_a_reason(tmp_path: Path, head: str, said: str) -> None:
    ferry.write(tmp_path)
    asked = [sys.executable, "-m", "verifier", "lsp", "--sources", str(tmp_path / ferry.ARTICLES)]
    done = subprocess.run(asked, input=f"{head}\r\n\r\n{{}}", capture_output=True, text=True, timeout=WAIT, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"verifier: error: standard input: {said}; let an editor start the language server\n"
