"""Draw text for a terminal: wrapped to a width, clashing words in colour or underlined by carets."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

from verifier.formats.layout import Quote

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDTH = 80
_WIDEST = 110
_NARROWEST = 40
_BRIEFEST, _MARKED, _HANG, _SPARE = 30, 40, 2, 12
_DOTS = " …"
_TAB = 8


class Paper:
    """Collect lines, at most `width` cells wide; without `color` there is not one escape sequence in them."""

    def __init__(self, width: int = WIDTH, *, color: bool = False) -> None:
        self.width = min(max(width, _NARROWEST), _WIDEST)
        self.color = color
        self._stream = io.StringIO()
        self._console = _console(self._stream, self.width) if color else None

    def line(self, text: str = "", *, style: str = "", indent: int = 0, hang: int = 0) -> None:
        """Add a paragraph: `indent` cells before its first line, `hang` more before the others."""
        from rich.text import Text

        first = Text(text[: len(text) - len(text.lstrip())])
        for number, piece in enumerate(self._wrapped(Text(text.lstrip(), style=style), indent + hang)):
            self._out(" " * (indent + (hang if number else 0)), first.append_text(piece) if not number else piece)

    def item(self, sign: str, text: str, *, style: str = "", indent: int = 0) -> None:
        """Add a paragraph behind a sign, its lines flush with each other."""
        from rich.text import Text

        lead = " " * indent + sign + " "
        for number, piece in enumerate(self._wrapped(Text(text, style=style), len(lead))):
            self._out(" " * len(lead) if number else lead, piece)

    def quote(self, quote: Quote, *, style: str, indent: int = 0) -> None:
        """Add a place and its sentence behind a bar, the marked words in `style` or, without colour, over carets."""
        from rich.text import Text

        self.line(quote.by + (f" [{quote.id}]" if quote.id else ""), indent=indent, hang=2, style="dim")
        text = Text(quote.shown.text)
        for mark in quote.shown.marks:
            text.stylize(style, *mark)
        for piece in self._wrapped(text, indent + 2):
            self._out(" " * indent + "│ ", piece)
            if not self.color and piece.spans:
                self._out(" " * indent + "│ ", Text(_carets(piece)))

    def brief(self, quote: Quote, *, style: str, indent: int = 0) -> None:
        """Add a place with the words marked first, and how the sentence begins, in some two lines."""
        from rich.text import Text

        marked = _cut(quote.shown.text[slice(*quote.shown.marks[0])], _MARKED) if quote.shown.marks else ""
        tail = f" [{quote.id}]" if quote.id else ""
        text = Text.assemble(quote.by, ', "' if marked else "", (marked, style), '": ' if marked else ": ")
        room = (self.width - indent - _HANG) * 2 - _SPARE - cells(text.plain) - cells(tail)
        text.append(_cut(quote.shown.text, max(room, _BRIEFEST)) + tail)
        for number, piece in enumerate(self._wrapped(text, indent + _HANG)):
            self._out(" " * (indent + (_HANG if number else 0)), piece)

    def getvalue(self) -> str:
        """Return the lines, each ended by a newline and free of trailing blanks."""
        return self._stream.getvalue()

    def _wrapped(self, text: Text, indent: int) -> list[Text]:
        console = cast("Console", self._console)  # of which wrapping asks nothing
        pieces = list(text.wrap(console, self.width - indent)) or [text]
        for piece in pieces:
            piece.rstrip()
        return pieces

    def _out(self, lead: str, text: Text) -> None:
        from rich.text import Text

        line = Text(lead).append_text(text)
        line.rstrip()
        if self._console:
            self._console.print(line, soft_wrap=True)
        else:
            line.expand_tabs(_TAB)
            self._stream.write(f"{line.plain}\n")


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


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    from rich.cells import cell_len

    return cell_len(text)


def _carets(line: Text) -> str:
    """Return carets under the marked cells of a line."""
    from rich.cells import cell_len

    marked = {i for span in line.spans for i in range(span.start, span.end)}
    return "".join(("^" if i in marked else " ") * cell_len(char) for i, char in enumerate(line.plain)).rstrip()
