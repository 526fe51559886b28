"""Adverts and polls in full sentences, without a word that any list would name."""

from collections.abc import Sequence

import pytest
from report import FIRST, LAST, SECOND, text_of

PITCHES = [
    "Does your attic let in the rain? Ostby Slate covers barns, sheds and whole streets, and our "
    "crews can start within the week.",
    "Who should open the festival next year? A captain / The mayor / Nobody at all.",
]
ADVICE = [
    "You need a ticket for the open air, and you can only buy it at the harbour office, where you "
    "should be before noon because the festival of Ostby sells no more than 300 of them.",
    "If your bus comes late, you may still enter the harbour by the eastern gate of the festival, "
    "and the crews will show you to your seats in front of Grey Water.",
]


@pytest.mark.parametrize("pitch", PITCHES)
def test_what_asks_the_reader_and_sells_goes(pitch: str) -> None:
    assert text_of(FIRST, SECOND, pitch, LAST) == f"{FIRST}\n\n{SECOND}\n\n{LAST}"


def test_question_that_addresses_nobody_stays() -> None:
    asking = (
        "Why did the jury of the festival wait until Sunday? The harbour of Ostby had been closed "
        "for a storm, and the crews of Grey Water were late."
    )
    assert asking in text_of(FIRST, SECOND, asking, LAST)


def test_article_that_advises_its_readers_keeps_its_questions() -> None:
    asking = (
        "Do you want to see Grey Water? Then you should be at the harbour of Ostby early, since "
        "the festival keeps no seats."
    )
    assert asking in text_of(FIRST, *ADVICE, asking, LAST)


def test_question_that_opens_the_article_stays() -> None:
    lead = (
        "Have you ever slept on a ferry? The director of Grey Water has, and the festival of Ostby "
        "gave her five prizes for what she saw there."
    )
    assert text_of(lead, FIRST, SECOND, LAST).startswith(lead)


SPANISH = [
    "El festival de Ostby premió el domingo la película Agua Gris, que ganó cinco galardones, más "
    "que ninguna otra, y su directora dio las gracias a las tripulaciones del puerto.",
    "El jurado dijo que Agua Gris había mostrado el puerto como nadie antes, con tripulaciones que "
    "se interpretan a sí mismas y una tormenta rodada en una sola noche.",
]


@pytest.mark.parametrize(
    "parts",
    [
        (
            SPANISH[0],
            "Ambiente festivo en la plaza al conocerse el resultado / Foto Estudio Tena",
            SPANISH[1],
        ),
        (*SPANISH, "Colaboró con esta nota Fresia Manquián, desde Ostby."),
    ],
    ids=["picture", "helper"],
)
def test_credit_of_a_picture_or_a_helper_goes(parts: Sequence[str]) -> None:
    assert text_of(*parts) == "\n\n".join(SPANISH)
