"""Words that tell by a preposition what follows them: MP for Luton, Bürgermeister von Ulm."""

from collections.abc import Iterator

from .english import MEMBERS
from .lexicon import words
from .words import Sentence

_OF = ("de", "d'", "d’", "of", "von", "di")
_INTO = ("im", "beim", "ins", "zum", "vom")  # with the article of a thing: im Radisson Collection
_PUBLISHED = ("erschienen", "erscheint", "erschien", "verlegt", "veröffentlicht")
_FARTHEST = 6  # words from "bei" to the verb


def governed(sentence: Sentence, first: int, last: int, language: str) -> Iterator[str]:
    """What the words around the name say of it beyond what stands right beside it."""
    before = [w.text for w in sentence[max(0, first - 3) : first]]
    if len(before) < 2:
        return
    near, head = before[-1], before[-2]
    if near == "for" and head in MEMBERS:
        yield "place of"
    if near in _OF and head.lower() in words("context", "town_leader", language):
        yield "place of"
    if language != "de":
        return
    if is_entered(sentence, first, last):
        yield "place preposition, words"
    if near == "bei" and any(w.text in _PUBLISHED for w in _behind(sentence, last)):
        yield "organisation before"


def is_entered(sentence: Sentence, first: int, last: int) -> bool:
    """Im Radisson Collection: words with the article of a thing, no person, behind "in"."""
    return first > 0 and first < last and sentence[first - 1].text in _INTO


def in_brackets(sentence: Sentence, first: int) -> bool:
    """Whether the quotation stands in brackets behind a name: Fatma Aydemir («Dschinns»)."""
    return first > 2 and sentence[first - 2].text == "(" and sentence[first - 3].is_capital


def _behind(sentence: Sentence, last: int) -> Sentence:
    return sentence[last + 1 : last + _FARTHEST]
