"""Recognise files that are no articles and no postmortems: other markup, reports of this program, addresses."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from verifier.data.decode import first_bytes, open_file
from verifier.errors import InputError
from verifier.ingest.front_matter import front_matter
from verifier.ingest.markdown_lines import broken
from verifier.text.patterns import pattern

_MARKUP = {
    ".mediawiki": "MediaWiki",
    ".wiki": "MediaWiki",
    ".rst": "reStructuredText",
    ".adoc": "AsciiDoc",
    ".asciidoc": "AsciiDoc",
    ".org": "Org",
    ".tex": "TeX",
    ".textile": "Textile",
    ".eml": "a mail message",
    ".mht": "a web archive",
    ".mhtml": "a web archive",
}
_CONVERT = "convert it to Markdown, for example with pandoc"
_HINTS = {"a mail message": "save its text", "a web archive": "save the page as HTML"}


class _Signs(NamedTuple):
    """Hold the signs of a markup: one of `any` or of `alone` gives away a text that may be anything.

    Several of `any` or of `among` give away one held to be Markdown, where one may stand by chance, and where what is
    in `alone` means something else.
    """

    any: str
    alone: str = ""
    among: str = ""

    def shape(self) -> re.Pattern[str]:
        """Return what gives away a text that may be anything."""
        return _signs(self.any, self.alone)

    def oddity(self) -> re.Pattern[str]:
        """Return what is odd in Markdown."""
        return _signs(self.any, self.among)


def _signs(*signs: str) -> re.Pattern[str]:
    return pattern("|".join(filter(None, signs)), re.MULTILINE)


_WIKI_LINK = r"\[\[(?:Category|File|Image):"
_MARKUPS = {
    "MediaWiki": _Signs(
        r"^(?P<heading>={2,5})[ \t][^=\n]{1,120}[ \t](?P=heading)[ \t]*$",
        alone=r"^(?P<close>={2,5})[ \t]?[^=\s][^=\n]{0,120}(?P=close)[ \t]*$|\A\s{0,9}= [^=\n]{1,120} =[ \t]*$"
        rf"|^\{{\|[ \t]*class=|<ref(?: name=[^<>\n]{{1,80}})?>\{{\{{|^{_WIKI_LINK}",
        among=rf"{_WIKI_LINK}|^(?:\{{\||\|-[ \t]*$)|<ref(?: name=|>)|(?<!')'{{3}}[^'\n]{{1,120}}'{{3}}(?!')",
    ),
    "reStructuredText": _Signs(
        r"^\.\. (?:[a-z][\w-]{0,30}::|_[\w -]{1,60}:|\[[#\w-]{1,30}\] )"
        r"|^(?P<rule>={3,})[ \t]*\n[^=\n]{1,120}\n(?P=rule)[ \t]*$"
        r"|`[^`\n]{1,200} <https?://[^<>\s]{1,500}>`_(?!\w)",
        alone=r"^#\. \S",
        among=r"\[[#\w-]{1,30}\]_(?!\w)",
    ),
    "AsciiDoc": _Signs(
        r"\A\s{0,9}= [^=\n]{1,120}\n(?=(?:[^\n]{0,400}\n){0,40}?(?:== \S|:[\w-]{1,40}:))"
        r"|^\[source(?:,[^\]\n]{0,80})?\]$",
        among=r"^={2,5} [^=\n]{1,120}$|^:[a-z][\w-]{0,40}:(?: |$)|^\|={3,}$"
        r"|^\[(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]$"
        r"|^\[(?:cols|options|%header)[^\]\n]{0,80}\]$|(?:footnote:|image::?[^\s\[]{1,200})\[",
    ),
    "Jira markup": _Signs(
        r"^\{(?:panel|code|noformat|quote|info|note|warning|tip|expand|toc)(?::[^{}\n]{1,200})?\}"
        r"|^\|\|[^\n|]{1,80}\|\|",
        alone=r"^[ \t]{1,12}(?:\{(?:panel|code|noformat|quote)(?::[^{}\n]{1,200})?\}[ \t]*$|h[1-6]\. \S)"
        r"|\{(?P<macro>code|noformat|quote|panel|color)(?::[^{}\n]{1,200})?\}[^{}]{1,2000}\{(?P=macro)\}"
        r"|(?<!\[)\[[^\[\]|\n]{1,120}\|https?://[^\[\]\s]{1,400}\]|![\w.-]{1,80}\.(?:png|jpe?g|gif)\|[\w=,% ]{1,60}!",
        among=r"^h[1-6]\. \S",
    ),
}
_SHAPES = {
    **{name: signs.shape() for name, signs in _MARKUPS.items()},
    "Org": pattern(r"^#\+(?:BEGIN_|TITLE:|OPTIONS:)", re.MULTILINE | re.IGNORECASE),
    "TeX": pattern(r"^\\(?:documentclass\b|begin\{document\})", re.MULTILINE),
    "Textile": pattern(r"^[ \t]{0,12}h[1-6]\. \S|^bq\. \S", re.MULTILINE),
    "a mail message": pattern(
        r"\A(?=(?:[^\n]{1,998}\n){0,60}?(?:Message-ID|MIME-Version|Received):)"
        r"(?:[A-Z][\w-]{1,40}:[^\n]{0,998}\n|[ \t][^\n]{0,998}\n){3}",
        re.IGNORECASE,
    ),
    "RTF": pattern(r"\A\s{0,9}\{\\rtf\d"),
}
_ODDITIES = {name: signs.oddity() for name, signs in _MARKUPS.items()}
_SIGNS = 2
_OTHERS = r"^(?:```|~~~\w|~~~$)|^> \S|\]\(|^\[[^\]\n]{1,200}\]:|^\|?[ \t]?:?-{3,}:?[ \t]?\|"
_MARKDOWN, _UNNUMBERED = pattern(rf"^#{{1,6}} \S|{_OTHERS}", re.MULTILINE), pattern(_OTHERS, re.MULTILINE)
"""Signs that none of these markups has, but for that of Jira: it numbers lists as Markdown marks headings."""
_HEADINGS = {"Jira markup": _UNNUMBERED}
_INDENTED = pattern(r"^(?: {4}|\t)[^\n]*", re.MULTILINE)
_STATES = "hold|look|clear|nothing checked"
_REPORT = pattern(
    rf"\A\s*(?:# )?(?:(?:{_STATES}): .{{0,2000}}?\bread\s+against\s+\d+\s+source"
    rf"|\d+ postmortems?: (?:\d+ (?:{_STATES})|nothing))"
    r'|\A\s*\{\s*"schema_version": "1\.\d+",\s*"tool": \{\s*"name": "verifier"'
    rf'|<meta name="generator" content="verifier">|<testsuites name="verifier"|^::(?:error|warning|notice)[^\n]*title=',
    re.DOTALL | re.MULTILINE,
)
_HEAD = 8192
OPENED_BY = "name the postmortem; verifier review opens reports"
"""What to do with a report of this program where a postmortem is wanted."""
_AUTHOR = b"<dc:creator>verifier</dc:creator>"


def refuse_markup(text: str, path: Path, *, shaped: bool = False) -> None:
    """Make sure that a text is not in a markup that is not read.

    `shaped` says that one sign of a markup is enough; otherwise the text is held to be Markdown, which it is unless it
    has several signs of one markup and none of Markdown.
    Raises: InputError that names the markup.
    """
    found = _MARKUP.get(path.suffix.lower())
    if found is None:
        lines = broken(text).replace("\r\n", "\n").replace("\r", "\n")
        found = next((name for name, shape in _SHAPES.items() if shape.search(lines)), "") if shaped else _other(lines)
    if found:
        raise InputError(f"is {found}", str(path), _HINTS.get(found, _CONVERT))


def _other(lines: str) -> str:
    """Return the markup that a text held to be Markdown is clearly in instead, if any."""
    prose = "" if front_matter(lines).end else _INDENTED.sub("", lines)
    odd = (name for name, sign in _ODDITIES.items() if len(list(islice(sign.finditer(prose), _SIGNS))) == _SIGNS)
    return next((name for name in odd if not _HEADINGS.get(name, _MARKDOWN).search(lines)), "")


def is_markup(path: Path) -> bool:
    """Tell whether a file's ending names a markup that is not read."""
    return path.suffix.lower() in _MARKUP


def is_report(path: Path) -> bool:
    """Tell whether a file begins like a report that this program wrote."""
    if path.suffix.lower() == ".docx":
        return _is_signed(path)
    return bool(_REPORT.search(first_bytes(path, _HEAD).decode("utf-8-sig", errors="replace")))


def _is_signed(path: Path) -> bool:
    """Tell whether a Word document says that this program is its author."""
    import zipfile

    try:
        with open_file(path) as whole, zipfile.ZipFile(whole) as archive, archive.open("docProps/core.xml") as stream:
            return _AUTHOR in stream.read(_HEAD)
    except Exception:  # noqa: BLE001  a crafted file may break it in any way, and is then told of by its reader
        return False
