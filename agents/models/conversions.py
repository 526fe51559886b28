"""Models converted for an engine: made once, kept in a folder, never seen half-written."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from .engines import Engine
from .errors import ModelError
from .pinned import revision_of


def folder_for(engine: Engine, cache: Path | None, name: str, revision: str | None) -> Path:
    """Where the model's conversion belongs. Raises ModelError where there is no cache."""
    if cache is None:
        raise ModelError(f"{name}: {engine} converts the model and needs a folder to keep it in")
    stem = f"{Path(name).resolve().name}-{revision_of(name, revision)}"
    return cache / f"{stem}-{engine.library}-{engine.precision}"


def kept(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder, filled by `make` where it is not there yet.

    It is filled under another name and then renamed: what an interrupted process leaves behind is
    never taken for a model, and of two processes that convert at once the first one's stays.
    """
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".making-", dir=folder.parent) as aside:
        made = Path(aside) / folder.name
        made.mkdir()
        make(made)
        try:
            os.replace(made, folder)  # noqa: PTH105 - the name says that it is one step
        except OSError:
            if not folder.is_dir():
                raise
    return folder
