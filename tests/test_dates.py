from datetime import UTC, datetime

import pytest

from agents.clean.dates import find_time, has_date, read_time

BASE = datetime(2024, 6, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("2024-03-05T10:15:00+01:00", "en", "2024-03-05T09:15"),
        ("Tue, 05 Mar 2024 10:00:00 +0100", "en", "2024-03-05T09:00"),
        ("20240305T101500Z", "en", "2024-03-05T10:15"),
        ("1709633700", "en", "2024-03-05T10:15"),
        ("1709633700000", "en", "2024-03-05T10:15"),
        ("March 5, 2024 10:15 PM · Updated 8 hours ago", "en", "2024-03-05T22:15"),
        ("Stand: 5. März 2024, 21:30 Uhr", "de", "2024-03-05T21:30"),
        ("Publié le 5 mars 2024 à 09h30", "fr", "2024-03-05T09:30"),
        ("Actualizado: 05/03/2024 a las 22:30", "es", "2024-03-05T22:30"),
        ("5 de marzo de 2024", "es", "2024-03-05T00:00"),
        ("5 marca 2024, 10:15", "pl", "2024-03-05T10:15"),
        ("03/05/2024", "en", "2024-03-05T00:00"),
        ("05/03/2024", "de", "2024-03-05T00:00"),
        ("05.03.24 - 20:45", "de", "2024-03-05T20:45"),
        ("gestern 12:00", "de", "2024-05-31T12:00"),
        ("March 5, 2024, 10am EST", "en", "2024-03-05T15:00"),
        ("03/05/2024 9:30 AM EDT", "en", "2024-03-05T13:30"),
        ("05/03/2024 10:35am AEST", "en", "2024-03-05T00:35"),
        ("05/03/2024 9.30am (BST)", "en", "2024-03-05T08:30"),
        ("05/03/2024 4pm NZDT", "en", "2024-03-05T03:00"),
        ("03/05/2024 10:15 UTC", "en", "2024-03-05T10:15"),
    ],
)
def test_common_forms_are_read(text: str, language: str, iso: str) -> None:
    found = read_time(text, language, BASE)
    assert found is not None
    assert found.isoformat().startswith(iso)
    assert found.utcoffset() is not None


@pytest.mark.parametrize("text", ["", "soon", "2024", "99.99.2024", "1.2.3", "x" * 5_000])
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert read_time(text, "de", BASE) is None


def test_day_after_the_fetch_is_read_the_other_way_round() -> None:
    assert find_time("01/07/2024", "es", BASE) == datetime(2024, 1, 7, tzinfo=UTC)
    assert find_time("01/07/2024", "es") == datetime(2024, 7, 1, tzinfo=UTC)


def test_relative_date_without_a_base_is_unknown() -> None:
    assert read_time("yesterday", "en") is None


def test_date_within_a_line_is_found() -> None:
    assert has_date("von Tobias Rehm | Stand: 19. März 2023")
    assert not has_date("Im März kamen 2023 Besucher")
