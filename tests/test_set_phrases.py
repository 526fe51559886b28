"""What many reports of a source say in the same words stays, unless it stands in nearly all."""

import json
from pathlib import Path

import pytest

from agents.clean import ProcessMemory, clean
from schemas import CleanArticle, RawArticle

GOLD = Path(__file__).parent / "data" / "corpus" / "gold.jsonl"
READ = list(map(json.loads, GOLD.read_text("utf-8").splitlines()))
# Each report once; by the last digit, so that the languages take turns.
REPORTS = {each["duplicate_group"] or each["id"]: each for each in READ if not each["supersedes"]}
ARTICLES = sorted(REPORTS.values(), key=lambda each: each["id"][::-1])


@pytest.mark.parametrize(
    ("language", "sentence", "place"),
    [
        ("de", "Die Angaben ließen sich zunächst nicht unabhängig überprüfen.", 3),
        ("de", "„Alle Angaben sind ohne Gewähr“, heißt es in dem Vertrag der Firma.", 3),
        ("de", "Für alle Beschuldigten gilt bis zu einem Urteil die Unschuldsvermutung.", -1),
        ("en", "The claims could not be independently verified.", 4),
        ("en", "The company did not immediately respond to a request for comment.", 2),
        ("en", "“Past results are no guarantee of future ones,” the contract says.", 3),
        ("fr", "Ces informations n’ont pas pu être vérifiées de source indépendante.", 3),
        ("es", "La empresa no respondió de inmediato a una petición de comentarios.", 3),
    ],
)
def test_set_phrase_stays_however_often_it_is_used(
    language: str, sentence: str, place: int
) -> None:
    memory, lost = ProcessMemory(), []
    for article in ARTICLES:
        paragraphs = article["body"].split("\n\n")
        if article["language"] == language:
            paragraphs.insert(place % (len(paragraphs) + 1), sentence)
        raw = RawArticle(id=article["id"], source="s", content="\n\n".join(paragraphs))
        answer = clean(raw, memory=memory)
        assert isinstance(answer, CleanArticle)
        if article["language"] == language and sentence not in answer.text:
            lost.append(article["id"])
    assert lost == []
