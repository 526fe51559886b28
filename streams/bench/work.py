"""How much a network has to compute: the operations of its matrix products, two a weight."""

from collections.abc import Iterable


def encoder_operations(tokens: Iterable[int], *, layers: int, width: int, inner: int) -> float:
    """Of a BERT over texts of so many tokens: its weights, and attention; filler does not count."""
    weights = layers * (4 * width**2 + 2 * width * inner)
    # Each token with each: once for the weights of attention, once for what they weigh.
    return float(sum(2 * weights * count + 4 * layers * width * count**2 for count in tokens))


def share(operations: float, took_s: float, peak: float) -> float:
    """The share of the machine's peak, in 1e9 operations a second, that was of use."""
    return operations / took_s / (peak * 1e9)
