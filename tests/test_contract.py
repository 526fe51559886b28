"""Golden messages, real output and published documents against one another."""

import copy
import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError  # type: ignore[import-untyped] # untyped

from schemas import (
    CleanArticle,
    Entities,
    Event,
    JourneyRecord,
    RawArticle,
    Rejected,
    Rights,
    SchemaError,
    Summary,
    Withdrawal,
    aliases,
    publish,
)
from schemas.asyncapi import asyncapi, examples_of, headers_of, name_of
from schemas.channels import CHANNELS, Form
from schemas.compatibility import broken_promises
from schemas.publish import PUBLISHED, documents, schema_of, text_of
from streams.codecs import encode
from streams.topics import TOPICS

DATA = Path(__file__).parent / "data" / "events"
GOLDEN = sorted(DATA.glob("*.json"))
EVENTS: tuple[type[Event], ...] = (CleanArticle, Withdrawal, Summary, Entities, JourneyRecord)
ALL_FORMS: tuple[Form, ...] = (*EVENTS, RawArticle, Rejected)
FORMS = {form.form: form for form in ALL_FORMS}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


def form_of(golden: Path) -> Form:
    return FORMS["/".join(golden.stem.rsplit("-", 1))]


def check(schema: dict[str, Any], value: Any) -> None:
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(value)


