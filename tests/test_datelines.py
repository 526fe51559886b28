"""Datelines with a dash and no agency: a place, perhaps a day, in each language's wording."""

import pytest

from agents.clean.datelines import dateline_length


@pytest.mark.parametrize(
    "opening",
    [
        "LIMA — ",
        "Paris - ",
        "MÜNCHEN – ",
        "PARIS, 25 novembre - ",
        "Genève, le 25 novembre 2025 – ",
        "Paris, mardi 25 novembre — ",
        "Alger, le 1er novembre - ",
        "MADRID, 25 de noviembre de 2025 — ",
        "Wien, Dienstag, 25. November – ",
        "NEW DELHI: ",
        "DIAMNIADIO (Teranga Matin) – ",
        "Monterrey, N.L.- ",
        "Washington, D.C. – ",
        "THE HAGUE, Netherlands, Nov 17 AP - ",
        "Lyon, 25 novembre, AFP – ",
    ],
)
@pytest.mark.parametrize("text", ["Le maire est parti.", "« Nous partons », dit-il.", "«Vamos»."])
def test_place_and_day_before_a_dash_are_a_dateline(opening: str, text: str) -> None:
    assert dateline_length(opening + text) == len(opening)


@pytest.mark.parametrize(
    "text",
    [
        "Paris – eine Stadt feiert – und keiner schläft.",
        "Paris – Eine Stadt feiert – und keiner schläft.",
        "Paris, 25 fois championne – et toujours aussi seule.",
        "Lima, la capitale — et le reste du pays.",
        "LIVE: Le maire est parti.",
        "Le directeur de l'AFP - Pierre Favre - est parti.",
        "Paris, 25 novembre, NATO - le sommet.",
    ],
)
def test_a_sentence_that_begins_with_a_place_is_no_dateline(text: str) -> None:
    assert dateline_length(text) == 0
