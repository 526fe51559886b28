"""Where the article ends: marks, comments, and paragraphs that stand alone behind the end."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from .block import Block
from .cues import book
from .evidence import Evidence
from .tokens import tokens_of

_LEAST_SURE = 20  # words
_STILL_TO_COME = 0.5  # of the words before a mark; with more after it, it ends nothing
_ALONE = 45  # words; a longer paragraph behind a box may be the article's last
_LONGEST_NOTE = 22  # words
_REACH = 6  # blocks within which a second comment follows the first
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


def last_sure(evidence: Sequence[Evidence]) -> int:
    """The last paragraph that is no doubt the article's; -1 where there is none."""
    return next((at for at in range(len(evidence) - 1, -1, -1) if _is_sure(evidence[at])), -1)


def _is_sure(e: Evidence) -> bool:
    return (
        e.form == "prose" and e.tie >= 2 and e.word_count >= _LEAST_SURE and e.voice < 0.02
    ) and not e.cue


def tells_of_itself(block: Block, e: Evidence) -> bool:
    """Whether a short paragraph speaks of the article, as notes below it do."""
    is_short = e.form == "prose" and e.word_count <= _LONGEST_NOTE
    return is_short and not _itself_tokens().isdisjoint(e.tokens) and _names_itself(block.text)


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
        return scores[at] < -1.0
    if e.form == "short" and blocks[at].text[-1] == ")" and _COUNTED.fullmatch(blocks[at].text):
        return True
    return _speaks(blocks, evidence, at) and _follows(blocks, evidence, at)


def _goes_on(evidence: Sequence[Evidence], at: int) -> bool:
    """Whether so much of the article stands after a mark that the mark is none."""
    sure = [(where, e.word_count) for where, e in enumerate(evidence) if _is_sure(e)]
    before = sum(count for where, count in sure if where < at)
    return sum(count for where, count in sure if where > at) > _STILL_TO_COME * before


def _follows(blocks: Sequence[Block], evidence: Sequence[Evidence], at: int) -> bool:
    """Whether another reader speaks soon, and nobody speaks twice as in an interview."""
    who = _who(blocks[at].text)
    others = [
        _who(blocks[near].text)
        for near in range(at + 1, min(at + _REACH, len(blocks)))
        if _speaks(blocks, evidence, near) or (near < at + 3 and _has_label(blocks, evidence, near))
    ]
    is_new = sum(block.text.startswith(who) for block in blocks) == 1
    return bool(others) and is_new and not any(_is_sure(e) for e in evidence[at + 1 :])


def _who(text: str) -> str:
    found = _label(text)
    return found["who"] if found else text


def _label(text: str) -> re.Match[str] | None:
    """What a block begins with, up to a colon or dash; most blocks have none."""
    return _LABEL.match(text) if _LABEL_SIGN.search(text, 2, _LONGEST_LABEL) else None


def _speaks(blocks: Sequence[Block], evidence: Sequence[Evidence], at: int) -> bool:
    """Whether a comment begins here: named in the block itself, or by a line above the text."""
    block, e = blocks[at], evidence[at]
    if block.kind == "rule" or e.tie > 2 or e.cue:
        return False
    if e.word_count <= 9 and e.form in ("short", "junk"):
        below = evidence[at + 1] if at + 1 < len(blocks) else None
        if below is None or below.form not in ("prose", "weak") or below.tie > 2:
            return False
        return _is_reader(block.text.rstrip(": "), alone=not block.text.endswith(":"))
    found = _label(block.text)
    return found is not None and e.form != "short" and _is_reader(found["who"], alone=False)


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


def drop_stragglers(
    blocks: Sequence[Block], evidence: Sequence[Evidence], kept: Sequence[bool], marked: int
) -> list[bool]:
    """What is kept, without short paragraphs that stand behind something dropped after the end.

    Up to a mark that ends the article, whose index is `marked`, a long one is no straggler.
    """
    answer = list(kept)
    sure = (at for at in reversed(range(len(kept))) if kept[at] and _is_sure(evidence[at]))
    end = next(sure, -1)
    if sum(e.form == "prose" for e in evidence[: end + 1]) < 3:
        return answer
    if marked == len(blocks):  # no word marks the end; a rule may
        rules = (at for at in range(end + 1, len(blocks)) if blocks[at].kind == "rule")
        marked = next(rules, marked)
    dropped: list[int] = []
    for at in range(end + 1, len(blocks)):
        if not kept[at]:
            dropped.append(at)
        elif (
            dropped
            and _is_straggler(blocks, evidence, at, dropped, is_before=at < marked < len(blocks))
            and not (at < marked and _follows_teaser(blocks, evidence, at, dropped))
        ):
            answer[at] = False
        else:
            dropped = []
    return answer


def _follows_teaser(
    blocks: Sequence[Block], evidence: Sequence[Evidence], at: int, dropped: Sequence[int]
) -> bool:
    """Whether one "Read more: …" stands between the article and a paragraph that takes it up."""
    e, before = evidence[at], evidence[dropped[0]]
    cue = before.cue
    if len(dropped) > 1 or cue is None or cue.reason != "related":
        return False
    is_line = before.form == "short" and cue.marked and not cue.ends
    is_told = e.form == "prose" and e.closed and e.tie > 0 and not (e.voice or e.loud or e.asks)
    return is_line and is_told and not e.seen.times and not tells_of_itself(blocks[at], e)


def _is_straggler(
    blocks: Sequence[Block],
    evidence: Sequence[Evidence],
    at: int,
    dropped: Sequence[int],
    *,
    is_before: bool,
) -> bool:
    """Whether a paragraph is too slight for the article's last; `is_before`, a mark follows."""
    cue = evidence[dropped[0]].cue
    is_aside = len(dropped) == 1 and (cue is None or cue.reason in ("caption", "advert"))
    is_aside = is_aside and blocks[dropped[0]].kind != "rule"
    least = _LEAST_SURE if is_before or is_aside else _ALONE
    return evidence[at].word_count < least or evidence[at].voice > 0
