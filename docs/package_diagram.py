"""Draw the packages and what imports what: `python docs/package_diagram.py` writes docs/images/packages.svg."""  # noqa: INP001

from __future__ import annotations

import ast
import configparser
import textwrap
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "packages.svg"
_WIDTH, _HEIGHT, _GAP, _EDGE, _TEXT = 900, 62, 10, 12, 118
_STYLE = """
rect { fill: #eef0fb; stroke: #4051b5 } text { font: 13px sans-serif; fill: #1c2340 } .name { font-weight: bold }
.uses { font-size: 11px; fill: #4a5170 }
@media (prefers-color-scheme: dark) {
  rect { fill: #23263a; stroke: #8c9bf5 } text { fill: #eceefb } .uses { fill: #b8bfe0 }
}
"""


def layers() -> list[list[str]]:
    """Return the parts of the program from the topmost layer down, as the import contract in setup.cfg has them."""
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = settings["importlinter:contract:layers"]["layers"].split("\n")
    return [line.replace("|", " ").replace(":", " ").split() for line in lines if line.strip()]


def files(part: str) -> list[Path]:
    """Return the modules of a part of the program."""
    home = ROOT / "verifier" / part
    return sorted(home.rglob("*.py")) if home.is_dir() else [home.with_suffix(".py")]


def purpose(part: str) -> str:
    """Return the first line of a part's docstring."""
    home = ROOT / "verifier" / part
    path = home / "__init__.py" if home.is_dir() else home.with_suffix(".py")
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]


def uses(part: str) -> set[str]:
    """Return the other parts that a part imports, for types alone or in earnest."""
    found = {name for path in files(part) for name in _imported(ast.parse(path.read_text(encoding="utf-8")))}
    return found - {part}


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "verifier":
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("verifier."):
            yield (node.module or "").split(".")[1]


def draw() -> str:
    """Return the picture as SVG: a row a layer, a box a part, with what it is for and what it imports."""
    rows = layers()
    order = [part for row in rows for part in row]
    height = len(rows) * (_HEIGHT + _GAP) + _GAP
    boxes = "".join(_row(row, number, order) for number, row in enumerate(rows))
    said = "The packages of verifier in layers; each imports those below it alone."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="t">\n'
        f'<title id="t">{said}</title>\n<style>{_STYLE}</style>\n{boxes}</svg>\n'
    )


def _row(row: list[str], number: int, order: list[str]) -> str:
    width = (_WIDTH - _GAP * (len(row) + 1)) / len(row)
    top = _GAP + number * (_HEIGHT + _GAP)
    return "".join(_box(part, _GAP + place * (width + _GAP), top, width, order) for place, part in enumerate(row))


def _box(part: str, left: float, top: int, width: float, order: list[str]) -> str:
    room = int(_TEXT * width / _WIDTH)
    used = ", ".join(sorted(uses(part), key=order.index)) or "nothing"
    lines = (
        ("name", 20, part),
        ("what", 37, textwrap.shorten(purpose(part), room, placeholder=" …")),
        ("uses", 54, textwrap.shorten(f"imports {used}", int(room * 1.15), placeholder=" …")),
    )
    texts = "".join(f'<text class="{k}" x="{left + _EDGE:g}" y="{top + y}">{escape(t)}</text>\n' for k, y, t in lines)
    return f'<rect x="{left:g}" y="{top}" width="{width:g}" height="{_HEIGHT}" rx="5"/>\n{texts}'


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
