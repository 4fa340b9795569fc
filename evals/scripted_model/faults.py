"""Everything that goes wrong between a program and a model, each fault under its name.

A fault gets the request and what a working model would have said, and gives the reply instead.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from evals.scripted_model.broken_output import BROKEN_OUTPUTS
from evals.scripted_model.broken_statuses import BROKEN_STATUSES
from evals.scripted_model.broken_streams import BROKEN_STREAMS, HARMLESS_STREAMS, SILENCES
from evals.scripted_model.reply import Asked, Reply
from evals.scripted_model.wire import DONE, events, said, streamed

Right = Literal["as if nothing", "fallback", "any"]
"""What a careful client makes of it: the whole answer, anything but a whole answer, or either."""
Break = Callable[[Asked, str], Reply]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault and what should come of it."""

    name: str
    reply: Break
    right: Right


def _faults() -> dict[str, Fault]:
    right: list[tuple[Mapping[str, Break], Right]] = [
        (HARMLESS_STREAMS, "as if nothing"),
        (BROKEN_STREAMS, "fallback"),
        (SILENCES, "fallback"),
        (BROKEN_STATUSES, "fallback"),
        (BROKEN_OUTPUTS, "any"),
    ]
    faults = {name: Fault(name, how, out) for table, out in right for name, how in table.items()}
    for name in ("429 once", "503 once", "reset once"):
        faults[name] = Fault(name, _once(faults[name.removesuffix(" once")].reply), "as if nothing")
    return faults


def _once(broken: Break) -> Break:
    """Fail the first request, and answer the next as if nothing had been."""
    return lambda asked, text: broken(asked, text) if asked.number == 1 else said(text, asked)


FAULTS: Mapping[str, Fault] = MappingProxyType(_faults())


_A_PIECE = 120
"""Characters in one event of a stream that is cut: many cuts should fall into the text."""


def stream_length(text: str) -> int:
    """Return the bytes of the events that say this text."""
    return sum(map(len, events(text, a_piece=_A_PIECE)))


def finished_at(text: str) -> int:
    """Return the byte of those events from which on the client knows that the answer is whole."""
    return stream_length(text) - len(DONE) - 1


def cut_at(byte: int) -> Break:
    """Return the fault of a stream that ends, in good order, after so many bytes of its events."""

    def reply(asked: Asked, text: str) -> Reply:
        return streamed([b"".join(events(text, a_piece=_A_PIECE))[:byte]], "until closed")

    return reply
