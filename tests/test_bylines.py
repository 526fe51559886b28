import pytest

from agents.clean import clean
from agents.clean.authors import byline_names
from agents.clean.bylines import marked_names, writers
from schemas import CleanArticle, RawArticle


def named(*lines: str, below: str = "") -> tuple[str, ...]:
    return writers(lines, [*lines, "", "", "", below], [False] * (len(lines) + 4), "Harbour Post")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Vom Deich berichtet Okka Harms-Tebbe", ("Okka Harms-Tebbe",)),
        ("Eine Reportage von Jens Uphoff und Mia Kort", ("Jens Uphoff", "Mia Kort")),
        ("Von unserer Korrespondentin Lea Brandt, Paris", ("Lea Brandt",)),
        ("Posted by Ira Feld on Mon 3 June 2024 at 9.15", ("Ira Feld",)),
        ("Words by Kim Lee & Bo Diaz", ("Kim Lee", "Bo Diaz")),
        ("Dispatch from Noor Aziz in Basra", ("Noor Aziz",)),
        ("Mis en ligne le lundi 3 juin 2024 à 9h15 par Zoé Le Goff", ("Zoé Le Goff",)),
        ("De notre envoyé spécial à Gaza, Rémi Vasseur", ("Rémi Vasseur",)),
        ("De nuestro corresponsal Juan Luis Pardo", ("Juan Luis Pardo",)),
        ("Una crónica de Ana Ruiz de la Peña", ("Ana Ruiz de la Peña",)),
        ("Informa Abel Quinto. Estambul, 7 de febrero", ("Abel Quinto",)),
        ("Eindrücke aus dem Kreishaus von Ute Kolb", ("Ute Kolb",)),
        ("Nos lo cuenta desde Londres Fermín Cruz", ("Fermín Cruz",)),
        ("Von Ursula von der Aue", ("Ursula von der Aue",)),
        ("Maud Ellery, science correspondent", ("Maud Ellery",)),
        ("Texto: Eva Sanz, fotos: Raúl Gil", ("Eva Sanz",)),
        ("Kim Lee, Global Health Editor", ("Kim Lee",)),
        ("Kim Lee Consumer Affairs Editor", ("Kim Lee",)),
        ("Par Zoé Le Goff (à Brest) et Rémi Vasseur", ("Zoé Le Goff", "Rémi Vasseur")),
        ("Harbour Post, Rémi VASSEUR. Publié le 15/09/2022 à 18h05.", ("Rémi VASSEUR",)),
    ],
)
def test_word_of_writing_or_role_makes_a_name_the_writers(
    line: str, names: tuple[str, ...]
) -> None:
    assert named(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Facebook Mastodon Pocket",
        "Foto von Anke Deertz",
        "Interview mit Angela Merkel",
        "Agence France-Presse",
        "Harbour Post",
        "Maud Ellery",
    ],
)
def test_other_capitals_name_nobody(line: str) -> None:
    assert named(line) == ()


def test_name_alone_counts_beside_a_date_or_with_a_box_about_it() -> None:
    assert named("Maud Ellery", "3 June 2024, 9:15") == ("Maud Ellery",)
    assert named("Maud Ellery | Leeds", below="Maud Ellery keeps bees.") == ("Maud Ellery",)
    assert named("Facebook Mastodon Pocket", "3 June 2024") == ()


def test_a_picture_s_credit_is_no_byline() -> None:
    lines = ("(Photo Thierry Lambert)", "Jeudi 20 mars 2025 à 18h45", "Zoé Le Goff")
    assert named(*lines) == ("Zoé Le Goff",)


def test_the_source_behind_a_name_is_no_part_of_it() -> None:
    assert named("Zoé Le Goff Harbour Post 15 novembre 2023, 21 h 47") == ("Zoé Le Goff",)


def test_the_source_in_a_line_of_its_own_is_no_writer() -> None:
    source = "Le Quotidien du Fleuve"
    lines = ["Guillaume Archambeau", source, "Publié le 8 avril 2023 à 11 h 05"]
    page = [source, *lines, *[""] * 9, f"© {source}"]
    assert writers(lines, page, [False] * len(page), source) == ("Guillaume Archambeau",)


def test_the_source_beside_a_name_makes_it_the_writers() -> None:
    assert named("Mine to close", "Maud Ellery / Harbour Post") == ("Maud Ellery",)
    assert named("Mine to close", "Maud Ellery / Other Post") == ()
    assert named("Mine to close", "Maud Ellery, Harbour Postmistress of Leeds") == ()


@pytest.mark.parametrize("line", ["Words: Ana Ruiz", "Por Ana Ruiz, corresponsal en Buenos Aires"])
def test_what_a_writer_is_or_where_is_no_second_name(line: str) -> None:
    assert byline_names(line) == ("Ana Ruiz",)


