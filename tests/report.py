"""A report of three paragraphs, and the text that `clean` makes of what is put among them."""

from agents.clean import clean
from schemas import CleanArticle, RawArticle

FIRST = (
    "The ferry film Grey Water won five prizes at the festival of Ostby on Sunday, more than any "
    "other entry, and its director thanked the harbour crews who had let her film at night."
)
SECOND = (
    "The jury of the festival said that Grey Water had shown the harbour as nobody had before, "
    "with crews who play themselves and a storm that was filmed in one night in the port of Ostby."
)
LAST = (
    "The festival of Ostby ends on Friday with a showing of Grey Water in the open air at the "
    "harbour, where the director and the crews of the ferries will answer questions afterwards."
)


def text_of(*parts: str) -> str:
    answer = clean(RawArticle(id="a", title="Ferry film wins", content="\n\n".join(parts)))
    assert isinstance(answer, CleanArticle)
    return answer.text
