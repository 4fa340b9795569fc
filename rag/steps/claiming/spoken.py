"""The quoted words of a claim looked up in the evidence that it names.

The rule is the one by which drafts are checked (`rag.steps.quoting`): word for word, typography
aside, whole, and said there by whom the claim says. Here they must stand in the very block, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest import Statement, Voice
from rag.steps.claiming.evidence import Evidence
from rag.steps.quoting import Found, Quoted, judge, places, quoted
from rag.values.check import Claim, Verdict

_REASONS: dict[Verdict, str] = {
    "verified": "the quoted words stand in another place than the evidence that it names",
    "other_speaker": "the quoted words are not that speaker's there",
    "altered": "the quoted words differ from the page's",
    "spliced": "the quote is put together from several places",
    "absent": "the quoted words do not stand in the evidence that it names",
}


class NotSaid(Exception):
    """Quoted words do not hold; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quote that holds: where it stands, in the page's own characters."""

    evidence: Evidence
    found: Found

    @property
    def words(self) -> str:
        """The page's own characters."""
        return self.found.reading.words(self.found.span)

    @property
    def statement(self) -> Statement | None:
        """Whose statement the words are part of."""
        return self.found.statement


def spoken(written: str, claim: Claim | None, evidence: Sequence[Evidence]) -> Spoken:
    """Return where these words stand in one of the blocks. Raises NotSaid."""
    words = quoted(written)
    if not any(sign.isalnum() for sign in words.text):
        raise NotSaid("there are no words between its quotation marks")
    reason = _REASONS["absent"]
    for one in evidence:
        if one.voice is Voice.COMMENT:
            found = _by_reader(words, one)
        else:
            verdict = judge(words, claim, [[one.reading]])
            found = verdict.places if verdict.verdict == "verified" else ()
            note = f" ({verdict.note})" if verdict.note and verdict.verdict != "verified" else ""
            reason = _REASONS[verdict.verdict] + note
        for place in found:
            if one.span.covers(place.span):
                return Spoken(one, place)
    raise NotSaid(reason)


def _by_reader(words: Quoted, evidence: Evidence) -> tuple[Found, ...]:
    return tuple(
        one
        for one in places(words, evidence.reading)
        if one.voice is Voice.COMMENT and not one.flaw
    )
