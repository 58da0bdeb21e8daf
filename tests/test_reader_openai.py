"""Prove, against a real server on loopback, what is sent to an endpoint and that nothing it does can harm."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from reader_kit import SUPPORTED, chat, question, sends, serving

from verifier.errors import UsageError
from verifier.reader.openai import ChatReader, make
from verifier.reader.prompt import messages
from verifier.reader.values import Options, ReaderError

KEY = "sk-very-secret-9f81"
ASKED = question()


def failure(reply: Callable[[BaseHTTPRequestHandler, Any], None], **more: float) -> ReaderError:
    """Return the error that a reply leads to; the key is in none."""
    with serving(reply) as endpoint, pytest.raises(ReaderError) as failed:
        ChatReader(endpoint.url, "m", KEY, **more).ask(ASKED)
    assert KEY not in str(failed.value) + repr(failed.value.__cause__)
    return failed.value


def test_the_question_and_nothing_else_is_sent() -> None:
    with serving(sends(chat(SUPPORTED))) as endpoint:
        assert ChatReader(endpoint.url, "m", KEY).ask(ASKED) == SUPPORTED
    assert endpoint.bodies == [{"model": "m", "messages": messages(ASKED), "temperature": 0}]
    assert endpoint.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert not {"Cookie", "Referer"} & set(endpoint.headers[0])


def test_without_a_key_none_is_sent() -> None:
    with serving(sends(chat(SUPPORTED))) as endpoint:
        ChatReader(f"{endpoint.url}/", "m").ask(ASKED)
    assert "Authorization" not in endpoint.headers[0]


def test_a_local_endpoint_is_asked_past_any_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    with serving(sends(chat(SUPPORTED))) as endpoint:
        assert ChatReader(endpoint.url, "m").ask(ASKED) == SUPPORTED


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503])
def test_a_busy_endpoint_may_be_asked_again(status: int) -> None:
    error = failure(sends(KEY.encode(), status, Retry_After="7"))
    assert f"answers with status {status}" in str(error)
    assert (error.again, error.fatal, error.after) == (True, False, 7.0)


@pytest.mark.parametrize("after", ["soon", "-3", "nan", "inf", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_a_wait_that_is_no_number_of_seconds_is_none(after: str) -> None:
    assert failure(sends(b"", 429, Retry_After=after)).after == 0


@pytest.mark.parametrize(
    ("status", "hint"), [(401, "VERIFIER_READER_KEY"), (403, "VERIFIER_READER_KEY"), (404, "model")]
)
def test_an_endpoint_that_refuses_is_not_asked_again(status: int, hint: str) -> None:
    error = failure(sends(f"bad key {KEY}".encode(), status))
    assert (error.again, error.fatal) == (False, True)
    assert hint in str(error)


def test_a_model_that_takes_no_temperature_is_asked_without() -> None:
    def picky(handler: BaseHTTPRequestHandler, body: Any) -> None:
        sends(b"{}", 400)(handler, body) if "temperature" in body else sends(chat(SUPPORTED))(handler, body)

    with serving(picky) as endpoint:
        reader = ChatReader(endpoint.url, "m")
        assert [reader.ask(ASKED), reader.ask(ASKED)] == [SUPPORTED] * 2
    assert ["temperature" in body for body in endpoint.bodies] == [True, False, False]


@pytest.mark.parametrize("status", [400, 422])
def test_an_endpoint_that_does_not_understand_is_asked_twice_at_most(status: int) -> None:
    with serving(sends(b"", status)) as endpoint, pytest.raises(ReaderError, match=f"status {status}"):
        ChatReader(endpoint.url, "m").ask(ASKED)
    assert len(endpoint.bodies) == 2


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with serving(sends(chat(SUPPORTED))) as elsewhere:
        error = failure(sends(b"", status, Location=elsewhere.url + "/chat/completions"))
        assert elsewhere.bodies == []
    assert "redirects, which is not followed" in str(error)
    assert error.fatal


def test_an_endpoint_that_stalls_is_given_up() -> None:
    error = failure(lambda *_: time.sleep(1), timeout=0.2)
    assert "does not answer in time" in str(error)
    assert error.again


def test_an_endpoint_that_drips_is_given_up() -> None:
    def drip(handler: BaseHTTPRequestHandler, _: object) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    start = time.monotonic()
    assert "does not end its answer in time" in str(failure(drip, timeout=5, total=0.2))
    assert time.monotonic() - start < 2


def test_an_endpoint_that_never_stops_is_cut() -> None:
    def flood(handler: BaseHTTPRequestHandler, _: object) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(10_000):
            handler.wfile.write(b"x" * 65536)

    assert "answers with more than 256 KiB" in str(failure(flood))


def test_an_endpoint_that_hangs_up_may_be_asked_again() -> None:
    def hang_up(handler: BaseHTTPRequestHandler, _: object) -> None:
        handler.close_connection = True
        handler.connection.shutdown(socket.SHUT_RDWR)

    assert failure(hang_up).again


def test_nobody_there_may_be_asked_again() -> None:
    with serving(sends(b"")) as endpoint:
        url = endpoint.url
    with pytest.raises(ReaderError, match=r"cannot be reached \(ConnectError\)") as failed:
        ChatReader(url, "m", KEY).ask(ASKED)
    assert failed.value.again


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no json",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": 1}',
        b"[" * 9999,
        b"\xff\xfe",
        chat(None),
        chat([1]),
    ],
)
def test_what_is_no_chat_is_refused(data: bytes) -> None:
    assert "reader at 127.0.0.1" in str(failure(sends(data)))


@pytest.mark.parametrize("said", [f'{{"why": "{KEY}"}}', '{"why": "' + "".join(f"\\u{ord(c):04x}" for c in KEY) + '"}'])
def test_an_answer_that_repeats_the_key_is_thrown_away(said: str) -> None:
    assert "repeats its key" in str(failure(sends(chat(said))))


def test_the_key_is_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(sends(chat(SUPPORTED))) as endpoint:
        ChatReader(endpoint.url, "m", KEY).ask(ASKED)
    assert KEY not in caplog.text


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("localhost:8080", "is no address"),
        ("ftp://localhost/v1", "is no address"),
        ("http://", "is no address"),
        ("http://[::1", "is no address"),
        ("http://localhost:x/v1", "is no address"),
        ("http://localhost/v1?key=x", "is no address"),
        (f"https://me:{KEY}@example.org/v1", "holds a name or password"),
        ("http://example.org/v1", "would send the key unprotected"),
        ("http://localhost.example.org/v1", "would send the key unprotected"),
    ],
)
def test_an_address_that_must_not_be_asked_is_refused(url: str, told: str) -> None:
    with pytest.raises(UsageError, match=told) as refused:
        ChatReader(url, "m", KEY)
    assert KEY not in str(refused.value)


def test_address_model_and_key_may_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "MODEL", "KEY"):
        monkeypatch.delenv(f"VERIFIER_READER_{name}", raising=False)
    with pytest.raises(UsageError, match="give --reader-url or VERIFIER_READER_URL"):
        make(Options(model="m"))
    with pytest.raises(UsageError, match="give --reader-model or VERIFIER_READER_MODEL"):
        make(Options(url="http://localhost/v1"))
    with serving(sends(chat(SUPPORTED))) as endpoint:
        monkeypatch.setenv("VERIFIER_READER_URL", endpoint.url)
        monkeypatch.setenv("VERIFIER_READER_MODEL", "from-environment")
        monkeypatch.setenv("VERIFIER_READER_KEY", KEY)
        make(Options()).ask(ASKED)
    assert endpoint.bodies[0]["model"] == "from-environment"
    assert endpoint.headers[0]["Authorization"] == f"Bearer {KEY}"
