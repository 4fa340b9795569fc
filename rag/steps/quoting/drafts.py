"""The quoted strings of a draft, with whom the draft gives them to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest import Fact, Region, Span, Statement, Voice
from ingest.statements import find_statements
from ingest.statements.marks import Quotation, quotations
from ingest.statements.names import names_in
from ingest.statements.tokens import tokenise
from ingest.statements.words import AUXILIARIES, NEGATIONS
from rag.steps.quoting.attributing import given_to, named_before
from rag.steps.quoting.blocks import in_marks
from rag.steps.quoting.denying import sentence_of
from rag.steps.quoting.folding import fold
from rag.steps.quoting.stance import Stance, clause_behind, stance
from rag.steps.turning_words import NEGATIVES
from rag.steps.words import FUNCTION_WORDS
from rag.values.check import Claim

_LINE = re.compile(r"[^\s][^\r\n\u2028\u2029]*")
_CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"\s*(?:[#>|*•–—-]|\d+[.)])\s")
"""How a heading, a list item, a table row or a block quote begins."""
_NAME = re.compile(r"(?:[^\W\d_a-z][\w’'.-]*\s+)*[^\W\d_a-z][\w’'-]*")
_FINAL = frozenset('.!?:"”’»')
_NARROWEST, _WIDEST = 55, 100
"""Characters of a line that was broken at a column."""
_SCARE = 2
"""Words in double marks up to which a string that nobody is said to have said is no quote."""
_FOOTNOTE = re.compile(r"^\s*(?:\[\^?\d{1,3}\]\s*)+")
_AROUND = 300
"""Characters before and behind a quotation in which the draft may deny it."""
_KEY = re.compile(r'"?\s*:\s*["\[{\d]')
"""What follows a key of an object of JSON."""
_PRONOUNS = frozenset(("he", "she", "they"))
_SINGLE = "'‘’‚‛‹›"
_SCARE_SINGLE = 4
"""The same in single marks, which also mark irony and titles."""
_TITLE = 8
"""Words up to which a string of capitalised words that nobody is said to have said is a title."""
_NAMING = re.compile(
    r"\b(?:so-called|named|known as|nicknamed|dubbed|titled|entitled|the (?:word|term|phrase|book"
    r"|film|movie|song|novel|album|essay|series|play|poem))\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DraftQuote:
    """A string between quotation marks."""

    written: str
    """Without the outer marks."""
    start: int
    end: int
    """Of the string without its marks, in the draft."""
    claim: Claim | None
    stance: Stance = "said"
    """Whether the draft has it said, denies it or only supposes it."""
    named: tuple[str, ...] = ()
    """Whom its sentence names before and behind it."""


def draft_quotes(draft: str) -> tuple[DraftQuote, ...]:
    """Return the quoted strings of a draft (plain text or Markdown) in order.

    Short strings in marks count only when somebody is said to have said them; code blocks never.
    """
    text = _unwrapped(in_marks(_CODE.sub(lambda code: re.sub(r"\S", " ", code.group()), draft)))
    statements = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    return tuple(_quotes(draft, text, statements))


def _unwrapped(draft: str) -> str:
    """Return the draft with the line breaks of a wrapped paragraph made spaces, offsets kept."""
    lines = draft.splitlines(keepends=True)
    for number, (line, following) in enumerate(pairwise(lines)):
        words = line.rstrip()
        wrapped = words[-1:] not in _FINAL or _NARROWEST <= len(words) <= _WIDEST
        if words and following.strip() and wrapped and not _ITEM.match(following):
            lines[number] = words + " " * (len(line) - len(words))
    return "".join(lines)


def _quotes(draft: str, text: str, statements: tuple[Statement, ...]) -> Iterator[DraftQuote]:
    for quotation, own in _with_statements(tuple(_quotations(text)), statements):
        claim = _claim(text, quotation, own)
        span = quotation.inner
        written = draft[span.start : span.end]
        if _is_quote(text, quotation, written, claim):
            before = fold(text[max(0, quotation.start - _AROUND) : quotation.start]).text
            behind = fold(text[quotation.end : quotation.end + _AROUND]).text
            told = stance(before, behind, fold(written).text)
            named = _named(sentence_of(before), clause_behind(behind)) if told != "said" else ()
            yield DraftQuote(written, span.start, span.end, claim, told, named)


def _named(*parts: str) -> tuple[str, ...]:
    """Return the names in these parts of a sentence."""
    read = (tuple(tokenise(part, Span(0, len(part)))) for part in parts)
    names = (one.name for tokens in read for one in names_in(tokens, 0, len(tokens)))
    return tuple(name for name in names if not all(map(_nobody, name.lower().split())))


def _nobody(word: str) -> bool:
    return word in FUNCTION_WORDS or word in NEGATIVES


def _is_quote(text: str, quotation: Quotation, written: str, claim: Claim | None) -> bool:
    """Return whether marks hold somebody's words, and not irony, a name or the title of a work."""
    words = re.findall(r"\w[\w’'-]*", written)
    if claim is not None or not words:
        return bool(words) and not _KEY.match(text, quotation.end)
    named = _NAMING.search(text, max(0, quotation.start - 40), quotation.start) is not None
    if len(words) <= (_SCARE_SINGLE if named or text[quotation.start] in _SINGLE else _SCARE):
        return False
    return not (len(words) <= _TITLE and all(map(_capital, words)))


