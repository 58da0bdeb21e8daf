from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.claims.citations import citations, with_known
from verifier.claims.claims import claims_of
from verifier.ingest.fields import Origin
from verifier.ingest.json_incident import read_json
from verifier.ingest.markdown import read_markdown
from verifier.model import Citation, Field


@pytest.mark.parametrize(
    ("text", "marker", "labels"),
    [
        ("The valve froze [40211].", "[40211]", ("40211",)),
        ("It leaked [77, 4021; 33].", "[77, 4021; 33]", ("77", "4021", "33")),
        ("It leaked [Article 4021].", "[Article 4021]", ("4021",)),
        ("It leaked [Article 4021, Article 77].", "[Article 4021, Article 77]", ("4021", "77")),
        ("It leaked [Articles 12 and 13].", "[Articles 12 and 13]", ("12", "13")),
        ("<Article 4021> is silent.", "<Article 4021>", ("4021",)),
        ("As Article #4021 says, it leaked.", "Article #4021", ("4021",)),
        ("As Article 4021 says, it leaked.", "Article 4021", ("4021",)),
        ("Articles 7, 12 and 30 agree.", "Articles 7, 12 and 30", ("7", "12", "30")),
        ("It leaked [#12].", "[#12]", ("12",)),
        ("[a4021]\nIt leaked.", "[a4021]", ("4021",)),
        ("It leaked [^1].", "[^1]", ("1",)),
        ("It leaked [^annual-report].", "[^annual-report]", ("annual-report",)),
        ("It leaked [Article harbour-2019].", "[Article harbour-2019]", ("harbour-2019",)),
        ("It leaked [003].", "[003]", ("003",)),
        ("It leaked [12, 12].", "[12, 12]", ("12",)),
    ],
)
def test_every_form_of_marker_is_found(text: str, marker: str, labels: tuple[str, ...]) -> None:
    (found,) = citations(text)
    assert text[found.start : found.end] == marker
    assert found.labels == labels


@pytest.mark.parametrize("text", ["It leaked [#, #].", "It leaked [Article #, Article #].", "It leaked [#]."])
def test_a_placeholder_cites_nothing(text: str) -> None:
    (found,) = citations(text)
    assert found.labels == ()


@pytest.mark.parametrize(
    "text",
    [
        "He said it was there [sic].",
        "See [1.2] and [Miller 2020].",
        "queue[0] was empty",
        "[a] The pump failed.",
        "Article 33 GDPR applies.",
        "Article 5(1) applies.",
        "Article 12 of the Treaty applies.",
        "The article was long.",
        "[x](https://example.org)",
        "It was 12 of 30.",
    ],
)
def test_other_brackets_are_no_citations(text: str) -> None:
    assert citations(text) == ()


def test_a_number_behind_one_article_is_not_another_label() -> None:
    (found,) = citations("Article 4021 and 30 users disagree.")
    assert found.labels == ("4021",)


def test_markers_side_by_side_are_three() -> None:
    text = "It leaked [Article 1], [Article 22], and [Article 333]."
    assert [found.labels for found in citations(text)] == [("1",), ("22",), ("333",)]


def test_only_the_range_asked_for_is_searched() -> None:
    text = "[11] one [22] two [33]"
    assert [found.labels for found in citations(text, 5, 14)] == [("22",)]


@given(st.text(alphabet="[]<>#,; articleA0123456789^", max_size=80))
def test_citations_stand_in_order_and_apart(text: str) -> None:
    found = citations(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@pytest.mark.parametrize("run", ["[", "[1,", "Article ", "Articles 1,", "<Article 1", "[1 ", "[a1,", "Article 1 and "])
def test_long_runs_are_read_at_once(run: str) -> None:
    assert len(citations(run * 20_000)) <= 20_000


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The weir broke [weir-post].", ("weir-post",)),
        ("The weir broke [weir-post; 12, w3].", ("weir-post", "12", "w3")),
        ("The weir broke [a 7].", ("a 7",)),
    ],
)
def test_a_bracket_that_names_known_sources_alone_is_a_citation(text: str, labels: tuple[str, ...]) -> None:
    (found,) = with_known(Field("Lead", text, 0, len(text)), frozenset({"weir-post", "12", "w3", "a 7", "b"})).links
    assert text[found.start] + text[found.end - 1] == "[]"
    assert found.labels == labels


@pytest.mark.parametrize("text", ["It broke [weir-post, sic].", "[b] It broke.", "It broke [12].", "weir-post broke."])
def test_a_bracket_with_other_words_or_an_own_form_is_none(text: str) -> None:
    field = Field("Lead", text, 0, len(text))
    assert with_known(field, frozenset({"weir-post", "12", "b"})) == field


def test_a_link_stays_what_it_is() -> None:
    link = Citation(9, 15, ("https://weir.example",), mention=True)
    field = Field("Lead", "It broke [post] [post].", 0, 23, links=(link,))
    assert with_known(field, frozenset({"post"})).links == (link, Citation(16, 22, ("post",)))


def test_labels_that_a_document_lists_or_the_sources_have_are_cited() -> None:
    data = '{"id": "w", "title": "Weir", "fields": {"Lead": "It broke [w1]. It held [w2]."}, "sources": [{"id": "w1"}]}'
    (found,) = read_json(data, Origin("w.json", "w", ""))
    assert [claim.citations for claim in claims_of(found)[0]] == [(), ("w1",), ()]
    assert [claim.citations for claim in claims_of(found, ["w2"])[0]] == [(), ("w1",), ("w2",)]
    text = "# Weir\n\nIt broke [post]. It held [echo].\n\n## References\n\n- [post] The Post, Weir breaks\n"
    listed = read_markdown(text, Origin("w.md", "w", ""))
    assert [claim.citations for claim in claims_of(listed)[0]] == [(), ("post",), ()]
