from __future__ import annotations

from verifier.ingest.pdf_pages import joined, without_repeats

TEXTS = ("The lock was shut on Monday.", "Forty boats had to wait.", "A keeper opened it by hand.", "It was mended.")


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    pages = [["Lock board", "", text, "Members only", f"Page {at} of 4"] for at, text in enumerate(TEXTS, 1)]
    assert without_repeats(pages) == (
        ("Lock board", TEXTS[0]),
        *((text,) for text in TEXTS[1:]),
    )


def test_a_head_that_is_the_title_of_the_document_stays_once() -> None:
    pages = [["Lock board", "Lock board", TEXTS[0]], *(["Lock board", text] for text in TEXTS[1:])]
    assert [line for page in without_repeats(pages) for line in page] == ["Lock board", *TEXTS]


def test_heads_of_left_and_right_pages_and_a_first_page_without_one() -> None:
    pages = [[TEXTS[0]], *([f"{at} | Locks" if at % 2 else f"Report | {at}", "x"] for at in range(2, 9))]
    assert {line for page in without_repeats(pages) for line in page} == {TEXTS[0], "x"}


def test_figures_that_do_not_count_pages_stay() -> None:
    pages = [["14:05 Gate shut", "40 boats"], ["14:20 Gate shut", "30 boats"], ["14:50 Gate shut", "10 boats"]]
    assert without_repeats(pages) == tuple(map(tuple, pages))
    assert without_repeats([["Page 1", "x"]]) == (("Page 1", "x"),)
    assert without_repeats([]) == ()


def test_what_goes_on_behind_a_page_break_is_one_paragraph() -> None:
    pages = [["The lock", "It was shut by"], ["the keeper."], ["it (a lock) held."], ["Boats waited"], ["Nobody left."]]
    assert list(joined(pages)) == [
        "The lock",
        "It was shut by the keeper.",
        "it (a lock) held.",
        "Boats waited",
        "Nobody left.",
    ]
