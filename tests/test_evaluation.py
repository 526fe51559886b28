"""The scores are those of the corpus's own script; what they are told in is readable."""

import importlib.util
import json
import random
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from streams.evaluation.catalogue import FAMILIES, differences, drops
from streams.evaluation.figures import figures, groups
from streams.evaluation.gold import EvaluationError, read_figures, read_gold, save_figures
from streams.evaluation.reasons import worst

CORPUS = Path("tests/data/corpus")
GOLD = read_gold(CORPUS / "gold.jsonl")
RAW = {one["id"]: one for one in map(json.loads, (CORPUS / "raw.jsonl").read_bytes().splitlines())}
NOT_OURS = ("_rec", "unknown_ids")

Predictions = list[dict[str, Any]]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def perfect() -> Predictions:
    names = ("id", "language", "title", "author", "published_at", "body", "entities")
    return [{name: one[name] for name in names} | {"summary": one["summary_reference"]}
            for one in GOLD]  # fmt: skip


def trivial() -> Predictions:
    """The content as it came; runs of capitalised words as entities; no author, no date."""
    found = []
    for one in GOLD:
        text = RAW[one["id"]]["content"]
        lines = [line for line in text.splitlines() if line.strip()]
        names = {word for word in text.split() if word[:1].isupper()}
        entities = [{"name": name, "type": "Person"} for name in sorted(names)]
        found.append({"id": one["id"], "language": "en-GB", "title": lines[0], "body": text,
                      "summary": text[:400], "entities": entities})  # fmt: skip
    return found


