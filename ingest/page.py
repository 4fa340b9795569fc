"""One capture to one article: the whole of reading, as a function."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.article import (
    ARTICLE_VOICES,
    Article,
    Capture,
    Fact,
    Region,
    Statement,
    Voice,
    article_id,
)
from ingest.decoding import decode
from ingest.errors import UnreadablePage
from ingest.formats.foreign import foreign
from ingest.formats.kinds import Kind, kind_of
from ingest.formats.records import USUAL_NAMES, FieldNames
from ingest.formats.saved_page import noted_address, original_address, original_outlet
from ingest.inference import written_in
from ingest.language import is_foreign
from ingest.metadata import PageFacts, page_facts
from ingest.reading import Reading, body_language
from ingest.repeated import Repeated, repeated_lines
from ingest.voices.assignment import assign_voices, document_voices, regions_of
from ingest.voices.page import rows_of

_NONE_REPEATED = Repeated()


def read_page(
    capture: Capture, repeated: Repeated = _NONE_REPEATED, fields: FieldNames = USUAL_NAMES
) -> Article:
    """Return the article that `capture` holds; the same bytes always give the same article.

    `repeated` names lines that other pages of the same site have too; `fields` tells what the
    fields of a JSON record are. Raises UnreadablePage when
    the bytes hold no text.
    """
    reading = _reading(capture, repeated, fields)
    regions = regions_of(reading.text, reading.rows, reading.voices)
    facts = _with_month(reading.text, regions, reading.facts)
    url = capture.url or facts.url
    url = url and original_address(url)
    statements = _statements(reading, regions, facts.published)
    return Article(
        id=article_id(reading.text, url or capture.path or capture.name),
        sha256=capture.sha256,
        file=capture.name,
        path=capture.path,
        text=reading.text,
        title=facts.title,
        outlet=original_outlet(facts.outlet, url),
        byline=facts.byline,
        published=facts.published,
        updated=facts.updated,
        section=facts.section,
        url=url,
        language=reading.language,
        regions=regions,
        statements=statements,
    )


def _statements(
    reading: Reading, regions: Sequence[Region], published: Fact
) -> tuple[Statement, ...]:
    """Return who says what; nothing of a page in another language, which English rules misread."""
    from ingest.statements import find_statements  # the sentence splitter is slow to import

    written = sum(one.end - one.start for one in regions if one.voice in ARTICLE_VOICES)
    if is_foreign(reading.language, written):
        return ()
    return find_statements(reading.text, regions, published)


def _with_month(text: str, regions: Sequence[Region], facts: PageFacts) -> PageFacts:
    """Return the facts with the month that the text itself leaves, where no date is known."""
    if facts.published.value:
        return facts
    narration = [region.span for region in regions if region.voice is Voice.NARRATION]
    return replace(facts, published=written_in(text, narration))


def _reading(capture: Capture, repeated: Repeated, fields: FieldNames) -> Reading:
    kind = kind_of(capture.content, capture.name)
    if kind == "html":
        return _read_html(capture, repeated)
    if kind == "text":
        return _read_text(decode(capture.content), repeated)
    if kind == "unreadable":
        what = foreign(capture.content) or "a part of a page (its style, script or subtitles)"
        raise UnreadablePage(f"it is {what}")
    return _converted(capture, kind, repeated, fields)


def _converted(capture: Capture, kind: Kind, repeated: Repeated, fields: FieldNames) -> Reading:
    """Return the reading of a document that is brought into text or HTML first."""
    from ingest.formats.conversion import docx_html, markdown_html, record_html
    from ingest.formats.mail import mail_part
    from ingest.formats.pdf import pdf_text
    from ingest.formats.records import record_of
    from ingest.formats.safari import safari_page
    from ingest.letters import as_letter

    if kind == "pdf":
        return _read_pdf(pdf_text(capture.content), repeated)
    if kind == "mail":
        part = mail_part(capture.content)
        page = replace(capture, content=part.content, url=capture.url or part.url)
        if part.is_html:
            reading = _read_html(page, repeated)
        else:
            reading = _read_text(decode(part.content), repeated)
        return as_letter(reading, part.letter) if part.letter else reading
    if kind == "safari":
        saved = safari_page(capture.content)
        page = replace(capture, content=saved.content, url=capture.url or saved.url)
        return _read_html(page, repeated)
    if kind == "docx":
        return _read_html(replace(capture, content=docx_html(capture.content)), repeated)
    if kind == "markdown":
        return _read_html(
            replace(capture, content=markdown_html(decode(capture.content))), repeated
        )
    record = record_of(capture.content, fields)
    url = capture.url or record.url
    return _read_html(replace(capture, content=record_html(record), url=url), repeated)


def _read_text(text: str, repeated: Repeated, *, document: bool = False) -> Reading:
    rows = rows_of(text, repeated)
    voices = document_voices(rows) if document else assign_voices(rows)
    language = body_language(text, rows, voices)
    return Reading(text, rows, voices, page_facts(rows, voices, language), language)


def _read_pdf(pages: tuple[str, ...], repeated: Repeated) -> Reading:
    """Read the pages as one text; what stands on many of them is a running head or foot.

    A document is mostly text of its own: what reads as a paragraph is the article's.
    """
    from ingest.formats.pdf_lines import edge_lines, joined

    running = repeated_lines(pages).lines | edge_lines(pages)
    text = "\n\n".join(joined(page, running) for page in pages)
    return _read_text(text, Repeated(repeated.lines | running), document=True)


def _read_html(capture: Capture, repeated: Repeated) -> Reading:
    from ingest.markup.reading import read_html  # trafilatura and lxml are slow to import

    url = capture.url or noted_address(capture.content)
    return read_html(replace(capture, url=url), repeated)
