"""Teasers and boxes in full: a label, a headline, and an abstract or a note like a paragraph."""

import re
from collections.abc import Sequence

from schemas import RemovalReason

from .block import Block
from .evidence import Evidence

LONGEST_LABEL = 4  # words; with more, the headline stands on the same line
_HEADLINE = range(4, 17)  # words
_LONGEST_ABSTRACT = 40  # words
_LONGEST_NOTE = 25  # words, of one that tells of the same as the article
# What is advertised: two capitalised words at least, and who by; no sentence.
_BRAND = re.compile(
    r"(?!(?:Das|Der|Die|The|Le|La|Les|El|Los|Las)\s)[^\W\d_a-zà-ÿ][\w&’'-]*"
    r"(?:\s(?:von|by|de|of|and|und|&|in|at))?(?:\s[^\W\d_a-zà-ÿ][\w&’'-]*){1,4}:\s(?![„“«\"])"
)
_BUTTON = 2  # words
_SLIGHT, _SLIGHTER = 2, 1  # telling stems shared with the article


def drop_teasers(blocks: Sequence[Block], evidence: Sequence[Evidence], kept: list[bool]) -> None:
    """Take the headline and the abstract below such a label out of what is kept.

    Below two headlines none has an abstract: the paragraph after them is the article's.
    """
    for at in range(len(blocks) - 2):
        if kept[at + 1] and _notes(*evidence[at : at + 2]):
            _drop(blocks, kept, (at + 1,), "other")
        if kept[at + 1] and _sells(blocks[at + 1].text, *evidence[at : at + 2]):
            _drop(blocks, kept, (at + 1,), "advert")
        if kept[at + 2] and is_label(evidence[at]) and _is_teased(*evidence[at + 1 : at + 3]):
            _drop(blocks, kept, (at + 1, at + 2), "related")
        elif kept[at + 1] and _offers(*evidence[at : at + 3]):
            _drop(blocks, kept, (at + 1,), "newsletter")
            if _is_button(evidence[at + 2]):
                _drop(blocks, kept, (at + 2,), "newsletter")


def _drop(
    blocks: Sequence[Block], kept: list[bool], places: Sequence[int], reason: RemovalReason
) -> None:
    for at in places:
        kept[at] = False
        blocks[at].drop(reason, 0.7)


def _notes(label: Evidence, note: Evidence) -> bool:
    """Whether a box that its label names, such as "Good to know", holds one short paragraph."""
    cue = label.cue
    is_box = cue is not None and cue.reason == "other" and cue.where == "label"
    longest = _LONGEST_ABSTRACT if note.tie <= _SLIGHTER else _LONGEST_NOTE
    is_note = note.form in ("prose", "weak") and note.word_count <= longest
    return is_box and label.word_count <= LONGEST_LABEL and is_note


def _sells(text: str, label: Evidence, offer: Evidence) -> bool:
    """Whether below the label of an advertisement there is one: "Stair lifts by Holm: Now with …".

    Where the advertisement is an image, the article goes on below its label.
    """
    cue = label.cue
    is_advert = cue is not None and cue.reason == "advert" and label.word_count <= LONGEST_LABEL
    calls = offer.loud or _BRAND.match(text) is not None
    return is_advert and calls and not offer.tie and offer.word_count <= _LONGEST_NOTE


def _offers(label: Evidence, offer: Evidence, button: Evidence) -> bool:
    """Whether a newsletter is told of between its label and where to enter one's address."""
    is_letter = label.cue is not None and label.cue.reason == "newsletter"
    is_offer = offer.form == "prose" and offer.word_count <= _LONGEST_ABSTRACT and not offer.tie
    return is_letter and label.word_count <= LONGEST_LABEL and is_offer and button.form != "prose"


def _is_button(e: Evidence) -> bool:
    return e.word_count <= _BUTTON and not e.tie


def is_label(e: Evidence) -> bool:
    """Whether it calls to read on, and what to read is below: "Read also"."""
    return e.cue is not None and e.cue.reason == "related" and e.word_count <= LONGEST_LABEL


def _is_teased(headline: Evidence, abstract: Evidence) -> bool:
    if headline.form != "short" or headline.cue or headline.word_count not in _HEADLINE:
        return False
    if abstract.form != "prose" or abstract.word_count > _LONGEST_ABSTRACT:
        return False
    is_about = not headline.stems.isdisjoint(abstract.stems)
    return abstract.tie <= (_SLIGHT if is_about else _SLIGHTER)
