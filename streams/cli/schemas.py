"""`newsmill schemas`: the contract as JSON Schemas and AsyncAPI."""

import difflib
import json
from typing import Any

import click

from .options import settings_options
from .output import is_terminal, write_object

Documents = dict[str, dict[str, Any]]


@click.command()
@click.argument("name", required=False)
@settings_options
def command(name: str | None) -> None:
    """Print the JSON Schemas and the AsyncAPI document; without NAME, what there is.

    \b
    Example:
      newsmill schemas
      newsmill schemas summary > summary.schema.json
    """
    from schemas.publish import documents

    published = documents()
    if name is not None:
        click.echo(json.dumps(find(published, name), indent=2, ensure_ascii=False))
        return
    for file, document in published.items():
        about = document.get("description") or document.get("info", {}).get("description") or ""
        if is_terminal():
            click.echo(f"{file:32} {about.splitlines()[0] if about else ''}")
        else:
            write_object({"name": file, "description": about})


def find(published: Documents, name: str) -> dict[str, Any]:
    """The document of that name, or the one that it begins. Raises click.UsageError.

    The event's name does too, as a value's `schema` or the code has it: CleanArticle, summary/1.
    """
    wanted = _letters(name.removesuffix(".json").removesuffix("/1"))
    begun = [file for file in published if _letters(file).startswith(wanted)]
    for file in begun:
        if _letters(file) == wanted:
            return published[file]
    if len(begun) == 1:
        return published[begun[0]]
    near = difflib.get_close_matches(name, published, n=1, cutoff=0.3)
    choices = begun or near or list(published)
    raise click.UsageError(f"no document {name!r}; did you mean {', '.join(choices)}?")


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()
