"""Whose answers a page prints as "A: …": the one person whom it introduces before the questions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from ingest.statements.directory import Directory, Entity
from ingest.statements.names import names_in
from ingest.statements.tokens import Frame
from ingest.statements.transcripts import ANSWERS, QUESTIONS, Turns, label_of

_OWN = frozenset(["i", "i'm", "i've", "me", "my", "we", "our", "us"])
_ASKERS = frozenset(["i", "my", "me"])


def answered(turns: Turns, paragraphs: Sequence[Sequence[Frame]], directory: Directory) -> Turns:
    """Return the turns with the name behind "A", where the page tells whose the answers are.

    One person alone is named before the first question, the answers say "I" or "we", the
    questions do not, and no answer names that person: a newspaper that answers its readers
    speaks of people by name.
    """
    unnamed = (ANSWERS & turns.labels) - turns.fuller.keys()
    if not unnamed or not turns.labels <= ANSWERS | QUESTIONS:
        return turns
    people = list(_introduced(turns, paragraphs, directory))
    if not people or any(one is not people[0] for one in people):
        return turns
    asked = _words(paragraphs, QUESTIONS)
    told = _words(paragraphs, ANSWERS)
    surname = people[0].name.split()[-1].lower()
    if asked & _ASKERS or not told & _OWN or surname in told:
        return turns
    names = dict.fromkeys(unnamed, people[0].name)
    return replace(turns, fuller=MappingProxyType({**turns.fuller, **names}))


def _introduced(
    turns: Turns, paragraphs: Sequence[Sequence[Frame]], directory: Directory
) -> Iterator[Entity]:
    """Yield the people named before the first turn, once for every time."""
    for frames in paragraphs:
        if label_of(frames) in turns.labels:
            return
        for frame in frames:
            for name in names_in(frame.tokens, 0, len(frame.tokens)):
                entity = directory.find(name.name, name.gender)
                if entity is not None and entity.person:
                    yield entity


def _words(paragraphs: Sequence[Sequence[Frame]], labels: frozenset[str]) -> set[str]:
    """Return the lower-case words of the paragraphs that one of the labels opens."""
    return {
        token.lower
        for frames in paragraphs
        if label_of(frames) in labels
        for frame in frames
        for token in frame.tokens
    }
