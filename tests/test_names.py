"""Which mentions are one entity, and its name."""

from typing import NamedTuple

import pytest

from agents.recognize.german.inflection import nominative_name
from agents.recognize.names import grouped
from agents.recognize.persons import looks_personal
from agents.recognize.shortened import abbreviates, by_short_form, initials
from schemas import EntityType


class Placed(NamedTuple):
    start: int
    end: int
    type: EntityType | None


def groups(text: str, *forms: tuple[str, EntityType | None], language: str = "en") -> list[str]:
    """The groups as `name: form, form`; forms are looked up in the text one behind the other."""
    spans, position = [], 0
    for form, kind in forms:
        start = text.index(form, position)
        position = start + len(form)
        spans.append(Placed(start, position, kind))
    found = [text[s.start : s.end] for s in spans]
    return [f"{n}: {', '.join(found[i] for i in m)}" for n, m in grouped(text, spans, language)]


def test_a_last_name_joins_the_full_name() -> None:
    text = "Trump won. Donald Trump spoke."
    found = groups(text, ("Trump", "PER"), ("Donald Trump", "PER"))
    assert found == ["Donald Trump: Trump, Donald Trump"]


def test_a_last_name_of_several_words_joins() -> None:
    text = "Ursula von der Leyen came; von der Leyen left."
    found = groups(text, ("Ursula von der Leyen", "PER"), ("von der Leyen", "PER"))
    assert found == ["Ursula von der Leyen: Ursula von der Leyen, von der Leyen"]


def test_a_genitive_is_a_form_of_the_name() -> None:
    text = "Anna Berg kam. Bergs Rede, Portugals Rolle, Portugal."
    forms: list[tuple[str, EntityType | None]]
    forms = [("Anna Berg", "PER"), ("Bergs", "PER"), ("Portugals", "LOC"), ("Portugal", "LOC")]
    found = groups(text, *forms, language="de")
    assert found == ["Anna Berg: Anna Berg, Bergs", "Portugal: Portugals, Portugal"]


def test_a_lone_genitive_of_a_place_is_named_without_it() -> None:
    assert groups("Frankreichs Wahl", ("Frankreichs", "LOC"), language="de") == [
        "Frankreich: Frankreichs"
    ]


def test_a_defined_acronym_joins_its_long_form() -> None:
    text = "Der Verein Freier Imker (VFI) klagt. Der VFI hofft."
    forms: list[tuple[str, EntityType | None]] = [("Verein Freier Imker", "ORG"), ("VFI", "ORG")]
    assert groups(text, *forms, ("VFI", "ORG"), language="de") == [
        "Verein Freier Imker: Verein Freier Imker, VFI, VFI"
    ]


def test_a_party_in_brackets_is_not_its_politician() -> None:
    found = groups("Karl Lang (SPD) sprach.", ("Karl Lang", "PER"), ("SPD", "ORG"), language="de")
    assert found == ["Karl Lang: Karl Lang", "SPD: SPD"]


def test_initials_join_without_a_definition() -> None:
    text = "The Federal Bee Administration met. FBA staff came."
    found = groups(text, ("Federal Bee Administration", "ORG"), ("FBA", "ORG"))
    assert found == ["Federal Bee Administration: Federal Bee Administration, FBA"]


def test_spellings_of_a_brand_are_one() -> None:
    text = "Tik-Tok and TikTok and Tiktok"
    found = groups(text, ("Tik-Tok", "PRODUCT"), ("TikTok", "PRODUCT"), ("Tiktok", "PRODUCT"))
    assert found == ["Tik-Tok: Tik-Tok, TikTok, Tiktok"]


def test_who_is_called_alike_in_the_end_is_one() -> None:
    text = "Die Credit Suisse fiel. Der Credit-Suisse-Chef ging."
    found = groups(text, ("Credit Suisse", "ORG"), ("Credit-Suisse", "ORG"), language="de")
    assert found == ["Credit Suisse: Credit Suisse, Credit-Suisse"]


def test_the_first_word_stands_for_a_company_but_not_for_another_institution() -> None:
    text = "Norden Airlines flew. Norden fell. Lisbon Port Authority acted in Lisbon."
    forms: list[tuple[str, EntityType | None]] = [("Norden Airlines", "ORG"), ("Norden", "ORG")]
    found = groups(text, *forms, ("Lisbon Port Authority", "ORG"), ("Lisbon", "LOC"))
    assert found == [
        "Norden Airlines: Norden Airlines, Norden",
        "Lisbon Port Authority: Lisbon Port Authority",
        "Lisbon: Lisbon",
    ]


def test_no_spans_no_groups() -> None:
    assert groups("nothing") == []


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("THW", "Technisches Hilfswerk", True),
        ("Aemet", "Agencia Estatal de Meteorología", True),
        ("SPD", "Karl Lang", False),
        ("LM", "Alma", False),
        ("X", "Xylo Union", False),
    ],
)
def test_letters_of_an_abbreviation_stand_in_order(short: str, long: str, fits: bool) -> None:
    assert abbreviates(short, long) is fits


def test_initials_leave_small_words_out() -> None:
    assert initials("Bank of North-East England") == "BNEE"


def test_digits_and_institutions_are_not_personal() -> None:
    assert looks_personal(["Jane", "Doe"])
    assert not looks_personal(["Jane"])
    assert not looks_personal(["Falcon", "9"])
    assert not looks_personal(["Jane", "Institute"])


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Deutschen Bahn", "Deutsche Bahn"),
        ("Deutschen Wetterdienstes", "Deutscher Wetterdienst"),
        ("Russischen Nationalen Zentrum", "Russisches Nationales Zentrum"),
        ("Amtliche Komitee für Bienen", "Amtliches Komitee für Bienen"),
        ("Rotes Kreuz", "Rotes Kreuz"),
        ("Anna Berg", "Anna Berg"),
        ("Nationalen", "Nationalen"),
    ],
)
def test_german_institutions_are_named_without_article(form: str, name: str) -> None:
    assert nominative_name(form) == name


def test_a_plural_s_genitive_does_not_lead_back_to_itself() -> None:
    text = "The Springboks' captain smiled. Springboks won."
    found = groups(text, ("Springboks'", None), ("Springboks", None))
    assert found == ["Springboks': Springboks', Springboks"]


def test_long_names_are_known_by_their_first_word_their_ends_and_their_initials() -> None:
    found = by_short_form(["Ada", "Ada de Berg", "Ida Berg", " ", "Ana Paz Ruiz"])
    assert found == {
        "Ada": {"Ada de Berg": 1},
        "de Berg": {"Ada de Berg": 1},
        "Berg": {"Ada de Berg": 1, "Ida Berg": 2},
        "AB": {"Ada de Berg": 1},
        "Ida": {"Ida Berg": 2},
        "IB": {"Ida Berg": 2},
        "Ana": {"Ana Paz Ruiz": 4},
        "Paz": {"Ana Paz Ruiz": 4},
        "Paz Ruiz": {"Ana Paz Ruiz": 4},
        "Ruiz": {"Ana Paz Ruiz": 4},
        "APR": {"Ana Paz Ruiz": 4},
    }


def test_a_short_form_stands_for_the_first_name_that_fits() -> None:
    text = "Berg met Ida Berg Foundation, Ida Berg, Ada Berg"
    found = groups(
        text,
        ("Berg", "PER"),
        ("Ida Berg Foundation", "ORG"),
        ("Ida Berg", "PER"),
        ("Ada Berg", "PER"),
    )
    assert found[:2] == ["Ida Berg: Berg, Ida Berg", "Ida Berg Foundation: Ida Berg Foundation"]
