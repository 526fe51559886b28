"""Names that open German hyphen compounds: found, joined with what the text says elsewhere."""

import pytest

from agents.models.hanta import HantaTagger
from agents.recognize import recognize
from agents.recognize.german import is_leader, keys, opening, splits
from schemas import CleanArticle, Entities

TAGGER = HantaTagger()
TAGS = {"Yoga": "NE", "Karolinska": "NE", "Trump": "XY", "Bild": "NN", "Welt": "NN", "Benz": "NE"}


def tag_of(word: str) -> str:
    return TAGS.get(word, "NN")


def found(text: str) -> dict[str, tuple[str, list[str]]]:
    """Type and mentions of each name; every mention stands at its offsets."""
    article = CleanArticle(
        article_id="a", text=text, language="de", segments=(), removed=(), content_hash="0"
    )
    (result,) = recognize([article], model=TAGGER)
    assert isinstance(result, Entities)
    mentions = [m for entity in result.entities for m in entity.mentions]
    assert [text[m.start : m.end] for m in mentions] == [m.text for m in mentions]
    return {e.name: (e.type, [m.text for m in e.mentions]) for e in result.entities}


@pytest.mark.parametrize(
    ("text", "name", "kind", "mentions"),
    [
        ("Das Unternehmen TikTok wehrt sich. Die Tik-Tok-PR schweigt.", "TikTok", "PRODUCT",
         ["TikTok", "Tik-Tok"]),
        ("Die Tik-Tok-PR schweigt zu den Vorwürfen.", "TikTok", "PRODUCT", ["Tik-Tok"]),
        ("Der Apple-Chef Tim Cook reiste nach Peking.", "Apple", "ORG", ["Apple"]),
        ("Im Boeing-Werk in Everett stehen die Bänder still.", "Boeing", "ORG", ["Boeing"]),
        ("Arbeiter der Tesla-Fabriken und des Tesla-Konzerns streiken.", "Tesla", "ORG",
         ["Tesla", "Tesla"]),
        ("Im VW-Werk in Emden ruht die Arbeit.", "VW", "ORG", ["VW"]),
        ("Die Credit-Suisse-Aktie fiel.", "Credit Suisse", "ORG", ["Credit-Suisse"]),
        ("Die Trump-Regierung verhängt Zölle. Das sagte Präsident Donald Trump.", "Donald Trump",
         "PER", ["Trump", "Donald Trump"]),
        ("Die Trump-Regierung verhängt neue Zölle.", "Trump", "PER", ["Trump"]),
        ("Die Merkel-Regierung hatte das beschlossen.", "Merkel", "PER", ["Merkel"]),
        ("Am Montag sprach Markus Söder. Die Söder-Partei will mehr.", "Markus Söder", "PER",
         ["Markus Söder", "Söder"]),
        ("Der CDU-Politiker Jens Wolf stimmte zu.", "CDU", "ORG", ["CDU"]),
        ("Seit dem Ukraine-Krieg steigen die Preise.", "Ukraine", "LOC", ["Ukraine"]),
    ],
)  # fmt: skip
def test_the_name_in_front_is_the_mention(
    text: str, name: str, kind: str, mentions: list[str]
) -> None:
    assert found(text)[name] == (kind, mentions)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("EU-Kommission", "ORG"),
        ("US-Regierung", "ORG"),
        ("DDR-Regierung", "ORG"),
        ("SPD-Fraktion", "ORG"),
        ("Bertelsmann-Stiftung", "ORG"),
        ("Karolinska-Institut", "ORG"),
        ("Bild-Zeitung", "ORG"),
        ("Robert-Koch-Institut", "ORG"),
    ],
)
def test_institutions_are_whole(name: str, kind: str) -> None:
    assert found(f"Das prüft die {name} in Brüssel.")[name] == (kind, [name])


@pytest.mark.parametrize(
    "compound",
    ["Corona-Pandemie", "Meta-Studie", "Anti-Regierung", "Online-Museum", "Smartphone-Konzern",
     "Auto-Fabrik", "Welt-Rekord", "Ampel-Regierung"],
)  # fmt: skip
def test_plain_nouns_in_front_are_no_names(compound: str) -> None:
    assert found(f"Die {compound} traf die Wirtschaft hart.") == {}


def test_persons_are_known_by_their_last_names_and_places_without_genitive() -> None:
    assert keys(["Donald Trump", "Tik-Tok"]) == {"donaldtrump", "trump", "tiktok"}
    assert keys(["Lettlands", "Ems"]) == {"lettlands", "lettland", "ems"}


@pytest.mark.parametrize(
    ("text", "named", "length"),
    [
        ("Osterz-Aktie", {"osterz"}, 6),
        ("Osterz-Aktie", set(), 0),
        ("Osterz-Stiftung", {"osterz"}, 15),
        ("Benin-Archiv", {"benin"}, 5),
        ("Falcon-9-Rakete", set(), 8),
        ("Nord-Ost-Achse", {"nord"}, 0),
        ("X-Achse", {"x"}, 0),
        ("Yoga-Lehrer", set(), 0),
        ("Trump-Kabinetts", set(), 5),
        ("iPhone-Hülle", set(), 6),
    ],
)
def test_how_much_of_a_compound_is_a_name(text: str, named: set[str], length: int) -> None:
    assert opening(text, frozenset(named), tag_of) == length


@pytest.mark.parametrize(
    ("text", "named", "length"),
    [
        ("Mercedes-Benz", {"mercedes"}, 0),
        ("Elbe-Obst", {"elbe"}, 0),
        ("Dax-Konzern", {"dax"}, 3),
        ("Dax-Konzern", set(), 0),
        ("Tik-Tok-PR", set(), 7),
        ("BMW-Werks", set(), 3),
        ("US-Konzern", set(), 0),
        ("SPD-Regierung", {"spd"}, 0),
        ("Trump-Regierung", {"trump"}, 5),
        ("Haniel-Gruppe", {"haniel"}, 0),
    ],
)
def test_when_a_name_is_cut_out_of_a_whole_one(text: str, named: set[str], length: int) -> None:
    assert splits(text, frozenset(named), tag_of) == length


def test_only_compounds_of_a_government_have_a_leader() -> None:
    assert is_leader("Merkel", "Merkel-Regierung")
    assert not is_leader("Merkel", "Merkel-Stiftung")
    assert not is_leader("Regierung", "Regierung")
