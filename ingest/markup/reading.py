"""The reading of one web page."""

from dataclasses import replace

from ingest.article import Capture
from ingest.errors import UnreadablePage
from ingest.markup.declared import declared
from ingest.markup.extraction import extract
from ingest.markup.facts import markup_facts
from ingest.markup.rendering import render
from ingest.markup.shallow import shallow
from ingest.markup.tree import CutShort, decode_html, keep_visible, parsed
from ingest.markup.voices import markup_voices
from ingest.metadata import page_facts
from ingest.reading import Reading, body_language
from ingest.repeated import Repeated
from ingest.voices.page import rows_of


def read_html(capture: Capture, repeated: Repeated) -> Reading:
    """Return the reading of a web page; raises UnreadablePage when it shows no text."""
    source = decode_html(capture.content)
    try:
        tree = parsed(source)
    except CutShort:
        source = shallow(source)
        tree = parsed(source)
    said = declared(tree)
    extraction = extract(source, tree, capture.url)
    rendering = render(keep_visible(tree))
    if not rendering.text.strip():
        framed = any(True for _ in tree.iter("frameset"))
        raise UnreadablePage(
            "the web page only frames others: save those"
            if framed
            else "the web page shows no text"
        )
    rows = rows_of(rendering.text, repeated)
    voices = markup_voices(rows, rendering, extraction)
    language = body_language(rendering.text, rows, voices)
    if language == "und" and said.language:
        language = said.language
    seen = page_facts(rows, voices, language)
    facts = markup_facts(seen, said, extraction, rendering.text, language)
    if capture.url:
        facts = replace(facts, url=capture.url)
    return Reading(rendering.text, rows, voices, facts, language)