def made(schema: dict[str, Any], within: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Any value that the schema allows."""
    if "$ref" in schema:
        return made(within["$defs"][schema["$ref"].rpartition("/")[2]], within)
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    least, most = schema.get("minimum"), schema.get("maximum")
    match schema["type"]:
        case "object":
            fields = {name: made(part, within) for name, part in schema["properties"].items()}
            needed = {name: fields.pop(name) for name in schema.get("required", ())}
            return st.fixed_dictionaries(needed, optional=fields)
        case "array":
            items = made(schema["items"], within)
            return st.lists(items, min_size=schema.get("minItems", 0), max_size=3)
        case "integer":
            return st.integers(least, most)
        case "number":
            return st.floats(least, most, allow_infinity=False, allow_nan=False)
        case "boolean":
            return st.booleans()
    if schema.get("format") == "date-time":
        return st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.isoformat())
    if "pattern" in schema:
        return st.from_regex(schema["pattern"], fullmatch=True)
    return st.text(min_size=schema.get("minLength", 0), max_size=50)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.form)
def test_whatever_a_schema_allows_is_read_and_written_as_it_allows(event: type[Event]) -> None:
    schema = schema_of(event)

    @settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(made(schema, schema))
    def read_and_write(fields: dict[str, Any]) -> None:
        read = event.from_dict(fields)
        written = encode(read)
        check(schema, json.loads(written))
        assert encode(event.from_dict(json.loads(written))) == written

    read_and_write()


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.stem)
def test_golden_messages_fit_their_schemas(golden: Path) -> None:
    check(schema_of(form_of(golden)), json.loads(golden.read_bytes()))


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.form)
def test_golden_events_come_back_as_the_same_bytes(event: type[Event]) -> None:
    wire = (DATA / f"{event.form.replace('/', '-')}.json").read_bytes().rstrip(b"\n")
    assert encode(event.from_dict(json.loads(wire))) == wire


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.form)
def test_golden_events_use_every_field(event: type[Event]) -> None:
    golden = json.loads((DATA / f"{event.form.replace('/', '-')}.json").read_bytes())
    assert set(golden) == set(schema_of(event)["properties"])


def test_golden_raw_article_is_read_through_its_aliases() -> None:
    read = RawArticle.read(json.loads((DATA / "raw-article-1.json").read_bytes()))
    assert read == RawArticle(
        content="<p>Die Stadt Köln hat umgesiedelt.</p>",
        content_type="text/html",
        id="https://news.example/?p=17",
        url="https://news.example/a/17",
        source="news.example",
        title="Überschwemmung",
        author=("Jo Reed",),
        published_at="Wed, 04 Mar 2026 08:30:15 GMT",
        fetched_at="2026-03-04T09:30:15Z",
        language="de",
        version=3,
        embargoed_until="2026-03-04T10:30:15Z",
        urgency=2,
        rights=Rights(ai_allowed=False, retention_days=30),
        ignored=("color",),
    )


def test_golden_dead_letter_is_read() -> None:
    read = Rejected.model_validate(json.loads((DATA / "rejected-1.json").read_bytes()))
    assert (read.stage, read.reason, read.attempts) == ("clean", "empty-text", 2)


def test_every_event_has_a_golden_message() -> None:
    assert {form_of(golden) for golden in DATA.glob("*.json")} == set(FORMS.values())


def test_published_files_are_those_that_the_code_makes() -> None:
    published = {path.stem: path.read_text("utf-8") for path in PUBLISHED.glob("*.json")}
    assert published == {name: text_of(document) for name, document in documents().items()}


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.form)
def test_schemas_are_sound_and_their_examples_fit(form: Form) -> None:
    schema = schema_of(form)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:newsmill:{form.form.replace('/', ':')}"
    assert schema["examples"] == examples_of(form) != []
    for example in schema["examples"]:
        check(schema, example)


def test_raw_article_schema_lists_every_accepted_name() -> None:
    names = {name for names in aliases().values() for name in names}
    assert set(schema_of(RawArticle)["properties"]) == names


@given(st.dictionaries(st.sampled_from([*schema_of(RawArticle)["properties"]]), ANYTHING))
def test_raw_article_schema_rules_out_nothing_that_is_read(fields: dict[str, Any]) -> None:
    with suppress(SchemaError):
        RawArticle.read(fields)
        check(schema_of(RawArticle), fields)


def test_events_without_their_required_fields_do_not_fit() -> None:
    schema = schema_of(Summary)
    for name in schema["required"]:
        fields = {k: v for k, v in schema["examples"][0].items() if k != name}
        with pytest.raises(ValidationError):
            check(schema, fields)


def test_channels_are_the_topics() -> None:
    ours = {
        c.name: (tuple(f for f in c.carries if f is not Rejected), c.is_compacted) for c in CHANNELS
    }
    assert ours == {topic.name: (topic.carries, topic.compacted) for topic in TOPICS}


def test_every_reference_in_the_asyncapi_document_leads_somewhere() -> None:
    document = asyncapi()
    found = list(references(document))
    assert len(found) > 10
    for reference in found:
        if reference.startswith("./"):
            assert reference[2:-5] in documents()
        else:
            part: Any = document
            for step in reference.removeprefix("#/").split("/"):
                part = part[step]


def references(part: Any) -> Iterator[str]:
    for name, inner in part.items() if isinstance(part, dict) else enumerate(part):
        if name == "$ref":
            yield inner
        elif isinstance(inner, dict | list):
            yield from references(inner)


@pytest.mark.parametrize("form", EVENTS, ids=lambda form: form.form)
def test_messages_that_a_stage_sends_have_the_described_headers(form: type[Event]) -> None:
    headers = {
        "ce_specversion": "1.0", "ce_id": "1", "ce_source": "newsmill/clean", "ce_subject": "a",
        "ce_type": f"newsmill.{name_of(form)}.v1", "ce_time": "2026-03-04T09:30:00Z",
        "newsmill-origin": "news.raw/0/1", "content-type": "application/json",
    }  # fmt: skip
    check(headers_of(form), headers)
    for name in headers:
        with pytest.raises(ValidationError):
            check(headers_of(form), {k: v for k, v in headers.items() if k != name})


PROMISE: dict[str, Any] = {
    "type": "object",
    "properties": {"a": {"type": "string"}, "b": {"enum": ["x", "y"]}, "c": {"items": {}}},
    "required": ["a"],
    "$defs": {"D": {"type": "object", "properties": {"e": {"minimum": 0}}}},
}


@pytest.mark.parametrize(
    ("where", "change"),
    [
        (("properties",), {"b": {"enum": ["x", "y"]}, "c": {"items": {}}}),
        (("properties", "a"), {"type": "integer"}),
        (("properties", "a"), {"type": "string", "minLength": 1}),
        (("properties", "b"), {"enum": ["x"]}),
        (("properties", "a"), {"type": "string", "enum": ["x"]}),
        (("properties", "c"), {"items": {"type": "string"}}),
        (("required",), ["a", "b"]),
        (("required",), []),
        (("$defs",), {}),
        (("$defs", "D", "properties", "e"), {"minimum": 1}),
    ],
)
def test_a_schema_that_takes_something_back_is_found_out(
    where: tuple[str, ...], change: Any
) -> None:
    new = copy.deepcopy(PROMISE)
    part: Any = new
    for step in where[:-1]:
        part = part[step]
    part[where[-1]] = change
    assert broken_promises(PROMISE, new)


def test_a_schema_may_grow() -> None:
    new = copy.deepcopy(PROMISE)
    new["properties"]["d"] = {"type": "string"}
    new["properties"]["b"]["enum"].append("z")
    new["$defs"]["F"] = {}
    assert broken_promises(PROMISE, new) == []


def test_a_document_that_takes_something_back_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(publish, "PUBLISHED", tmp_path)
    older = schema_of(Summary)
    older["properties"]["gone"] = {"type": "string"}
    (tmp_path / "summary.json").write_text(text_of(older))
    assert publish.main() == 1
    assert "summary: value.gone is gone" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["summary.json"]


def test_documents_are_written_where_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "PUBLISHED", tmp_path / "new")
    assert publish.main() == 0
    assert {path.stem for path in (tmp_path / "new").iterdir()} == set(documents())
