"""The picture of the program: its stages, in order. Loading happens when a stage is prepared."""

from functools import partial

from schemas import CleanArticle, Entities, RawArticle, Summary

from .preparing import Choices, clean, recognize, summarize
from .stage import Stage

__all__ = ["Choices", "pipeline"]


def pipeline(choices: Choices) -> tuple[Stage, ...]:
    """raw ─ clean ─┬─ summarize ─ summaries
                    └─ recognize ─ entities
    """  # fmt: skip
    stage = partial(Stage, batch=choices.batch)
    return (
        stage("clean", RawArticle, CleanArticle, partial(clean, choices)),
        stage("summarize", CleanArticle, Summary, partial(summarize, choices)),
        stage("recognize", CleanArticle, Entities, partial(recognize, choices)),
    )
