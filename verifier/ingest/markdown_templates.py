"""Find the tags of templates (Liquid, Hugo, containers, MDX) that stand in Markdown beside its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.ingest.markdown_skipped import CODE
from verifier.model import Exclusion
from verifier.text.patterns import pattern

TAG = "a tag of a template"
_SIGNS = ("{", ":::", "TOC", "import ", "export ", "*[", "\\")
_BLOCK = pattern(
    r"\{(?:%-?|\{[<%])\s{0,9}(?P<end>end|/\s{0,9})?(?P<name>highlight|code|comment)\b[^{}\n]{0,200}\}{1,2}"
)
_LINE = pattern(
    r"^[ \t]{0,12}(?:(?:\{%[^{}\n]{0,500}%\}|\{\{[^{}\n]{0,500}\}\}|\{:[^{}\n]{0,200}\})[ \t]{0,9})+$"
    r"|^[ \t]{0,12}(?::{3,}[^\n:]{0,200}|\[{1,2}_?TOC_?\]{1,2})[ \t]*$"
    r"|^[ \t]{0,12}\{[a-z][a-z-]{1,30}(?::[^{}\n]{0,300})?\}[ \t]*$"
    r"|^import [\w{}*, ]{1,200} from [\"'][^\"'\n]{1,200}[\"'];?[ \t]*$"
    r"|^export (?:const|default|let|function)\b[^\n]{0,500}$"
    r"|^[ \t]{0,12}\{/\*[^\n]{0,500}\*/\}[ \t]*$"
    r"|^[ \t]{0,3}\*\[[^\[\]\n]{1,60}\]:[^\n]{0,300}$"
    r"|^[ \t]{0,3}\\(?:newpage|pagebreak|clearpage|tableofcontents|hrulefill|vspace\{[^{}\n]{0,20}\})[ \t]*$"
    r"|(?<=[^\s`])[ \t]{0,9}\{%[^{}\n]{0,300}%\}[ \t]*$"
    r"|(?<=\S)[ \t]{0,9}\{ {0,3}(?:[:#.]|[a-z][a-z-]{0,30}=)[^{}\n]{1,200}\}[ \t]*$",
    re.MULTILINE,
)


def template_tags(text: str, start: int) -> Iterator[Exclusion]:
    """Yield the tags from `start` on that have a line of their own or end one, and the blocks of code in such tags."""
    if not any(sign in text for sign in _SIGNS):
        return
    at = start
    for block in _blocks(text, start):
        yield from _tags(text, at, block.start)
        yield block
        at = block.end
    yield from _tags(text, at, len(text))


def _blocks(text: str, start: int) -> Iterator[Exclusion]:
    opened: re.Match[str] | None = None
    for tag in _BLOCK.finditer(text, start):
        if opened is None:
            opened = None if tag["end"] else tag
        elif tag["end"] and tag["name"] == opened["name"]:
            yield Exclusion(opened.start(), tag.end(), CODE)
            opened = None


def _tags(text: str, start: int, end: int) -> Iterator[Exclusion]:
    for found in _LINE.finditer(text, start, end):
        yield Exclusion(*found.span(), TAG)
