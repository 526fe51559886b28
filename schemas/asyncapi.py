"""The AsyncAPI 3.0 document: topics, keys, headers, messages (https://www.asyncapi.com/docs)."""

from typing import Any

from . import examples
from .channels import CHANNELS, Channel, Form
from .raw import RawArticle
from .rejected import Rejected

Document = dict[str, Any]
_SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12"
_TEXT = {"type": "string", "minLength": 1}
_CLOUD_EVENTS: dict[str, Document] = {
    "ce_specversion": {"const": "1.0"},
    "ce_id": {**_TEXT, "description": "deterministic: the same for the same input and models"},
    "ce_source": {**_TEXT, "description": "newsmill/ and the stage"},
    "ce_subject": {**_TEXT, "description": "the article_id"},
    "ce_time": {"type": "string", "format": "date-time"},
    "newsmill-origin": {**_TEXT, "description": "topic/partition/offset of the raw message"},
}
_TRACE: Document = {"traceparent": {**_TEXT, "description": "W3C Trace Context, as it came in"}}


def asyncapi() -> Document:
    """The whole document; the values' schemas are the files beside it."""
    forms = [form for channel in CHANNELS for form in channel.carries]
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "newsmill",
            "version": "1",
            "description": "News articles in, enriched events out. The prefix `news.` of all"
            " topics is a setting. The contract only grows.",
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "channels": {channel.name: _channel(channel) for channel in CHANNELS},
        "operations": {channel.name: _operation(channel) for channel in CHANNELS},
        "components": {"messages": {form.__name__: _message(form) for form in forms}},
    }


def name_of(form: Form) -> str:
    """The name of an event's document: the event's own, with its version from the second one on."""
    name, _, version = form.form.partition("/")
    return name if version == "1" else f"{name}-{version}"


def ce_type(form: Form) -> str:
    """The CloudEvents type: `newsmill.summary.v1` and so on."""
    name, _, version = form.form.partition("/")
    return f"newsmill.{name}.v{version}"


def _channel(channel: Channel) -> Document:
    return {
        "address": f"news.{channel.name}",
        "description": channel.meaning,
        "messages": {
            form.__name__: {"$ref": f"#/components/messages/{form.__name__}"}
            for form in channel.carries
        },
        "bindings": {
            "kafka": {
                "topicConfiguration": {
                    "cleanup.policy": ["compact", "delete"] if channel.is_compacted else ["delete"]
                }
            }
        },
    }


def _operation(channel: Channel) -> Document:
    """From newsmill's side: it receives raw articles and sends all else."""
    return {
        "action": "receive" if RawArticle in channel.carries else "send",
        "channel": {"$ref": f"#/channels/{channel.name}"},
    }


def _message(form: Form) -> Document:
    key = next(channel.key for channel in CHANNELS if form in channel.carries)
    message: Document = {
        "name": form.form,
        "headers": headers_of(form),
        "bindings": {"kafka": {"key": {"type": "string", "description": key}}},
    }
    if form is Rejected:
        return {**message, "description": "Key and value are the original bytes, untouched."}
    payload = {
        "schemaFormat": _SCHEMA_FORMAT,
        "schema": {"$ref": f"./{name_of(form)}.json"},
    }
    return {
        **message,
        "payload": payload,
        "examples": [{"payload": payload} for payload in examples_of(form)],
    }


def headers_of(form: Form) -> Document:
    """The JSON Schema of a message's headers, each as text."""
    if form is RawArticle:
        content_type = {**_TEXT, "description": "of bare text or HTML, perhaps with a charset"}
        return {"type": "object", "properties": {"content-type": content_type, **_TRACE}}
    fields = {"ce_type": {"const": ce_type(form)}, **_CLOUD_EVENTS}
    if form is Rejected:
        ours = {"$ref": f"./{name_of(form)}.json"}
        content_type = {
            **_TEXT,
            "description": "the original's, or application/octet-stream",
        }
        return {"allOf": [_headers({**fields, "content-type": content_type}), ours]}
    return _headers({**fields, "content-type": {"const": "application/json"}})


def _headers(fields: dict[str, Document]) -> Document:
    return {
        "type": "object",
        "properties": {**fields, **_TRACE},
        "required": sorted(fields),
    }


def examples_of(form: Form) -> list[Document]:
    """Examples of the value; of a dead letter's headers."""
    if form is RawArticle:
        return [examples.RAW]
    if form is Rejected:
        return [examples.REJECTED]
    return [event.to_dict() for event in examples.EVENTS if type(event) is form]
