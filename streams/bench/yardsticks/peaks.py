"""The most that this machine does: matrix products in each precision, and copying memory.

Run as a process of its own; prints one JSON object a repeat, in units of 1e9 a second.
"""

import importlib.util
import json
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import numpy as np
import torch

Product = tuple[int, Callable[[], Any]]

_LARGEST = 4096
_SIZES = (_LARGEST // 4, _LARGEST // 2, _LARGEST)
_SLOW_S = 1.0
_COPIED_BYTES = 256 * 2**20


def main(repeats: int, threads: int, sizes: tuple[int, ...] = _SIZES) -> None:
    """Prints so many repeats."""
    torch.set_num_threads(threads)
    products = {
        name: [[make(size) for size in sizes] for make in makers]
        for name, makers in _makers(threads).items()
    }
    for _ in range(repeats):
        # The best size and library: what can be reached is what counts.
        found = {name: max(map(_peak, each)) for name, each in products.items()}
        copied = {"copy": _copied(threads)}
        if torch.cuda.is_available():
            copied["GPU copy"] = _copied_on_gpu()
        print(json.dumps(found | copied), flush=True)


def _peak(products: Sequence[Product]) -> float:
    """The best of one library, in 1e9 operations a second; sizes ascend.

    Where a processor lacks instructions for the precision, larger products would take minutes.
    """
    best = 0.0
    for size, run in products:
        took_s = _took_s(run, _often(size))
        best = max(best, 2 * size**3 / took_s / 1e9)
        if took_s > _SLOW_S:
            break
    return best


def _often(size: int) -> int:
    """Small products many times, to be measured as long; a GPU's large ones take a millisecond."""
    return _LARGEST // size or 10


def _took_s(run: Callable[[], Any], often: int = 3) -> float:
    """The least of so many times: what else the machine did is not its limit.

    Of what takes a second, one will do.
    """
    run()
    found: list[float] = []
    while len(found) < often and sum(found) < _SLOW_S:
        started = time.perf_counter()
        run()
        found.append(time.perf_counter() - started)
    return min(found)


def _makers(threads: int) -> dict[str, list[Callable[[int], Product]]]:
    """Of each precision, as several libraries do it: which is best depends on the processor."""
    found: dict[str, list[Callable[[int], Product]]] = {
        "fp32": [partial(_torch_product, dtype=torch.float32), _numpy_product],
        "bf16": [partial(_torch_product, dtype=torch.bfloat16)],
        "int8": [_torch_int8_product],
    }
    if importlib.util.find_spec("onnxruntime") and importlib.util.find_spec("onnx"):
        found["fp32"].append(partial(_onnx_product, kind="MatMul", threads=threads))
        found["int8"].append(partial(_onnx_product, kind="MatMulInteger", threads=threads))
    if torch.cuda.is_available():
        for name, dtype in (("fp32", torch.float32), ("bf16", torch.bfloat16)):
            found[f"GPU {name}"] = [partial(_gpu_product, dtype=dtype)]
    return found


def _torch_product(size: int, dtype: torch.dtype) -> Product:
    one, other = (torch.ones(size, size, dtype=dtype) for _ in range(2))
    return size, lambda: one @ other


def _gpu_product(size: int, dtype: torch.dtype) -> Product:
    """Twice the size, or starting it takes as long; of random numbers, which take more power."""
    size *= 2
    one, other = (torch.randn(size, size, dtype=dtype, device="cuda") for _ in range(2))

    def run() -> None:
        one @ other
        torch.cuda.synchronize()

    return size, run


def _torch_int8_product(size: int) -> Product:
    one, other = (torch.ones(size, size, dtype=torch.int8) for _ in range(2))
    return size, lambda: torch._int_mm(one, other)


def _numpy_product(size: int) -> Product:
    one, other = (np.ones((size, size), np.float32) for _ in range(2))
    return size, lambda: one @ other


def _onnx_product(size: int, kind: str, threads: int) -> Product:
    """As in a network: the weights are known beforehand, and packed once."""
    import onnx
    import onnxruntime

    helper, types = onnx.helper, onnx.TensorProto
    is_exact, shape = kind == "MatMul", (size, size)
    given = np.ones(shape, np.float32 if is_exact else np.uint8)
    weights = np.ones(shape, np.float32 if is_exact else np.int8)
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        [helper.make_node(kind, ["given", "weights"], ["product"])], "product",
        [info("given", types.FLOAT if is_exact else types.UINT8, shape)],
        [info("product", types.FLOAT if is_exact else types.INT32, shape)],
        [onnx.numpy_helper.from_array(weights, "weights")],
    )  # fmt: skip
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=10)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    return size, lambda: session.run(None, {"given": given})


def _copied(threads: int) -> float:
    """GB/s read and written, each thread its part."""
    source = np.ones(_COPIED_BYTES, np.uint8)
    target = np.zeros_like(source)
    parts = list(zip(np.array_split(target, threads), np.array_split(source, threads), strict=True))
    with ThreadPoolExecutor(threads) as pool:
        took_s = _took_s(lambda: list(pool.map(lambda pair: np.copyto(*pair), parts)))
    return 2 * _COPIED_BYTES / took_s / 1e9


def _copied_on_gpu() -> float:
    """GB/s read and written within the GPU's memory."""
    source = torch.ones(4 * _COPIED_BYTES, dtype=torch.uint8, device="cuda")
    target = torch.empty_like(source)

    def run() -> None:
        target.copy_(source)
        torch.cuda.synchronize()

    return 2 * source.nbytes / _took_s(run) / 1e9


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
