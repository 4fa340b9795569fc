"""What a user can set, from options given, the environment (`ONRECORD_…`) and defaults.

Only doors and wiring see `Settings`; everything deeper is given the values that it needs.
"""

import difflib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Self
from urllib.parse import urlsplit

import platformdirs
from pydantic import (
    BeforeValidator,
    Field,
    ModelWrapValidatorHandler,
    SecretStr,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from rag.values.errors import SettingInvalid

PREFIX = "ONRECORD_"
SECRET: Final = frozenset({"embedding_args", "model_key", "model_url"})
"""Settings whose value no message may show."""

_NOWHERE: Final = (
    "Setting model (ONRECORD_MODEL) is {model!r}, but ONRECORD_MODEL_URL does not say where that"
    " model is, so nothing is sent anywhere. Set it to the base address of its endpoint, for"
    " example http://127.0.0.1:11434/v1 for a model on this machine or https://api.openai.com/v1"
    " for OpenAI's, or unset ONRECORD_MODEL."
)


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


def endpoint(given: object) -> object:
    """Return the base address of an endpoint without its last slash; refuse what is none."""
    if not isinstance(given, str):
        return given
    try:
        parts = urlsplit(given.strip())
        named = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        named = False
    if not named:
        raise ValueError("is no address; write for example http://127.0.0.1:11434/v1")
    if "@" in parts.netloc:
        raise ValueError("holds a user or password; give the key as ONRECORD_MODEL_KEY")
    if parts.query or parts.fragment:
        raise ValueError("has a query or fragment; write only the base, such as …/v1")
    return given.strip().rstrip("/")


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
    model: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    """The language model that writes answers from the evidence; none by default, and then nothing
    is ever sent anywhere."""
    model_url: Annotated[str, BeforeValidator(endpoint)] = Field(default="", validate_default=False)
    """The base address of an endpoint that speaks OpenAI's chat completions. It has no default:
    words of the pages go where somebody said they may go, and nowhere else."""
    model_key: SecretStr = SecretStr("")
    """The endpoint's key; a local endpoint needs none."""
    model_deadline: float = Field(default=60.0, gt=0, le=3_600, allow_inf_nan=False)
    """Seconds that the model may take for one question in all, retries included."""
    model_context: int = Field(default=6_000, ge=200, le=1_000_000)
    """Tokens of evidence sent with a question, at most."""
    model_output: int = Field(default=1_500, ge=50, le=100_000)
    """Tokens that the model may write, at most."""

    @model_validator(mode="wrap")
    @classmethod
    def _named_errors(cls, given: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        refuse_unknown_names(os.environ, cls.model_fields)
        try:
            made = handler(given)
        except ValidationError as error:
            raise SettingInvalid("\n".join(described(error))) from None
        if made.model and not made.model_url:
            raise SettingInvalid(_NOWHERE.format(model=made.model))
        return made


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
        shown = "" if field in SECRET else f" is {detail['input']!r}:"
        reason = detail["msg"].removeprefix("Value error, ")
        sentences.append(f"Setting {field} ({PREFIX}{field.upper()}){shown} {reason}")
    return sentences
