"""Make web applications for this machine alone: a token in every address, no other host, no other site's pages."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from verifier.errors import UsageError, VerifierError

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


def guarded(name: str, token: str, largest: int = _LARGEST) -> Flask:
    """Return an application without pages whose routes must all begin with `/<token>/`; forms have `largest` bytes.

    Raises: UsageError where flask is not installed.
    """
    try:
        from flask import Flask, abort, request
    except ImportError as error:
        raise UsageError(f"{name} needs flask", hint="pip install flask") from error
    app = Flask(f"verifier.{name}", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = largest
    app.config["MAX_FORM_MEMORY_SIZE"] = largest

    @app.before_request
    def guard() -> None:
        given = str((request.view_args or {}).get("token", ""))
        if not (from_here(request) and secrets.compare_digest(given.encode(), token.encode())):
            abort(404)

    @app.after_request
    def harden(response: Response) -> Response:
        response.headers.update(_HEADERS)
        return response

    @app.errorhandler(VerifierError)
    def told(error: VerifierError) -> ResponseReturnValue:
        return f"{error}\n", 400, {"Content-Type": "text/plain; charset=utf-8"}

    return app


def from_here(request: Request) -> bool:
    """Say whether a request names this machine as host and does not come from another site's page."""
    origin = request.headers.get("Origin", "")
    local = request.host.rsplit(":", 1)[0] in {"127.0.0.1", "localhost"}
    own = origin in {"", f"http://{request.host}"}
    return local and own and request.headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}
