"""One capture to one article: the whole of reading, as a function."""

from ingest.article import Article, Capture, Statement, article_id
from ingest.decoding import decode
from ingest.markup.tree import is_html
from ingest.metadata import page_facts
from ingest.reading import Reading, body_language
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

    web = is_html(capture.content, capture.name)
    reading = _read_html(capture, repeated) if web else _read_text(capture, repeated)
    regions = regions_of(reading.text, reading.rows, reading.voices)
    facts = reading.facts
    url = capture.url or facts.url
    statements: tuple[Statement, ...] = find_statements(reading.text, regions, facts.published)
    return Article(
        id=article_id(reading.text, url or capture.path or capture.name),
        sha256=capture.sha256,
        file=capture.name,
        path=capture.path,
        text=reading.text,
        title=facts.title,
        outlet=facts.outlet,
        byline=facts.byline,
        published=facts.published,
        updated=facts.updated,
        section=facts.section,
        url=url,
        language=reading.language,
        regions=regions,
        statements=statements,
    )


def _read_text(capture: Capture, repeated: Repeated) -> Reading:
    text = decode(capture.content)
    rows = rows_of(text, repeated)
    voices = assign_voices(rows)
    language = body_language(text, rows, voices)
    return Reading(text, rows, voices, page_facts(rows, voices, language), language)


def _read_html(capture: Capture, repeated: Repeated) -> Reading:
    from ingest.markup.reading import read_html  # trafilatura and lxml are slow to import

    return read_html(capture, repeated)
