"""Texts as the scores compare them: blind to case, kinds of quotes and spaces, mojibake."""

import re
import unicodedata

_HIDDEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_PLAIN = str.maketrans("‘’‚“”„«»–—‑‐", '\'\'\'"""""----')
_NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
_SPACE = re.compile(r"\s+")
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|\w+")
_STOP_WORDS = {
    "de": "der die das den dem des ein eine einen einem einer eines und oder aber auch als an am"
    " auf aus bei beim bis durch für gegen hat haben hatte hatten ist im in ins mit nach nicht"
    " noch nur ob sein seine seinen seiner sich sie er es so über um unter von vom vor war waren"
    " wegen wie wird werden wurde wurden worden zu zum zur zwischen dass damit dann ihr ihre ihren"
    " ihrer kann können soll sollen mehr rund",
    "en": "a an and are as at be been but by can could for from had has have he her his if in into"
    " is it its may more not of on or over she so than that the their them then there they this to"
    " up was were which while who will with would about after before",
    "fr": "a au aux avec ce ces cette dans de des du d elle en est et eu il ils elles la le les"
    " leur leurs l lui mais ne n ont ou par pas plus pour qu que qui sa sans se s ses son sont sur"
    " un une été être avait c j m t y",
    "es": "a al ante con de del desde e el ella en entre era es esta este fue ha han hasta la las"
    " lo los más mas muy no o para pero por que se sin sobre son su sus un una unos unas y",
}
_SHORTEST_STEM = 5  # letters that two inflected forms share at least
_STEM_SHARE = 0.7  # and their share of the longer form


def normal(text: str) -> str:
    """The text as it is compared."""
    repaired = unicodedata.normalize("NFC", _NOT_ASCII.sub(_repaired, text))
    return _SPACE.sub(" ", repaired.translate(_HIDDEN).translate(_PLAIN)).strip().casefold()


def tokens(text: str) -> list[str]:
    """Numbers and words of the normal text."""
    return _TOKEN.findall(normal(text))


def content_words(text: str, language: str) -> list[str]:
    """Its different words that say something, in order."""
    stop = set(_STOP_WORDS.get(language, "").split())
    return [
        word
        for word in dict.fromkeys(tokens(text))
        if word not in stop and (len(word) > 1 or word.isdigit())
    ]


def is_covered(word: str, words: set[str]) -> bool:
    """Whether the word, or another form of it by a long common beginning, is among the words."""
    if word in words:
        return True
    if len(word) < _SHORTEST_STEM or word[0].isdigit():
        return False
    return any(_is_form(word, other) for other in words if len(other) >= _SHORTEST_STEM)


def _is_form(word: str, other: str) -> bool:
    if word[:_SHORTEST_STEM] != other[:_SHORTEST_STEM]:
        return False
    ends = (place for place, (a, b) in enumerate(zip(word, other, strict=False)) if a != b)
    shared = next(ends, min(len(word), len(other)))
    return shared >= _STEM_SHARE * max(len(word), len(other))


def _repaired(run: re.Match[str]) -> str:
    """UTF-8 that was read as Windows-1252 read right; anything else as it was."""
    try:
        return b"".join(map(_byte, run[0])).decode("utf-8")
    except UnicodeError:
        return run[0]


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")  # what Windows-1252 leaves undefined
