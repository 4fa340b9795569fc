"""One hundred pronouns of the dev articles with the person each means, judged by hand.

They were drawn with seed 20161108 from the sources that read "he" or "she". The file holds article
names, offsets and names; null stands where the article names nobody. Two rows were corrected after
a second reading: they gave somebody whom their article first names further down.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from ingest import Span, Statement


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A source that is a pronoun, and the person whom it means."""

    span: Span
    person: str | None


def judged_pronouns() -> dict[str, tuple[Pronoun, ...]]:
    """Return the judged pronouns by article name."""
    rows = json.loads(files(__package__).joinpath("pronouns.json").read_text(encoding="utf-8"))
    found: dict[str, list[Pronoun]] = defaultdict(list)
    for article, start, end, person in rows:
        found[article].append(Pronoun(Span(start, end), person))
    return {article: tuple(pronouns) for article, pronouns in found.items()}


def resolved_right(
    statements: Sequence[Statement], pronouns: Sequence[Pronoun]
) -> Iterator[bool | None]:
    """Yield for each pronoun whether its statement names the right person; none: no statement."""
    by_source = {statement.source: statement for statement in statements}
    for pronoun in pronouns:
        statement = by_source.get(pronoun.span)
        speaker = statement.speaker if statement is not None else None
        yield None if speaker is None else _same_person(speaker.name, pronoun.person)


def _same_person(found: str | None, judged: str | None) -> bool:
    if found is None or judged is None:
        return found is judged
    one, other = set(found.split()), set(judged.split())
    return one <= other or other <= one
