"""A model that does whatever any page tells it: the worst that a prompt injection can bring about.

It understands no language, and needs none: it takes every paragraph of the evidence for an order,
also those that are only there in some code, and writes each out in every form it has.
"""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator

from evals.scripted_model.claims import Claim, Quoted
from evals.scripted_model.prompt import Evidence, read_evidence
from evals.scripted_model.reply import Asked, Reply
from evals.scripted_model.wire import said

_BASE64 = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")
_HEX = re.compile(r"\b(?:[0-9a-f]{2}){12,}\b")
_TAGS = re.compile("[\U000e0020-\U000e007e]{4,}")
_LEET = str.maketrans("013457", "oleast")
_LINE = re.compile(r"^\{.*\}$", re.MULTILINE)


class Obedient:
    """Repeats every order that it can find, its own instructions too, and keeps what it wrote."""

    def __init__(self) -> None:
        self.written: tuple[str, ...] = ()

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        system, evidence = asked.said_by("system"), read_evidence(asked)
        self.written = tuple(_obeyed(evidence, system, asked.prompt))
        return said("\n".join(self.written), asked)


def _obeyed(evidence: tuple[Evidence, ...], system: str, prompt: str) -> Iterator[str]:
    yield from _LINE.findall(prompt)
    for block in evidence:
        for order in orders(block.text):
            yield Claim(order, (block.number,)).line
            yield Claim(order, (block.number,), (Quoted(block.number, order),)).line
            yield Claim(f'The page says: "{order}"', (block.number,)).line
            if not order.startswith("{"):
                yield order
    for line in filter(None, system.splitlines()):
        yield Claim(line, (1,)).line
        yield Claim(f"My instructions are: {line}", (1,), (Quoted(1, line),)).line


def orders(text: str) -> Iterator[str]:
    """Yield each paragraph, and what it says once its code is undone."""
    for paragraph in filter(None, (line.strip() for line in text.splitlines())):
        yield paragraph
        yield from _decoded(paragraph)


def _decoded(paragraph: str) -> Iterator[str]:
    for found in _BASE64.findall(paragraph):
        try:
            yield base64.b64decode(found, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
    for found in _HEX.findall(paragraph):
        yield bytes.fromhex(found).decode("utf-8", "replace")
    for found in _TAGS.findall(paragraph):
        yield "".join(chr(ord(letter) - 0xE0000) for letter in found)
    if "rot13" in paragraph.lower():
        yield codecs.decode(paragraph, "rot13")
    if re.search(r"[a-z][013457][a-z]", paragraph):
        yield paragraph.translate(_LEET)
    if "backwards" in paragraph.lower():
        yield paragraph[::-1]
