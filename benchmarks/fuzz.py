"""Feed the program what no one would write: `python benchmarks/fuzz.py SECONDS [FOLDER]`.

Inputs are put together from a dictionary of marks by atheris (extra `fuzz`), which follows the code that they reach.
They go to every reader of documents, to a whole check and all that can be done with its report, to `claims`, and,
spoiling a good one somewhere, to the readers of reports, baselines, settings, manifests and incidents. What crashes
other than by saying so, breaks an offset, or takes longer than `SLOW` seconds, is cut down while it still does so, and
written to FOLDER (by default `fuzz/`). Ends with status 1 where anything was found.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
import tempfile
import time
import tomllib
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from spoiling import spoilt, toml

from verifier import Verifier
from verifier.claims.claims import claims_of
from verifier.cli.claims import answer_lines
from verifier.cli.gating import gate_of, gated
from verifier.cli.mend import patches
from verifier.config import baseline, settings
from verifier.data.json_text import parse_json
from verifier.errors import VerifierError
from verifier.formats import FORMATS, difference, renderer
from verifier.formats.json_report import as_record
from verifier.gate.diff import compare
from verifier.gate.waived import waive
from verifier.ingest.front_matter import front_matter
from verifier.ingest.html import extract
from verifier.ingest.manifest import read_manifest
from verifier.ingest.markdown import loose, markdown_article
from verifier.ingest.postmortems import read_postmortems
from verifier.lsp import view
from verifier.model import Report, Source
from verifier.review import stored
from verifier.text.reading import read_source

SLOW = 5.0
Reader = Callable[[str], None]
_DAY = date(2021, 5, 4)
_GOOD = (
    "# Pumps stop\n\nThe pump at Elmford stopped for 50 minutes [7001]. It lost 3 million euros [7002].\n\n"
    "<!-- verifier: ignore quantity known -->\nMia Stone, chief of Elm Water, said 40 pumps stopped.\n"
)
_ARTICLE = "The pump at Elmford stopped for 40 minutes. It lost 3 billion euros. Ann Stone, chief of Elm Water, spoke."
_SETTINGS = """\
sources = ["articles"]
fail-on = "warning"
min-confidence = 0.5
[max-problems]
warning = 3
[severity.rules]
quantity = "note"
[roles]
"a*" = "context"
"""
_MANIFEST = {
    "version": 1,
    "sources": [{"id": "7001", "file": "a.txt", "url": "https://a.example", "published": "2021-05-04"}],
}
_INCIDENT = {
    "id": "1",
    "title": "Pumps stop",
    "published": "2021-05-04",
    "fields": {"Impacts": "It lost 40 pumps [7001]."},
}
_MARKS = (
    *("# ", "\n\n", "\n", "\r\n", "- ", "1. ", "> ", "| ", "|---|", "\n|-|-|\n", "```\n", "    ", "**", "*", "_", "~~"),
    *("[a](", "https://a.example", ")", "[", "]", "![", "<!--", "-->", "<br>", "<sup>2</sup>", "&amp;", "&#0;", "\\"),
    *("[^1]", "\n[^1]: note", "\n[1]: https://b.example", "[7001]", "Published: 4 May 2021", "---\ntitle: x\n---\n"),
    *("Incident: A pump\n", "\nPostmortem Analysis\n", "Timeline 1. ", "Sources\n", "Impacts 1. ", "(a) ", "nan"),
    *(
        "{% highlight x %}",
        "{% endhighlight %}",
        "\n{{< x >}}\n",
        " {: .x }\n",
        "\n:::",
        "[!NOTE]",
        "[x] ",
        "\u00ad",
        "\\\n",
    ),
    *("<del>", "</del>", "([a](https://a.example))", "<pre>", "</pre>", "| Value |", "</td></tr></table>"),
    *(
        "<p>",
        "</p>",
        "<div class='body'>",
        "</div>",
        "<a href='/x'>",
        "</a>",
        "<table><tr><td>",
        "<script>",
        "<!doctype html>",
        "<dl><dt>Start</dt><dd>",
        "</dd></dl>",
        "<h2>",
        "</h2>",
        "<time>",
        "</time>",
        "<q>",
        "<s>",
    ),
    *(
        '{"title": "',
        '"}',
        "The pump stopped on Monday. ",
        "40,000",
        "3. February",
        "Article ID,URL,Published,Headline,Body\n",
        'Incident ID,Title,Impacts\n1,"',
        '{"fields": {"Impacts": "',
        "\n==Impact==\n",
        " not ",
        " 40 pumps because of ",
        "Mia Stone, chief of Elm Water, said ",
        "\n<!-- verifier: ignore quantity known -->\n",
        "[7002]",
        "No information is available. ",
        "- **",
        "10:40 | ",
        "~~",
        ":warning:",
        "\nPosted 3 hours ago. May 3, 2021 - 14:32 UTC\n",
        "\nDate | 3 May 2021\n",
        " 3 days after ",
        "3 May 2021",
        "2.5\u00d710\u2076",
        "10^6",
        "9e9",
        "40\u2019000",
        "lack of ",
        "GameStation 4",
        "GS4",
        "\nCAUSES\n",
        "Article ID;URL;Body\n",
        "MIME-Version: 1.0\n",
        "$3 million",
        "\u00bd",
        "\u202e",
        "\u2028",
        "\x85",
        "\ufeff",
        "\0",
        "\ufffc",
    ),
)


def _postmortem(text: str) -> None:
    for found in read_postmortems(Path("-"), stdin_text=text):
        claims, left = claims_of(found)
        fields = {field.name: field for field in found.fields}
        for claim in claims:
            field = fields[claim.field]
            assert field.text[claim.start : claim.end] == claim.text  # noqa: S101  this is what is tested
            if field.layout:
                start, end = field.layout.written(claim.start, claim.end)
                assert 0 <= start < end <= len(field.layout.raw)  # noqa: S101
        assert all(each.start < each.end for each in left)  # noqa: S101


def _article(text: str) -> None:
    plain = Source("a", text)
    for source in (plain, markdown_article(text, replace(plain, path="a.md"))):
        for sentence in read_source(source).sentences:
            whole = source.text if sentence.part == "body" else source.title
            assert whole[sentence.start : sentence.end] == sentence.text  # noqa: S101


def _page(text: str) -> None:
    extract(text)


def _line(text: str) -> None:
    seen, layout = loose(text)
    if layout:
        assert all(layout.written(at, at + 1)[0] <= len(text) for at in range(len(seen)))  # noqa: S101
    front_matter(text)
    parse_json(text, "")


def _run(text: str) -> None:
    """Check a postmortem against an article made of its latter half, and do with the report all that can be done."""
    path = _written("pm.md" if len(text) % 2 else "pm.txt", text)
    source = Source("7001", text[len(text) // 2 :], title=text[:40], path="a.txt")
    _used(Verifier([source]).check(*read_postmortems(path)))


def _used(report: Report) -> None:
    for name in FORMATS:
        renderer(name)(report)
    patches(report)
    for one in report.reports:
        view.marks(one)
        for claim in (each.claim for each in one.assessments[:3]):
            view.evidence(one, claim.start)


def _asked(text: str) -> None:
    """Ask about a claim of a line, and put the text in the line's place as well."""
    half = len(text) // 2
    item = {
        "id": 1,
        "claim": text[:half] or "It failed.",
        "sources": [{"id": "a", "text": text[half:], "title": text[:9]}],
    }
    lines = f"{json.dumps(item)}\n".encode() + text.replace("\n", " ").encode("utf-8", "surrogatepass")
    for answer in answer_lines(io.BytesIO(lines)):
        assert "internal error" not in str(answer.get("error", "")), answer  # noqa: S101


