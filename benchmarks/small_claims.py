"""Judge small claims about invented incidents: `python benchmarks/small_claims.py [FILE ...] [--verbose]`.

The files of benchmarks/claims/ hold claims of a sentence or two beside one or two short sources, in the format of
`verifier claims`, with what is `right`: `supported`, or `contradicted` or `not supported` with the kind of error. Their
writers had not seen what the program says; they were asked for true claims that look dangerous and for wrong ones that
do not. All were looked at when rules were made, after the first sight that docs/accuracy.md tells of. No weight is
fitted on them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from judging_data import records

from verifier.api import Verifier
from verifier.cli.items import item as read_item
from verifier.model import Verdict

FOLDER = Path(__file__).with_name("claims")
FLAGGED = frozenset({Verdict.CONTRADICTED, Verdict.DISPUTED})


class Judged(NamedTuple):
    """Hold a claim's kind and text, whether it is true, and its verdict."""

    kind: str
    text: str
    true: bool
    verdict: Verdict


def judged(path: Path) -> Iterator[Judged]:
    """Yield the claims of a file with the program's verdicts."""
    for item in records(path):
        given = read_item({name: item[name] for name in ("id", "claim", "sources")})
        verdict = Verifier(given.sources).check_text(item["claim"]).verdict
        yield Judged(item["id"].rpartition("-")[0], item["claim"], item["right"] == "supported", verdict)


def row(name: str, found: Sequence[Judged]) -> str:
    """Return the line of a table: true claims kept and flagged, wrong ones flagged and not called supported."""
    true, wrong = ([j.verdict for j in found if j.true is truth] for truth in (True, False))
    kept, caught = true.count(Verdict.SUPPORTED), len(wrong) - wrong.count(Verdict.SUPPORTED)
    alarms, flagged = (sum(verdict in FLAGGED for verdict in each) for each in (true, wrong))
    return f"| {name} | {len(true)} | {kept} | {alarms} | {len(wrong)} | {flagged} | {caught} |"


def main() -> None:
    """Print a line for each file and for each kind of all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(FOLDER.glob("*.jsonl")))
    parser.add_argument("--verbose", action="store_true", help="list what is judged otherwise than meant")
    options = parser.parse_args()
    files = {path.stem: list(judged(path)) for path in options.files}
    whole = [each for found in files.values() for each in found]
    print("| claims | true | kept | alarms | wrong | flagged | caught |\n|---|---|---|---|---|---|---|")
    for name, found in files.items():
        print(row(name, found))
    for kind in sorted(Counter(j.kind for j in whole)):
        print(row(kind, [j for j in whole if j.kind == kind]))
    for j in whole if options.verbose else ():
        if j.true != (j.verdict is Verdict.SUPPORTED):
            print(f"{j.kind}, {'true' if j.true else 'wrong'}: {j.verdict}: {j.text}")


if __name__ == "__main__":
    main()
