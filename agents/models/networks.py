"""Torch networks: on which device they run, in which precision, and on how many cores.

int8 products exist for the CPU only. Where they are bound by computing, batches gain nothing, and
such networks read one text a call without filler, on one core, several at a time (`each_alone`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain
from typing import Any, TypeVar

import numpy as np
import torch

from .batching import fixed_batches
from .engines import Engine
from .errors import ModelError
from .rowwise import quantize

Item = TypeVar("Item")
Result = TypeVar("Result")


def device_for(engine: Engine, wanted: str) -> torch.device:
    """`wanted`, or for "auto" the GPU where there is one that can run the engine."""
    if wanted == "auto":
        is_usable = engine.precision != "int8" and torch.cuda.is_available()
        wanted = "cuda" if is_usable else "cpu"
    device = torch.device(wanted)
    if device.type != "cpu" and engine.precision == "int8":
        raise ModelError(f"{engine} runs on the CPU only, not on {wanted}")
    return device


def dtype_of(engine: Engine) -> torch.dtype:
    """In what the weights are loaded; int8 is made from fp32."""
    return torch.bfloat16 if engine.precision == "bf16" else torch.float32


def ready(network: Any, engine: Engine, device: torch.device) -> Any:
    """The network as it runs: in its precision, on its device, without dropout."""
    if engine.precision == "int8":
        quantize(network)
        return network.eval()
    return network.to(device).eval()


def padded(
    texts: Sequence[Sequence[int]], length: int, pad: int, device: torch.device
) -> tuple[torch.Tensor, torch.Tensor]:
    """Token ids and attention mask on the device, shape (texts, length)."""
    ends = torch.tensor([len(text) for text in texts]).unsqueeze(1)
    is_text = torch.arange(length) < ends
    ids = torch.full((len(texts), length), pad, dtype=torch.long)
    # All at once: row by row it takes a GPU's batch longer than the GPU.
    ids[is_text] = torch.from_numpy(np.fromiter(chain.from_iterable(texts), np.int64))
    mask = is_text.long()
    if device.type == "cuda":  # from pinned memory the copy runs beside the GPU's work
        ids, mask = ids.pin_memory(), mask.pin_memory()
    return ids.to(device, non_blocking=True), mask.to(device, non_blocking=True)


def each_alone(run: Callable[[Item], Result], items: Iterable[Item], threads: int) -> list[Result]:
    """What `run` gives for each item: one core each, `threads` of them at a time.

    One core also where there is a single item: how a sum is shared among cores may show in its
    last bits.
    """
    cores = torch.get_num_threads()
    try:
        with ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,)) as pool:
            return list(pool.map(run, items))
    finally:
        torch.set_num_threads(cores)  # what later threads begin with


def in_batches(
    run: Callable[..., list[Result]], texts: Iterable[Sequence[int]], rows_of: Mapping[int, int]
) -> list[Result]:
    """What `run(rows, length=…)` gives for each text's ids, by batches of the fixed shapes.

    A batch runs as soon as the texts have filled it.
    """
    known: list[Sequence[int]] = []
    found: dict[int, Result] = {}

    def lengths() -> Iterator[int]:
        for ids in texts:
            known.append(ids)
            yield len(ids)

    for batch in fixed_batches(lengths(), rows_of):
        rows = [known[row] for row in batch.filled]
        results = halving(partial(run, length=batch.length), rows)
        found |= zip(batch.rows, results, strict=False)  # what is left is filler
    return [found[position] for position in range(len(known))]


def halving(run: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> list[Result]:
    """What `run` gives for the items; in halves where the GPU's memory does not hold them all.

    Another shape may change the last bits: better than no result, and only where memory is short.
    """
    try:
        return run(items)
    except torch.OutOfMemoryError:
        if len(items) == 1:
            raise
    # Beyond the handler, where the error no longer keeps the batch's tensors alive.
    torch.cuda.empty_cache()
    middle = len(items) // 2
    return [*halving(run, items[:middle]), *halving(run, items[middle:])]
