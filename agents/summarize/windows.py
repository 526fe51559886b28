"""Texts of any length for a model of limited length: cut at sentence ends, nothing left out."""

from collections.abc import Iterator, Sequence

from agents.models.protocols import Generator
from agents.text import sentences

_ROUNDS = 8  # each round shortens; a model that does not is stopped here


def shortened(texts: Sequence[tuple[str, str]], generator: Generator) -> list[str]:
    """One summary for each (text, language), however long the text is.

    Where a text takes several windows, each is summarised, and their summaries together again.
    """
    pending = dict(enumerate(texts))
    done: dict[int, str] = {}
    for _ in range(_ROUNDS):
        windows = {i: list(_windows(text, lang, generator)) for i, (text, lang) in pending.items()}
        flat = [window for each in windows.values() for window in each]
        written = iter(generator.generate(flat) if flat else [])
        joined = {i: [next(written) for _ in each] for i, each in windows.items()}
        for i, parts in joined.items():
            text = " ".join(part for part in parts if part)
            before, language = pending.pop(i)
            if len(parts) <= 1 or len(text) >= len(before):
                done[i] = text
            else:
                pending[i] = (text, language)
    done |= {i: text for i, (text, _) in pending.items()}
    return [done[i] for i in range(len(texts))]


def _windows(text: str, language: str, generator: Generator) -> Iterator[str]:
    """Whole sentences, as many at a time as the model reads."""
    if generator.token_count(text) <= generator.max_tokens:
        yield text
        return
    window = ""
    for start, end in sentences(text, language):
        for piece in _pieces(text[start:end], generator):
            longer = f"{window} {piece}".strip()
            if window and generator.token_count(longer) > generator.max_tokens:
                yield window
                window = piece
            else:
                window = longer
    if window:
        yield window


def _pieces(sentence: str, generator: Generator) -> Iterator[str]:
    """The sentence, or its halves where it alone is too long."""
    if generator.token_count(sentence) <= generator.max_tokens or len(sentence) < 2:
        yield sentence
        return
    middle = sentence.rfind(" ", 1, len(sentence) // 2 + 1)
    middle = middle if middle > 0 else len(sentence) // 2
    yield from _pieces(sentence[:middle].rstrip(), generator)
    yield from _pieces(sentence[middle:].lstrip(), generator)
