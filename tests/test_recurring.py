from collections.abc import Iterator
from pathlib import Path

import pytest

from agents.clean import ProcessMemory, Sample, Seen, SourceMemory
from agents.clean.recurring import fingerprint
from streams.state import DurableMemory


@pytest.fixture(params=["process", "file"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SourceMemory]:
    if request.param == "process":
        yield ProcessMemory()
        return
    with DurableMemory(tmp_path / "memory.sqlite") as durable:
        yield durable


def article(number: int, *shared: int) -> list[Sample]:
    own = [Sample(1_000 * number + at, 40) for at in range(5)]
    return own + [Sample(print_, 20) for print_ in shared]


def test_block_is_counted_once_for_each_other_report(memory: SourceMemory) -> None:
    counts = [memory.sight("s", f"u{n}", f"v{n}", article(n, 7))[-1].times for n in range(1, 6)]
    assert counts == [0, 1, 2, 3, 4]


def test_sources_share_nothing(memory: SourceMemory) -> None:
    memory.sight("one", "u1", "v1", article(1, 7))
    assert memory.sight("other", "u2", "v2", article(2, 7))[-1] == Seen(0, 0.0)


def test_update_of_a_report_is_not_another_report(memory: SourceMemory) -> None:
    memory.sight("s", "u1", "v1", article(1, 7))
    update = memory.sight("s", "u2", "v2", article(1, 7, 8))
    assert {seen.times for seen in update} == {0}


def test_redelivered_version_gets_the_same_answer(memory: SourceMemory) -> None:
    memory.sight("s", "u1", "v1", article(1, 7))
    first = memory.sight("s", "u2", "v2", article(2, 7))
    memory.sight("s", "u3", "v3", article(3, 7))
    assert memory.sight("s", "u2", "v2", article(2, 7)) == first


def test_share_tells_a_column_from_the_whole_site(memory: SourceMemory) -> None:
    for number in range(1, 9):
        memory.sight("s", f"u{number}", f"v{number}", article(number, 7, *[8] * (number % 4 == 1)))
    site, column = memory.sight("s", "u9", "v9", article(9, 7, 8))[-2:]
    assert (site.share, column.share) == (1.0, 0.25)


def test_fingerprint_is_blind_to_digits_case_and_signs() -> None:
    assert fingerprint("Seite 12 von 30!") == fingerprint("seite 47 von 91")
    assert fingerprint("Seite 12") != fingerprint("Zeile 12")


def test_process_memory_forgets_the_longest_unseen_block() -> None:
    memory = ProcessMemory(most_blocks=12)
    memory.sight("s", "u1", "v1", [Sample(7, 20)])
    memory.sight("s", "u2", "v2", article(2))
    memory.sight("s", "u3", "v3", [Sample(8, 20), *article(3), *article(4)])
    assert memory.sight("s", "u5", "v5", [Sample(7, 20)])[0].times == 0
