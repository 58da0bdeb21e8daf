"""Serve a page to paste a postmortem and its sources into."""

from __future__ import annotations

import secrets
import threading
from dataclasses import replace
from pathlib import Path

import click

from verifier.cli.check import checked
from verifier.cli.common import PATH, Engine, rule_options
from verifier.cli.gating import gate_of, gated, today
from verifier.cli.reading import Wish, read_again, reader_options, second_reader
from verifier.cli.review import check_baseline, serve_app
from verifier.cli.waiving import author_known
from verifier.gate.inline import excused
from verifier.model import Postmortem, Report, Source

_TOKEN_BYTES = 24


@click.command()
@click.option("--baseline", type=PATH, metavar="FILE", help="Decide on what is found; waivers go to this file.")
@click.option("--author", help="Who decides. By default the name that git knows.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Where to listen. By default any free port.")
@click.option("--open", "launch", is_flag=True, help="Open the page in the browser.")
@reader_options
@rule_options
def serve(*, baseline: Path | None, author: str | None, port: int, launch: bool, engine: Engine, wish: Wish) -> None:
    """Check texts that are pasted into a page on this machine.

    Only who has the printed address can use it. Nothing is kept but decisions and a second reader's answers, and
    nothing is sent anywhere but to a second reader.
    """
    from verifier.config.ledger import Ledger
    from verifier.review.decisions import Store
    from verifier.review.paste import Desk, create

    def check(postmortems: tuple[Postmortem, ...], sources: tuple[Source, ...]) -> Report:
        from verifier.api import Verifier

        given = tuple(replace(source, role=engine.settings.role(source)) for source in sources)
        verifier = Verifier(given, rules=engine.rules, select=engine.select, ignore=engine.ignore)
        found = checked(verifier, postmortems, ())
        with one_at_a_time:
            found = read_again(found, second)
        return excused(gated(found, engine.settings, gate_of(engine.settings, "error")))

    second, one_at_a_time = second_reader(wish), threading.Lock()
    store = None
    if baseline is not None:
        check_baseline(baseline)
        store = Store(Ledger(baseline), today())
        author = author or author_known()
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    kept = "decisions are kept" if store else "nothing is kept"
    serve_app(create(Desk(check, store, author or "", token, wish.name)), port, token, launch=launch, kept=kept)
