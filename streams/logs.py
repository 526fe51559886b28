"""What workers say: one line an event, on standard error, without endless repeats."""

import logging
import sys
import time

_QUIET_S = 30.0  # how long a library's repeated line is held back
_LIBRARIES = ("aiokafka", "faust", "mode", "streams.app")  # their INFO is for their developers


def set_up_logging(level: str, stage: str) -> None:
    """Lines with time, level and stage. For the process of one worker."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(Seldom())
    form = f"%(asctime)s %(levelname)s {stage} %(name)s: %(message)s"
    logging.basicConfig(level=level, format=form, handlers=[handler])
    quiet = max(logging.WARNING, logging.getLogger().level)
    for library in _LIBRARIES:
        logging.getLogger(library).setLevel(quiet)


class Seldom(logging.Filter):
    """Lets a library say the same only every 30 s: aiokafka says it 30 times a second.

    What it will try again is no error the first time: a group of a new broker has no coordinator
    for a second.
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[tuple[str, str], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is new, or long ago."""
        if not record.name.startswith(_LIBRARIES):
            return True
        what, now = (record.name, str(record.msg)), time.monotonic()
        if what not in self._said and _is_tried_again(record):
            record.levelno, record.levelname = logging.INFO, logging.getLevelName(logging.INFO)
            record.msg = f"{record.msg} (trying again)"
        if now - self._said.get(what, -_QUIET_S) < _QUIET_S:
            return False
        self._said[what] = now
        return record.levelno >= logging.getLogger().level


def _is_tried_again(record: logging.LogRecord) -> bool:
    """Whether it tells of an error of Kafka that passes."""
    told = record.args if isinstance(record.args, tuple) else ()
    return any(getattr(each, "retriable", False) for each in told)
