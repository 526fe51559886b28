"""HTML source to blocks, each with its element: the light tree that the page rules walk."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import compress, groupby
from operator import attrgetter

from .block import Block, Run, joined
from .clipped import drop_mark
from .markup import (
    DEEPEST,
    IMPLIED,
    INLINE,
    P_CLOSERS,
    P_SCOPE,
    VOID,
    Node,
    Token,
    tokens,
)

_PARAGRAPH = frozenset(("p",))
_TEXT_TAGS = INLINE - {"button"}  # where nothing stands beside a button, it is the block
_WITHIN = INLINE | (VOID - {"br", "hr"})  # tags that end no block

_BREAKS = re.compile(rf"<(?:{'|'.join(sorted(P_CLOSERS))}|br|li|dt|dd|td|th)\b", re.I)
_BLANK_LINES = re.compile(r"\n[ \t\r]*\n\s*")
_LINES = re.compile(r"(?<=[.!?…”\"»)])[ \t\r]*\n\s*")

_is_author = attrgetter("is_author")


@dataclass(slots=True)
class Page:
    """The blocks in order, and for each its element and the size of its letters.

    `authors` and `times` are what elements mark as such, each with the number of blocks before it.
    """

    blocks: list[Block] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    authors: list[tuple[int, str]] = field(default_factory=list)
    times: list[tuple[int, str]] = field(default_factory=list)


def read_page(source: str) -> Page:
    """The page's blocks. Block elements and each `<br>` end one, inline elements do not.

    Where nothing else does, as in what editors save before it becomes a page, blank lines do, or
    where there are none, lines that end as sentences do.
    """
    builder = _Builder(source)
    builder.take(tokens(source))
    builder.flush()
    drop_mark(source, builder.page.blocks, entities=True)
    return builder.page


def _gaps(source: str) -> re.Pattern[str] | None:
    """What parts paragraphs besides elements."""
    if _BREAKS.search(source):
        return None
    return _BLANK_LINES if _BLANK_LINES.search(source) else _LINES


class _Builder:
    """The open elements and the text collected since the last block ended."""

    def __init__(self, source: str) -> None:
        self.page = Page()
        self._source = source
        self._gaps = _gaps(source)
        self._stack = [Node("", "", None)]
        self._open_count: dict[str, int] = defaultdict(int)  # by name, on the stack
        self._spans: list[tuple[int, int]] = []  # of the texts, whose elements are
        self._nodes: list[Node] = []

    def take(self, found: Iterable[Token]) -> None:
        """Read these tokens; text between two blocks that is white space is none."""
        for start, end, name, is_closing in found:
            if not name:
                self._take_text(start, end)
                continue
            if self._spans and name not in _WITHIN:
                self.flush()
            if is_closing:
                if self._open_count[name]:
                    self._close(name)
            elif name not in VOID:
                self._open(name, self._source[start:end])

    def _take_text(self, start: int, end: int) -> None:
        for gap in self._gaps.finditer(self._source, start, end) if self._gaps else ():
            self._take_span(start, gap.start())
            self.flush()
            start = gap.end()
        self._take_span(start, end)

    def _take_span(self, start: int, end: int) -> None:
        if start < end and (self._spans or not self._source[start:end].isspace()):
            self._spans.append((start, end))
            self._nodes.append(self._stack[-1])

    def _open(self, name: str, tag: str) -> None:
        if name in P_CLOSERS and self._open_count["p"]:
            self._end_open(_PARAGRAPH, P_SCOPE)
        if name in IMPLIED:
            self._end_open(*IMPLIED[name])
        if len(self._stack) >= DEEPEST:
            return
        node = Node(name, tag, self._stack[-1])
        self._stack.append(node)
        self._open_count[name] += 1
        if node.mentions("date"):
            self._note_time(node.attributes)

    def _note_time(self, attributes: Mapping[str, str]) -> None:
        if "datetime" in attributes or attributes.get("itemprop") == "datePublished":
            told = attributes.get("datetime") or attributes.get("content") or ""
            self.page.times.append((len(self.page.blocks), told))

    def _close(self, name: str) -> None:
        for at in range(len(self._stack) - 1, 0, -1):
            if self._stack[at].name == name:
                self._cut_stack(at)
                return
            if self._stack[at].name in P_SCOPE and name in ("p", "li", "b", "i", "a", "span"):
                return

    def _end_open(self, ended: frozenset[str], scope: frozenset[str]) -> None:
        if not any(map(self._open_count.get, ended)):
            return
        for at in range(len(self._stack) - 1, 0, -1):
            if self._stack[at].name in scope:
                return
            if self._stack[at].name in ended:
                self._cut_stack(at)

    def _cut_stack(self, at: int) -> None:
        for node in self._stack[at:]:
            self._open_count[node.name] -= 1
        del self._stack[at:]

    def flush(self) -> None:
        """End the block, if there is text in it."""
        if not self._spans:
            return
        spans, self._spans = self._spans, []
        nodes, self._nodes = self._nodes, []
        runs = joined(self._source, spans, entities=True)
        if not runs:
            return
        self._note_authors(spans, nodes)
        if len(spans) == 1:  # as most are
            node = nodes[0]
            self._add(runs, _element(node, _TEXT_TAGS), node.size, float(node.linked))
            return
        lengths = [end - start for start, end in spans]
        linked = sum(compress(lengths, [node.linked for node in nodes]))
        first = next(at for at, (_, end) in enumerate(spans) if end > runs[0].start)
        size = nodes[lengths.index(max(lengths))].size
        self._add(runs, _element(nodes[first]), size, linked / (sum(lengths) or 1))

    def _note_authors(self, spans: list[tuple[int, int]], nodes: list[Node]) -> None:
        """What is marked as an author, text by text: words between two names part them."""
        if not any(map(_is_author, nodes)):
            return
        pairs = zip(spans, nodes, strict=True)
        for is_author, group in groupby(pairs, key=lambda pair: _is_author(pair[1])):
            if is_author:
                names = joined(self._source, [span for span, _ in group], entities=True)
                text = "".join(run.text for run in names)
                self.page.authors.append((len(self.page.blocks), text))

    def _add(self, runs: list[Run], node: Node, size: float, link_share: float) -> None:
        text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        self.page.blocks.append(Block(runs, text, _kind(node), link_share))
        self.page.nodes.append(node)
        self.page.sizes.append(size)


def _element(node: Node, inline: frozenset[str] = INLINE) -> Node:
    """The element that a block is, from that of its text."""
    while node.name in inline and node.parent:
        node = node.parent
    return node


def _kind(node: Node) -> str:
    """What the block that begins in this element is: heading, list item or paragraph."""
    if node.is_heading:
        return "h"
    is_wrapped = node.name == "div" and node.parent is not None and node.parent.name == "li"
    return "li" if node.name == "li" or is_wrapped else "p"
