"""The ledger and the quote check over HTTP: `GET /api/quotes` and `POST /api/check`."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import BeforeValidator, Field

from ingest import StatementKind
from rag.doors.any_archive import AnyArchive
from rag.doors.http.requests import FilterFields, Strict, Text, blank_is_unset
from rag.doors.http.responses import JsonResponse
from rag.steps.ledger.as_json import check_json, ledger_json
from rag.values.ledger import LedgerQuery
from rag.values.question import LONGEST_QUESTION

LONGEST_DRAFT = 400_000
"""In code points; a book chapter is shorter."""


class QuoteFields(FilterFields):
    """Which statements to list."""

    about: Annotated[Text | None, Field(max_length=LONGEST_QUESTION)] = None
    kind: Annotated[StatementKind | None, BeforeValidator(blank_is_unset)] = None
    limit: Annotated[int, Field(ge=1, le=1000)] = 100
    offset: Annotated[int, Field(ge=0, le=100_000_000)] = 0

    def query(self) -> LedgerQuery:
        """Return the value that the archive works with."""
        about = self.about if self.about and self.about.strip() else None
        return LedgerQuery(
            filters=self.filters(),
            about=about,
            kind=self.kind,
            limit=self.limit,
            offset=self.offset,
        )


class CheckRequest(Strict):
    """A draft whose quoted strings are to be checked."""

    text: Annotated[Text, Field(max_length=LONGEST_DRAFT)]


def quote_routes(archive: AnyArchive) -> APIRouter:
    """Return the routes that list and check quotes against `archive`."""
    router = APIRouter(tags=["quotes"])

    @router.get("/api/quotes", summary="List who said what")
    def quotes(fields: Annotated[QuoteFields, Query()]) -> Response:
        """Return statements, each quote once with its other wordings and independent sources.

        `total` counts them all; `limit` and `offset` choose which are sent.
        `people` names whom the speaker asked for may be: more than one means ask back.
        """
        return JsonResponse(ledger_json(archive.quotes(fields.query())))

    @router.post("/api/check", summary="Check a draft's quotes")
    def check(request: CheckRequest) -> Response:
        """Return for every quoted string a verdict, its place in the archive and what was changed.

        Verdicts: verified, other_speaker, altered, spliced, absent. `start` and `end` of a quote
        count in the draft, those of a place in the article's text.
        """
        return JsonResponse(check_json(archive.check(request.text)))

    return router
