import pytest

from verifier.claims.consequences import parts
from verifier.claims.phrases import prepare


def _parts(text: str) -> list[str]:
    return [text[start:end] for start, end in parts(prepare(text).low)]


@pytest.mark.parametrize(
    "link", ["leading to", "resulting in", "which led to", "ultimately leading to", "which eventually resulted in"]
)
def test_a_consequence_is_parted_from_what_led_to_it(link: str) -> None:
    before, after = "The old valve of the harbour froze", f"{link} a flood in 3 streets of Lund."
    assert _parts(f"{before}, {after}") == [before, after]


@pytest.mark.parametrize(
    "text",
    [
        "It froze, leading to a flood in 3 streets of Lund.",
        "The old valve of the harbour froze, leading to floods.",
        "The old valve of the harbour froze leading to a flood in 3 streets of Lund.",
        'Lee said "the old valve of the harbour froze, leading to a flood in 3 streets of Lund".',
        "The harbour (whose old valve froze, leading to a flood in 3 streets of Lund) closed.",
        "The old valve of the harbour froze, causing a flood in 3 streets of Lund.",
    ],
)
def test_other_sentences_stay_whole(text: str) -> None:
    assert _parts(text) == [text]
