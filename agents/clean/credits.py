"""Lines that credit: an image, an agency, initials; the captions above them; signs that point."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from .authors import WROTE
from .block import Block
from .cues import Cue, Cues, book, names
from .datelines import CAPITAL, is_agency, is_sign_off
from .dates import has_date, without_times
from .evidence import Evidence
from .memo import LONGEST_LINE, MOST_LINES
from .tokens import line_tokens, tokens_of

_INITIALS = re.compile(r"[(\[]?\s?[a-zäöü]{2,4}(?:\s?/\s?[a-zäöü]{2,5})*\s?[)\]]?\.?")
_NUMBERED = re.compile(r"(?:\w{3,8}\s)?\d{1,3}\s?(?:/|von|of|de|sur)\s?\d{1,3}")  # Bild 1 von 14
_SOURCED = re.compile(r"\(Quelle: [^()]{2,80}\)$")  # as some sites end a caption
_POINTS = (">>", "→", "➡", "👉")  # at something else to read or to do
_BARS = ("/", "|")
_LONGEST_CREDIT = 6  # words
_LONGEST_DATE, _LONGEST_UNIT = 10, 3  # words; letters of 18.25 Uhr, 18:25 hs.
_LONGEST_CAPTION = 70
_LONGEST_ABOVE = 30  # words of a caption whose credit stands on a line of its own


@cache
def _image_credit() -> re.Pattern[str]:
    """An image word marked as a label or in brackets, or a copyright sign before a name."""
    images = "|".join(sorted(map(re.escape, book()["images"]["words"]), key=len, reverse=True))
    count = r"(?:\s?\d{1,3}(?:\s?(?:/|de|of|von|sur|di|z)\s?\d{1,3})?)?"
    return re.compile(
        rf"(?:^|[\s(\[.,;|*_])(?:{images}){count}\s?[:/©]|(?<=\S)\s+©\s?\w"
        rf"|(?:^[\[(]|(?:^|[.!?]\s))(?:{images})(?:[\])]|\s(?:de|von|by|par|di|door|por)\s(?-i:{CAPITAL}))"
        rf"|\s[/|]\s(?:{images})\s(?-i:{CAPITAL})[^.!?]{{1,40}}$",
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
        (token in _image_tokens() and (after in likely or after[0].isdigit()))
        or (token in _BARS and after in _image_tokens())
        for token, after in pairwise(tokens)
    )


@cache
def _agency_tokens() -> frozenset[str]:
    return frozenset(token for name in names("agencies") for token in tokens_of(name))


def _may_be_agency(text: str, tokens: Sequence[str]) -> bool:
    """Whether a word of an agency's name is in a line; where letters are special, it may be."""
    is_special = "_" in text or text.casefold() != text.lower()
    return is_special or not _agency_tokens().isdisjoint(tokens)


def cue_of(text: str, e: Evidence, cues: Cues) -> Cue | None:
    """What the form or the words of a block give away."""
    if len(text) <= LONGEST_LINE:
        return _cue_of_line(text, e.word_count, cues)
    return _credit(text, e.tokens, e.word_count) or cues.find(e.tokens, e.word_count)


@lru_cache(maxsize=MOST_LINES)
def _cue_of_line(text: str, count: int, cues: Cues) -> Cue | None:
    tokens = line_tokens(text)
    return _credit(text, tokens, count) or cues.find(tokens, count)


def _credit(text: str, tokens: Sequence[str], count: int) -> Cue | None:
    """An image credit, an agency's name, a writer's initials."""
    if count < _LONGEST_CAPTION and _may_credit_image(tokens):
        found = _image_credit().search(text)
        if not found and text[-1:] in (")", "]") and not WROTE.search(text):
            found = _bracketed_credit().search(text, max(0, len(text) - 110))
        if found:
            return Cue(found[0], "caption", "anywhere", False, 1, True)
    if text.startswith(_POINTS) and count < _LONGEST_CAPTION:
        return Cue(text[:2], "related", "start", False, 1, True)
    if count <= _LONGEST_DATE and _is_date(text):
        return Cue(text, "byline", "whole", False, count, True)
    if count > _LONGEST_CREDIT:
        return None
    bare = text.strip("*_ ()[]–—-©")
    is_initials = text[:1] in "([" and _INITIALS.fullmatch(text)
    if is_initials or is_sign_off(text) or (_may_be_agency(text, tokens) and is_agency(bare)):
        return Cue(bare, "credit", "whole", True, count, True)
    return None


def _is_date(text: str) -> bool:
    """Whether the line is a date, with a time of day perhaps, and nothing else."""
    return has_date(text) and sum(map(str.isalpha, without_times(text))) <= _LONGEST_UNIT


def mark_captions(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """A short block is a caption right above an image's credit, or right below its number."""
    for at, (block, e) in enumerate(zip(blocks[:-1], evidence[1:], strict=True)):
        if e.word_count <= _LONGEST_ABOVE and _NUMBERED.fullmatch(block.text):
            for each in (evidence[at], e):
                each.cue = each.cue or Cue(block.text, "caption", "whole", False, 2, True)
    for block, e in zip(blocks, evidence, strict=True):
        if e.word_count > _LONGEST_ABOVE and e.form == "prose":
            break  # in the text, a source in brackets is that of a figure
        if block.text[-1:] == ")" and (found := _SOURCED.search(block.text)):
            e.cue = e.cue or Cue(found[0], "caption", "anywhere", False, 1, True)
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
