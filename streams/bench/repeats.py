"""What a measuring process prints: a JSON object a line."""

import json
import os
import subprocess
from collections.abc import Mapping
from typing import Any

from streams.leash import leashed
from streams.processes import python_module

from .errors import BenchError


def printed(
    what: str, module: str, *words: object, variables: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """The objects that the module prints, run with the words and the environment's variables.

    BenchError, with `what` was measured and what was said last, where it failed or printed none.
    """
    done = subprocess.run(
        leashed(python_module(module, *map(str, words))), env={**os.environ, **(variables or {})},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not found:
        last = done.stderr.strip().splitlines()[-5:]
        raise BenchError(f"measuring {what} failed ({done.returncode})\n" + "\n".join(last))
    return found
