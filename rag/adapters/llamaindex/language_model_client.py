"""One chat completion streamed through OpenAI's client, sending no more than is needed."""

import ipaddress
import time
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import httpx2
from openai import AsyncOpenAI, AsyncStream, BadRequestError
from openai.types.chat import ChatCompletionChunk
from pydantic import SecretStr

from rag.adapters.llamaindex.language_model_errors import address, garbled
from rag.values.errors import EndpointCut

RETRIES: Final = 2
CONNECT_S: Final = 10.0
MOST_CHARACTERS_PER_TOKEN: Final = 16
"""An endpoint that writes more than this for every token that it was allowed is stopped."""
MOST_BYTES_PER_TOKEN: Final = 4_096
"""The same for what comes over the wire, where each piece has a wrapping; an event without an end
would otherwise be kept until the deadline."""
_NEEDED: Final = frozenset(
    {"host", "content-type", "content-length", "accept", "accept-encoding", "authorization",
     "connection", "user-agent"}
)  # fmt: skip
"""The client would tell the endpoint about this machine, too, and what its own variables hold."""
_LIMITS: Final = ("max_tokens", "max_completion_tokens")
_NO_KEY: Final = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a language model is, and what it may take."""

    model: str
    url: str
    key: SecretStr
    seconds: float
    output: int
    """Tokens that it may write."""


async def completion(
    endpoint: Endpoint, messages: Sequence[Mapping[str, str]]
) -> AsyncGenerator[str, None]:
    """Yield what the model writes. Raises EndpointCut when it ends without saying that it is done.

    Raises whatever the client raises, too.
    """
    ends = time.monotonic() + endpoint.seconds
    async with httpx2.AsyncClient(
        follow_redirects=False,
        trust_env=not _local(endpoint.url),
        timeout=httpx2.Timeout(endpoint.seconds, connect=min(CONNECT_S, endpoint.seconds)),
        event_hooks={"request": [_bare], "response": [_not_in_vain(ends), _bounded(endpoint)]},
    ) as http:
        client = AsyncOpenAI(
            api_key=endpoint.key.get_secret_value() or _NO_KEY,
            base_url=endpoint.url,
            http_client=http,
            max_retries=RETRIES,
        )
        stream = await _asked(client, endpoint, messages)
        async with stream, aclosing(_pieces(stream, endpoint)) as pieces:
            async for piece in pieces:
                yield piece


async def _asked(
    client: AsyncOpenAI, endpoint: Endpoint, messages: Sequence[Mapping[str, str]]
) -> AsyncStream[ChatCompletionChunk]:
    """Ask; once more without a parameter that the endpoint names as one it does not take."""
    asked: dict[str, Any] = {"temperature": 0, _LIMITS[0]: endpoint.output}
    for _ in range(len(asked)):
        try:
            return await _created(client, endpoint, messages, asked)
        except BadRequestError as error:
            if error.param not in asked:
                raise
            asked.pop(error.param)
            if error.param == _LIMITS[0]:
                asked[_LIMITS[1]] = endpoint.output
    return await _created(client, endpoint, messages, asked)


async def _created(
    client: AsyncOpenAI,
    endpoint: Endpoint,
    messages: Sequence[Mapping[str, str]],
    asked: Mapping[str, Any],
) -> AsyncStream[ChatCompletionChunk]:
    given: object = await client.chat.completions.create(
        model=endpoint.model,
        messages=list(messages),  # type: ignore[arg-type]  # the client's types list every role
        stream=True,
        **asked,
    )
    if not isinstance(given, AsyncStream):
        raise garbled(address(endpoint.url))
    return given


async def _pieces(
    stream: AsyncStream[ChatCompletionChunk], endpoint: Endpoint
) -> AsyncGenerator[str, None]:
    at, written = address(endpoint.url), 0
    async for chunk in stream:
        if not isinstance(chunk, ChatCompletionChunk) or not isinstance(chunk.choices, list):
            raise garbled(at)
        for choice in chunk.choices[:1]:
            piece = choice.delta.content if choice.delta else None
            if isinstance(piece, str) and piece:
                written += len(piece)
                yield piece
            if choice.finish_reason == "stop":
                return
            if choice.finish_reason is not None:
                raise _cut(at, choice.finish_reason, endpoint)
        if written > endpoint.output * MOST_CHARACTERS_PER_TOKEN:
            raise EndpointCut(f"{at} wrote more than it was allowed, and was stopped.")
    if not written:
        raise garbled(at)
    raise EndpointCut(f"{at} ended its answer early. Ask again for the rest.")


def _cut(at: str, reason: object, endpoint: Endpoint) -> EndpointCut:
    if reason == "length":
        return EndpointCut(
            f"{at} stopped at the limit of {endpoint.output:,} tokens. More are allowed by"
            " ONRECORD_MODEL_OUTPUT."
        )
    return EndpointCut(f"{at} stopped before the end of its answer.")


async def _bare(request: httpx2.Request) -> None:
    for name in set(request.headers) - _NEEDED:
        del request.headers[name]
    request.headers["accept-encoding"] = "identity"  # what is packed cannot be bounded
    if request.headers.get("authorization") == f"Bearer {_NO_KEY}":
        del request.headers["authorization"]


def _not_in_vain(ends: float) -> Any:  # noqa: ANN401 - the client's own kind of hook
    """Return a hook that keeps the client from waiting for a retry beyond the deadline."""

    async def hook(response: httpx2.Response) -> None:
        wait = response.headers.get("retry-after", "")
        if wait.isdigit() and time.monotonic() + int(wait) > ends:
            response.headers["x-should-retry"] = "false"

    return hook


class _Bounded(httpx2.AsyncByteStream):
    """A response's bytes, up to a limit. Raises EndpointCut beyond it."""

    def __init__(self, stream: httpx2.AsyncByteStream, most: int, at: str) -> None:
        self._stream, self._most, self._at = stream, most, at

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for piece in self._stream:
            read += len(piece)
            if read > self._most:
                raise EndpointCut(f"{self._at} sent more than it was allowed, and was stopped.")
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()


def _bounded(endpoint: Endpoint) -> Any:  # noqa: ANN401 - the client's own kind of hook
    """Return a hook that bounds the bytes of a response by the tokens that may be written."""

    async def hook(response: httpx2.Response) -> None:
        at = address(endpoint.url)
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise garbled(at)
        if isinstance(response.stream, httpx2.AsyncByteStream):
            response.stream = _Bounded(response.stream, endpoint.output * MOST_BYTES_PER_TOKEN, at)

    return hook


def _local(url: str) -> bool:
    """Return whether the address is this machine's, which no proxy of the environment reaches."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
