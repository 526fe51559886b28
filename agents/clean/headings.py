"""Headings told by where they stand, whatever their element is called."""

from collections.abc import Sequence

from schemas import RemovalReason

from .evidence import Evidence
from .markup import Node
from .page import Page

Verdict = RemovalReason | float


def mark_headings(page: Page, evidence: Sequence[Evidence], verdicts: list[Verdict]) -> None:
    """Mark short lines that open an element with prose; a table's title goes with its table.

    `verdicts` are those of the blocks' places.
    """
    for at in range(1, len(page.nodes) - 1):
        if evidence[at].form != "short" or isinstance(verdicts[at], str):
            continue
        parent, below = page.nodes[at].parent, verdicts[at + 1]
        if parent is None or not _holds(parent, page.nodes[at + 1]):
            continue
        if isinstance(below, str) and not parent.prose and _in_table(page.nodes[at + 1]):
            verdicts[at] = below
        elif _opens(parent, page.nodes, at) and evidence[at + 1].form == "prose":
            page.blocks[at].kind = "h"


def _opens(parent: Node, nodes: Sequence[Node], at: int) -> bool:
    """Whether the block is the parent's first, and another kind of element than the next one."""
    here, below = nodes[at], nodes[at + 1]
    is_other = (here.name, here.attributes.get("class")) != (
        below.name,
        below.attributes.get("class"),
    )
    return below.parent is parent and is_other and not _holds(parent, nodes[at - 1])


def _in_table(node: Node) -> bool:
    step: Node | None = node
    while step is not None and step.name != "table":
        step = step.parent
    return step is not None


def _holds(parent: Node, node: Node) -> bool:
    step: Node | None = node
    while step is not None:
        if step is parent:
            return True
        step = step.parent
    return False
