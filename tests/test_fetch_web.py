"""Prove what is said of every trouble that a site can have, and that nothing private is ever reached."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import pytest
from troubled_site import WORDS, Site, served

pytest.importorskip("httpx", reason="httpx is not installed: pip install -e '.[fetch]'")
from verifier.fetch import guard
from verifier.fetch.failure import FetchError
from verifier.fetch.keep import article_of
from verifier.fetch.response import Answer
from verifier.fetch.web import Manners, Web

QUICK = Manners(timeout=5.0, pause=0.01, longest_pause=2.0, size=1024 * 1024, private=True)


@pytest.fixture(name="site")
def _site() -> Iterator[Site]:
    with served() as site:
        yield site


def get(url: str, manners: Manners = QUICK) -> Answer:
    async def run() -> Answer:
        async with Web(manners) as web:
            return await web.page(url)

    return asyncio.run(run())


def reason(url: str, manners: Manners = QUICK) -> str:
    with pytest.raises(FetchError) as caught:
        article_of(get(url, manners))
    return caught.value.reason


@pytest.mark.parametrize("path", ["/good", "/gzip", "/latin", "/meta", "/utf16", "/text", "/hop", "/flaky", "/later"])
def test_an_article_is_had_however_it_comes(site: Site, path: str) -> None:
    assert WORDS in article_of(get(site.url(path))).text


def test_redirects_are_followed_to_their_end(site: Site) -> None:
    assert get(site.url("/hop")).url == site.url("/good")


def test_bytes_are_kept_as_they_came(site: Site) -> None:
    answer = get(site.url("/gzip"))
    assert answer.raw[:2] == b"\x1f\x8b"
    assert b"ferries" in answer.body


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "answers 404 (Not Found)"),
        ("/paywall", "answers 403 (Forbidden)"),
        ("/never", "answers 503 (Service Unavailable)"),
        ("/much-later", "answers 429 (Too Many Requests)"),
        ("/loop", "redirects more than 10 times"),
        ("/nowhere", "redirects to nowhere"),
        ("/to-nowhere", "leads to what is no web address"),
        ("/to-file", "leads to what is no web address"),
        ("/private/a", "the site's robots.txt forbids it"),
        ("/to-forbidden", "the site's robots.txt forbids it"),
        ("/big", "is larger than 1 MiB"),
        ("/bomb", "is larger than 1 MiB"),
        ("/cut", "its compressed bytes are cut off"),
        ("/odd-coding", "is coded in a way that was not asked for (zstd)"),
        ("/picture", "is no page or text (image/png)"),
        ("/empty", "holds no article (an empty page, one made by a script, or a login)"),
        ("/script", "holds no article (an empty page, one made by a script, or a login)"),
        ("/torn", "broke off the connection"),
        ("/slow", "did not answer in full within 0.3 s"),
        ("/drip", "did not answer in full within 0.3 s"),
    ],
)
def test_every_trouble_is_told_in_plain_words(site: Site, path: str, said: str) -> None:
    timeout = 0.3 if path in {"/slow", "/drip"} else 5.0
    assert reason(site.url(path), QUICK._replace(tries=2, timeout=timeout)) == said


def test_what_may_pass_is_tried_again_and_what_stays_is_not(site: Site) -> None:
    for path in ("/flaky", "/later"):
        get(site.url(path))
    reason(site.url("/gone"))
    reason(site.url("/never"))
    asked = {path: site.asked[path] for path in ("/flaky", "/later", "/gone", "/never")}
    assert asked == {"/flaky": 3, "/later": 2, "/gone": 1, "/never": 3}


def test_a_site_is_given_the_time_it_asks_for(site: Site) -> None:
    begun = time.monotonic()
    get(site.url("/later"))
    assert time.monotonic() - begun >= 1.0


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:9/x", "cannot be reached"),
        ("http://no-such-host.invalid/", "the name no-such-host.invalid cannot be resolved"),
        ("ftp://127.0.0.1/x", "leads to what is no web address"),
        ("http:///x", "leads to what is no web address"),
        ("http://[x", "leads to what is no web address"),
        ("http://127.0.0.1:99999/", "leads to what is no web address"),
        ("http://ada:secret@127.0.0.1/", "names a user"),
    ],
)
def test_addresses_that_lead_nowhere_are_told(url: str, said: str) -> None:
    assert reason(url, QUICK._replace(tries=1)) == said


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "[::1]", "169.254.169.254", "10.0.0.1"])  # noqa: S104
def test_private_addresses_are_not_reached_unless_asked(site: Site, host: str) -> None:
    said = reason(f"http://{host}:{site.port}/good", QUICK._replace(private=False))
    assert " is a private address (" in said
    assert site.asked.total() == 0


def test_a_redirect_to_a_private_address_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1")
    guarded = QUICK._replace(private=False)
    assert WORDS in article_of(get(site.url("/good"), guarded)).text
    assert reason(site.url("/to-hidden"), guarded) == "127.0.0.2 is a private address (127.0.0.2)"
    assert site.asked["/good"] == 1


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("fe80::1%eth0", False),
        ("no address", False),
    ],
)
def test_private_addresses_are_known_in_every_form(address: str, public: bool) -> None:  # noqa: FBT001
    assert guard.is_public(address) is public


def test_no_host_has_more_than_two_requests_at_once(site: Site) -> None:
    async def run() -> None:
        async with Web(QUICK) as web:
            await asyncio.gather(*(web.page(site.url(f"/many{n}")) for n in range(12)))

    asyncio.run(run())
    assert site.most == 2
    assert site.asked["/robots.txt"] == 1
    assert {agent.partition("/")[0] for agent in site.agents} == {"verifier"}


@pytest.mark.parametrize("robots", ["", "User-agent: other\nDisallow: /", "User-agent: *\nDisallow: /\nAllow: /go*d$"])
def test_what_robots_txt_allows_is_fetched(site: Site, robots: str) -> None:
    site.robots = robots
    assert WORDS in article_of(get(site.url("/good"))).text


@pytest.mark.parametrize("robots", ["User-agent: verifier\nDisallow: /", "User-agent: *\nDisallow: /go*"])
def test_what_robots_txt_forbids_is_not(site: Site, robots: str) -> None:
    site.robots = robots
    assert reason(site.url("/good")) == "the site's robots.txt forbids it"
    assert site.asked["/good"] == 0
