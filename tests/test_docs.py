"""Run every example of the documentation and compare it with what really comes out.

`console` blocks are run by bash, in a folder that holds a copy of seeds/, and show standard output; a line `...` stands
for any lines. `pycon` blocks are run by doctest. `python tests/test_docs.py` writes the outputs of `console` blocks
anew, but for those with a line `...`.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest
import warm
from jsonschema import Draft202012Validator

from verifier.cli.commands import COMMANDS
from verifier.formats import FORMATS

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
SCHEMAS = {"version": "manifest.schema.json", "fields": "incident.schema.json"}
STATUS = 'echo "status:$?"'


class Block(NamedTuple):
    """Hold a fenced block: the page, the line it starts on, its language and its text."""

    page: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def blocks(language: str) -> list[Block]:
    """Return the blocks of one language in all pages."""
    pages = [(page, page.read_text(encoding="utf-8")) for page in PAGES]
    return [
        Block(page, text.count("\n", 0, match.start()) + 1, language, match[2])
        for page, text in pages
        for match in FENCE.finditer(text)
        if match[1] == language
    ]


def steps(text: str) -> Iterator[tuple[str, str]]:
    """Yield the commands of a console block, each with the output that is shown for it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        while output.startswith("> "):
            more, _, output = output[2:].partition("\n")
            command += f"\n{more}"
        yield command, output


def prepare(folder: Path) -> dict[str, str]:
    """Lay a copy of the worked case and a `verifier` command into a folder; return the environment to use."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "bin").mkdir()
    warm.command(folder / "bin" / "verifier")
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    fixed = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"}
    return os.environ | fixed | {"PATH": path, "PYTHONPATH": str(ROOT)}


PROGRESS = re.compile(r"^verifier: postmortem \d+ of \d+, .*\n", re.MULTILINE)
"""What a run says on the way where it takes longer than a second."""


def outputs(text: str) -> list[tuple[str, str]]:
    """Run the commands of a console block one after the other; return what each prints, and what it says on stderr."""
    with tempfile.TemporaryDirectory() as name:
        environment, status, printed = prepare(Path(name)), "0", []
        for command, _ in steps(text):
            done = subprocess.run(
                ["bash", "-c", f"(exit {status}); {command}\n{STATUS}"],
                cwd=name,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=60,
                check=False,
            )
            output, _, status = done.stdout.decode().rstrip("\n").rpartition("status:")
            printed.append((PROGRESS.sub("", output), done.stderr.decode()))
    return printed


def pattern(shown: str) -> str:
    """Return an expression for what is shown: a line `...` stands for any lines."""
    return "".join(".*" if line == "...\n" else re.escape(line) for line in shown.splitlines(keepends=True))


@pytest.mark.parametrize("block", blocks("console"), ids=str)
def test_commands_print_what_is_shown(block: Block) -> None:
    for (command, shown), (output, said) in zip(steps(block.text), outputs(block.text), strict=True):
        if not re.fullmatch(pattern(shown), output, re.DOTALL):
            assert output == shown, f"{command}\n{said}"
        assert "error:" not in said, f"{command}\n{said}"


@pytest.mark.parametrize("block", blocks("pycon"), ids=str)
def test_python_examples_hold(block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(tmp_path)
    monkeypatch.chdir(tmp_path)
    example = doctest.DocTestParser().get_doctest(block.text, {}, str(block), block.page.name, block.line)
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append)
    assert result.attempted > 0
    assert result.failed == 0, "".join(said)


@pytest.mark.parametrize("block", blocks("json"), ids=str)
def test_json_examples_satisfy_their_schemas(block: Block) -> None:
    example = json.loads(block.text)
    assert example
    if name := next((schema for key, schema in SCHEMAS.items() if key in example), None):
        Draft202012Validator(json.loads((ROOT / "reports" / name).read_text(encoding="utf-8"))).validate(example)


@pytest.mark.parametrize("block", blocks("toml"), ids=str)
def test_toml_examples_satisfy_their_schemas(block: Block) -> None:
    table = tomllib.loads(block.text)
    if "example" not in table:
        Draft202012Validator(json.loads((ROOT / "reports/config.schema.json").read_text("utf-8"))).validate(table)
    schema = json.loads((ROOT / "rules/rule.schema.json").read_text(encoding="utf-8"))
    for example in table.get("example", ()):
        Draft202012Validator({"$ref": "#/$defs/example", "$defs": schema["$defs"]}).validate(example)


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_no_line_but_those_of_tables_is_longer_than_those_of_code(page: Path) -> None:
    assert [line for line in page.read_text(encoding="utf-8").split("\n") if len(line) > 120 and line[0] != "|"] == []


def test_every_key_of_the_report_is_described() -> None:
    page = (ROOT / "docs/report.md").read_text(encoding="utf-8")
    schema = json.loads((ROOT / "reports/report.schema.json").read_text(encoding="utf-8"))
    parts = [
        schema,
        *(schema["$defs"][name] for name in ("report", "postmortem", "source", "claim", "finding", "problem")),
    ]
    assert [key for part in parts for key in part["properties"] if f"`{key}`" not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere_in_a_clone(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_pages_made_from_the_code_are_fresh() -> None:
    """Where this fails: `make golden`."""
    sys.path.insert(0, str(ROOT / "docs"))
    made = import_module("make_pages").pages()
    assert [name for name, text in made.items() if (ROOT / "docs" / name).read_text(encoding="utf-8") != text] == []
    assert {f"rules/{path.name}" for path in (ROOT / "docs/rules").glob("*.md")} <= made.keys()


def test_there_are_examples() -> None:
    commands = [command for block in blocks("console") for command, _ in steps(block.text)]
    assert any(command.startswith("verifier check seeds/postmortem.txt --sources seeds") for command in commands)
    assert blocks("pycon")


def test_readme_names_every_subcommand() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert COMMANDS
    assert [name for name in COMMANDS if f"verifier {name}" not in readme] == []


def test_readme_names_every_format() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert FORMATS
    assert [name for name in FORMATS if f"| `{name}` |" not in readme] == []


def rewritten(page: Path) -> str:
    """Return a page with the outputs of its console blocks as they are now."""

    def again(match: re.Match[str]) -> str:
        if match[1] != "console" or "\n...\n" in match[2]:
            return match[0]
        pairs = zip(steps(match[2]), outputs(match[2]), strict=True)
        shown = (f"$ {command}".replace("\n", "\n> ") + f"\n{output}" for (command, _), (output, _) in pairs)
        return "```console\n" + "".join(shown) + "```"

    return FENCE.sub(again, page.read_text(encoding="utf-8"))


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(rewritten(page), encoding="utf-8")
