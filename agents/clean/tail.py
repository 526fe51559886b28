"""Where the article ends: marks of its end, comments, notes about it."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from .block import Block
from .cues import book
from .evidence import Evidence
from .tokens import tokens_of

LEAST_SURE = 20  # words
_STILL_TO_COME = 0.5  # of the words before a mark; with more after it, it ends nothing
_LONG = 60  # words; no teaser of another article tells so much
_TIED = 20  # words at most to a stem that is shared with the article; all texts share some
_LONGEST_NOTE = 22  # words
_REACH = 6  # blocks within which a second comment follows the first
_REPORTED = re.compile(
    r"(?:[^\W\d_a-zà-ÿ][\w.’'-]+\s){1,3}reported from "
    r"(?:(?:and|in|from|[^\W\d_a-zà-ÿ][\w’'-]+),?\s)*[^\W\d_a-zà-ÿ][\w’'-]+\.(?:\s|$)"
)
_COUNTED = re.compile(r"\D{2,60}\(\D{0,50}\d{1,5}\)$")
# A reader's name or nickname, perhaps with a place, a time or a word of saying, then the comment.
_TIME = r"\d{1,2}(?:[:.]|\s?h\s?)\d{2}|\d{1,2}[./-]\d{1,2}(?![\d])|\b(?:19|20)\d\d\b"
_TIMED = re.compile(_TIME)
_LABEL = re.compile(r"(?P<who>[^:\n]{2,70}?)(?::|\s[-–—])\s+\S")
_LABEL_SIGN = re.compile(r"[:\-–—]")
_LONGEST_LABEL = 73  # characters, with its sign
_NICKNAME = re.compile(r"^\W{0,2}#?\d|\w_\w|[^\W\d_]\d+\b|\b\d*[a-z]+[A-Z]|@\w")
_NAMED = re.compile(r"[^\W\d_a-zà-ÿ]\w*[.’'-]?\w*(?:,?\s[(\w][\w.’'-]*\)?){0,5}")
_PLACE = re.compile(r"\([^\W\d_a-zà-ÿ][^()]{1,30}\)$|\w,\s[^\W\d_a-zà-ÿ]\w+$")


def last_sure(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> int:
    """The last paragraph that is no doubt the article's; -1 where there is none."""
    for at in reversed(range(len(blocks))):
        if is_sure(evidence[at]) and not tells_of_itself(blocks[at], evidence[at]):
            return at
    return -1


def is_sure(e: Evidence) -> bool:
    """Whether it is no doubt the article's."""
    return (
        e.form == "prose" and is_tied(e) and e.word_count >= LEAST_SURE and e.voice < 0.02
    ) and not e.cue


def is_tied(e: Evidence) -> bool:
    """Whether it shares as many telling stems with the article as its length lets one expect."""
    return e.tie >= 2 and e.tie * _TIED >= e.word_count


def tells_of_itself(block: Block, e: Evidence) -> bool:
    """Whether a short paragraph speaks of the article, or of who reported it and from where."""
    if e.form != "prose" or e.word_count > _LONGEST_NOTE:
        return False
    if "reported" in e.tokens and _REPORTED.match(block.text):
        return True
    return not _itself_tokens().isdisjoint(e.tokens) and _names_itself(block.text)


@lru_cache(maxsize=1_024)  # asked in each round
def _names_itself(text: str) -> bool:
    return _itself().search(text) is not None


@cache
def _itself() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, book()['self']['words']))})\b", re.I)


@cache
def _itself_tokens() -> frozenset[str]:
    """Without one of them no such phrase is there."""
    return frozenset(tokens_of(words)[0] for words in book()["self"]["words"])


