"""All figures of a run as one picture: bars side by side, part by part, with their spread."""

import importlib
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .errors import BenchError
from .grouped import Measured, spread
from .panels import Panel, Section, sections

_OURS, _THEIRS = "#0b6e4f", "#9aa5b1"  # told apart in grey too
_COLUMNS, _COLUMN, _LABELS = 3, 5.4, 2.15  # inches; labels are within their column
_BAR, _AROUND, _HEAD, _FOOT = 0.19, 0.5, 0.4, 0.95  # inches
_FONT = 8
_ROOM = 1.85  # of the longest bar: for the figures behind it
_LOG_FROM, _LOG_LEFT = (
    30,
    3,
)  # least to greatest: where bars would vanish; how far left of the least
# In an SVG: what indents each line, and turns each word by nothing; a quarter of the file.
_IDLE = re.compile(r' transform="rotate\(-0 [^"]*"|^ +', re.M)
_OUR_NAMES = ("newsmill", "clean", "summarize", "recognize", "pass")


def draw(measured: Sequence[Measured], file: Path) -> None:
    """Writes the picture; the name's end says which kind. BenchError."""
    plots = _matplotlib()
    found = [section for section in sections(measured) if section.panels]
    if not found:
        raise BenchError("there is nothing to draw")
    canvas = _Canvas(plots, _FOOT + sum(map(_height, found)))
    canvas.say(_title(measured), linespacing=1.5, fontsize=_FONT + 1)
    canvas.down(_FOOT)
    for section in found:
        canvas.draw(section)
    try:
        _save(canvas.figure, file)
    except ValueError as error:  # a kind of file that it does not know
        raise BenchError(str(error)) from None
    finally:
        plots.close(canvas.figure)


def _save(figure: Any, file: Path) -> None:
    """Without the moment it was drawn: equal figures are equal files."""
    if file.suffix != ".svg":
        figure.savefig(file, dpi=130)
        return
    drawn = io.StringIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None})
    file.write_text(_IDLE.sub("", drawn.getvalue()), "utf-8")


class _Canvas:
    """A figure that is filled from top to bottom; all measures are inches."""

    def __init__(self, plots: Any, height: float) -> None:
        self._width, self._height, self._top = _COLUMNS * _COLUMN, height, 0.0
        self.figure = plots.figure(figsize=(self._width, height))

    def down(self, by: float) -> None:
        """What comes next is that much lower."""
        self._top += by

    def say(self, text: str, **style: Any) -> None:
        """A text at the left."""
        self.figure.text(0.01, 1 - (self._top + 0.1) / self._height, text, va="top", **style)

    def draw(self, section: Section) -> None:
        """The section's title and panels."""
        self.say(section.title, fontsize=_FONT + 4, fontweight="bold")
        self.down(_HEAD)
        for line in _lines(section):
            for column, panel in enumerate(line):
                _draw(self._axes(column, len(panel.rows) * _BAR), panel)
            self.down(_line_height(line))

    def _axes(self, column: int, height: float) -> Any:
        left = column * _COLUMN + _LABELS
        bottom = self._height - self._top - _AROUND / 2 - height
        width = _COLUMN - _LABELS
        return self.figure.add_axes(
            (left / self._width, bottom / self._height, width / self._width, height / self._height)
        )


def _lines(section: Section) -> list[list[Panel]]:
    panels = section.panels
    return [panels[at : at + _COLUMNS] for at in range(0, len(panels), _COLUMNS)]


def _line_height(line: Sequence[Panel]) -> float:
    return max(len(panel.rows) for panel in line) * _BAR + _AROUND


def _height(section: Section) -> float:
    return _HEAD + sum(map(_line_height, _lines(section)))


def _draw(axes: Any, panel: Panel) -> None:
    names, found = zip(*panel.rows, strict=True)
    start, end = _limits([f.least for f in found], max(f.greatest for f in found) or 1.0)
    medians = [f.median for f in found]
    axes.barh(range(len(found)), [median - start for median in medians], left=start, height=0.72,
              color=_colours(names), clip_on=False)  # fmt: skip
    axes.hlines(range(len(found)), [f.least for f in found], [f.greatest for f in found],
                color="#333333", linewidth=1, clip_on=False)  # fmt: skip
    axes.set_yticks(range(len(found)), names, fontsize=_FONT)
    axes.tick_params(axis="y", left=False)
    axes.set_ylim(len(found) - 0.5, -0.5)  # the first on top, as in a table
    axes.set_xscale("log" if start else "linear")
    axes.set_xlim(start, end)
    for at, one in enumerate(found):
        axes.annotate(spread(one), (one.greatest, at), (3, 0), textcoords="offset points",
                      va="center", fontsize=_FONT)  # fmt: skip
    title = f"{panel.title} (logarithmic)" if start else panel.title
    axes.set_title(title, loc="left", fontsize=_FONT + 1, pad=3)
    axes.xaxis.set_visible(False)  # the figures say it
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.patch.set_visible(False)


def _limits(least: Sequence[float], greatest: float) -> tuple[float, float]:
    """Where bars begin, above 0 where the scale must be logarithmic, and how far there is room."""
    smallest = min(least)
    if not 0 < smallest * _LOG_FROM < greatest:
        return 0.0, greatest * _ROOM
    start = smallest / _LOG_LEFT
    return start, float(start * (greatest / start) ** _ROOM)


def _colours(names: Sequence[str]) -> list[str]:
    """Ours stand out where others are beside them."""
    ours = [name.startswith(_OUR_NAMES) for name in names]
    return [_OURS if own or not any(ours) else _THEIRS for own in ours]


def _title(measured: Sequence[Measured]) -> str:
    machine = measured[0].machine
    wanted = ("newsmill", "python", "torch", "onnxruntime", "ctranslate2", "kafka")
    versions = [f"{name} {machine.versions[name]}" for name in wanted if name in machine.versions]
    return "\n".join([
        " · ".join(dict.fromkeys(one.machine.command for one in measured)),
        f"{machine.processor}, {machine.cores} cores, {machine.memory_gb:g} GiB;"
        f" load at the start {machine.load:g}",
        ", ".join(versions),
        "Bars: medians; lines: least to greatest; grey: others than newsmill",
    ])  # fmt: skip


def _matplotlib() -> Any:
    try:
        library = importlib.import_module("matplotlib")
    except ImportError:
        raise BenchError("matplotlib is missing: install newsmill's extra `bench`") from None
    library.use("Agg")  # without a screen
    library.rcParams["font.sans-serif"] = ["DejaVu Sans"]  # each word names all there are
    library.rcParams["svg.fonttype"] = "none"  # letters stay letters: small, and can be searched
    library.rcParams["svg.hashsalt"] = "newsmill"
    return importlib.import_module("matplotlib.pyplot")
