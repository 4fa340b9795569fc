"""Block quotes and spaced marks of a draft made quotations in common marks, character by character.

Nothing moves: every change puts as many characters as it takes, so that offsets stay the draft's.
"""

import re
from html import unescape
from itertools import pairwise

_ITEM = r"(?:(?:\d{1,3}[.)]|[-*•])[ \t]+)?"
"""What begins a list item, whose words may be a block quote."""
_BLOCK = re.compile(rf"(?m)^[ \t]{{0,3}}{_ITEM}>[^\n]*(?:\n|\Z)(?:[ \t]{{0,6}}>[^\n]*(?:\n|\Z))*")
_LINE = re.compile(rf"([ \t]*{_ITEM}>[ \t>]*)([^\n]*)(\n?)")
_MARKS = re.compile('["“”„«»]')
_ATTRIBUTION = re.compile(r"\s*(?:[—–―]|--?\s)")
_INTRODUCED = re.compile(r":[ \t]*(\n[ \t]*\n?)$")
_OPENED = re.compile(r"([«‹])([^\S\n])(?=\S)")
_CLOSED = re.compile(r"(?<=\S)([^\S\n])([»›])(?!\w)")
_ENTITY = re.compile(r"&(?:quot|[lr]dquo|[lr]aquo|bdquo|#34|#822[0-2]|#x201[cdeCDE]);")
_FEWEST_WORDS = 3


def in_marks(text: str) -> str:
    """Return the text with marks around block quotes that have none; its length is the same."""
    text = _ENTITY.sub(_in_place, text)
    text = _CLOSED.sub(r"\2\1", _OPENED.sub(r"\2\1", text))
    blocks = list(_BLOCK.finditer(text))
    if not blocks:
        return text
    ends = [0, *(block.end() for block in blocks)]
    parts = []
    for block, before in zip(blocks, ends, strict=False):
        plain = _MARKS.search(block.group()) is None
        between = text[before : block.start()]
        parts.append(_led_in(between) if plain else between)
        parts.append(_marked(block.group()) if plain else block.group())
    return "".join([*parts, text[ends[-1] :]])


def _in_place(found: re.Match[str]) -> str:
    """Return a quotation mark written as an entity of HTML as one mark beside the words."""
    mark = unescape(found.group())
    closes = found.start() > 0 and not found.string[found.start() - 1].isspace()
    return mark.ljust(len(found.group())) if closes else mark.rjust(len(found.group()))


def _led_in(between: str) -> str:
    """Join a line that ends with a colon to the block that it introduces."""
    found = _INTRODUCED.search(between)
    if found is None:
        return between
    return between[: found.start(1)] + " " * len(found[1])


def _marked(block: str) -> str:
    """Return the block's paragraphs opened with a mark each, the last one closed.

    A last line that begins with a dash names the speaker and stays outside.
    """
    lines = [(found[1], found[2], found[3]) for found in _LINE.finditer(block) if found.group()]
    said = len(lines)
    while said > 1 and (not lines[said - 1][1].strip() or _ATTRIBUTION.match(lines[said - 1][1])):
        said -= 1
    words = sum(len(line.split()) for _, line, _ in lines[:said])
    if words < _FEWEST_WORDS or _ATTRIBUTION.match(lines[0][1]):
        return block
    opens = [True, *(not before[1].strip() for before, _ in pairwise(lines[:said]))]
    parts = []
    for number, (sign, line, end) in enumerate(lines[:said]):
        last = number == said - 1
        opened = " " * (len(sign) - 1) + ("“" if opens[number] and line.strip() else " ")
        follows = not last and lines[number + 1][1].strip() and line.strip()
        parts.append(opened + line + _ending(end, last=last, follows=bool(follows)))
    rest = [" " * len(sign) + line + end for sign, line, end in lines[said:]]
    return "".join([*parts, *rest])


def _ending(end: str, *, last: bool, follows: bool) -> str:
    if last:
        return "”" if end else ""
    return " " if follows else end
