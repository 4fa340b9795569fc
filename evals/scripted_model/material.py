"""What a double finds in a prompt to make claims of: statements and plain sentences of evidence."""

import re
from dataclasses import dataclass

from evals.scripted_model.prompt import Evidence
from evals.scripted_model.record import Record, Spoken

_END = re.compile(r"(?<=[a-z0-9]{3}[.!?])\s+(?=[A-Z])|\n+")
"""Not after initials and titles, which end with a full stop, too."""
_FALSE_END = re.compile(r"\b(?:[A-Z][a-z]{0,3}|[A-Z])\.$")
"""A sentence that seems to end with an abbreviation or initial is none."""
_MARKS = re.compile(r"[\"“”„«»]|''|``|(?<!\w)['‘]|['’](?!\w)")
_FEWEST, _MOST = 6, 45
"""Words in a sentence that a claim repeats."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Spoken words with the number of the evidence that holds them."""

    number: int
    spoken: Spoken


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without quotation, with the number of the evidence that holds it."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Material:
    """All that one prompt gives to speak about."""

    evidence: tuple[Evidence, ...]
    statements: tuple[Statement, ...]
    sentences: tuple[Sentence, ...]
    record: Record
    question: str
    instructions: str

    def block(self, number: int) -> Evidence:
        """Return the evidence with that number."""
        return next(one for one in self.evidence if one.number == number)


def material(
    evidence: tuple[Evidence, ...], record: Record, *, question: str = "", instructions: str = ""
) -> Material:
    """Return what the evidence gives, in its order."""
    statements = tuple(
        Statement(one.number, spoken) for one in evidence for spoken in record.within(one.text)
    )
    sentences = tuple(
        Sentence(one.number, text) for one in evidence for text in plain_sentences(one.text)
    )
    return Material(evidence, statements, sentences, record, question, instructions)


def plain_sentences(text: str) -> tuple[str, ...]:
    """Return the whole sentences of the text that quote nobody."""
    parts = (part.strip() for part in _END.split(text))
    return tuple(
        part
        for part in parts
        if _FEWEST <= len(part.split()) <= _MOST
        and part[0].isupper()
        and part[-1] == "."
        and not _FALSE_END.search(part)
        and not _MARKS.search(part)
    )
