"""Lines that were wrapped by hand: at which column, and which of them are one paragraph."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

# Agencies set subheads between two dashes.
DASHED = re.compile(r"- [^\n]+ -$")
BULLET = re.compile(rf"\s*(?!{DASHED.pattern})(?:[-*+•▪‣◦]|\d{{1,2}}[.)])\s+")
RULE = re.compile(r"\s*(?:[-_=*~•·+#]\s*){3,}$")
_NARROWEST, _WIDEST_WRAP = 40, 100
_LEAST_LINES = 8
_GOING_ON, _OFTEN = 4, 0.2  # lines after which small letters go on: at least, and of all of them
_CLOSING = ".!?:;…。！？：；؟؛۔।"
_CLOSED = '.!?:…“”"»。！？：؟۔।」』'  # at the end of a paragraph
_MOST_CAPITALS = 0.8  # of the lines that go on; headlines below each other all begin with one
_SLACK = 8  # columns by which a wrapped line may fall short though the next word had fitted


def wrap_width(lines: Sequence[str]) -> int:
    """The column at which the text was wrapped by hand, or 0."""
    if len(lines) < _LEAST_LINES:
        return 0
    going_on = [
        len(line)
        for line, below in pairwise(lines)
        if line[-1] not in _CLOSING
        and below[0].islower()
        and _NARROWEST <= len(line) <= _WIDEST_WRAP
    ]
    if len(going_on) >= max(_GOING_ON, _OFTEN * len(lines)):
        near = {
            width: sum(width - 16 < length <= width for length in going_on)
            for width in set(going_on)
        }
        best = max(near, key=lambda width: (near[width], -width))
        if near[best] > 0.8 * len(going_on):
            return best
    width = sorted(map(len, lines))[int(len(lines) * 0.98)]
    long = [at for at, line in enumerate(lines) if len(line) > width - 16]
    going_on_at = [at for at in long if lines[at][-1] not in _CLOSING]
    followers = [lines[at + 1].lstrip() for at in going_on_at if at + 1 < len(lines)]
    capitals = sum(below[:1].isupper() for below in followers)
    is_wrapped = len(long) > 0.25 * len(lines) and len(going_on_at) > 0.6 * len(long)
    is_listed = capitals > _MOST_CAPITALS * len(followers)
    return width if is_wrapped and not is_listed and width <= _WIDEST_WRAP else 0


def unwrapped(
    source: str, lines: Sequence[tuple[int, int]], width: int
) -> Iterator[list[tuple[int, int]]]:
    """Lines that belong together: up to a blank line, a bullet, or a line left short."""
    blank_count = source.count("\n\n") + source.count("\n \n")
    has_gaps = blank_count > 0.1 * len(lines)
    group: list[tuple[int, int]] = []
    for start, end in lines:
        if group and _parts(source, group[-1], (start, end), width, has_gaps):
            yield group
            group = []
        group.append((start, end))
    if group:
        yield group


def _parts(
    source: str, previous: tuple[int, int], line: tuple[int, int], width: int, has_gaps: bool
) -> bool:
    text, before = source[slice(*line)], source[slice(*previous)].rstrip()
    if source.count("\n", previous[1], line[0]) > 1:
        return True
    if text[:2].isspace() and not before[:1].isspace() and before[-1] in _CLOSED:
        return True  # an indented line begins a paragraph
    if text[0] == "^" or before[0] == "^":  # agencies mark the lines of a header so
        return True
    if any(map(DASHED.match, (text.strip(), before.strip()))):
        return True
    if not text[0].isalpha() and (BULLET.match(text) or RULE.match(text)):
        return True
    if not before[0].isalpha() and RULE.match(source, *previous):
        return True
    length = len(before)
    if max(length, len(text.rstrip())) > width + _SLACK:
        return True  # this line was not wrapped
    if text[0] == "(" and before[-1] in _CLOSED:
        return True  # a note
    has_room = length + 1 + len(text.split(maxsplit=1)[0]) < width - _SLACK
    closed = before[-1] in _CLOSED
    # With blank lines between paragraphs, a short line within one is just a ragged margin.
    return has_room and (not has_gaps or not closed or length < 0.7 * width)
