import re

from hypothesis import given
from hypothesis import strategies as st

from verifier.claims.identity import Names, claim_id
from verifier.claims.phrases import prepare


def test_an_id_is_short_and_plain() -> None:
    assert re.fullmatch(r"c-[0-9a-f]{12}", claim_id("Impacts", "The dam broke."))


def test_markers_spacing_case_and_typography_do_not_count() -> None:
    plain = claim_id("Impacts", "The dam's gate broke.")
    assert claim_id("impacts", "The  dam’s gate\nbroke [4021].") == plain
    assert claim_id("Impacts", "THE DAM'S GATE BROKE [77, 4021]") == plain


def test_words_figures_and_fields_count() -> None:
    ids = {
        claim_id(field, text)
        for field, text in [
            ("Impacts", "The dam broke."),
            ("Fixes", "The dam broke."),
            ("Impacts", "The dam held."),
            ("Impacts", "2 dams broke."),
            ("Impacts", "3 dams broke."),
        ]
    }
    assert len(ids) == 5


def test_a_repeated_text_is_numbered() -> None:
    names = Names()
    first, second, other, third = (
        names.name("Impacts", prepare(text)) for text in ("It broke.", "It broke [7]", "No.", "It broke.")
    )
    assert (second, third) == (f"{first}~2", f"{first}~3")
    assert "~" not in other


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_has_an_id(field: str, text: str) -> None:
    assert len(claim_id(field, text)) == 14
