"""The article's fault: what can never pass a stage."""

from schemas import Reason


class Reject(Exception):  # noqa: N818 - a verdict on the article, not an error of ours
    """Raised or returned by a stage for an article that can never pass it."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
