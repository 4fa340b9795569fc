"""What a user can set, from options given, the environment (`ONRECORD_…`) and defaults.

Only doors and wiring see `Settings`; everything deeper is given the values that it needs.
"""

import difflib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Self

import platformdirs
from pydantic import (
    BeforeValidator,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from rag.values.errors import SettingInvalid

PREFIX = "ONRECORD_"


def default_archive() -> Path:
    """Return the archive folder of a user who named none: in the system's place for user data."""
    return platformdirs.user_data_path("onrecord", appauthor=False)


def parsed_object(given: object) -> object:
    """Return what the JSON text `given` says; anything that is not a text as it is."""
    if not isinstance(given, str):
        return given
    try:
        return json.loads(given or "{}")
    except json.JSONDecodeError as error:
        raise ValueError(f'is not JSON ({error}); write for example {{"model": "name"}}') from error


def split_names(given: object) -> object:
    """Return the names in a text that parts them by commas; anything else as it is."""
    if not isinstance(given, str):
        return given
    return tuple(name.strip() for name in given.split(",") if name.strip())


def expanded(given: object) -> object:
    """Return a path with `~` resolved; refuse an empty one, which would mean the current folder."""
    if not isinstance(given, str | Path):
        return given
    if not str(given).strip():
        raise ValueError("is empty; name a folder")
    return Path(given).expanduser()


class Settings(BaseSettings):
    """Every setting, checked. Making one raises SettingInvalid, which names the setting."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    archive: Annotated[Path, BeforeValidator(expanded)] = Field(default_factory=default_archive)
    """The archive's folder."""
    host: str = Field(default="127.0.0.1", min_length=1)
    """The address to serve at; anything but a loopback address shows the archive to the network."""
    port: int = Field(default=7860, ge=0, le=65_535)
    """0 means any free port."""
    allowed_hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(split_names)] = ()
    """Names, beside the loopback ones, that a request may have in its `Host` header."""
    embedding: str = Field(default="minilm", min_length=1)
    """`minilm`, or a LlamaIndex embedding class as `module:Class`."""
    embedding_args: Annotated[dict[str, Any], NoDecode, BeforeValidator(parsed_object)] = Field(
        default_factory=dict, repr=False
    )
    """Arguments of that class, from JSON. May hold a key, so it is never shown."""

    @model_validator(mode="wrap")
    @classmethod
    def _named_errors(cls, given: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        refuse_unknown_names(os.environ, cls.model_fields)
        try:
            return handler(given)
        except ValidationError as error:
            raise SettingInvalid("\n".join(described(error))) from None


def refuse_unknown_names(environment: Mapping[str, str], known: Mapping[str, object]) -> None:
    """Raise SettingInvalid for a variable with our prefix that sets nothing, as a typo would."""
    for variable in environment:
        name = variable.lower().removeprefix(PREFIX.lower())
        if variable.upper().startswith(PREFIX) and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            there = ", ".join(PREFIX + field.upper() for field in near or known)
            guess = f" Did you mean {there}?" if near else f" There are: {there}."
            raise SettingInvalid(f"The environment sets {variable}, which is no setting.{guess}")


def described(error: ValidationError) -> list[str]:
    """Return one sentence per wrong setting: its option and variable, its value, what is wrong."""
    sentences = []
    for detail in error.errors():
        field = str(detail["loc"][0]) if detail["loc"] else "settings"
        shown = "" if field == "embedding_args" else f" is {detail['input']!r}:"
        reason = detail["msg"].removeprefix("Value error, ")
        sentences.append(f"Setting {field} ({PREFIX}{field.upper()}){shown} {reason}")
    return sentences
