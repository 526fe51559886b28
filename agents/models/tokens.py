"""Any Hugging Face token-classification model as a `Tagger`.

Long texts are read in overlapping windows; each token is judged in the window where it stands
furthest from the edges. A word takes the label of its first piece, as such models are trained.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch

from schemas import EntityType, Model

from .errors import ModelError
from .huggingface import transformers
from .pinned import check_pinned, revision_of
from .protocols import LabelledSpan

# What training sets call our types. Whatever else a model knows (dates, amounts) is dropped.
TYPES: Mapping[str, EntityType] = {
    **dict.fromkeys(("PER", "PERS", "PERSON"), "PER"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION", "CORPORATION", "COMPANY"), "ORG"),
    **dict.fromkeys(("LOC", "LOCATION", "GPE", "FAC", "FACILITY", "GEO", "PLACE"), "LOC"),
    **dict.fromkeys(("EVENT", "EVE", "MISC"), "EVENT"),  # MISC is mostly peoples, then events
    **dict.fromkeys(("PRODUCT", "PROD", "VEHICLE", "VEHI", "SOFTWARE"), "PRODUCT"),
    **dict.fromkeys(("WORK", "WORK_OF_ART", "CREATIVE-WORK", "LAW", "MEDIA"), "WORK"),
}
OVERLAP = 64  # tokens that neighbouring windows share; names are far shorter
LONGEST_WINDOW = 512  # tokens, where neither tokenizer nor model says less
_LABEL = re.compile(r"(?:([BILUSE])[-_])?(.+)")


class Span(NamedTuple):
    """A named span: half-open code point offsets, its type, and the mean share of its words."""

    start: int
    end: int
    type: EntityType
    score: float


class _Window(NamedTuple):
    """Some tokens of one text: ids, and for each its offsets and word, None for special ones."""

    text: int
    ids: list[int]
    offsets: list[tuple[int, int]]
    words: list[int | None]


class _Judged(NamedTuple):
    """A word: its offsets, label id, the label's share, and how far its piece is from the edges."""

    start: int
    end: int
    label: int
    share: float
    depth: int


class TokenTagger:
    """Names by a token-classification model. Raises ModelError where it cannot be used."""

    def __init__(
        self,
        name: str,
        revision: str | None = None,
        *,
        types: Mapping[str, EntityType] = TYPES,
        window: int = LONGEST_WINDOW,
        batch: int = 16,
    ) -> None:
        """`name` is a folder, or a hub name with its pinned `revision`; `window` counts tokens."""
        check_pinned(name, revision)
        self._tokenizer, self._network = _loaded(name, revision)
        self.model = Model(name=Path(name).name, revision=revision_of(name, revision))
        self._batch = batch
        self._window = min(window, self._tokenizer.model_max_length, _positions(self._network))
        labels: dict[int, str] = self._network.config.id2label
        self._labels = {i: _parsed(label, types) for i, label in labels.items()}
        if not any(kind for _, kind in self._labels.values()):
            raise ModelError(f"{name}: none of its labels is a type of name: {[*labels.values()]}")

    def tag(self, texts: Sequence[str], languages: Sequence[str]) -> list[list[LabelledSpan]]:  # noqa: ARG002 - such models read any language
        """The spans of each text, by start, without overlap."""
        windows = [w for i, text in enumerate(texts) for w in self._windows(i, text)]
        best: list[dict[int, _Judged]] = [{} for _ in texts]
        for window, logits in self._judged(windows):
            _keep_deepest(best[window.text], window, logits)
        return [self._spans(text, words) for text, words in zip(texts, best, strict=True)]

    def _windows(self, text: int, content: str) -> Iterator[_Window]:
        encoded = self._tokenizer(
            content,
            truncation=True,
            max_length=self._window,
            stride=min(OVERLAP, self._window // 4),
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
        )
        for i, ids in enumerate(encoded["input_ids"]):
            yield _Window(text, ids, encoded["offset_mapping"][i], encoded.word_ids(i))

    def _judged(self, windows: Sequence[_Window]) -> Iterator[tuple[_Window, torch.Tensor]]:
        """Each window with the shares of the labels, shape (tokens, labels).

        Only windows of equal length share a batch: padding would make results depend on it.
        """
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
        while order:
            length = len(windows[order[0]].ids)
            batch = [i for i in order[: self._batch] if len(windows[i].ids) == length]
            order = order[len(batch) :]
            ids = torch.tensor([windows[i].ids for i in batch])
            with torch.inference_mode():
                logits = self._network(input_ids=ids, attention_mask=torch.ones_like(ids)).logits
            yield from zip((windows[i] for i in batch), logits.softmax(-1), strict=True)

    def _spans(self, text: str, words: Mapping[int, _Judged]) -> list[LabelledSpan]:
        """Runs of words of one type; B, S and U open a span, E, L, S and U close it."""
        spans: list[LabelledSpan] = []
        run: list[_Judged] = []
        kind: EntityType | None = None
        for word in sorted(words.values()):
            prefix, found = self._labels[word.label]
            if run and (found != kind or prefix in "BSU"):
                spans.append(_span(text, run, kind))
                run = []
            kind = found
            if kind:
                run.append(word)
            if run and prefix in "LESU":
                spans.append(_span(text, run, kind))
                run = []
        if run:
            spans.append(_span(text, run, kind))
        return spans


def _loaded(name: str, revision: str | None) -> tuple[Any, Any]:  # transformers has no types
    try:
        tokenizer = transformers().AutoTokenizer.from_pretrained(
            name, revision=revision, trust_remote_code=False
        )
        network = transformers().AutoModelForTokenClassification.from_pretrained(
            name, revision=revision, use_safetensors=True, trust_remote_code=False
        )
    except (OSError, ValueError) as error:
        raise ModelError(f"{name}: cannot be loaded as a token classifier: {error}") from error
    if not tokenizer.is_fast:
        raise ModelError(f"{name}: needs a fast tokenizer, which gives offsets")
    return tokenizer, network.eval()


def _positions(network: Any) -> int:
    """How many tokens the model reads; RoBERTa's kind counts two positions that it never uses."""
    return int(getattr(network.config, "max_position_embeddings", LONGEST_WINDOW + 2)) - 2


def _parsed(label: str, types: Mapping[str, EntityType]) -> tuple[str, EntityType | None]:
    """The prefix (I where there is none) and our type of a label such as B-PER."""
    found = _LABEL.fullmatch(label)
    return (found[1] or "I", types.get(found[2].upper())) if found else ("I", None)


def _keep_deepest(words: dict[int, _Judged], window: _Window, shares: torch.Tensor) -> None:
    """Adds each word of the window, unless another window has seen more around it."""
    certain, labels = shares.max(-1)
    here: dict[int, _Judged] = {}
    for i, word in enumerate(window.words):
        if word is None:
            continue
        start, end = window.offsets[i]
        if word in here:  # a later piece only moves the end
            here[word] = here[word]._replace(end=end)
        else:
            depth = min(i, len(window.words) - 1 - i)
            here[word] = _Judged(start, end, int(labels[i]), float(certain[i]), depth)
    for word, judged in here.items():
        if word not in words or judged.depth > words[word].depth:
            words[word] = judged


def _span(text: str, run: Sequence[_Judged], kind: EntityType | None) -> Span:
    assert kind is not None
    start, end = run[0].start, run[-1].end
    bare = text[start:end]
    start += len(bare) - len(bare.lstrip())  # byte-level tokenizers count the space before a word
    share = sum(word.share for word in run) / len(run)
    return Span(start, end - (len(bare) - len(bare.rstrip())), kind, round(share, 3))
