"""Teasers and credits among lines wrapped by hand, where no blank line parts them from others."""

from collections.abc import Iterator, Sequence

from .cues import OFFERS, Cue, Cues
from .tokens import line_tokens, words_of
from .wraps import CLOSED, Span


def parted(source: str, group: Sequence[Span], cues: Cues) -> Iterator[list[Span]]:
    """The lines of a paragraph in one group, those that are none of its own in others.

    What a label opens is parted from text below it, which has a full stop at the end of a line;
    other lines may be the rest of what was wrapped.
    """
    lines = [source[start:end].strip() for start, end in group]
    current: list[Span] = []
    for at, (line, span) in enumerate(zip(lines, group, strict=True)):
        follows = at > 0 and lines[at - 1][-1] in CLOSED
        is_last = at + 1 == len(group)
        if current and follows and (_is_apart(line, cues) or (is_last and _is_credit(line, cues))):
            yield current
            current = []
        current.append(span)
        is_open = line[-1] not in CLOSED and not is_last and lines[at + 1][0].isupper()
        is_text = any(below[-1] in CLOSED for below in lines[at + 1 :])
        if len(current) == 1 and is_open and is_text and _is_apart(line, cues):
            yield current
            current = []
    if current:
        yield current


def _is_apart(line: str, cues: Cues) -> bool:
    """Whether a line begins with a marked label: "Read also: Lake for sale"."""
    cue = _cue(line, cues)
    return cue is not None and cue.marked and cue.where != "anywhere" and cue.reason in OFFERS


def _is_credit(line: str, cues: Cues) -> bool:
    """Whether a line without a full stop begins as credits below an article do."""
    cue = _cue(line, cues)
    return cue is not None and cue.ends and cue.reason == "credit" and line[-1] not in CLOSED


def _cue(line: str, cues: Cues) -> Cue | None:
    tokens = line_tokens(line)
    return cues.find(tokens, len(words_of(tokens)))
