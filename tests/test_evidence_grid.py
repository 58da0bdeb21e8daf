"""Check how the words of a claim are laid over the passages."""

from __future__ import annotations

import pytest
from engine import case, index, read
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.compare.case import Case
from verifier.evidence.grid import copied, lay

SOURCE = (
    "Heavy snow closed the northern runway of Vellmar airport. The Corvane group replaced a burnt fuse in the cabin."
)
WORDS = ["snow", "closed", "runway", "fuse", "cabin", "walrus", "Corvane", "300", "airport", "never", "a"]


def key(found: Case, token: int) -> str:
    return found.claim.tokens[token].key if token >= 0 else ""


@settings(deadline=None)  # the first example loads the word lists
@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_every_measure_is_a_share(claim: str) -> None:
    ours, built = read(f"It {claim}."), index(SOURCE)
    grid = lay(ours, built, built.of_sources(built.by_source))
    shares = [*grid.scores.values(), *grid.windows.values()]
    shares.append(copied(ours, built, built.of_sources(built.by_source)))
    assert all(0 <= share <= 1 + 1e-9 for share in shares)


def test_a_passage_scores_by_what_it_has_and_its_neighbours_count_less() -> None:
    grid = case("Snow closed the runway, and a fuse burnt in the cabin.", SOURCE).grid
    assert all(grid.scores[n] < grid.windows[n] < 1 for n in (0, 1))
    whole = case("Heavy snow closed the northern runway of Vellmar airport.", SOURCE).grid
    assert whole.scores[0] == pytest.approx(1)


def test_the_last_sentence_of_one_source_is_no_neighbour_of_the_next_source() -> None:
    claim = "Snow closed the runway, and a fuse burnt in the cabin."
    first, second = "Heavy snow closed the northern runway.", "The group replaced a burnt fuse in the cabin."
    apart, one = case(claim, first, second).grid, case(claim, f"{first} {second}").grid
    assert apart.windows == apart.scores
    assert one.windows[0] > one.scores[0]


def test_rare_words_weigh_more_than_common_ones() -> None:
    rows = {
        key(found, token): row.weight
        for found in [case("The company met a walrus.", SOURCE)]
        for token, row in found.grid.rows.items()
    }
    assert rows["walrus"] > rows["company"] > 0


def test_runs_of_words_that_stand_so_are_copied() -> None:
    whole, none = (
        case("Heavy snow closed the northern runway.", SOURCE),
        case("The runway closed northern snow.", SOURCE),
    )
    assert copied(whole.claim, whole.index, whole.allowed) == 1
    assert copied(none.claim, none.index, none.allowed) < 0.5
    assert copied(whole.claim, whole.index, 0) == 0