def _report(text: str) -> None:
    """Read a report that is wrong somewhere, and use and compare it where it passes for one."""
    good = as_record(_good_report())
    path = _written("report.json", json.dumps(spoilt(good, text)))
    report = stored.read(path)
    _used(report)
    record = stored.record_of(path.read_text("utf-8"), path)
    for old, new in ((good, record), (record, good)):
        found = compare(old, new)
        for written in difference.RENDERERS.values():
            written(found)


def _baseline(text: str) -> None:
    report = _good_report()
    waivers = baseline.missing(report, baseline.Terms("known", "Ann", _DAY))
    lines = [json.loads(baseline.line_of(waiver)) for waiver in waivers]
    written = "".join(f"{json.dumps(line)}\n" for line in spoilt(lines, text) or ())
    path = _written("b.jsonl", f"# {text[:20]}\n{written}{text[20:]}" if len(text) % 3 == 0 else written)
    found = baseline.read(path)
    baseline.text_of(found, path.read_text("utf-8"))
    _used(waive(report, found, _DAY))


def _settings(text: str) -> None:
    table = spoilt(tomllib.loads(_SETTINGS), text)
    lines = toml(table) if isinstance(table, dict) else ""
    read = settings.load(_written("verifier.toml", f"{lines}\n{text}" if len(text) % 3 == 0 else lines))
    gated(_good_report(), read, gate_of(read, "error"))


