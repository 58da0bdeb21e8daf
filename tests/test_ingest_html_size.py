"""Refuse pages that no site has and that would take very long; take steps in proportion to the rest."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from counting import steps
from lxml.etree import ElementDefaultClassLookup
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from verifier.errors import InputError
from verifier.ingest import html as reader
from verifier.ingest.html import extract
from verifier.ingest.html_around import drop_tags, drop_trees, nearest, totals
from verifier.ingest.html_blocks import blocks, fold
from verifier.ingest.html_cards import drop_cards
from verifier.ingest.html_entries import label_entries
from verifier.ingest.html_mending import mend
from verifier.ingest.html_notes import mark_notes
from verifier.ingest.html_rows import joined, rows
from verifier.ingest.html_seen import references, show_rest
from verifier.ingest.html_size import (
    LONGEST_LINK,
    LONGEST_META,
    MOST_ELEMENTS,
    MOST_LETTERS,
    MOST_METAS,
    MOST_TEXT,
    bound_metas,
    require_size,
)

TOLD = "The lock keeper of Dalwich closed gate {} for an hour, a spokesman of the canal said."


def nested(depth: int, size: int, line: str = TOLD) -> str:
    inside = "".join(f"<p>{line.format(i)}</p>" for i in range(size))
    return f"<html><body>{'<div>' * depth}{inside}{'</div>' * depth}</body></html>"


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (nested(400, 2_600, "Gate."), "is nested too deeply in too many places"),
        ("<p>a</p>" * MOST_ELEMENTS, "has more than 20,000 elements"),
        ("<!-- a -->" * (MOST_ELEMENTS + 1), "has more than 20,000 elements"),
        (f"<p {' '.join(f'a{i}=b' for i in range(400))}>a</p>" * 251, "has more than 100,000 attributes"),
        (f"<p>{'gate ' * (MOST_LETTERS // 5 + 1)}</p>", "has more than 2,000,000 characters of text"),
        (f"<p>{'<a>gate</a> and ' * 5_100}</p>", "has too many tags in one line"),
        (f"<div>{f'<svg></svg>{TOLD} ' * 6_000}</div>", "has too many elements amid too much text"),
        (f"<p>{f'<span>gate</span>{TOLD * 6} ' * 3_000}</p>", "has too many elements amid too much text"),
        (nested(400, 1, "gate " * (MOST_TEXT // 2_000 + 1)), "has too much text nested too deeply"),
    ],
)
def test_what_no_page_has_is_refused_before_a_tree_is_built(html: str, message: str) -> None:
    with pytest.raises(InputError, match=re.escape(f"a.html: {message}; save the page anew, or the text")):
        require_size(html, "a.html")


@pytest.mark.parametrize(
    "html",
    [
        nested(200, 3_000),
        nested(5, 15_000),
        f"<p>{'<a>gate</a> and ' * 4_900}</p>",
        f"<p>{'<a>gate</a> and ' * 900}</p>" * 20,
        f"<p>{'gate<br>' * 15_000}</p>",
        f"<div>{f'{TOLD}<br>' * 15_000}</div>",
        f"<div>{f'{TOLD} <b>Gate</b> ' * 4_900}</div>",
        f"<div>{f'{TOLD} <svg></svg>' * 1_500}</div>",
        nested(400, 1, f"<script>{'gate ' * (MOST_TEXT // 1_000)}</script>"),
        f"<ul>{'<li>gate</li>' * 10_000}</ul>",
        f"<table>{'<tr><td>1<td>2<td>3<td>4</tr>' * 3_000}</table>",
    ],
)
def test_long_pages_are_in_bounds(html: str) -> None:
    require_size(html, "a.html")


@pytest.mark.parametrize("sign", ["(", "[", "{", "&lt;"])
def test_what_a_page_tells_machines_of_itself_is_handed_on_in_bounds(sign: str) -> None:
    metas = f"<meta name=author content='{sign * 64_000}'>" * (MOST_METAS + 9)
    tree = document_fromstring(f"<html><head>{metas}<link rel=canonical href='{sign * 64_000}'></head><body>a</body>")
    bound_metas(tree)
    assert [len(meta.get("content")) for meta in tree.iter("meta")] == [LONGEST_META] * MOST_METAS
    assert next(tree.iter("link"), None) is None


def test_what_pages_tell_machines_of_themselves_is_left() -> None:
    address = f"https://canal.example/{'x' * (LONGEST_LINK - 30)}"
    head = f"<meta property=og:site_name content='Canal Gazette'><link rel=canonical href='{address}'>"
    page = extract(f"<html><head>{head}</head><body><article><p>{TOLD.format(1)}</p></article></body></html>")
    assert (page.url, page.outlet) == (address, "Canal Gazette")


class Climbed(HtmlElement):  # type: ignore[misc]
    """An element that counts each step from one to what is around it."""

    steps = 0

    def getparent(self) -> Any:
        Climbed.steps += 1
        return super().getparent()

    def iterancestors(self, *tags: Any) -> Iterator[Any]:
        for each in super().iterancestors():
            Climbed.steps += 1
            if not tags or each.tag in tags:
                yield each


def climbed(depth: int, size: int) -> int:
    """Return the steps outwards in reading a page of which some was lost, with times and hidden boxes."""
    parser = HTMLParser(encoding="utf-8")
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=Climbed))
    line = f"10:40</p><p>{TOLD}</p><div hidden>Gate {{}}</div><p>Gate {{}} was mended"
    tree = document_fromstring(nested(depth, size, line.replace("{}", "{0}")), parser=parser)
    lines = [TOLD.format(i) for i in range(0, size, 2)]
    Climbed.steps = 0
    show_rest(tree)
    drop_cards(tree)
    label_entries(tree)
    parts = blocks(tree)
    mend(lines, parts, "Gates")
    references(parts)
    rows(parts)
    assert len(parts) >= 3 * size
    return Climbed.steps


def test_a_paragraph_takes_as_many_steps_however_deep_it_stands() -> None:
    shallow, deep = (climbed(depth, 120) - climbed(depth, 40) for depth in (5, 200))
    assert deep <= 1.1 * shallow


class Word(str):
    """A word of which each comparison is a step."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_rows_that_begin_alike_are_looked_up_in_one_go() -> None:
    alike = [tuple((Word(cell),) for cell in ("monday", "dalwich", str(i))) for i in range(300)]
    lines = [(str(cell[0]), "") for row in alike for cell in row]
    few, many = (steps(lambda n=n: list(joined(lines[: 3 * n], alike[:n]))) for n in (100, 300))  # type: ignore[misc]
    assert many <= 3.2 * few
    assert list(joined(lines, alike))[299] == ("monday | dalwich | 299", "")


