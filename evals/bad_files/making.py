"""Bad files by number: the same number is always the same file."""

import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evals.bad_files.packed import ARCHIVES, stepping_out
from evals.bad_files.pdfs import SHAPES
from evals.bad_files.texts import HOPELESS, TRYING, prose

Make = Callable[[random.Random], tuple[str, bytes]]

_READABLE_PDFS = frozenset({
    "one page named many times", "count beyond belief", "negative count", "no kids",
    "table that leads to itself", "table behind the end", "table before the start", "no table",
    "table of ten million", "length that lies", "form that draws itself", "outline in a circle",
    "characters without end", "character map cut off", "box of no size", "numbers that are none",
    "object stream of itself", "page tree in a circle", "page that is its own kid",
})  # fmt: skip
"""Shapes around a sound sentence, which a patient reader may well find."""
_ODD_NAMES = (
    "new\nline.txt",
    "\x1b[31mred.txt",
    "=cmd().txt",
    "a" * 240 + ".txt",
    "CON.txt",
    "\u202etxt.exe",
)


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file on the disk that is, or may be, no page."""

    place: Path
    kind: str
    hopeless: bool
    """Whether nothing of it can be stored; else it may be stored or rejected."""


@dataclass(frozen=True, slots=True)
class _Kind:
    told: str
    hopeless: bool
    make: Make


def _pdf(make: Callable[[], bytes], _: random.Random) -> tuple[str, bytes]:
    return "bad.pdf", make()


def _archive(make: Callable[[], tuple[str, bytes]], _: random.Random) -> tuple[str, bytes]:
    return make()


def _kinds() -> Sequence[_Kind]:
    pdfs = [
        _Kind(f"PDF: {told}", told not in _READABLE_PDFS, partial(_pdf, make))
        for told, make in SHAPES.items()
    ]
    archives = [_Kind(told, True, partial(_archive, make)) for told, make in ARCHIVES.items()]
    texts = [_Kind(told, True, make) for told, make in HOPELESS.items()]
    trying = [_Kind(told, False, make) for told, make in TRYING.items()]
    outside = _Kind("zip that steps out", False, lambda _: ("odd.zip", stepping_out()))
    return (*texts, *trying, outside, *archives, *pdfs)


KINDS = _kinds()


def put_bad_file(folder: Path, number: int) -> BadFile:
    """Write the bad file of that number into a folder of its own under `folder`."""
    source = random.Random(f"bad file {number}")  # noqa: S311 - nothing is secret here
    place = folder / f"bad {number:05}"
    place.mkdir(parents=True)
    if number % 20 == 19:
        return _special(place, source)
    kind = KINDS[number % len(KINDS)]
    name, content = kind.make(source)
    hopeless = kind.hopeless
    if number >= len(KINDS) and name.endswith((".pdf", ".docx", ".zip", ".tar", ".gz", ".warc")):
        content, hopeless = _mutated(content, source), False
    (place / name).write_bytes(content)
    return BadFile(place / name, kind.told, hopeless)


def _mutated(content: bytes, source: random.Random) -> bytes:
    """Return `content` with some bytes changed, left out or doubled."""
    changed = bytearray(content)
    for _ in range(source.randint(1, 12)):
        at = source.randrange(len(changed) or 1)
        size = source.randint(1, 40)
        change = source.randrange(4)
        if change == 0:
            changed[at : at + 1] = bytes([source.randrange(256)])
        elif change == 1:
            del changed[at : at + size]
        elif change == 2:
            changed[at:at] = changed[at : at + size]
        else:
            changed[at : at + size] = str(source.choice((-1, 0, 2**31, 2**63))).encode()
    return bytes(changed)


def _special(place: Path, source: random.Random) -> BadFile:
    """Put something that is no regular file, or whose name is the trouble."""
    kind = source.randrange(4)
    if kind == 0:
        path = place / "pipe.txt"
        os.mkfifo(path)
        return BadFile(path, "pipe", hopeless=True)
    if kind == 1:
        path = place / "link.txt"
        path.symlink_to("/etc/passwd")
        return BadFile(path, "link out", hopeless=True)
    if kind == 2:
        path = place / "folder"
        path.symlink_to("/etc", target_is_directory=True)
        return BadFile(path, "folder that leads out", hopeless=True)
    path = place / source.choice(_ODD_NAMES)
    path.write_text(prose(source, 12))
    return BadFile(path, "odd name", hopeless=False)
