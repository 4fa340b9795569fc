"""Which words a cue attributes: the content before or after it within one sentence."""

from dataclasses import dataclass

from ingest.article import Span
from ingest.statements.cues import Cue, find_cues
from ingest.statements.sources import Source, source_of
from ingest.statements.tokens import Frame, Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import (
    CONJUNCTIONS,
    DAY_PARTS,
    DETERMINERS,
    MONTHS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
    looks_finite,
)

_REACH = 30
"""Tokens between a cue and the clause that it introduces ("said in a statement … that")."""
_CIRCUMSTANCES = vocabulary("""
    in on at during before after until when while as following amid within
""")
_DEEPER = frozenset(["after", "while", "because", "who", "when", "although", "though", "before"])
_WORKS = vocabulary("""
    book memoir novel article essay column film movie documentary song album show program series
    episode podcast report paper play poem ad video blog magazine website group
""")
"""Things whose title stands in quotation marks after them."""

_LONGEST_ADJUNCT = 16
_CLAUSE_STARTS = frozenset(["that", "whether", "if", "how", "why", "what", "when", "where", "who"])


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


def attributions(frame: Frame) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence, in order of their cues, none inside another."""
    cues = find_cues(frame)
    found: list[Attribution] = []
    taken = 0
    closing = _closing(frame, cues)
    if closing is not None:
        return (closing,)
    for number, cue in enumerate(cues):
        if cue.first < taken:
            continue
        if cue.shape == "participle" and cue.first <= 1 and number + 1 < len(cues):
            continue
        source = _shared_source(frame, cue, found) or _widened(frame, cue, source_of(frame, cue))
        if cue.shape == "passive" and (cue.verb is None or cue.verb.kind != "tell"):
            continue
        attribution = _attribution(frame, cue, source, cues[number + 1 :], taken)
        if attribution is not None:
            found.append(attribution)
            taken = attribution.last
    return tuple(found)


def _shared_source(frame: Frame, cue: Cue, found: list[Attribution]) -> Source | None:
    """Return the speaker of the attribution that this cue goes on from ("…, adding that")."""
    if not found or found[-1].source is None or not _goes_on(frame, cue):
        return None
    if cue.shape == "finite" and _new_speech(frame, cue) is not None:
        return None
    return found[-1].source if cue.shape in {"participle", "finite"} else None


def _closing(frame: Frame, cues: tuple[Cue, ...]) -> Attribution | None:
    """Return "CONTENT, X said" where it frames the whole sentence, reports inside it included."""
    if not cues:
        return None
    cue = cues[-1]
    source = source_of(frame, cue)
    left = min(cue.first, source.first) if source else cue.first
    after = max(cue.last, source.last) if source else cue.last
    if source is None or _quotation_before(frame, left) is not None or cue.shape == "participle":
        return None
    return _clause_before(frame, cue, source, left, after, 0)


def _attribution(
    frame: Frame, cue: Cue, source: Source | None, later: tuple[Cue, ...], taken: int
) -> Attribution | None:
    left = min(cue.first, source.first) if source else cue.first
    after = max(cue.last, source.last) if source else cue.last
    backward = _quotation_before(frame, left)
    if backward is not None and backward >= taken and _claims(frame, cue, backward):
        return _backward(frame, cue, source, backward, after, later, taken)
    forward = _content_start(frame, cue, after)
    if forward is not None and any(after <= other.first < forward for other in later):
        forward = None
    if forward is not None:
        end = _content_end(frame, forward, later, cue, source)
        attribution = _forward(frame, cue, source, forward, end)
        if attribution is not None:
            return attribution
    return _clause_before(frame, cue, source, left, after, taken)


def _claims(frame: Frame, cue: Cue, quote: int) -> bool:
    """Return whether the quotation before a cue is what it reports."""
    before = [token for token in frame.tokens[max(0, quote - 2) : quote] if token.kind == "word"]
    if before and before[-1].lower in _WORKS:
        return False
    return cue.speaks or cue.shape == "according" or frame.tokens[quote].open_ended


def _widened(frame: Frame, cue: Cue, source: Source | None) -> Source | None:
    """Return the source stretched back to the quotation that it follows.

    Between a quotation and its reporting verb stands nothing but the speaker, commas included.
    """
    if source is None or source.first >= cue.first or cue.shape not in {"finite", "passive"}:
        return source
    first = source.first
    while first > 0 and frame.tokens[first - 1].kind in {"word", "possessive", "comma"}:
        first -= 1
        if looks_finite(frame.tokens[first].lower) or source.first - first > _REACH:
            return source
    if first == 0 or frame.tokens[first - 1].kind != "quote":
        return source
    while frame.tokens[first].kind == "comma" or is_adverb(frame.tokens[first].lower):
        first += 1
    return Source(first, source.last) if first < source.first else source


def _quotation_before(frame: Frame, left: int) -> int | None:
    """Return the quotation token that ends right before token `left`, over a comma or dash."""
    index = left - 1
    while index >= 0 and frame.tokens[index].kind in {"comma", "dash"}:
        index -= 1
    return index if index >= 0 and frame.tokens[index].kind == "quote" else None


def _backward(
    frame: Frame,
    cue: Cue,
    source: Source | None,
    quote: int,
    after: int,
    later: tuple[Cue, ...],
    taken: int,
) -> Attribution:
    tokens = frame.tokens
    first = _backward_start(frame, quote, taken)
    spans = [frame.span(first, quote + 1)]
    direct = first == quote
    last = after
    limit = later[0].first if later else len(tokens)
    for index in range(after, limit):
        joint = tokens[index - 1]
        joined = joint.kind in {"comma", "colon", "dash"} or joint.lower in CONJUNCTIONS
        if tokens[index].kind == "quote" and joined:
            spans.append(Span(tokens[index].start, tokens[index].end))
            last = index + 1
            break
    return Attribution(cue, source, tuple(spans), direct, last)


def _backward_start(frame: Frame, quote: int, taken: int) -> int:
    """Return where content that ends with a quotation starts: there, or with its sentence."""
    tokens = frame.tokens
    first = taken
    while first < quote and tokens[first].kind in {"comma", "stop", "dash", "colon"}:
        first += 1
    words = [index for index in range(first, quote) if tokens[index].kind == "word"]
    if not words or tokens[quote - 1].kind in {"comma", "colon", "stop"}:
        return quote
    if len(words) == 1 and tokens[words[0]].lower in CONJUNCTIONS | {"so", "because"}:
        return quote
    return first


def _forward(
    frame: Frame, cue: Cue, source: Source | None, start: int, end: int
) -> Attribution | None:
    tokens = frame.tokens
    while end > start and tokens[end - 1].kind in {"comma", "stop", "dash", "semicolon", "open"}:
        end -= 1
    if end <= start:
        return None
    inside = tokens[start:end]
    words = [token for token in inside if token.kind == "word"]
    quoted = [token for token in inside if token.kind == "quote"]
    if len(quoted) == 1 and inside[0] is quoted[0] and _only_adjunct_follows(inside):
        end = start + 1
        words = [token for token in tokens[start:end] if token.kind == "word"]
    if quoted and not words:
        spans = tuple(Span(token.start, token.end) for token in quoted)
        return Attribution(cue, source, spans, cue.speaks, end)
    if not quoted and len(words) < 2 and cue.verb is not None:
        return None
    return Attribution(cue, source, (frame.span(start, end),), False, end)


def _only_adjunct_follows(inside: tuple[Token, ...]) -> bool:
    """Return whether only time, place or circumstance stands after the quotation."""
    rest = [token for token in inside[1:] if token.kind != "comma"]
    if len(rest) > 1 and rest[0].lower in CONJUNCTIONS and looks_finite(rest[1].lower):
        return True
    return bool(rest) and (rest[0].lower in _CIRCUMSTANCES or _is_time(rest[0]))


def _content_start(frame: Frame, cue: Cue, after: int) -> int | None:
    """Return the token where what follows the cue starts to be content."""
    tokens = frame.tokens
    index = after
    while index < len(tokens) and is_adverb(tokens[index].lower):
        index += 1
    if index >= len(tokens):
        return None
    token = tokens[index]
    if cue.shape == "according":
        return _after_opening(tokens, index) if token.kind == "comma" and cue.first <= 1 else None
    if token.kind in {"colon", "comma"}:
        following = tokens[index + 1].kind if index + 1 < len(tokens) else "stop"
        if following == "quote" or token.kind == "colon":
            return index + 1
        return _clause_after(frame, index + 1, "comma")
    if token.kind == "quote" or token.lower in _CLAUSE_STARTS:
        return index
    if token.kind != "word" and token.kind != "possessive":
        return None
    if cue.verb is not None and cue.verb.kind == "tell":
        return _after_addressee(frame, index)
    if token.lower == "to" and index + 1 < len(tokens) and _is_infinitive(tokens[index + 1]):
        return index
    if cue.speaks and (token.lower in PREPOSITIONS or _is_time(token)):
        return _clause_after(frame, index, "adjunct")
    return index


def _after_opening(tokens: tuple[Token, ...], comma: int) -> int:
    """Return where the main clause starts after "According to X," or "According to X, who …,"."""
    if comma + 1 < len(tokens) and tokens[comma + 1].lower in {"who", "which"}:
        later = (i for i in range(comma + 1, len(tokens)) if tokens[i].kind == "comma")
        return next(later, comma) + 1
    return comma + 1


def _is_infinitive(token: Token) -> bool:
    closed = DETERMINERS | POSSESSIVES | OBJECT_PRONOUNS
    return token.kind == "word" and not token.capital and token.lower not in closed


def _after_addressee(frame: Frame, start: int) -> int | None:
    tokens = frame.tokens
    for index in range(start, min(len(tokens), start + _REACH)):
        token = tokens[index]
        if token.kind == "quote" or token.lower in _CLAUSE_STARTS - {"who"}:
            return index
        if token.kind == "colon":
            return index + 1
        if token.lower == "to" and index > start:
            return index
        if index > start and token.lower in SUBJECT_PRONOUNS - {"who", "which", "you", "it"}:
            return index
        if token.kind in {"stop", "semicolon"}:
            return None
    return None


def _clause_after(frame: Frame, start: int, where: str) -> int | None:
    """Return the clause or quotation that follows an adjunct ("said on Friday that …")."""
    tokens = frame.tokens
    for index in range(start, min(len(tokens), start + _REACH)):
        token = tokens[index]
        if token.kind == "quote" or token.lower == "that":
            return index
        if token.kind == "colon":
            return index + 1
        if token.kind in {"stop", "semicolon"}:
            return None
        if where == "comma":
            continue
        if token.kind == "comma":
            where = "comma"
        if index > start and token.lower in SUBJECT_PRONOUNS - {"who", "which"}:
            return index
        previous = tokens[index - 1]
        if index > start and _is_time(previous) and token.kind == "word":
            starts = token.lower in DETERMINERS | POSSESSIVES or token.capital
            if starts and not _is_time(token):
                return index
    return None


def _is_time(token: Token) -> bool:
    return token.lower in TIME_WORDS or token.lower in MONTHS or token.lower in DAY_PARTS


def _content_end(
    frame: Frame, start: int, later: tuple[Cue, ...], cue: Cue, source: Source | None
) -> int:
    clause = _clause_end(frame, start, later, source)
    if clause is not None:
        return clause
    limit = _dash_after_quotation(frame, start)
    for following in later:
        if following.first <= start:
            continue
        if following.first > limit:
            break
        phrase = _what_called(frame, start, following)
        if (
            phrase is not None
            and frame.tokens[following.first - 1].lower not in SUBJECT_PRONOUNS
            and not (cue.verb and cue.verb.kind in {"say", "tell"})
        ):
            return phrase
        end = _resumption(frame, following, cue)
        if end is not None and end > start:
            return end
    return limit


def _dash_after_quotation(frame: Frame, start: int) -> int:
    """Return where the reporter comes in after quoted words (`"…" - a charge that …`)."""
    tokens = frame.tokens
    for index in range(start + 1, len(tokens)):
        if tokens[index].kind == "dash" and tokens[index - 1].kind == "quote":
            return index
    return len(tokens)


def _clause_end(
    frame: Frame, start: int, later: tuple[Cue, ...], source: Source | None
) -> int | None:
    """Return where content ends because its cue stands in a subordinate clause, else none.

    "When X noted that …, Y said …", "…, once he has said this, …", "X, who believed that …, said".
    """
    tokens = frame.tokens
    if source is None:
        return None
    relative = tokens[source.first].lower in RELATIVES
    before = tokens[source.first - 1].lower if source.first else ""
    heads = {following.first for following in later}
    for index in range(start + 1, len(tokens) - 1):
        if tokens[index].kind not in {"comma", "dash"}:
            continue
        if relative and before == "" and tokens[source.first - 1].kind != "comma":
            return None
        if before in SUBORDINATORS and before not in {"so", "as"}:
            return index
        if relative and (index + 1 in heads or looks_finite(tokens[index + 1].lower)):
            return index
    return None


def _what_called(frame: Frame, start: int, cue: Cue) -> int | None:
    """Return where "what X called" starts, whose words are X's and not the outer speaker's."""
    if cue.verb is None or cue.verb.lemma not in {"call", "describe", "term", "label"}:
        return None
    for index in range(cue.first - 1, max(start, cue.first - 12) - 1, -1):
        if frame.tokens[index].lower == "what":
            return index if index + 1 < cue.first else None
    return None


def _goes_on(frame: Frame, cue: Cue) -> bool:
    return _resumption(frame, cue, None) is not None


def _new_speech(frame: Frame, cue: Cue) -> int | None:
    """Return where `…, X replied, "…"` starts inside what seemed to be another's content."""
    tokens = frame.tokens
    after = tokens[cue.last : cue.last + 2]
    opens = len(after) == 2 and after[0].kind in {"comma", "colon"} and after[1].kind == "quote"
    if not (opens and cue.speaks and cue.shape == "finite"):
        return None
    source = source_of(frame, cue)
    if source is None or source.first >= cue.first or source.first == 0:
        return None
    joint = tokens[source.first - 1]
    return source.first if joint.kind == "comma" or joint.lower in CONJUNCTIONS else None


