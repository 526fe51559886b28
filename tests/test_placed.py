"""The gate on sentences in other words: facts from all the article, each in its place."""

from datetime import UTC, datetime

import pytest

from agents.summarize.verify import verify

HARBOUR = (
    "The ferry Aurora ran aground off Lerwick on Tuesday with 214 people on board. "
    "Three tugs pulled it free before midnight, and nobody was hurt. "
    "The master, Ingrid Solheim, had asked for help at once. "
    "The harbour board reopened the channel in the morning. "
    "Its chairman, Magnus Petrie, praised the crews and promised an inquiry into the chart. "
    "Divers will examine the hull this week, and a barge is to take off the fuel. "
    "Tickets for later sailings stay valid, and an older vessel fills in on the route to Aberdeen. "
    "Storms had moved the sandbank last winter, and pilots had warned of it in letters since. "
    "Passengers spent the night in a school, where volunteers cooked soup and handed out blankets. "
    "The owners, Northline, paid a fine of 18,500 pounds two years ago."
)
TOLD = datetime(2024, 5, 3, 12, tzinfo=UTC)  # a Friday


def wrong(sentence, evidence, published=None):
    checks = verify(sentence, evidence, "en", HARBOUR, published)
    return [check.kind for check in checks if not check.supported]


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        (
            "Chairman Magnus Petrie wants an inquiry into why the chart was wrong.",
            "Its chairman, Magnus Petrie, praised the crews and promised an inquiry.",
        ),
        (
            "Aurora, a ferry with 214 passengers and crew, needed help from tugs.",
            "Three tugs pulled it free before midnight, and nobody was hurt.",
        ),
        (
            "Help from three tugs was enough for the ship of Ingrid Solheim.",
            "The master, Ingrid Solheim, had asked for help at once.",
        ),
    ],
)
def test_names_and_numbers_may_come_from_elsewhere(sentence, evidence):
    assert wrong(sentence, evidence) == []


def test_a_name_is_wrong_where_the_article_tells_it_of_another():
    evidence = "Its chairman, Magnus Petrie, praised the crews and promised an inquiry."
    said = "A promise to look into the chart came from chairman {} who had praise for the crews."
    assert wrong(said.format("Magnus Petrie"), evidence) == []
    assert wrong(said.format("Northline"), evidence) == ["name"]


def test_a_small_number_that_counts_something_else_elsewhere_is_wrong():
    assert wrong("It took two tugs to free the ship by midnight.", HARBOUR) == ["number"]


@pytest.mark.parametrize(
    ("day", "kinds"), [("30 April", []), ("29 April", ["date"]), ("30 March", ["date", "date"])]
)
def test_a_weekday_may_be_told_as_its_date(day, kinds):
    said = f"On {day} a ship got stuck near the Shetland town."
    evidence = HARBOUR.partition(".")[0]
    assert [kind for kind in wrong(said, evidence, TOLD) if kind == "date"] == kinds


def test_a_year_that_the_article_means_is_supported():
    said = "Lerwick saw a ship get stuck in {}."
    assert "number" not in wrong(said.format(2024), HARBOUR, TOLD)
    assert "number" in wrong(said.format(2019), HARBOUR, TOLD)
    assert "number" in wrong(said.format(2024), HARBOUR)


def test_german_nouns_that_the_article_has_not_are_no_names():
    evidence = "In der Elbe ist am Morgen eine Fähre auf eine Sandbank gelaufen."
    said = "Wegen niedrigen Wassers blieb ein Schiff mit Kohle liegen."
    assert [c for c in verify(said, evidence, "de") if not c.supported] == []
    stranger = said.replace("Kohle", "Bremen")
    assert [c.value for c in verify(stranger, evidence, "de") if not c.supported] == ["Bremen"]
