"""A cue with its speaker, before it is known what was said; and the attribution it becomes."""

from dataclasses import dataclass

from ingest.article import Span
from ingest.statements.cues import Cue
from ingest.statements.noun_phrases import Source
from ingest.statements.tokens import Frame


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue and the noun phrase that speaks there, looking for its content in its sentence."""

    frame: Frame
    cue: Cue
    source: Source | None
    later: tuple[Cue, ...]
    """The cues that follow in the sentence."""
    taken: int
    """Tokens before this one belong to earlier attributions."""

    @property
    def left(self) -> int:
        """The first token of source and cue together."""
        return min(self.cue.first, self.source.first) if self.source else self.cue.first

    @property
    def after(self) -> int:
        """The token after source and cue together."""
        return max(self.cue.last, self.source.last) if self.source else self.cue.last

    @property
    def inverted(self) -> bool:
        """Whether the speaker stands after the verb ("said Lee")."""
        return self.source is not None and self.source.first >= self.cue.last

    def attribution(self, *content: Span, direct: bool, last: int) -> "Attribution":
        """Return this saying with its content."""
        return Attribution(self.cue, self.source, content, direct, last)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, cue and content within one frame, as token positions and text spans."""

    cue: Cue
    source: Source | None
    content: tuple[Span, ...]
    direct: bool
    """Whether the content is nothing but quotations that the cue says were spoken."""
    last: int
    """The token after the attribution's last one."""
