"""What this machine does at most: measured before all else, what others are a share of."""

from collections.abc import Iterator, Mapping, Sequence

from agents.models.engines import Engine
from streams.cpus import cpu_count

from .measure import Figure, figure
from .repeats import printed

Peaks = Mapping[str, Sequence[float]]


def measured_peaks(repeats: int) -> dict[str, list[float]]:
    """Of each precision and of copying, repeat by repeat, in 1e9 a second. BenchError."""
    lines = printed("the machine", "streams.bench.yardsticks.peaks", repeats, cpu_count())
    return {name: [line[name] for line in lines] for name in lines[0]}


def limits(peaks: Peaks) -> Iterator[Figure]:
    """The machine's peaks as figures."""
    for name, values in peaks.items():
        if name.endswith("copy"):
            where = name.removesuffix("copy")
            yield figure(f"copying {where}memory: peak", "GB/s", values)
        else:
            yield figure(f"{name} products: peak", "1e9 operations/s", values)


def peak_of(precision: str, engine: Engine | None, peaks: Peaks) -> float:
    """The most that is done in that precision where it runs; 0 where that is not known.

    Our torch engines run on the GPU where there is one, but in int8.
    """
    on_gpu = peaks.get(f"GPU {precision}") if engine and engine.library == "torch" else None
    return max(on_gpu or peaks.get(precision, [0.0]))
