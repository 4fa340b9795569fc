"""Claims read from a model's answer while it comes in, cut into pieces anywhere.

The form asked for is one JSON object a line. Tolerated: code fences, blank lines, an enclosing
array or `{"claims": […]}`, objects over several lines, and a block of thinking before them.
Everything else is malformed and told as such; nothing is mended.
"""

import re
from collections.abc import Iterator
from functools import cache

from pydantic import TypeAdapter, ValidationError

from rag.steps.claiming.claim import Malformed, WrittenClaim

LONGEST_CLAIM = 8_000
"""Code points of one object; a longer one is no sentence."""
MOST_PIECES = 60
"""Claims and malformed pieces read of one answer; the rest is left unread."""

_NO_CLAIM = "this is not a claim in the form that was asked for"
_UNFINISHED = "the claim was not written to its end"
_SEPARATORS = re.compile(r"(?:[\s\ufeff,\[\]]|```(?:jsonl?|JSONL?)?(?=\s))+")
_THINKING = re.compile(r"<think>.*?</think>", re.DOTALL)
_WRAPPER = re.compile(r'\{\s*"claims"\s*:\s*\[')
_MAY_WRAP = re.compile(r'\{\s*(?:"(?:c(?:l(?:a(?:i(?:m(?:s(?:"\s*:?\s*)?)?)?)?)?)?)?)?')
_STRING_OR_BRACE = re.compile(r'"(?:[^"\\]|\\.)*"|"|[{}]', re.DOTALL)


class ClaimParser:
    """Takes pieces of text, gives claims as soon as they are whole."""

    def __init__(self) -> None:
        self._left = ""
        self._wrapped = False
        self._count = 0
        self._seen, self._depth = 0, 0
        """How far the object that opens what is left was read, and how deep it is there."""

    def feed(self, piece: str) -> Iterator[WrittenClaim | Malformed]:
        """Yield what this piece completes."""
        self._left += piece
        yield from self._read(last=False)

    def end(self) -> Iterator[WrittenClaim | Malformed]:
        """Yield what is left when nothing more comes."""
        self._left += "\n"
        yield from self._read(last=True)

    @property
    def full(self) -> bool:
        """Whether so much was read that the rest is left."""
        return self._count >= MOST_PIECES

    def _read(self, *, last: bool) -> Iterator[WrittenClaim | Malformed]:
        while not self.full and self._skip(last=last) and self._left:
            found = self._object(last=last) if self._left[0] == "{" else self._line(last=last)
            if found is None:
                return
            self._count += 1
            yield found

    def _skip(self, *, last: bool) -> bool:
        """Drop what may stand between claims; return whether what follows can be told already."""
        while True:
            before = self._left
            if self._left.startswith("<think>"):
                thought = _THINKING.match(self._left)
                if thought is None:
                    self._left = "" if last else self._left
                    return False
                self._left = self._left[thought.end() :]
            separator = _SEPARATORS.match(self._left)
            self._left = self._left[separator.end() if separator else 0 :]
            wrapper = _WRAPPER.match(self._left)
            if wrapper and not self._wrapped:
                self._wrapped = True
                self._left = self._left[wrapper.end() :]
            elif self._wrapped and self._left.startswith("}"):
                self._wrapped = False
                self._left = self._left[1:]
            if self._left == before:
                break
        return last or not self._undecided()

    def _undecided(self) -> bool:
        """Return whether the text so far may still become a fence, a wrapper or a thought."""
        left = self._left
        if any(sign.startswith(left) for sign in ("```jsonl", "```JSONL", "<think>")):
            return True
        opened = _MAY_WRAP.fullmatch(left)
        return opened is not None and not self._wrapped

    def _object(self, *, last: bool) -> WrittenClaim | Malformed | None:
        end = self._object_end()
        if (end or len(self._left)) > LONGEST_CLAIM:
            return self._given_up(_UNFINISHED)
        if end is None:
            return self._given_up(_UNFINISHED) if last else None
        text, self._left = self._left[:end], self._left[end:]
        return _claim(text)

    def _object_end(self) -> int | None:
        """Return where the object that opens what is left ends, braces in strings left out."""
        for found in _STRING_OR_BRACE.finditer(self._left, self._seen):
            sign = found.group()
            if sign == '"':
                return None  # a string that is not over is read again with what follows
            self._seen = found.end()
            self._depth += (sign == "{") - (sign == "}")
            if self._depth == 0 and sign == "}":
                end, self._seen = self._seen, 0
                return end
        return None

    def _line(self, *, last: bool) -> Malformed | None:
        end = self._left.find("\n")
        if (len(self._left) if end < 0 else end) > LONGEST_CLAIM:
            return self._given_up(_NO_CLAIM)
        if end < 0 and not last:
            return None
        text, self._left = self._left[:end], self._left[end:]
        return Malformed(text.strip(), _NO_CLAIM)

    def _given_up(self, reason: str) -> Malformed:
        """Read no further: what comes after something without an end cannot be told apart."""
        self._count = MOST_PIECES
        return Malformed(self._left[:LONGEST_CLAIM].strip(), reason)


@cache
def _form() -> TypeAdapter[WrittenClaim]:
    return TypeAdapter(WrittenClaim)


def _claim(text: str) -> WrittenClaim | Malformed:
    try:
        claim = _form().validate_json(text, strict=True)
    except ValidationError:
        return Malformed(text, _NO_CLAIM)
    return claim if claim.text.strip() else Malformed(text, _NO_CLAIM)
