"""The language of a text, among those the newsroom reads."""

from functools import cache
from typing import Any

LANGUAGES = ("de", "en", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "cs", "ru", "tr")
_SHORTEST = 80  # below, the identifier guesses
_SAMPLE = 1_500  # more text does not change the answer


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # reads its model: 0.3 s

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def identify(text: str, hint: str | None = None) -> tuple[str, float]:
    """An ISO 639-1 code and its confidence; `und` for text too short to tell."""
    hinted = (hint or "").lower().replace("_", "-").split("-")[0]
    if len(text) < _SHORTEST:
        return (hinted, 0.5) if len(hinted) == 2 else ("und", 0.0)
    language, confidence = _identifier().classify(text[:_SAMPLE])
    return str(language), float(confidence)
