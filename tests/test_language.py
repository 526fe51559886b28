import json
import math
import tomllib
from pathlib import Path

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from agents.clean.language import UNUSED, identify, page_language, scores_of
from agents.clean.tokens import tokens_of

DATA = Path("tests/data")
CORPUS = DATA / "corpus"
ARTICLES = tomllib.loads((DATA / "languages.toml").read_text("utf-8"))
ENOUGH = 200  # characters, about a paragraph


@pytest.fixture(scope="module")
def theirs() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([c for c in identifier.nb_classes if len(c) == 2 and c not in UNUSED])
    return identifier


def test_the_scores_are_py3langids(theirs: LanguageIdentifier) -> None:
    for line in (CORPUS / "raw.jsonl").read_text("utf-8").splitlines():
        content = json.loads(line)["content"]
        for text in (content[:1_500], content[700:1_000], content[-90:]):
            scores = scores_of(text.encode())
            best = int(scores.argmax())
            share = 1 / sum(math.exp(score - scores[best]) for score in scores)
            told = theirs.classify(text)
            assert told == (theirs.nb_classes[best], pytest.approx(share, abs=1e-4))


@pytest.mark.parametrize("language", ARTICLES)
def test_a_paragraph_has_its_language(language: str) -> None:
    text = "\n\n".join(ARTICLES[language]["body"])
    for at in range(0, max(1, len(text) - ENOUGH), 50):
        told, confidence = identify(text[at : at + ENOUGH], language)
        assert told == language
        assert confidence > 0.9


@pytest.mark.parametrize("language", sorted(set(ARTICLES) - {"hr", "id"}))
def test_without_a_hint_most_languages_are_as_sure(language: str) -> None:
    assert identify("\n\n".join(ARTICLES[language]["body"]), "en") == (
        language,
        pytest.approx(1.0, abs=0.01),
    )


def test_no_stretch_of_news_is_taken_for_a_foreign_language() -> None:
    for line in (CORPUS / "gold.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        body = article["body"]
        for at in range(0, max(1, len(body) - ENOUGH), ENOUGH):
            text = body[at : at + ENOUGH]
            assert identify(text)[0] == article["language"], text


MENU = "Hebridean Beacon | Lewis | Harris | Uists | Barra | Gàidhlig | Jobs | Death notices | Roads"


def test_a_menu_of_names_is_no_rare_language() -> None:
    assert identify(MENU)[0] not in ("gd", "la", "lb")
    assert identify(MENU, "en")[0] == "en"


TWINS = "Vlada je u utorak predstavila novi plan za gradnju mosta preko Save u glavnom gradu."


@pytest.mark.parametrize("hint", ["hr", "bs", "sr", "hr-HR"])
def test_a_hint_decides_between_languages_that_are_close(hint: str) -> None:
    assert identify(TWINS, hint)[0] == hint[:2]


def test_a_hint_does_not_outweigh_the_text() -> None:
    for line in (CORPUS / "gold.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        for hint in ("de", "en", "fr", "ca", "lb"):
            assert identify(article["body"], hint)[0] == article["language"]


def test_norwegian_has_one_name() -> None:
    text = " ".join(ARTICLES["no"]["body"])
    assert {identify(text, hint)[0] for hint in (None, "nb", "nn-NO", "da")} == {"no"}
    assert identify("Kort.", "nb-NO") == ("no", 0.5)


def test_text_without_any_known_letter_has_no_language() -> None:
    assert identify("🙂" * 100) == ("und", 0.0)
    assert identify("🙂" * 100, "fr") == ("fr", 0.5)


def test_short_text_has_the_language_it_is_told() -> None:
    assert identify("Kurz.", "de-AT") == ("de", 0.5)
    assert identify("Kurz.") == ("und", 0.0)


@pytest.mark.parametrize("language", ARTICLES)
def test_a_page_in_a_language_without_word_lists_has_none(language: str) -> None:
    texts = ARTICLES[language]["body"] * 3
    tokens = [token for text in texts for token in tokens_of(text)]
    assert page_language(tokens, texts) == "und"
