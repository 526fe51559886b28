"""What ends a measurement."""


class BenchError(Exception):
    """A measuring process failed; the text is what it said last."""
