"""The demo's show, where something is missing."""

from pathlib import Path

import pytest

from streams.broker.admin import create_topics
from streams.broker.embedded import EmbeddedBroker
from streams.cli import show
from streams.cli.faults import CommandError
from streams.cli.stopping import Stop, until_stopped
from streams.loading import load
from streams.settings import Settings
from streams.topic_specs import topic_specs


@pytest.fixture
def settings(broker: EmbeddedBroker, topic_prefix: str) -> Settings:
    found = load({"bootstrap": broker.bootstrap, "topic_prefix": topic_prefix, "partitions": 1})
    create_topics(found.connection, topic_specs(found))
    return found


@pytest.mark.broker
def test_articles_that_never_come_end_the_demo_with_the_workers_last_words(
    settings: Settings,
    broker: EmbeddedBroker,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(show, "DEADLINE_S", 0.5)
    crew = show.Crew(broker, ["clean"])
    crew.hear("clean", "I am thinking")
    with pytest.raises(CommandError, match="0 of 16 articles are through"):
        show.Show(settings, crew, 16, Stop(), once=True).run()
    assert "clean | I am thinking" in capsys.readouterr().err


@pytest.mark.broker
def test_a_requested_stop_ends_the_show_quietly(settings: Settings, broker: EmbeddedBroker) -> None:
    with until_stopped() as stop:
        stop.is_requested = True
        show.Show(settings, show.Crew(broker, ["clean"]), 16, stop, once=True).run()
        pytest.fail("it went on")


def test_a_broker_that_ended_ends_the_demo(tmp_path: Path) -> None:
    crew = show.Crew(EmbeddedBroker(tmp_path), ["clean"])
    with pytest.raises(CommandError, match="Kafka ended by itself"):
        crew.check()
