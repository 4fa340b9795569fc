"""Whose words a claim says that something is, against whose they are in the evidence."""

from collections.abc import Iterable, Sequence

from ingest import Fact, Region, Span, Statement, Voice
from ingest.statements import find_statements
from rag.steps.claiming.evidence import Evidence
from rag.steps.claiming.marked import Marked
from rag.steps.claiming.resting import Resting
from rag.steps.claiming.spoken import Spoken
from rag.steps.claiming.tokens import holds, tokens
from rag.steps.claiming.turning import after_be, denies
from rag.steps.people.identities import compatible
from rag.steps.words import word_list
from rag.values.check import Claim

_HEARD = word_list("tell tells told telling ask asks asked asking inform informs informed")
"""After these comes who listens, and before them who speaks."""
_PRONOUNS = word_list("i he she they it we you who this that his her their")
_SHORTEST_NAME = 3
"""Shorter ones are the marks of turns, as the Q of an interview."""
_MOSTLY = 0.5
"""Share of a claim's words in somebody's statement from which the claim repeats that statement."""


class Misattributed(Exception):
    """The claim gives words to somebody whose they are not; the message says so, for people."""


class Told:
    """A claim's text with the statements that it makes."""

    def __init__(self, stretches: Sequence[Marked]) -> None:
        """Read the statements out of the text, whose quotation marks are made plain first."""
        parts: list[str] = []
        self._quoted: list[Span] = []
        at = 0
        for one in stretches:
            part = f"“{one.text}”" if one.quoted else one.text
            if one.quoted:
                self._quoted.append(Span(at, at + len(part)))
            parts.append(part)
            at += len(part)
        self.text = "".join(parts)
        whole = (Region(Voice.NARRATION, 0, len(self.text)),)
        self.statements = find_statements(self.text, whole, Fact())

    def claim(self, number: int) -> Claim | None:
        """Return whom the text gives its quote of this number (from 0) to, if it names them."""
        statement = self._statement(self._quoted[number])
        speaker = statement.speaker if statement else None
        if speaker is None or speaker.name is None:
            return None
        return Claim(speaker.name, speaker.as_written)

    def within(self, number: int, span: Span) -> bool:
        """Return whether the quote of this number (from 0) stands in that stretch of the text."""
        return span.overlaps(self._quoted[number])

    def quoted_in(self, span: Span) -> bool:
        """Return whether a quote stands in that stretch of the text."""
        return any(one.overlaps(span) for one in self._quoted)

    def reported(self) -> tuple[Statement, ...]:
        """Return the statements that quote nothing and name their speaker."""
        return tuple(
            one
            for one in self.statements
            if one.speaker
            and one.speaker.name
            and not any(one.span.overlaps(quote) for quote in self._quoted)
        )

    def _statement(self, span: Span) -> Statement | None:
        holding = [
            one for one in self.statements if any(piece.overlaps(span) for piece in one.content)
        ]
        return min(holding, key=lambda one: one.span.end - one.span.start, default=None)


def held_to_speakers(
    plain: str, told: Told, quotes: Sequence[tuple[Spoken, Claim | None]], rests: Sequence[Resting]
) -> str | None:
    """Return who must be named beside the claim, because it leaves out whose words it repeats.

    Raises Misattributed.
    """
    for quote, claim in quotes:
        if claim is None:
            _not_beside_others(plain, quote)
        _not_denied(plain, quote.evidence, quote.statement)
        _not_heard_by(_name(quote.statement), plain)
    for statement in told.reported():
        assert statement.speaker is not None  # noqa: S101 - `reported` gives no others
        _reported_by(statement.speaker.name or "", rests)
    if rests and any(one.evidence.voice is Voice.COMMENT for one in rests):
        return None
    repeated = [_called(quote.statement) for quote, _ in quotes] or _repeated(plain, rests)
    named = next((name for name in repeated if name), None)
    own = {_name(one) for one in _statements(quotes, rests)}
    there = named and (mentions(plain, named) if named in own else _describes(plain, named))
    return None if there else named


