"""Prove that the instructions do not change under recorded answers without a new version."""

from __future__ import annotations

import hashlib
import json

from verifier.data.folders import folder
from verifier.reader.prompt import KINDS, VERSION, instructions

DIGESTS = {1: "5e6e6001836baffe", 2: "90e509ae63b5217f", 3: "d1869d6a1523ccbf"}


def test_other_instructions_need_another_version() -> None:
    assert DIGESTS[VERSION] == hashlib.sha256(instructions().encode()).hexdigest()[:16]


def test_instructions_and_schema_name_the_same_kinds() -> None:
    schema = json.loads((folder("reports") / "reader.schema.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["kind"]["enum"] == ["", *KINDS]
    assert [kind for kind in KINDS if f'"{kind}"' not in instructions()] == []
