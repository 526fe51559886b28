"""Which measurements are wanted, and how much goes into each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .contests import ARTICLES as ENCODED
from .latency import BURST, PACES, Pace
from .plan import PLAN, Measurement
from .scaling import CLEAN_ARTICLES, SUMMARIZE_ARTICLES, WORKERS
from .sizes import TOTAL_WORDS, WORDS


@dataclass(frozen=True, slots=True)
class Amounts:
    """How many articles, workers and words; all of it is half an hour's work on two cores."""

    plan: tuple[Measurement, ...] = PLAN
    pages: int = 128  # web pages for `clean`
    raced: int = 64  # articles beside rivals: as many as `summarize` is measured with
    encoded: int = ENCODED
    paces: tuple[Pace, ...] = PACES
    burst: int = BURST
    scaled: Mapping[str, int] = field(
        default_factory=lambda: {"clean": CLEAN_ARTICLES, "summarize": SUMMARIZE_ARTICLES}
    )
    workers: tuple[int, ...] = WORKERS
    words: tuple[int, ...] = WORDS
    total_words: int = TOTAL_WORDS

    def each(self, articles: int) -> "Amounts":
        """So many articles for rivals, at each pace, and for each number of workers."""
        return replace(
            self, raced=articles, scaled=dict.fromkeys(self.scaled, articles),
            paces=tuple(replace(pace, articles=articles) for pace in self.paces),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to measure, and how often."""

    stages: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    latency: bool = False
    scaling: bool = False
    backlog: int | None = None  # articles
    engines: str | None = None  # small, or large: models of the sizes in use as well
    repeats: int = 3
    rounds: int = 2  # repeats of what takes minutes each: latency, scaling
    amounts: Amounts = Amounts()
    is_busy: bool = False  # whether other programs run here: then what waits sleeps

    @property
    def needs_broker(self) -> bool:
        """Whether anything but what runs offline is wanted."""
        return bool(self.stages or self.rivals or self.latency or self.scaling or self.backlog)

    @property
    def needs_peaks(self) -> bool:
        """Whether anything is to be a share of what the machine does at most."""
        return bool(self.engines or "summarize" in self.stages)
