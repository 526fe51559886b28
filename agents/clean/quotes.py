"""Pull quotes: words of another paragraph again, or a quotation alone with its source."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import compress, dropwhile, pairwise
from typing import Literal

from .authors import is_person
from .block import Block
from .elements import PART
from .evidence import Evidence
from .markup import Node
from .wraps import DASHED

_WHOLE = re.compile(r"[\"“„«»‹›‘][^\"“”„«»]+[\"”“»«›‹’][.!?]?")
_GLUED = re.compile(
    r"[\"“„«][^\"“”„«»]{10,250}[\"”“»](?=[A-ZÀ-ÖØ-Þ])[^.!?]{2,90}"
)  # its source right behind
_SHORTEST_QUOTE, _LONGEST_QUOTE = 5, 60  # words
_OPENING = 4  # words, of which the longest is looked for
_MOST_ALIKE = 4  # pull quotes with the same first words; more are a machine's repetition
_LONGEST = 30  # words
_NAME_END = re.compile(
    r",|\s(?=(?:on|at|in|during|before|after|auf|bei|beim|im|vor|nach|à|au|en|lors|sur|ante|durante)\s)"
)
_LONGEST_SOURCE = 8  # words
_DISPLAYS = frozenset(
    ("quote", "quotation", "pullquote", "blockquote", "zitat", "cita", "citation", "exergue",
     "citazione", "citaat", "citação", "cytat")
)  # fmt: skip
_LONGEST_FRAGMENT = 20  # words
_LONGEST_SUBHEAD = 12  # words
_LEAST_ALIKE = 3  # blocks of one form, which paragraphs have
_WITHIN = 3  # elements, the block's own among them


def drop_pull_quotes(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """Drop the kept blocks that are pull quotes, with the line below that says whose they are."""
    _drop_repeated(blocks, evidence)
    _drop_sourced(blocks, evidence)


def drop_displayed(
    blocks: Sequence[Block], evidence: Sequence[Evidence], nodes: Sequence[Node]
) -> None:
    """Drop lone quotations that a page displays, by their element or unlike any other block.

    In an element for quotations a few words without a full stop are one too; elsewhere, behind
    the first paragraph, more of them than a subhead has, where the page's subheads are no headings.
    """
    told = ""
    displays = _displays(blocks, nodes)
    fewest = _SHORTEST_QUOTE if _has_subheads(blocks, evidence) else _LONGEST_SUBHEAD
    for at, (block, e) in enumerate(zip(blocks, evidence, strict=True)):
        if block.reason is not None or not block.text:
            continue
        lone = block.kind != "h" and _is_lone(block, e, told)
        fragment = _is_fragment(block, e, told, 1 if displays[at] == "own" else fewest)
        fragment = fragment and (displays[at] == "own" or _is_within_text(blocks, evidence, at))
        if displays[at] and (lone or fragment):
            block.drop("other", 0.8)
        elif not lone:
            told = block.text


def _has_subheads(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> bool:
    """Whether headings stand behind the first open paragraph."""
    shown = [(b, e) for b, e in zip(blocks, evidence, strict=True) if b.reason is None]
    behind = dropwhile(lambda pair: pair[1].form != "prose", shown)
    return any(block.kind == "h" for block, _ in behind)


def _displays(
    blocks: Sequence[Block], nodes: Sequence[Node]
) -> Sequence[Literal["own", "unlike"] | None]:
    """How each block is set apart: an element for quotations of its own, or like no other block."""
    marks = [_mark(node) for node in nodes]
    open_marks = (m for m, block in zip(marks, blocks, strict=True) if block.reason is None)
    alike = Counter(open_marks)
    has_form = max(alike.values(), default=0) >= _LEAST_ALIKE
    return [
        "own" if _is_display(node) else "unlike" if has_form and alike[mark] == 1 else None
        for node, mark in zip(nodes, marks, strict=True)
    ]


def _mark(node: Node | None) -> tuple[str, ...]:
    """The names and classes of a block's element and of the one around it."""
    around = node.parent if node else None
    return tuple(
        part for n in (node, around) if n for part in (n.name, n.attributes.get("class", ""))
    )


