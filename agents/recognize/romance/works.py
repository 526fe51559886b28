"""Lists of titles behind their kind: des chansons comme Plus rien, películas como La colmena y …"""

from collections.abc import Iterator

from agents.recognize.lexicon import first_names, is_known, last_names, words
from agents.recognize.shapes import is_function, is_place
from agents.recognize.words import Run, Sentence

_AS = {
    "fr": (("comme",), ("tels", "que"), ("telles", "que")),
    "es": (("como",), ("tales", "como")),
}
_JOINTS = {"fr": (",", "et", "ou"), "es": (",", "y", "e", "o", "u")}
_OF = {
    "fr": ("de", "d'", "d’", "du", "des"),
    "es": ("de", "del", "con"),  # Hable con ella
}
_MORE = {
    "fr": ("pièces", "morceaux", "tableaux", "classiques", "albums", "disques"),
    "es": ("canciones", "álbumes", "filmes", "films", "títulos", "clásicos", "éxitos", "musicales"),
}
_ARTICLES = {"fr": ("Le", "La", "Les", "L'", "L’"), "es": ("El", "La", "Los", "Las")}
_OTHERS = frozenset(("ceux", "celles", "celui", "celle", "los", "las"))  # comme ceux de Godard
_LONGEST = 7  # words
_FARTHEST = 24  # words from a title back to the word for its kind


def listed_works(sentence: Sentence, language: str) -> Iterator[Run]:
    """The titles of a list, each ended by a mark or by the next title's capital."""
    for i, word in enumerate(sentence):
        start = _behind_as(sentence, i + 1, language) if _are_works(word.text, language) else None
        while start is not None:
            end = _end(sentence, start, language)
            if end is None:
                break
            if end > start and _is_title(sentence[start : end + 1], language):
                yield start, end
            start = end + 2 if end + 1 < len(sentence) else None


def is_listed_work(sentence: Sentence, first: int, language: str) -> bool:
    """Whether a capital stands in such a list: des films comme La Haine et Intouchables."""
    joints = _JOINTS[language]
    start = first - 1 if sentence[first - 1].text in _ARTICLES[language] else first
    name = sentence[start].text
    own = start == first and name not in _ARTICLES[language]
    if start < 2 or (own and (name in first_names() or is_place(name))):
        return False
    for i in range(start - 1, max(0, start - _FARTHEST), -1):
        text = sentence[i].text
        if _are_works(text, language):
            listed = _behind_as(sentence, i + 1, language) is not None
            others = any(w.text in _OTHERS for w in sentence[i + 1 : i + 4])
            return not others and (listed or sentence[i + 1].text in _ARTICLES[language])
        if i == start - 1 and text not in (*joints, "comme", "como", "que"):
            return False
        noun = sentence[i - 1].text in _ARTICLES[language]  # La colmena
        if not (noun or sentence[i].is_capital or text in joints or is_function(text, language)):
            return False
    return False


def _are_works(text: str, language: str) -> bool:
    one = text.removesuffix("s")
    works = words("context", "work", language) - {"titre"}  # a champion's too
    return text in _MORE[language] or (one != text and one in works)


def _behind_as(sentence: Sentence, i: int, language: str) -> int | None:
    for as_ in _AS[language]:
        if tuple(w.text for w in sentence[i : i + len(as_)]) == as_:
            return i + len(as_)
    return None


def _end(sentence: Sentence, start: int, language: str) -> int | None:
    """The last index of the title that opens at `start`, or None where no mark ends it."""
    if start >= len(sentence) or not sentence[start].is_capital:
        return None
    for k in range(start + 1, min(len(sentence), start + _LONGEST + 1)):
        text = sentence[k].text
        joint = text in _JOINTS[language]
        joined = joint and k + 1 < len(sentence) and sentence[k + 1].is_capital
        if text in (",", ".", ";", ")") or joined:
            return k - 1
    return None


def _is_title(title: Sentence, language: str) -> bool:
    """Whether it opens with grammar or goes on with "of", as no name with its verb does."""
    opening, near = title[0].text, title[1].text
    person = opening in first_names() or opening in last_names() or is_place(opening)
    known = is_known(" ".join(w.text for w in title))
    opens = is_function(opening, language) or (near in _OF[language] and not person and not known)
    return opens and all(w.is_word for w in title) and title[-1].text.islower()
