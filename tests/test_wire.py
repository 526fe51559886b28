"""Agencies' messages: each agency's header, notes, wrapping and close, around the same reports."""

import textwrap

import pytest

from agents.clean import clean
from agents.clean.wire import without_marks
from schemas import CleanArticle, RawArticle

DE = [
    "Die Werft in Norddeich muss nach mehr als hundert Jahren schließen, weil der letzte große "
    "Auftrag für eine Fähre ausgeblieben ist. Das teilte die Geschäftsführung am Montag mit.",
    "Betroffen sind 240 Beschäftigte der Werft, unter ihnen dreißig Lehrlinge. Sie sollen in eine "
    "Gesellschaft wechseln, die der Hafen und die Gewerkschaft gemeinsam tragen.",
    "Der Bürgermeister sprach von einem schwarzen Tag für den Hafen. Er will mit der Werft über "
    "die Hallen verhandeln, in denen künftig Windräder gebaut werden könnten.",
]
EN = [
    "The last slate quarry in Cardew valley will close in spring because nobody wants to buy its "
    "roof tiles any more, its owners told the quarrymen in the canteen of the quarry on Monday.",
    "The quarry employs 310 people, among them forty apprentices. Its owners promised to pay for "
    "their courses, and to keep a dozen quarrymen who will make the quarry's walls safe.",
    "The mayor said that the valley had lost its pride. She wants the quarry's narrow railway to "
    "carry visitors, which has saved many a valley in the west whose quarries closed before.",
]
ES = [
    "La fábrica de vidrio de Villaluenga cerrará en primavera porque sus dueños no han encontrado "
    "comprador, según comunicó la empresa a los trabajadores de la fábrica en una asamblea.",
    "El cierre de la fábrica afecta a 180 trabajadores, muchos de ellos hijos de vidrieros. Más de "
    "la mitad tiene menos de cincuenta años y ha pedido cursos a la empresa.",
    "La alcaldesa habló de un día negro para el pueblo. Quiere que la empresa ceda las naves para "
    "un museo del vidrio, como se ha hecho ya en otros lugares.",
]
FR = [
    "La dernière filature de Valmorel fermera au printemps, faute de repreneur pour ses métiers, a "
    "annoncé lundi la direction aux salariés réunis dans la cour de la filature.",
    "La filature emploie 180 ouvriers, dont beaucoup sont enfants de fileurs. Me Paul Servan, leur "
    "avocat, a annoncé qu'il saisirait le tribunal de commerce dès cette semaine.",
    "La maire de Valmorel a parlé d'un jour noir pour la vallée. Elle veut que la filature cède "
    "ses halles à un musée du textile, comme cela s'est fait ailleurs.",
]


def wrapped(paragraphs: list[str], opening: str, width: int = 72) -> str:
    """The paragraphs as some agencies send them, the first behind the place."""
    texts = [opening + paragraphs[0], *paragraphs[1:]]
    return "\n\n".join(textwrap.fill(text, width) for text in texts)


def read(content: str) -> CleanArticle:
    result = clean(RawArticle(article_id="a", content=content, content_type="text/plain"))
    assert isinstance(result, CleanArticle)
    return result


