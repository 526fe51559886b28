"""A made-up article before the first real one: what is loaded on first use is loaded by then."""

from schemas import CleanArticle, RawArticle, Segment

from .stage import Function, Stage

_TEXT = (
    "The council of Ashford Bay voted on Tuesday to keep its harbour open through the winter.\n\n"
    "Mayor Jane Doe said that 120 jobs depend on it, and that the work begins on 3 March 2025."
)
_PAGE = (
    "<html><head><title>The harbour stays open</title></head><body><article>"
    "<h1>The harbour stays open</h1><p>By Jane Doe, 4 March 2025</p>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in _TEXT.split("\n\n"))
    + "</article></body></html>"
)
_DAMAGED = _TEXT.replace("jobs", "cafÃ©s")  # it takes a library of its own to mend


def warm(stage: Stage, function: Function) -> None:
    """Runs the stage's function over articles that name no source: no memory takes note of them.

    Without it, the first article of a worker that says it is ready would take most of a second.
    """
    if stage.takes is RawArticle:
        function([RawArticle(content=_PAGE), RawArticle(content=_DAMAGED)])
        return
    whole = Segment(start=0, end=len(_TEXT), raw_start=0, raw_end=len(_TEXT))
    function(
        [
            CleanArticle(
                article_id="warm", text=_TEXT, segments=(whole,), removed=(), content_hash="warm",
                title="The harbour stays open", language="en",
            )
        ]
    )  # fmt: skip
