"""What speaks for and against a block: its form, its words, its tie to the rest of the page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

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
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w|^©|\(c\) |\w_\w", re.I)
_AGO = re.compile(
    r"\b\d{1,2}\s?(?:h|min|m|d|std\.?|j)\b\.?$|\b(?:vor|il y a|hace|há|ago|fa|geleden|temu)\b", re.I
)
_LABELLED = re.compile(r"\W{0,3}\w+(?:\s\w+){0,2}\s?(?::|\s[–—|·•-])\s")
_LEAST_FUNCTION = (
    0.15  # share of function words; news prose has 0.3 to 0.5, headlines and lists less
)
_ENOUGH = 3_000  # characters that show in whose voice a block speaks
_STEM = 6  # letters that two forms of one word share


@dataclass(slots=True)
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


def page_language(all_tokens: Sequence[str]) -> str:
    """The language whose function words the page has most of; `und` where none has many."""
    counts = Counter(all_tokens)
    shares = {
        language: sum(counts[word] for word in known)
        for language, known in words("function").items()
    }
    language, found = max(shares.items(), key=lambda item: (item[1], item[0]))
    return language if found > 0.12 * max(1, sum(counts.values())) else "und"


def gather(blocks: Sequence[Block]) -> tuple[str, list[Evidence]]:
    """The page's language by its function words, and the evidence for every block."""
    tokens = [tokens_of(block.text) for block in blocks]
    sample = [token for line in tokens for token in line if token[0].isalpha()][:20_000]
    language = page_language(sample)
    return language, [_evidence(b, t, language) for b, t in zip(blocks, tokens, strict=True)]


def _evidence(block: Block, tokens: list[str], language: str) -> Evidence:
    function = words("function").get(language, frozenset())
    generic = words("generic").get(language, frozenset())
    plain = [token for token in tokens if token[0].isalnum()]
    count = len(plain) or 1
    function_share = sum(token in function for token in plain) / count if function else 1.0
    closed = _CLOSING.search(block.text[-12:]) is not None
    listed = block.kind == "li" or _LISTED.match(block.text) is not None
    return Evidence(
        tokens=tokens,
        word_count=len(plain),
        form=_form(block, len(plain), closed, function_share, listed),
        function_share=function_share,
        voice=_voice(block.text[:_ENOUGH], tokens, language),
        stems=frozenset(
            token[:_STEM]
            for token in plain
            if token not in function and token not in generic and len(token) > 2
        ),
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
    if not count or block.link_share > 0.6 or _ADDRESS.search(block.text[:300]):
        return "junk"
    if len(_BAR.findall(block.text[:400])) >= 2 and count < 40 and not closed:
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


def _voice(text: str, tokens: Sequence[str], language: str) -> float:
    persons = words("voice").get(language, frozenset())
    polite = words("polite").get(language, frozenset())
    if persons.isdisjoint(tokens) and not any(form in text for form in polite):
        return 0.0
    outside = _NAMES.sub(" ", _QUOTED.sub(" ", text))
    found = sum(token in persons for token in tokens_of(outside))
    if polite:
        found += sum(
            word.strip(".,;:!?") in polite and not before.endswith((".", ":", "!", "?"))
            for before, word in pairwise(outside.split())
        )
    return found / max(1, min(len(text.split()), len(tokens)))
