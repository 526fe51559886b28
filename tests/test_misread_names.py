"""Ordinary sentences beside the rules for names: cases, parties, crafts, laws and titles."""

import pytest
from naming import found


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Olaf Scholz (Mitte) mit Annalena Baerbock (links) kam.", {"Olaf Scholz"}),
        ("de", "Er steht in der Mitte, die FDP will das nicht.", {"FDP"}),
        ("de", "Die Firma Weber Maschinenbau GmbH baut.", {"Weber Maschinenbau GmbH"}),
        ("de", "Der Zug fuhr von Köln nach Köln zurück.", {"Köln"}),
        ("de", "Die Ärzte fanden einen Knoten in der Achselhöhle.", set()),
        ("en", "Manchester City v. Arsenal was postponed.", {"Manchester City", "Arsenal"}),
        ("en", "The court cited Roe v. Wade in its ruling.", {"Roe v. Wade"}),
        ("en", "A man died in Ayrshire on Monday.", {"Ayrshire"}),
        ("es", "La banda de El chapo cayó.", set()),
        ("es", "Los vecinos de La cañada protestan.", set()),
        ("fr", "La proposition de loi LFI a été rejetée.", {"LFI"}),
        ("fr", "En vertu de la loi Israël peut expulser.", {"Israël"}),
    ],
)
def test_what_only_looks_like_another_name_is_read_as_it_is(
    language: str, text: str, names: set[str]
) -> None:
    assert set(found(text, language)) == names
