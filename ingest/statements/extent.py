"""How far the content after a cue reaches: to the sentence's end, or to the reporter's return."""

from ingest.statements.agreement import said_alike
from ingest.statements.cues import Cue
from ingest.statements.names import names_in
from ingest.statements.noun_phrases import Source
from ingest.statements.saying import Saying
from ingest.statements.sources import source_of
from ingest.statements.tokens import Frame, Token
from ingest.statements.words import (
    CONJUNCTIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)

_DEEPER = frozenset(["after", "while", "because", "who", "when", "although", "though", "before"])
"""Words that open a clause inside the content, whose verbs are not the speaker's cues."""
_CONTRASTS = frozenset(["and", "but", "while", "though", "although", "whereas", "as"])
_NAMING = frozenset(["call", "describe", "term", "label"])
_BEFORE_RELATIVES = frozenset({"comma", "dash", "word"})
_TURNS = frozenset(["but", "while", "whereas", "as"])
_SAYINGS = frozenset(
    ["claim", "charge", "accusation", "allegation", "assertion", "suggestion", "remark", "argument"]
)
_GAP_REACH = 60
_LONGEST_NAME = 5
_NEAREST = 4
"""Cues after a clause whose subjects may stand right behind it."""
_DASH_REACH = 300
_CALLED_REACH = 12
"""Tokens between "what" and the verb of "what X called"."""


def content_end(saying: Saying, start: int) -> int:
    """Return the token after the content that starts at token `start`."""
    frame = saying.frame
    clause = _clause_end(saying, start)
    if clause is not None:
        return clause
    limit = _gap(saying, start, _dash_after_quotation(frame, start))
    hanging = saying.cue.shape == "participle"
    for following in saying.later:
        if following.first > limit:
            break
        if following.first <= start:
            continue
        spoken = _spoken_before(frame, following)
        if spoken is not None and spoken > start:
            return spoken
        main = main_clause_end(frame, saying.cue, following) if hanging else None
        if main is not None and main > start:
            return main
        alike = said_alike(frame, following)
        if alike is not None and alike - 1 > start:
            return alike - 1
        called = _what_called(saying, start, following)
        if called is not None:
            return called
        end = resumption(frame, following, saying.cue)
        if end is not None and end > start:
            return end
    return limit


def _gap(saying: Saying, start: int, limit: int) -> int:
    """Return where a second clause starts that lacks its verb, else the limit.

    "X called it a farce and Y a disgrace", "X said that it rained, and Y that it snowed".
    """
    tokens, verb = saying.frame.tokens, saying.cue.verb
    naming = verb is not None and verb.lemma in _NAMING
    for index in range(start + 1, min(limit, start + _GAP_REACH) - 2):
        if tokens[index].kind == "comma" and tokens[index + 1].lower in {"a", "an"}:
            if tokens[index + 2].lower in _SAYINGS:
                # "…, a claim that Y called absurd" is the reporter's.
                return index
            continue
        if tokens[index].lower not in {"and", "while"}:
            continue
        name = next(names_in(tokens, index + 1, min(limit, index + 2 + _LONGEST_NAME)), None)
        if name is None or name.first - len(name.titles) > index + 1 or name.last >= limit:
            continue
        following = tokens[name.last]
        parted = tokens[index - 1].kind in {"comma", "quote"}
        named = following.kind == "quote" or following.lower in {"a", "an", "as"}
        if (naming and named) or (parted and following.lower == "that"):
            return index - (tokens[index - 1].kind == "comma")
    return limit


def main_clause_end(frame: Frame, cue: Cue, following: Cue) -> int | None:
    """Return the comma before a main clause that `cue` only hangs on, else none.

    "X, hoping to win, called it …" and "Hoping to win, X called it …".
    """
    if following.shape != "finite":
        return None
    source = source_of(frame, following)
    if source is None or source.first > following.first:
        return None
    own = source.first > cue.first
    comma = source.first - 1 if own else following.first - 1
    if comma <= cue.head:
        return None
    if own and frame.tokens[comma].kind == "quote" and frame.tokens[comma].open_ended:
        return source.first
    return comma if frame.tokens[comma].kind == "comma" else None


def resumption(frame: Frame, cue: Cue, earlier: Cue | None) -> int | None:
    """Return where earlier content ends because `cue` is the reporter's again, else none.

    `earlier` is the cue of that content; none asks whether any content would end here.
    """
    if cue.first == 0:
        return None
    fresh = new_speaker(frame, cue)
    if fresh is not None:
        return fresh
    before = frame.tokens[cue.first - 1]
    if before.lower == "who" and cue.speaks and cue.first > 1 and not _speaks(earlier):
        return cue.first - 2 if frame.tokens[cue.first - 2].kind == "comma" else None
    if cue.shape in {"participle", "according"}:
        if before.kind == "quote":
            return cue.first
        parted = before.kind in {"comma", "dash"} or before.lower == "while"
        return cue.first - 1 if parted else None
    if before.lower not in {"and", "but", "yet"} or cue.shape != "finite" or cue.verb is None:
        return None
    between = frame.tokens[earlier.last : cue.first] if earlier is not None else ()
    if any(token.lower in _DEEPER for token in between):
        return None
    same = earlier is None or earlier.verb is None or earlier.verb.form == cue.verb.form
    return cue.first - 1 if same and cue.verb.form != "participle" else None


