"""What an article's other lines tell of a headline: who said its words, and who is a speaker."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.article import Speaker, Statement
from ingest.statements.directory import Directory
from ingest.statements.names import is_body_word

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 2


def settled(
    text: str, statements: Sequence[Statement], headed: frozenset[int], directory: Directory
) -> list[Statement]:
    """Return the statements once the whole article is known.

    `headed` are the numbers of those in headlines and subheads. What stands before a lone colon
    ("Place: …") speaks only where the article knows it as a person or body; a quotation without a
    speaker there has the one who says the same words further down.
    """
    found: list[Statement] = []
    for number, statement in enumerate(statements):
        label = _is_label(text, statement) and not _is_known(statement, directory)
        if label and number in headed:
            continue
        if label:
            statement = replace(statement, speaker=_nobody(statement))
        if number in headed and statement.kind == "direct" and not _named(statement):
            told = _echo(text, statement, statements)
            statement = replace(statement, speaker=told) if told is not None else statement
        found.append(statement)
    return found


def _is_label(text: str, statement: Statement) -> bool:
    """Return whether nothing but a colon after one word or a headline's name attributes it."""
    speaker, cue = statement.speaker, statement.cue
    if speaker is None or speaker.how != "stated" or cue is None or cue.of(text) != ":":
        return False
    return len((speaker.name or "").split()) == 1


def _is_known(statement: Statement, directory: Directory) -> bool:
    speaker = statement.speaker
    name = speaker.name if speaker is not None and speaker.name else ""
    entity = directory.find(name)
    if any(is_body_word(word.lower()) for word in name.split()):
        return True
    return entity is not None and (entity.person or entity.spoke)


def _nobody(statement: Statement) -> Speaker | None:
    speaker = statement.speaker
    return Speaker(None, speaker.as_written, "unknown", False) if speaker is not None else None


def _named(statement: Statement) -> bool:
    return statement.speaker is not None and statement.speaker.name is not None


def _echo(text: str, statement: Statement, statements: Sequence[Statement]) -> Speaker | None:
    """Return the speaker of the first other statement that holds the same words."""
    words = _words(text, statement)
    if len(words) < _FEWEST_WORDS:
        return None
    for other in statements:
        speaker = other.speaker
        if other is statement or speaker is None or speaker.name is None or other.kind != "direct":
            continue
        if f" {' '.join(words)} " in f" {' '.join(_words(text, other))} ":
            return Speaker(speaker.name, "", "resolved", speaker.person)
    return None


def _words(text: str, statement: Statement) -> list[str]:
    return [word for span in statement.content for word in _WORD.findall(span.of(text).lower())]
