"""The startup cache's name and its making; that it works is in test_embedded.py."""

import os

import pytest
from filelock import FileLock

from streams.broker.startup_cache import Training, cache_path, prune


@pytest.fixture
def jars(tmp_path):
    paths = [tmp_path / name for name in ("a.jar", "b.jar")]
    for path in paths:
        path.write_bytes(b"content")
    return paths


def test_the_same_files_have_the_same_cache(tmp_path, jars):
    assert cache_path(tmp_path, jars) == cache_path(tmp_path, list(jars))


def test_another_order_or_a_newer_file_has_another(tmp_path, jars):
    before = cache_path(tmp_path, jars)
    assert cache_path(tmp_path, jars[::-1]) != before
    os.utime(jars[0], (1, 1))
    assert cache_path(tmp_path, jars) != before


def test_the_newest_caches_are_kept(tmp_path):
    for age, name in enumerate(["newest", "middle", "oldest"]):
        path = tmp_path / f"startup-{name}.aot"
        path.touch()
        os.utime(path, (1000 - age, 1000 - age))
    prune(tmp_path, kept=2)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "startup-middle.aot",
        "startup-newest.aot",
    ]


def test_a_folder_that_is_not_there_is_no_error(tmp_path, jars):
    training = Training(jars, tmp_path / "missing" / "startup-1.aot")
    assert training.wait(20)


def test_while_another_process_makes_it_nothing_is_done(tmp_path, jars):
    with FileLock(tmp_path / "training.lock"):
        assert Training(jars, tmp_path / "startup-1.aot").wait(20)
    assert not list(tmp_path.glob("training-*"))


def test_leftovers_of_a_killed_process_go(tmp_path):
    (tmp_path / "training-left").mkdir()
    training = Training([], tmp_path / "startup-1.aot")  # no jars: Java ends with an error
    assert training.wait(60)
    assert not list(tmp_path.glob("training-*"))
    assert not list(tmp_path.glob("*.aot"))
