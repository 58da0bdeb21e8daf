"""Tell from which day the "today" of a document counts."""

from datetime import date
from pathlib import Path

import pytest
from documents import document

from verifier.claims.written import written_on

PUBLISHED = date(2023, 11, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The lock jammed today.", PUBLISHED),
        ("On 21 November 2023 the lock jammed. It was freed today.", None),
        ("On November 21st the lock jammed. It was freed today.", None),
        ("On 29 February the lock jammed. It was freed today.", PUBLISHED),
        ("The gate of 2 May 2019 jammed today.", PUBLISHED),
        ("On 29 November it creaked; on 30 November it jammed.", PUBLISHED),
        ("It will be closed on 4 December.", PUBLISHED),
        ("Since May 20 boats lie there.", PUBLISHED),
    ],
)
def test_a_day_shortly_before_may_be_the_one_it_was_written_on(tmp_path: Path, text: str, day: date | None) -> None:
    assert written_on(document(tmp_path, f"# Jam\n\nPublished: 30 November 2023\n\n{text}\n")) == day


def test_without_a_day_of_its_own_there_is_none(tmp_path: Path) -> None:
    assert written_on(document(tmp_path, "# Jam\n\nOn 21 November 2023 it jammed.\n")) is None
