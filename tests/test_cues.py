"""Cue phrases: found by a whole word anywhere in a block, or by the beginning of one."""

import pytest

from agents.clean.cues import all_cues
from agents.clean.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Jeden Morgen unser Newsletterangebot", "newsletter*"),
        ("Start with a free trial of everything", "free trial"),
    ],
)
def test_a_phrase_is_found_within_a_block(text, phrase):
    tokens = tokens_of(text)
    found = all_cues().find(tokens, len(tokens))
    assert found is not None
    assert found.phrase == phrase


def test_a_word_that_only_begins_like_a_stem_is_none():
    tokens = tokens_of("Der Rat nannte neue Informationen spät")
    assert all_cues().find(tokens, len(tokens)) is None
