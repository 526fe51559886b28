from textwrap import wrap

import pytest

from agents.clean.cues import all_cues
from agents.clean.lines import read_lines

SENTENCE = "Der Rat hat am Dienstag in einer langen Sitzung den Haushalt der Stadt beschlossen."


def texts(source: str) -> list[str]:
    return [block.text for block in read_lines(source, all_cues())]


def test_each_line_is_a_block() -> None:
    assert texts("Eins\nZwei\n\nDrei") == ["Eins", "Zwei", "Drei"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    paragraph = (
        "   Der Rat hat am Dienstag in einer langen Sitzung den neuen\n"
        "   Haushalt der Stadt beschlossen. Die Opposition stimmte nach\n"
        "   einer hitzigen Debatte geschlossen dagegen und kündigte eine\n"
        "   Klage an."
    )
    joined = " ".join(paragraph.split())
    assert texts(f"{paragraph}\n\n{paragraph}\n\n{paragraph}") == [joined] * 3


def test_wrapped_paragraphs_part_without_blank_lines() -> None:
    one = (
        "The council voted on Tuesday to repair the bridge across the\n"
        "river, which has been closed since the spring flood of last\n"
        "year. Work starts in May."
    )
    assert texts("\n".join([one] * 4)) == [" ".join(one.split())] * 4


def test_markdown_is_read_as_it_is_rendered() -> None:
    source = f"# Titel\n\n**Mehr:** [Ein Link](/a)\n\n{SENTENCE}\n\n- [Noch einer](/b)"
    blocks = read_lines(source, all_cues())
    assert [block.text for block in blocks] == ["Titel", "Mehr: Ein Link", SENTENCE, "- Noch einer"]
    assert [block.kind for block in blocks] == ["h", "p", "p", "li"]
    assert blocks[3].link_share > 0.6


def test_one_endless_line_is_cut_at_sentences() -> None:
    assert texts(" ".join([SENTENCE] * 20)) == [SENTENCE] * 20


def test_numbers_of_a_text_browser_are_not_text() -> None:
    source = "[1]Start [2]Politik [3]Sport\n[4]Abo [5]Kontakt\n" + SENTENCE
    assert texts(source)[0] == "Start Politik Sport"


def test_a_subhead_between_dashes_is_a_block_of_its_own() -> None:
    full = "The council voted on Tuesday to repair the old bridge that leads over"
    lines = [full, "the river before winter.", *[full] * 8, "- Critics in the town -", full, "it."]
    assert "- Critics in the town -" in texts("\n".join(lines))


def test_an_endless_line_without_spaces_is_cut_after_its_stops() -> None:
    sentence = (
        "市政府周二决定关闭老桥进行维修，工程预计持续一年半，居民需要绕行，商家则担心顾客减少。"
    )
    assert [block.text for block in read_lines(sentence * 40, all_cues())] == [sentence] * 40


WRAPPED = (
    "The ferry between Holm and Ostby stays in the harbour until spring because\n"
    "its engine has to come from a yard that closed two years ago. The captain\n"
    "said on Monday that the crew would be paid until then."
)
WRAPPED_TOO = (
    "The Council of Ostby wants to know why nobody had ordered the parts when\n"
    "the yard still had them. It has asked the company for all of its letters\n"
    "since the winter before last, and for the names of those who read them."
)


def one_line(text: str) -> str:
    return text.replace("\n", " ")


@pytest.mark.parametrize(
    "teaser",
    [
        "READ ALSO: Carver of Holm sells the last of his horses to the museum now",
        "AUDIO: The carver of Holm and the secret of his horses, told by himself (4 min)",
    ],
)
def test_a_teaser_and_a_credit_among_wrapped_lines_are_blocks_of_their_own(teaser: str) -> None:
    credit = "Reporting by Ida Quill"
    source = "\n".join([WRAPPED, teaser, WRAPPED_TOO, credit])
    assert texts(source) == [one_line(WRAPPED), teaser, one_line(WRAPPED_TOO), credit]


def test_a_sentence_that_begins_like_a_credit_stays_in_its_paragraph() -> None:
    last = (
        "It has been a hard winter for all of those who live on the ferry, he said.\n"
        "Reporting by the crew itself was forbidden, the captain of the ferry added\n"
        "when the council asked him about it."
    )
    source = "\n".join([WRAPPED, WRAPPED_TOO + "\n" + last])
    assert texts(source) == [one_line(WRAPPED), one_line(WRAPPED_TOO + "\n" + last)]


def test_a_byline_that_had_filled_the_headline_s_line_is_none_of_it() -> None:
    title = "The ferry of Holm stays in the harbour until spring comes"
    byline = "Redaction / Agency North"
    body = wrap(one_line(WRAPPED) + " " + one_line(WRAPPED_TOO) + " " + one_line(WRAPPED), 74)
    assert texts("\n".join([title, byline, *body]))[:2] == [title, byline]


def test_a_name_with_a_place_above_the_date_is_no_end_of_a_headline() -> None:
    title = "The ferry of Holm stays in the harbour, and still nobody knows why"
    body = wrap(one_line(WRAPPED) + " " + one_line(WRAPPED_TOO) + " " + one_line(WRAPPED), 74)
    byline = "Wilhelmina Brandt-Holm in Ostby"
    lines = [title, byline, "13 June 2023, 3.20 pm", *body]
    assert texts("\n".join(lines))[:2] == [title, byline]
    assert texts("\n".join([title, byline, *body]))[0] == f"{title} {byline}"


@pytest.mark.parametrize(
    "teaser",
    [
        "VIDEO: The finest walks round the harbour (2:15). To be seen: Mimi\nHolm on a horse",
        "-- Advertisement -- Thirsty? First think, then drink. From the brewery\nHolm Pale --",
    ],
)
def test_a_teaser_that_was_wrapped_is_one_block(teaser: str) -> None:
    source = "\n\n".join([WRAPPED, teaser, WRAPPED_TOO])
    assert texts(source) == [one_line(WRAPPED), one_line(teaser), one_line(WRAPPED_TOO)]
