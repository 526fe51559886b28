"""Models named by numbers, and amounts that look like them."""

import pytest
from naming import found


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("From Boeing it takes 190 of the 737 Max and 10 of the 777X.", "en", "737 Max"),
        ("From Boeing it takes 190 of the 737 Max and 10 of the 777X.", "en", "777X"),
        ("The carrier flies the 787 Dreamliner to Delhi.", "en", "787 Dreamliner"),
        ("It has leased 11 Boeing 777s and 25 Airbus jets.", "en", "Boeing 777s"),
        ("A Boeing 737-800 crashed near the runway.", "en", "Boeing 737-800"),
        ("Los 737 MAX vuelan otra vez.", "es", "737 MAX"),
    ],
)
def test_models_are_products(text: str, language: str, name: str) -> None:
    assert found(text, language).get(name) == "PRODUCT"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("That costs 80 billion, or about Rs 6.6 lakh crore.", "en"),
        ("They were paid Rp 500,000 a day.", "en"),
        ("He ended the year as world No 1 again.", "en"),
        ("Minuto 123, mano a mano.", "es"),
        ("Minute 94, tout bascule.", "fr"),
    ],
)
def test_amounts_are_no_names(text: str, language: str) -> None:
    assert not found(text, language)


def test_the_prime_minister_s_house_is_no_rank() -> None:
    assert "No 10" in found("Sources from No 10 told the Guardian so.", "en")


def test_a_summit_is_no_money() -> None:
    assert "COP 28" in found("Leaders met at the COP 28 summit.", "en")
