"""Prove that the instructions do not change under recorded answers without a new version."""

from __future__ import annotations

import hashlib
import json

import pytest

from verifier.data.folders import folder
from verifier.reader.prompt import FIRST_LOOK, KINDS, SECOND_LOOK, instructions

DIGESTS = {1: "5e6e6001836baffe", 2: "90e509ae63b5217f", 3: "d1869d6a1523ccbf", 4: "4e363597df8fb475"}
LOOKS = (FIRST_LOOK, SECOND_LOOK)


@pytest.mark.parametrize("prompt", LOOKS)
def test_other_instructions_need_another_number(prompt: int) -> None:
    assert DIGESTS[prompt] == hashlib.sha256(instructions(prompt).encode()).hexdigest()[:16]


def test_instructions_and_schema_name_the_same_kinds() -> None:
    schema = json.loads((folder("reports") / "reader.schema.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["kind"]["enum"] == ["", *KINDS]
    assert [(look, kind) for look in LOOKS for kind in KINDS if f'"{kind}"' not in instructions(look)] == []
