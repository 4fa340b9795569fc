"""The stored pages over HTTP: the list, and each page with its regions and statements."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response

from rag.doors.any_archive import AnyArchive
from rag.doors.http.requests import PageFields
from rag.doors.http.responses import JsonResponse
from rag.steps.as_json import article_json, summary_json

ArticleId = Annotated[str, Path(pattern="^[0-9a-f]{4,64}$", description="An article's id.")]


def article_routes(archive: AnyArchive) -> APIRouter:
    """Return the routes that show what `archive` holds."""
    router = APIRouter(tags=["articles"])

    @router.get("/api/articles", summary="List the articles")
    def articles(fields: Annotated[PageFields, Query()]) -> Response:
        """Return the current articles without their texts, by publication date, then path."""
        summaries = archive.summaries()
        part = summaries[fields.offset : fields.offset + fields.limit]
        return JsonResponse(
            {"total": len(summaries), "articles": [summary_json(one) for one in part]}
        )

    @router.get("/api/articles/{article_id}", summary="Read an article")
    def article(article_id: ArticleId) -> Response:
        """Return the whole text of one version, its regions by voice, and its statements."""
        return JsonResponse(article_json(archive.article(article_id)))

    return router
