"""The steps of an answer as LlamaIndex events, beside its own of query, retrieval and synthesis."""

from collections.abc import Iterator
from contextlib import contextmanager

from llama_index_instrumentation import get_dispatcher
from llama_index_instrumentation.base import BaseEvent

from rag.steps.answering.clock import Clock

_dispatcher = get_dispatcher(__name__)
_IN_PIECES = frozenset({"model", "check"})
"""Steps that are taken again and again while a model writes; told once, when it is done."""


class StepEndEvent(BaseEvent):
    """A step of an answer is over."""

    step: str
    """As in the answer's `timings_ms`."""
    ms: float
    """Milliseconds that it took."""

    @classmethod
    def class_name(cls) -> str:
        """Return the event's name."""
        return "StepEndEvent"


class TracedClock(Clock):
    """A clock whose steps any tracer of LlamaIndex sees."""

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Add the time that the block takes to the step of that name, and tell of it."""
        before = self.spent.get(name, 0.0)
        try:
            with super().step(name):
                yield
        finally:
            if name not in _IN_PIECES:
                _dispatcher.event(StepEndEvent(step=name, ms=self.spent[name] - before))

    def tell_pieces(self) -> None:
        """Tell of the steps that were taken in pieces."""
        for name in sorted(_IN_PIECES & self.spent.keys()):
            _dispatcher.event(StepEndEvent(step=name, ms=self.spent[name]))
