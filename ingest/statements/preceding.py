"""Content before its cue: `"…," X said`, `…, X said.`, `…, X said, …`."""

from ingest.article import Span
from ingest.statements.agreement import said_alike
from ingest.statements.clauses import holds_verb, is_introducer, is_relative, skip_openers
from ingest.statements.saying import Attribution, Saying
from ingest.statements.tokens import Frame, Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import (
    CONJUNCTIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_time,
)

_SHORTEST_CLAUSE = 3
_LONGEST_REST = 60
_LONGEST_ADJUNCT = 16
_WORKS = vocabulary("""
    book memoir novel article essay column film movie documentary song album show program series
    episode podcast report paper play poem ad video blog magazine website group
""")
"""Things whose title stands in quotation marks after them."""
_FINDING = frozenset(["find", "show", "suggest", "reveal", "conclude", "indicate"])
_STUDIES = frozenset(
    ["report", "study", "review", "inquiry", "survey", "poll", "audit", "investigation", "analysis"]
)
_NO_HEARER = RELATIVES | {"to", "how", "why", "what", "when", "where", "whether", "if"}
_JOINTS = frozenset({"comma", "colon", "dash"})


def quotation_before(saying: Saying) -> Attribution | None:
    """Return the attribution of a quotation that ends right before source and cue."""
    quote = _adjacent_quotation(saying.frame, saying.left)
    if quote is None or quote < saying.taken or not _claims(saying, quote):
        return None
    frame, tokens = saying.frame, saying.frame.tokens
    first = _backward_start(frame, quote, saying.taken)
    content, last = [frame.span(first, quote + 1)], saying.after
    limit = saying.later[0].first if saying.later else len(tokens)
    for index in range(saying.after, limit):
        joint = tokens[index - 1]
        linked = joint.lower in CONJUNCTIONS and index == saying.after + 2
        if tokens[index].kind == "quote" and (joint.kind in _JOINTS or linked):
            content.append(Span(tokens[index].start, tokens[index].end))
            last = index + 1
            break
    return saying.attribution(*content, direct=first == quote, last=last)


def clause_before(saying: Saying) -> Attribution | None:
    """Return the attribution of words without marks before source and cue.

    `CONTENT, X said on Friday.` and, with more content behind it, `CONTENT, X said, CONTENT.`
    """
    tokens, cue = saying.frame.tokens, saying.cue
    according = cue.shape == "according"
    if saying.source is None or cue.shape == "participle":
        return None
    if not (cue.speaks or according or _closes_with_finding(saying)):
        return None
    if tokens[saying.source.first].lower in RELATIVES:
        return None
    first, end = saying.taken, saying.left
    while first < end and tokens[first].kind in {"comma", "stop"}:
        first += 1
    end -= end > first and tokens[end - 1].lower == "as"
    parted = end > first and tokens[end - 1].kind in {"comma", "dash"}
    end -= parted
    if not (parted or according) or end <= first:
        return None
    first += first + 1 < end and tokens[first].lower in CONJUNCTIONS
    before = saying.frame.span(first, end)
    if _is_interposed(saying):
        stop = _sentence_end(tokens)
        after = saying.frame.span(saying.after + 1, stop)
        if skip_openers(tokens, first, end) == end:
            return saying.attribution(after, direct=False, last=stop)
        if tokens[end - 1].lower in CONJUNCTIONS | SUBORDINATORS:
            return None
        return saying.attribution(before, after, direct=False, last=stop)
    if end - first < _SHORTEST_CLAUSE or not _only_adjuncts(saying):
        return None
    return saying.attribution(before, direct=False, last=saying.after)


def _closes_with_finding(saying: Saying) -> bool:
    """Return whether a study's finding ends the sentence ("…, a 2019 study found.")."""
    source, cue, tokens = saying.source, saying.cue, saying.frame.tokens
    if source is None or cue.verb is None or cue.verb.lemma not in _FINDING:
        return False
    ends = all(token.kind in {"stop", "close"} for token in tokens[saying.after :])
    return ends and any(token.lower in _STUDIES for token in tokens[source.first : source.last])


