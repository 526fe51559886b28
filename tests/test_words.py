"""Sentences as words with offsets."""

import pytest

from agents.recognize.words import split


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Boeing's 737 MAX", ["Boeing", "'s", "737", "MAX"]),
        ("en", "Panama-flagged ship", ["Panama", "-flagged", "ship"]),
        ("en", "the U.S. Navy", ["the", "U.S.", "Navy"]),
        ("en", "Jean-Luc and al-Sisi", ["Jean-Luc", "and", "al-Sisi"]),
        ("fr", "L’Oréal et d'or", ["L’", "Oréal", "et", "d'", "or"]),
        ("de", "ID.3 und T-Roc, 9-Euro-Tickets", ["ID.3", "und", "T-Roc", ",", "9-Euro-Tickets"]),
        ("es", "¿Qué? «Sí»", ["¿", "Qué", "?", "«", "Sí", "»"]),
    ],
)
def test_text_is_cut_into_words(language: str, text: str, words: list[str]) -> None:
    assert [w.text for sentence in split(text, language) for w in sentence] == words
    assert all(text[w.start : w.end] == w.text for s in split(text, language) for w in s)


def test_a_quotation_and_a_colon_begin_anew() -> None:
    [sentence] = split("Er sagte: „Heute kommt Anna.“", "de")
    assert [w.text for w in sentence if w.first] == ["Er", "Heute"]


def test_paragraphs_are_sentences_of_their_own() -> None:
    assert [len(s) for s in split("Ein Titel\n\nAnna kam. Ben ging.", "de")] == [2, 3, 3]