def damaged(seed: int) -> Predictions:
    """Paragraphs, sentences, mentions and whole fields lost, doubled or exchanged."""
    chance = random.Random(seed)
    found = perfect()
    for one, other in zip(found, chance.sample(perfect(), len(found)), strict=True):
        blocks = (one["body"] + "\n\n" + other["body"]).split("\n\n")
        one["body"] = "\n\n".join(chance.sample(blocks, len(blocks) * 2 // 3))
        words = (one["summary"] + " " + other["summary"]).split()
        one["summary"] = " ".join(chance.choices(words, k=len(words) * 2 // 3))
        one["author"] = chance.sample([*one["author"], *other["author"], "A B"], 1)
        one["entities"] = [damaged_entity(entity, chance) for entity in
                           chance.sample(one["entities"] + other["entities"], 12)]  # fmt: skip
        one["entities"] += chance.choice(GOLD)["not_entities"][:2]
        one["title"] = chance.choice([one["title"].upper(), other["title"]])
        one[chance.choice([name for name in one if name != "id"])] = None
    return found[: chance.randrange(25, 32)]


def damaged_entity(entity: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    mentions = chance.sample(entity["mentions"], len(entity["mentions"]) // 2)
    name = chance.choice([entity["name"], *entity["mentions"]])
    return {"name": name, "mentions": mentions, "type": chance.choice(["PER", "GPE", "law", "ORG"])}


def only(*names: str) -> Predictions:
    return [{name: one[name] for name in ("id", *names)} for one in perfect()]


SETS: dict[str, Callable[[], Predictions]] = {
    "gold": perfect,
    "trivial": trivial,
    "one article": lambda: trivial()[3:4],
    "none": list,
    "another's": lambda: [*perfect()[:9], {"id": "no-such", "body": "What?"}],
    "bodies": lambda: only("body", "title"),
    "empty": lambda: [dict.fromkeys(one, None) | {"id": one["id"]} for one in perfect()],
    **{f"damaged {seed}": partial(damaged, seed) for seed in range(4)},
}


def assert_equal(script: ModuleType, gold: Sequence[Any], predictions: Predictions) -> None:
    theirs = script.score(gold, predictions)
    expected = {name: value for name, value in theirs.items() if name not in NOT_OURS}
    assert figures(gold, predictions) == pytest.approx(expected, rel=0, abs=1e-9)


@pytest.mark.parametrize("name", SETS)
def test_figures_are_those_of_the_script(name: str, script: ModuleType) -> None:
    assert_equal(script, GOLD, SETS[name]())


@pytest.mark.parametrize("language", ["de", "en", "fr", "es"])
def test_figures_of_a_language_are_those_of_the_script(language: str, script: ModuleType) -> None:
    chosen = [one for one in GOLD if one["language"] == language]
    predictions = damaged(7)
    assert_equal(script, chosen, predictions)
    assert groups(GOLD, predictions)[language] == figures(chosen, predictions)


def test_every_figure_is_in_the_catalogue() -> None:
    named = {name for family in FAMILIES.values() for name in family}
    assert set(figures(GOLD, perfect())) == named | {"articles"}


def test_saved_figures_are_read_again(tmp_path: Path) -> None:
    measured = groups(GOLD, damaged(1))
    save_figures(tmp_path / "figures.json", measured)
    assert read_figures(tmp_path / "figures.json") == measured
    assert differences(measured, measured) == []


@pytest.mark.parametrize(
    ("name", "change", "drop"),
    [
        ("body_f1", -0.0099, False),
        ("body_f1", -0.0101, True),
        ("body_f1", +0.2, False),
        ("leaks", +1, True),
        ("leaks", -1, False),
        ("boilerplate_entities", +1, True),
        ("fragments", +1, True),
        ("sum_words", -30, False),
    ],
)
def test_a_drop_is_more_than_a_point_or_one_more_of_what_should_be_none(
    name: str, change: float, drop: bool
) -> None:
    was = groups(GOLD, damaged(2))
    now = {group: dict(values) for group, values in was.items()}
    now["fr"][name] += change
    [one] = differences(was, now)
    assert (one.group, one.name, one.is_drop) == ("fr", name, drop)
    assert drops(was, now) == ([one] if drop else [])


def test_a_figure_that_is_gone_is_a_drop() -> None:
    was, now = groups(GOLD, perfect()), groups(GOLD, only("body"))
    assert {"title_exact", "ent_f1", "sum_facts"} <= {one.name for one in drops(was, now)}


def test_figures_of_other_articles_are_not_compared() -> None:
    was, now = groups(GOLD[:5], perfect()), groups(GOLD, perfect())
    with pytest.raises(EvaluationError, match="other articles"):
        differences(was, now)


def test_the_worst_article_comes_first_with_all_that_is_wrong() -> None:
    predictions = perfect()
    bad, gold = predictions[4], GOLD[4]
    left, first = gold["must_not_contain"][0], gold["body"].split("\n\n")[0]
    bad["body"] = bad["body"].replace(first, left)
    bad["title"], bad["author"], bad["summary"] = "Wrong", ["Nobody Else"], "Nothing at all."
    missed, *rest = bad["entities"]
    rest[0] = rest[0] | {"type": "WORK"}
    bad["entities"] = [*rest, {"name": "Nowhere Inc", "type": "ORG"},
                       {"name": gold["not_entities"][0], "type": "LOC"}]  # fmt: skip
    [verdict, after] = worst(GOLD, predictions, {}, 2)
    assert verdict.id == gold["id"]
    assert verdict.quality < after.quality
    said = "\n".join(verdict.reasons)
    for reason in (
        f"boilerplate left: {left}", f"paragraph lost: {first[:60]}", "not of the body: ",
        f"title: Wrong, should be {gold['title']}", "author: Nobody Else, should be",
        f"fact missed (0% of its words): {gold['key_facts'][0]}",
        f"entity missed: {missed['name']}", "no entity: Nowhere Inc (ORG)",
        f"name from boilerplate: {gold['not_entities'][0]} (LOC)",
        f"type: {rest[0]['name']} is {GOLD[4]['entities'][1]['type']}, not WORK",
    ):  # fmt: skip
        assert reason in said


def test_a_rejected_article_says_why() -> None:
    [verdict] = worst(GOLD, perfect()[1:], {GOLD[0]["id"]: "clean: not-an-article"}, 1)
    assert verdict.reasons == ("rejected by clean: not-an-article",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no articles"),
        ('{"id": "a"}\n', "line 1: 'language' is missing"),
        ("\n[]\n", "line 2: no JSON object"),
        ("nonsense\n", "line 1: not JSON"),
        (f"{json.dumps(GOLD[0])}\n{json.dumps(GOLD[0])}\n", "line 2: dev-001 a second time"),
    ],
)
def test_gold_that_cannot_be_read_says_where(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(EvaluationError, match=said):
        read_gold(path)


@pytest.mark.parametrize("content", ["nonsense", "[1]", '{"all": 3}', '{"all": {"body_f1": "x"}}'])
def test_figures_that_cannot_be_read_say_so(content: str, tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    path.write_text(content, "utf-8")
    with pytest.raises(EvaluationError, match="no figures"):
        read_figures(path)
