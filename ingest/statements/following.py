"""Content after its cue: "said that …", "called it …", "said on Friday: …"."""

from ingest.article import Span
from ingest.statements.amounts import opens_amount
from ingest.statements.clauses import is_relative
from ingest.statements.extent import content_end
from ingest.statements.hearers import CLAUSE_STARTS, clause_after_hearer
from ingest.statements.saying import Attribution, Saying
from ingest.statements.scenes import TEXTS, noun_phrase
from ingest.statements.tokens import Frame, Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import (
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
    is_time,
)

_REACH = 30
"""Tokens between a cue and the clause that it introduces ("said in a statement … that")."""
_TRAILING = frozenset({"comma", "stop", "dash", "colon", "semicolon", "open"})
_LONGEST_SUBJECT = 8
_CONTENT_OPENERS = frozenset(["despite", "unlike", "because", "although", "like"])
"""What opens what is said, where an adjunct of time or place would only set the scene."""
_LONGEST_TIME = 6
_TIME_UNITS = vocabulary("""
    ago before earlier later last next minute minutes hour hours day days week weeks month months
    year years point time times back
""")
_MAKING = frozenset(["sing", "write", "recite"])
_CIRCUMSTANCES = vocabulary("""
    in on at during before after until when while as following amid within
""")


def content_after(saying: Saying) -> Attribution | None:
    """Return the attribution whose content follows the cue; none when nothing fitting does."""
    start = _content_start(saying)
    if start is None or any(saying.after <= cue.first < start for cue in saying.later):
        return None
    if start >= len(saying.frame.tokens) or _lacks_clause(saying, start):
        return None
    tokens = saying.frame.tokens
    if tokens[start].lower in {"what", "how"} and _announces(saying, start):
        return None
    end = content_end(saying, start)
    while end > start and tokens[end - 1].kind in _TRAILING:
        end -= 1
    end = _before_occasion(tokens, start, end)
    if saying.cue.verb is not None and saying.cue.verb.kind == "act":
        end = _before_deed(tokens, start, end)
    if end <= start:
        return None
    inside = tokens[start:end]
    if inside[0].kind == "quote" and start == saying.after and _is_title(saying, inside[0].text):
        return None
    if inside[0].kind == "quote" and (
        _only_circumstances_follow(inside[1:])
        or _is_closed(inside[0], inside[1:])
        or (saying.cue.verb is not None and saying.cue.verb.lemma == "use")
    ):
        inside, end = inside[:1], start + 1
    words = [token for token in inside if token.kind == "word"]
    quoted = [Span(token.start, token.end) for token in inside if token.kind == "quote"]
    if quoted and not words:
        return saying.attribution(*quoted, direct=saying.cue.speaks, last=end)
    if not quoted and saying.cue.verb is not None and (len(words) < 2 or _only_time(words)):
        return None
    return saying.attribution(saying.frame.span(start, end), direct=False, last=end)


def _announces(saying: Saying, start: int) -> bool:
    """Return whether somebody else's words follow ("told the court what X had said: “…”")."""
    tokens = saying.frame.tokens
    return any(
        cue.speaks
        and cue.first > start
        and cue.last < len(tokens)
        and tokens[cue.last].kind == "colon"
        for cue in saying.later
    )


