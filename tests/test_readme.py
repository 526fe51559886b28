"""README.md says what is so: commands, settings, topics, stages, links, and code that runs."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commands import named_in, parse
from mill import mill

from streams.broker.embedded import EmbeddedBroker
from streams.cli import COMMANDS
from streams.pipeline import Choices, pipeline
from streams.readme_tables import commands_table, env_example, filled_in, settings_table
from streams.settings import Settings, variable
from streams.topics import TOPICS, Topic

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PYTHON = re.findall(r"^```python\n(.*?)^```", README, re.M | re.S)
ROWS = {name: cells for name, *cells in re.findall(r"^\| `news\.(\w+)` \| (.+) \| (.+) \| (.+) \|$",
                                                   README, re.M)}  # fmt: skip


def test_it_fits_on_few_screens() -> None:
    assert len(README.splitlines()) <= 150


def test_its_tables_are_those_of_the_code() -> None:
    tables = {"settings": settings_table(), "commands": commands_table(COMMANDS)}
    assert all(f"<!-- table: {name} -->\n" in README for name in tables)
    assert filled_in(README, tables) == README, "run python -m streams.readme_tables"
    for name in Settings.model_fields:
        assert f"| `{variable(name)}` |" in README
    for name in COMMANDS:
        assert f"| `newsmill {name}` |" in README


def test_a_table_is_replaced_between_its_marks_alone() -> None:
    page = "a\n<!-- table: x -->\nold\n<!-- end -->\nb\n"
    assert filled_in(page, {"x": "new\n"}) == page.replace("old", "new")
    with pytest.raises(KeyError):
        filled_in(page, {})


def test_a_default_is_shown_as_a_variable_would_have_it() -> None:
    assert "\n# NEWSMILL_STATIC_MEMBERSHIP=true\n" in env_example()
    assert "\n# NEWSMILL_BOOTSTRAP=\n" in env_example()
    assert "\n# NEWSMILL_DATA_DIR=\n" in env_example()


@pytest.mark.parametrize("words", [words for words in named_in(README) if words not in COMMANDS])
def test_commands_exist_with_their_arguments(words: str, tmp_path: Path) -> None:
    parse(words.split(), tmp_path)


def test_settings_that_it_names_exist() -> None:
    named = set(re.findall(r"NEWSMILL_[A-Z_]*[A-Z]", README))
    named |= {variable(name) for name in re.findall(r"--set (\w+)=(?!value)", README)}
    assert named - {variable(name) for name in Settings.model_fields} == set()


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_topics_are_as_it_says(topic: Topic) -> None:
    value, _, cleanup = ROWS[topic.name]
    assert cleanup == topic.cleanup_policy
    events = {form.__name__ for form in topic.carries} - {"RawArticle"}
    assert set(re.findall(r"`(\w+)`", value)) == events


def test_there_are_no_other_topics() -> None:
    named = set(re.findall(r"\bnews\.(\w+)", README))
    assert set(ROWS) == named == {topic.name for topic in TOPICS}


@pytest.mark.parametrize("stage", pipeline(Choices()), ids=lambda stage: stage.name)
def test_the_picture_has_every_stage(stage: Any) -> None:
    assert f"─ {stage.name} ─ news.{stage.target.name}" in README
    assert f"news.{stage.source.name} ─" in README


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", README)
    inside = [target for target in targets if not target.startswith("https://")]
    assert len(inside) > 4
    assert [target for target in inside if not (ROOT / target).exists()] == []


def test_make_has_the_targets() -> None:
    made = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    named = set(re.findall(r"`make (\w+)", README))
    assert {"demo", "test"} <= named <= made


@pytest.fixture
def names() -> Iterator[dict[str, Any]]:
    """What the code in the README names; its clients are closed in the end."""
    found: dict[str, Any] = {}
    yield found
    for client in ("producer", "consumer"):
        if client in found:
            found[client].close()


@pytest.mark.broker
def test_its_code_sends_an_article_and_gets_it_back(
    broker: EmbeddedBroker,
    topic_prefix: str,
    tmp_path: Path,
    names: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
) -> None:
    (code,) = PYTHON
    code = code.replace("localhost:9092", broker.bootstrap).replace('"news.', f'"{topic_prefix}')
    with mill(broker.bootstrap, topic_prefix, tmp_path / "mill", "clean", partitions=1):
        exec(compile(code, "README.md", "exec"), names)
    assert "The harbour is open." in capsys.readouterr().out
