"""`find_statements`: an article's text and regions in, its statements out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.article import Fact, Region, Statement, Voice
from ingest.lines import flowing, soft_breaks
from ingest.statements.comments import claims
from ingest.statements.conversation import Conversation
from ingest.statements.directory import Directory, collect
from ingest.statements.echoes import settled
from ingest.statements.interviews import answered
from ingest.statements.marks import quotations
from ingest.statements.mentions import Mentions
from ingest.statements.reader import Reader
from ingest.statements.resolution import Discourse
from ingest.statements.tokens import Frame, frames
from ingest.statements.transcripts import turns_of

SPOKEN_VOICES = frozenset(
    {Voice.HEADLINE, Voice.STANDFIRST, Voice.SUBHEAD, Voice.NARRATION, Voice.CAPTION}
)
"""The voices in which an article reports what people say."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line of a region, or a wrapped paragraph, as its sentences."""

    voice: Voice
    frames: tuple[Frame, ...]


def find_statements(text: str, regions: Sequence[Region], published: Fact) -> tuple[Statement, ...]:
    """Return the statements that the regions report, in text order.

    Statements inside comments are the commenter's claims. `published` is the article's date, from
    which days of the week and dates without a year are worked out.
    """
    soft = soft_breaks(text)
    paragraphs = [one for region in regions for one in _paragraphs(text, region, soft)]
    article = [paragraph for paragraph in paragraphs if paragraph.voice in SPOKEN_VOICES]
    directory = Directory()
    collect([frame for paragraph in article for frame in paragraph.frames], directory)
    turns = turns_of(one.frames for one in article if one.voice is Voice.NARRATION)
    turns = answered(turns, [one.frames for one in article], directory)
    conversation = Conversation(Discourse(text, Mentions(directory)))
    reader = Reader(text, conversation, published, turns=turns)
    for paragraph in article:
        reader.read(paragraph.frames, paragraph.voice)
    found = settled(text, reader.found, frozenset(reader.headed), directory)
    for paragraph in paragraphs:
        if paragraph.voice is Voice.COMMENT:
            found.extend(claims(text, paragraph.frames))
    return tuple(sorted(found, key=lambda statement: statement.content))


def _paragraphs(text: str, region: Region, soft: frozenset[int]) -> Iterator[_Paragraph]:
    if region.voice not in SPOKEN_VOICES | {Voice.COMMENT}:
        return
    spans = list(flowing(text, region.span, soft))
    for number, span in enumerate(spans):
        following = spans[number + 1] if number + 1 < len(spans) else None
        marks = quotations(text, span, following)
        yield _Paragraph(region.voice, frames(text, span, marks))