def _manifest(text: str) -> None:
    _written("a.txt", _ARTICLE)
    manifest = read_manifest(_written("manifest.json", json.dumps(spoilt(_MANIFEST, text))))
    for entry in manifest.entries:
        manifest.locate(entry)


def _incident(text: str) -> None:
    path = _written("incident.json", json.dumps(spoilt(_INCIDENT, text)))
    for found in read_postmortems(path):
        claims_of(found)


@cache
def _good_report() -> Report:
    path = _written("good.md", _GOOD)
    report = Verifier([Source("7001", _ARTICLE, title="Pumps", path="a.txt")]).check(*read_postmortems(path))
    return gated(report, settings.Settings(), gate_of(settings.Settings(), "warning"))


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


def _written(name: str, text: str) -> Path:
    path = _folder() / name
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


READERS: dict[str, Reader] = {
    "postmortem": _postmortem,
    "article": _article,
    "page": _page,
    "line": _line,
    "run": _run,
    "asked": _asked,
    "report": _report,
    "baseline": _baseline,
    "settings": _settings,
    "manifest": _manifest,
    "incident": _incident,
}


def fault(read: Reader, text: str) -> str:
    """Return what is wrong with how a text is read, empty where nothing is."""
    begun = time.process_time()
    try:
        read(text)
    except VerifierError:
        pass
    except Exception as error:  # noqa: BLE001  any is a find
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} {Path(place.filename).name}:{place.lineno}"
    return "slow" if time.process_time() - begun > SLOW else ""


def smaller(read: Reader, text: str, what: str) -> str:
    """Return the text without what is not needed for the same fault."""
    size = max(1, len(text) // 2)
    while size:
        at = 0
        while at < len(text):
            shorter = text[:at] + text[at + size :]
            if fault(read, shorter) == what:
                text = shorter
            else:
                at += size
        size //= 2
    return text


def made(data: bytes) -> str:
    """Return the text that bytes stand for: marks of the dictionary, and letters."""
    numbers = list(data[:2000])
    return "".join(_MARKS[n] if n < len(_MARKS) else chr(n) for n in numbers)


def main() -> None:
    """Run for the seconds asked for."""
    seconds, folder = float(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "fuzz")
    found: dict[str, str] = {}
    ends = time.monotonic() + seconds

    def one(data: bytes) -> None:
        text = made(data)
        for name, read in READERS.items():
            what = fault(read, text)
            if what and f"{name} {what}" not in found:
                found[f"{name} {what}"] = smaller(read, text, what)
        if time.monotonic() > ends:
            _end(found, folder)

    import atheris

    atheris.instrument_all()
    atheris.Setup(
        [
            sys.argv[0],
            "-max_len=600",
            f"-max_total_time={int(seconds) + 60}",
            "-report_slow_units=86400",
            "-verbosity=0",
        ],
        one,
    )
    atheris.Fuzz()


def _end(found: dict[str, str], folder: Path) -> None:
    for what, text in found.items():
        folder.mkdir(exist_ok=True)
        name = what.replace(" ", "-").replace("/", "-").replace(":", "-")
        path = folder / f"{name}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}.txt"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        print(f"{path}: {text[:200]!r}")
    sys.stdout.flush()
    os._exit(1 if found else 0)  # the fuzzer takes any other end for a find of its own


if __name__ == "__main__":
    main()