@pytest.mark.parametrize("tag", ["time", "q", "label"])
def test_a_line_of_many_tags_is_read_once(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(text: str) -> Any:
        read.append(len(text))
        return fold(text)

    monkeypatch.setattr(reader, "fold", counted)
    sizes = []
    for size in (50, 200):
        read.clear()
        line = "".join(f"at <{tag}>10:{i % 60}</{tag}> it opened " for i in range(size))
        assert "it opened" in extract(f"<html><body><article><p>{line}</p></article></body></html>").text
        sizes.append(sum(read))
    assert sizes[1] <= 4.5 * sizes[0]


def test_cards_in_one_line_leave_the_text_around_them() -> None:
    line = "".join(f"gate {i}<span class='tooltip'>gate {i} is a gate of the lock</span>, " for i in range(30))
    text = extract(f"<html><body><article><p>{TOLD.format(1)}</p><p>{line}closed.</p></article></body></html>").text
    assert text.split("\n\n")[1] == "".join(f"gate {i}, " for i in range(30)) + "closed."


def test_what_stands_around_is_found_and_each_element_tested_once() -> None:
    tree = document_fromstring("<div class=a><p><b>x</b></p><p class=a>y</p></div><i>z</i>")
    tested: list[str] = []
    found = nearest(lambda each: tested.append(each.tag) or each.get("class") == "a")  # type: ignore[func-returns-value]
    outer, inner = tree.xpath("//*[@class='a']")
    assert [found(each) for each in (*tree.iter("b"), *tree.iter("p"), *tree.iter("i"))] == [
        outer, outer, inner, None,
    ]  # fmt: skip
    assert found(None) is None
    assert len(tested) == len(list(tree.iter()))


def test_totals_are_those_of_all_within() -> None:
    tree = document_fromstring("<div><p>x</p><p>y</p></div><i>z</i>")
    first, second = tree.iter("p")
    found = totals({first: 2, second: 3})
    assert [found[each] for each in (first, second, *tree.iter("div", "body", "i"))][:4] == [2, 3, 5, 5]
    assert totals({}) == {}


def test_elements_are_taken_out_and_the_text_behind_them_stays() -> None:
    tree = document_fromstring("<p>a<s>b<s>c</s></s>d<u>e<b>f</b></u>g</p>")
    drop_trees(tree, tree.iter("s"))
    drop_tags(tree, tree.iter("u"))
    assert "".join(tree.itertext()) == "adefg"
    assert [each.tag for each in tree.iter("s", "u", "b")] == ["b"]


def test_a_block_knows_whether_it_is_in_a_heading() -> None:
    found = blocks(document_fromstring("<body><h2>a <b>b</b><div>c</div>d</h2><p>e</p></body>"))
    assert [(block.text, block.headed) for block in found] == [
        ("a b", True), ("c", True), ("d", True), ("e", False),
    ]  # fmt: skip


def test_notes_in_one_box_are_looked_up_in_one_go() -> None:
    def taken(size: int) -> int:
        marks = "".join(f"<p>It fell<sup><a href='#n{i}'>1</a></sup></p>" for i in range(size))
        notes = "".join(f"<a id='n{i}' href='#x'>1</a> it rose, " for i in range(size))
        tree = document_fromstring(f"<body>{marks}<p>{notes}</p></body>")
        return steps(lambda: mark_notes(tree))

    assert taken(400) <= 2.2 * taken(200)
