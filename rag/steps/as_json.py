"""The JSON form of what the doors hand out: the answer contract and its neighbours.

Pure functions from values to plain dictionaries, so that chat, HTTP and command line cannot drift
apart. The answer's form is a published contract: `rag/values/answer.schema.json`.
"""

from collections.abc import Callable, Sequence
from typing import Any

from ingest import Article, Fact, Span, Statement
from rag.steps.finding.neighbours import neighbours
from rag.values.answer import Answer, Citation, CitedSpeaker, Disagreement
from rag.values.catalogued import ArticleSummary, Coverage
from rag.values.evidence import Hit

Json = dict[str, Any]


def answer_json(answer: Answer) -> Json:
    """Return the answer as the contract describes it."""
    abstention = answer.abstention
    return {
        "question": answer.question,
        "standalone_question": answer.standalone_question,
        "status": answer.status,
        "mode": answer.mode,
        "text": answer.text,
        "citations": [citation_json(citation) for citation in answer.citations],
        "disagreements": [_disagreement(one) for one in answer.disagreements],
        "abstention": None
        if abstention is None
        else {
            "reason": abstention.reason,
            "covered": abstention.covered,
            "nearest": [citation_json(citation) for citation in abstention.nearest],
        },
        "withheld": [
            {"text": one.text, "reason": one.reason, "kind": one.kind} for one in answer.withheld
        ],
        "related_questions": list(answer.related_questions),
        "wording": None
        if answer.wording is None
        else {"model": answer.wording.model, "prompt": answer.wording.prompt},
        "timings_ms": {step: round(ms, 3) for step, ms in answer.timings_ms.items()},
    }


def citation_json(citation: Citation) -> Json:
    """Return one citation as the contract describes it."""
    article = citation.article
    return {
        **fields_json(citation, "n", "quote", "start", "end"),
        "voice": citation.voice.value,
        "kind": citation.kind,
        "speaker": cited_speaker_json(citation.speaker),
        "other_speakers": [cited_speaker_json(one) for one in citation.others],
        "said_on": citation.said_on,
        "said_on_how": citation.said_on_how,
        "occasion": citation.occasion,
        "article": fields_json(
            article,
            *("id", "sha256", "file", "title", "outlet", "byline", "url", "published"),
            *("published_at", "published_how", "copies"),
        ),
    }


def article_json(article: Article) -> Json:
    """Return a stored page: its facts, whole text, regions and statements."""
    return {
        "article": {
            **fields_json(article, "id", "sha256", "file", "path", "url", "language"),
            **_facts(
                title=article.title,
                outlet=article.outlet,
                byline=article.byline,
                published=article.published,
                updated=article.updated,
                section=article.section,
            ),
        },
        "text": article.text,
        "regions": [
            {"voice": region.voice.value, "start": region.start, "end": region.end}
            for region in article.regions
        ],
        "statements": [_statement(statement) for statement in article.statements],
    }


def summary_json(summary: ArticleSummary) -> Json:
    """Return an article without its text, for lists."""
    return {
        **fields_json(summary, "id", "sha256", "file", "path", "url", "language"),
        **_facts(
            title=summary.title,
            outlet=summary.outlet,
            byline=summary.byline,
            published=summary.published,
        ),
        **fields_json(summary, "current", "copies", "characters", "kept", "statements"),
    }


def hit_json(hit: Hit, rank: int, article: Article) -> Json:
    """Return a found passage (`rank` from 1) with its words and the article that holds it.

    `before` and `after` are the prose next to it, which its sentences may lean on.
    """
    passage = hit.passage
    before, after = neighbours(article, Span(passage.start, passage.end))
    return {
        "rank": rank,
        "score": round(float(hit.score), 6),
        "found_by": hit.found_by,
        "voice": passage.voice.value,
        "start": passage.start,
        "end": passage.end,
        "text": article.text[passage.start : passage.end],
        "before": _words(article, before),
        "after": _words(article, after),
        "article": {
            "id": article.id,
            "sha256": article.sha256,
            "file": article.file,
            "title": article.title.value,
            "outlet": article.outlet.value,
            "url": article.url,
            "published": article.published.day,
            "published_how": article.published.how,
        },
    }


def hits_json(hits: Sequence[Hit], page: Callable[[str], Article]) -> list[Json]:
    """Return the hits, ranked from 1; `page` gets the article with an id."""
    articles = {hit.passage.article_id: page(hit.passage.article_id) for hit in hits}
    return [
        hit_json(hit, rank, articles[hit.passage.article_id]) for rank, hit in enumerate(hits, 1)
    ]


def coverage_json(coverage: Coverage) -> Json:
    """Return what the archive holds."""
    return {
        "articles": coverage.articles,
        "statements": coverage.statements,
        "passages": coverage.passages,
        "outlets": list(coverage.outlets),
        "first": coverage.first,
        "last": coverage.last,
    }


def _words(article: Article, span: Span | None) -> Json | None:
    if span is None:
        return None
    return {"start": span.start, "end": span.end, "text": span.of(article.text)}


def _facts(**facts: Fact) -> Json:
    told: Json = {}
    for name, fact in facts.items():
        dated = name in ("published", "updated")
        told[name] = fact.day if dated else fact.value
        if dated:
            told[f"{name}_at"] = fact.moment
        told[f"{name}_how"] = fact.how
        told[f"{name}_evidence"] = _span(fact.evidence)
    return told


def _statement(statement: Statement) -> Json:
    speaker = statement.speaker
    return {
        "kind": statement.kind,
        "content": [_span(span) for span in statement.content],
        "source": _span(statement.source),
        "cue": _span(statement.cue),
        "speaker": None if speaker is None else fields_json(speaker, "name", "as_written", "how"),
        "said_on": statement.said_on.value,
        "said_on_how": statement.said_on.how,
        "occasion": _span(statement.occasion),
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def cited_speaker_json(speaker: CitedSpeaker | None) -> Json | None:
    """Return who said something, as every door writes it; none where nobody is named."""
    if speaker is None:
        return None
    return fields_json(speaker, "name", "as_written", "how")


def fields_json(value: object, *names: str) -> Json:
    """Return these fields of a value, which must be plain ones, under their own names."""
    return {name: getattr(value, name) for name in names}


def _disagreement(disagreement: Disagreement) -> Json:
    return {
        "about": disagreement.about,
        "sides": [
            {"text": side.text, "citations": list(side.citations)} for side in disagreement.sides
        ],
    }
