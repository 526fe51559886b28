"""Raw articles from files: JSON lines, JSON, plain text, HTML; what they are not, they say."""

import io
import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path, PurePath
from typing import IO

from .codecs import decode_raw, id_of_unreadable
from .documents import NoArticles, articles
from .message import Headers, Message

STANDARD_INPUT = "-"
_LONGEST = 64 << 20  # bytes of a line and of a text; above it is a device or a disk image
_BLANK_OR_MARK = b" \t\r\n\xef\xbb\xbf"
_ARRAY = re.compile(rb"\[\s*(?:$|[\[{\"\]])")  # [Video] Ferry runs aground: is a text

Part = tuple[bytes, Headers]  # an article's bytes, and what is known about them
Reader = Callable[[IO[bytes]], Iterator[Part]]


def samples() -> Traversable:
    """The sample articles that come with the program, JSON lines."""
    return files("streams") / "samples" / "articles.jsonl"


def called(path: str) -> str:
    """What a person calls the file."""
    return "standard input" if path == STANDARD_INPUT else path


class Numbering:
    """Which file the article of each number is from; filled while they are read."""

    def __init__(self) -> None:
        self.count = 0  # articles read so far
        self._firsts: list[int] = []
        self._paths: list[str] = []

    def begin(self, path: str) -> None:
        """The next articles are from this file."""
        self._firsts.append(self.count)
        self._paths.append(path)

    def name(self, number: int) -> str:
        """What a person finds the article by: the file, and where it may hold many, which one."""
        at = bisect_right(self._firsts, number) - 1
        path = self._paths[at]
        if PurePath(path).suffix.lower() in _OF_ONE:
            return path
        return f"{called(path)}, article {number - self._firsts[at] + 1}"


def read(paths: Iterable[str], topic: str, numbering: Numbering | None = None) -> Iterator[Message]:
    """One message an article, numbered; `-` is standard input. Raises OSError, NoArticles."""
    numbers = numbering or Numbering()
    for path in paths:
        numbers.begin(path)
        for value, headers in _parts(path):
            number, numbers.count = numbers.count, numbers.count + 1
            yield Message(topic, _key(value), value, headers, offset=number)


def count(paths: Iterable[str]) -> int | None:
    """How many articles the files hold; None where one, such as a pipe, can be read only once.

    Raises OSError, NoArticles.
    """
    names = list(paths)
    if not all(Path(name).is_file() for name in names):
        return None
    return sum(1 for name in names for _ in _parts(name))


def _parts(path: str) -> Iterator[Part]:
    with _opened(path) as file:
        try:
            yield from _READERS.get(PurePath(path).suffix.lower(), _sniffed)(file)
        except NoArticles as error:
            raise NoArticles(f"{called(path)} {error}") from None


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    with open(path, "rb") as file:  # noqa: PTH123 - a name as the user gave it
        yield file


def _bounded(file: IO[bytes]) -> Iterator[bytes]:
    """The file's lines. Raises NoArticles at one without end, so that no memory fills up."""
    while line := file.readline(_LONGEST):
        if len(line) == _LONGEST and not line.endswith(b"\n"):
            raise NoArticles(f"has a line of more than {_LONGEST >> 20} MiB, which is no article")
        yield line


def _rest(file: IO[bytes]) -> bytes:
    """What is left of a text or page. Raises NoArticles where that is too much for one."""
    rest = file.read(_LONGEST)
    if len(rest) == _LONGEST:
        raise NoArticles(f"has more than {_LONGEST >> 20} MiB, which is no article")
    return rest


def _lines(file: IO[bytes]) -> Iterator[Part]:
    yield from _of_lines(_bounded(file))


def _of_lines(lines: Iterable[bytes]) -> Iterator[Part]:
    for line in lines:
        if value := line.strip(_BLANK_OR_MARK):
            yield value, ()


def _document(file: IO[bytes]) -> Iterator[Part]:
    for value in articles(file.read().strip(_BLANK_OR_MARK)):
        yield value, ()


def _whole(content_type: bytes) -> Reader:
    def reader(file: IO[bytes]) -> Iterator[Part]:
        yield _rest(file), (("content-type", content_type),)

    return reader


def _sniffed(file: IO[bytes]) -> Iterator[Part]:
    """By the first line: JSON lines, a JSON document over several lines, or one text or page."""
    lines = _bounded(file)
    first = next((line for line in lines if line.strip(_BLANK_OR_MARK)), b"")
    start = first.strip(_BLANK_OR_MARK)
    if start == b"{" or _ARRAY.match(start):
        yield from _document(io.BytesIO(first + file.read()))
    elif start.startswith(b"{"):
        yield from _of_lines(chain([first], lines))  # as they come
    elif start:
        yield first + _rest(file), ()


_OF_ONE = (".txt", ".html", ".htm")
_READERS: dict[str, Reader] = {
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".json": _document,
    ".txt": _whole(b"text/plain"),
    ".html": _whole(b"text/html"),
    ".htm": _whole(b"text/html"),
}


def _key(value: bytes) -> bytes | None:
    """The article's id, where it is JSON that has one: what keeps its versions in order."""
    if not value.startswith(b"{"):
        return None
    message = Message("", None, value)
    try:
        return decode_raw(message).article_id.encode()
    except Exception:  # the worker says what is wrong with it
        return id_of_unreadable(message).encode() or None
