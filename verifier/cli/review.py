"""Serve a report to a browser on this machine, where an editor decides on its problems."""

from __future__ import annotations

import os
import secrets
import socket
from pathlib import Path

import click

from verifier.cli.common import PATH, Engine, incident_option, rule_options
from verifier.cli.gating import today
from verifier.cli.output import say, tell
from verifier.cli.reading import Wish, reader_options
from verifier.cli.reports import report_of
from verifier.cli.waiving import author_known
from verifier.errors import OutputError, UsageError
from verifier.gate.inline import excused

_HOST = "127.0.0.1"
_TOKEN_BYTES = 24


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="REPORT.json|POSTMORTEM...")
@click.option("--sources", multiple=True, type=PATH, metavar="PATH", help="Articles, to check postmortems first.")
@click.option("--baseline", type=PATH, required=True, metavar="FILE", help="The file of waivers that decisions go to.")
@click.option("--author", help="Who decides. By default the name that git knows.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Where to listen. By default any free port.")
@click.option("--open", "launch", is_flag=True, help="Open the page in the browser.")
@incident_option
@reader_options
@rule_options
def review(
    *,
    inputs: tuple[Path, ...],
    sources: tuple[Path, ...],
    baseline: Path,
    author: str | None,
    port: int,
    launch: bool,
    incident: str | None,
    engine: Engine,
    wish: Wish,
) -> None:
    """Decide on problems in a browser on this machine.

    Without --sources the input is one JSON report. A dismissed problem is waived in the baseline, with its reason;
    every decision is kept in a file beside it. Only who has the printed address can read or decide.
    """
    from verifier.config.ledger import Ledger
    from verifier.review.app import Session, create
    from verifier.review.decisions import Store

    report = excused(report_of(inputs, sources, incident, engine, wish))
    tell(report.troubles)
    check_baseline(baseline)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    app = create(Session(report, Store(Ledger(baseline), today()), author or author_known(), token))
    serve_app(app, port, token, launch=launch, kept="decisions are kept")


def check_baseline(path: Path) -> None:
    """Make sure that decisions can go to a baseline, before any work is done.

    Raises: OutputError where its folder does not exist, ConfigError where it or its history cannot be read.
    """
    from verifier.config.ledger import Ledger

    ledger = Ledger(path)
    if not ledger.place.parent.is_dir():
        raise OutputError("its folder does not exist", str(path), f"make {ledger.place.parent} first")
    ledger.waivers()
    ledger.history()


def _listening(port: int) -> socket.socket:
    """Listen on a port of this machine.

    Raises: UsageError where that cannot be.
    """
    try:
        return socket.create_server((_HOST, port))
    except OSError as error:
        raise UsageError(
            f"cannot be used ({os.strerror(error.errno or 0).lower()})",
            f"port {port}",
            "name another with --port, or leave it out for any free one",
        ) from error


def serve_app(app: object, port: int, token: str, *, launch: bool, kept: str) -> None:
    """Serve an application on this machine until the user ends it; print its address, and at the end what is `kept`."""
    from typing import cast

    from flask import Flask
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        """Log nothing: the token stands in every address."""

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Leave requests out of the log."""

    with _listening(port) as place:
        found = place.getsockname()[1]
        server = make_server(_HOST, found, cast("Flask", app), threaded=True, request_handler=Quiet, fd=place.fileno())
    address = f"http://{_HOST}:{found}/{token}/"
    click.echo(address)
    say("only this machine can open it; end with Ctrl-C")
    if launch:
        click.launch(address)
    server.serve_forever()
    say(f"ended; {kept}")
