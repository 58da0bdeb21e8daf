"""Serve the report on this machine alone, and take decisions from nobody who does not know the token."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from verifier.errors import VerifierError
from verifier.formats.html import Review, Standing, contents, page, render
from verifier.model import Report
from verifier.review.decisions import DECISIONS, OPEN, Decision, StaleError, Store
from verifier.review.guarded import guarded
from verifier.review.targets import Desk, pages

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue


class Session(NamedTuple):
    """Hold what a review is about: the report, where decisions go (None: nowhere), who decides, and the token."""

    report: Report
    store: Store | None
    author: str
    token: str


class Sent(NamedTuple):
    """Hold a decision that was refused: the anchor of its problem, the reason typed, and what is wrong."""

    place: str
    typed: str
    message: str


def create(session: Session) -> Flask:
    """Return the web application that reviews one report; everything lies below `/<token>/`.

    Raises: UsageError where flask is not installed.
    """
    app = guarded("review", session.token)
    add_review(app, "/<token>", lambda _: session)
    return app


def add_review(app: Flask, root: str, find: Callable[[str], Session | None]) -> None:
    """Add the pages of a review below an address; `find` returns the session that a name in it stands for."""
    from flask import abort, redirect, request

    @app.get(f"{root}/", defaults={"name": ""}, endpoint="contents")
    @app.get(f"{root}/<name>", endpoint="page")
    def show(name: str, run: str = "", **_: str) -> str:
        session = find(run)
        known = pages(session.report) if session else {}
        if session and name == "" and len(known) != 1:
            return contents(session.report, list(known), _decided(session, known))
        if session is None or name not in known:
            abort(404)
        return _page(session, known, name)

    @app.post(f"{root}/decide", endpoint="decide")
    def decide(run: str = "", **_: str) -> ResponseReturnValue:
        session = find(run)
        known = pages(session.report) if session else {}
        name, place = request.form.get("page", ""), request.form.get("problem", "")
        decision, reason = request.form.get("decision", ""), request.form.get("reason", "")
        if session is None or session.store is None or name not in known:
            abort(400)
        if place not in known[name].subjects or decision not in DECISIONS:
            abort(400)
        subject, seen = known[name].subjects[place], request.form.get("seen", "")
        try:
            session.store.decide(Decision(subject, decision, reason, session.author, seen))
        except VerifierError as error:
            sent = Sent(place, reason, str(error))
            return _page(session, known, name, sent), 409 if isinstance(error, StaleError) else 400
        return redirect(f"./{name}#{place}", 303)


def _decided(session: Session, known: Mapping[str, Desk]) -> list[str]:
    """Say of each page how many of its problems are decided."""
    if session.store is None:
        return []
    states = [session.store.states(desk.subjects.values()) for desk in known.values()]
    return [f"{sum(state.decision != OPEN for state in some)} of {len(some)} decided" for some in states]


def _page(session: Session, known: Mapping[str, Desk], name: str, sent: Sent | None = None) -> str:
    desk = known[name]
    review = _review(session, desk, name, sent) if session.store else None
    if not name:
        return render(session.report, review)
    return page(session.report, desk.report, "./", review)


def _review(session: Session, desk: Desk, name: str, sent: Sent | None) -> Review:
    states = session.store.states(desk.subjects.values()) if session.store else []
    cards = {
        place: Standing(state.decision, state.said, state.seen, *_refused(sent, place))
        for place, state in zip(desk.subjects, states, strict=True)
    }
    return Review(cards, name)


def _refused(sent: Sent | None, place: str) -> tuple[str, str]:
    return (sent.message, sent.typed) if sent and sent.place == place else ("", "")