def _before_occasion(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Return the end of content that closes with a quotation before "in an interview"."""
    lowest = max(start, end - _REACH)
    quote = next((i for i in range(end - 1, lowest - 1, -1) if tokens[i].kind == "quote"), end)
    if quote + 2 >= end or tokens[quote + 1].lower not in {"in", "during"}:
        return end
    return quote + 1 if noun_phrase(tokens, quote + 2, end, TEXTS) is not None else end


def _before_deed(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Return the end of content that closes with a quotation (`called it “absurd” and left`)."""
    quote = next((i for i in range(end - 1, start - 1, -1) if tokens[i].kind == "quote"), end)
    if quote + 2 >= end or tokens[quote + 1].lower != "and" or not tokens[quote + 2].finite:
        return end
    return quote + 1


def _is_title(saying: Saying, words: str) -> bool:
    """Return whether somebody sings or writes a thing of this title (`sang “The Lost Mill”`)."""
    verb = saying.cue.verb
    if verb is None or verb.lemma not in _MAKING or words[-1:] in {".", ",", "!", "?"}:
        return False
    told = [word for word in words.split() if word.lower() not in FUNCTION_WORDS]
    return len(words.split()) > 1 and all(word[:1].isupper() for word in told)


def _only_time(words: list[Token]) -> bool:
    """Return whether nothing but a time is told ("reports next week")."""
    return all(token.lower in _TIME_UNITS or is_time(token.lower) for token in words)


def _lacks_clause(saying: Saying, start: int) -> bool:
    """Return whether a verb that needs words or a clause has only an object ("added a wing")."""
    verb = saying.cue.verb
    if verb is None or not verb.needs_clause:
        return False
    tokens = saying.frame.tokens
    if tokens[start].kind == "quote" or tokens[start].lower in CLAUSE_STARTS:
        return False
    if tokens[start - 1].kind in {"colon", "comma"}:
        return False
    return verb.kind != "mind" or not _is_bare_clause(tokens[start : start + _LONGEST_SUBJECT])


def _is_bare_clause(tokens: tuple[Token, ...]) -> bool:
    """Return whether a clause without "that" starts here ("thinks he won")."""
    for index, token in enumerate(tokens):
        if token.kind != "word":
            return False
        if index and (token.finite or token.lower.endswith("ing")):
            return True
    return False


def _is_closed(quotation: Token, rest: tuple[Token, ...]) -> bool:
    """Return whether the comma inside a quotation parts it from what the reporter goes on with."""
    if not quotation.text.endswith(",") or not rest or rest[0].kind != "word":
        return False
    opener = rest[0].lower
    if rest[0].capital or opener in SUBJECT_PRONOUNS | POSSESSIVES | {"the"}:
        return any(token.finite for token in rest[1:_LONGEST_SUBJECT])
    if any(token.kind == "quote" for token in rest):
        return False
    return opener in {"a", "an"} or opener in SUBORDINATORS or opener.endswith("ing")


def _only_circumstances_follow(rest: tuple[Token, ...]) -> bool:
    """Return whether only time, place or another deed stands after a quotation."""
    rest = tuple(token for token in rest if token.kind != "comma")
    if not rest or any(token.kind == "quote" for token in rest):
        return False
    if len(rest) > 1 and rest[0].lower in CONJUNCTIONS and rest[1].finite:
        return True
    return rest[0].lower in _CIRCUMSTANCES or is_time(rest[0].lower)


def _content_start(saying: Saying) -> int | None:
    """Return the token where what follows the cue starts to be content."""
    frame, cue = saying.frame, saying.cue
    tokens = frame.tokens
    index = saying.after
    while index < len(tokens) and is_adverb(tokens[index].lower) and not _counts(tokens[index]):
        index += 1
    if index >= len(tokens):
        return None
    token = tokens[index]
    if cue.shape == "according":
        return _after_opening(tokens, index) if token.kind == "comma" and cue.first <= 1 else None
    if token.kind in {"colon", "comma"}:
        return _after_mark(saying, index)
    if token.kind == "quote" or token.lower in CLAUSE_STARTS:
        return index
    if token.kind not in {"word", "possessive"}:
        return None
    later = _after_time(tokens, index) if cue.speaks else None
    if later is not None:
        return later
    if token.lower == "to" and index + 1 < len(tokens) and _is_infinitive(tokens[index + 1]):
        return index
    if cue.verb is not None and cue.verb.kind == "tell" and cue.last == cue.head + 1:
        return clause_after_hearer(frame, index, asks=cue.verb.lemma == "ask")
    if token.lower in _CONTENT_OPENERS or opens_amount(tokens, index):
        return index
    if cue.speaks and (token.lower in PREPOSITIONS or is_time(token.lower)):
        return _clause_after(frame, index, bare=True)
    return index


def _counts(token: Token) -> bool:
    """Return whether the word may be a subject ("said both were right")."""
    return token.lower in {"all", "both"}


def _after_time(tokens: tuple[Token, ...], start: int) -> int | None:
    """Return the quotation or "that" behind "a day earlier," or "at one point"."""
    timed = False
    for index in range(start, min(len(tokens), start + _LONGEST_TIME)):
        token = tokens[index]
        if timed and (token.kind == "quote" or token.lower == "that"):
            return index
        timed = timed or token.lower in _TIME_UNITS
        if token.kind not in {"word", "comma"}:
            return None
        small = token.lower in DETERMINERS or token.text[0].isdigit() or token.kind == "comma"
        if not (small or token.lower in _TIME_UNITS or is_time(token.lower)):
            return None
    return None


def _after_mark(saying: Saying, mark: int) -> int | None:
    """Return the content after a colon or comma that follows the cue."""
    tokens = saying.frame.tokens
    following = tokens[mark + 1].kind if mark + 1 < len(tokens) else "stop"
    if following == "quote" or tokens[mark].kind == "colon":
        return mark + 1
    if tokens[0].lower == "as" and saying.left == 1:
        return mark + 1
    return _clause_after(saying.frame, mark + 1, bare=False)


def _after_opening(tokens: tuple[Token, ...], comma: int) -> int:
    """Return where the main clause starts after "According to X," or "According to X, who …,"."""
    if comma + 1 < len(tokens) and tokens[comma + 1].lower in {"who", "which"}:
        later = (i for i in range(comma + 1, len(tokens)) if tokens[i].kind == "comma")
        return next(later, comma) + 1
    return comma + 1


def _is_infinitive(token: Token) -> bool:
    closed = DETERMINERS | POSSESSIVES | OBJECT_PRONOUNS
    return token.kind == "word" and not token.capital and token.lower not in closed


def _clause_after(frame: Frame, start: int, *, bare: bool) -> int | None:
    """Return the clause or quotation that follows an adjunct ("said on Friday that …").

    `bare`: a clause without "that" may follow directly too, up to the first comma.
    """
    tokens = frame.tokens
    for index in range(start, min(len(tokens), start + _REACH)):
        token = tokens[index]
        if token.kind == "quote" or (token.lower == "that" and not is_relative(tokens, index)):
            return index
        if token.kind == "colon":
            return index + 1
        if token.kind in {"stop", "semicolon"}:
            return None
        bare = bare and token.kind != "comma"
        if bare and index > start and _starts_clause(tokens, index):
            return index
    return None


def _starts_clause(tokens: tuple[Token, ...], index: int) -> bool:
    token = tokens[index]
    if token.lower in SUBJECT_PRONOUNS - {"who", "which"}:
        return True
    before = tokens[index - 1].lower
    timed, told = is_time(before), before in TEXTS and not _is_posted(tokens, index)
    if token.kind != "word" or is_time(token.lower) or not (timed or told):
        return False
    return token.capital or token.lower in DETERMINERS | POSSESSIVES


def _is_posted(tokens: tuple[Token, ...], index: int) -> bool:
    """Return whether a clause tells of the text itself ("in a statement the firm issued that")."""
    rest = tokens[index : index + _REACH]
    return any(token.lower == "that" or token.kind == "quote" for token in rest)