DPA = (
    "bdt0417 3 wi 371 dpa 1182\n\nSchifffahrt/Unternehmen/Niedersachsen/\n"
    "(Zusammenfassung 1330 - neu: Bürgermeister)\n"
    "Letzte Werft in Norddeich schließt nach mehr als hundert Jahren =\n\n"
    "Norddeich (dpa) - " + "\n\n".join(DE) + "\n\n"
    "# Notizblock\n\n## Redaktionelle Hinweise\n- Ein Überblick folgt bis 17.00 Uhr, ca. 60 Zl\n\n"
    "dpa bka yyzz n1 gma\n171614 Nov 25\n"
)
APA = (
    "APA0341 5 WI 0353 II/CI                                  Mo, 17.Nov 2025\n\n"
    "Schifffahrt/Unternehmen/Personalabbau/\n\nLetzte Werft in Norddeich schließt im Herbst\n\n"
    'Utl.: Bürgermeister: "Schwarzer Tag" - 240 Beschäftigte betroffen =\n\n'
    "   Norddeich (APA) - " + "\n\n   ".join(DE) + "\n\n"
    "   Grafik 0187-25, Format 88 x 84 mm\n\n(Schluss) hlw/tsk\n\n"
    " WEB   http://www.werft.example\nAPA0341    2025-11-17/12:48\n\n171248 Nov 25\n"
)
AP = (
    "r a BC-US--Slate-Quarry-Closing, 2nd Ld-Writethru 11-17 0541\n"
    "^BC-US--Slate-Quarry-Closing, 2nd Ld-Writethru,0541<\n"
    "^Last slate quarry in Cardew valley to close in spring<\n"
    "^Eds: UPDATES: With quote from the mayor. Adds contributor line.<\n^By PAULA HARGREAVE<\n\n"
    "Priority: r   Category: f   Keywords: slate, mining, business, Cardew valley\n"
    "\n" + wrapped(EN, "CARDEW, W.Va. (AP) _ ") + "\n\nAP-NY-11-17-25 1842EST\n\njlp/mke/rss\n\n"
    "ALSO MOVING: Ferry to stop for winter; BC-US--Wild-Goalie; BC-US--Range-Wolves and more\n"
)
PA = (
    "COPYLINE NORTH - GENERAL - 19:42\n\n1 QUARRY Cardew\n\n"
    "Last slate quarry in Cardew valley will close in spring\n\nBy Rhian Tasker, PA\n\n"
    + wrapped(EN[:2], "")
    + "\n\nmf QUARRY Cardew page 1\n\npa QUARRY Cardew page 2\n\n"
    + textwrap.fill(EN[2], 72)
    + "\n\nENDIT\n\n171942 NOV 25\n\nrht/dbl\n\nNote to editors: an audio clip is on the portal.\n"
)
REUTERS = (
    "RTX0227 3 BUS 468 GBL Slate\nSLATE-CARDEW/CLOSURE (UPDATE 2)\n\n"
    "UPDATE 2-Last slate quarry in Cardew valley to close in spring\n\nBy Naomi Bellweather\n"
    "17-Nov-2025 14:30 GMT\n\n"
    + wrapped(EN, "CARDEW, Nov 17 (Reuters) - ")
    + "\n\n(Reporting by Naomi Bellweather; Editing by Lorna Haig)\n\n"
    "For related coverage, double-click on codes in brackets:\nFerry talks adjourned [FER/TALKS]\n"
)
EFE = (
    "TELETIPOS > Servicio continuo\n\nEUR1187 3 ECO 0512 LAB-SOC 17-11-2025 18:22:00 GMT-6\n"
    "VILLALUENGA VIDRIO (Crónica)\n"
    "La última fábrica de vidrio de Villaluenga cerrará en primavera\n"
    "(Actualiza con las reacciones de la alcaldesa) (Foto)\n   Villaluenga, 17 nov (EFE).- "
    + "\n   ".join(ES)
    + " EFE\n++ Infografía disponible para los abonados ++\njcz/mqt/eat\n(c) Agencia EFE\n\n"
    "Previsiones para mañana\nToledo: apertura de la feria del mueble\n"
)
AFP = (
    "FIL CONTINU / Monde / Europe\n\nECO0418 4 E 0391 FRA /AFP-RC19\n"
    "Entreprises-textile-emploi,LEAD\n\nLa dernière filature de Valmorel fermera au printemps\n"
    "(Papier général, actualisé avec réactions)\n\n"
    + wrapped(FR, "Valmorel, 17 nov 2025 (AFP) - ")
    + "\n\ngso/jmg/ncp\n\nAFP 171558 GMT NOV 25\n\n"
    "A SUIVRE : encadré sur les filatures de la vallée, qui furent jadis douze, vers 19H00 GMT\n"
)
NOV_17 = "2025-11-17T"
MESSAGES = {
    "dpa": (
        DPA,
        DE,
        "Letzte Werft in Norddeich schließt nach mehr als hundert Jahren",
        "16:14",
        (),
    ),
    "apa": (APA, DE, "Letzte Werft in Norddeich schließt im Herbst", "12:48", ()),
    "ap": (
        *(AP, EN, "Last slate quarry in Cardew valley to close in spring", "23:42"),
        ("Paula Hargreave",),
    ),
    "pa": (
        *(PA, EN, "Last slate quarry in Cardew valley will close in spring", "19:42"),
        ("Rhian Tasker",),
    ),
    "reuters": (
        *(REUTERS, EN, "Last slate quarry in Cardew valley to close in spring", "14:30"),
        ("Naomi Bellweather",),
    ),
    "afp": (AFP, FR, "La dernière filature de Valmorel fermera au printemps", "15:58", ()),
}


@pytest.mark.parametrize("agency", MESSAGES)
def test_an_agency_s_message_is_read(agency: str) -> None:
    content, paragraphs, title, clock, author = MESSAGES[agency]
    article = read(content)
    assert article.text.split("\n\n") == paragraphs
    assert article.title == title
    assert article.author == author
    assert article.published_at is not None
    assert article.published_at.isoformat() == f"{NOV_17}{clock}:00+00:00"


