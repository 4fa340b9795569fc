"""A claim's text taken apart at its quotation marks, whatever marks they are.

Stricter than reading a page: there a mark without a partner is damage, here it would let words
pass as quoted that nobody checked, so the claim is refused.
"""

import re
from dataclasses import dataclass

_DOUBLE = re.compile("``|''|[\"“”„‟«»＂″❝❞〝〞〟「」『』❠]")
_SINGLE_OPENS = re.compile(r"(?<!\w)['‘‚‛‹›`´′](?=\S)(?!\d0s\b)")
_SINGLE_CLOSES = re.compile(r"(?<=\S)['’‘›‹`´′](?!\w)")


class Unpaired(Exception):
    """A quotation mark has no partner."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a claim's text: plain, or the words between a pair of quotation marks."""

    text: str
    quoted: bool


def marked(text: str) -> tuple[Marked, ...]:
    """Return the text in stretches, quotation marks left out. Raises Unpaired."""
    found: list[Marked] = []
    marks = list(_DOUBLE.finditer(text))
    if len(marks) % 2:
        raise Unpaired
    at = 0
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        found += _singles(text[at : opening.start()])
        found.append(Marked(text[opening.end() : closing.start()], quoted=True))
        at = closing.end()
    found += _singles(text[at:])
    return tuple(one for one in found if one.quoted or one.text)


def _singles(text: str) -> list[Marked]:
    found: list[Marked] = []
    at = 0
    while opening := _SINGLE_OPENS.search(text, at):
        closing = _SINGLE_CLOSES.search(text, opening.end() + 1)
        if closing is None:
            raise Unpaired
        found.append(Marked(text[at : opening.start()], quoted=False))
        found.append(Marked(text[opening.end() : closing.start()], quoted=True))
        at = closing.end()
    return [*found, Marked(text[at:], quoted=False)]