def _capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word.lower() in FUNCTION_WORDS


def _quotations(text: str) -> Iterator[Quotation]:
    lines = [
        Span(line.start(), line.start() + len(line.group().rstrip()))
        for line in _LINE.finditer(text)
    ]
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        yield from quotations(text, line, following)


def _with_statements(
    quoted: Sequence[Quotation], statements: Sequence[Statement]
) -> Iterator[tuple[Quotation, tuple[Statement, ...]]]:
    """Yield each quotation with the shortest statement that it belongs to, in one sweep.

    Of words with several speakers there is a statement for each.
    """
    pieces = sorted(
        ((piece, one) for one in statements for piece in one.content),
        key=lambda pair: pair[0].start,
    )
    open_pieces: list[tuple[Span, Statement]] = []
    at = 0
    for quotation in quoted:
        while at < len(pieces) and pieces[at][0].start < quotation.end:
            open_pieces.append(pieces[at])
            at += 1
        open_pieces = [pair for pair in open_pieces if pair[0].end > quotation.start]
        holding = [one for _, one in open_pieces]
        least = min(map(_length, holding), default=0)
        yield quotation, tuple(one for one in holding if _length(one) == least)


def _length(statement: Statement) -> int:
    return statement.span.end - statement.span.start


def _claim(text: str, quotation: Quotation, own: Sequence[Statement]) -> Claim | None:
    said = _by_all([_by_statement(text, one) for one in own])
    if said is not None and said.name is not None:
        return said
    given = given_to(text, quotation.span)
    if given is not None or said is None or said.as_written.lower() not in _PRONOUNS:
        return given or said
    return Claim(named_before(text, quotation.start), said.as_written)


def _by_all(claims: Sequence[Claim | None]) -> Claim | None:
    """Return the claims on one quotation as one; those that name somebody come first."""
    found = sorted((one for one in claims if one is not None), key=lambda one: one.name is None)
    if len(found) < 2:
        return found[0] if found else None
    names = tuple(dict.fromkeys(one.name for one in found if one.name is not None))
    written = dict.fromkeys(one.as_written for one in found)
    return Claim(found[0].name, " and ".join(written), others=names[1:])


def _by_statement(text: str, statement: Statement) -> Claim | None:
    speaker = statement.speaker
    if speaker is None:
        return Claim(None, statement.source.of(text)) if statement.source else None
    written = _FOOTNOTE.sub("", speaker.as_written.replace("**", ""))
    if speaker.name is None and not any(map(str.isalnum, written)):
        return None
    return Claim(speaker.name, _bare_name(written) if speaker.name is None else written)


def _bare_name(written: str) -> str:
    """Return the name with which a source begins ("Ames, who did not stay"), else all of it."""
    name = _NAME.match(written)
    rest = written[name.end() :].lstrip(" ") if name else ""
    if name is None or not (rest.startswith((",", "(")) or _in_group(rest)):
        return written
    return name.group()


def _in_group(rest: str) -> bool:
    word = re.match(r"[\w’']+", rest)
    lower = word.group().lower().replace("’", "'") if word else ""
    return lower in AUXILIARIES | NEGATIONS or (" " in rest and lower.endswith("ly"))