def _speaks(cue: Cue | None) -> bool:
    return cue is None or cue.speaks


def new_speaker(frame: Frame, cue: Cue) -> int | None:
    """Return where `…, X replied, "…"` or `…, and X said` starts inside earlier content."""
    if not cue.speaks or cue.shape != "finite":
        return None
    source = source_of(frame, cue)
    if source is None or not 0 < source.first < cue.first:
        return None
    tokens = frame.tokens
    joint = tokens[source.first - 1]
    after = tokens[cue.last : cue.last + 2]
    if len(after) == 2 and after[0].kind in {"comma", "colon"} and after[1].kind == "quote":
        if joint.lower in CONJUNCTIONS or joint.lower in {"what", "how"}:
            return source.first - 1
        return source.first if joint.kind == "comma" or joint.open_ended else None
    if joint.kind == "semicolon":
        return source.first - 1
    ahead = tokens[source.first - 2] if source.first > 1 else joint
    parted = ahead.kind in {"comma", "dash"} or ahead.open_ended
    named = frame.tokens[source.first].capital and joint.lower in _TURNS
    if joint.lower == "as" and (_compares(tokens, source.first - 1) or _is_deed(after)):
        return None
    return source.first - 1 if (parted or named) and joint.lower in _CONTRASTS else None


def _is_deed(after: tuple[Token, ...]) -> bool:
    """Return whether an infinitive follows ("… as the flood continued to rise")."""
    return bool(after) and after[0].lower == "to"


def _compares(tokens: tuple[Token, ...], index: int) -> bool:
    """Return whether "as" belongs to "as long as", "such as" or "even as"."""
    before = [token.lower for token in tokens[max(0, index - 2) : index]]
    return before[:1] == ["as"] or before[-1:] in (["such"], ["same"], ["even"], ["just"])


def _spoken_before(frame: Frame, cue: Cue) -> int | None:
    """Return the quotation after a colon or stop that `cue` claims (`…: "…," she said`)."""
    source = source_of(frame, cue) if cue.speaks and cue.shape == "finite" else None
    if source is None:
        return None
    quote = min(cue.first, source.first) - 1
    while quote > 0 and frame.tokens[quote].kind in {"comma", "dash"}:
        quote -= 1
    parted = quote > 0 and frame.tokens[quote - 1].kind in {"colon", "stop"}
    return quote if parted and frame.tokens[quote].kind == "quote" else None


def _dash_after_quotation(frame: Frame, start: int) -> int:
    """Return where the reporter comes in after quoted words (`"…" - a charge that …`)."""
    tokens = frame.tokens
    for index in range(start + 1, min(len(tokens), start + _DASH_REACH)):
        if tokens[index - 1].kind != "quote":
            continue
        if tokens[index].kind == "dash" or _sets_time(tokens, index):
            return index
    return len(tokens)


def _sets_time(tokens: tuple[Token, ...], index: int) -> bool:
    """Return whether "after she left" tells when the words before it were spoken."""
    if tokens[index].lower not in {"after", "when", "while", "as"} or index + 2 >= len(tokens):
        return False
    subject = tokens[index + 1]
    return subject.lower in SUBJECT_PRONOUNS - {"who", "which"} and tokens[index + 2].kind == "word"


def _clause_end(saying: Saying, start: int) -> int | None:
    """Return where content ends because its cue stands in a subordinate clause, else none.

    "When X noted that …, Y said …", "…, once he has said this, …", "X, who believed that …, said".
    """
    tokens, source = saying.frame.tokens, saying.source
    if source is None or source.first == 0:
        return None
    before = tokens[source.first - 1]
    subordinate = before.lower in SUBORDINATORS - {"so", "as"}
    relative = tokens[source.first].lower in RELATIVES and before.kind in _BEFORE_RELATIVES
    if not subordinate and not relative:
        return None
    if tokens[start].open_ended:
        return start + 1
    heads = {following.first for following in saying.later}
    sources = (source_of(saying.frame, following) for following in saying.later[:_NEAREST])
    heads |= {source.first for source in sources if source is not None}
    for index in range(start + 1, len(tokens) - 1):
        if tokens[index].kind not in {"comma", "dash"}:
            continue
        if subordinate or index + 1 in heads or tokens[index + 1].finite:
            return index
    return None


def _what_called(saying: Saying, start: int, cue: Cue) -> int | None:
    """Return where "what X called" starts, whose words are X's and not the outer speaker's."""
    tokens = saying.frame.tokens
    if saying.cue.speaks or cue.verb is None or cue.verb.lemma not in _NAMING:
        return None
    if tokens[cue.first - 1].lower in SUBJECT_PRONOUNS:
        return None
    for index in range(cue.first - 2, max(start, cue.first - _CALLED_REACH) - 1, -1):
        if tokens[index].lower == "what":
            return index
    return None


def shared_source(frame: Frame, cue: Cue, latest: Source | None) -> Source | None:
    """Return the speaker of the attribution that this cue goes on from ("…, adding that")."""
    if latest is None or cue.shape not in {"participle", "finite"}:
        return None
    if resumption(frame, cue, None) is None or new_speaker(frame, cue) is not None:
        return None
    return latest