def _adjacent_quotation(frame: Frame, left: int) -> int | None:
    """Return the quotation token that ends right before token `left`, over a comma or dash."""
    index = left - 1
    while index >= 0 and (
        frame.tokens[index].kind in {"comma", "dash"} or frame.tokens[index].lower == "as"
    ):
        index -= 1
    return index if index >= 0 and frame.tokens[index].kind == "quote" else None


def _claims(saying: Saying, quote: int) -> bool:
    """Return whether the quotation before a cue is what it reports, not the title of a thing."""
    tokens, cue = saying.frame.tokens, saying.cue
    before = [token.lower for token in tokens[max(0, quote - 2) : quote] if token.kind == "word"]
    if before and before[-1] in _WORKS:
        return False
    return cue.speaks or cue.shape == "according" or tokens[quote].open_ended


def _backward_start(frame: Frame, quote: int, taken: int) -> int:
    """Return where content that ends with a quotation starts: there, or with its sentence."""
    tokens = frame.tokens
    first = taken
    while first < quote and tokens[first].kind in {"comma", "stop", "dash", "colon"}:
        first += 1
    words = [index for index in range(first, quote) if tokens[index].kind == "word"]
    if not words or tokens[quote - 1].kind in {"comma", "colon", "stop", "open"}:
        return quote
    if len(words) == 1 and tokens[words[0]].lower in CONJUNCTIONS | {"so", "because"}:
        return quote
    return first


def _is_interposed(saying: Saying) -> bool:
    """Return whether source and cue stand between commas inside what was said."""
    tokens = saying.frame.tokens
    according = saying.cue.shape == "according"
    if (saying.inverted and not according) or saying.after + 2 >= len(tokens):
        return False
    joint, following = tokens[saying.after], tokens[saying.after + 1]
    if joint.kind != "comma" or following.kind == "quote":
        return False
    if according and holds_verb(tokens, saying.taken, saying.left):
        return False
    return not _goes_on(saying)


def _goes_on(saying: Saying) -> bool:
    """Return whether more reported speech hangs on right behind a comma ("…, X said, adding …")."""
    behind = saying.after + 1
    return any(
        (cue.first == behind and cue.shape in {"participle", "according"})
        or said_alike(saying.frame, cue) == behind
        for cue in saying.later
    )


def _sentence_end(tokens: tuple[Token, ...]) -> int:
    end = len(tokens)
    while end and tokens[end - 1].kind in {"stop", "close"}:
        end -= 1
    return end


def _only_adjuncts(saying: Saying) -> bool:
    """Return whether nothing but "on Friday" or "in an interview" follows."""
    rest = saying.frame.tokens[saying.after : saying.after + _LONGEST_REST]
    if not rest or rest[0].kind in {"stop", "close"}:
        return True
    if rest[0].kind == "comma" and _goes_on(saying):
        return True
    if any(
        token.kind in {"quote", "colon"} or (token.lower == "that" and not is_relative(rest, index))
        for index, token in enumerate(rest)
    ):
        return False
    if saying.cue.shape == "according":
        return True
    if saying.cue.verb is not None and saying.cue.verb.kind == "tell":
        return _is_addressee(rest) and _tells_event(saying)
    opener = rest[0].lower in PREPOSITIONS or is_time(rest[0].lower) or is_adverb(rest[0].lower)
    return opener and len(rest) <= _LONGEST_ADJUNCT


def _is_addressee(rest: tuple[Token, ...]) -> bool:
    """Return whether only a hearer, with time and place, follows ("told the meeting on Friday")."""
    if len(rest) > _LONGEST_ADJUNCT:
        return False
    return not any(
        token.kind in {"comma", "semicolon"} or token.lower in _NO_HEARER or token.finite
        for token in rest
    )


def _tells_event(saying: Saying) -> bool:
    """Return whether a whole clause stands before the speaker, not one that sets the scene."""
    tokens, end = saying.frame.tokens, saying.left
    first = skip_openers(tokens, saying.taken, end)
    return not is_introducer(tokens, first, end) and holds_verb(tokens, first, end)