def _is_fragment(block: Block, e: Evidence, told: str, least: int) -> bool:
    """Whether it has a few words, from `least` on, and no full stop, and nothing announces it."""
    is_open = block.kind == "p" and block.text[-1].isalnum()
    return least <= e.word_count <= _LONGEST_FRAGMENT and is_open and told[-1:] not in ("", ":")


def _is_within_text(blocks: Sequence[Block], evidence: Sequence[Evidence], at: int) -> bool:
    """Whether open paragraphs stand right above and below, and no box or its label."""
    return 0 < at < len(blocks) - 1 and all(
        blocks[near].reason is None and evidence[near].form == "prose" for near in (at - 1, at + 1)
    )


def _is_display(node: Node | None) -> bool:
    for _ in range(_WITHIN):
        if node is None:
            return False
        names = PART.findall(node.attributes.get("class", ""))
        if node.name == "blockquote" or not _DISPLAYS.isdisjoint(map(str.lower, names)):
            return True
        node = node.parent
    return False


def _drop_repeated(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """Drop blocks whose words stand in another kept block too, with the name below them."""
    kept = [
        (block, e.words) for block, e in zip(blocks, evidence, strict=True) if block.reason is None
    ]
    quoted: set[int] = set()
    quotes: dict[str, list[tuple[int, int]]] = {}  # the longest of their first words, where it is
    alike: Counter[tuple[str, ...]] = Counter()
    for at, (block, tokens) in enumerate(kept):
        opening = tuple(tokens[:_OPENING])
        if DASHED.match(block.text):
            continue  # a subhead
        if _SHORTEST_QUOTE <= len(tokens) <= _LONGEST_QUOTE and alike[opening] < _MOST_ALIKE:
            alike[opening] += 1
            word = max(opening, key=len)
            quotes.setdefault(word, []).append((opening.index(word), at))
    for at, (_, tokens) in enumerate(kept):
        for spot in compress(range(len(tokens)), map(quotes.__contains__, tokens)):
            for before, other in quotes[tokens[spot]]:
                words, where = kept[other][1], spot - before
                is_longer = len(words) < len(tokens) or (len(words) == len(tokens) and at < other)
                is_other = other != at and where >= 0 and is_longer
                if is_other and tokens[where : where + len(words)] == words:
                    kept[other][0].drop("other", 0.95)
                    quoted.add(id(kept[other][0]))
    for at, (block, below) in enumerate(pairwise(blocks)):
        is_line = below.kind != "h" and evidence[at + 1].form == "short"
        if id(block) in quoted and is_line and _names(below.text):
            below.drop("other", 0.8)


def _names(text: str) -> bool:
    """Whether a line is a person's name, perhaps with what that person is, or where it was said."""
    return is_person(_NAME_END.split(text.strip("—–- "), 1)[0])


def _drop_sourced(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """Drop a paragraph that is one quotation with a line below it that says whose.

    A quotation that the article itself brings is announced by a colon, or goes on with who said it.
    """
    told = ""
    for (block, e), (below, source) in pairwise(zip(blocks, evidence, strict=True)):
        if block.reason is None and _GLUED.fullmatch(block.text):
            block.drop("other", 0.9)
        elif block.reason is None and _is_lone(block, e, told) and _is_source(below, source):
            block.drop("other", 0.7)
            if below.reason is None:
                below.drop("other", 0.7)
        elif block.reason is None and block.text:
            told = block.text


def _is_lone(block: Block, e: Evidence, told: str) -> bool:
    """Whether it is one short quotation, which `told`, the paragraph before, does not announce."""
    is_announced = told.endswith(":")
    return e.word_count <= _LONGEST and not is_announced and bool(_WHOLE.fullmatch(block.text))


def _is_source(block: Block, e: Evidence) -> bool:
    is_line = e.form == "short" and e.word_count <= _LONGEST_SOURCE
    return is_line and block.kind == "p" and not e.cue and e.tie < 2
