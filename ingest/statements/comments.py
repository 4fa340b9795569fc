"""What readers' comments claim that somebody said: kept apart, and never traced to the article."""

from collections.abc import Iterator, Sequence

from ingest.article import Speaker, Statement
from ingest.statements.attribution import attributions
from ingest.statements.directory import Directory, collect
from ingest.statements.kinds import kind_of
from ingest.statements.mentions import Mentions
from ingest.statements.resolution import Discourse
from ingest.statements.tokens import Frame


def claims(text: str, frames: Sequence[Frame]) -> Iterator[Statement]:
    """Yield the quoted statements of one paragraph of a comment.

    The speaker is the one whom the sentence names, or unknown: a commenter's "he" is nobody's.
    """
    directory = Directory()
    collect(frames, directory)
    discourse = Discourse(text, Mentions(directory))
    for frame in frames:
        for attribution in attributions(frame):
            kind = kind_of(frame, attribution)
            if kind == "reported" or attribution.source is None:
                continue
            source = frame.span(attribution.source.first, attribution.source.last)
            speaker = discourse.resolve(frame, attribution.source)
            if speaker.how != "stated":
                speaker = Speaker(None, speaker.as_written, "unknown", speaker.person)
            cue = frame.span(attribution.cue.first, attribution.cue.last)
            yield Statement(kind, attribution.content, source, cue, speaker)
