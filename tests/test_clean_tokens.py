"""Words and signs: parted at white space first, which no token crosses."""

import pytest

from agents.clean.tokens import _TOKEN, tokens_of


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat stimmt zu: 3,5\u00a0Prozent (dpa)",
        "L’été d'un\tgéant\n\nΟΔΥΣΣΕΥΣ ΣΑΣ, ΣΑΣ.",
        "  \x1c gap\x85line\u2003wide  ",
        "",
    ],
)
def test_tokens_are_those_of_the_whole_text(text):
    assert tokens_of(text) == _TOKEN.findall(text.lower())


def test_scripts_without_spaces_are_cut_in_pieces_of_a_words_length():
    assert tokens_of("市議会は 予算") == ["市議", "会は", "予算"]