def _resumption(frame: Frame, cue: Cue, earlier: Cue | None) -> int | None:
    """Return where an earlier content ends when this cue is the reporter's, not part of it."""
    tokens = frame.tokens
    before = tokens[cue.first - 1] if cue.first else None
    if before is None:
        return None
    fresh = _new_speech(frame, cue)
    if fresh is not None:
        return fresh
    if cue.shape in {"participle", "according"}:
        if before.kind in {"comma", "dash"}:
            return cue.first - 1
        if before.kind == "quote":
            return cue.first
        if before.lower == "while":
            return cue.first - 1
    if earlier is not None and any(
        token.lower in _DEEPER for token in tokens[earlier.last : cue.first]
    ):
        return None
    if cue.shape == "finite" and before.lower in {"and", "but", "yet"} and cue.verb is not None:
        same = earlier is None or earlier.verb is None or earlier.verb.form == cue.verb.form
        if same and cue.verb.form in {"past", "third"}:
            return cue.first - 1
    return None


def _clause_before(
    frame: Frame, cue: Cue, source: Source | None, left: int, after: int, taken: int
) -> Attribution | None:
    """Return "CONTENT, X said": unquoted words before a comma, nothing but adjuncts after."""
    tokens = frame.tokens
    if left - 1 <= taken or tokens[left - 1].kind not in {"comma", "dash"}:
        return None
    if source is None or not (cue.speaks or cue.shape == "according"):
        return None
    if not _only_adjuncts(tokens, after):
        return None
    first = taken
    while first < left and tokens[first].kind in {"comma", "stop"}:
        first += 1
    if left - 1 - first < 3 or not any(looks_finite(t.lower) for t in tokens[first : left - 1]):
        return None
    return Attribution(cue, source, (frame.span(first, left - 1),), False, after)


def _only_adjuncts(tokens: tuple[Token, ...], after: int) -> bool:
    """Return whether nothing but "on Friday" or "in an interview" follows."""
    rest = tokens[after:]
    if not rest or rest[0].kind == "stop":
        return True
    if any(token.kind in {"quote", "colon"} or token.lower == "that" for token in rest):
        return False
    opener = rest[0].lower in PREPOSITIONS or _is_time(rest[0]) or is_adverb(rest[0].lower)
    return opener and len(rest) <= _LONGEST_ADJUNCT
