"""The door to ONNX Runtime: networks converted once, then run one text a call.

A text runs at its exact length, without filler and without neighbours, so that it gives the same
bytes in any company; dynamic int8 takes its scales from all of a call's values. Cores are kept
busy by several calls at once, one thread each.
"""

import importlib
import logging
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .conversions import kept
from .engines import Precision
from .errors import ModelError
from .one_text import for_one_text

if TYPE_CHECKING:
    import torch

_OPSET = 17  # the first with layer normalisation as one operation
_WARNINGS = 3  # the severity from which the runtime speaks: errors
_INPUT, _OUTPUT = "ids", "states"
_GRAPH = "model.onnx"
# The sum and the layer normalisation behind it as one operation take longer than the two alone:
# a tenth of a sentence's time, with onnxruntime 1.32.
_HARMFUL = ("SkipLayerNormFusion",)


class OnnxNetwork:
    """A converted network; any number of threads may call it."""

    def __init__(self, file: Path) -> None:
        """Loads the graph. Raises ModelError where it cannot be run."""
        runtime = _package("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _WARNINGS
        try:
            self._session = runtime.InferenceSession(
                str(file), options, providers=["CPUExecutionProvider"],
                disabled_optimizers=[*_HARMFUL],
            )  # fmt: skip
        except Exception as error:  # the runtime has no common class for its errors
            raise ModelError(f"{file} cannot be run: {error}") from error

    def __call__(self, ids: Sequence[int]) -> NDArray[np.float32]:
        """The network's first output for one text's token ids, without the batch's axis."""
        found: NDArray[np.float32] = self._session.run(
            None, {_INPUT: np.array([ids], dtype=np.int64)}
        )[0][0]
        return found


def run_all(
    network: OnnxNetwork, texts: Sequence[Sequence[int]], threads: int
) -> list[NDArray[np.float32]]:
    """The outputs for all texts' token ids, in the order given."""
    if threads == 1 or len(texts) < 2:
        return [network(ids) for ids in texts]
    # Long ones first: then no thread is left alone with one at the end.
    order = sorted(range(len(texts)), key=lambda at: (-len(texts[at]), at))
    with ThreadPoolExecutor(threads) as pool:
        found = dict(zip(order, pool.map(network, [texts[at] for at in order]), strict=True))
    return [found[at] for at in range(len(texts))]


def converted(load: "Callable[[], torch.nn.Module]", folder: Path, precision: Precision) -> Path:
    """The file in the folder with the network as a graph, made where it is missing.

    `load` is called only then; its network takes `input_ids` and `attention_mask`, and its first
    output becomes the graph's. It is changed and no longer to be used. Raises ModelError where it
    cannot be converted.
    """

    def make(made: Path) -> None:
        _package("onnx")  # what writes graphs: asked for before the work begins
        with _quietly():
            _export(load(), made / _GRAPH)
            if precision == "int8":
                _quantise(made / _GRAPH)

    _package("onnxruntime")
    return kept(folder, make) / _GRAPH


def _export(network: "torch.nn.Module", file: Path) -> None:
    import torch

    axes = {_INPUT: {1: "length"}, _OUTPUT: {1: "length"}}
    try:
        torch.onnx.export(
            for_one_text(network), (torch.ones(1, 7, dtype=torch.long),), str(file), dynamo=False,
            opset_version=_OPSET, input_names=[_INPUT], output_names=[_OUTPUT], dynamic_axes=axes,
        )  # fmt: skip
    except Exception as error:  # whatever the exporter cannot trace
        raise ModelError(f"the network cannot be converted to ONNX: {error}") from error


def _quantise(graph: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    made = graph.with_name("quantised.onnx")
    quantize_dynamic(
        str(graph), str(made), per_channel=True, reduce_range=False, weight_type=QuantType.QInt8
    )
    made.replace(graph)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without the converters' advice to their developers."""
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(logging.NOTSET)


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ModelError(f"{name} is missing: install newsmill's extra `onnx`") from error
