"""HTML source to blocks, each with its element: the light tree that the page rules walk."""

from dataclasses import dataclass, field

from .block import Block, joined
from .markup import (
    DEEPEST,
    HEADINGS,
    IMPLIED,
    INLINE,
    P_CLOSERS,
    P_SCOPE,
    VOID,
    Node,
    Token,
    attributes_of,
    tokens,
)


@dataclass(slots=True)
class Page:
    """The blocks in order, and for each its element."""

    blocks: list[Block] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)


def read_page(source: str) -> Page:
    """The page's blocks. Block elements and each `<br>` end one, inline elements do not."""
    builder = _Builder(source)
    for token in tokens(source):
        builder.take(token)
    builder.flush()
    return builder.page


class _Builder:
    """The open elements and the text collected since the last block ended."""

    def __init__(self, source: str) -> None:
        self.page = Page()
        self._source = source
        self._stack = [Node("", {}, None, 0)]
        self._made = 0
        self._texts: list[tuple[int, int, Node]] = []

    def take(self, token: Token) -> None:
        if not token.name:
            self._texts.append((token.start, token.end, self._stack[-1]))
        elif token.name == "br" or token.name == "hr":
            self.flush()
        elif token.closing:
            self._close(token.name)
        elif token.name not in VOID:
            self._open(token)

    def _open(self, token: Token) -> None:
        name = token.name
        if name not in INLINE:
            self.flush()
            if name in P_CLOSERS:
                self._end_open(frozenset(("p",)), P_SCOPE)
            if name in IMPLIED:
                self._end_open(*IMPLIED[name])
        if len(self._stack) >= DEEPEST:
            return
        self._made += 1
        attributes = attributes_of(self._source[token.start : token.end])
        self._stack.append(Node(name, attributes, self._stack[-1], self._made))

    def _close(self, name: str) -> None:
        if name not in INLINE:
            self.flush()
        for at in range(len(self._stack) - 1, 0, -1):
            if self._stack[at].name == name:
                del self._stack[at:]
                return
            if self._stack[at].name in P_SCOPE and name in ("p", "li", "b", "i", "a", "span"):
                return

    def _end_open(self, ended: frozenset[str], scope: frozenset[str]) -> None:
        for at in range(len(self._stack) - 1, 0, -1):
            if self._stack[at].name in scope:
                return
            if self._stack[at].name in ended:
                del self._stack[at:]

    def flush(self) -> None:
        """End the block, if there is text in it."""
        texts, self._texts = self._texts, []
        runs = joined(self._source, ((start, end) for start, end, _ in texts), entities=True)
        if not runs:
            return
        text = "".join(run.text for run in runs)
        node = next(node for _, _, node in texts if True)
        linked = sum(end - start for start, end, node in texts if node.linked)
        bold = sum(end - start for start, end, node in texts if node.bold)
        size = sum(end - start for start, end, _ in texts) or 1
        while node.name in INLINE and node.parent:
            node = node.parent
        kind = "h" if node.name in HEADINGS else "li" if node.name == "li" else "p"
        self.page.blocks.append(Block(runs, text, kind, linked / size, bold / size))
        self.page.nodes.append(node)
