"""Serve a page to paste a postmortem and its sources into; the report is kept in memory until the server ends."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from verifier.errors import InputError, VerifierError
from verifier.formats.html import fill
from verifier.ingest.document import read_document
from verifier.ingest.postmortems import read_postmortems
from verifier.model import Postmortem, Report, Source
from verifier.review.app import Session, add_review
from verifier.review.decisions import Store
from verifier.review.guarded import guarded

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

SOURCES = 8
_LARGEST = 8 * 1024 * 1024
_KEPT = 20
_PASTED = "pasted"
_WEB = ("<!doctype html", "<html")


class Pasted(NamedTuple):
    """Hold a source as it was pasted: what the postmortem calls it, and its text."""

    label: str
    text: str


class Form(NamedTuple):
    """Hold what stands in the form."""

    text: str = ""
    sources: tuple[Pasted, ...] = ()

    @property
    def rows(self) -> tuple[Pasted, ...]:
        """Return the sources with empty ones to fill in."""
        return (*self.sources, *[Pasted("", "")] * max(SOURCES - len(self.sources), 0))


class Desk(NamedTuple):
    """Hold what checks a postmortem, where decisions go (None: nowhere), who decides, the token, and a reader's name.

    `reader` is the second reader that hears of what is pasted; empty where there is none.
    """

    check: Callable[[tuple[Postmortem, ...], tuple[Source, ...]], Report]
    store: Store | None
    author: str
    token: str
    reader: str = ""


def create(desk: Desk) -> Flask:
    """Return the web application; everything lies below `/<token>/`.

    Raises: UsageError where flask is not installed.
    """
    app = guarded("serve", desk.token, _LARGEST)
    from flask import redirect, request

    runs: dict[str, Session] = {}

    @app.get("/<token>/")
    def empty(token: str) -> str:  # noqa: ARG001  the guard has read it
        return _page(desk, Form())

    @app.post("/<token>/check")
    def check(token: str) -> ResponseReturnValue:
        labels, texts = request.form.getlist("label"), request.form.getlist("source")
        pairs = zip(labels, texts, strict=False)
        form = Form(
            request.form.get("text", ""), tuple(Pasted(a.strip(), b) for a, b in pairs if a.strip() or b.strip())
        )
        try:
            report = desk.check(_postmortem(form.text), _sources(form.sources))
        except VerifierError as error:
            return _page(desk, form, str(error)), 400
        name = secrets.token_hex(8)
        runs[name] = Session(report, desk.store, desk.author, desk.token)
        for old in list(runs)[:-_KEPT]:
            del runs[old]
        return redirect(f"/{token}/{name}/", 303)

    add_review(app, "/<token>/<run>", runs.get)
    return app


def _page(desk: Desk, form: Form, message: str = "") -> str:
    return fill("paste.html.j2", forms="'self'", script="paste.js", form=form, message=message, reader=desk.reader)


def _postmortem(text: str) -> tuple[Postmortem, ...]:
    if not text.strip():
        raise InputError("is empty", "the postmortem", "paste its text")
    found = read_postmortems(Path(_PASTED), None, text.replace("\r\n", "\n"))
    return tuple(replace(one, path="") for one in found)


def _sources(pasted: Iterable[Pasted]) -> tuple[Source, ...]:
    """Read what was pasted as if it were files; each must have a name of its own."""
    listed = [Pasted(one.label or f"source-{n}", one.text) for n, one in enumerate(pasted, 1)]
    if not any(one.text.strip() for one in listed):
        raise InputError("hold no text", "the sources", "paste at least one article")
    for one in listed:
        if sum(other.label == one.label for other in listed) > 1:
            raise InputError(f'two have the name "{one.label}"', "the sources", "name each as the postmortem cites it")
    with tempfile.TemporaryDirectory(prefix="verifier-") as folder:
        return tuple(_source(Path(folder), number, one) for number, one in enumerate(listed) if one.text.strip())


def _source(folder: Path, number: int, pasted: Pasted) -> Source:
    web = pasted.text.lstrip()[:20].lower().startswith(_WEB)
    path = folder / f"{number}{'.html' if web else '.txt'}"
    path.write_bytes(pasted.text.replace("\r\n", "\n").encode("utf-8", "replace"))
    return replace(read_document(path), id=pasted.label, path=path.name if web else "")
