"""Render a report as one HTML file that needs no network, reads well without its script and runs nothing from input."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from verifier.data.folders import folder
from verifier.errors import UsageError
from verifier.formats import titles
from verifier.formats.html_cards import SIGNS
from verifier.formats.html_index import listed
from verifier.formats.html_page import gather
from verifier.formats.words import HELD, RIGHT, SURENESS
from verifier.model import PostmortemReport, Report

if TYPE_CHECKING:
    from jinja2 import Environment


class Standing(NamedTuple):
    """Hold how a problem stands: what was decided, its history in words, and a name for that state.

    `message` is what is wrong with a decision just sent, `typed` the reason that came with it.
    """

    decision: str
    said: tuple[str, ...]
    seen: str
    message: str = ""
    typed: str = ""


class Review(NamedTuple):
    """Hold how the problems of a page stand, by their anchors, and the page's own name."""

    cards: Mapping[str, Standing]
    page: str = ""


def render(report: Report, review: Review | None = None) -> str:
    """Return the report as HTML; several postmortems get an index, worst first; with `review` problems get buttons.

    Raises: UsageError where jinja2 is not installed.
    """
    return fill("page.html.j2", forms="'self'" if review else "'none'", page=gather(report), review=review)


def page(report: Report, one: PostmortemReport, index: str, review: Review | None = None) -> str:
    """Return the page of one postmortem of several; `index` is the address of the page that lists them."""
    gathered = gather(report, one, index)
    return fill("page.html.j2", forms="'self'" if review else "'none'", page=gathered, review=review)


def contents(report: Report, addresses: Sequence[str], remarks: Sequence[str] = ()) -> str:
    """Return the page that lists the postmortems of a run and searches their claims; each has its address."""
    return fill("index.html.j2", script="index.js", index=listed(report, addresses, remarks))


def fill(template: str, forms: str = "'none'", script: str = "page.js", **values: object) -> str:
    """Return a template of reports/ filled in, with the style, the script and the policy that lets in these alone.

    `forms` is where forms may be sent, as the policy has it.
    Raises: UsageError where jinja2 is not installed.
    """
    environment = _environment()
    style, code = _part("page.css"), _part(script)
    policy = _policy(style, code, forms)
    return environment.get_template(template).render(values, style=style, script=code, policy=policy)


def _policy(style: str, script: str, forms: str) -> str:
    """Return a Content-Security-Policy that lets in the page's own style and script, by their hashes, and no more."""
    return (
        f"default-src 'none'; style-src 'sha256-{_hash(style)}'; script-src 'sha256-{_hash(script)}'; "
        f"base-uri 'none'; form-action {forms}"
    )


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _part(name: str) -> str:
    return (folder("reports") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        raise UsageError("the html format needs jinja2", hint="pip install jinja2") from error
    environment = Environment(
        loader=FileSystemLoader(folder("reports") / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {"signs": SIGNS, "words": HELD, "sureness": SURENESS, "right": RIGHT, "titles": titles}
    return environment
