"""The language of a text, among those the newsroom reads."""

import math
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from .cues import words

LANGUAGES = ("de", "en", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "cs", "ru", "tr")
_SHORTEST = 80  # below, the identifier guesses
_SAMPLE = 1_500  # more text does not change the answer
_DIGITS = 4  # further ones differ between processors, and an article's event must not
_LEAST_KNOWN = 0.12  # of the words that a language's function words make up
_LONGEST_FEATURE = 6  # bytes


class _Model(NamedTuple):
    """py3langid's model as arrays: an automaton over bytes, and naive Bayes over what it finds."""

    moves: Any  # [256 * row + byte], the next state
    rows: Any  # [state], 256 times its row
    features: Any  # [state], the feature that ends here, or -1
    weights: Any  # [feature, language]
    prior: Any  # [language]
    languages: list[str]


@cache
def _model() -> _Model:
    import numpy as np
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # reads its model: 0.3 s

    found = LanguageIdentifier.from_model_file(MODEL_FILE)
    found.set_languages(list(LANGUAGES))
    return _Model(
        np.asarray(found.tk_nextmove, np.int32),
        np.asarray(found.tk_row, np.int32) << 8,
        np.asarray(found.tk_output, np.int32),
        np.ascontiguousarray(found.nb_ptc, np.float32),
        found.nb_pc,
        found.nb_classes,
    )


def identify(text: str, hint: str | None = None) -> tuple[str, float]:
    """An ISO 639-1 code and its confidence; `und` for text too short to tell."""
    hinted = (hint or "").lower().replace("_", "-").split("-")[0]
    if len(text) < _SHORTEST:
        return (hinted, 0.5) if len(hinted) == 2 else ("und", 0.0)
    shares = _shares(text[:_SAMPLE])
    best = int(shares.argmax())
    return _model().languages[best], round(float(shares[best]), _DIGITS)


def _shares(text: str) -> Any:
    """What `LanguageIdentifier.classify` computes, without a Python step for each byte.

    A state of the automaton depends on no more bytes than the longest feature has, so all
    positions of the text walk there together.
    """
    import numpy as np

    model = _model()
    plain = unicodedata.normalize("NFC", text.lower() if text.isupper() else text)
    letters = np.frombuffer(plain.encode("utf-8", "surrogatepass"), np.uint8)
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
    scores /= math.sqrt(len(letters))
    likelihoods = np.exp(scores - scores.max())
    return likelihoods / likelihoods.sum()


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
