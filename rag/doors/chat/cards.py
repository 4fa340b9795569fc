"""A citation as a chip and as a card.

The chat component takes Markdown, in which one line of block HTML is left as it is; so everything
here is HTML on one line. It is made with `Markup.format`, which escapes what it is given.
"""

from collections.abc import Iterable

from markupsafe import Markup

from ingest import Voice
from rag.doors.chat.places import in_lines, span_address
from rag.doors.readable import one_line
from rag.doors.wording import (
    KIND_NAMES,
    SPEAKER_KNOWN,
    VOICE_NAMES,
    day_written,
    said_when,
    speaker_written,
)
from rag.values.answer import Citation

LONGEST_HINT = 300

_CHIP = Markup('<a class="cite" href="{}" target="_blank" title="{}">{}</a>')
_CARDS = Markup('<ol class="cards">{}</ol>')
_CARD = Markup(
    '<li class="card {voice}"><blockquote dir="auto">{quote}</blockquote>'
    '<div class="who">{chip}<strong>{speaker}</strong><span class="how">{how}</span></div>'
    '<div class="where"><span class="outlet">{outlet}</span><span class="day">{day}</span>'
    '<span class="file">{file}</span>{copies}'
    '<a class="open" href="{address}" target="_blank">Show in the saved page</a></div></li>'
)
_COPIES = Markup('<span class="copies">{}</span>')


def page_address(citation: Citation) -> str:
    """Return the address on this server that shows the cited words in their page."""
    return span_address(citation.article.id, citation.start, citation.end)


def chip(citation: Citation) -> Markup:
    """Return the numbered link that stands in an answer's prose."""
    said = one_line(f"{speaker_written(citation)}: {citation.quote}")
    return _CHIP.format(page_address(citation), said[:LONGEST_HINT], citation.n)


def cards(citations: Iterable[Citation]) -> Markup:
    """Return a list of cards."""
    return _CARDS.format(Markup("").join(card(citation) for citation in citations))


def card(citation: Citation) -> Markup:
    """Return the card: quote, speaker and how known, outlet, date, file, link to the page."""
    article = citation.article
    return _CARD.format(
        voice=citation.voice.value,
        quote=in_lines(citation.quote),
        chip=chip(citation),
        speaker=one_line(speaker_written(citation)),
        how=_how(citation),
        outlet=one_line(article.outlet or "Outlet unknown"),
        day=_when(citation),
        file=one_line(article.file),
        copies=_copies(article.copies),
        address=page_address(citation),
    )


def _how(citation: Citation) -> str:
    parts = [] if citation.kind is None else [KIND_NAMES[citation.kind]]
    if citation.speaker is not None:
        parts.append(SPEAKER_KNOWN[citation.speaker.how])
        if citation.voice in (Voice.COMMENT, Voice.HEADLINE):
            parts.append(VOICE_NAMES[citation.voice])
    return ", ".join(parts)


def _when(citation: Citation) -> str:
    published = day_written(citation.article.published, citation.article.published_how)
    said = said_when(citation.said_on, citation.said_on_how, citation.occasion)
    if not said:
        return published
    known = citation.article.published_how != "unknown"
    return f"{said}, {'published' if known else 'publication'} {published}"


def _copies(count: int) -> Markup:
    if not count:
        return Markup("")
    return _COPIES.format(f"also in {count} other {'page' if count == 1 else 'pages'}")
