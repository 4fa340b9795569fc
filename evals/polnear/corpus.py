"""PolNeAR's articles and attributions, read from its brat files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest import Span

_ENTITY = re.compile(r"^(T\d+)\t\S+ ([\d ;]+)\t")
_RELATION = re.compile(r"^E\d+\t(.*)")
_ROLE_NUMBER = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One gold attribution: the spans of its three parts, each possibly in pieces or missing."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article's text with its gold attributions."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def read_articles(folder: Path) -> Iterator[AnnotatedArticle]:
    """Yield the articles of one compartment (a folder with `text/` and `attributions/`).

    Where several annotators marked an article, the first by name counts.

    Raises:
        OSError: a file cannot be read.

    """
    seen: set[str] = set()
    for annotations in sorted((folder / "attributions").glob("*.ann")):
        name = annotations.stem.rpartition("_")[0]
        if name in seen:
            continue
        seen.add(name)
        yield AnnotatedArticle(
            name=name,
            # Line ends must stay as they are: the offsets count them.
            text=_as_stored(folder / "text" / f"{name}.txt"),
            attributions=tuple(_attributions(_as_stored(annotations))),
        )


def _as_stored(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _attributions(annotations: str) -> Iterator[Attribution]:
    spans: dict[str, tuple[Span, ...]] = {}
    lines = annotations.splitlines()
    for line in lines:
        if match := _ENTITY.match(line):
            spans[match[1]] = tuple(_pieces(match[2]))
    for line in lines:
        if match := _RELATION.match(line):
            parts: dict[str, tuple[Span, ...]] = {}
            for argument in match[1].split():
                role, _, entity = argument.partition(":")
                role = _ROLE_NUMBER.sub("", role)
                parts[role] = parts.get(role, ()) + spans.get(entity, ())
            if content := parts.get("Content"):
                yield Attribution(
                    source=tuple(sorted(parts.get("Source", ()))),
                    cue=tuple(sorted(parts.get("Cue", ()))),
                    content=tuple(sorted(content)),
                )


def _pieces(text: str) -> Iterator[Span]:
    for piece in text.split(";"):
        start, end = piece.split()
        yield Span(int(start), int(end))