def test_a_zone_in_the_header_is_minded() -> None:
    article = read(EFE)
    assert article.text.split("\n\n") == ES
    assert article.title == "La última fábrica de vidrio de Villaluenga cerrará en primavera"
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2025-11-18T00:22:00+00:00"


def test_a_day_that_only_the_foot_tells_is_found() -> None:
    article = read(
        "ESC2214 4 DEP 0431\n\nVILLALUENGA VIDRIO\n(Crónica)\n\nCierra el vidrio de Villaluenga\n\n"
        "     Villaluenga, 17 nov (EFE).- " + "\n     ".join(ES) + "\n\n     EFE\n"
        "     jcp/arh/og\n     1011014\n     17/11/2025-18:02 (GMT+1)\n"
    )
    assert article.text.split("\n\n") == ES
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2025-11-17"


def test_a_numbered_update_is_the_headline_below_its_slug() -> None:
    article = read(
        "VILLALUENGA-VIDRIO/CIERRE (ACTUALIZA 2)\n"
        "ACTUALIZA 2-La última fábrica de vidrio de Villaluenga cierra en primavera\n\n"
        "Por Graciela Benítez\n\n17 nov 2025 18:42\n\n    * La alcaldesa pide un museo\n\n"
        "    VILLALUENGA, 17 nov (Reuters) - " + "\n    ".join(ES) + "\n"
    )
    assert article.title == "La última fábrica de vidrio de Villaluenga cierra en primavera"
    assert article.text.split("\n\n") == ES


def test_a_subhead_between_dashes_stays() -> None:
    parts = [FR[0], FR[1], "- Un jour noir pour la vallée -", FR[2]]
    article = read(AFP.replace(wrapped(FR, "Valmorel, 17 nov 2025 (AFP) - "),
                               wrapped(parts, "Valmorel, 17 nov 2025 (AFP) - ")))  # fmt: skip
    assert article.text.split("\n\n") == parts


@pytest.mark.parametrize("at", [1, 3])
def test_a_line_for_editors_is_no_text_and_ends_it_where_little_follows(at: int) -> None:
    note = "Notiz an die Redaktionen: Der Wirtschaftsdienst bietet um 16 Uhr eine Übersicht an."
    rest = "Korrigiert wird in der zweiten Fassung die Zahl; bitte frühere Meldungen vernichten."
    parts = [*DE[:at], note, *([rest] if at == 3 else []), *DE[at:]]
    article = read(DPA.replace("\n\n".join(DE), "\n\n".join(parts)))
    assert article.text.split("\n\n") == DE


def test_indented_lines_begin_paragraphs() -> None:
    texts = [textwrap.fill(text, 70, initial_indent="    ") for text in EN]
    head = "\n\n".join(["Last slate quarry in Cardew valley to close", "Monday", "By Ada Brant"])
    article = read("\n".join([head, "", *texts, "($1 = 0.7612 pounds)"]))
    assert article.text.split("\n\n") == EN


def test_a_web_page_s_text_with_a_place_and_an_agency_is_no_message() -> None:
    """Its lines around the text are a page's, so the page's rules hold."""
    page = "\n\n".join(
        ["Startseite | Wirtschaft", "Letzte Werft in Norddeich schließt", "17.11.2025, 12:04",
         "Norddeich (dpa) - " + DE[0], *DE[1:], "Mehr zum Thema: Fähre läuft aus"]
    )  # fmt: skip
    article = read(page)
    assert article.title == "Letzte Werft in Norddeich schließt"
    assert article.text.split("\n\n") == DE


@pytest.mark.parametrize("width", [60, 72, 78])
def test_wrapped_text_beside_longer_lines_is_joined(width: int) -> None:
    long = "MORE ON THIS TOPIC: " + "a line that nobody wrapped goes on and on and on " * 3
    page = f"Last slate quarry in Cardew valley to close\n\n{wrapped(EN, '', width)}\n\n{long}\n"
    assert read(page).text.split("\n\n")[:3] == EN


@pytest.mark.parametrize(
    ("headline", "bare"),
    [
        ("UPDATE 2-Quarry to close", "Quarry to close"),
        ("WRAPUP 1-Quarry to close", "Quarry to close"),
        ("COVID 19-Impfungen beginnen", "COVID 19-Impfungen beginnen"),
    ],
)
def test_only_agencies_words_are_taken_off_a_headline(headline: str, bare: str) -> None:
    assert without_marks(headline) == bare


def test_a_paragraph_about_an_editor_is_no_line_for_editors() -> None:
    editor = "Attention turned to editor Lorna Haig, who had called the quarry's end years before."
    place = "CARDEW, Nov 17 (Reuters) - "
    article = read(REUTERS.replace(wrapped(EN, place), wrapped([*EN, editor], place)))
    assert article.text.split("\n\n") == [*EN, editor]
