"""Boxes about the writer below the text, and paragraphs of the article that only sound like one."""

from agents.clean import clean
from schemas import CleanArticle, RawArticle

LEAD = [
    "In a disused quarry near Elmsford lives a newt that was thought to have died out decades ago."
    " Petra Lindqvist of the museum found the animals during a count at night.",
    "The team has counted 28 adult newts so far. The animals sit in shallow pools that formed in"
    " the quarry when the digging stopped.",
    "The find upsets plans for a trading estate. The owner of the quarry wanted to put up sheds.",
]
NAMED = "Mara Holt of the county called it a minor sensation. European law now guards the pools."
AFTER = "The museum will fit the animals with trackers in spring, to learn where the newts winter."
BOX = "Mara Holt has written for this paper since 1998 and keeps bees on the roof of her house."


def text_of(*paragraphs: str) -> str:
    lines = [
        "Rare newt found in quarry near Elmsford",
        "Words: Mara Holt, 3 June 2024",
        *paragraphs,
    ]
    answer = clean(RawArticle(id="a", content="\n".join(lines)))
    assert isinstance(answer, CleanArticle)
    assert answer.author == ("Mara Holt",)
    return answer.text


def test_paragraph_that_names_the_writer_amid_the_article_stays() -> None:
    paragraphs = [*LEAD, NAMED, AFTER]
    assert text_of(*paragraphs) == "\n\n".join(paragraphs)


def test_box_about_the_writer_goes() -> None:
    assert text_of(*LEAD, AFTER, BOX) == "\n\n".join([*LEAD, AFTER])


def test_box_about_the_writer_goes_though_readers_comments_follow() -> None:
    comment = "I have seen newts in the quarry near Elmsford myself, and nobody would believe me."
    assert text_of(*LEAD, AFTER, BOX, comment) == "\n\n".join([*LEAD, AFTER])


def test_post_of_the_writer_amid_the_article_is_no_box_about_the_writer() -> None:
    post = "Mara Holt @maraholt · 3 Jun. A child asks whether newts can hear us. Silence. #newts"
    later = [NAMED, "The owner of the quarry and the museum want to meet before the summer.", AFTER]
    assert text_of(*LEAD, post, *later) == "\n\n".join([*LEAD, *later])
