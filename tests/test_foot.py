"""The foot of an article: what stands below it, and what of it stands below boxes."""

import pytest
from bridge import BODY, TITLE, cleaned
from report import FIRST, LAST, SECOND, text_of

FAIR = (
    "Next weekend the fair for old houses opens its doors in the halls of Elmstead near the "
    "harbour. For three days more than a hundred craftsmen show roofs, lime and stoves for every "
    "purse and festival. Whoever brings a card pays nothing, and there is room for a thousand cars "
    "in the meadow by the hill. The halls are heated and dogs may come along if they are kept on a "
    "lead all day long."
)


def test_nothing_is_of_the_article_below_its_keywords() -> None:
    other = FAIR.replace("Elmstead", "Dunford").replace("hundred", "thousand")
    text = text_of(FIRST, SECOND, LAST, "Topics: Ferries, Engines", FAIR, other)
    assert text == f"{FIRST}\n\n{SECOND}\n\n{LAST}"


@pytest.mark.parametrize("label", ["Good to know", "Did you know?"])
def test_a_note_goes_with_the_label_of_its_box(label: str) -> None:
    note = "The ferry of Ostby was built in 1968; its engine came from a yard in Holm."
    assert text_of(FIRST, SECOND, f"{label}\n{note}", LAST) == text_of(FIRST, SECOND, LAST)


def test_a_subhead_stays_that_an_advertisement_parts_from_its_text() -> None:
    advert = "Advertisement\nHansen Motors in Holm: the new van is here.\nA bakery for sale"
    text = text_of(FIRST, "Work almost done", advert, SECOND, LAST)
    assert text.split("\n\n") == [FIRST, "Work almost done", SECOND, LAST]


def test_an_advertisement_with_a_label_is_no_reader() -> None:
    advert = "Advertisement\n\nSatchels by Orb and Vale: they have a wide choice at Jensen's, Holm."
    told = (
        "Whether the festival helps is told by three houses of learning in the coming spring, and "
        "first answers about the towns that had none of it are due in the summer after that."
    )
    readers = ["Reader forum", "Hein_Mueck", "We had nothing of that and it was fine as well."]
    teaser = "Reading tip: Radio Holm looks for talents"
    assert told in text_of(FIRST, SECOND, advert, teaser, told, "Print this", *readers)


def test_a_paragraph_among_those_of_the_page_stays_below_a_box() -> None:
    last = (
        "“We had rehearsed it since May on a track in Elm, where races are lost,” said Una Quill."
    )
    box = (
        "<div class='b'><h4>In figures</h4><ul><li>Gold: 2:50</li><li>Silver: 2:51</li></ul></div>"
    )
    teaser = "<p class='t'><a href='/n'>The man who mends tower clocks</a></p>"
    paragraphs = "".join(f"<p class='k'>{paragraph}</p>" for paragraph in BODY)
    page = f"<h1>{TITLE}</h1>{paragraphs}{box}{teaser}<p class='k'>{last}</p>"
    text = cleaned(f"<html><body><main>{page}</main></body></html>").text
    assert last in text
    assert "tower clocks" not in text
