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
    if not folder.is_dir() and not _HUB_NAME.fullmatch(name):
        raise ModelError(f"{name}: no such folder")
    if not folder.is_dir() and not _COMMIT.fullmatch(revision or ""):
        found = f", not {revision!r}" if revision else ""
        raise ModelError(
            f"{name}: no such folder, and a model of the hub needs the revision that it is pinned"
            f" to, a commit (40 hexadecimal digits){found}"
        )


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
