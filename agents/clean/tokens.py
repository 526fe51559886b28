"""Words and signs of a text, as all rules about wording see them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from .memo import MOST_LINES

# A word or a sign. One set begins it, which the search for its start runs on. No group in it is
# possessive: on one that may be empty, Python 3.11.2 never comes to an end.
_TOKEN = re.compile(r"[^\s'’`](?:(?<=\w)\w*|)")
# Scripts without spaces, in pieces of about a word's length: Thai, Lao, Burmese, Khmer; Han, kana.
# Those of India have spaces, but signs within words that are no letters to `\w`.
_UNSPACED_TOKEN = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{1,4}|[々ぁ-ヺー-ヿ㐀-䶿一-鿿豈-\ufaff]{1,2}"
    rf"|[\u0900-\u0963\u0966-\u0dff]+|{_TOKEN.pattern}"
)
_UNSPACED_BYTES = 2  # a character, in UTF-8; in all these scripts it has three


def tokens_of(text: str) -> list[str]:
    """Words and signs in lower case; apostrophes only part words."""
    lower = text.lower()
    if text.isascii() or len(text.encode("utf-8", "replace")) < _UNSPACED_BYTES * len(text):
        return _TOKEN.findall(lower)
    return _UNSPACED_TOKEN.findall(lower)


def words_of(tokens: Sequence[str]) -> list[str]:
    """The tokens that are words or numbers."""
    return [token for token in tokens if token[0].isalnum()]


line_tokens = lru_cache(maxsize=MOST_LINES)(tokens_of)
