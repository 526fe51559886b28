"""The programs of others, and what they are given."""

import json
import sys
from pathlib import Path

import pytest

from streams.bench import environments
from streams.bench.articles import clean_articles
from streams.bench.errors import BenchError
from streams.bench.programs import RIVALS, Program, rival
from streams.bench.trial import attempt
from streams.bench.versus import versus
from streams.broker.admin import TopicSpec, create_topics
from streams.broker.embedded import EmbeddedBroker
from streams.settings import Settings

NAMES = ("kafka_python_loop", "faust_agent")  # they run on the packages that we have
IGNORES = (
    "import sys, kafka\n"
    "address, source, target = sys.argv[1:]\n"
    "producer = kafka.KafkaProducer(bootstrap_servers=address)\n"
    "where = dict(bootstrap_servers=address, auto_offset_reset='earliest')\n"
    "for message in kafka.KafkaConsumer(source, **where):\n"
    '    producer.send(target, key=message.key, value=b\'{"text": "x"}\').get(9)\n'
    "    break\n"
)


@pytest.mark.broker
def test_an_article_without_its_summary_is_an_error(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    settings = Settings(bootstrap=broker.bootstrap)
    topics = (topic_prefix + "source", topic_prefix + "target")
    create_topics(settings.connection, [TopicSpec(name, 1, 1) for name in topics])
    command = (sys.executable, "-c", IGNORES, broker.bootstrap, *topics)
    articles = {b"warm": b"{}", b"one": b"{}"}
    with pytest.raises(BenchError, match="left 1 of 1 articles without a summary"):
        attempt(Program("sloth", command, {}), settings.connection, topics, articles, tmp_path)


def test_no_two_articles_share_a_sentence() -> None:
    articles = [json.loads(value) for value in clean_articles(Settings(), 40)]
    lines = [line for article in articles for line in article["text"].split("\n\n")]
    assert len(articles) == 40
    assert len(set(lines)) == len(lines)


def test_who_needs_no_packages_runs_on_ours(tmp_path: Path) -> None:
    found = {environments.python_for(name, tmp_path) for name in NAMES}
    assert found == {Path(sys.executable)}
    assert list(tmp_path.iterdir()) == []


def test_elsewhere_than_in_a_checkout_the_error_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environments, "_PINS", tmp_path)
    with pytest.raises(BenchError, match=r"quix_streams .* from a checkout"):
        environments.python_for("quix_streams", tmp_path)


def test_others_speak_to_an_open_broker_only() -> None:
    settings = Settings(bootstrap="broker:9092", security_protocol="SSL")
    with pytest.raises(BenchError, match="without TLS"):
        next(versus(settings, NAMES, 4, 1, "run"))


@pytest.mark.parametrize("name", RIVALS)
def test_every_rival_is_a_program_with_its_pins(name: str) -> None:
    script = Path(rival(name, Path(sys.executable)).command[1])
    assert 40 <= len(script.read_text("utf-8").splitlines()) <= 90
    pins = Path(__file__).parents[1] / "requirements" / "rivals" / f"{name}.txt"
    assert pins.is_file() == RIVALS[name]
    assert not RIVALS[name] or "--hash=sha256:" in pins.read_text("utf-8")
