"""Which runs of words may be names, by case, position and part of speech."""

from collections.abc import Collection, Iterator, Sequence

from .lexicon import calendar, places
from .words import Sentence, Word

_FUNCTION_WORDS = frozenset(
    """the a an he she it they we i you this that these those there his her its their our my and but
    or so yet for in on at by to from with without as after before since until while when where
    why what who how if although though because however der die das den dem des ein eine
    le la les l' un une des du de il elle ils elles ce cette ces el los las una unos unas""".split()
)


def candidates(
    sentence: Sentence, tags: Sequence[str], language: str, seen: Collection[str]
) -> Iterator[tuple[int, int]]:
    """First and last index of each run that looks like a name; `seen` are capitals in mid-sentence."""
    start: int | None = None
    for i, word in enumerate([*sentence, Word(0, 0, ".", False)]):
        inside = i < len(sentence) and _is_name(word, tags[i], language)
        if inside and start is None:
            start = i
        elif not inside and start is not None:
            word = sentence[start]
            if start < i - 1 or not word.first or word.text in seen or _known(word):
                yield start, i - 1
            start = None


def _is_name(word: Word, tag: str, language: str) -> bool:
    if not word.is_capital or word.text in calendar(language):
        return False
    if language == "de":
        return tag in ("NE", "FM") or (word.text.isupper() and len(word.text) > 1) or _known(word)
    return word.text.lower() not in _FUNCTION_WORDS


def _known(word: Word) -> bool:
    return word.text in places() or (word.text.isupper() and len(word.text) > 1)
