"""Which weights may be loaded: a folder, or a hub name at a commit; safetensors only."""

import hashlib
import re
from pathlib import Path

from .errors import ModelError

_COMMIT = re.compile(r"[0-9a-f]{40}")
_HUB_NAME = re.compile(r"[\w.-]+(?:/[\w.-]+)?")
_DEFINING = ("*.safetensors", "config.json", "tokenizer.json", "*.txt", "*.model")


def check_pinned(name: str, revision: str | None) -> None:
    """Raises ModelError unless the weights are in a folder as safetensors, or pinned on the hub."""
    folder = Path(name)
    if folder.is_dir() and not any(folder.glob("*.safetensors")):
        raise ModelError(f"{name}: no *.safetensors in it; pickled weights are never loaded")
    check_name(name)
    if not folder.is_dir() and not _COMMIT.fullmatch(revision or ""):
        raise ModelError(f"{name}: pin it to a commit (40 hexadecimal digits), not {revision!r}")


def check_name(name: str) -> None:
    """Raises ModelError unless it is a folder, or what a model of the hub may be called."""
    if not Path(name).is_dir() and not _HUB_NAME.fullmatch(name):
        raise ModelError(f"{name}: no such folder")


def revision_of(name: str, revision: str | None) -> str:
    """The commit, or for a folder a hash of the files that make the model what it is."""
    folder = Path(name)
    if not folder.is_dir():
        return revision or ""
    digest = hashlib.blake2b(digest_size=20)
    for path in sorted({p for pattern in _DEFINING for p in folder.glob(pattern)}):
        digest.update(path.name.encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
