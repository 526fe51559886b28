"""All kinds of `newsmill bench` in one run, in short, on a real Kafka.

One run for all, since each worker that it starts takes seconds; `clean` beside trafilatura is in
`test_cleaning.py`.
"""

import uuid
from contextlib import nullcontext
from dataclasses import dataclass

import pytest

from agents.models.engines import REFERENCE
from streams.bench import contests, parts
from streams.bench.contests import NAIVE
from streams.bench.latency import Pace
from streams.bench.measure import Figure
from streams.bench.parts import Run, Talk, measurements
from streams.bench.plan import Measurement
from streams.bench.programs import OURS
from streams.bench.wanted import Amounts, Wanted
from streams.broker.admin import list_topics
from streams.broker.embedded import EmbeddedBroker
from streams.settings import Settings

RIVAL = "faust_agent"  # it runs on the packages that we have
AMOUNTS = Amounts(
    plan=(Measurement("pass", 64, 32), Measurement("summarize", 4, 4)), raced=4,
    encoded=1, paces=(Pace(5, 4), Pace(20, 2)), burst=2, scaled={"clean": 8},
    workers=(1, 2), words=(50, 100), total_words=100,
)  # fmt: skip
WANTED = Wanted(
    stages=("pass", "summarize"), rivals=(RIVAL,), latency=True, scaling=True,
    backlog=200, engines="small", repeats=1, rounds=1, amounts=AMOUNTS, is_busy=True,
)  # fmt: skip
PEAKS = {"fp32": [100.0], "copy": [1.0]}

pytestmark = pytest.mark.broker


@dataclass
class Whole:
    """What came out of the run, and what was said meanwhile."""

    found: list[Figure]
    told: list[str]
    progress: list[tuple[int, int | None]]
    topics_left: list[str]

    def __getitem__(self, name: str) -> float:
        return next(figure.median for figure in self.found if figure.name == name)


@pytest.fixture(scope="module")
def whole(broker: EmbeddedBroker, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("machine")
    settings = Settings(
        bootstrap=broker.bootstrap, data_dir=folder, partitions=2, engine="torch", precision="fp32"
    )
    told: list[str] = []
    progress: list[tuple[int, int | None]] = []
    talk = Talk(told.append, lambda _what: nullcontext(), lambda *done: progress.append(done))
    run = Run(settings, WANTED, uuid.uuid4().hex[:8], folder, talk)
    with pytest.MonkeyPatch.context() as patch:
        # Threads of torch that wait for each other on a busy machine make this minutes long.
        patch.setenv("OMP_NUM_THREADS", "1")
        patch.setattr(parts, "measured_peaks", lambda _repeats: PEAKS)
        patch.setattr(contests, "PLAIN", (NAIVE,))
        patch.setattr(contests, "ENCODER", (REFERENCE,))
        found = list(measurements(run))
    left = [one.name for one in list_topics(settings.connection, f"bench.{run.name}.latency")]
    return Whole(found, told, progress, left)


def test_every_part_is_measured(whole: Whole) -> None:
    assert not [line for line in whole.told if line.startswith("left out")]
    assert [*dict.fromkeys(figure.part for figure in whole.found)] == [
        "The machine at most", "Stages", "Beside other programs", "Engines",
        "From article to summary", "More workers", "Longer articles", "A long backlog",
    ]  # fmt: skip


def test_stages_are_measured_on_kafka_and_offline(whole: Whole) -> None:
    for stage in WANTED.stages:
        ratio = whole[f"{stage}: on Kafka"] / whole[f"{stage}: offline"]
        assert whole[f"{stage}: streaming efficiency"] == pytest.approx(ratio, rel=0.01)
    assert whole["summarize: offline, of the peak"] > 0


def test_our_worker_and_others_are_measured_alike(whole: Whole) -> None:
    for name in (OURS, RIVAL):
        assert f"measuring {name}, 1 of 1" in whole.told
        assert whole[f"{name}: summaries"] > 0
        assert whole[f"{name}: CPU"] > 0
        assert whole[f"{name}: memory at most"] > 50
        assert whole[f"{name}: start to first summary"] > 0
    ratio = whole[f"{OURS}: summaries"] / whole[f"{RIVAL}: summaries"]
    assert whole[f"{OURS} beside {RIVAL}"] == pytest.approx(ratio, rel=0.01)


def test_every_article_is_timed_from_its_sending_to_its_summary(whole: Whole) -> None:
    all_of_it = whole["5 articles/s: article to summary, p50"]
    assert all_of_it > whole["5 articles/s: in summarize, p50"] > 0
    assert all_of_it > whole["5 articles/s: added, p50"] > 0
    assert whole["5 articles/s: added, p99"] >= whole["5 articles/s: added, p50"]
    assert whole["20 articles/s: article to summary, p99"] > 0
    for stage in ("clean", "summarize", "recognize"):
        assert whole[f"{stage}: slowest answer of /healthz"] > 0
        assert whole[f"{stage}: memory of the worker at most"] > 20
    assert whole.topics_left == []


def test_more_workers_are_measured_beside_one(whole: Whole) -> None:
    assert whole["clean x 1: CPU"] > 0
    ratio = whole["clean x 2"] / whole["clean x 1"]
    assert whole["clean x 2 beside x 1"] == pytest.approx(ratio, rel=0.01)


def test_length_is_measured_offline(whole: Whole) -> None:
    for stage in ("clean", "recognize", "summarize"):
        assert whole[f"{stage}: speed, 50 words"] > 0
        assert whole[f"{stage}: CPU, 100 words"] > 0


def test_a_backlog_is_worked_off_in_tenths(whole: Whole) -> None:
    assert whole.progress[-1] == (200, 200)
    assert whole["clean, part 10 of 10"] > 0
    assert whole["clean, part 10 of 10: memory"] > 20
    assert whole["clean, last part beside the first"] > 0
