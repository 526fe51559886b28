"""Lines that were wrapped by hand: at which column, and which of them are one paragraph."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from .authors import byline_names, is_reporter
from .cues import words
from .dates import has_date

# Agencies set subheads between two dashes.
DASHED = re.compile(r"- [^\n]+ -$")
BULLET = re.compile(rf"\s*(?!{DASHED.pattern})(?:[-*+•▪‣◦]|\d{{1,2}}[.)])\s+")
RULE = re.compile(r"\s*(?:[-_=*~•·+#]\s*){3,}$")
_NARROWEST, _WIDEST_WRAP = 40, 100
_LEAST_LINES = 8
_GOING_ON, _OFTEN = 4, 0.2  # lines after which small letters go on: at least, and of all of them
_CLOSING = ".!?:;…。！？：；؟؛۔।"
CLOSED = '.!?:…“”"»。！？：؟۔।」』'  # at the end of a paragraph
_MOST_CAPITALS = 0.8  # of the lines that go on; headlines below each other all begin with one
_SLACK = 8  # columns by which a wrapped line may fall short though the next word had fitted
_FULL = 0.8  # of the lines that go on in small letters; a margin makes them that full
_WITHIN = 0.25  # of the lines within paragraphs that go on so; far fewer are slips
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LONGEST_LINKING = 15  # characters; no word that links has more
_LONGEST_BYLINE, _SHORT_BYLINE = 90, 45  # characters; within a sentence, "by" is written small

Span = tuple[int, int]


def paragraphs(source: str, spans: Sequence[Span]) -> Iterable[list[Span]]:
    """The lines of each paragraph: hand-wrapped ones together, all others alone."""
    texts = [source[start:end].rstrip() for start, end in spans]
    gapped = _is_gapped(source)
    width = (_width_between_gaps(spans, texts) if gapped else 0) or _width_of(texts)
    if width or gapped:
        return _unwrapped(source, spans, texts, width)
    return ([span] for span in spans)


def _is_gapped(source: str) -> bool:
    """Whether blank lines part paragraphs."""
    return "\n\n" in source.strip() or "\n \n" in source


def _width_between_gaps(spans: Sequence[Span], texts: Sequence[str]) -> int:
    """The column, where blank lines part paragraphs: lines between them need not be many."""
    joints = [
        joint
        for joint, (above, below) in zip(pairwise(texts), pairwise(spans), strict=True)
        if below[0] == above[1] + 1  # no blank line between them
    ]
    going_on = [joint for joint in joints if _goes_on(*joint)]
    if len(going_on) >= max(1, _WITHIN * len(joints)) and (width := _full_width(going_on)):
        lengths = [
            len(above) for above, below in joints if above[-1].isalpha() and below[0].isalpha()
        ]
        return max(length for length in lengths if length <= width + 2 * _SLACK)
    # Nouns have capitals in German; no headline of a list is as long as these lines.
    long = [
        joint for joint in joints if len(joint[0]) > _WIDEST_WRAP and joint[0][-1] not in CLOSED
    ]
    return _full_width(long) if len(long) > 1 else 0


def _full_width(joints: Sequence[tuple[str, str]]) -> int:
    """The column at which the lines end that are followed by others, or 0."""
    lengths = sorted(len(above) for above, _ in joints)
    needed = sorted(_needed(len(above), below) for above, below in joints)
    for width in sorted(set(lengths), reverse=True):
        fitting = bisect_right(lengths, width + _SLACK)
        if fitting - bisect_left(needed, width - _SLACK) >= _FULL * len(joints):
            return width
    return 0


def _needed(length: int, below: str) -> int:
    """The columns that a line had filled with the first word of the next one."""
    return length + 1 + len(below.split(maxsplit=1)[0])


def _is_open(above: str) -> bool:
    """Whether a line is long enough to be wrapped, and marked as no heading or wire's line."""
    return len(above) >= _NARROWEST and above[0] not in "#^" and above[-1] != "="


def _goes_on(above: str, below: str) -> bool:
    """Whether a line breaks off within a sentence: before a small letter, after "of" or a comma."""
    if not _is_open(above) or above[-1] in CLOSED or not below[0].isalnum():
        return False
    breaks_off = below[0].islower() or above[-1] == "," or _ends_linking(above)
    return breaks_off and not _is_byline(below)


def _ends_linking(above: str) -> bool:
    """Whether the last word is one that no line ends with unless it goes on."""
    last = _LAST_WORD.search(above, len(above) - _LONGEST_LINKING - 1)
    return last is not None and last[0].lower() in _linking()


@cache
def _linking() -> frozenset[str]:
    """Words that no line ends with unless it goes on."""
    return frozenset[str]().union(*words("function").values())


def _is_byline(below: str) -> bool:
    """Whether a line names who wrote it, rather than going on with "by"."""
    is_whole = below[0].isupper() or (below[-1] not in CLOSED and len(below) <= _SHORT_BYLINE)
    return is_whole and len(below) <= _LONGEST_BYLINE and bool(byline_names(below))


def _width_of(lines: Sequence[str]) -> int:
    """The column, by the lengths of many lines."""
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


def _unwrapped(
    source: str, spans: Sequence[Span], texts: Sequence[str], width: int
) -> Iterator[list[Span]]:
    """Lines that belong together: up to a blank line, a bullet, or a line left short.

    Without a width, only those within a sentence.
    """
    blank_count = source.count("\n\n") + source.count("\n \n")
    has_gaps = blank_count > 0.1 * len(spans)
    slack = _slack_of(texts, width) if width else 0
    group = list(spans[:1])
    joints = zip(pairwise(texts), [*texts[2:], ""], pairwise(spans), strict=False)
    for (before, text), after, (above, below) in joints:
        if (
            below[0] > above[1] + 1  # a blank line between them
            or (before[-1] != "." and width and _is_byline(text))
            or (is_reporter(text) and has_date(after))
            or _parts(before, source[slice(*below)], width, slack, has_gaps)
        ):
            yield group
            group = []
        group.append(below)
    if group:
        yield group


def _slack_of(texts: Sequence[str], width: int) -> int:
    """The columns by which lines fall short though the next word had fitted; none by a machine."""
    going_on = [joint for joint in pairwise(texts) if len(joint[0]) <= width and _goes_on(*joint)]
    if len(going_on) < _LEAST_LINES:
        return _SLACK
    most = max(width - _needed(len(above), below) for above, below in going_on)
    return min(_SLACK, max(0, most + 1))


def _parts(before: str, text: str, width: int, slack: int, has_gaps: bool) -> bool:
    if not width or (has_gaps and _goes_on(before, text)):
        return not _goes_on(before, text)
    if text[:2].isspace() and not before[:1].isspace() and before[-1] in CLOSED:
        return True  # an indented line begins a paragraph
    if text[0] == "^" or before[0] == "^":  # agencies mark the lines of a header so
        return True
    if any(map(DASHED.match, (text.strip(), before.strip()))):
        return True
    if not text[0].isalpha() and (BULLET.match(text) or RULE.match(text)):
        return True
    if not before[0].isalpha() and RULE.match(before):
        return True
    length = len(before)
    if max(length, len(text.rstrip())) > width + _SLACK:
        return True  # this line was not wrapped
    if text[0] == "(" and before[-1] in CLOSED:
        return True  # a note
    has_room = _needed(length, text) < width - slack
    closed = before[-1] in CLOSED
    # With blank lines between paragraphs, a short line within one is just a ragged margin.
    return has_room and (not has_gaps or not closed or length < 0.7 * width)
