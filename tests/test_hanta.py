"""The default tagger: German parts of speech, and names of several languages by rules."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.models.hanta import HantaTagger, parts_of_speech
from agents.recognize import recognize
from schemas import CleanArticle, Entities, Segment

WORDS = (
    *[
        "Anna",
        "«",
        "»",
        "(",
        ")",
        "3²",
        "²",
        "-x-",
        "X",
        "L’",
        "d’",
        "of",
        "de",
        "2024",
        "NATO",
        ",",
        ".",
        "Bank",
        "'s",
        "&",
        "Ämter-",
    ],
    '"',
    "\n\n",
)
GOLD = Path(__file__).parent / "data" / "names.jsonl"


def found(text: str, language: str) -> dict[str, str]:
    [spans] = HantaTagger().tag([text], [language])
    return {text[s.start : s.end]: s.type for s in spans}


def test_a_word_of_thousands_of_letters_is_tagged_by_its_ends() -> None:
    """The tagger takes time by the square of a word's letters: minutes for this one."""
    word = "Donaudampfschifffahrts" * 500 + "gesellschaft"
    [tag] = parts_of_speech([word], "de")
    assert tag.startswith("N")


def test_german_words_get_tags_and_others_none() -> None:
    assert parts_of_speech(["Anna", "schläft", "."], "de")[:2] == ["NE", "VV(FIN)"]
    assert parts_of_speech(["Anna", "sleeps", "Qux"], "en") == ["NP0", "ordinary", ""]
    assert parts_of_speech(["Anna", "dort"], "fr") == ["", ""]
    assert parts_of_speech([], "de") == []


def test_a_noun_that_nobody_knows_is_marked() -> None:
    known, unknown = parts_of_speech(["Die", "Gefahr", "in", "Quxbrumpf"], "de")[1::2]
    assert (known, unknown) == ("NN", "NN?")


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "de",
            "Der Chef der Deutschen Bahn, Ole Timm, sprach in Bremen mit dem Ifo-Institut.",
            {"Deutschen Bahn": "ORG", "Ole Timm": "PER", "Bremen": "LOC", "Ifo-Institut": "ORG"},
        ),
        (
            "en",
            "On Monday the Ministry of Water said President Ana Ruiz would visit Lake Orna.",
            {"Ministry of Water": "ORG", "Ana Ruiz": "PER", "Lake Orna": "LOC"},
        ),
        (
            "fr",
            "Le Conseil constitutionnel a reçu jeudi Paul Roche, le maire de Nantes.",
            {"Conseil constitutionnel": "ORG", "Paul Roche": "PER", "Nantes": "LOC"},
        ),
        (
            "es",
            "El Ministerio de Sanidad y Laura Gil viajaron el martes a Bogotá.",
            {"Ministerio de Sanidad": "ORG", "Laura Gil": "PER", "Bogotá": "LOC"},
        ),
        ("it", "Ieri il presidente Marco Villa era a Torino.", {"Marco Villa": "PER"}),
        ("nl", "Minister Jan Visser was dinsdag in Utrecht.", {"Jan Visser": "PER"}),
        ("en", "Later Theresa May spoke.", {"Theresa May": "PER"}),
        ("pl", "Premier Jan Nowak był we wtorek w Krakowie.", {"Jan Nowak": "PER"}),
        ("pt", "O presidente Pedro Alves esteve em Lisboa.", {"Pedro Alves": "PER"}),
    ],
)
def test_names_are_found_and_typed(language: str, text: str, names: dict[str, str]) -> None:
    assert found(text, language).items() >= names.items()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On Monday the French president met several American lawmakers."),
        ("de", "Am Montag traf der Minister die Vorsitzende der Gewerkschaft im Ausschuss."),
        ("fr", "Lundi, le ministre a rencontré les syndicats. Selon lui, tout va bien."),
        ("es", "Según el presidente, el lunes no hubo acuerdo. Tampoco el martes."),
        ("de", "Der US-Präsident und die Ex-Ministerin kamen im Dezember."),
    ],
)
def test_days_peoples_and_titles_are_no_names(language: str, text: str) -> None:
    assert found(text, language) == {}


def test_spans_come_in_order_without_overlap() -> None:
    text = json.loads(GOLD.read_text("utf-8").splitlines()[0])["body"]
    [spans] = HantaTagger().tag([text], ["de"])
    ends = [0, *(s.end for s in spans)]
    assert spans
    assert all(s.start >= end for s, end in zip(spans, ends, strict=False))


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80), st.sampled_from(["de", "en", "fr", "es", "it", "und"]))
def test_any_text_is_tagged(text: str, language: str) -> None:
    [spans] = HantaTagger().tag([text], [language])
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS)))
def test_any_words_are_tagged(words: list[str]) -> None:
    for language in ("de", "en", "fr", "es"):
        HantaTagger().tag([" ".join(words)], [language])


def test_most_names_of_the_test_articles_are_found() -> None:
    """A net under the rules; the weights have seen these articles, so it is no estimate."""
    lines = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    right = typed = predicted = wanted = 0
    results = recognize([article(line) for line in lines], model=HantaTagger())
    for line, result in zip(lines, results, strict=True):
        assert isinstance(result, Entities)
        gold = [e for e in line["entities"] if not e.get("optional")]
        wanted += len(gold)
        for entity in result.entities:
            forms = {entity.name, *(m.text for m in entity.mentions)}
            matches = [e for e in line["entities"] if forms & {e["name"], *e["mentions"]}]
            predicted += 1
            right += bool(matches)
            typed += any(entity.type in [e["type"], *e.get("type_alt", [])] for e in matches)
    assert right / predicted > 0.9
    assert right / wanted > 0.9
    assert typed / wanted > 0.8


def article(line: dict[str, Any]) -> CleanArticle:
    length = len(line["body"])
    return CleanArticle(
        article_id=line["id"],
        title=line["title"],
        language=line["language"],
        text=line["body"],
        segments=(Segment(start=0, end=length, raw_start=0, raw_end=length),),
        removed=(),
        content_hash=line["id"],
    )


def test_a_text_that_comes_again_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tagger, text = HantaTagger(remembered=10), "Anna Berg wohnt in Lima."
    first = tagger.tag([text, text], ["de", "fr"])
    monkeypatch.setattr("agents.models.hanta.find", None)
    assert tagger.tag([text, text], ["fr", "de"]) == first[::-1]
    with pytest.raises(TypeError):  # another language is another text
        tagger.tag([text], ["en"])
