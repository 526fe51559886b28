"""The jars of the embedded broker: pinned, checked, fetched once."""

import hashlib
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import pytest

from streams.broker import artifacts
from streams.broker.artifacts import (
    ArtifactError,
    Jar,
    LocalExtraMissing,
    default_folder,
    fetch_jars,
    kafka_version,
    pinned_jars,
)

SMALL = next(jar for jar in pinned_jars() if ":jspecify:" in jar.coordinate)  # 4 kB
OTHER = next(jar for jar in pinned_jars() if ":slf4j-api:" in jar.coordinate)


@pytest.fixture
def only_small(monkeypatch):
    monkeypatch.setattr(artifacts, "pinned_jars", lambda: (SMALL, OTHER))


@pytest.fixture
def no_network(monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")


def test_every_jar_is_pinned_by_version_and_checksum():
    jars = pinned_jars()
    for jar in jars:
        assert re.fullmatch(r"[\w.-]+:[\w.-]+:\d[\w.-]*", jar.coordinate)
        assert re.fullmatch(r"[0-9a-f]{64}", jar.sha256)
        assert jar.size_bytes > 1000
    assert len({jar.filename for jar in jars}) == len(jars) > 40


def test_all_of_kafka_has_one_version():
    versions = {
        jar.coordinate.rpartition(":")[2]
        for jar in pinned_jars()
        if jar.coordinate.startswith("org.apache.kafka:")
    }
    assert versions == {kafka_version()}
    assert kafka_version().startswith("4.")


def test_the_pins_name_no_place_of_the_network():
    assert "//" not in files("streams.broker").joinpath("jars.txt").read_text("ascii")


@pytest.mark.broker
def test_what_is_in_the_cache_is_what_is_pinned(broker):
    del broker  # has fetched them
    for jar in pinned_jars():
        content = (default_folder() / jar.filename).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (jar.size_bytes, jar.sha256)


@pytest.mark.broker
@pytest.mark.usefixtures("only_small")
def test_missing_jars_are_fetched_with_progress(tmp_path):
    seen = []
    folder = tmp_path / "new" / "folder"
    paths = fetch_jars(folder, lambda done, total: seen.append((done, total)))
    assert [path.name for path in paths] == [SMALL.filename, OTHER.filename]
    assert seen == sorted(seen)
    total = SMALL.size_bytes + OTHER.size_bytes
    assert seen[-1] == (total, total)
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [SMALL.filename, OTHER.filename, "lock"]
    )


@pytest.mark.broker
@pytest.mark.usefixtures("only_small")
def test_a_damaged_jar_is_fetched_again_and_the_others_are_not(tmp_path):
    small, other = fetch_jars(tmp_path)
    small.write_bytes(b"damaged")
    seen = []
    fetch_jars(tmp_path, lambda _done, total: seen.append(total))
    assert hashlib.sha256(small.read_bytes()).hexdigest() == SMALL.sha256
    assert set(seen) == {SMALL.size_bytes}
    assert other.exists()


@pytest.mark.broker
@pytest.mark.usefixtures("only_small")
def test_of_two_at_once_one_fetches(tmp_path):
    seen = []
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: fetch_jars(tmp_path, lambda *_: seen.append(1)), range(2)))
    alone = []
    shutil.rmtree(tmp_path)
    fetch_jars(tmp_path, lambda *_: alone.append(1))
    assert both[0] == both[1]
    assert len(seen) == len(alone)


@pytest.mark.broker
def test_a_file_that_is_not_the_pinned_one_is_refused(tmp_path, monkeypatch):
    wrong = Jar(SMALL.coordinate, SMALL.size_bytes, "0" * 64)
    monkeypatch.setattr(artifacts, "pinned_jars", lambda: (wrong,))
    with pytest.raises(ArtifactError, match=r"jspecify.*SHA-256 differs"):
        fetch_jars(tmp_path)
    assert not (tmp_path / wrong.filename).exists()


@pytest.mark.usefixtures("only_small", "no_network")
def test_without_network_the_error_says_what_to_do(tmp_path):
    with pytest.raises(ArtifactError, match=r"cannot download .*network once.*copy") as caught:
        fetch_jars(tmp_path)
    assert str(tmp_path) in str(caught.value)


@pytest.mark.broker
@pytest.mark.usefixtures("only_small")
def test_a_full_cache_needs_no_network(tmp_path, monkeypatch):
    fetch_jars(tmp_path)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert len(fetch_jars(tmp_path)) == 2


def test_without_the_extra_the_error_names_it(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "jgo.maven", None)
    with pytest.raises(LocalExtraMissing, match="install newsmill's extra `local`"):
        fetch_jars(tmp_path)


def test_a_cache_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ArtifactError, match="cannot write to the cache folder"):
        fetch_jars(tmp_path / "file" / "folder")
