import json
from pathlib import Path

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from agents.clean.language import LANGUAGES, identify

CORPUS = Path("tests/data/corpus/raw.jsonl")


@pytest.fixture(scope="module")
def theirs() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def test_the_answer_is_py3langids(theirs: LanguageIdentifier) -> None:
    for line in CORPUS.read_text("utf-8").splitlines():
        content = json.loads(line)["content"]
        for text in (content[:1_500], content[700:1_000].upper(), content[-90:]):
            language, confidence = theirs.classify(text)
            assert identify(text) == (language, pytest.approx(confidence, abs=1e-4))


def test_text_without_any_known_letter_is_no_error() -> None:
    assert identify("🙂" * 100)[1] < 0.3


def test_short_text_has_the_language_it_is_told() -> None:
    assert identify("Kurz.", "de-AT") == ("de", 0.5)
    assert identify("Kurz.") == ("und", 0.0)
