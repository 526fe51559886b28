"""All figures of predictions against annotated articles.

A field that no prediction has is left out with its figures; one that some have is empty for the
others. Rates of entities and authors are micro: over all entities, not over articles.
"""

from collections.abc import Callable, Iterable, Sequence

from .gold import ALL, Fields, Figures, Groups, languages
from .leads import lead
from .matching import match
from .measures import Rates, bag_rates, fact_coverage, mean, rates, rouge
from .normal import normal, tokens

Pair = tuple[Fields, Fields]  # an annotated article and its prediction, empty where there is none
Family = Callable[[Sequence[Pair]], Figures]

_TOP_FACTS = 3  # facts are in order of importance


def groups(gold: Sequence[Fields], predictions: Sequence[Fields]) -> Groups:
    """The figures over all articles, and over those of each language."""
    found = {ALL: figures(gold, predictions)}
    for language in languages(gold):
        chosen = [one for one in gold if one["language"] == language]
        found[language] = figures(chosen, predictions)
    return found


def figures(gold: Sequence[Fields], predictions: Iterable[Fields]) -> Figures:
    """Every figure by its name; predictions of other articles count for nothing."""
    pairs = paired(gold, predictions)
    given = {name for _, prediction in pairs for name in prediction}
    missing = sum(not prediction for _, prediction in pairs)
    found: Figures = {"articles": len(pairs), "missing_predictions": missing}
    for name, family in _FAMILIES.items():
        if name in given:
            found |= family(pairs)
    return found | _comparison(pairs)


def paired(gold: Sequence[Fields], predictions: Iterable[Fields]) -> list[Pair]:
    """Each annotated article with its prediction."""
    by_id = {one.get("id"): one for one in predictions}
    return [(one, by_id.get(one["id"], {})) for one in gold]


def text_of(prediction: Fields, name: str) -> str:
    """The field as text, empty where it is absent."""
    return str(prediction.get(name) or "")


def body_rates(gold: Fields, prediction: Fields) -> Rates:
    """Rates of the tokens of the body."""
    return bag_rates(tokens(text_of(prediction, "body")), tokens(gold["body"]))


def strings_left(gold: Fields, prediction: Fields) -> list[str]:
    """The boilerplate that still stands in the body."""
    body = normal(text_of(prediction, "body"))
    return [one for one in gold["must_not_contain"] if normal(one) in body]


def is_title_exact(gold: Fields, prediction: Fields) -> bool:
    """Whether it is the headline, and that alone."""
    return normal(text_of(prediction, "title")) == normal(gold["title"])


def is_language_right(gold: Fields, prediction: Fields) -> bool:
    """Whether it begins with the ISO 639-1 code."""
    return text_of(prediction, "language").lower()[:2] == text_of(gold, "language")


def is_day_right(gold: Fields, prediction: Fields) -> bool:
    """Whether both name the same day, or both none."""
    return text_of(prediction, "published_at")[:10] == text_of(gold, "published_at")[:10]


def authors(fields: Fields) -> set[str]:
    """The names of the authors, normal."""
    return {normal(name) for name in fields.get("author") or ()}


def _body(pairs: Sequence[Pair]) -> Figures:
    each = [body_rates(*pair) for pair in pairs]
    left = [len(strings_left(*pair)) for pair in pairs]
    strings = sum(len(gold["must_not_contain"]) for gold, _ in pairs)
    return {
        "body_p": mean(one.precision for one in each),
        "body_r": mean(one.recall for one in each),
        "body_f1": mean(one.f1 for one in each),
        "leaks": sum(left),
        "leak_rate": sum(left) / strings if strings else 0.0,
        "articles_with_leaks": sum(map(bool, left)),
    }


def _authors(pairs: Sequence[Pair]) -> Figures:
    found = [(authors(prediction), authors(gold)) for gold, prediction in pairs]
    right = sum(len(ours & theirs) for ours, theirs in found)
    ours_count, theirs_count = (sum(map(len, side)) for side in zip(*found, strict=True))
    return {"author_f1": rates(right, ours_count, theirs_count).f1}


def _share(name: str, claim: Callable[[Fields, Fields], bool]) -> Family:
    return lambda pairs: {name: mean(claim(*pair) for pair in pairs)}


def _summaries(pairs: Sequence[Pair]) -> Figures:
    return _texts("sum_", [(gold, text_of(prediction, "summary")) for gold, prediction in pairs])


def _comparison(pairs: Sequence[Pair]) -> Figures:
    """What the beginning of the body and the reference summary reach."""
    leads = [(gold, lead(gold["body"])) for gold, _ in pairs]
    references = [(gold, gold["summary_reference"]) for gold, _ in pairs]
    reference = _texts("ref_", references)
    chosen = {name: reference[name] for name in ("ref_words", "ref_facts")}
    return _texts("lead3_", leads) | chosen


def _texts(prefix: str, texts: Sequence[tuple[Fields, str]]) -> Figures:
    """Means over texts that stand as summaries of the annotated articles beside them."""
    each = [rouge(text, gold["summary_reference"]) for gold, text in texts]
    facts = [fact_coverage(text, gold["key_facts"], gold["language"]) for gold, text in texts]
    found = {name: mean(one[name] for one in each) for name in ("rouge1", "rouge2", "rougeL")}
    found["facts"] = mean(map(mean, facts))
    found["facts_top3"] = mean(mean(one[:_TOP_FACTS]) for one in facts)
    found["words"] = mean(len(tokens(text)) for _, text in texts)
    return {prefix + name: value for name, value in found.items()}


def _entities(pairs: Sequence[Pair]) -> Figures:
    each = [match(gold, prediction.get("entities") or ()) for gold, prediction in pairs]
    right = sum(len(one.right) for one in each)
    typed = right - sum(len(one.mistyped) for one in each)
    found = right + sum(len(one.wrong) for one in each)
    wanted = right + sum(len(one.missed) for one in each)
    salient = sum(len(one.salient) for one in each)
    salient_found = salient - sum(len(one.salient_missed) for one in each)
    untyped_rates, typed_rates = rates(right, found, wanted), rates(typed, found, wanted)
    return {
        **dict(zip(("ent_p", "ent_r", "ent_f1"), untyped_rates, strict=True)),
        **dict(zip(("ent_typed_p", "ent_typed_r", "ent_typed_f1"), typed_rates, strict=True)),
        "ent_type_accuracy": typed / right if right else 0.0,
        "salient_recall": salient_found / salient if salient else 1.0,
        "boilerplate_entities": sum(len(one.from_boilerplate) for one in each),
        "fragments": sum(len(one.fragments) for one in each),
    }


_FAMILIES: dict[str, Family] = {
    "body": _body,
    "title": _share("title_exact", is_title_exact),
    "language": _share("language_accuracy", is_language_right),
    "published_at": _share("published_day_accuracy", is_day_right),
    "author": _authors,
    "summary": _summaries,
    "entities": _entities,
}
