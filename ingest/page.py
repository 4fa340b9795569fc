"""One capture to one article: the whole of reading, as a function."""

from ingest.article import ARTICLE_VOICES, Article, Capture, Statement, article_id
from ingest.decoding import decode
from ingest.language import language_of
from ingest.metadata import page_facts
from ingest.repeated import Repeated
from ingest.voices.assignment import assign_voices, regions_of
from ingest.voices.page import rows_of

_NONE_REPEATED = Repeated()


def read_page(capture: Capture, repeated: Repeated = _NONE_REPEATED) -> Article:
    """Return the article that `capture` holds; the same bytes always give the same article.

    `repeated` names lines that other pages of the same site have too. Raises UnreadablePage when
    the bytes hold no text.
    """
    from ingest.statements import find_statements  # the sentence splitter is slow to import

    text = decode(capture.content)
    rows = rows_of(text, repeated)
    voices = assign_voices(rows)
    regions = regions_of(text, rows, voices)
    body = "\n".join(
        row.line.text for row, voice in zip(rows, voices, strict=True) if voice in ARTICLE_VOICES
    )
    language = language_of(body or text)
    facts = page_facts(rows, voices, language)
    url = capture.url or facts.url
    statements: tuple[Statement, ...] = find_statements(text, regions, facts.published)
    return Article(
        id=article_id(text, url or capture.path or capture.name),
        sha256=capture.sha256,
        file=capture.name,
        path=capture.path,
        text=text,
        title=facts.title,
        outlet=facts.outlet,
        byline=facts.byline,
        published=facts.published,
        updated=facts.updated,
        url=url,
        language=language,
        regions=regions,
        statements=statements,
    )
