"""Plain text to blocks: lines, hard-wrapped paragraphs, markdown, or one endless line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from .block import Block, Run, joined
from .clipped import drop_mark
from .cues import Cues
from .inserted import parted
from .wraps import BULLET, RULE, paragraphs

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_MARKDOWN = re.compile(r"^\s{0,3}#{1,6}\s+\S|\]\([^)\s]{1,300}\)|\*\*[^*\n]{1,200}\*\*", re.M)
# What a reader of rendered markdown does not see; group 1 is the text of a link. The search runs
# from sign to sign, and looks back from each.
_OPENING_MARK = re.compile(r"\s{0,3}(?:#{1,6}|>)\s+")
_MARK = re.compile(
    r"[!\[*_`](?:(?<=!)\[[^\]\n]{0,500}\]\([^)\n]{0,500}\)"
    r"|(?<=\[)([^\]\n]{1,500})\]\([^)\n]{0,500}\)"
    r"|(?<=(?<![\w*])\*)\*{0,2}(?=\S)|(?<=\S\*)\*{0,2}(?![\w*])"
    r"|(?<=(?<!\w)_)_?(?=\w)|(?<=[\w.!?]_)_?(?!\w)|(?<=`))"
)
_MARK_SIGN, _NUMBER_SIGN = re.compile(r"[\[*_`]"), re.compile(r"\[")
_LINK_NUMBER = re.compile(r"\[(?:\d{1,3}|IMG|img)\]")
_SENTENCE_END = re.compile(
    r"(?<=[.!?…؟۔।])[\"”“»’)]?\s+(?=[\"„“«»(]?[^\W\d_a-zà-öø-ÿ])|(?<=[。！？])[」』”）]?\s*(?=\w|[「『“])"
)
_SHORTEST_PIECE = 40  # characters; what ends sooner is an abbreviation or an initial
_ENDLESS = 1_200  # characters; a line that long holds several paragraphs


def read_lines(source: str, cues: Cues) -> list[Block]:
    """The text's blocks. A line is one, or a sentence, or a run of hard-wrapped lines."""
    lines = list(_spans(source))
    is_markdown = _is_markdown(source[:20_000])
    has_numbers = len(_LINK_NUMBER.findall(source[:20_000])) >= 5
    is_endless = len(lines) < 4 and any(end - start > _ENDLESS for start, end in lines)
    if is_endless:
        lines = [piece for start, end in lines for piece in _sentences(source, start, end)]
        groups: Iterable[list[tuple[int, int]]] = ([line] for line in lines)
    else:
        groups = chain.from_iterable(
            parted(source, group, cues) if len(group) > 1 else (group,)
            for group in paragraphs(source, lines)
        )
    signs = _MARK_SIGN if is_markdown else _NUMBER_SIGN if has_numbers else None
    blocks: list[Block] = []
    previous_end = 0
    for group in groups:
        start, end = group[0][0], group[-1][1]
        kind = "p" if source[start].isalpha() else _marked_kind(source, start, end)
        block = _plain(source, start, end, kind, signs)
        block = block or _block(source, start, end, kind, is_markdown, has_numbers)
        block.gap_before = source.count("\n", previous_end, start) > 1
        block.continues = is_endless and previous_end == start
        previous_end = end
        if block.runs:
            blocks.append(block)
    drop_mark(source, blocks, entities=False)
    return blocks


def _spans(source: str) -> Iterator[tuple[int, int]]:
    """Where the lines are that hold more than white space."""
    at = 0
    for line in source.split("\n"):
        end = at + len(line)
        if line and not line.isspace():
            yield at, end
        at = end + 1


def _plain(
    source: str, start: int, end: int, kind: str, signs: re.Pattern[str] | None
) -> Block | None:
    """The block of lines that look as they are written, as most do; None for all others."""
    if signs and (not source[start].isalpha() or signs.search(source, start, end)):
        return None
    text = source[start:end].replace("\n", " ")
    if text[0] in " &" or text[-1] == " " or "  " in text:
        return None
    return Block([Run(start, end, text)], text, kind) if text.isprintable() else None


def _is_markdown(source: str) -> bool:
    has_signs = any(sign in source for sign in ("#", "](", "**"))  # the search is slow
    return has_signs and len(list(islice(_MARKDOWN.finditer(source), 2))) == 2


def _sentences(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in _SENTENCE_END.finditer(source, start, end):
        if found.end() - at >= _SHORTEST_PIECE <= end - found.end():
            yield at, found.end()
            at = found.end()
    yield at, end


def _block(
    source: str, start: int, end: int, kind: str, is_markdown: bool, has_numbers: bool
) -> Block:
    if kind == "rule":
        return _made(source, [(start, end)], "rule", 0)
    if is_markdown:
        spans, linked = _unmarked(source, start, end)
        return _made(source, spans, kind, linked) if spans else Block([], "", kind)
    if has_numbers:
        spans, linked = _unnumbered(source, start, end)
        return _made(source, spans, kind, linked)
    return _made(source, [(start, end)], kind, 0)


def _marked_kind(source: str, start: int, end: int) -> str:
    """The kind of a block by the sign it begins with."""
    if RULE.fullmatch(source, start, end):
        return "rule"
    if BULLET.match(source, start, end):
        return "li"
    return "h" if _HEADING.match(source, start, end) else "p"


def _made(source: str, spans: Sequence[tuple[int, int]], kind: str, linked: int) -> Block:
    runs = joined(source, spans, entities=False)
    text = "".join(run.text for run in runs)
    return Block(runs, text, kind, link_share=min(1.0, linked / max(1, len(text))))


def _unmarked(source: str, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
    """The stretches of a markdown block that a reader sees, and how much of them is linked."""
    spans, linked, text = [], 0, source[start:end]
    opening = _OPENING_MARK.match(text)
    at = start + (opening.end() if opening else 0)
    for found in _MARK.finditer(text, at - start):
        spans.append((at, start + found.start()))
        at = start + found.end()
        if found[1] is not None:
            inner = start + found.start(1), start + found.end(1)
            spans.append(inner)
            linked += inner[1] - inner[0]
    spans.append((at, end))
    return [span for span in spans if span[1] > span[0]], linked


def _unnumbered(source: str, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
    """The stretches between a text browser's link numbers; short text after one is a link."""
    spans, linked, at = [], 0, start
    for found in _LINK_NUMBER.finditer(source, start, end):
        spans.append((at, found.start()))
        at = found.end()
        linked += min(60, end - at)
    spans.append((at, end))
    return [span for span in spans if span[1] > span[0]], linked
