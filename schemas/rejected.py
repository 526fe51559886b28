"""Why an article is left for the dead letters: a closed list."""

from typing import Literal, get_args

Reason = Literal[
    "unreadable",
    "empty-text",
    "not-an-article",
    "too-long",
    "unsupported-language",
    "no-ai",
    "model-failed",
    "bug",
]
REASONS: tuple[Reason, ...] = get_args(Reason)
Outcome = Literal["ok", "held", "duplicate", "withdrawn"] | Reason
