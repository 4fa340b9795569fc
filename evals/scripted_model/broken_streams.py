"""Streams that break, stall, or only look strange."""

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from evals.scripted_model import wire
from evals.scripted_model.reply import Asked, Pause, Reply, Reset, Send
from evals.scripted_model.wire import DONE, EVENTS, chunk, delta, event, events, pieces, streamed

Break = Callable[[Asked, str], Reply]
_CHUNKED = {"Transfer-Encoding": "chunked"}
_TOKENS_A_DRIP = 0.02
"""Seconds between the bytes of a stream that never lets a read time out."""


def _half(text: str) -> str:
    return text[: len(text) // 2]


def _of(make: Callable[[str], list[bytes]], *, closed: bool = False) -> Break:
    """Send a fault that sends other events than it should."""
    return lambda asked, text: streamed(make(text), "until closed" if closed else "chunked")


def _unclosed(asked: Asked, text: str) -> Reply:
    """Chunked encoding without its last chunk."""
    yield Send(wire.head(content_type=EVENTS, more=_CHUNKED))
    yield from (Send(chunk(part)) for part in pieces(_half(text)))


def _reset(asked: Asked, text: str) -> Reply:
    yield from _unclosed(asked, text)
    yield Pause(0.05)  # what was sent arrives before the reset overtakes it
    yield Reset()


def _reset_at_once(asked: Asked, text: str) -> Reply:
    yield Reset()


def _closed_at_once(asked: Asked, text: str) -> Reply:
    return ()


def _bytes_apart(asked: Asked, text: str) -> Reply:
    """Every byte in a write of its own, so that every character beyond ASCII is split."""
    yield Send(wire.head(content_type=EVENTS, more=_CHUNKED))
    whole = b"".join(events(text))
    yield from (Send(chunk(whole[at : at + 1])) for at in range(len(whole)))
    yield Send(b"0\r\n\r\n")


def _comments(text: str) -> list[bytes]:
    return [b": keep-alive\n\n", *(p for e in events(text) for p in (e, b": processing\n\n"))]


def _with_usage(text: str) -> list[bytes]:
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    last = event({"id": "x", "object": "chat.completion.chunk", "choices": [], "usage": usage})
    return [*pieces(text), delta({}, "stop"), last, DONE]


def _with_empty_pieces(text: str) -> list[bytes]:
    empty = [delta({"content": ""}), delta({}), delta({"content": None})]
    return [part for one in events(text)[:-2] for part in (one, *empty)] + events(text)[-2:]


def _thinking_first(text: str) -> list[bytes]:
    thought = [delta({"reasoning_content": f"step {n}"}) for n in range(5)]
    return [*thought, *events(text)]


HARMLESS_STREAMS: Mapping[str, Break] = MappingProxyType(
    {
        "good": _of(events),
        "good, until closed": _of(events, closed=True),
        "every byte apart": _bytes_apart,
        "all in one write": _of(lambda text: [b"".join(events(text))]),
        "lines end in CR LF": _of(lambda t: [e.replace(b"\n", b"\r\n") for e in events(t)]),
        "no space after data": _of(
            lambda t: [e.replace(b"data: ", b"data:", 1) for e in events(t)]
        ),
        "comments between": _of(_comments),
        "usage at the end": _of(_with_usage),
        "empty pieces between": _of(_with_empty_pieces),
        "thinking first": _of(_thinking_first),
        "no [DONE]": _of(lambda text: events(text)[:-1]),
    }
)


def _error_inside(text: str) -> list[bytes]:
    error = {"error": {"message": "the engine died", "type": "server_error", "code": 500}}
    return [*pieces(_half(text)), event(error), DONE]


def _finished_with(reason: str) -> Break:
    return _of(lambda text: [*pieces(_half(text)), delta({}, reason), DONE])


def _bad_line(line: bytes) -> Break:
    return _of(lambda text: [*pieces(_half(text)), b"data: " + line + b"\n\n", DONE])


def _tool_call(text: str) -> list[bytes]:
    call = {"index": 0, "id": "c", "type": "function", "function": {"name": "x", "arguments": "{}"}}
    return [delta({"role": "assistant", "tool_calls": [call]}), delta({}, "tool_calls"), DONE]


def _refusal(text: str) -> list[bytes]:
    return [delta({"role": "assistant", "refusal": "I cannot help."}), delta({}, "stop"), DONE]


def _overlong_line(asked: Asked, text: str) -> Reply:
    """Send an event without an end, in big pieces for as long as anybody reads."""
    yield Send(wire.head(content_type=EVENTS))
    yield Send(b'data: {"choices": [{"index": 0, "delta": {"content": "')
    while True:
        yield Send(b"x" * 65_536)


def _endless(asked: Asked, text: str) -> Reply:
    """Good events for ever, and never a claim's end."""
    yield Send(wire.head(content_type=EVENTS))
    while True:
        yield Send(delta({"content": "and so on " * 100}))


def _endless_claims(asked: Asked, text: str) -> Reply:
    """Whole claims for ever."""
    yield Send(wire.head(content_type=EVENTS))
    line = json.dumps({"text": "And again.", "evidence": [1], "quotes": []})
    while True:
        yield Send(delta({"content": f"{line}\n"}))


BROKEN_STREAMS: Mapping[str, Break] = MappingProxyType(
    {
        "cut in good order": _of(lambda text: list(pieces(_half(text))), closed=True),
        "cut with [DONE]": _of(lambda text: [*pieces(_half(text)), DONE]),
        "cut in a chunk": _unclosed,
        "whole, but no finish": _of(lambda text: [*pieces(text)], closed=True),
        "reset": _reset_at_once,
        "reset in the middle": _reset,
        "closed at once": _closed_at_once,
        "error inside": _of(_error_inside),
        "finish length": _finished_with("length"),
        "finish content_filter": _finished_with("content_filter"),
        "finish unheard of": _finished_with("tired"),
        "bad JSON": _bad_line(b'{"choices": [{"index": 0, "delta": {"content": "'),
        "no JSON": _bad_line(b"oops"),
        "list for an event": _bad_line(b"[1, 2]"),
        "number for an event": _bad_line(b"7"),
        "null for an event": _bad_line(b"null"),
        "choices of a wrong shape": _bad_line(b'{"choices": "x"}'),
        "no choices": _bad_line(b'{"object": "chat.completion.chunk"}'),
        "content of a wrong type": _bad_line(
            b'{"choices": [{"index": 0, "delta": {"content": 5}}]}'
        ),
        "bytes that are no UTF-8": _bad_line(b'{"choices": [{"delta": {"content": "\xff\xfe"}}]}'),
        "deep JSON": _bad_line(b"[" * 100_000),
        "tool call": _of(_tool_call),
        "refusal": _of(_refusal),
        "no events": _of(lambda text: []),
        "only [DONE]": _of(lambda text: [DONE]),
        "every piece twice": _of(
            lambda text: [part for one in events(text) for part in (one, one)]
        ),
        "overlong line": _overlong_line,
        "endless": _endless,
        "endless claims": _endless_claims,
    }
)


def _silent(asked: Asked, text: str) -> Reply:
    yield Pause()


def _head_then_silence(asked: Asked, text: str) -> Reply:
    yield Send(wire.head(content_type=EVENTS, more=_CHUNKED))
    yield Pause()


def _half_a_head(asked: Asked, text: str) -> Reply:
    yield Send(wire.head(content_type=EVENTS)[:20])
    yield Pause()


def _half_then_silence(asked: Asked, text: str) -> Reply:
    yield Send(wire.head(content_type=EVENTS))
    yield from map(Send, pieces(_half(text)))
    yield Pause()


def _token_a_minute(asked: Asked, text: str) -> Reply:
    yield Send(wire.head(content_type=EVENTS))
    for part in pieces(text):
        yield Send(part)
        yield Pause(60)


def _dripping(parts: Callable[[str], Iterator[bytes]]) -> Break:
    """Something always comes, so that no time-out of a single read helps."""

    def reply(asked: Asked, text: str) -> Reply:
        yield Send(wire.head(content_type=EVENTS))
        while True:
            for part in parts(text):
                yield Send(part)
                yield Pause(_TOKENS_A_DRIP)

    return reply


def _head_dripping(asked: Asked, text: str) -> Reply:
    yield Send(b"HTTP/1.1 200 OK\r\n")
    while True:
        yield Send(b"X-More: x\r\n")
        yield Pause(_TOKENS_A_DRIP)


SILENCES: Mapping[str, Break] = MappingProxyType(
    {
        "silence": _silent,
        "head, then silence": _head_then_silence,
        "half a head": _half_a_head,
        "half, then silence": _half_then_silence,
        "a token a minute": _token_a_minute,
        "drip of comments": _dripping(lambda text: iter([b": wait\n\n"])),
        "drip of empty pieces": _dripping(lambda text: iter([delta({"content": ""})])),
        "drip of bytes": _dripping(lambda text: iter([b"d"])),
        "drip of a head": _head_dripping,
    }
)
