"""The topics as the settings want them."""

from streams.loading import load
from streams.topic_specs import topic_specs


def test_the_settings_shape_every_topic() -> None:
    settings = load({"topic_prefix": "a.", "partitions": 8, "replication": 3, "retention_hours": 2})
    specs = {spec.name: spec for spec in topic_specs(settings)}
    assert set(specs) == {
        "a.raw", "a.clean", "a.summaries", "a.entities", "a.rejected", "a.journey",
    }  # fmt: skip
    assert {(spec.partitions, spec.replication) for spec in specs.values()} == {(8, 3)}
    assert dict(specs["a.raw"].config) == {
        "cleanup.policy": "delete", "retention.ms": "7200000", "max.message.bytes": "10500000",
    }  # fmt: skip
    assert dict(specs["a.summaries"].config)["cleanup.policy"] == "compact,delete"


def test_a_dead_letter_of_the_largest_article_fits_with_its_cause() -> None:
    sizes = {spec.name: dict(spec.config)["max.message.bytes"] for spec in topic_specs(load())}
    assert int(sizes["news.rejected"]) > int(sizes["news.raw"])
