from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.claims.citations import citations, possible, with_known
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
        ("The weir broke [b].", ("b",)),
    ],
)
def test_a_bracket_that_names_known_sources_alone_is_a_citation(text: str, labels: tuple[str, ...]) -> None:
    (found,) = with_known(Field("Lead", text, 0, len(text)), frozenset({"weir-post", "12", "w3", "a 7", "b"})).links
    assert text[found.start] + text[found.end - 1] == "[]"
    assert found.labels == labels


@pytest.mark.parametrize(
    "text",
    [
        "It broke [weir-post, sic].",
        "[b] It broke.",
        "Weir[b] broke, [b]ut not it.",
        "It broke [12].",
        "weir-post broke.",
    ],
)
def test_a_bracket_with_other_words_or_an_own_form_is_none(text: str) -> None:
    field = Field("Lead", text, 0, len(text))
    assert with_known(field, frozenset({"weir-post", "12", "b"})) == field


def test_a_link_stays_what_it_is() -> None:
    link = Citation(9, 15, ("https://weir.example",), mention=True)
    field = Field("Lead", "It broke [post] [post].", 0, 23, links=(link,))
    assert with_known(field, frozenset({"post"})).links == (link, Citation(16, 22, ("post",)))


def test_one_letter_is_a_label_where_the_document_lists_it_and_not_where_a_source_is_called_so() -> None:
    text, own = "# Weir\n\nIt broke [b]. It held.\n", "\n## References\n\n- [b] Post\n"
    told, listed = (read_markdown(text + more, Origin("w.md", "w", "")) for more in ("", own))
    assert [claim.citations for claim in claims_of(told, ["b"])[0]] == [(), (), ()]
    assert [claim.citations for claim in claims_of(listed)[0]] == [(), ("b",), ()]


def test_labels_that_a_document_lists_or_the_sources_have_are_cited() -> None:
    data = '{"id": "w", "title": "Weir", "fields": {"Lead": "It broke [w1]. It held [w2]."}, "sources": [{"id": "w1"}]}'
    (found,) = read_json(data, Origin("w.json", "w", ""))
    assert [claim.citations for claim in claims_of(found)[0]] == [(), ("w1",), ()]
    assert [claim.citations for claim in claims_of(found, ["w2"])[0]] == [(), ("w1",), ("w2",)]
    text = "# Weir\n\nIt broke [post]. It held [echo].\n\n## References\n\n- [post] The Post, Weir breaks\n"
    listed = read_markdown(text, Origin("w.md", "w", ""))
    assert [claim.citations for claim in claims_of(listed)[0]] == [(), ("post",), ()]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The weir broke.⁷", ("7",)),
        ("The weir broke⁷,¹² at night.", ("7", "12")),
        ("The weir broke.^7^", ("7",)),
        ("The weir broke【7】.", ("7",)),
        ("The weir broke [7, p. 12].", ("7",)),
        ("The weir broke [see @7; @12, sec. 3].", ("7", "12")),
        ("The weir broke [source 7].", ("7",)),
        ("The weir broke (ref. 7).", ("7",)),
        ("The weir broke [6–8].", ("6", "7", "8")),
    ],
)
def test_other_forms_are_citations_of_known_labels(text: str, labels: tuple[str, ...]) -> None:
    field = Field("Lead", text, 0, len(text))
    (found,) = with_known(field, frozenset({"6", "7", "8", "12"})).links
    assert found.labels == labels
    assert with_known(field, frozenset({"99"})) == field


@pytest.mark.parametrize(
    ("label", "known"),
    [
        (label, {label})
        for label in (
            "source-1",
            "cf-outage",
            "ref-2",
            "reference-report",
            "sources/2",
            "Source A",
            "see-also",
            "@a",
            "6-8",
        )
    ]
    + [("p1, p2", {"p1", "p2"}), ("a, fig2", {"a", "fig2"}), ("Source A, B", {"Source A", "B"})]
    + [("Weir, The", {"Weir, The"}), ("a, fig2", {"a"}), ("source2", {"2"}), ("cf. @b", {"b"})],
)
def test_a_known_label_is_cited_whatever_it_looks_like(label: str, known: set[str]) -> None:
    text = f"The weir broke [{label}]."
    (found,) = with_known(Field("Lead", text, 0, len(text)), frozenset(known | {"1"})).links
    assert set(found.labels) == known
    assert known <= set(possible(text))


@pytest.mark.parametrize("label", ["source-1", "cf-outage", "sources/2", "source1-a", "p1", "refs.a"])
def test_no_word_is_stripped_that_is_part_of_a_label(label: str) -> None:
    text = f"The weir broke [{label}]."
    assert with_known(Field("Lead", text, 0, len(text)), frozenset({"1", "-1", "2", "outage", "a"})).links == ()


@pytest.mark.parametrize(
    "words",
    ["off Ann⁷", "in May⁷", "it⁷", "in 2019 ^7^", "dam⁷", "the dam's⁷", "to it.⁷", "by the “FBI”⁷", "tonnes of CO.⁷"],
)
def test_a_raised_number_behind_a_word_or_a_stop_is_a_citation(words: str) -> None:
    (found,) = with_known(Field("Lead", words, 0, len(words)), frozenset({"7"})).links
    assert found.labels == ("7",)


@pytest.mark.parametrize(
    "what",
    ["CO²", "E = mc²", "9 m/s²", "x²", "σ²", "kW²", "sin²", "H2O²", "CO₂²", "Na²", "pH²", "CO^2^", "10^2^", "30 km^2^"],
)
def test_a_number_raised_behind_a_symbol_is_no_citation(what: str) -> None:
    text = f"It was {what} at noon."
    field = Field("Lead", text, 0, len(text))
    assert with_known(field, frozenset({"2"})) == field


@pytest.mark.parametrize(
    "text", ["It is 30 km² wide.", "It grew to 10⁷ rows.", "It fell (7 times).", "It was 7 ^ 2 ^ 3."]
)
def test_powers_and_areas_are_no_citations(text: str) -> None:
    field = Field("Lead", text, 0, len(text))
    assert with_known(field, frozenset({"2", "7"})) == field


@pytest.mark.parametrize("mark", ["¹", "^1^", "【1】", "[1, p. 4]", "[source 1]"])
def test_a_mark_behind_the_stop_stays_with_its_sentence(mark: str) -> None:
    text = f"# Weir\n\nIt broke at nine.{mark} It held at ten.{mark}\n\n## References\n\n1. The Post\n"
    claims = claims_of(read_markdown(text, Origin("w.md", "w", "")))[0]
    assert [(claim.text, claim.citations) for claim in claims[1:]] == [
        (f"It broke at nine.{mark}", ("1",)),
        (f"It held at ten.{mark}", ("1",)),
    ]


def test_names_in_brackets_behind_the_stop_belong_to_the_sentence_before_them() -> None:
    text = "# Lock 4\n\nThe lock shut. [gazette] Two boats sank [echo; gazette]. It rained. [echo]\n"
    claims, _ = claims_of(read_markdown(text, Origin("pm", "pm.md", "")), ("gazette", "echo"))
    assert [(claim.text, claim.citations) for claim in claims[1:]] == [
        ("The lock shut. [gazette]", ("gazette",)),
        ("Two boats sank [echo; gazette].", ("echo", "gazette")),
        ("It rained. [echo]", ("echo",)),
    ]
