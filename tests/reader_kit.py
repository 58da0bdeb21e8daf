"""Set up second readers for tests: questions and answers made by hand, and an endpoint on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from samples import DELETED, FERRY, POST

from verifier.model import RuleNote, Severity
from verifier.reader.prompt import FIRST_LOOK
from verifier.reader.questions import questions
from verifier.reader.values import Answer, Question, Quote, Reader, Recorded

RULES = (
    RuleNote("reader", "a second reader says otherwise", "help", Severity.WARNING),
    RuleNote("unsupported", "no source states this", "help", Severity.WARNING),
    RuleNote("partial", "only part of this is stated", "help", Severity.NOTE),
)
WORDS = "an engineer deleted the wrong table during an update"
SUPPORTED = json.dumps({"verdict": "supported", "quotes": [{"source": POST.id, "text": WORDS}]})


def question(claim: str = DELETED.id) -> Question:
    """Return the question about a claim of the ferry's report."""
    return next(q for q in questions(FERRY) if q.claim == claim)


def said(answer: Answer, key: str = "0" * 32, reader: str = "someone", model: str = "m") -> Recorded:
    """Return an answer as recorded."""
    return Recorded(key, reader, model, FIRST_LOOK, answer)


def quote(text: str, source: str = POST.id) -> tuple[Quote, ...]:
    return (Quote(source, text),)


class Scripted:
    """Answer by a function, as a reader."""

    model = "script"

    def __init__(self, answer: Callable[[Question], str]) -> None:
        self.answer, self.heard = answer, list[Question]()

    def ask(self, question: Question) -> str:
        self.heard.append(question)
        return self.answer(question)


def scripted(answer: Callable[[Question], str]) -> Reader:
    return Scripted(answer)


def chat(content: object) -> bytes:
    """Return a reply of a chat endpoint."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


class Endpoint:
    """Hold what an endpoint was sent, and how it replies: a function of its handler and the body."""

    def __init__(self, reply: Callable[[BaseHTTPRequestHandler, Any], None]) -> None:
        self.reply, self.bodies, self.headers = reply, list[Any](), list[dict[str, str]]()
        self.url = ""


def sends(data: bytes, status: int = 200, **headers: str) -> Callable[[BaseHTTPRequestHandler, Any], None]:
    """Reply with a status and bytes."""

    def reply(handler: BaseHTTPRequestHandler, _: Any) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return reply


@contextmanager
def serving(reply: Callable[[BaseHTTPRequestHandler, Any], None]) -> Iterator[Endpoint]:
    """Run an endpoint on loopback."""
    endpoint = Endpoint(reply)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            endpoint.bodies.append(body)
            endpoint.headers.append(dict(self.headers))
            endpoint.reply(self, body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Say nothing of clients that hang up."""

    server = Server(("127.0.0.1", 0), Handler)
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v1"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
