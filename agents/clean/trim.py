"""What hangs on the article's own blocks: datelines, credits, pull quotes."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import compress, pairwise

from .block import Block, joined, without_head, without_tail
from .cues import Cue, book, names, tokens_of
from .datelines import CAPITAL, dateline_length, is_agency, is_sign_off, told_place_length
from .evidence import Evidence

_TAIL_CREDIT = re.compile(
    r"\s*[(\[](?P<agency>[^()\[\]]{2,30})[)\]]\.?$|(?<=[.!?»”\"])\s(?P<bare>[A-Za-z]{2,5})$"
)
_INITIALS = re.compile(r"[(\[]?\s?[a-zäöü]{2,4}(?:\s?/\s?[a-zäöü]{2,5})*\s?[)\]]?\.?")
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
        rf"|(?:^[\[(]|(?:^|[.!?]\s))(?:{images})(?:[\])]|\s(?:de|von|by|par|di|door|por)\s(?-i:{CAPITAL}))",
        re.I,
    )


@cache
def _bracketed_credit() -> re.Pattern[str]:
    """Brackets at a block's end with an image word in them."""
    images = "|".join(map(re.escape, book()["images"]["words"]))
    return re.compile(rf"[(\[][^()\[\]]{{0,40}}\b(?:{images})\b[^()\[\]]{{0,60}}[)\]]$", re.I)


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
    is_signed = is_initials or is_sign_off(text)
    if is_signed or (_may_be_agency(block.text, e.tokens) and is_agency(text)):
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
    whole = "\n".join(block.text for block in kept)
    for at, block in enumerate(kept[:2]):
        length = dateline_length(block.text[:120])
        if not at and not length:
            length = told_place_length(block.text[:120], whole)
        if length and len(block.text) > length + 40:
            without_head(source, block, length, entities=entities)
            break
    for block in kept[-3:]:
        last = block.text.rstrip(".")[-1:]
        if not last.isalpha() and last not in (")", "]"):
            continue
        found = _TAIL_CREDIT.search(block.text[-40:])
        if found and is_agency(found["agency"] or found["bare"]):
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
