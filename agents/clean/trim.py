"""What hangs on the article's own blocks: datelines, agency credits, pull quotes."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import compress, pairwise

from .block import Block, joined, without_head, without_tail
from .cues import Cue, book, names, tokens_of
from .evidence import Evidence

_CAPITAL = "[A-ZÀ-ÖØ-ÝĀ-Ž]"
_LETTERS = r"[^\W\d_]"
_PLACE_NAME = rf"{_CAPITAL}{_LETTERS}*\.?(?:[ '’-]{_LETTERS}+\.?){{0,3}}"
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
    rf"(?=[\"„“«]?(?:{_CAPITAL}|\d))"
)
_AGENCY_SIGNS = re.compile(r"[/,;&+|-]|\s(?:und|and|et|y|e|en)\s")
# A place in capitals needs no known agency, and any sign may follow it.
_SHOUTED = re.compile(
    rf"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þß.'’/ -]{{3,40}}{_DAY}(?:\s*\([^()]{{2,12}}\))?"
    rf"(?:(?<=\))\s?|\s*[-–—/|]\s|\s?\.\s?[-–—]?)\s*(?=[\"„“«»]?{_CAPITAL}{_LETTERS}*[a-zà-ÿ ]|\d)"
)
_DASH_SIGN = re.compile(r"[-–—]")
_DASH = re.compile(r"\s[-–—]\s")
_TAIL_CREDIT = re.compile(r"\s*[(\[](?P<agency>[^()\[\]]{2,30})[)\]]\.?$")
_INITIALS = re.compile(r"[(\[]?\s?[a-zäöü]{2,4}(?:\s?/\s?[a-zäöü]{2,5})*\s?[)\]]?\.?")
_LONGEST_DATELINE = 60
_LONGEST_CREDIT = 6  # words
_LONGEST_CAPTION = 70
_LONGEST_ABOVE = 30  # words of a caption whose credit stands on a line of its own
_SHORTEST_QUOTE, _LONGEST_QUOTE = 5, 60  # words
_OPENING = 4  # words, of which the longest is looked for
_MOST_ALIKE = 4  # pull quotes with the same first words; more are a machine's repetition


@cache
def _image_credit() -> re.Pattern[str]:
    """An image word marked as a label or in brackets, or a copyright sign before a name."""
    images = "|".join(sorted(map(re.escape, book()["images"]["words"]), key=len, reverse=True))
    count = r"(?:\s?\d{1,3}(?:\s?(?:/|de|of|von|sur|di|z)\s?\d{1,3})?)?"
    return re.compile(
        rf"(?:^|[\s(\[.,;|*_])(?:{images}){count}\s?[:/©]|(?<=\S)\s+©\s?\w"
        rf"|(?:^[\[(]|(?:^|[.!?]\s))(?:{images})(?:[\])]|\s(?:de|von|by|par|di|door|por)\s(?-i:{_CAPITAL}))",
        re.I,
    )


@cache
def _bracketed_credit() -> re.Pattern[str]:
    """Brackets at a block's end with an image word in them."""
    images = "|".join(map(re.escape, book()["images"]["words"]))
    return re.compile(rf"[(\[][^()\[\]]{{0,40}}\b(?:{images})\b[^()\[\]]{{0,60}}[)\]]$", re.I)


def is_agency(text: str) -> bool:
    """Whether a bracket or line names nothing but agencies and initials, one agency at least."""
    parts = [part.strip(" .").casefold() for part in _AGENCY_SIGNS.split(text)]
    known = names("agencies")
    return any(part in known for part in parts) and all(
        part in known or len(part) <= 5 for part in parts
    )


@cache
def _image_tokens() -> frozenset[str]:
    """Without one of them a block credits no image, and most blocks have none."""
    return frozenset(tokens_of(words)[0] for words in book()["images"]["words"]) | {"©"}


@cache
def _after_image() -> frozenset[str]:
    """What may follow the word in a credit, numbers apart."""
    phrases = [tokens_of(words) for words in book()["images"]["words"]]
    second = frozenset(tokens[1] for tokens in phrases if len(tokens) > 1)
    return second.union((*":/©])", "de", "von", "by", "par", "di", "door", "por"))


def _may_credit_image(tokens: Sequence[str]) -> bool:
    """Whether an image word has after it what a credit needs: `still` and `image` are common."""
    if _image_tokens().isdisjoint(tokens):
        return False
    likely = _after_image()
    return "©" in tokens or any(
        after in likely or after[0].isdigit()
        for token, after in pairwise(tokens)
        if token in _image_tokens()
    )


@cache
def _agency_tokens() -> frozenset[str]:
    return frozenset(token for name in names("agencies") for token in tokens_of(name))


def _may_be_agency(text: str, tokens: Sequence[str]) -> bool:
    """Whether a word of an agency's name is in a line; where letters are special, it may be."""
    is_special = "_" in text or text.casefold() != text.lower()
    return is_special or not _agency_tokens().isdisjoint(tokens)


def credit_cue(block: Block, e: Evidence) -> Cue | None:
    """What a block's form gives away: an image credit, an agency's name, a writer's initials."""
    if e.word_count < _LONGEST_CAPTION and _may_credit_image(e.tokens):
        found = _image_credit().search(block.text)
        if not found and block.text[-1:] in (")", "]"):
            found = _bracketed_credit().search(block.text, max(0, len(block.text) - 110))
        if found:
            return Cue(found[0], "caption", "anywhere", False, 1, True)
    if e.word_count > _LONGEST_CREDIT:
        return None
    text = block.text.strip("*_ ()[]–—-©")
    is_initials = block.text[:1] in "([" and _INITIALS.fullmatch(block.text)
    if is_initials or (_may_be_agency(block.text, e.tokens) and is_agency(text)):
        return Cue(text, "credit", "whole", True, e.word_count, True)
    return None


def mark_captions(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """A short block right above the credit of an image is its caption."""
    for at in range(1, len(blocks)):
        cue = evidence[at].cue
        if cue is None or cue.reason not in ("caption", "credit"):
            continue
        if _is_caption(blocks, evidence, at - 1, is_credit=cue.reason == "credit"):
            above = evidence[at - 1]
            above.cue = above.cue or Cue(cue.phrase, "caption", "whole", False, 2, True)
            evidence[at].cue = Cue(cue.phrase, "caption", "whole", False, 2, True)


def _is_caption(
    blocks: Sequence[Block], evidence: Sequence[Evidence], at: int, *, is_credit: bool
) -> bool:
    """Whether the block is a caption, given that the next one credits an image or somebody."""
    above, block, e, below = blocks[at], blocks[at + 1], evidence[at], evidence[at + 1]
    if block.gap_before or not above.gap_before:
        return False
    if max(e.word_count, below.word_count) > _LONGEST_ABOVE:
        return False
    if e.form not in ("prose", "weak") and (e.word_count < 7 or any(map(str.isdigit, above.text))):
        return False  # a byline
    is_sign = block.text[0] in "([©" and e.form != "junk" and below.form != "prose"
    return is_sign or not is_credit


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
