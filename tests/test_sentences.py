"""Headlines, openings and cuts: what a summary does with single sentences."""

import pytest

from agents.summarize.headline import headline
from agents.summarize.openers import dangles
from agents.summarize.trim import trimmed


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (None, None),
        ("  ", None),
        ("Two ferries\n collide", "Two ferries collide"),
        ("Ferries collide in the harbour of Ostby – fourteen passengers taken to hospital, all "
         "crossings off", "Ferries collide in the harbour of Ostby"),
        ("Fourteen people taken to hospital after ferries collide in the harbour of Ostby, "
         "crossings off until Friday", "Fourteen people taken to hospital after ferries collide "
         "in the harbour of Ostby"),
        ("Ostby harbour: Ferries collide and fourteen passengers are taken to hospital after the "
         "crash", "Ferries collide and fourteen passengers are taken to hospital after the crash"),
        ("Ostby – the ferries that collided are towed to the quay with all passengers on board by "
         "noon – all crossings off", "Ostby – the ferries that collided are towed to the quay with "
         "all passengers on board by…"),
        ("word " * 30, "word " * 17 + "word…"),
        ("x" * 200, "x" * 89 + "…"),
    ],
)  # fmt: skip
def test_a_headline_is_the_title_or_ends_where_it_may(title, expected):
    assert headline(title) == expected
    assert len(headline(title) or "") <= 90


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Doch dies scheiterte."), ("de", "Er trat zurück."), ("de", "Das teilte sie mit."),
        ("de", "Zudem steigen die Preise."), ("en", "He also left."), ("en", "But prices rose."),
        ("en", "However, they left."), ("en", "“This is it,” he said."), ("fr", "Elle a gagné."),
        ("fr", "C’est un record."), ("es", "Sin embargo, ella ganó."), ("es", "También subió."),
    ],
)  # fmt: skip
def test_openings_that_lean_on_the_sentence_before_are_known(language, sentence):
    assert dangles(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Das Gericht in Köln sprach ihn frei."), ("de", "Eric Meyer trat zurück."),
        ("en", "The court ruled."), ("en", "Hershey sold it."), ("en", "Itemised bills rose."),
        ("fr", "Le tribunal a tranché."), ("fr", "Il y a eu deux blessés."),
        ("es", "El tribunal falló."), ("pl", "On wrócił."),
    ],
)  # fmt: skip
def test_openings_that_stand_alone_are_let_be(language, sentence):
    assert not dangles(sentence, language)


@pytest.mark.parametrize(
    ("language", "whole", "short"),
    [
        ("en", "However, the line (GWR) will stay.", "The line will stay."),
        ("en", "The (alleged) killer was arrested.", None),
        ("en", "The drug is (in)effective.", None),
        ("de", "Das gilt für (Nicht-)Raucher.", None),
        ("en", "Exports (excluding Russia) rose.", None),
        ("en", "However, iPhone sales fell.", "iPhone sales fell."),
        ("de", "Die Lage ist ernst jedoch nicht hoffnungslos.", None),
        ("en", "The line lost 5 million (2019: 3 million).", None),
        ("en", "The office (HMO) agreed.", None),
        ("de", "Der Verband kritisierte den Schritt jedoch scharf.", "Der Verband kritisierte den "
         "Schritt scharf."),
        ("de", "Er kam, jedoch zu spät.", None),
        ("de", "Er kam nicht jedoch oft.", None),
        ("es", "Sin embargo, el banco (BNX) ganó.", "El banco ganó."),
    ],
)  # fmt: skip
def test_only_what_can_go_goes(language, whole, short):
    assert trimmed(whole, language, "The HMO said so.") == (short or whole)