def ending(blocks: Sequence[Block], evidence: Sequence[Evidence], scores: Sequence[float]) -> int:
    """The index of the block from which on nothing is the article; their number if all may be."""
    paragraphs = 0
    for at, (block, e) in enumerate(zip(blocks, evidence, strict=True)):
        if paragraphs >= 2 and _ends(blocks, evidence, scores, at) and not _goes_on(evidence, at):
            return at
        paragraphs += e.form == "prose" and scores[at] > 0 and bool(block.text)
    return len(blocks)


def _ends(
    blocks: Sequence[Block], evidence: Sequence[Evidence], scores: Sequence[float], at: int
) -> bool:
    e = evidence[at]
    if e.cue and e.cue.ends:
        is_films = e.cue.reason == "credit" and evidence[at - 1].form == "short"  # or a picture's
        return scores[at] < -1.0 and not is_films
    if e.form == "short" and blocks[at].text[-1] == ")" and _COUNTED.fullmatch(blocks[at].text):
        return True
    return _speaks(blocks, evidence, at) and _follows(blocks, evidence, at)


def _goes_on(evidence: Sequence[Evidence], at: int) -> bool:
    """Whether so much of the article stands after a mark that the mark is none."""
    sure = [(where, e.word_count) for where, e in enumerate(evidence) if is_sure(e)]
    before = sum(count for where, count in sure if where < at)
    after = [count for where, count in sure if where > at]
    return sum(after) > _STILL_TO_COME * before or max(after, default=0) > _LONG


def _follows(blocks: Sequence[Block], evidence: Sequence[Evidence], at: int) -> bool:
    """Whether another reader speaks soon, and nobody speaks twice as in an interview."""
    who = _who(blocks[at].text)
    others = [
        _who(blocks[near].text)
        for near in range(at + 1, min(at + _REACH, len(blocks)))
        if _speaks(blocks, evidence, near) or (near < at + 3 and _has_label(blocks, evidence, near))
    ]
    is_new = sum(block.text.startswith(who) for block in blocks) == 1
    return bool(others) and is_new and not any(is_sure(e) for e in evidence[at + 1 :])


def _who(text: str) -> str:
    found = _label(text)
    return found["who"] if found else text


def _label(text: str) -> re.Match[str] | None:
    """What a block begins with, up to a colon or dash; most blocks have none."""
    return _LABEL.match(text) if _LABEL_SIGN.search(text, 2, _LONGEST_LABEL) else None


def _speaks(blocks: Sequence[Block], evidence: Sequence[Evidence], at: int) -> bool:
    """Whether a comment begins here: named in the block itself, or by a line above the text."""
    block, e = blocks[at], evidence[at]
    if block.kind == "rule" or e.tie > 2 or e.cue or (at and _is_advert(evidence[at - 1])):
        return False
    if e.word_count <= 9 and e.form in ("short", "junk"):
        below = evidence[at + 1] if at + 1 < len(blocks) else None
        if below is None or below.form not in ("prose", "weak") or below.tie > 2:
            return False
        return _is_reader(block.text.rstrip(": "), alone=not block.text.endswith(":"))
    found = _label(block.text)
    return found is not None and e.form != "short" and _is_reader(found["who"], alone=False)


def _is_advert(e: Evidence) -> bool:
    """Whether it is the label of an advertisement, whose text may have one too."""
    return e.cue is not None and e.cue.reason == "advert" and e.cue.where == "label"


def _has_label(blocks: Sequence[Block], evidence: Sequence[Evidence], at: int) -> bool:
    found = _label(blocks[at].text)
    is_told = evidence[at].form in ("prose", "weak") and evidence[at].tie < 2
    return is_told and found is not None and len(found["who"].split()) < 3


@lru_cache(maxsize=1_024)  # asked in each round
def _is_reader(text: str, *, alone: bool) -> bool:
    """Whether a few words name a reader; `alone`, they need a sign that they do."""
    if len(text.split()) > 9:
        return False
    if _NICKNAME.search(text) or _TIMED.search(text) or _PLACE.search(text):
        return True
    return not alone and " " in text and _NAMED.fullmatch(text) is not None
