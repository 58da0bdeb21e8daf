"""Prove that only who has the address can read or decide, and that decisions show at once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from samples import FERRY, MANY, PROBLEMS, REPORT

from verifier.config.ledger import Ledger
from verifier.model import Problem, Report
from verifier.review.app import Session, create
from verifier.review.decisions import Store
from verifier.review.targets import pages

flask = pytest.importorskip("flask", reason="flask is not installed: pip install -e '.[test]'")
if TYPE_CHECKING:
    from flask.testing import FlaskClient

TOKEN = "t0ken-of-the-day"  # noqa: S105  a made-up one
HOST = {"base_url": "http://127.0.0.1:4711"}
NUMBER = f"problem-{PROBLEMS[1].id}"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(Ledger(tmp_path / "waivers.jsonl"), date(2030, 1, 1))


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create(Session(REPORT, store, "Ann", TOKEN)).test_client()


def decide(client: FlaskClient, **form: str):  # type: ignore[no-untyped-def]
    seen = seen_on(client.get(f"/{TOKEN}/{form.get('page', '')}", **HOST).text)
    return client.post(f"/{TOKEN}/decide", data={"problem": NUMBER, "seen": seen} | form, **HOST)


def seen_on(page: str) -> str:
    """Return the state that a page shows of the problem."""
    found = re.search(rf'name="problem" value="{NUMBER}">\s*<input type="hidden" name="seen" value="(\w+)"', page)
    return found[1] if found else ""


def test_the_page_is_served_with_buttons(client: FlaskClient) -> None:
    answer = client.get(f"/{TOKEN}/", **HOST)
    assert answer.status_code == 200
    assert answer.text.count('<form class="decide"') == len(PROBLEMS)
    assert "form-action &#39;self&#39;" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ["/", "/wrong/", f"/{TOKEN}x/", f"/{TOKEN[:-1]}/", "/%F0%9F%A6%86/", "/static/x"])
def test_without_the_token_there_is_nothing(client: FlaskClient, path: str) -> None:
    assert client.get(path, **HOST).status_code == 404


@pytest.mark.parametrize("host", ["http://evil.example", "http://127.0.0.1.evil.example:4711", "http://10.0.0.1:4711"])
def test_other_hosts_are_turned_away(client: FlaskClient, host: str) -> None:
    assert client.get(f"/{TOKEN}/", base_url=host).status_code == 404


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_pages_of_other_sites_cannot_decide(client: FlaskClient, store: Store, headers: dict[str, str]) -> None:
    form = {"problem": NUMBER, "decision": "dismissed", "reason": "no"}
    assert client.post(f"/{TOKEN}/decide", data=form, headers=headers, **HOST).status_code == 404
    assert store.ledger.waivers() == ()


def test_a_dismissed_problem_is_waived_and_can_be_taken_back(client: FlaskClient, store: Store) -> None:
    answer = decide(client, decision="dismissed", reason="<b>both</b> are right")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"./#{NUMBER}")
    assert len(store.ledger.waivers()) == 2
    page = client.get(f"/{TOKEN}/", **HOST).text
    assert re.search(r"<strong>dismissed</strong> <bdi>by Ann on .* UTC: &lt;b&gt;both&lt;/b&gt; are right", page)
    assert page.index(f'id="{NUMBER}"') < page.index("Read these first"), "the list stays where it is"
    decide(client, decision="open")
    assert store.ledger.waivers() == ()


def test_a_mark_shows_at_its_card_with_its_reason(client: FlaskClient) -> None:
    decide(client, decision="fixed", reason="in the second draft")
    page = client.get(f"/{TOKEN}/", **HOST).text
    assert page.count('data-decided="fixed"') == 1
    assert "in the second draft" in page


def test_a_stale_decision_is_refused_on_the_page_and_its_reason_kept(client: FlaskClient, store: Store) -> None:
    seen = seen_on(client.get(f"/{TOKEN}/", **HOST).text)
    decide(client, decision="confirmed", reason="checked by phone")
    answer = decide(client, decision="dismissed", reason="typed with care", seen=seen)
    assert answer.status_code == 409
    assert "somebody decided meanwhile: confirmed by Ann" in answer.text
    assert 'value="typed with care"' in answer.text
    assert store.ledger.waivers() == ()


def test_each_postmortem_of_several_is_a_page(store: Store) -> None:
    client = create(Session(MANY, store, "Ann", TOKEN)).test_client()
    assert 'href="ferry.html"' in client.get(f"/{TOKEN}/", **HOST).text
    assert client.get(f"/{TOKEN}/none.html", **HOST).status_code == 404
    answer = decide(client, decision="fixed", page="ferry.html")
    assert answer.headers["Location"] == f"./ferry.html#{NUMBER}"
    assert 'data-decided="fixed"' in client.get(f"/{TOKEN}/ferry.html", **HOST).text
    assert f"<strong>1 of {len(PROBLEMS)} decided</strong>" in client.get(f"/{TOKEN}/", **HOST).text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"decision": "dismissed", "reason": " "}, "a dismissal needs a reason"),
        ({"decision": "burn"}, "Bad Request"),
        ({"decision": "fixed", "problem": "problem-none"}, "Bad Request"),
    ],
)
def test_what_cannot_be_decided_is_told(client: FlaskClient, store: Store, form: dict[str, str], told: str) -> None:
    answer = decide(client, **form)
    assert answer.status_code == 400
    assert told in answer.text
    assert not store.ledger.path.exists()


def test_too_much_is_refused(client: FlaskClient) -> None:
    assert decide(client, decision="dismissed", reason="x" * 100_000).status_code == 413


def test_every_problem_of_several_postmortems_is_a_target_of_its_own() -> None:
    twins = replace(MANY, reports=(FERRY, FERRY))
    assert [len(desk.subjects) for desk in pages(twins).values()] == [len(PROBLEMS), len(PROBLEMS)]


def test_a_problem_without_findings_can_be_served(store: Store) -> None:
    bare = Report("0", "", (replace(FERRY, problems=(Problem("p", "r", "t", PROBLEMS[0].severity),)),))
    client = create(Session(bare, store, "Ann", TOKEN)).test_client()
    assert client.get(f"/{TOKEN}/", **HOST).status_code == 200
