"""Questions over HTTP: `POST /api/ask` and `GET /api/search`."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response, StreamingResponse

from rag.doors.any_archive import AnyArchive
from rag.doors.failures import failure
from rag.doors.http.requests import AskRequest, SearchFields
from rag.doors.http.responses import JsonResponse
from rag.doors.json_text import json_text
from rag.steps.as_json import Json, answer_json, hits_json
from rag.values.question import Question


def ask_routes(archive: AnyArchive) -> APIRouter:
    """Return the routes that answer from `archive`."""
    router = APIRouter(tags=["questions"])

    @router.post("/api/ask", summary="Ask the archive")
    def ask(request: AskRequest) -> Response:
        """Answer with checked quotes, or abstain; the body follows `/api/answer.schema.json`.

        With `stream`, lines of JSON come instead: `{"event": "searching"}`; with a language model,
        `{"event": "partial", "answer": …}` each time that a claim passed its check; then
        `{"event": "answer", "answer": …}` or `{"event": "error", "error": …}`.
        """
        asked = request.asked()
        if request.stream:
            return StreamingResponse(_events(archive, asked), media_type="application/x-ndjson")
        return JsonResponse(answer_json(archive.ask(asked)))

    @router.get("/api/search", summary="Find passages")
    def search(fields: Annotated[SearchFields, Query()]) -> Response:
        """Return ranked passages, each with its article, score and offsets."""
        hits = archive.search(fields.q, fields.filters(), fields.limit)
        return JsonResponse({"query": fields.q, "hits": hits_json(hits, archive.article)})

    return router


def _events(archive: AnyArchive, question: Question) -> Iterator[bytes]:
    yield _line({"event": "searching"})
    try:
        stages = archive.ask_in_stages(question)
        answer = next(stages)
        for later in stages:
            yield _line({"event": "partial", "answer": answer_json(answer)})
            answer = later
    except Exception as error:  # the stream has begun: its last line is the only way left
        yield _line({"event": "error", **failure(error)[1]})
    else:
        yield _line({"event": "answer", "answer": answer_json(answer)})


def _line(event: Json) -> bytes:
    return json_text(event).encode() + b"\n"
