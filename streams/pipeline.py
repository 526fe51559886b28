"""The picture of the program: its stages, in order. Loading happens when a stage is prepared."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from schemas import CleanArticle, Entities, RawArticle, Summary

from .stage import Prepared, Stage, each


@dataclass(frozen=True, slots=True)
class Choices:
    """What the stages are told: which models, which limits."""

    summary_model: str = "minilm"
    summary_model_revision: str | None = None
    summary_sentences: int = 4
    summary_chars: int = 480
    entity_model: str = "hanta"
    entity_model_revision: str | None = None
    max_article_chars: int = 400_000
    batch: int = 64
    memory_file: Path | None = None  # where `clean` keeps what sources repeat; None: in the process


def pipeline(choices: Choices) -> tuple[Stage, ...]:
    """raw ─ clean ─┬─ summarize ─ summaries
                    └─ recognize ─ entities
    """  # fmt: skip
    stage = partial(Stage, batch=choices.batch)
    return (
        stage("clean", RawArticle, CleanArticle, _with(clean, choices)),
        stage("summarize", CleanArticle, Summary, _with(summarize, choices)),
        stage("recognize", CleanArticle, Entities, _with(recognize, choices)),
    )


def clean(choices: Choices) -> Prepared:
    """Loads no model; opens the memory of sources."""
    from agents.clean import ProcessMemory, SourceMemory, clean

    from .state import DurableMemory

    memory: SourceMemory = ProcessMemory()
    if choices.memory_file is not None:
        choices.memory_file.parent.mkdir(parents=True, exist_ok=True)
        memory = DurableMemory(choices.memory_file)
    function = partial(clean, max_chars=choices.max_article_chars, memory=memory)
    return Prepared(each(function), fingerprint=f"clean:{choices.max_article_chars}")


def summarize(choices: Choices) -> Prepared:
    """Loads the sentence encoder, and the generator where one is named."""
    from agents.models.minilm import MiniLM
    from agents.summarize import summarize

    encoder, generator = MiniLM(), None
    if choices.summary_model != "minilm":
        from agents.models.seq2seq import Seq2Seq

        generator = Seq2Seq(choices.summary_model, revision=choices.summary_model_revision)
    function = partial(
        summarize,
        model=encoder,
        generator=generator,
        max_sentences=choices.summary_sentences,
        max_chars=choices.summary_chars,
    )
    model = (generator or encoder).model
    limits = f"{choices.summary_sentences}:{choices.summary_chars}"
    return Prepared(function, model, f"{model.name}@{model.revision}:{limits}")


def recognize(choices: Choices) -> Prepared:
    """Loads the bundled taggers, or the token classifier that is named."""
    from agents.models.protocols import Tagger
    from agents.recognize import recognize

    tagger: Tagger
    if choices.entity_model == "hanta":
        from agents.models.hanta import HantaTagger

        tagger = HantaTagger()
    else:
        from agents.models.tokens import TokenTagger

        tagger = TokenTagger(choices.entity_model, revision=choices.entity_model_revision)
    model = tagger.model
    function = partial(recognize, model=tagger)
    return Prepared(function, model, f"{model.name}@{model.revision}")


def _with(prepare: Callable[[Choices], Prepared], choices: Choices) -> Callable[[], Prepared]:
    return partial(prepare, choices)
