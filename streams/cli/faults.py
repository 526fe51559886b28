"""Which errors are known, and the exit code each ends with."""

FAILED, MISUSED = 1, 2

Errors = tuple[type[Exception], ...]


class CommandError(Exception):
    """A command cannot do its work; the text says why and what to do."""


def explain(error: Exception) -> tuple[str, int]:
    """What to tell the user, and the exit code."""
    misuse, known = _known()
    if isinstance(error, misuse):
        return str(error), MISUSED
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}", FAILED
    if isinstance(error, known):
        return str(error), FAILED
    return f"unexpected {type(error).__name__}: {error} (--debug shows where)", FAILED


def _known() -> tuple[Errors, Errors]:
    """Misuse, and all else that says for itself what to do. Imported when something is wrong."""
    from agents.models.errors import ModelError
    from streams.broker.admin import TopicError
    from streams.broker.artifacts import ArtifactError
    from streams.broker.node import BrokerError
    from streams.broker.offsets import TopicMissing
    from streams.broker.publish import PublishError
    from streams.broker.reach import BrokerUnreachable
    from streams.broker.security import ConnectionFieldError
    from streams.broker.tokens import TokenError
    from streams.documents import NoArticles
    from streams.launch import StartError
    from streams.settings import SettingsError
    from streams.stage import Outage

    known = (
        ArtifactError, BrokerError, BrokerUnreachable, CommandError, ModelError, NoArticles,
        OSError, Outage, PublishError, StartError, TokenError, TopicError, TopicMissing,
    )  # fmt: skip
    return (SettingsError, ConnectionFieldError), known
