"""Draw text for a terminal: wrapped to a width, clashing words in colour or underlined by carets."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from verifier.formats.layout import Quote
from verifier.formats.strips import Strip, cells, strip, wrapped

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 80
_WIDEST = 110
_NARROWEST = 40
_BRIEFEST, _MARKED, _HANG, _SPARE = 30, 40, 2, 12
_DOTS = " …"


class Paper:
    """Collect lines, at most `width` cells wide; without `color` there is not one escape sequence in them."""

    def __init__(self, width: int = WIDTH, *, color: bool = False) -> None:
        self.width = min(max(width, _NARROWEST), _WIDEST)
        self.color = color
        self._stream = io.StringIO()
        self._console = _console(self._stream, self.width) if color else None

    def line(self, text: str = "", *, style: str = "", indent: int = 0, hang: int = 0) -> None:
        """Add a paragraph: `indent` cells before its first line, `hang` more before the others."""
        shown = text.lstrip()
        lead = " " * indent + strip(text[: len(text) - len(shown)]).text
        self._lines(strip(shown, (0, len(shown), style)), lead, " " * (indent + hang))

    def item(self, sign: str, text: str, *, style: str = "", indent: int = 0) -> None:
        """Add a paragraph behind a sign, its lines flush with each other."""
        lead = " " * indent + sign + " "
        self._lines(strip(text, (0, len(text), style)), lead, " " * len(lead))

    def quote(self, quote: Quote, *, style: str, indent: int = 0) -> None:
        """Add a place and its sentence behind a bar, the marked words in `style` or, without colour, over carets."""
        self.line(quote.by + (f" [{quote.id}]" if quote.id else ""), indent=indent, hang=2, style="dim")
        text, bar = strip(quote.shown.text, *((*mark, style) for mark in quote.shown.marks)), " " * indent + "│ "
        for piece in wrapped(text, self.width - len(bar)):
            self._out(bar, piece)
            if not self.color and piece.styles:
                self._out(bar, Strip(_carets(piece)))

    def brief(self, quote: Quote, *, style: str, indent: int = 0) -> None:
        """Add a place with the words marked first, and how the sentence begins, in some two lines."""
        marked = _cut(quote.shown.text[slice(*quote.shown.marks[0])], _MARKED) if quote.shown.marks else ""
        head = strip(quote.by).text + (', "' if marked else "")
        marking = strip(marked).text
        told = head + marking + ('": ' if marked else ": ")
        tail = f" [{quote.id}]" if quote.id else ""
        room = (self.width - indent - _HANG) * 2 - _SPARE - cells(told) - cells(tail)
        whole = told + _cut(quote.shown.text, max(room, _BRIEFEST)) + tail
        text = strip(whole, (len(head), len(head + marking), style))
        self._lines(text, " " * indent, " " * (indent + _HANG))

    def getvalue(self) -> str:
        """Return the lines, each ended by a newline and free of trailing blanks."""
        return self._stream.getvalue()

    def _lines(self, text: Strip, lead: str, hang: str) -> None:
        for number, piece in enumerate(wrapped(text, self.width - len(hang))):
            self._out(hang if number else lead, piece)

    def _out(self, lead: str, piece: Strip) -> None:
        if not self._console:
            self._stream.write(f"{(lead.expandtabs() + piece.text).rstrip()}\n")
            return
        from rich.text import Text

        line = Text(lead).append(piece.text)
        for start, end, style in piece.styles:
            line.stylize(style, len(lead) + start, len(lead) + end)
        line.rstrip()
        self._console.print(line, soft_wrap=True)


def _console(stream: io.StringIO, width: int) -> Console:
    """Return what writes escape sequences."""
    from rich.console import Console

    return Console(
        file=stream,
        width=width,
        force_terminal=True,
        color_system="standard",
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def _cut(text: str, room: int) -> str:
    """Return a text where it goes into so many cells, else its first words that do, with dots behind them."""
    if cells(text) <= room:
        return text
    used, kept = cells(_DOTS), 0
    for word in text.split(" "):
        used += cells(word) + 1
        if used > room + 1:
            break
        kept += len(word) + 1
    return f"{text[: kept or room].rstrip(' ,;:')}{_DOTS}"


def _carets(line: Strip) -> str:
    """Return carets under the marked cells of a line."""
    marked = {at for style in line.styles for at in range(style.start, style.end)}
    return "".join(("^" if at in marked else " ") * cells(sign) for at, sign in enumerate(line.text)).rstrip()
