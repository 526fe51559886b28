"""The tables of README.md, and deploy/env.example, written from the code itself.

`python -m streams.readme_tables` writes both anew; a test says when that is due.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from .settings import Settings, variable

_ROOT = Path(__file__).parents[1]
_SECTION = re.compile(r"(?<=<!-- table: )(\w+)( -->\n).*?(?=<!-- end -->)", re.S)
_HEAD = "# Every setting with its default. An empty one is not set.\n"


def settings_table(settings: type[Settings] = Settings) -> str:
    """A Markdown table: variable, default, meaning."""
    fields = settings.model_fields.items()
    rows = (
        (f"`{variable(name)}`", "per user" if field.default_factory else shown(field.default),
         str(field.description))
        for name, field in fields
    )  # fmt: skip
    return _table(("setting", "default", "meaning"), rows)


def commands_table(commands: Mapping[str, str]) -> str:
    """A Markdown table of what each command of the program does."""
    rows = ((f"`newsmill {name}`", text) for name, text in commands.items())
    return _table(("command", "does"), rows)


def env_example(settings: type[Settings] = Settings) -> str:
    """Every setting as a commented variable, its meaning above it."""
    entries = (
        f"\n# {field.description}\n# {variable(name)}="
        f"{'' if field.default_factory else shown(field.default)}\n"
        for name, field in settings.model_fields.items()
    )
    return _HEAD + "".join(entries)


def shown(default: object) -> str:
    """A default as one would write it in a variable."""
    if default is None:
        return ""
    return str(default).lower() if isinstance(default, bool) else str(default)


def filled_in(page: str, tables: Mapping[str, str]) -> str:
    """The page with each `<!-- table: NAME -->` … `<!-- end -->` holding its table. KeyError."""
    return _SECTION.sub(lambda found: found[1] + found[2] + tables[found[1]], page)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def main() -> None:
    """Writes README.md and deploy/env.example."""
    from .cli import COMMANDS

    readme = _ROOT / "README.md"
    tables = {"settings": settings_table(), "commands": commands_table(COMMANDS)}
    readme.write_text(filled_in(readme.read_text("utf-8"), tables), "utf-8")
    (_ROOT / "deploy" / "env.example").write_text(env_example(), "utf-8")


if __name__ == "__main__":
    main()
