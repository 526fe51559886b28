"""A block: what a reader sees as one paragraph, heading or line, and where it stands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from schemas import RemovalReason

from .decode import repair

# What stands for one shown character: an entity, a stretch of white space, or itself.
_ATOM = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|\s+|.", re.S
)


_LEADING = re.compile(
    r"(?:\s+|&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj|lrm|rlm|Tab|NewLine"
    r"|#(?:9|10|13|32|160|173|8203|8204|8205|8239|65279)|#x(?:0?[9ad]|20|a0|ad|200[b-f]|202f|feff));?)+",
    re.I,
)


class Run(NamedTuple):
    """`text` is what `source[start:end]` shows: entities decoded, white space single."""

    start: int
    end: int
    text: str


@dataclass(slots=True, eq=False)
class Block:
    """Runs in order; `reason` says why it is left out, None that it stays."""

    runs: list[Run]
    text: str
    kind: str = "p"  # p, h (heading), li (list item)
    link_share: float = 0.0
    gap_before: bool = True  # a blank line or a block's edge, not just a line end
    continues: bool = False  # a sentence of the same line as the block before
    reason: RemovalReason | None = None
    confidence: float = 1.0

    def drop(self, reason: RemovalReason, confidence: float = 0.9) -> None:
        """Leave it out, unless that was decided before."""
        if self.reason is None:
            self.reason, self.confidence = reason, confidence


def shown(source: str, *, entities: bool) -> str:
    """What a reader sees of a stretch of source."""
    if entities and "&" in source:
        source = repair(unescape(source)).text
    if "  " not in source and source.isprintable():  # as white space other than that is not
        return source
    if source.isspace():
        return " "
    return " " * source[:1].isspace() + " ".join(source.split()) + " " * source[-1:].isspace()


def cut(source: str, run: Run, count: int, *, entities: bool) -> tuple[Run, Run]:
    """The run in two; the first shows `count` characters, or less where one entity shows more."""
    at, length = run.start, 0
    for atom in _ATOM.finditer(source, run.start, run.end):
        length += len(shown(atom[0], entities=entities))
        if length > count:
            break
        at = atom.end()
    first, rest = (
        Run(start, end, shown(source[start:end], entities=entities))
        for start, end in ((run.start, at), (at, run.end))
    )
    return first, rest


def joined(source: str, spans: Iterable[tuple[int, int]], *, entities: bool) -> list[Run]:
    """The spans as runs with single spaces within and between them, none at either end."""
    runs: list[Run] = []
    for start, end in spans:
        first = source[start]
        is_open = (first == "&" or first.isspace()) and (not runs or runs[-1].text[-1] == " ")
        if is_open and (leading := _LEADING.match(source, start, end)):
            start = leading.end()
            if start == end:
                continue
        run = Run(start, end, shown(source[start:end], entities=entities))
        if run.text:
            runs.append(run)
    while runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        bare = source[last.start : last.end].rstrip()
        run = Run(last.start, last.start + len(bare), shown(bare, entities=entities))
        if run.end == last.end:  # the space is an entity
            run, _ = cut(source, last, len(last.text) - 1, entities=entities)
        if run.text:
            runs.append(run)
    return runs


def without_head(source: str, block: Block, count: int, *, entities: bool) -> None:
    """Take off the block's first `count` characters and the space after them."""
    _set_runs(source, block, _parted(source, block.runs, count, entities=entities)[1], entities)


def without_tail(source: str, block: Block, count: int, *, entities: bool) -> None:
    """Leave only the block's first `count` characters."""
    _set_runs(source, block, _parted(source, block.runs, count, entities=entities)[0], entities)


def _parted(
    source: str, runs: Sequence[Run], count: int, *, entities: bool
) -> tuple[list[Run], list[Run]]:
    """The runs before and after the first `count` characters."""
    for at, run in enumerate(runs):
        if count < len(run.text):
            first, rest = cut(source, run, count, entities=entities)
            return [*runs[:at], first], [rest, *runs[at + 1 :]]
        count -= len(run.text)
    return list(runs), []


def _set_runs(source: str, block: Block, runs: Sequence[Run], entities: bool) -> None:
    block.runs = joined(source, ((run.start, run.end) for run in runs), entities=entities)
    block.text = "".join(run.text for run in block.runs)
