"""What is special to a mail: its header tells what it is, and it greets and takes its leave."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.article import Fact, Span, Voice
from ingest.bylines import is_name
from ingest.formats.mail import Letter, author_and_outlet
from ingest.metadata import PageFacts
from ingest.outlets import is_outlet_name
from ingest.reading import Reading
from ingest.voices.page import Row

_GREETING_WORDS, _LEAVE_WORDS = 6, 5
_LAST = 12
_FIRST = 8


def as_letter(reading: Reading, letter: Letter) -> Reading:
    """Return the reading of a mail's text with what its header tells, greetings set apart."""
    voices = letter_voices(reading.rows, reading.voices)
    signed = _signed(reading.rows, reading.voices, voices)
    facts = letter_facts(reading.facts, letter, reading.text, signed)
    return replace(reading, voices=voices, facts=facts)


def letter_facts(facts: PageFacts, letter: Letter, text: str, signed: Fact) -> PageFacts:
    """Return the facts with those of the header before those read off the text."""
    sender = letter.sender or ""
    person = is_name(sender) and not (sender.startswith("The ") or is_outlet_name(sender))
    author, outlet = author_and_outlet(sender, person) if sender else (None, None)
    return replace(
        facts,
        title=_title(letter.subject, facts.title, text),
        byline=_fact(author, text) or (signed if signed.value else facts.byline),
        outlet=_fact(outlet, text) or facts.outlet,
        published=Fact(letter.sent, "stated") if letter.sent else facts.published,
    )


def letter_voices(rows: Sequence[Row], voices: Sequence[Voice]) -> list[Voice]:
    """Return the voices with greeting and leave given to the letter's furniture.

    A name that stands alone below the leave is the author's.
    """
    result = list(voices)
    greeting = next((i for i, row in enumerate(rows[:_FIRST]) if _greets(row)), None)
    if greeting is not None:
        for position in range(greeting + 1):
            if not rows[position].traits.prose:
                result[position] = Voice.FURNITURE
    leave = _leave(rows, (greeting or 0) + 1)
    if leave is not None:
        for position in range(leave, len(rows)):
            alone = position <= leave + 2 and rows[position].traits.name_like
            result[position] = Voice.BYLINE if alone else Voice.FURNITURE
    return result


def _greets(row: Row) -> bool:
    return row.traits.words <= _GREETING_WORDS and row.line.text.endswith((",", "!"))


def _leave(rows: Sequence[Row], first: int) -> int | None:
    """Return where a short line that ends in a comma has only short lines and notices below it."""
    for position in range(max(first, len(rows) - _LAST), len(rows) - 1):
        row = rows[position]
        if row.traits.words <= _LEAVE_WORDS and row.line.text.endswith(","):
            name = rows[position + 1]
            if name.traits.words <= _LEAVE_WORDS and not name.traits.ends:
                return position
    return None


def _signed(rows: Sequence[Row], before: Sequence[Voice], after: Sequence[Voice]) -> Fact:
    for row, old, new in zip(rows, before, after, strict=True):
        if new is Voice.BYLINE and old is not Voice.BYLINE:
            return Fact(row.line.text, "stated", row.line.span)
    return Fact()


def _title(subject: str | None, headed: Fact, text: str) -> Fact:
    """Return the subject as the title, unless the text's own headline says the same in full."""
    if subject and headed.value and subject.casefold() in headed.value.casefold():
        return headed
    return _fact(subject, text) or headed


def _fact(value: str | None, text: str) -> Fact | None:
    if not value:
        return None
    at = text.find(value)
    return Fact(value, "stated", Span(at, at + len(value)) if at >= 0 else None)
