"""Plain text to blocks: paragraphs of blank lines, of lines, or of hard-wrapped lines."""

import re

from .block import Block, joined

_LINE = re.compile(r"[^\n]+")


def read_lines(source: str) -> list[Block]:
    """The text's blocks; hard-wrapped lines are one block up to the next blank line."""
    lines = [m.span() for m in _LINE.finditer(source) if m[0].strip()]
    wrapped = _is_hard_wrapped([source[a:b] for a, b in lines])
    blocks: list[Block] = []
    spans: list[tuple[int, int]] = []

    def flush() -> None:
        if spans:
            runs = joined(source, [(spans[0][0], spans[-1][1])], entities=False)
            blocks.append(Block(runs, "".join(run.text for run in runs)))
            spans.clear()

    previous_end = 0
    for start, end in lines:
        if not wrapped or "\n" in source[previous_end:start].strip(" \t")[1:]:
            flush()
        spans.append((start, end))
        previous_end = end
    flush()
    return blocks


def _is_hard_wrapped(lines: list[str]) -> bool:
    lengths = sorted(len(line.rstrip()) for line in lines)
    if len(lengths) < 8 or lengths[int(len(lengths) * 0.98)] > 100:
        return False
    widest = lengths[-1]
    near = [line for line in lines if len(line.rstrip()) > 0.8 * widest]
    return len(near) > 0.25 * len(lines) and sum(
        line.rstrip()[-1] not in ".!?:" for line in near
    ) > 0.6 * len(near)
