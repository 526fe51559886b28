"""Recognising names: order, offsets, rights, and independence of the batch."""

from collections.abc import Sequence
from typing import NamedTuple

from agents.errors import Reject
from agents.models.hanta import HantaTagger
from agents.models.protocols import LabelledSpan
from agents.recognize import recognize
from schemas import CleanArticle, Entities, EntityType, Model, Rights, Segment, entity_id

TEXT = (
    "The governor of Kerala, Anita Nair, met Paul Weber in Lisbon on Monday.\n\n"
    "Weber said the talks in Lisbon had gone well."
)


def article(text: str = TEXT, language: str = "en", allowed: bool = True) -> CleanArticle:
    return CleanArticle(
        article_id=f"{language}:{text[:10]}",
        text=text,
        language=language,
        segments=(Segment(start=0, end=len(text), raw_start=0, raw_end=len(text)),),
        removed=(),
        content_hash="0",
        rights=Rights(ai_allowed=allowed),
    )


def only(result: Entities | Reject) -> Entities:
    assert isinstance(result, Entities)
    return result


def test_every_mention_stands_at_its_offsets() -> None:
    found = only(recognize([article()], model=HantaTagger())[0])
    assert found.entities
    for entity in found.entities:
        assert entity.entity_id == entity_id(entity.name, entity.type)
        for mention in entity.mentions:
            assert TEXT[mention.start : mention.end] == mention.text


def test_a_last_name_is_a_mention_of_the_full_name() -> None:
    found = only(recognize([article()], model=HantaTagger())[0])
    weber = next(e for e in found.entities if e.name == "Paul Weber")
    assert [m.text for m in weber.mentions] == ["Paul Weber", "Weber"]
    assert weber.type == "PER"


def test_an_article_that_forbids_it_is_rejected_in_its_place() -> None:
    articles = [article(), article(allowed=False), article("Paris.", "fr")]
    results = recognize(articles, model=HantaTagger())
    rejected = results[1]
    assert isinstance(rejected, Reject)
    assert (rejected.reason, rejected.detail) == ("no-ai", "the producer forbids it")
    assert [r.article_id for r in results if isinstance(r, Entities)] == [
        articles[0].article_id,
        articles[2].article_id,
    ]


def test_results_do_not_depend_on_the_batch() -> None:
    articles = [article(), article("Anna Berg wohnt in Köln.", "de"), article("...", "und")] * 3
    together = recognize(articles, model=HantaTagger())
    alone = [recognize([a], model=HantaTagger())[0] for a in articles]
    assert [only(r).to_dict() for r in together] == [only(r).to_dict() for r in alone]


def test_salience_falls_from_one() -> None:
    saliences = [e.salience for e in only(recognize([article()], model=HantaTagger())[0]).entities]
    assert saliences == sorted(saliences, reverse=True)
    assert saliences[0] == 1


def test_a_tagger_s_types_are_voted_on() -> None:
    class Spans(NamedTuple):
        start: int
        end: int
        type: EntityType
        score: float

    class Fixed:
        model = Model(name="fixed", revision="1")

        def tag(self, texts: Sequence[str], languages: Sequence[str]) -> list[list[LabelledSpan]]:
            del languages
            return [[Spans(0, 4, "LOC", 0.4), Spans(5, 9, "PER", 0.9)] for _ in texts]

    found = only(recognize([article("Lima Lima")], model=Fixed())[0])
    [lima] = found.entities
    assert (lima.type, len(lima.mentions), found.model.name) == ("PER", 2, "fixed")


def test_what_the_headline_names_comes_first() -> None:
    text = "Paul Weber was in Lisbon.\n\nThere Anna Nair spoke."
    titled = article(text).model_copy(update={"title": "Anna Nair speaks"})
    names = [e.name for e in only(recognize([titled], model=HantaTagger())[0]).entities]
    assert names[0] == "Anna Nair"


def test_no_articles_give_no_results() -> None:
    assert recognize([], model=HantaTagger()) == []
