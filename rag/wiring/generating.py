"""The language model that the settings name, and answers told while they grow."""

import contextvars
import queue
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rag.values.answer import Answer

if TYPE_CHECKING:
    from rag.adapters.llamaindex.bundle import Listener
    from rag.adapters.settings import Settings
    from rag.steps.claiming.writing import Writer


def writer_of(settings: "Settings") -> "Writer | None":
    """Return the model that writes answers, or None when no model is set. Connects nowhere."""
    if not settings.model:
        return None
    from rag.adapters.llamaindex.language_model import EndpointLLM, EndpointModel
    from rag.adapters.llamaindex.language_model_client import Endpoint
    from rag.steps.claiming.writing import Writer

    endpoint = Endpoint(
        model=settings.model,
        url=settings.model_url,
        key=settings.model_key,
        seconds=settings.model_deadline,
        output=settings.model_output,
    )
    llm = EndpointLLM(endpoint, context=settings.model_context + settings.model_output)
    return Writer(EndpointModel(llm, settings.model_url), settings.model_context)


Told = queue.SimpleQueue[Answer | Exception | None]


class _Listening:
    """Puts what it is told into a queue, as long as somebody takes it."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._over = threading.Event()

    def __call__(self, answer: Answer) -> None:
        self._told.put(answer)

    def left(self) -> bool:
        return self._over.is_set()

    def leave(self) -> None:
        self._over.set()


def in_stages(ask: Callable[["Listener"], Answer]) -> Iterator[Answer]:
    """Yield what `ask` tells its listener, then what it returns; raise what it raises.

    It runs on a thread of its own, and is told when the stages are no longer taken.
    """
    told: Told = queue.SimpleQueue()
    listen = _Listening(told)

    def work() -> None:
        try:
            told.put(ask(listen))
            told.put(None)
        except Exception as error:  # raised again where the stages are taken
            told.put(error)

    context = contextvars.copy_context()
    threading.Thread(target=context.run, args=(work,), daemon=True).start()
    try:
        while (stage := told.get()) is not None:
            if isinstance(stage, Exception):
                raise stage
            yield stage
    finally:
        listen.leave()
