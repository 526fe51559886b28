"""Topics: one for every event, named by a setting."""

import pytest

from schemas import CleanArticle, Event, RawArticle, Summary, Withdrawal
from streams.topics import CLEAN, RAW, SUMMARIES, TOPICS, named, topic_of


@pytest.mark.parametrize(
    ("form", "topic"),
    [(RawArticle, RAW), (CleanArticle, CLEAN), (Withdrawal, CLEAN), (Summary, SUMMARIES)],
)
def test_every_event_has_its_topic(form: type[Event], topic: object) -> None:
    assert topic_of(form) is topic


def test_no_event_has_two_topics() -> None:
    forms = [form for topic in TOPICS for form in topic.carries]
    assert len(forms) == len(set(forms))


def test_topics_go_by_their_prefix() -> None:
    assert named((RAW, CLEAN), "x.") == {"x.raw": RAW, "x.clean": CLEAN}


def test_topics_are_those_of_the_contract() -> None:
    policies = {name: topic.cleanup_policy for name, topic in named(TOPICS, "news.").items()}
    assert policies == {
        "news.raw": "delete",
        "news.clean": "delete",
        "news.summaries": "compact,delete",
        "news.entities": "compact,delete",
        "news.rejected": "delete",
        "news.journey": "delete",
    }
