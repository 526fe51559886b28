"""Loading without progress bars: standard error is for the program's own words."""

from collections.abc import Iterator
from contextlib import contextmanager

from .huggingface import transformers


@contextmanager
def quiet_loading() -> Iterator[None]:
    """No progress bars from transformers within; as before afterwards."""
    logging = transformers().utils.logging
    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()