def held_to_content(told: Told, rests: Sequence[Resting]) -> None:
    """Refuse to tell when somebody spoke as a part of what they said. Raises Misattributed."""
    for claim in told.statements:
        said = tokens(" ".join(told.text[part.start : part.end] for part in claim.content))
        for rest in rests:
            name = claim.speaker.name if claim.speaker else None
            there = [
                one
                for one in rest.evidence.statements(rest.span)
                if one.cue and name and _same(name, _called(one) or name)
            ]
            if not there or len(told.statements) != 1:
                continue
            content = tokens(
                " ".join(rest.evidence.page.text(part) for one in there for part in one.content)
            )
            for one in said:
                if one.measure and holds(tokens(rest.text), one) and not holds(content, one):
                    raise Misattributed(f"{one.word!r} is told of the saying, not of what is said")


def _statements(
    quotes: Sequence[tuple[Spoken, Claim | None]], rests: Sequence[Resting]
) -> Iterable[Statement | None]:
    yield from (quote.statement for quote, _ in quotes)
    for one in rests:
        yield from one.evidence.statements(one.span)


def _describes(plain: str, description: str) -> bool:
    found = tokens(plain)
    return all(holds(found, one) for one in tokens(description) if one.carries)


def _not_heard_by(speaker: str | None, plain: str) -> None:
    """Refuse to make a listener of the speaker: "they told Lee" for "Lee told them"."""
    found = tokens(plain)
    at = next((i for i, one in enumerate(found) if one.word in _HEARD), None)
    if speaker is None or at is None or not mentions(plain, speaker):
        return
    name = tokens(speaker)[-1]
    if not holds(found[:at], name) or after_be(found, at) == "be":
        raise Misattributed(f"it makes a listener of {speaker}, whose words these are")


def mentions(text: str, name: str) -> bool:
    """Return whether the text has the last word of this name."""
    last = tokens(name)[-1:]
    return bool(last) and holds(tokens(text), last[0])


def _not_beside_others(plain: str, quote: Spoken) -> None:
    """Refuse a quote that stands beside other speakers' names without being given to anybody."""
    own = _name(quote.statement)
    for name in _speakers(quote.evidence):
        if own is not None and _same(name, own):
            continue
        if mentions(plain, name) and not (own and mentions(own, name)):
            raise Misattributed(f"it names {name} beside words of {own or 'somebody else'}")


def _reported_by(name: str, rests: Sequence[Resting]) -> None:
    for one in rests:
        outlet = one.evidence.page.article.outlet.value
        if outlet and compatible(name, outlet, person=False):
            return
        there = [_name(statement) for statement in one.evidence.statements(one.span)]
        if any(_same(name, other) for other in there if other):
            return
        if not any(there) and mentions(one.text, name):
            return
    if rests:
        raise Misattributed(f"the evidence does not give this to {name}")


def _repeated(plain: str, rests: Sequence[Resting]) -> list[str | None]:
    """Return whose statements the claim mostly repeats."""
    wanted = [one for one in tokens(plain) if one.carries]
    found: list[str | None] = []
    for one in rests:
        for statement in one.evidence.statements(one.span):
            said = tokens(" ".join(one.evidence.page.text(piece) for piece in statement.content))
            if sum(holds(said, word) for word in wanted) > _MOSTLY * len(wanted):
                _not_denied(plain, one.evidence, statement)
                if statement.kind == "direct" and _called(statement) is None:
                    raise Misattributed("the page does not say whose words these are")
                found.append(_called(statement))
    return found


def _not_denied(plain: str, evidence: Evidence, statement: Statement | None) -> None:
    """Refuse words that their speaker denies, when the claim tells them without the denial."""
    if statement is None or statement.cue is None or statement.kind == "direct":
        return
    if denies(evidence.page.text(statement.cue)) and not denies(plain):
        raise Misattributed("it leaves out that the speaker denies this")


def _speakers(evidence: Evidence) -> Iterable[str]:
    names = (_name(one) for one in evidence.page.article.statements)
    return dict.fromkeys(name for name in names if name)


def _name(statement: Statement | None) -> str | None:
    return statement.speaker.name if statement and statement.speaker else None


def _called(statement: Statement | None) -> str | None:
    """Return whose statement it is: the name, or else how the page calls them."""
    speaker = statement.speaker if statement else None
    if speaker is None or len(speaker.name or speaker.as_written) < _SHORTEST_NAME:
        return None
    if speaker.name:
        return speaker.name
    words = tokens(speaker.as_written)
    return None if all(one.word in _PRONOUNS for one in words) else speaker.as_written


def _same(one: str, other: str) -> bool:
    return compatible(one, other, person=True) or compatible(one, other, person=False)
