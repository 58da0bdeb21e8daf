"""Prove that what is pasted is checked like files, that nobody else can paste, and that what is wrong is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import ferry
import pytest

from verifier.api import Verifier
from verifier.config.ledger import Ledger
from verifier.model import Postmortem, Report, Source
from verifier.review.decisions import Store
from verifier.review.paste import Desk, create

pytest.importorskip("flask", reason="flask is not installed: pip install -e '.[test]'")
if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

TOKEN = "t0ken-of-the-day"  # noqa: S105  a made-up one
HOST = {"base_url": "http://127.0.0.1:4711"}


def checking(postmortems: tuple[Postmortem, ...], sources: tuple[Source, ...]) -> Report:
    return Verifier(sources).check(*postmortems)


def client_of(store: Store | None = None) -> FlaskClient:
    return create(Desk(checking, store, "Ann", TOKEN)).test_client()


def paste(client: FlaskClient, text: str = ferry.PAGE, *sources: tuple[str, str], **more: object) -> TestResponse:
    given = sources or (("7001", ferry.FIRST.replace("\n", "\r\n")), ("", ""))
    data = {"text": text, "label": [label for label, _ in given], "source": [body for _, body in given]}
    return client.post(f"/{TOKEN}/check", data=data, **HOST, **more)


def test_a_pasted_text_is_checked_and_its_report_shown() -> None:
    client = client_of()
    assert "<textarea" in client.get(f"/{TOKEN}/", **HOST).text
    answer = paste(client)
    assert answer.status_code == 303
    page = client.get(answer.headers["Location"], **HOST).text
    assert "<mark>About 40,000</mark>" in page
    assert "(7001)" in page
    assert "verifier-" not in page
    assert '<form class="decide"' not in page


def test_web_pages_are_read_as_such() -> None:
    client = client_of()
    body = "".join(f"<p>{line}</p>" for line in ferry.FIRST.split("\n\n"))
    answer = paste(client, ferry.PAGE, ("7001", f"<!DOCTYPE html><html><body><article>{body}</article></body></html>"))
    assert "<mark>About 40,000</mark>" in client.get(answer.headers["Location"], **HOST).text


def test_with_a_baseline_problems_can_be_decided(tmp_path: Path) -> None:
    store = Store(Ledger(tmp_path / "waivers.jsonl"), date(2030, 1, 1))
    client = client_of(store)
    address = paste(client).headers["Location"]
    page = client.get(address, **HOST).text
    place, seen = (page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("problem", "seen"))
    form = {"page": "", "problem": place, "seen": seen, "decision": "dismissed", "reason": "by phone"}
    assert client.post(f"{address}decide", data=form, **HOST).status_code == 303
    assert [w.reason for w in store.ledger.waivers()] == ["by phone"]


@pytest.mark.parametrize(
    ("text", "sources", "told"),
    [
        (" ", (("1", "x"),), "the postmortem: is empty; paste its text"),
        (ferry.PAGE, (("7001", " "),), "the sources: hold no text; paste at least one article"),
        (ferry.PAGE, (("1", "one."), ("1", "two.")), "the sources: two have the name"),
        ("<!doctype html><p></p>", (("1", "one."),), "holds no text to check"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_is_kept(
    text: str, sources: tuple[tuple[str, str], ...], told: str
) -> None:
    answer = paste(client_of(), text, *sources)
    assert answer.status_code == 400
    assert told in answer.text
    assert all(f"{body}</textarea>" in answer.text for _, body in sources)


@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_pages_of_other_sites_cannot_paste(headers: dict[str, str]) -> None:
    assert paste(client_of(), headers=headers).status_code == 404


@pytest.mark.parametrize("path", ["/", "/check", f"/{TOKEN}x/", f"/{TOKEN}/none/", "/wrong/none/decide"])
def test_without_the_token_or_the_run_there_is_nothing(path: str) -> None:
    assert client_of().get(path, **HOST).status_code in {404, 405}


def test_markup_in_what_is_pasted_does_nothing() -> None:
    page = paste(client_of(), " ", ('"><script>alert(1)</script>', "</textarea><script>alert(1)</script>")).text
    assert "<script>alert" not in page
