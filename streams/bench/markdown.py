"""BENCHMARKS.md: every run with its machine, a table for each kind of contender."""

from collections.abc import Iterator, Sequence

from .grouped import Grid, Measured, capital, grids, settings_of, spread

_INTRODUCTION = """\
# Benchmarks

Written by `newsmill bench --write-markdown`. Each cell is the median over the repeats, with the
least and the greatest in parentheses. Contenders take turns within a run; compare within one run
only, and with the load that it began under. A share of the peak is of the greatest peak that the
run has found; busy machines hide theirs, and then shares come out too large. `clean` and
`recognize` multiply nothing that a peak could be a limit of, so that they have no such share:
`clean` stands beside bare trafilatura and the bare decoding of its messages instead, though it
also says what it left out, where every piece of text stood, and in which language it is.
"""
_EMPTY = "–"


def markdown(measured: Sequence[Measured], picture: str = "") -> str:
    """The page; `picture` is where one of the same figures lies, seen from there."""
    seen = f"\n![All of it as bars]({picture})\n" if picture else ""
    return _INTRODUCTION + seen + "".join(part for one in measured for part in _run(one))


def _run(one: Measured) -> Iterator[str]:
    yield f"\n## `{one.machine.command}`\n\n"
    for name, value in settings_of(one.machine)[1:]:  # the command is the heading
        yield f"- {name}: {value}\n"
    repeats = {part: max(f.repeats for f in found) for part, found in one.parts().items()}
    are_alike = len(set(repeats.values())) == 1
    if are_alike:
        yield f"- Repeats: {next(iter(repeats.values()))}\n"
    for part, figures in one.parts().items():
        yield f"\n### {part}\n" if part else ""
        yield "" if are_alike else f"\nRepeats: {repeats[part]}\n"
        for grid in grids(figures):
            yield f"\n#### {capital(grid.title)}\n\n" if grid.title else "\n"
            yield from _table(grid)


def _table(grid: Grid) -> Iterator[str]:
    yield _row(["", *map(str, grid.columns)])
    yield _row(["---", *["---:"] * len(grid.columns)])
    for contender, found in grid.rows.items():
        cells = [spread(found[c]) if c in found else _EMPTY for c in grid.columns]
        yield _row([contender, *cells])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
