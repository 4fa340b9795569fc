"""An archive with the scripted model behind it."""

import logging
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.generation.askings import record_of
from evals.scripted_model import ScriptedModel
from evals.scripted_model.record import Record
from ingest import Article
from rag.ports.embedder import Embedder
from rag.steps.as_json import answer_json

if TYPE_CHECKING:
    from rag.wiring.archive import Archive

Json = Mapping[str, Any]
Stages = Sequence[Json]
"""An answer as it was told while it grew, one stage at least; the last one is the answer."""
Ask = Callable[[str], Stages]
DEADLINE_S = 10.0
"""What a question's model may take where faults are not the subject."""


@dataclass(frozen=True)
class Stand:
    """One archive, the model behind it, and its key, which nobody may ever see."""

    archive: "Archive"
    model: ScriptedModel
    key: str
    log: "Heard"

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """Every current page."""
        return tuple(self.archive.article(one.id) for one in self.archive.summaries())

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The stored texts by the articles' ids."""
        return {article.id: article.text for article in self.articles}

    @cached_property
    def record(self) -> Record:
        """Who said what, as the archive has it."""
        return record_of(self.articles)

    def ask(self, question: str) -> Stages:
        """Return the answer as Python callers get it, in its JSON form."""
        return (answer_json(self.archive.ask(question)),)

    def ask_in_stages(self, question: str) -> Stages:
        """Return the answer as it grows."""
        return tuple(map(answer_json, self.archive.ask_in_stages(question)))


class Heard(logging.Handler):
    """Counts the lines of the log that hold a secret."""

    def __init__(self, secret: str) -> None:
        super().__init__(logging.DEBUG)
        self._secret = secret
        self._told = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Look at one line with its traceback."""
        self._told += self._secret in logging.Formatter().format(record)

    def taken(self) -> int:
        """Return how many there were since this was last asked."""
        count, self._told = self._told, 0
        return count


@contextmanager
def heard(secret: str) -> Iterator[Heard]:
    """Listen to everything that is logged while the block runs, connections' details too."""
    log, root, talkative = Heard(secret), logging.getLogger(), logging.getLogger("markdown_it")
    levels = root.level, talkative.level
    root.addHandler(log)
    root.setLevel(logging.DEBUG)
    talkative.setLevel(logging.INFO)  # it tells of every line that it reads, and knows no secret
    try:
        yield log
    finally:
        root.removeHandler(log)
        root.setLevel(levels[0])
        talkative.setLevel(levels[1])


@contextmanager
def standing(
    folder: Path,
    *,
    deadline: float = DEADLINE_S,
    url: str | None = None,
    embedder: Embedder | None = None,
) -> Iterator[Stand]:
    """Open the archive in that folder with the scripted model for its language model.

    With a `url` of its own, what is there is asked instead, or nobody is. An embedder that is
    loaded already saves time where many archives are opened.
    """
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings
    from rag.wiring.archive import Archive
    from rag.wiring.generating import writer_of
    from rag.wiring.storage import open_reading

    key = f"sk-canary-{secrets.token_hex(16)}"
    with ExitStack() as stack:
        model = stack.enter_context(ScriptedModel())
        log = stack.enter_context(heard(key))
        settings = Settings.model_validate(
            {
                "archive": folder,
                "model": "scripted",
                "model_url": url or model.url,
                "model_key": key,
                "model_deadline": deadline,
            }
        )
        embedder = embedder or load_embedder(settings)
        reading = open_reading(folder, embedder)
        archive = stack.enter_context(Archive(reading, embedder, writer_of(settings)))
        yield Stand(archive, model, key, log)
