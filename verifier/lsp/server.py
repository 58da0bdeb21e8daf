"""Serve an editor: check what it opens, saves or changes, and answer what it asks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from verifier.data.version import version
from verifier.errors import VerifierError
from verifier.lsp import view
from verifier.lsp.positions import Spot, offset, spot
from verifier.model import PostmortemReport, Severity, Span

Check = Callable[[Path, str], PostmortemReport | None]
_PAUSE = 0.6
_GRADES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


class Seen(NamedTuple):
    """Hold what was found in a text of the editor's."""

    text: str
    report: PostmortemReport


class Desk(NamedTuple):
    """Hold what the server works with: itself, what was found by address, and how to check."""

    server: LanguageServer
    seen: dict[str, Seen]
    check: Check

    async def run(self, uri: str) -> None:
        """Check the text that the editor has of a file, and show what is found."""
        text = self.server.workspace.get_text_document(uri).source
        try:
            report = await asyncio.to_thread(self.check, Path(uris.to_fs_path(uri) or uri), text)
        except VerifierError as error:
            self.seen.pop(uri, None)
            self.show(uri, [_diagnostic(text, view.Mark(Span(0, 0), Severity.NOTE, str(error), "input", ""))])
            return
        if report is None:
            self.close(uri)
            return
        self.seen[uri] = Seen(text, report)
        self.show(uri, [_diagnostic(text, mark) for mark in view.marks(report)])

    def show(self, uri: str, found: list[types.Diagnostic]) -> None:
        """Show these problems of a file and no others."""
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))

    def close(self, uri: str) -> None:
        """Forget a file."""
        self.seen.pop(uri, None)
        self.show(uri, [])


def create(check: Check) -> LanguageServer:
    """Return a server; `check` makes the report of a file with the text the editor has of it, None for a source."""
    desk = Desk(LanguageServer("verifier", version()), {}, check)
    _follow(desk)
    _answer(desk)
    return desk.server


def _follow(desk: Desk) -> None:
    """Check what the editor opens, changes and saves; after a pause in typing, and all of it where a file is saved."""
    server = desk.server

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        await desk.run(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri, number = params.text_document.uri, params.text_document.version
        await asyncio.sleep(_PAUSE)
        known = server.workspace.text_documents.get(uri)
        if known is not None and known.version == number:
            await desk.run(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(_: types.DidSaveTextDocumentParams) -> None:
        for uri in list(server.workspace.text_documents):
            await desk.run(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        desk.close(params.text_document.uri)


def _answer(desk: Desk) -> None:
    """Answer what is asked about a place: the evidence of the claim there, and what may be done."""
    server = desk.server

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        known = desk.seen.get(params.text_document.uri)
        place = Spot(params.position.line, params.position.character)
        found = view.evidence(known.report, offset(known.text, place)) if known else None
        if known is None or found is None:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, found[1]), _range(known.text, found[0]))

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        known = desk.seen.get(uri)
        if known is None or known.text != server.workspace.get_text_document(uri).source:
            return []
        start, end = (offset(known.text, Spot(p.line, p.character)) for p in (params.range.start, params.range.end))
        return [_action(uri, known.text, fix) for fix in view.fixes(known.report, Span(start, end))]


def _diagnostic(text: str, mark: view.Mark) -> types.Diagnostic:
    return types.Diagnostic(
        range=_range(text, mark.span),
        message=mark.message,
        severity=_GRADES[mark.severity],
        code=mark.rule,
        source="verifier",
        data={"problem": mark.problem},
    )


def _range(text: str, span: Span) -> types.Range:
    return types.Range(types.Position(*spot(text, span.start)), types.Position(*spot(text, span.end)))


def _action(uri: str, text: str, fix: view.Fix) -> types.CodeAction:
    changes = [types.TextEdit(_range(text, span), words) for span, words in fix.changes]
    return types.CodeAction(
        title=fix.title,
        kind=types.CodeActionKind.QuickFix,
        edit=types.WorkspaceEdit(changes={uri: changes}),
        is_preferred=fix.sure,
    )
