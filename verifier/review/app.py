"""Serve the report on this machine alone, and take decisions from nobody who does not know the token."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from verifier.errors import UsageError, VerifierError
from verifier.formats.html import Review, render
from verifier.formats.html_anchors import anchor
from verifier.formats.html_page import prefixes
from verifier.gate.fingerprint import fingerprint
from verifier.gate.waived import every, waive
from verifier.model import Finding, PostmortemReport, Problem, Report
from verifier.review.decisions import DECISIONS, Decision, Store

if TYPE_CHECKING:
    from flask import Flask, Request, Response
    from flask.typing import ResponseReturnValue

_LARGEST = 64 * 1024
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Session(NamedTuple):
    """Hold what a review is about: the report, where decisions go, who decides, on which day, and the token."""

    report: Report
    store: Store
    author: str
    day: date
    token: str


class Target(NamedTuple):
    """Hold a problem with its findings and the texts of their claims."""

    report: PostmortemReport
    problem: Problem
    findings: tuple[tuple[Finding, str], ...]


def create(session: Session) -> Flask:
    """Return the web application; everything lies below `/<token>/`.

    Raises: UsageError where flask is not installed.
    """
    try:
        from flask import Flask, abort, redirect, request
    except ImportError as error:
        raise UsageError("review needs flask", hint="pip install 'verifier[review]'") from error
    app = Flask("verifier.review", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = _LARGEST
    known = targets(session.report)

    @app.before_request
    def guard() -> None:
        given = str((request.view_args or {}).get("token", ""))
        if not (from_here(request) and secrets.compare_digest(given.encode(), session.token.encode())):
            abort(404)

    @app.after_request
    def harden(response: Response) -> Response:
        response.headers.update(_HEADERS)
        return response

    @app.get("/<token>/")
    def page(token: str) -> str:  # noqa: ARG001  the guard has read it
        return _page(session, known)

    @app.post("/<token>/decide")
    def decide(token: str) -> ResponseReturnValue:
        place, decision = request.form.get("problem", ""), request.form.get("decision", "")
        if place not in known or decision not in DECISIONS:
            abort(400)
        target = known[place]
        reason = request.form.get("reason", "")
        session.store.decide(Decision(target.report.postmortem.id, target.findings, decision, reason, session.author))
        return redirect(f"/{token}/#{place}", 303)

    @app.errorhandler(VerifierError)
    def told(error: VerifierError) -> ResponseReturnValue:
        return f"{error}\n", 400, {"Content-Type": "text/plain; charset=utf-8"}

    return app


def targets(report: Report) -> dict[str, Target]:
    """Return the problems of a run by the anchors that they have on its page."""
    found = {}
    for prefix, one in zip(prefixes(report.reports), report.reports, strict=True):
        findings = {f.id: f for f in every(one)}
        texts = {a.claim.id: a.claim.text for a in one.assessments}
        for problem in one.problems:
            mine = tuple((findings[i], texts.get(findings[i].claim, "")) for i in problem.findings if i in findings)
            found[anchor("problem", prefix, problem.id)] = Target(one, problem, mine)
    return found


def from_here(request: Request) -> bool:
    """Say whether a request names this machine as host and does not come from another site's page."""
    origin = request.headers.get("Origin", "")
    local = request.host.rsplit(":", 1)[0] in {"127.0.0.1", "localhost"}
    own = origin in {"", f"http://{request.host}"}
    return local and own and request.headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}


def _page(session: Session, known: Mapping[str, Target]) -> str:
    marked = {(mark.postmortem, mark.fingerprint): mark.decision for mark in session.store.marks()}
    marks = {}
    for place, target in known.items():
        own = {marked.get((target.report.postmortem.id, fingerprint(finding)), "") for finding, _ in target.findings}
        if len(own) == 1 and own != {""}:
            marks[place] = own.pop()
    return render(waive(session.report, session.store.waivers(), session.day), Review(marks))
