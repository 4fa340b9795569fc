"""Whether the server lives, and whether it can answer; and the contract's schema."""

from importlib.resources import files

from fastapi import APIRouter
from fastapi.responses import Response

from rag.doors.any_archive import AnyArchive
from rag.doors.http.responses import JsonResponse
from rag.steps.as_json import coverage_json


def health_routes(archive: AnyArchive) -> APIRouter:
    """Return the routes for those who watch over the server."""
    router = APIRouter(tags=["service"])

    @router.get("/healthz", summary="The process lives")
    def healthz() -> Response:
        """Return at once, whatever the archive's state."""
        return JsonResponse({"status": "ok"})

    @router.get("/readyz", summary="The archive answers")
    def readyz() -> Response:
        """Return what the archive holds, or 503 when it cannot be read."""
        return JsonResponse({"status": "ready", "archive": coverage_json(archive.coverage())})

    @router.get("/api/answer.schema.json", summary="The answer's JSON Schema")
    def schema() -> Response:
        """Return the JSON Schema that every answer follows."""
        return Response(
            (files("rag.values") / "answer.schema.json").read_bytes(),
            media_type="application/schema+json",
        )

    return router
