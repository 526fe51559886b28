"""Ids: stable, safe as keys and headers, never the same for two things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import article_id, canonical_url, clean_id, content_hash, entity_id, event_id


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://X.Example", "https://x.example/"),
        ("HTTPS://x.example:443/A?b=2&a=1#top", "https://x.example/A?a=1&b=2"),
        ("http://x.example:80/", "http://x.example/"),
        ("http://x.example:8080/", "http://x.example:8080/"),
        ("https://user:secret@x.example/a", "https://x.example/a"),
        ("https://x.example/a?utm_source=y&UTM_Medium=z&fbclid=1", "https://x.example/a"),
        ("https://x.example/a?ref=17", "https://x.example/a?ref=17"),
        ("https://x.example/story?17", "https://x.example/story?17"),
        ("https://x.example/a?b=", "https://x.example/a?b="),
        ("https://x.example/a?q=%FC", "https://x.example/a?q=%FC"),
        ("https://x.example/a?utm_sources_of_life=1", "https://x.example/a"),
        ("https://x.example/a?gclidx=1", "https://x.example/a?gclidx=1"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
        (" https://x.example/a ", "https://x.example/a"),
        ("urn:newsml:x:1", "urn:newsml:x:1"),
        ("http://[broken", "http://[broken"),
        ("https://x.example:port/", "https://x.example:port/"),
        ("/relative?b=1&a=2", "/relative?b=1&a=2"),
        ("", ""),
    ],
)
def test_urls_are_made_canonical(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [("https://x.example/s?17", "https://x.example/s?18"),
     ("https://x.example/s?q=%FC", "https://x.example/s?q=%F6"),
     ("https://x.example/s?a=1%26b=2", "https://x.example/s?a=1&b=2")],
)  # fmt: skip
def test_different_pages_stay_different(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@given(st.text() | st.from_regex(r"https?://[a-zA-Z.\[\]:@]{1,9}/[a-z?&=#%]{0,9}", fullmatch=True))
def test_canonical_urls_are_their_own_canonical_form(url: str) -> None:
    assert canonical_url(canonical_url(url)) == canonical_url(url)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (" a b ", "a b"),
        ("a\r\nb\x00c\x7f", "abc"),
        ("a\u200bb\u2028c", "abc"),
        ("a\ud800b", "ab"),
        ("größe/1", "größe/1"),
        ("\x00", ""),
        ("a" * 256, "a" * 256),
    ],
)
def test_ids_are_made_safe(text: str, cleaned: str) -> None:
    assert clean_id(text) == cleaned


def test_long_ids_are_hashed_and_stay_different() -> None:
    one, other = clean_id("a" * 10_000), clean_id("a" * 10_001)
    assert one == "long:a4cbe5b134a67fa322e9b6770fbe1e6e"
    assert one != other


@given(st.text(st.characters(), max_size=300))
def test_clean_ids_are_short_printable_and_clean_already(text: str) -> None:
    cleaned = clean_id(text)
    assert len(cleaned) <= 256
    assert cleaned.encode().decode() == cleaned
    assert clean_id(cleaned) == cleaned


def test_an_article_goes_by_id_then_url_then_content() -> None:
    assert article_id("a", "https://x.example/", "c") == "a"
    assert article_id(" \x00", "https://x.example#top", "c") == "https://x.example/"
    assert article_id(None, None, "c") == f"hash:{content_hash('c')}"
    assert article_id(None, None, None) == f"hash:{content_hash('')}"


def test_content_hashes_are_blind_to_case_width_and_white_space() -> None:
    assert content_hash("Straße  １\n") == content_hash("STRASSE 1")
    assert content_hash("e\u0301") == content_hash("é")
    assert content_hash("a b") != content_hash("ab")


def test_bytes_are_hashed_as_they_are() -> None:
    assert content_hash(b"A") != content_hash(b"a")


def test_a_pile_of_accents_is_hashed_in_reasonable_time() -> None:
    """Without a limit, normalising it would take hours: each mark is sorted past all others."""
    pile = "a" + "\u0301\u0316" * 500_000
    assert content_hash(pile) == content_hash(pile + " ")


def test_halves_of_characters_are_hashed() -> None:
    assert content_hash("\ud800") != content_hash("\udc00")


def test_event_ids_depend_on_every_part_and_its_borders() -> None:
    ids = {event_id(*p) for p in [("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), (b"abc", "x")]}
    assert len(ids) == 5
    assert event_id("a", b"b") == event_id(b"a", "b")


def test_entity_ids_depend_on_name_and_type() -> None:
    assert entity_id("Köln ", "LOC") == entity_id("köln", "LOC")
    assert entity_id("Köln", "LOC") != entity_id("Köln", "ORG")


def test_ids_never_change() -> None:
    assert content_hash("Köln") == "84c1a40548723eefbb6b9dcbb1bbc6fb"
    assert event_id("clean", "1", "m@2") == "b13a21cb2caae8e2930a652cdcffb0e4"
    assert entity_id("Köln", "LOC") == "loc:cd19786dc41ca1ad"