def test_markup_needs_no_word_before_the_name() -> None:
    assert marked_names("Maud Ellery, Leeds bureau · 3 June 2024") == ("Maud Ellery",)
    line = "Rocío Mena / José Cabezas. Jueves, 16 de octubre de 2025"
    assert marked_names(line) == ("Rocío Mena", "José Cabezas")
    assert marked_names("ROCÍO MENA / C. CABEZAS (Madrid)") == ("ROCÍO MENA", "C. CABEZAS")
    text = "Por Rocío Mena (Algeciras) y José Cabezas (Valencia)"
    assert marked_names(text) == ("Rocío Mena", "José Cabezas")
    assert marked_names("Brest / Sevilla Domingo, 13 octubre 2024 - 12:51") == ()
    assert marked_names("escribe Octavio Lancho|9 respuestas") == ("Octavio Lancho",)


def test_persons_are_found_by_their_id_in_the_graph() -> None:
    script = (
        '{"@graph": [{"@type": "Person", "@id": "#p", "name": "Maud Ellery"},'
        '{"@type": "NewsArticle", "headline": "Mine to close", "author": [{"@id": "#p"}]}]}'
    )
    page = f'<script type="application/ld+json">{script}</script><p>' + "The mine will close. " * 9
    answer = clean(RawArticle(id="a", content=page, content_type="text/html"))
    assert isinstance(answer, CleanArticle)
    assert answer.author == ("Maud Ellery",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Maud Ellery (with AP)", ("Maud Ellery",)),
        ("Maud Ellery", ("Maud Ellery",)),
        ("Cardew", ()),
        ("Maud Ellery, Harbour Post/Reuters", ("Maud Ellery",)),
        ("Maud Ellery, Other Post/Reuters", ()),
    ],
)
def test_a_name_alone_right_below_the_text_signs_it(line: str, names: tuple[str, ...]) -> None:
    text = "The mine in the valley will close in spring, its owners told the miners on Monday. " * 2
    content = f"Mine to close\n\n3 June 2024\n\n{text}\n\n{text[:90]} again.\n\n{line}\n"
    answer = clean(
        RawArticle(id="a", content=content, content_type="text/plain", source="Harbour Post")
    )
    assert isinstance(answer, CleanArticle)
    assert answer.author == names


def test_a_tag_below_the_text_is_no_signature() -> None:
    text = "The mine in the valley will close in spring, its owners told the miners on Monday."
    body = f"<h1>Mine to close</h1><p>{text}</p><p>Its owner Maud Ellery spoke. {text}</p>"
    for tag in ("Maud Ellery", "<a href='/t'>Ira Feld</a>"):
        page = f"<html><body><div>{body}<p>{tag}</p></div></body></html>"
        answer = clean(RawArticle(id="a", content=page, content_type="text/html"))
        assert isinstance(answer, CleanArticle)
        assert answer.author == ()


def test_of_text_and_pictures_the_text_s_name_is_the_writers() -> None:
    assert named("Severin Tann (Text), Corinne Zahn (Bilder)") == ("Severin Tann",)
    assert named("Tilo Rentz and Jo Kamen", "Do., 12.09.2024, 17:20") == ("Tilo Rentz", "Jo Kamen")
    line = "Tilo Rentz und Jo Kamen Do., 12.09.2024, 17:20 Uhr"
    assert marked_names(line) == ("Tilo Rentz", "Jo Kamen")


TEXT = [
    "The council of Ostby voted on Tuesday to close the old harbour bridge for repairs until May.",
    "Engineers had warned the council since the spring that the bridge could carry no lorries.",
    "The repairs of the harbour bridge will cost the council forty million crowns, it was told.",
]


@pytest.mark.parametrize("date", ["10 June 2025, 18.25 Uhr", "10 de junio de 2025, 18:25 hs."])
@pytest.mark.parametrize("is_above", [True, False])
def test_byline_and_date_may_stand_above_the_headline(is_above: bool, date: str) -> None:
    told, title = [date, "BY MAUD ELLERY", "Harbour"], "Harbour bridge to close for repairs"
    head = [*told, title, TEXT[0]] if is_above else [title, TEXT[0], *told]
    answer = clean(RawArticle(id="a", content="\n\n".join([*head, *TEXT[1:]])))
    assert isinstance(answer, CleanArticle)
    assert (answer.title, answer.author) == (title, ("Maud Ellery",))
    assert answer.published_at is not None
    assert answer.published_at.isoformat() == "2025-06-10T18:25:00+00:00"
    assert answer.text == "\n\n".join(TEXT)
