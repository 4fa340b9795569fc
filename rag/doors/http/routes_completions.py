"""The archive for programs that speak OpenAI's protocol: `/v1/chat/completions`, `/v1/models`."""

import secrets
import time
from collections.abc import Iterator
from itertools import chain

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from rag.doors.any_archive import AnyArchive
from rag.doors.failures import failure
from rag.doors.http.completion_requests import CompletionRequest
from rag.doors.http.completions import completion_chunks, completion_json, models_json
from rag.doors.http.responses import JsonResponse
from rag.doors.json_text import json_text
from rag.steps.as_json import Json


def completion_routes(archive: AnyArchive) -> APIRouter:
    """Return the routes that answer OpenAI's clients from `archive`."""
    router = APIRouter(tags=["OpenAI-compatible"])

    @router.post("/v1/chat/completions", summary="Ask as one asks a language model")
    def completions(asked: CompletionRequest, request: Request) -> Response:
        """Answer the last user message; `filters` may stand beside OpenAI's fields."""
        base = str(request.base_url).rstrip("/")
        number, created = secrets.token_hex(12), int(time.time())
        if not asked.stream:
            answer = archive.ask(asked.asked())
            return JsonResponse(completion_json(answer, number, created, base))
        stages = archive.ask_in_stages(asked.asked())
        first = next(stages)  # what is refused is refused before the stream begins
        chunks = completion_chunks(chain((first,), stages), number, created, base)
        return StreamingResponse(_events(chunks), media_type="text/event-stream")

    @router.get("/v1/models", summary="The one model")
    def models() -> Response:
        """Return the list that clients choose from."""
        return JsonResponse(models_json(int(time.time())))

    return router


def _events(chunks: Iterator[Json]) -> Iterator[bytes]:
    try:
        for chunk in chunks:
            yield _event(chunk)
    except Exception as error:  # the stream has begun: an error event is the only way left
        yield _event(failure(error)[1])
    yield b"data: [DONE]\n\n"


def _event(data: Json) -> bytes:
    return f"data: {json_text(data)}\n\n".encode()
