"""The measurements of `newsmill bench`, one process a stage, on topics of their own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agents.models.engines import Engine
from streams.broker.admin import create_topics
from streams.settings import Settings, variable
from streams.topic_specs import topic_specs

from .limits import Peaks, peak_of
from .measure import Figure, figure
from .repeats import printed
from .work import share


@dataclass(frozen=True, slots=True)
class Measurement:
    """One stage with so many articles a repeat, in batches of at most so many."""

    stage: str
    articles: int
    batch: int


# Enough articles for some seconds a repeat on two cores.
PLAN = (
    Measurement("bare", 20_000, 256),
    Measurement("pass", 20_000, 256),
    Measurement("clean", 1024, 64),
    Measurement("summarize", 128, 32),
    Measurement("recognize", 512, 32),
)
_UNITS = {
    "streamed_articles_s": ("on Kafka", "articles/s"),
    "offline_articles_s": ("offline", "articles/s"),
    "efficiency": ("streaming efficiency", "of offline"),
    "cpu_us_an_article": ("CPU on Kafka", "µs an article"),
}


def measure(
    settings: Settings, plan: Sequence[Measurement], repeats: int, run: str, peaks: Peaks
) -> Iterator[Figure]:
    """The figures of each measurement as it is done. `run` makes its topics its own. BenchError.

    `peaks`: what the machine does at most, which the stage that multiplies uses a share of.
    """
    for one in plan:
        own = {
            **settings.given(),
            "bootstrap": settings.connection.bootstrap,
            "topic_prefix": f"bench.{run}.{one.stage}.",
            "batch": one.batch,
            "web_port": 0,
            "data_dir": settings.data_dir,
            "log_level": "ERROR",
            "remembered_texts": 0,  # repeats would measure nothing
        }
        create_topics(settings.connection, topic_specs(settings.model_copy(update=own)))
        yield from _figures(one, _repeats(one, repeats, own), peaks)


def _repeats(one: Measurement, repeats: int, own: Mapping[str, object]) -> list[dict[str, Any]]:
    module = "streams.bench.bare" if one.stage == "bare" else "streams.bench.streaming"
    variables = {variable(name): str(own[name]) for name in own}
    return printed(one.stage, module, one.stage, one.articles, repeats, variables=variables)


def _figures(
    one: Measurement, repeats: Sequence[Mapping[str, Any]], peaks: Peaks
) -> Iterator[Figure]:
    for field, (what, unit) in _UNITS.items():
        if field in repeats[0]:
            yield figure(f"{one.stage}: {what}", unit, [repeat[field] for repeat in repeats])
    if (engine := _engine(repeats[0])) and (peak := peak_of(engine.precision, engine, peaks)):
        shares = [100 * share(each["operations"], each["offline_s"], peak) for each in repeats]
        yield figure(f"{one.stage}: offline, of the peak", "%", shares)


def _engine(repeat: Mapping[str, Any]) -> Engine | None:
    """What ran the encoder, if the stage has one."""
    return Engine(*repeat["engine"]) if "engine" in repeat else None
