"""Leave out what an earlier version of an article said: it is withdrawn."""

import pytest

from verifier.text.sifting import sift
from verifier.text.vocabulary import CORRECTED


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version of this article said that 900 cows were lost.",
        "A previous version of this story misstated the number of cows.",
        "An earlier version of this page said that Weir Corp. lost 900 cows.",
        "Editor's note: In an earlier version of this post, we said that 900 cows were lost.",
    ],
)
def test_what_an_earlier_version_said_is_no_evidence(line: str) -> None:
    text = f"Ninety cows were lost in the flood, and the farmers were told of it by noon.\n\n{line}"
    (found,) = [each for each in sift(text).excluded if each.reason == CORRECTED]
    assert text[found.start : found.end] == line


@pytest.mark.parametrize(
    "line",
    [
        "An earlier version of this article misstated the number of cows: 90 were lost, not 900.",
        "An earlier version of this article misstated the number of cows; it was 90.",
        "Correction: an earlier version of this article said that 900 cows, not 90, were lost.",
        "An earlier version of this article said that 900 cows were lost, when in fact 90 were.",
        "Correction: an earlier version gave the wrong date. The flood was on 3 May 2021.",
    ],
)
def test_a_correction_that_tells_what_is_right_is_evidence(line: str) -> None:
    text = f"Cows were lost in the flood, and the farmers were told of it by noon.\n\n{line}"
    assert all(each.reason != CORRECTED for each in sift(text).excluded)
    assert all(each.reason != CORRECTED for each in sift(text.replace("\n\n", " ")).excluded)


@pytest.mark.parametrize("apart", ["\n\n", " "])
@pytest.mark.parametrize(
    "said", ["gave the wrong date.", 'said "900 cows."', "said Weir Corp. left the U.S. at 10:30 p.m. on Friday."]
)
def test_only_the_statement_withdrawn_is_left_out(said: str, apart: str) -> None:
    line = f"Correction: An earlier version of this article {said}"
    text = f"Cows were lost in the flood, and the farmers were told of it by noon.{apart}{line} The flood was in May."
    found = sift(text)
    assert [text[e.start : e.end] for e in found.excluded if e.reason == CORRECTED] == [line]
    assert text[found.paragraphs[-1][-1].start :] == "The flood was in May."


@pytest.mark.parametrize("line", ["An earlier version of the firmware said nothing.", "This article said it earlier."])
def test_other_versions_stay(line: str) -> None:
    assert all(each.reason != CORRECTED for each in sift(f"Ninety cows were lost in the flood. {line}").excluded)
