"""What a claim says that somebody said, held to what they said, wherever either names the speaker.

"“The road is shut,” she said in Orlow in May" may be told as "In May, Orla Quist said that the road
was shut". So a claim's statement is taken apart into who, how, what, and what else stands beside
the telling, and each part is held to the same part of one statement of the evidence.
"""

from collections.abc import Iterator, Sequence

from ingest import Span, Statement, Voice
from rag.steps.claiming.cues import MARK, asserting, deed, fits, lemma, named_so, naming
from rag.steps.claiming.evidence import Evidence
from rag.steps.claiming.pronouns import stranger
from rag.steps.claiming.renderings import renderings
from rag.steps.claiming.resting import Resting
from rag.steps.claiming.support import Unsupported, fault
from rag.steps.claiming.tokens import Token, same, tokens
from rag.steps.claiming.turning import turning_words
from rag.steps.people.identities import compatible
from rag.steps.words import word_list

_NO_STATEMENT = "nobody is told to say this in the evidence"
_POINTING = word_list("it they them this that these those he she him her")
_ORDERING = word_list("before after until since")
_PREPOSITIONS = word_list("in on at during after before with from to since by for until near")


def retold(
    text: str,
    statement: Statement,
    evidence: Sequence[Evidence],
    within: Span,
    first: Sequence[Span] = (),
) -> Resting:
    """Return the sentence in which somebody says what this statement of a claim says of them.

    `text` is the claim, `within` its sentence, `first` are the places of its quotes. Raises
    Unsupported.
    """
    reason = _NO_STATEMENT
    for one in evidence:
        if one.voice is Voice.COMMENT:
            continue
        for there in _statements(one):
            if not _one_speaker(statement, there, one):
                continue
            for span in _sentences(there, one):
                if first and not any(span.overlaps(quote) for quote in first):
                    continue
                reason = _difference(text, within, statement, there, one, span)
                if not reason:
                    return Resting(one, span)
    raise Unsupported(reason)


def _statements(evidence: Evidence) -> Iterator[Statement]:
    for one in evidence.page.article.statements:
        if one.cue and one.source and any(evidence.span.overlaps(part) for part in one.content):
            yield one


def _sentences(statement: Statement, evidence: Evidence) -> Iterator[Span]:
    """Yield the sentences of the evidence that hold words of the statement."""
    for span in evidence.sentences:
        if any(span.overlaps(part) for part in statement.content):
            yield span


def _one_speaker(claim: Statement, there: Statement, evidence: Evidence) -> bool:
    """Return whether both are said by one person or body, and the claim adds nothing to them."""
    mine, theirs = claim.speaker, there.speaker
    if mine is None or theirs is None:
        return False
    if mine.name and theirs.name and compatible(mine.name, theirs.name, person=True):
        return _introduced(mine.as_written, theirs.name, evidence)
    words = [one for one in tokens(mine.as_written) if one.carries]
    known = [one for one in tokens(theirs.as_written) if one.carries]
    return bool(words and known) and [one.word for one in words] == [one.word for one in known]


def _introduced(written: str, name: str, evidence: Evidence) -> bool:
    """Return whether the page calls its speaker by every word by which the claim does."""
    forms = [
        tokens(one.speaker.as_written)
        for one in evidence.page.article.statements
        if one.speaker and one.speaker.name == name
    ]
    known = {one.word for form in (*forms, tokens(name)) for one in form}
    known |= {one.word for one in tokens(evidence.speaker or "")}
    return all(one.word in known for one in tokens(written) if one.carries)


def _difference(
    text: str,
    within: Span,
    claim: Statement,
    there: Statement,
    evidence: Evidence,
    span: Span,
) -> str:
    """Return what the claim says otherwise than this sentence of that statement."""
    page = evidence.page.article.text
    if claim.cue is None or there.cue is None:
        return _NO_STATEMENT
    cue, other = text[claim.cue.start : claim.cue.end], page[there.cue.start : there.cue.end]
    does = not fits(cue, other)
    if does and not asserting(other):
        return "the evidence tells this in another way than as said so"
    told = _told_in(evidence, there)
    beside_here = _beside(text, claim, within)
    beside_there = _beside(page, there, told)
    if reason := _beside_differs(beside_here, beside_there):
        return reason
    content = " ".join(text[part.start : part.end] for part in claim.content)
    wanted = _without_that(tokens(content))
    if reason := stranger(wanted, tokens(page[span.start : span.end]), needed=True):
        return reason
    if naming(cue) and (not naming(other) or MARK in content):
        content = named_so(content)
        wanted = tokens(content)
    reason = _NO_STATEMENT
    for said in _contents(page, there, span):
        for form in renderings(deed(said, lemma(cue)) if does else said):
            there_said = tokens(named_so(form) if naming(cue) else form)
            reason = fault(wanted, there_said, asks=form.rstrip("”’\"' ").endswith("?"))
            if not reason and naming(cue):
                reason = _called(content, there_said)
            if not reason:
                return ""
    return reason


