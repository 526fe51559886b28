"""What several test modules share."""

import uuid
from collections.abc import Iterator

import pytest

from streams.broker.embedded import EmbeddedBroker


@pytest.fixture(scope="session")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBroker]:
    """One real Kafka for all tests: use names of your own (`topic_prefix`), never stop it."""
    with EmbeddedBroker(tmp_path_factory.mktemp("broker") / "data") as running:
        yield running


@pytest.fixture
def topic_prefix(request: pytest.FixtureRequest) -> str:
    """Begins every topic and group name of a test, so that tests never meet on the broker."""
    del request
    return f"t{uuid.uuid4().hex[:8]}."
