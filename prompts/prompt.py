"""One text with named holes, read from this package's data and checked before use."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

_FILES = ("phrases.toml", "generation.toml")


class PromptInvalid(Exception):
    """A prompt is missing, or its holes are not the ones that it declares."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A text whose `$holes` are exactly its declared fields."""

    name: str
    text: str
    fields: tuple[str, ...]

    def __post_init__(self) -> None:
        """Raise PromptInvalid when text and fields do not agree."""
        template = Template(self.text)
        holes = set(template.get_identifiers())
        if not template.is_valid() or holes != set(self.fields):
            raise PromptInvalid(
                f"prompt {self.name!r} declares {sorted(self.fields)} but its text has "
                f"{sorted(holes)}; a literal dollar sign is written $$"
            )

    @property
    def digest(self) -> str:
        """The hexadecimal SHA-256 of text and fields: what was said can be told from it."""
        whole = "\0".join((self.text, *self.fields))
        return hashlib.sha256(whole.encode("utf-8")).hexdigest()

    def fill(self, **values: str) -> str:
        """Return the text with every hole filled.

        Values are put in as they are, once: a `$` inside one is never read as a hole.
        """
        if set(values) != set(self.fields):
            raise PromptInvalid(
                f"prompt {self.name!r} needs {sorted(self.fields)}, got {sorted(values)}"
            )
        return Template(self.text).substitute(values)


def load(name: str) -> Prompt:
    """Return the prompt of that name; raise PromptInvalid when there is none."""
    try:
        return _all()[name]
    except KeyError:
        raise PromptInvalid(f"there is no prompt {name!r}; there are {sorted(_all())}") from None


def digest(*names: str) -> str:
    """Return the hexadecimal SHA-256 of several prompts together, in this order."""
    whole = "\0".join(load(name).digest for name in names)
    return hashlib.sha256(whole.encode("ascii")).hexdigest()


@cache
def _all() -> Mapping[str, Prompt]:
    rows = {
        name: row
        for file in _FILES
        for name, row in tomllib.loads(files("prompts").joinpath(file).read_text("utf-8")).items()
    }
    return {
        name: Prompt(name, row["text"], tuple(row.get("fields", ()))) for name, row in rows.items()
    }