def _called(content: str, there: tuple[Token, ...]) -> str:
    """Return what is wrong where the page says of something else that it is so."""
    what, _, words = content.partition(MARK)
    of = [one for one in tokens(what) if one.carries]
    first = next((one for one in tokens(words) if one.carries), None)
    if not of or first is None or any(one.word in _POINTING for one in tokens(what)):
        return "it does not say what it tells the name of"
    for at in (index for index, one in enumerate(there) if same(one, first)):
        last = next((one for one in reversed(there[:at]) if one.carries), None)
        if last is not None and same(last, of[-1]):
            return ""
    return "the evidence says this of something else"


def _told_in(evidence: Evidence, statement: Statement) -> Span:
    """Return the sentence in which the page names the speaker."""
    cue = statement.cue or statement.span
    return next((one for one in evidence.sentences if one.overlaps(cue)), cue)


def _contents(page: str, statement: Statement, span: Span) -> Iterator[str]:
    """Yield what the statement says in this sentence: each piece, all, and all but who says so."""
    pieces = [
        page[max(one.start, span.start) : min(one.end, span.end)]
        for one in statement.content
        if one.overlaps(span)
    ]
    yield from pieces
    if len(pieces) > 1:
        yield " ".join(pieces)
    cut = _cut(page, statement, span)
    if cut:
        yield cut


def _cut(page: str, statement: Statement, span: Span) -> str:
    """Return the sentence without ", she said," in its midst; nothing where it stands otherwise."""
    if statement.cue is None or statement.source is None:
        return ""
    start = min(statement.cue.start, statement.source.start)
    end = max(statement.cue.end, statement.source.end)
    before, after = page[span.start : start].rstrip(), page[end : span.end].lstrip()
    if not (before.endswith(",") and after.startswith(",")):
        return ""
    return f"{before[:-1]} {after[1:]}"


def _beside(text: str, statement: Statement, within: Span) -> tuple[Token, ...]:
    """Return the words of the sentence beside who says what, and how."""
    gone = sorted(
        (one for one in (statement.source, statement.cue, *statement.content) if one),
        key=lambda one: one.start,
    )
    parts, at = [], within.start
    for one in gone:
        if not one.overlaps(within):
            continue
        parts.append(text[at : max(at, one.start)])
        at = max(at, one.end)
    parts.append(text[at : within.end])
    found = tokens(" , ".join(parts))
    return tuple(one for one in found if one.word not in {"that", "and"})


def _beside_differs(claim: tuple[Token, ...], there: tuple[Token, ...]) -> str:
    """Return what the claim has beside the telling that the evidence has not: a day, a listener."""
    if turning_words(claim) != turning_words(there):
        return "it tells the words as said with more or less doubt"
    for at, one in enumerate(claim):
        if one.word in _ORDERING and all(other.word != one.word for other in there):
            return f"{one.word!r} tells another order of things"
        if not one.carries:
            continue
        places = [index for index, other in enumerate(there) if same(one, other)]
        if not any(_same_place(claim, at, there, index) for index in places):
            return f"{one.word!r} does not stand there beside the telling"
    return ""


def _same_place(claim: tuple[Token, ...], at: int, there: tuple[Token, ...], index: int) -> bool:
    """Return whether the same small word or the same word that carries stands before both."""
    mine, theirs = _leading(claim, at), _leading(there, index)
    day = claim[at].measure and {mine, theirs} <= {"on", ""}
    return mine == theirs or day or (not mine and index > 0)


def _leading(text: tuple[Token, ...], at: int) -> str:
    """Return the preposition of the phrase that the word stands in; nothing where there is none."""
    for one in reversed(text[:at]):
        if one.mark:
            return ""
        if one.word in _PREPOSITIONS:
            return one.word
    return ""


def _without_that(content: tuple[Token, ...]) -> tuple[Token, ...]:
    return content[1:] if content[:1] and content[0].word == "that" else content
