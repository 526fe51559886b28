"""Paragraphs and sentences."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.text import paragraphs, sentences


def split(text, language):
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "pieces"),
    [
        ("de", ["Am 3. Mai kam z. B. Dr. Müller um 5 Uhr.", "Er blieb."]),
        ("de", ["Der 1. FC Köln gewann 3:2.", "Danach feierte das 19. Jahrhundert."]),
        ("de", ["Er wurde 45.", "Die Polizei kam am 24. Dezember."]),
        ("de", ["Es sind 2,5 Mio. Euro.", "J. R. R. Tolkien schrieb usw.", "Der Rest fehlt."]),
        ("de", ["„Das ist gut.", "Wir gehen“, sagte er.", "„Wirklich?“ fragte sie."]),
        ("de", ["Angeklagt ist Johann S.", "Der Prozess beginnt i. d. R. Montag."]),
        (
            "en",
            [
                "Mr. Smith met U.S. officials at 5 p.m. on Jan. 5.",
                "He said no.",
                "The U.S.",
                "It won.",
            ],
        ),
        (
            "en",
            [
                "It paid 3.5 percent to Gen. J. P. Doe.",
                "Hubble's.",
                "“Stop!” he said.",
                "Why?",
                "“No.”",
            ],
        ),
        (
            "en",
            [
                "The vote was 79 to 18.",
                "The House had passed it.",
                "It changed his mind.",
                "So be it.",
            ],
        ),
        (
            "fr",
            [
                "« Nous irons. »",
                "Il l’a dit à M. Le Pen et J.-P. Martin.",
                "« Vraiment ? » a-t-il dit.",
            ],
        ),
        ("fr", ["Le CO2, etc.", "Les autres, no. 1 et art. 3."]),
        (
            "es",
            [
                "El Sr. García dijo: «No vamos».",
                "¿Por qué?",
                "¡No!",
                "EE. UU. ganó.",
                "Los EE.UU.",
                "Los otros.",
            ],
        ),
        ("zh", ["这是一个句子。", "这是另一个！", "次です。"]),
        ("zh", ["“我们会去。”他说。", "“真的吗？”", "“不。”她说，“你去。”", "天黑了。"]),
        ("ja", ["雨だ。", "「行く。」と語った。", "「行く。」", "「来る。」"]),
        ("el", ["Γιατί τώρα;", "Ο κ. Παππάς δεν απάντησε.", "Έφυγε."]),
        ("ar", ["لماذا الآن؟", "لم يجب الوزير.", "غادر."]),
        ("ur", ["وزیر نے کہا۔", "وہ چلے گئے۔"]),
        ("hi", ["मंत्री ने कहा।", "वे चले गए।"]),
        ("ru", ["Он живёт на ул. Ленина.", "Музей им. Пушкина закрыт."]),
        ("cs", ["Mluvil s Ing. Novákem a Mgr. Dvořákem.", "Odešel."]),
        ("da", ["Mødet begynder kl. 15.", "Det gælder bl.a. Aarhus."]),
        ("sv", ["”Vi går.”", "”Nej”, sade hon.", "– Vi stannar."]),
        ("und", ["Mr. Smith left.", "Die Sonne scheint.", "Il pleut…", "Basta!"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(language, pieces):
    joiner = "" if language in ("zh", "ja") else " "
    assert split(joiner.join(pieces), language) == pieces


def test_no_sentence_crosses_a_blank_line():
    text = "A heading\n\nOne sentence. Another\none.\n \nLast"
    assert split(text, "en") == ["A heading", "One sentence.", "Another\none.", "Last"]


def test_paragraphs_lie_between_blank_lines():
    text = "\n\n one \n\n\n two\nlines\n\n"
    assert [text[a:b] for a, b in paragraphs(text)] == ["one", "two\nlines"]


def test_a_numbered_list_keeps_its_numbers():
    assert split("1. First this. Then that.", "en") == ["1. First this.", "Then that."]


@given(
    st.text(alphabet="aB1 .!?…\n\"»“”'’,äß。-", max_size=80), st.sampled_from(["de", "en", "und"])
)
def test_sentences_cover_every_visible_character_once(text, language):
    found = sentences(text, language)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(a < b for a, b in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


@pytest.mark.parametrize("unit", ["a.", ". ", "。”", "?", "\n", "\n ", ". »", ".'", "A. "])
def test_hostile_text_is_cut_in_linear_time(unit):
    text = unit * 100_000  # quadratic time would take hours
    assert all(0 <= start < end <= len(text) for start, end in sentences(text, "de"))
