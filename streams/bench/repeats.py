"""What a measuring process prints: a JSON object a line."""

import json
import os
from collections.abc import Mapping
from typing import Any

from streams.processes import python_module

from .ending import ran
from .errors import BenchError


def printed(
    what: str, module: str, *words: object, variables: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """The objects that the module prints, run with the words and the environment's variables.

    BenchError, with `what` was measured and what was said last, where it failed or printed none.
    """
    command = python_module(module, *map(str, words))
    done = ran(command, {**os.environ, **(variables or {})})
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not found:
        last = done.stderr.strip().splitlines()[-5:]
        raise BenchError(f"measuring {what} failed ({done.returncode})\n" + "\n".join(last))
    return found
