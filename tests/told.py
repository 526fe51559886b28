"""Summaries of labelled articles, true and with one fault, led through the gate as in production.

Run on labelled sets:  python tests/told.py GOLD.jsonl...
"""

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from faults import FAULTS, Sentence

from agents.models.minilm import MiniLM
from agents.summarize import summarize
from agents.summarize.abstract import drafts
from agents.summarize.choice import Limits
from agents.text import sentences
from schemas import CleanArticle

ROOM = Limits(sentences=100, chars=100_000)  # the gate is looked at, not the limits


class Told(NamedTuple):
    """A summary of an article; `fault` is None where every sentence is true."""

    article: CleanArticle
    origin: str  # "reference": paraphrased by people; "extracted": the article's own sentences
    sentences: tuple[str, ...]
    fault: str | None = None
    at: int = 0  # the faulty sentence


class Labelled(NamedTuple):
    """An article with what people said of it."""

    article: CleanArticle
    reference: str
    names: dict[str, str]


def labelled(path: Path) -> list[Labelled]:
    found = []
    for line in path.read_text("utf-8").splitlines():
        gold = json.loads(line)
        body = gold["body"].replace("\u00ad", "").replace("\u200b", "").replace("\u00a0", " ")
        if "Ã" in body:  # as the cleaner would repair it
            body = body.encode("cp1252", "ignore").decode("utf-8", "ignore")
        article = CleanArticle(
            article_id=gold["id"], title=gold["title"], text=body, language=gold["language"],
            segments=(), removed=(), content_hash="x",
        )  # fmt: skip
        names = {m: e["type"] for e in gold["entities"] for m in e["mentions"]}
        found.append(Labelled(article, gold["summary_reference"], names))
    return found


def true_summaries(articles: Sequence[Labelled], model: MiniLM, seed: int = 0) -> list[Told]:
    """Each article's reference, its extractive summary and some sentences of its text."""
    rng = random.Random(seed)
    extracts = summarize([each.article for each in articles], model=model)
    made = []
    for each, extract in zip(articles, extracts, strict=True):
        text, language = each.article.text, each.article.language
        own = [text[a:b] for a, b in sentences(text, language) if text[b - 1] in '.!?”“»"']
        picked = sorted(rng.sample(range(len(own)), min(4, len(own))))
        for origin, told in (
            ("reference", each.reference),
            ("extracted", extract.text),
            ("extracted", " ".join(own[i] for i in picked)),
        ):
            made.append(Told(each.article, origin, _sentences(told, language)))
    return made


def _sentences(text: str, language: str) -> tuple[str, ...]:
    return tuple(" ".join(text[a:b].split()) for a, b in sentences(text, language))


def faulty_summaries(
    articles: Sequence[Labelled], told: Sequence[Told], count: int, seed: int = 0
) -> list[Told]:
    """`count` summaries with one fault each, the kinds and the origins in turn."""
    rng = random.Random(seed)
    names = {each.article.article_id: each.names for each in articles}
    origins = ("reference", "extracted")
    pools = {o: [one for one in told if one.origin == o] for o in origins}
    made: dict[Told, None] = {}
    for turn in range(count * 40):
        if len(made) == count:
            break
        fault = FAULTS[turn % len(FAULTS)]
        one = rng.choice(pools[origins[turn // len(FAULTS) % 2]])
        at = rng.randrange(len(one.sentences))
        if changed := fault(_open(one, at, articles, names), rng):
            if changed != one.sentences[at]:
                said = (*one.sentences[:at], changed, *one.sentences[at + 1 :])
                made[one._replace(sentences=said, fault=fault.__name__, at=at)] = None
    return list(made)


def _open(one: Told, at: int, articles: Sequence[Labelled], names: dict[str, dict[str, str]]):
    """The sentence with all that a fault may put into it."""
    own = names[one.article.article_id]
    strangers = {
        name: kind
        for each in articles
        if each.article.language == one.article.language
        for name, kind in each.names.items()
        if not any(word in one.article.text for word in re.findall(r"\w{3,}", name))
    }
    return Sentence(one.sentences[at], one.article.language, own, strangers)


def reasons(told: Sequence[Told], model: MiniLM) -> list[tuple[str | None, ...]]:
    """For each summary, why the gate stops each of its sentences, if so."""
    texts = [" ".join(one.sentences) for one in told]
    made = drafts([one.article for one in told], texts, model, ROOM)
    return [draft.reasons for draft in made]


def main(*paths: str) -> None:
    model = MiniLM()
    articles = [each for path in paths for each in labelled(Path(path))]
    told = true_summaries(articles, model)
    passed, said, alarms, whole, alarmed = {}, Counter(), Counter(), Counter(), Counter()
    for one, why in zip(told, reasons(told, model), strict=True):
        for sentence, reason in zip(one.sentences, why, strict=True):
            passed[one.article, sentence] = not reason
            said[one.origin, one.article.language] += 1
            alarms[one.origin, one.article.language] += bool(reason)
            if reason:
                print("alarm", one.origin, one.article.article_id, reason, "|", sentence)
        whole[one.origin] += 1
        alarmed[one.origin] += any(why)
    made = faulty_summaries(articles, told, 1000)
    caught, tried, easy = Counter(), Counter(), 0
    truth = {(one.article, one.origin, i): one for one in told for i in range(1)}
    originals = {}
    for one in told:
        originals.setdefault((one.article.article_id, one.origin), []).append(one)
    for one, why in zip(made, reasons(made, model), strict=True):
        [base] = [b for b in originals[one.article.article_id, one.origin]
                  if b.sentences[: one.at] == one.sentences[: one.at]
                  and b.sentences[one.at + 1 :] == one.sentences[one.at + 1 :]][:1]
        if not passed[one.article, base.sentences[one.at]]:
            easy += 1
            continue
        if len(why) != len(one.sentences):
            print("SPLIT", one.sentences, why)
        hit = bool(why[one.at]) if len(why) == len(one.sentences) else any(why)
        key = (one.origin, one.fault)
        tried[key] += 1
        caught[key] += hit
        tried["language", one.article.language] += 1
        caught["language", one.article.language] += hit
        if not hit:
            print("missed", one.fault, one.origin, one.article.article_id, "|", one.sentences[one.at], "|", base.sentences[one.at])
    for key in sorted(tried):
        print(*key, caught[key], "of", tried[key])
    for origin in whole:
        n, k = sum(v for (o, _), v in said.items() if o == origin), sum(v for (o, _), v in alarms.items() if o == origin)
        keys = [k for k in tried if k[0] == origin]
        t, c = sum(tried[k] for k in keys), sum(caught[k] for k in keys)
        print(origin, "alarms: sentences", k, "of", n, f"= {k / n:.3f}", {l: f"{alarms[o, l]}/{said[o, l]}" for o, l in said if o == origin},
              "summaries", alarmed[origin], "of", whole[origin], "| found", c, "of", t, f"= {c / max(t, 1):.3f}")
    print("faults in sentences stopped anyway", easy, "of", len(made))


if __name__ == "__main__":
    main(*sys.argv[1:])
