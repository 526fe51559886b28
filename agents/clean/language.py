"""The language of a text: of all that the identifier knows, newsrooms' own before rare ones."""

import math
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from .cues import words

LANGUAGES = ("de", "en", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "cs", "ru", "tr")
# Seldom a newspaper's, and near to a large one: menus, names and tables look like them.
_RARE = ("br", "ca", "cy", "eo", "fo", "fy", "ga", "gd", "gl", "ht", "jv", "la", "lb", "oc", "qu")
UNUSED = ("an", "nn", "vo", "wa")  # written like es, no and fr, or by nobody
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
# In units of a text's score, of which news in a language has five and more over all others, by
# 90 characters; no window of that length in labelled pages was taken for another with more than 3.
_FOREIGN, _FAR, _HINT = -2.0, -3.5, 2.0
_LEAST_SURE = 0.4  # of three that are written almost alike, as hr, bs and sr, one has so much
_SHORTEST = 80  # bytes; below, the identifier guesses
_SAMPLE = 800  # more text does not change the answer
_DIGITS = 4  # further ones differ between processors, and an article's event must not
_LEAST_KNOWN = 0.12  # of the words that a language's function words make up
_SURELY_KNOWN = 0.32  # with less, it may be a language that shares such words
_LONGEST_ONES = 6  # of a page's blocks, most likely text
_LONGEST_FEATURE = 6  # bytes
_first_sign = itemgetter(0)


class _Model(NamedTuple):
    """py3langid's model as arrays: an automaton over bytes, and naive Bayes over what it finds."""

    moves: Any  # [256 * row + byte], the next state
    rows: Any  # [state], 256 times its row
    features: Any  # [state], the feature that ends here, or -1
    weights: Any  # [feature, language]
    prior: Any  # [language]
    handicap: Any  # [language], 0 or less
    languages: list[str]


@cache
def _model() -> _Model:
    import numpy as np
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # reads its model: 0.3 s

    found = LanguageIdentifier.from_model_file(MODEL_FILE)
    found.set_languages([c for c in found.nb_classes if len(c) == 2 and c not in UNUSED])
    return _Model(
        np.asarray(found.tk_nextmove, np.int32),
        np.asarray(found.tk_row, np.int32) << 8,
        np.asarray(found.tk_output, np.int32),
        np.ascontiguousarray(found.nb_ptc, np.float32),
        found.nb_pc,
        np.asarray([_handicap(language) for language in found.nb_classes], np.float32),
        found.nb_classes,
    )


def _handicap(language: str) -> float:
    if language in LANGUAGES:
        return 0.0
    return _FAR if language in _RARE else _FOREIGN


def identify(text: str, hint: str | None = None) -> tuple[str, float]:
    """An ISO 639-1 code and its confidence; `und` where nothing is sure.

    A hint decides where the text is too short to tell, or two languages come close.
    """
    hinted = (hint or "").lower().replace("_", "-").split("-")[0]
    hinted = _SAME.get(hinted, hinted)
    letters = _letters(text[:_SAMPLE])
    if len(letters) >= _SHORTEST:
        language, share = _likeliest(scores_of(letters), hinted)
        if share >= _LEAST_SURE:
            return language, share
    return (hinted, 0.5) if len(hinted) == 2 else ("und", 0.0)


def _letters(text: str) -> bytes:
    plain = unicodedata.normalize("NFC", text.lower() if text.isupper() else text)
    return plain.encode("utf-8", "surrogatepass")


def _likeliest(scores: Any, hinted: str) -> tuple[str, float]:
    """The best language and its share, once each is taken for as likely as it is among news."""
    import numpy as np

    model = _model()
    odds = scores + model.handicap
    for at, language in enumerate(model.languages):
        if language == hinted:
            odds[at] = scores[at] + _HINT
    likelihoods = np.exp(odds - odds.max())
    best = int(odds.argmax())
    return model.languages[best], round(float(likelihoods[best] / likelihoods.sum()), _DIGITS)


def scores_of(text: bytes) -> Any:
    """What `LanguageIdentifier.rank` computes, without a Python step for each byte.

    A state of the automaton depends on no more bytes than the longest feature has, so all
    positions of the text walk there together.
    """
    import numpy as np

    model = _model()
    letters = np.frombuffer(text, np.uint8)
    states = np.zeros(len(letters), np.int32)
    for back in reversed(range(_LONGEST_FEATURE)):
        here = model.rows.take(states[back:])
        here += letters[: len(letters) - back]
        states[back:] = model.moves.take(here)
    found = model.features.take(states)
    found = found[found >= 0]
    found.sort()
    is_first = np.ones(len(found), np.bool_)  # of its equals; numpy's `unique` takes its time
    np.not_equal(found[1:], found[:-1], out=is_first[1:])
    edges = is_first.nonzero()[0]
    ends = np.empty_like(edges)
    ends[:-1], ends[-1:] = edges[1:], len(found)
    features, counts = found[edges], ends - edges
    scores = np.log1p(counts, dtype=np.float32) @ model.weights.take(features, axis=0) + model.prior
    # Divided so, scores of texts of all lengths make shares that mean the same.
    return scores / math.sqrt(len(letters))


@cache
def _languages() -> Mapping[str, Sequence[str]]:
    """Each function word to the languages that have it."""
    known: dict[str, list[str]] = {}
    for language, function in words("function").items():
        for word in function:
            known.setdefault(word, []).append(language)
    return known


def page_language(tokens: Sequence[str], texts: Sequence[str]) -> str:
    """The language whose function words the page has most of; `und` where none has many."""
    known = _languages()
    shares = dict.fromkeys(words("function"), 0)
    for word, count in Counter(list(filter(known.__contains__, tokens))).items():
        for language in known[word]:
            shares[language] += count
    language, found = max(shares.items(), key=lambda item: (item[1], item[0]))
    if found > _SURELY_KNOWN * len(tokens) + 1:  # mostly so, and the words need no counting
        return language
    word_count = max(1, sum(map(str.isalpha, map(_first_sign, tokens))))
    if found > _SURELY_KNOWN * word_count:
        return language
    if found <= _LEAST_KNOWN * word_count:
        return "und"
    # Hungarian has the Portuguese `a` in all sentences, Romanian half of the Spanish small words.
    told = identify(" ".join(sorted(texts, key=len, reverse=True)[:_LONGEST_ONES]))[0]
    return told if told in shares else "und"
