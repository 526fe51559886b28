"""What speaks for and against a block: its form, its words, its tie to the rest of the page."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, pairwise
from typing import Literal, NamedTuple

from .block import Block
from .cues import Cue, tokens_of, words
from .memo import Memo
from .recurring import NEVER_SEEN, Seen

Form = Literal["prose", "weak", "short", "junk"]

_STOPS = frozenset(".!?…。！？؟۔।")
_CLOSERS = "\"'“”’»«)]*_"  # what may follow them
_LONGEST_CLOSE = 12  # characters from the stop to the end
# Patterns for whole blocks begin with a set of characters: it is searched for at once.
_QUOTED = re.compile(
    r"[„“«»\"](?:(?<=„)[^“”\"]{0,400}[“”\"]|(?<=“)[^”]{0,400}”|(?<=«)[^»]{0,400}»"
    r"|(?<=»)[^«]{0,400}«|(?<=\")[^\"]{0,400}\")"
)
# No pronouns: US, Notre-Dame, rendez-vous.
_NAMES = re.compile(r"[Rr]endez-vous|[A-ZÀ-Þ](?:(?<=\bU)S\b|(?<=\b[A-ZÀ-Þ])\w+-(?=[A-ZÀ-Þ]))")
_BARS = frozenset("|•·›»>/–—")
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
_LABEL_SIGNS = frozenset(":–—|·•-")
_LABEL_TOKENS = 24  # among which it stands; three signs and three words may be before it
_LABELLED = re.compile(r"\W{0,3}\w+(?:\s\w+){0,2}\s?(?::|\s[–—|·•-])\s")
_LEAST_FUNCTION = (
    0.15  # share of function words; news prose has 0.3 to 0.5, headlines and lists less
)
_ENOUGH = 3_000  # characters that show in whose voice a block speaks
_LEAST_KNOWN = 0.12  # of the words that a language's function words make up
_STEM = 6  # letters that two forms of one word share
# What stands for a token that has no stem: a sign, a function word, another that tells nothing of
# the subject. Strings, as they are compared with stems many times, and none that a stem can be.
_SIGN, _FUNCTION, _DULL = "", " ", "  "
_MARKS = frozenset((_SIGN, _FUNCTION, _DULL))


@dataclass(slots=True, eq=False)
class Evidence:
    """What is known of one block."""

    tokens: list[str]
    word_count: int
    form: Form
    function_share: float
    voice: float  # first and second person per word, outside quotation marks
    stems: Set[str]
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

    kinds: Memo[str]  # a token to its stem, or to one of the marks where it has none
    has_function: bool
    persons: frozenset[str]
    polite: frozenset[str]
    voice: frozenset[str]  # persons and polite forms, in lower case


@cache
def _lists(language: str) -> _Lists:
    function, generic, persons, polite = (
        words(table).get(language, frozenset[str]())
        for table in ("function", "generic", "voice", "polite")
    )
    kinds = Memo(partial(_kind, function, generic))
    voice = persons | set(map(str.lower, polite))
    return _Lists(kinds, bool(function), persons, polite, voice)


def _kind(function: frozenset[str], generic: frozenset[str], token: str) -> str:
    if not token[0].isalnum():
        return _SIGN
    if token in function:
        return _FUNCTION
    return _DULL if len(token) < 3 or token in generic else token[:_STEM]


@cache
def _languages() -> Mapping[str, Sequence[str]]:
    """Each function word to the languages that have it."""
    known: dict[str, list[str]] = {}
    for language, function in words("function").items():
        for word in function:
            known.setdefault(word, []).append(language)
    return known


def page_language(tokens: Sequence[str]) -> str:
    """The language whose function words the page has most of; `und` where none has many."""
    known = _languages()
    shares = dict.fromkeys(words("function"), 0)
    for word, count in Counter(filter(known.__contains__, tokens)).items():
        for language in known[word]:
            shares[language] += count
    language, found = max(shares.items(), key=lambda item: (item[1], item[0]))
    if found > _LEAST_KNOWN * len(tokens) + 1:  # mostly so, and the words need no counting
        return language
    word_count = sum(token[0].isalpha() for token in tokens)
    return language if found > _LEAST_KNOWN * max(1, word_count) else "und"


def gather(blocks: Sequence[Block]) -> list[Evidence]:
    """The evidence for every block."""
    tokens = [tokens_of(block.text) for block in blocks]
    lists = _lists(page_language(list(chain.from_iterable(tokens))))
    return [_evidence(b, t, lists) for b, t in zip(blocks, tokens, strict=True)]


def _evidence(block: Block, tokens: list[str], lists: _Lists) -> Evidence:
    text = block.text
    kinds = list(map(lists.kinds.__getitem__, tokens))
    count = len(kinds) - kinds.count(_SIGN)
    function_share = kinds.count(_FUNCTION) / (count or 1) if lists.has_function else 1.0
    closed = text[-_LONGEST_CLOSE:].rstrip(_CLOSERS)[-1:] in _STOPS
    listed = block.kind == "li" or (not text[0].isalpha() and _LISTED.match(text) is not None)
    has_label = not _LABEL_SIGNS.isdisjoint(tokens[:_LABEL_TOKENS])
    return Evidence(
        tokens,
        count,
        _form(block, tokens, count, closed, function_share, listed),
        function_share,
        0.0 if lists.voice.isdisjoint(tokens) else _voice(text, tokens, lists),
        {*kinds} - _MARKS,
        closed,
        "!" in text and _has_outside("!", text),
        "?" in text and _has_outside("?", text),
        listed,
        has_label and _LABELLED.match(text) is not None,
    )


def _has_outside(sign: str, text: str) -> bool:
    """Whether the sign stands in the text outside quotation marks."""
    return sign in _QUOTED.sub(" ", text[:_ENOUGH])


def _form(
    block: Block,
    tokens: Sequence[str],
    count: int,
    closed: bool,
    function_share: float,
    listed: bool,
) -> Form:
    if not count or block.link_share > 0.6 or _ADDRESS.search(block.text, 0, 300):
        return "junk"
    has_bars = count < 40 and not closed and not _BARS.isdisjoint(tokens)
    if has_bars and len(_BAR.findall(block.text[:400])) >= 2:
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
    """The share of words of the first and second person, without quotations and names."""
    start, polite = text[:_ENOUGH], lists.polite
    outside = _NAMES.sub(" ", _QUOTED.sub(" ", start))
    found = sum(map(lists.persons.__contains__, tokens if outside == text else tokens_of(outside)))
    if any(word in outside for word in polite):
        found += sum(
            word.strip(".,;:!?") in polite and not before.endswith((".", ":", "!", "?"))
            for before, word in pairwise(outside.split())
        )
    return found / max(1, min(len(start.split()), len(tokens))) if found else 0.0
