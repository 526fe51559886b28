import pytest

from agents.clean.authors import as_written, byline_names, names_in, only_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Von Ursula von der Aue und Dr. Max Muster", ("Ursula von der Aue", "Max Muster")),
        ("by Caroline Westby March 29, 2021", ("Caroline Westby",)),
        ("Ann Smith, Reuters", ("Ann Smith",)),
        ("Anna Berg (dpa)", ("Anna Berg",)),
        ("Michael O'Brien and Jean-Luc Picard", ("Michael O'Brien", "Jean-Luc Picard")),
        ("ana@x.example (Ana Ruiz Soto)", ("Ana Ruiz Soto",)),
        ("By ANNA BERG Staff Writer", ("ANNA BERG",)),
        ("Anna Berg • 3 min read", ("Anna Berg",)),
        ("By Ada Quill-Brant Consumer Affairs Editor", ("Ada Quill-Brant",)),
        ("Mary Ann Smith, Chief Political Correspondent", ("Mary Ann Smith",)),
        ("By Dan West Editor", ("Dan West",)),
        ("By Our Foreign Staff", ()),
        ("Agencia EFE", ()),
        ("Reuters Staff", ()),
        ("Redaktion", ()),
        ("", ()),
    ],
)
def test_persons_are_taken_out_of_an_author_string(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


def test_sources_own_name_is_no_author() -> None:
    assert names_in("Harbour Post", source="Harbour Post") == ()


def test_byline_needs_its_word() -> None:
    assert byline_names("Por **Nuria Belmar** • 20 de agosto de 2023") == ("Nuria Belmar",)
    assert byline_names("Nuria Belmar gana el premio") == ()


def test_line_with_more_than_names_is_none() -> None:
    assert only_names("Ada Brant and Bo Lind") == ("Ada Brant", "Bo Lind")
    assert only_names("Ada Brant wins the prize") == ()
    assert only_names("#Bridges #Repairs #HolmCounty") == ()  # keywords


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("ANNA BERG", "Anna Berg"),
        ("Gwenaëlle LE DRÉAU", "Gwenaëlle Le Dréau"),
        ("Jean-Luc GARRIGOU-LAGRANGE", "Jean-Luc Garrigou-Lagrange"),
        ("PJ Harvey", "PJ Harvey"),
        ("Anna Berg", "Anna Berg"),
        ("DPA", "DPA"),
    ],
)
def test_shouted_names_are_written_in_small_letters(name: str, written: str) -> None:
    assert as_written(name) == written


@pytest.mark.parametrize("name", ["John D. Rockefeller III", "Anna Schmidt ARD"])
def test_numerals_and_acronyms_keep_their_capitals(name: str) -> None:
    assert as_written(name) == name
