"""What the rest of a text adds to the evidence for a name."""

from agents.models.hanta import parts_of_speech
from agents.recognize.across import across
from agents.recognize.evidence import evidence
from agents.recognize.find import groups


def added(text: str, language: str) -> dict[str, set[str]]:
    """What `across` adds to the evidence of each name."""
    members = groups(text, language, parts_of_speech)
    before = [evidence(group, language) for group in members]
    after = across(members, before)
    return {
        group[0].text: set(new) - set(old)
        for group, old, new in zip(members, before, after, strict=True)
    }


def test_names_in_one_list_are_of_one_type() -> None:
    seen = added("Il possède Renault, Qualbor et Peugeot depuis mai.", "fr")
    assert "listed beside ORG" in seen["Qualbor"]


def test_a_word_written_small_elsewhere_is_noted() -> None:
    seen = added("Storms came. Then the storms left, and Anna Berg slept.", "en")
    assert seen["Storms"] == {"also written small"}
    assert seen["Anna Berg"] == set()


def test_other_evidence_than_lists_counts_once_for_a_bare_article() -> None:
    text = "The Ever Rising was towed. The Biden government waited."
    found_groups = {g[0].text: evidence(g, "en") for g in groups(text, "en", parts_of_speech)}
    assert "clear article" not in found_groups["Biden"]
