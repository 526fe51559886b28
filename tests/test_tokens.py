"""Tokens from a command: run without a shell, kept while they are good."""

import asyncio
import base64
import json
import shlex
import sys
from pathlib import Path

import pytest
from aiokafka.abc import AbstractTokenProvider as AiokafkaProvider
from kafka.net.sasl.oauth import AbstractTokenProvider as KafkaPythonProvider

from streams.broker.security import Connection, async_token_provider, kafka_python_options
from streams.broker.tokens import TokenCommand, TokenError


def jwt(**claims):
    def part(content):
        return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")

    return f"{part({'alg': 'none'})}.{part(claims)}."


def command(code, *arguments):
    return shlex.join([sys.executable, "-c", code, *arguments])


@pytest.fixture
def counted(tmp_path):
    """A command that prints its argument and notes that it ran, and the number of its runs."""
    notes = tmp_path / "runs"
    code = f"import sys; open({str(notes)!r}, 'a').write('x'); print(sys.argv[1])"
    return (lambda token: command(code, token)), lambda: len(notes.read_text())


def test_the_token_is_what_the_command_prints():
    assert TokenCommand("echo  abc.def ").token() == "abc.def"


def test_no_shell_reads_the_command(tmp_path):
    target = tmp_path / "written"
    assert TokenCommand(f"echo a > {target} ; b").token() == f"a > {target} ; b"
    assert not target.exists()


def test_a_jwt_is_kept_until_shortly_before_its_end(counted):
    make, runs = counted
    time_s = [1000.0]
    source = TokenCommand(make(jwt(exp=2000)), now=lambda: time_s[0])
    first = source.token()
    time_s[0] = 1939.0
    assert source.token() == first
    assert runs() == 1
    time_s[0] = 1940.0
    source.token()
    assert runs() == 2


def test_a_short_lived_jwt_is_kept_for_four_fifths_of_its_life(counted):
    make, runs = counted
    time_s = [1000.0]
    source = TokenCommand(make(jwt(exp=1010)), now=lambda: time_s[0])
    source.token()
    time_s[0] = 1007.9
    source.token()
    assert runs() == 1
    time_s[0] = 1008.1
    source.token()
    assert runs() == 2


@pytest.mark.parametrize(
    "token",
    [
        "opaque",
        "a.b.c",
        "a.%%%.c",
        "a." + base64.urlsafe_b64encode(b"[1]").decode() + ".c",
        jwt(sub="anna"),
        jwt(exp="tomorrow"),
        jwt(exp=900),
    ],
)
def test_a_token_without_a_known_end_is_not_kept(counted, token):
    make, runs = counted
    source = TokenCommand(make(token), now=lambda: 1000.0)
    assert source.token() == source.token() == token
    assert runs() == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("no-such-program-anywhere", "cannot be run: No such file"),
        (command("raise SystemExit('first\\nlog in again')"), r"failed \(1\): log in again"),
        (command("raise SystemExit(3)"), r"failed \(3\): it said nothing"),
        (command("pass"), "printed nothing"),
    ],
)
def test_a_failing_command_is_explained(text, message):
    with pytest.raises(TokenError, match=message):
        TokenCommand(text).token()


def test_a_command_that_hangs_is_ended():
    source = TokenCommand(command("import threading; threading.Event().wait()"), timeout_s=0.3)
    with pytest.raises(TokenError, match=r"longer than 0\.3 s"):
        source.token()


def test_errors_do_not_quote_the_arguments():
    with pytest.raises(TokenError) as caught:
        TokenCommand(command("raise SystemExit(1)", "--secret=hunter2")).token()
    assert "hunter2" not in str(caught.value)


def oauth(text):
    return Connection(
        "127.0.0.1:9092", "SASL_SSL", sasl_mechanism="OAUTHBEARER", token_command=text
    )


def test_kafka_python_takes_the_provider():
    provider = kafka_python_options(oauth("echo abc"))["sasl_oauth_token_provider"]
    assert isinstance(provider, KafkaPythonProvider)
    assert (provider.token(), provider.extensions()) == ("abc", {})


async def test_aiokafka_takes_the_async_provider():
    provider = async_token_provider(oauth("echo abc"))
    assert isinstance(provider, AiokafkaProvider)
    assert (await provider.token(), provider.extensions()) == ("abc", {})


async def test_the_loop_runs_while_the_command_does(tmp_path):
    released = tmp_path / "released"
    code = f"import os\nwhile not os.path.exists({str(released)!r}): pass\nprint('abc')"
    asked = asyncio.create_task(async_token_provider(oauth(command(code))).token())
    await asyncio.sleep(0)
    Path(released).touch()
    assert await asked == "abc"


def test_clients_of_one_command_share_its_tokens(counted):
    make, runs = counted
    connection = oauth(make(jwt(exp=4_000_000_000)))
    for _ in range(3):
        kafka_python_options(connection)["sasl_oauth_token_provider"].token()
    assert runs() == 1
