"""The published documents: JSON Schemas and AsyncAPI. `python -m schemas.publish` writes them."""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from .asyncapi import Document, asyncapi, examples_of, name_of
from .channels import CHANNELS, Form
from .compatibility import broken_promises
from .event import Event
from .raw import RawArticle, aliases
from .rejected import Rejected

PUBLISHED = Path(__file__).with_name("published")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _AbsentMeansAbsent(GenerateJsonSchema):
    """Optional fields may be missing, but are never null; names say enough, so no titles."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        generated = super().default_schema(schema)
        return {name: v for name, v in generated.items() if name != "default" or v is not None}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic names it
        return False


def documents() -> dict[str, Document]:
    """Every document by its name: `summary` and so on, and `asyncapi`."""
    forms = [form for channel in CHANNELS for form in channel.carries]
    return {**{name_of(form): schema_of(form) for form in forms}, "asyncapi": asyncapi()}


def schema_of(form: Form) -> Document:
    """The JSON Schema of an event's value; of a dead letter's headers."""
    schema = _raw_article() if form is RawArticle else _generated(form)
    return {
        **schema,
        "$schema": DIALECT,
        "$id": f"urn:newsmill:{form.form.replace('/', ':')}",
        "title": form.__name__,
        "examples": examples_of(form),
    }


def _generated(form: Form) -> Document:
    schema = form.model_json_schema(schema_generator=_AbsentMeansAbsent)
    schema.pop("title", None)
    if issubclass(form, Event):
        schema["properties"]["schema"] = {"const": form.form, "description": "form and version"}
        schema["required"] = sorted([*schema["required"], "version", "schema"])
    if form is Rejected:  # headers are text
        schema["properties"]["newsmill-attempts"] |= {"type": "string", "pattern": "^[1-9][0-9]*$"}
        del schema["properties"]["newsmill-attempts"]["minimum"]
    return schema


def _raw_article() -> Document:
    """Tolerant as the reading is: every accepted name is listed, no value is ruled out by type."""
    fields = RawArticle.model_fields
    properties: Document = {}
    for field, names in aliases().items():
        properties[field] = {"description": fields[field].description}
        for name in names[1:]:
            properties[name] = {"description": f"as `{field}`"}
    return {
        "type": "object",
        "description": "An article as its producer has it; schema.org NewsArticle and IPTC ninjs"
        " documents too. Unknown fields are ignored, letter case in names makes no difference.",
        "properties": properties,
        "minProperties": 1,
    }


def text_of(document: Document) -> str:
    """The document as its file holds it."""
    return json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def main() -> int:
    """Writes all documents. Writes nothing, and returns 1, where one would take something back."""
    faults = [
        f"{name}: {fault}"
        for name, document in documents().items()
        if name != "asyncapi" and (path := PUBLISHED / f"{name}.json").exists()
        for fault in broken_promises(json.loads(path.read_text("utf-8")), document)
    ]
    for fault in faults:
        print(f"the contract only grows: {fault}", file=sys.stderr)
    if faults:
        return 1
    PUBLISHED.mkdir(exist_ok=True)
    for name, document in documents().items():
        (PUBLISHED / f"{name}.json").write_text(text_of(document), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
