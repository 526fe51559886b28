"""The names that the bundled tagger and rules find in a text, for tests."""

from agents.models.hanta import HantaTagger
from agents.recognize import recognize
from schemas import CleanArticle, Entities, EntityType

TAGGER = HantaTagger()


def entities(text: str, language: str = "de") -> Entities:
    """What is found in an article of this text."""
    article = CleanArticle(
        article_id="a", text=text, language=language, segments=(), removed=(), content_hash="0"
    )
    (result,) = recognize([article], model=TAGGER)
    assert isinstance(result, Entities)
    return result


def found(text: str, language: str = "de") -> dict[str, EntityType]:
    """Each mention as written, and its type."""
    every = entities(text, language).entities
    return {mention.text: entity.type for entity in every for mention in entity.mentions}
