"""Articles and statements as rows, and back: what goes in comes out equal."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, cast

from sqlalchemy import RowMapping

from ingest import (
    ARTICLE_VOICES,
    Article,
    Fact,
    Region,
    Span,
    Speaker,
    Statement,
    Voice,
)
from rag.adapters.sqlite.schema import FACTS, speakers, statements
from rag.steps.words import fold

Values = dict[str, Any]
"""A row to be written, by column."""

VOICES = {voice.value: voice for voice in Voice}
"""By the value that is stored."""

_ABOUT = """kind content source_start source_end cue_start cue_end"""
_WHO = """as_written resolution person said_on said_on_how said_on_start said_on_end
occasion_start occasion_end"""
SAID = (
    *(statements.c[name] for name in _ABOUT.split()),
    speakers.c.name,
    *(statements.c[name] for name in _WHO.split()),
)
"""The columns of a statement, with its speaker's name."""


def article_values(article: Article) -> Values:
    """Return the row of `articles`, but for its place in a chain."""
    values: Values = {
        name: getattr(article, name)
        for name in ("id", "sha256", "file", "path", "url", "language", "text")
    }
    for name in FACTS:
        values |= fact_values(name, getattr(article, name))
    return values | {
        "day": (article.published.value or "")[:10] or None,
        "outlet_folded": fold(article.outlet.value) if article.outlet.value else None,
        "characters": len(article.text),
        "kept": sum(r.end - r.start for r in article.regions if r.voice in ARTICLE_VOICES),
        "statements": sum(voice in ARTICLE_VOICES for voice in voices_of(article)),
    }


def article_of(
    row: RowMapping, voices: Iterable[Sequence[Any]], said: Iterable[Sequence[Any]]
) -> Article:
    """Return the article that was stored as these rows.

    Those of `voices` begin with voice, start and end, those of `said` with `SAID`.
    """
    facts = {name: fact_of(row, name) for name in FACTS}
    return Article(
        id=row["id"],
        sha256=row["sha256"],
        file=row["file"],
        path=row["path"],
        text=row["text"],
        title=facts["title"],
        outlet=facts["outlet"],
        byline=facts["byline"],
        published=facts["published"],
        updated=facts["updated"],
        section=facts["section"],
        url=row["url"],
        language=row["language"],
        regions=tuple(Region(VOICES[voice], start, end) for voice, start, end in voices),
        statements=tuple(statement_of(one) for one in said),
    )


def fact_values(name: str, fact: Fact) -> Values:
    """Return the columns of one fact."""
    start, end = _ends(fact.evidence)
    return {
        name: fact.value,
        f"{name}_how": fact.how,
        f"{name}_start": start,
        f"{name}_end": end,
    }


def fact_of(values: RowMapping, name: str) -> Fact:
    """Return the fact in the columns called `name`."""
    evidence = _span(values[f"{name}_start"], values[f"{name}_end"])
    return Fact(values[name], values[f"{name}_how"], evidence)


def statement_values(statement: Statement, voice: Voice) -> Values:
    """Return the row of `statements`, but for its article and the speaker's key."""
    source_start, source_end = _ends(statement.source)
    cue_start, cue_end = _ends(statement.cue)
    occasion_start, occasion_end = _ends(statement.occasion)
    speaker = statement.speaker
    return {
        "kind": statement.kind,
        "content": json.dumps([[span.start, span.end] for span in statement.content]),
        "source_start": source_start,
        "source_end": source_end,
        "cue_start": cue_start,
        "cue_end": cue_end,
        "as_written": speaker.as_written if speaker else None,
        "resolution": speaker.how if speaker else None,
        "person": speaker.person if speaker else None,
        "voice": voice.value,
        **fact_values("said_on", statement.said_on),
        "occasion_start": occasion_start,
        "occasion_end": occasion_end,
    }


def statement_of(row: Sequence[Any]) -> Statement:
    """Return the statement of a row that begins with the columns `SAID`."""
    kind, content, source, source_end, cue, cue_end = row[:6]
    name, written, how, person, day, day_how, day_start, day_end = row[6:14]
    occasion, occasion_end = row[14:16]
    return Statement(
        kind=kind,
        content=tuple([Span(start, end) for start, end in json.loads(content)]),
        source=_span(source, source_end),
        cue=_span(cue, cue_end),
        speaker=None if written is None else Speaker(name, written, how, person=person),
        said_on=Fact(day, day_how, _span(day_start, day_end)),
        occasion=_span(occasion, occasion_end),
    )


def voices_of(article: Article) -> list[Voice]:
    """Return, for each statement of the article, the voice of the region it stands in."""
    return [_voice_at(article.regions, one.content[0].start) for one in article.statements]


def _voice_at(regions: Sequence[Region], position: int) -> Voice:
    index = bisect_right(regions, position, key=lambda region: region.start) - 1
    return regions[index].voice if index >= 0 else Voice.NARRATION


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None else Span(start, cast(int, end))
