"""What speaks for and against a block: its form, its words, its tie to the rest of the page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from agents import abbreviations

from .block import Block
from .cues import Cue, words
from .forms import Form, form_of, is_closed, is_junk
from .language import page_language
from .memo import LONGEST_LINE, MOST_LINES
from .recurring import NEVER_SEEN, Seen
from .tokens import line_tokens, tokens_of, words_of
from .wraps import DASHED

# Patterns for whole blocks begin with a set of characters: it is searched for at once.
_QUOTED = re.compile(
    r"[„“«»\"‘](?:(?<=‘).{0,400}?’(?!\w)|(?<=„)[^“”\"]{0,400}[“”\"]|(?<=“)[^”]{0,400}”|(?<=«)[^»]{0,400}»"
    r"|(?<=»)[^«]{0,400}«|(?<=\")[^\"]{0,400}\")"
)
# No pronouns: US, Notre-Dame, rendez-vous, Our Lady.
_NAMES = re.compile(
    r"[rA-ZÀ-Þ](?:(?<=[Rr])endez-vous|(?<=\bU)S\b|(?<=\b[A-ZÀ-Þ])\w+-(?=[A-ZÀ-Þ])"
    r"|(?<=[a-zà-ÿ,] [MOYN])(?:y|ur|our|uestr[ao]|otre) (?=[A-ZÀ-Þ]))"
)
_LISTED = re.compile(
    rf"^(?!{DASHED.pattern})"
    r"(?:[-*•▪◦·‣–>»]\s|(?:\d{1,2}[.)]|[1-9])\s+(?=[^\W\d])|\d{1,2}[:.h]\d{2}\b|\[\d+\])"
)
_LABEL_SIGNS = frozenset(":–—|·•-")
_LABEL_TOKENS = 24  # among which it stands; three signs and three words may be before it
_LABELLED = re.compile(r"\W{0,3}\w++(?:\s\w++){0,2}\s?(?::|\s[–—|·•-])\s")
_ENOUGH = 3_000  # characters that show in whose voice a block speaks
# "Portrait. A life at sea": a kind of article, then a headline.
_KIND = re.compile(r"([^\W\d_]{4,})\.\s[„“«\"]?[^\W\d_a-zà-ÿ]")
_FIRST_UNSPACED = "\u0e00"
_LONG = 40  # words; of so many one sign is a title's: Hello, Dolly!
_STEM = 6  # letters that two forms of one word share


class _Told(NamedTuple):
    """What a block's text tells; most fields are explained below."""

    tokens: list[str]
    words: list[str]  # of the tokens, those that are no signs
    word_count: int
    form: Form
    function_share: float
    voice: float
    stems: frozenset[str]
    closed: bool
    loud: bool
    asks: bool
    listed: bool
    labelled: bool


@dataclass(slots=True, eq=False)
class Evidence:
    """What is known of one block."""

    tokens: list[str]
    words: list[str]  # of the tokens, those that are no signs
    word_count: int
    form: Form
    function_share: float
    voice: float  # first and second person per word, outside quotation marks
    stems: frozenset[str]
    closed: bool
    loud: bool  # an exclamation mark outside quotation marks
    asks: bool  # a question mark there
    listed: bool
    labelled: bool  # one to three words, then a colon, dash or bar
    tie: int = 0
    cue: Cue | None = None
    seen: Seen = NEVER_SEEN


class _Lists(NamedTuple):
    """The small word lists of a language."""

    function: frozenset[str]
    dull: frozenset[str]  # function words, and others that tell nothing of the subject
    persons: frozenset[str]
    polite: frozenset[str]
    voice: frozenset[str]  # persons and polite forms, in lower case


@cache
def _lists(language: str) -> _Lists:
    function, generic, persons, polite = (
        words(table).get(language, frozenset[str]())
        for table in ("function", "generic", "voice", "polite")
    )
    voice = persons | set(map(str.lower, polite))
    return _Lists(function, function | generic, persons, polite, voice)


def _stems(spoken: Sequence[str], dull: frozenset[str]) -> frozenset[str]:
    """The beginnings of the words that tell what a block is about."""
    return frozenset(
        [
            word[:_STEM]
            for word in set(spoken) - dull
            # What is short is a piece of a text without spaces, or a word in one character.
            if len(word) > 2 or word[0] >= _FIRST_UNSPACED
        ]
    )


def gather(blocks: Sequence[Block]) -> list[Evidence]:
    """The evidence for every block."""
    tokens = [
        line_tokens(block.text) if len(block.text) <= LONGEST_LINE else tokens_of(block.text)
        for block in blocks
    ]
    language = page_language(list(chain.from_iterable(tokens)), [b.text for b in blocks])
    return [Evidence(*_told(b, t, language)) for b, t in zip(blocks, tokens, strict=True)]


def _told(block: Block, tokens: list[str], language: str) -> _Told:
    text, is_item, is_link = block.text, block.kind == "li", block.link_share > 0.6
    if len(text) <= LONGEST_LINE:
        return _told_of_line(text, is_item, is_link, language)
    return _told_of(text, tokens, is_item, is_link, _lists(language))


@lru_cache(maxsize=MOST_LINES)
def _told_of_line(text: str, is_item: bool, is_link: bool, language: str) -> _Told:
    return _told_of(text, line_tokens(text), is_item, is_link, _lists(language))


def _told_of(text: str, tokens: list[str], is_item: bool, is_link: bool, lists: _Lists) -> _Told:
    spoken = words_of(tokens)
    count = len(spoken)
    function_count = sum(map(lists.function.__contains__, spoken))
    function_share = function_count / (count or 1) if lists.function else 1.0
    closed = is_closed(text)
    listed = is_item or (not text[0].isalpha() and _LISTED.match(text) is not None)
    has_label = not _LABEL_SIGNS.isdisjoint(tokens[:_LABEL_TOKENS])
    junk = is_link or is_junk(text, tokens, count, closed)
    return _Told(
        tokens,
        spoken,
        count,
        "junk" if junk else form_of(count, closed, function_share, listed),
        function_share,
        0.0 if lists.voice.isdisjoint(spoken) else _voice(text, tokens, lists),
        _stems(spoken, lists.dull),
        closed,
        "!" in text and count < _LONG and _has_outside("!", text),
        "?" in text and _has_outside("?", text),
        listed,
        (has_label and _LABELLED.match(text) is not None) or (not closed and _has_kind(text)),
    )


def _has_kind(text: str) -> bool:
    """Whether a kind of article opens a heading: Portrait, Reportage, Analyse."""
    found = _KIND.match(text)
    return found is not None and found[1].lower() not in abbreviations.ALL


def _has_outside(sign: str, text: str) -> bool:
    """Whether the sign stands in the text outside quotation marks."""
    return sign in _QUOTED.sub(" ", text[:_ENOUGH])


def _voice(text: str, tokens: Sequence[str], lists: _Lists) -> float:
    """The share of words of the first and second person, without quotations and names."""
    start, polite = text[:_ENOUGH], lists.polite
    if lists.persons.isdisjoint(tokens) and not any(map(start.__contains__, polite)):
        return 0.0  # "sie" is most often they
    outside = _NAMES.sub(" ", _QUOTED.sub(" ", start))
    found = sum(map(lists.persons.__contains__, tokens if outside == text else tokens_of(outside)))
    if any(map(outside.__contains__, polite)):
        found += sum(
            word.strip(".,;:!?") in polite and not before.endswith((".", ":", "!", "?"))
            for before, word in pairwise(outside.split())
        )
    return found / max(1, min(len(start.split()), len(tokens))) if found else 0.0
