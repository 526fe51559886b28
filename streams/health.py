"""/healthz, /readyz and /metrics of a worker, answered by its event loop."""

from typing import Any

from .metrics import Metrics
from .progress import Progress


def serve(
    app: Any,
    stage: str,
    progress: Progress,
    metrics: Metrics,
    *,
    deadline_s: float,
    silence_s: float,
) -> None:
    """Adds the pages to a Faust app, run by its loop: a blocked loop fails them, as it should.

    A batch may take `deadline_s`, and brokers be silent for `silence_s`.
    """

    def answer(web: Any, is_good: bool, otherwise: str = "failing", **facts: Any) -> Any:
        facts = {"status": "ok" if is_good else otherwise, "stage": stage, **facts}
        return web.json(facts, status=200 if is_good else 503)

    @app.page("/healthz")  # type: ignore[untyped-decorator] # Faust has no types here
    async def healthz(web: Any, _: Any) -> Any:
        """Whether the worker gets on; restart it where it does not."""
        age = round(progress.batch_age_s(), 3)
        return answer(web, not app.should_stop and age < deadline_s, batch_age_s=age)

    @app.page("/readyz")  # type: ignore[untyped-decorator] # Faust has no types here
    async def readyz(web: Any, _: Any) -> Any:
        """Whether it is in its group, and brokers answer; its models were loaded before."""
        partitions = [number for _, number in progress.partitions]
        is_heard = progress.silence_s() < silence_s
        is_ready = progress.is_joined and is_heard and not app.should_stop
        otherwise = (
            "stopping" if app.should_stop else "starting" if is_heard else "without a broker"
        )
        return answer(web, is_ready, otherwise, partitions=partitions)

    @app.page("/metrics")  # type: ignore[untyped-decorator] # Faust has no types here
    async def prometheus(web: Any, _: Any) -> Any:
        return web.bytes(metrics.text(), content_type="text/plain")
