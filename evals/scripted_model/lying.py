"""A model that tells one lie of a chosen kind among true claims."""

import random
from collections.abc import Mapping
from types import MappingProxyType

from evals.scripted_model.claims import Claim, written
from evals.scripted_model.lie import Lie, Make
from evals.scripted_model.lies_about_sources import LIES_ABOUT_SOURCES
from evals.scripted_model.lies_in_markup import LIES_IN_MARKUP
from evals.scripted_model.lies_in_quotes import LIES_IN_QUOTES
from evals.scripted_model.lies_in_telling import LIES_IN_TELLING
from evals.scripted_model.material import material
from evals.scripted_model.prompt import question_of, read_evidence
from evals.scripted_model.record import Record
from evals.scripted_model.reply import Asked, Reply
from evals.scripted_model.truthful import true_claims
from evals.scripted_model.wire import said

LIES: Mapping[str, Make] = MappingProxyType(
    {**LIES_IN_QUOTES, **LIES_ABOUT_SOURCES, **LIES_IN_TELLING, **LIES_IN_MARKUP}
)
"""Every kind of lie by its name."""


class Lying:
    """Tells one lie, with up to two true claims around it so that an answer can be made at all."""

    def __init__(self, kind: str, record: Record | None = None, seed: int = 0) -> None:
        """Raise KeyError when there is no such kind."""
        self._make = LIES[kind]
        self._record = record or Record()
        self._seed = seed
        self.lie: Lie | None = None
        """What it lied last; none when the evidence gave no occasion."""
        self.true: tuple[Claim, ...] = ()
        """The true claims beside it."""

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        chance = random.Random(self._seed)  # noqa: S311 - drawn for a test, not for a secret
        given = material(
            read_evidence(asked),
            self._record,
            question=question_of(asked),
            instructions=asked.said_by("system"),
        )
        self.lie = self._make(given, chance)
        self.true = true_claims(given, chance, most=chance.choice((0, 1, 2)))
        before = chance.randint(0, len(self.true))
        lie = self.lie.written if self.lie else ""
        return said(written(self.true[:before]) + lie + written(self.true[before:]), asked)
