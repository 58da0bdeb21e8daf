"""Check how text is cut into tokens, and which inflected forms meet."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.text.tokens import lying_in, stem, tokenize


def keys(text: str) -> list[str]:
    return [t.key for t in tokenize(text)]


def cut(text: str) -> list[str]:
    return [text[t.start : t.end] for t in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tram stopped, twice.", ["the", "tram", "stopped", "twice"]),
        ("It cost $2,400.50 in all", ["it", "cost", "$", "2,400.50", "in", "all"]),
        ("up 12% at 09:30", ["up", "12", "%", "at", "09:30"]),
        ("the 3rd pump lost 1.8m litres", ["the", "3rd", "pump", "lost", "1.8m", "litres"]),
        ("the G20 flew on an A-380", ["the", "g20", "flew", "on", "an", "a-380"]),
        (
            "the RT-N66U router, the up-to-date X-RAY2",
            ["the", "rt-n66u", "router", "the", "up", "to", "date", "x-ray2"],
        ),
        ("It doesn't run", ["it", "does", "not", "run"]),
        ("It won’t run and can't stop", ["it", "will", "not", "run", "and", "can", "not", "stop"]),
        ("They cannot pay", ["they", "can", "not", "pay"]),
        ("the bank's vault, the drivers' pay", ["the", "bank", "vault", "the", "drivers", "pay"]),
        ("We've paid; they're late", ["we", "paid", "they", "late"]),
        ("“Zoë’s” café", ["zoe", "cafe"]),
    ],
)
def test_text_is_cut_into_words_numbers_and_signs(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


def test_a_country_is_no_pronoun() -> None:
    assert keys("The US and the U.S. told us") == ["the", "usa", "and", "the", "usa", "told", "us"]


def test_a_url_is_one_token() -> None:
    assert cut("See https://pay.example/a?b=1 today") == ["See", "https://pay.example/a?b=1", "today"]


def test_offsets_of_a_contraction_cut_its_parts() -> None:
    assert cut("It didn't stop") == ["It", "did", "n't", "stop"]


@given(st.text(alphabet=st.sampled_from("aAé'’.-,:;%$£10 9\n\u200b\u00a0ßﬁ\"“"), max_size=50))
@settings(derandomize=True, max_examples=150)
def test_tokens_stand_in_order_inside_the_text(text: str) -> None:
    found = tokenize(text)
    ends = [0, *(t.end for t in found)]
    assert all(before <= t.start < t.end <= len(text) for before, t in zip(ends, found, strict=False))
    assert all(t.key for t in found)


@pytest.mark.parametrize(
    "run", ["a" * 20_000, "'" * 20_000, "1," * 10_000, "a." * 10_000, "a-1" * 7_000, "a'" * 10_000]
)
def test_long_runs_of_the_same_characters_are_cut(run: str) -> None:
    assert all(t.end <= len(run) for t in tokenize(run))


@pytest.mark.parametrize(
    "forms",
    [
        ("stole", "stolen", "steal", "steals", "stealing"),
        ("delay", "delayed", "delays", "delaying"),
        ("wrote", "written", "write"),
        ("company", "companies"),
        ("crash", "crashes", "crashed"),
        ("lost", "lose", "losing"),
    ],
)
def test_inflected_forms_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(f) for f in forms}) == 1


@pytest.mark.parametrize(
    ("british", "american"), [("organised", "organizing"), ("judgements", "judgment"), ("travelling", "traveled")]
)
def test_spellings_share_a_stem(british: str, american: str) -> None:
    assert stem(british) == stem(american)


@pytest.mark.parametrize(("one", "other"), [("ferry", "fever"), ("gas", "gate"), ("10", "100"), ("won", "want")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_short_words_and_figures_are_their_own_stem() -> None:
    assert [stem(w) for w in ("gp", "3rd", "2,400")] == ["gp", "3rd", "2,400"]


def test_tokens_carry_the_stem_of_their_key() -> None:
    assert all(t.stem == stem(t.key) for t in tokenize("Nurses didn't lose the patients' records"))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(0, 24, "the pump did not start"), (4, 8, "pump"), (5, 24, "did not start"), (4, 7, ""), (24, 30, "")],
)
def test_tokens_that_lie_in_a_span_are_found(start: int, end: int, words: str) -> None:
    tokens = tokenize("The pump didn't start")
    assert " ".join(tokens[t].key for t in lying_in(tokens, start, end)) == words
