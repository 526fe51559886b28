"""What hangs on the article's own blocks: datelines, agency credits, pull quotes."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import compress

from .block import Block, joined, without_head, without_tail
from .credits import CAPITAL, is_agency
from .evidence import Evidence

_LETTERS = r"[^\W\d_]"
_PLACE_NAME = rf"{CAPITAL}{_LETTERS}*\.?(?:[ '’-]{_LETTERS}+\.?){{0,3}}"
_PLACE = rf"(?:{_PLACE_NAME}(?:\s?[/,]\s?{_PLACE_NAME}){{0,2}})"
_DAY = (
    rf"(?:,?\s*(?:\d{{1,2}}\.?\s?{_LETTERS}{{3,10}}\.?|{_LETTERS}{{3,10}}\.?\s\d{{1,2}}"
    r"|\d{1,2}\.\d{1,2}\.)(?:,?\s\d{4})?)?"
)
_BRACKET = r"\((?P<agency>[^()]{2,30})\)"
_SIGN = r"\s*(?:\.\s?[-–—]|[-–—]{1,2}|\.|:)"
_WITH_AGENCY = re.compile(rf"(?:{_PLACE}{_DAY},?\s*)?{_BRACKET}(?:{_SIGN})?\s*(?=\W?\w)")
_WITH_DASH = re.compile(
    rf"(?P<place>{_PLACE}){_DAY}(?:\s*\.\s?[-–—]|\s+[-–—]{{1,2}})\s+"
    rf"(?=[\"„“«]?(?:{CAPITAL}|\d))"
)
# A place in capitals needs no known agency, and any sign may follow it.
_SHOUTED = re.compile(
    rf"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þß.'’/ -]{{3,40}}{_DAY}(?:\s*\([^()]{{2,12}}\))?"
    rf"(?:(?<=\))\s?|\s*[-–—/|]\s|\s?\.\s?[-–—]?)\s*(?=[\"„“«»]?{CAPITAL}{_LETTERS}*[a-zà-ÿ ]|\d)"
)
_DASH_SIGN = re.compile(r"[-–—]")
_DASH = re.compile(r"\s[-–—]\s")
_TAIL_CREDIT = re.compile(r"\s*[(\[](?P<agency>[^()\[\]]{2,30})[)\]]\.?$")
_LONGEST_DATELINE = 60
_SHORTEST_QUOTE, _LONGEST_QUOTE = 5, 60  # words
_OPENING = 4  # words, of which the longest is looked for
_MOST_ALIKE = 4  # pull quotes with the same first words; more are a machine's repetition


def dateline_length(text: str) -> int:
    """How many characters of place, date and agency the text begins with."""
    found = _WITH_AGENCY.match(text) if "(" in text else None
    if found and found.end() <= _LONGEST_DATELINE and is_agency(found["agency"]):
        return found.end()
    if (shouted := _SHOUTED.match(text)) and shouted.end() <= _LONGEST_DATELINE:
        return shouted.end()
    found = _WITH_DASH.match(text) if _DASH_SIGN.search(text, 0, _LONGEST_DATELINE) else None
    if not found or found.end() > _LONGEST_DATELINE:
        return 0
    # A second dash in the sentence makes the first one half of a pair, unless the place shouts.
    sentence = text[found.end() : found.end() + 250].split(". ")[0]
    return 0 if _DASH.search(sentence) and not found["place"].isupper() else found.end()


def join_sentences(source: str, blocks: Sequence[Block], title: str | None) -> None:
    """Make one paragraph again of the kept sentences of a line, without the headline in it."""
    whole: Block | None = None
    for block in blocks:
        if block.reason is not None:
            whole = None
        elif whole is not None and block.continues:
            span = whole.runs[0].start, block.runs[-1].end
            whole.runs = joined(source, [span], entities=False)
            whole.text = "".join(run.text for run in whole.runs)
            block.runs, block.text = [], ""
        else:
            whole = block
            at = block.text.find(title) if title else -1
            if title and at >= 0 and len(block.text) > at + len(title):
                without_head(source, block, at + len(title), entities=False)


def trim(source: str, blocks: Sequence[Block], *, entities: bool) -> None:
    """Take datelines and credits off the kept blocks."""
    kept = [block for block in blocks if block.reason is None and block.text]
    for block in kept[:2]:
        length = dateline_length(block.text[:120])
        if length and len(block.text) > length + 40:
            without_head(source, block, length, entities=entities)
            break
    for block in kept[-3:]:
        if block.text.rstrip(".")[-1:] not in (")", "]"):
            continue
        found = _TAIL_CREDIT.search(block.text[-40:])
        if found and is_agency(found["agency"]):
            length = len(block.text) - len(found[0])
            without_tail(source, block, length, entities=entities)


def drop_pull_quotes(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """Drop blocks whose words stand in another kept block too."""
    kept = [
        (block, [token for token in e.tokens if token[0].isalnum()])
        for block, e in zip(blocks, evidence, strict=True)
        if block.reason is None
    ]
    quotes: dict[str, list[tuple[int, int]]] = {}  # the longest of their first words, where it is
    alike: Counter[tuple[str, ...]] = Counter()
    for at, (_, tokens) in enumerate(kept):
        opening = tuple(tokens[:_OPENING])
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
