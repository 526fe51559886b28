"""What a stage needs before it can run: its models on an engine, its memory, its limits."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from agents.models.engines import CLASSIFIER, ENCODER, REFERENCE, SEQ2SEQ, Engine

from .engines import Remembered, Trial, allowed, first_choice, key_of
from .processes import python_module
from .stage import Prepared, each


@dataclass(frozen=True, slots=True)
class Choices:
    """What the stages are told: which models on what, which limits."""

    summary_model: str = "minilm"
    summary_model_revision: str | None = None
    summary_sentences: int = 4
    summary_chars: int = 480
    entity_model: str = "hanta"
    entity_model_revision: str | None = None
    max_article_chars: int = 400_000
    batch: int = 64
    engine: str = "auto"
    precision: str = "auto"
    threads: int = 1
    remembered_texts: int = 0
    memory_file: Path | None = None  # where `clean` keeps what sources repeat; None: in the process
    machine_dir: Path | None = None  # where this machine's converted models and choices are kept
    may_try: bool = False  # whether engines may be tried, which takes some seconds each


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
    if choices.summary_model == "minilm":
        return _on_best("summarize", choices, ENCODER, "minilm")
    return _on_best(
        "summarize", choices, SEQ2SEQ, f"{choices.summary_model}@{choices.summary_model_revision}"
    )


def recognize(choices: Choices) -> Prepared:
    """Loads the bundled taggers, or the token classifier that is named."""
    if choices.entity_model == "hanta":
        return _rules(choices)
    return _on_best(
        "recognize", choices, CLASSIFIER, f"{choices.entity_model}@{choices.entity_model_revision}"
    )


def prepared_on(engine: Engine, stage: str, choices: Choices) -> Prepared:
    """The stage with its model on this engine. Raises ModelError."""
    return _PREPARE[stage](engine, choices)


def _on_best(stage: str, choices: Choices, candidates: Sequence[Engine], model: str) -> Prepared:
    """The stage on the engine that the settings name, or that was found to be best here."""
    engines = allowed(candidates, choices.engine, choices.precision)
    if choices.machine_dir is None:  # nowhere to keep conversions
        engines = [engine for engine in engines if engine.library == "torch"] or engines
    trial, why = Trial(first_choice(engines)), ""
    if engines != [REFERENCE] and choices.machine_dir is not None:
        if tried := _trial(stage, choices, engines, model):
            trial = tried
            why = ", tried on this machine" if tried.articles_s else ", could not be tried"
        else:
            why = f", until a worker has tried {'others' if len(engines) > 1 else 'it'}"
    name = str(trial if trial.articles_s else trial.engine)
    prepared = prepared_on(trial.engine, stage, choices)
    return replace(prepared, engine=name + why, doubt=trial.doubt)


def _trial(stage: str, choices: Choices, engines: Sequence[Engine], model: str) -> Trial | None:
    """What was found here; found out now where that may be."""
    assert choices.machine_dir is not None
    remembered = Remembered(choices.machine_dir / "engines.json")
    names = "/".join(engine.results for engine in engines)
    key = f"{stage} {names} like {REFERENCE.results} {key_of(model, choices.threads)}"
    if choices.may_try:
        command = python_module("streams.trying", stage)
        return remembered.choose(key, engines, command, _question(choices, engines))
    return remembered.choice(key)


def _question(choices: Choices, engines: Sequence[Engine]) -> bytes:
    # What is remembered would be no matter of speed.
    plain = asdict(replace(choices, memory_file=None, may_try=False, remembered_texts=0))
    return json.dumps({"choices": plain, "engines": engines}, default=str).encode()


def _running(engine: Engine, choices: Choices) -> dict[str, Any]:
    """How every model is told to run."""
    return {
        "engine": engine,
        "cache": choices.machine_dir,
        "threads": choices.threads,
        "remembered": choices.remembered_texts,
    }


def _summarizer(engine: Engine, choices: Choices) -> Prepared:
    from agents.models.minilm import MiniLM
    from agents.summarize import summarize

    is_bundled = choices.summary_model == "minilm"
    encoder = MiniLM(**_running(engine if is_bundled else REFERENCE, choices))
    generator = None
    if not is_bundled:
        from agents.models.seq2seq import Seq2Seq

        generator = Seq2Seq(
            choices.summary_model, choices.summary_model_revision, **_running(engine, choices)
        )
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


def _rules(choices: Choices) -> Prepared:
    from agents.models.hanta import HantaTagger
    from agents.recognize import recognize

    tagger = HantaTagger(choices.remembered_texts)
    model = tagger.model
    return Prepared(partial(recognize, model=tagger), model, f"{model.name}@{model.revision}")


def _classifier(engine: Engine, choices: Choices) -> Prepared:
    from agents.models.tokens import TokenTagger
    from agents.recognize import recognize

    tagger = TokenTagger(
        choices.entity_model, choices.entity_model_revision, **_running(engine, choices)
    )
    model = tagger.model
    return Prepared(partial(recognize, model=tagger), model, f"{model.name}@{model.revision}")


_PREPARE: dict[str, Callable[[Engine, Choices], Prepared]] = {
    "summarize": _summarizer,
    "recognize": _classifier,
}
