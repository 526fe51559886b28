"""Reads the settings in force; what is wrong with one is said in its own words."""

import difflib
import os
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from .settings import PREFIX, Settings, SettingsError, variable


def load(flags: Mapping[str, Any] | None = None) -> Settings:
    """The settings in force. Raises SettingsError naming the setting and what was expected."""
    _check_environment()
    try:
        return Settings(**{k: v for k, v in (flags or {}).items() if v is not None})
    except ValidationError as error:
        faults = (_fault(one, flags or {}) for one in error.errors())
        raise SettingsError("; ".join(faults)) from None
    except ValueError as error:  # a newsmill.toml that is no TOML
        raise SettingsError(f"newsmill.toml: {error}") from None


def _check_environment() -> None:
    known = [variable(name) for name in Settings.model_fields]
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in known:
            raise SettingsError(f"{name} is no setting{_nearest(name, known)}")


def _fault(error: Any, flags: Mapping[str, Any]) -> str:
    name = str(error["loc"][0]) if error["loc"] else "settings"
    if error["type"] == "extra_forbidden":
        return _unknown(name) if name in flags else f"newsmill.toml: {_unknown(name)}"
    shown = "" if "password" in name else f", got {error['input']!r}"
    return f"{variable(name)}: {error['msg']}{shown}"


def _unknown(name: str) -> str:
    """Of a flag or a line of newsmill.toml; there a setting goes by its plain name."""
    known = list(Settings.model_fields)
    plain = name.lower().removeprefix(PREFIX.lower()).replace("-", "_")
    advice = f": write `{plain}`" if plain in known else _nearest(plain, known)
    return f"{name} is no setting{advice}"


def _nearest(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]}?" if near else "; the README lists them all"
