"""What speaks for and against a block: its form, its words, its tie to the rest of the page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from typing import Literal, NamedTuple

from .block import Block
from .cues import Cue, tokens_of, words
from .recurring import NEVER_SEEN, Seen

Form = Literal["prose", "weak", "short", "junk"]

_CLOSING = re.compile(r"(?:[.!?…。！？؟۔।]|\.\.\.)[\"'“”’»«)\]*_]*$")
_QUOTED = re.compile(
    r"„[^“”\"]{0,400}[“”\"]|“[^”]{0,400}”|«[^»]{0,400}»|»[^«]{0,400}«|\"[^\"]{0,400}\""
)
_NAMES = re.compile(r"\bUS\b|\b[A-ZÀ-Þ]\w+-(?=[A-ZÀ-Þ])")  # no pronouns: US, Notre-Dame
_BAR = re.compile(r"\s[|•·›»>/–—]\s|\s\|\s?|[•·›]|\s>\s")
_LISTED = re.compile(
    r"^(?:[-*•▪◦·‣–>»]\s|(?:\d{1,2}[.)]|[1-9])\s+(?=[^\W\d])|\d{1,2}[:.h]\d{2}\b|\[\d+\])"
)
# Told by a sign and what stands around it, so that the search runs from sign to sign.
_ADDRESS = re.compile(
    r"[:.@©)_](?:(?<=http:)//|(?<=https:)//|(?<=www\.)|(?<=\S@)\S+\.\w|(?<=^©)"
    r"|(?<=\(c\)) |(?<=\w_)\w)",
    re.I,
)
_AGO = re.compile(
    r"\b\d{1,2}\s?(?:h|min|m|d|std\.?|j)\b\.?$|\b(?:vor|il y a|hace|há|ago|fa|geleden|temu)\b", re.I
)
_LABELLED = re.compile(r"\W{0,3}\w+(?:\s\w+){0,2}\s?(?::|\s[–—|·•-])\s")
_LEAST_FUNCTION = (
    0.15  # share of function words; news prose has 0.3 to 0.5, headlines and lists less
)
_ENOUGH = 3_000  # characters that show in whose voice a block speaks
_STEM = 6  # letters that two forms of one word share


@dataclass(slots=True, eq=False)
class Evidence:
    """What is known of one block."""

    tokens: list[str]
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
    common: frozenset[str]  # function words and others that tell nothing of the subject
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


def page_language(counts: Counter[str]) -> str:
    """The language whose function words the page has most of; `und` where none has many."""
    shares = {
        language: sum(map(counts.__getitem__, known & counts.keys()))
        for language, known in words("function").items()
    }
    language, found = max(shares.items(), key=lambda item: (item[1], item[0]))
    word_count = sum(count for token, count in counts.items() if token[0].isalpha())
    return language if found > 0.12 * max(1, word_count) else "und"


def gather(blocks: Sequence[Block]) -> tuple[str, list[Evidence]]:
    """The page's language by its function words, and the evidence for every block."""
    tokens = [tokens_of(block.text) for block in blocks]
    language = page_language(Counter(chain.from_iterable(tokens)))
    lists = _lists(language)
    return language, [_evidence(b, t, lists) for b, t in zip(blocks, tokens, strict=True)]


def _evidence(block: Block, tokens: list[str], lists: _Lists) -> Evidence:
    function = lists.function
    plain = [token for token in tokens if token[0].isalnum()]
    count = len(plain) or 1
    function_share = sum(map(function.__contains__, plain)) / count if function else 1.0
    closed = _CLOSING.search(block.text[-12:]) is not None
    listed = block.kind == "li" or _LISTED.match(block.text) is not None
    form = _form(block, len(plain), closed, function_share, listed)
    return Evidence(
        tokens=tokens,
        word_count=len(plain),
        form=form,
        function_share=function_share,
        voice=_voice(block.text[:_ENOUGH], tokens, lists),
        stems=frozenset([word[:_STEM] for word in {*plain} - lists.common if len(word) > 2]),
        closed=closed,
        loud=_has_outside("!", block.text),
        asks=_has_outside("?", block.text),
        listed=listed,
        labelled=_LABELLED.match(block.text) is not None,
    )


def _has_outside(sign: str, text: str) -> bool:
    """Whether the sign stands in the text outside quotation marks."""
    return sign in text and sign in _QUOTED.sub(" ", text[:_ENOUGH])


def _form(block: Block, count: int, closed: bool, function_share: float, listed: bool) -> Form:
    if not count or block.link_share > 0.6 or _ADDRESS.search(block.text, 0, 300):
        return "junk"
    if count < 40 and not closed and len(_BAR.findall(block.text[:400])) >= 2:
        return "junk"
    if closed and function_share > _LEAST_FUNCTION and count >= 8:
        return "prose"
    if listed and not closed:
        return "junk"
    if count >= 20 and function_share > 0.25:
        return "weak"
    if closed and count >= 3:
        return "weak"
    return "short" if count <= 16 else "junk"


def _voice(text: str, tokens: Sequence[str], lists: _Lists) -> float:
    if lists.voice.isdisjoint(tokens):
        return 0.0
    polite = lists.polite
    outside = _NAMES.sub(" ", _QUOTED.sub(" ", text))
    found = sum(map(lists.persons.__contains__, tokens_of(outside)))
    if polite:
        found += sum(
            word.strip(".,;:!?") in polite and not before.endswith((".", ":", "!", "?"))
            for before, word in pairwise(outside.split())
        )
    return found / max(1, min(len(text.split()), len(tokens)))
