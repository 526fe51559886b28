"""Where on the page the article stands: its container, its elements, and what is never text.

Works without known class names: the body is what lies after the headline, in the elements whose
ancestors look like those of most prose.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from schemas import RemovalReason

from .elements import reason_of
from .evidence import Evidence
from .headings import Verdict, mark_headings
from .leads import is_lead, opens
from .markup import HEADINGS, Node
from .page import Page

_PARAGRAPHS = HEADINGS | {"p", "li", "ul", "ol", "dl", "dd", "dt", "blockquote", "pre", "hgroup"}
_DIGITS = re.compile(r"\d+")
_SMALL, _LARGE = 0.9, 1.1  # of the text's letters, what is clearly another size
_DEPTH = 3  # ancestors in a signature
_LEAST_WORDS = 60  # of prose in a container that deserves the name
_LEAST_SHARE = 0.25  # of the page's prose
_NEARLY = 0.5  # of the words in the winning places: perhaps the body has two kinds of them
_MAJORITY = 0.5  # an element with more of the container's prose is the body, whatever its name


def _ancestors(node: Node) -> Iterator[Node]:
    step: Node | None = node
    while step is not None:
        yield step
        step = step.parent


def place(page: Page, evidence: Sequence[Evidence], anchor: int | None, lead: str) -> list[Verdict]:
    """For each block the reason why its place rules it out, or a prior (log odds) to keep it."""
    total = _count_prose(page, evidence)
    container = _container(page, evidence, anchor, total)
    known: dict[Node | None, RemovalReason | None] = {None: "navigation" if container else None}
    known[container] = None
    verdicts: list[Verdict] = [_ruled_out(node, container, known) or 0.0 for node in page.nodes]
    mark_headings(page, evidence, verdicts)
    signatures = _signatures(page.nodes, container)
    votes: Counter[tuple[str, ...]] = Counter()
    sizes: Counter[float] = Counter()
    openings: dict[tuple[str, ...], int] = {}
    first = 0 if anchor is None else anchor + 1
    for at in range(first, len(evidence)):
        if verdicts[at] == 0.0 and evidence[at].form == "prose":
            votes[signatures[at]] += evidence[at].word_count
            sizes[page.sizes[at]] += evidence[at].word_count
            openings.setdefault(signatures[at], at)
    if not votes:
        return verdicts
    winner, most = votes.most_common(1)[0]
    size = sizes.most_common(1)[0][0]
    for at, verdict in enumerate(verdicts):
        if verdict != 0.0:
            continue
        if signatures[at] == winner:
            is_small = page.sizes[at] < _SMALL * size
            verdicts[at] = -4.0 if is_small else _inside(page, evidence, at, size)
        elif at >= first and is_lead(page.nodes[at], page.blocks[at].text, lead):
            verdicts[at] = 3.0
        elif anchor is not None and opens(evidence, at, anchor, openings[winner]):
            verdicts[at] = 1.0
        else:
            near = votes[signatures[at]] > _NEARLY * most and evidence[at].form == "prose"
            verdicts[at] = -1.0 if near else -4.0
    return verdicts


def _inside(page: Page, evidence: Sequence[Evidence], at: int, size: float) -> float:
    """The prior of a block that stands where most of the prose stands."""
    if page.nodes[at].is_heading or (
        page.sizes[at] > _LARGE * size and evidence[at].form == "short"
    ):
        return 1.5
    if page.blocks[at].kind == "li" and not page.blocks[at].link_share:
        return 3.5
    return 2.5 if evidence[at].form in ("prose", "weak") else 0.3


def _count_prose(page: Page, evidence: Sequence[Evidence]) -> int:
    """Adds the words of prose up in every element; their sum."""
    total = 0
    for node, e in zip(page.nodes, evidence, strict=True):
        if e.form == "prose":
            total += e.word_count
            for step in _ancestors(node):
                step.prose += e.word_count
    return total


def _container(
    page: Page, evidence: Sequence[Evidence], anchor: int | None, total: int
) -> Node | None:
    """The first element around the headline that holds a good share of the page's prose."""
    if anchor is None:
        longest = max(range(len(evidence)), key=lambda at: evidence[at].word_count, default=None)
        if longest is None:
            return None
        anchor = longest
    for step in _ancestors(page.nodes[anchor]):
        if step.prose >= _LEAST_WORDS and step.prose >= _LEAST_SHARE * total:
            return step
    return None


def _ruled_out(
    node: Node, container: Node | None, known: dict[Node | None, RemovalReason | None]
) -> RemovalReason | None:
    """The reason by the nearest telling ancestor below the container; `navigation` outside it.

    What is found of an element is `known` for all that it holds.
    """
    enough = _MAJORITY * container.prose if container else 0
    path: list[Node] = []
    step: Node | None = node
    while step is not None and step not in known:
        path.append(step)
        step = step.parent
    reason = known[step]
    for step in reversed(path):
        if not container or step.prose <= enough:
            reason = reason_of(step) or reason
        known[step] = reason
    return reason


def _signatures(nodes: Sequence[Node], container: Node | None) -> list[tuple[str, ...]]:
    """For each block the kind of element that holds it, with its next ancestors."""
    known: dict[Node | None, tuple[str, ...]] = {None: ()}
    found: list[tuple[str, ...]] = []
    for node in nodes:
        step: Node | None = node
        while step is not None and step.name in _PARAGRAPHS and step is not container:
            step = step.parent
        if step not in known:
            known[step] = _signature(step, container)
        found.append(known[step])
    return found


def _signature(step: Node | None, container: Node | None) -> tuple[str, ...]:
    parts: list[str] = []
    while step is not None and len(parts) < _DEPTH:
        classes = step.attributes.get("data-component") or step.attributes.get("class", "")
        name = _plain_class(classes) or _cell(step)
        parts.append(f"{step.name}.{name}")
        if step is container:
            break
        step = step.parent
    return tuple(parts)


def _cell(node: Node) -> str:
    """What sets one column of an old page's layout apart from the others."""
    return node.attributes.get("width", "") if node.name == "td" else ""


def _plain_class(classes: str) -> str:
    """The first class without a running number; a name that is little else stays as it is."""
    first = classes.split()[0] if classes.split() else ""
    plain = _DIGITS.sub("", first)
    return plain if len(plain) >= 3 else first
