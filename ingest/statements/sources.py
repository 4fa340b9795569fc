"""Whose words a cue reports: the noun phrase that is its subject, found by structure."""

from ingest.statements.clauses import is_introducer
from ingest.statements.cues import Cue
from ingest.statements.names import ROLES
from ingest.statements.noun_phrases import (
    LONGEST_SUBJECT,
    PHRASE_STOPS,
    Source,
    is_apposition,
    noun_phrase_after,
)
from ingest.statements.subjects import main_subject, subject_before, subordinate_subject
from ingest.statements.tokens import Frame, Token
from ingest.statements.verbs import reporting_verbs
from ingest.statements.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
    is_time,
)

_LONGEST_ROLE = 4
_NEVER_INVERTED = frozenset(
    ["tell", "inform", "remind", "assure", "notify", "persuade", "convince"]
)
"""Verbs behind which only the hearer stands."""


def source_of(frame: Frame, cue: Cue) -> Source | None:
    """Return the noun phrase that speaks at `cue`; none when the sentence does not say."""
    if cue.shape == "according":
        return _after_according(frame, cue)
    if cue.shape == "passive":
        return _after_by(frame, cue)
    if cue.shape == "participle":
        return _subject_of_participle(frame, cue)
    return subject_before(frame, cue.first) or _inverted(frame, cue)


def _after_according(frame: Frame, cue: Cue) -> Source | None:
    """Return whom "according to" names; at a sentence's start the first comma ends it."""
    tokens = frame.tokens
    if cue.first <= 1:
        for index in range(cue.last, min(len(tokens), cue.last + LONGEST_SUBJECT)):
            if tokens[index].kind == "comma":
                return Source(cue.last, index) if index > cue.last else None
    return noun_phrase_after(frame, cue.last)


def _inverted(frame: Frame, cue: Cue) -> Source | None:
    """Return the subject after the verb ("said Smith", "asked one voter")."""
    tokens = frame.tokens
    if cue.verb is not None and cue.verb.lemma in _NEVER_INVERTED:
        return None
    if any(token.lower == "then" for token in tokens[cue.first : cue.head]):
        # "…, then acknowledged her absence": the subject goes on from before.
        return None
    before = tokens[cue.first - 1].kind if cue.first else "stop"
    if before not in {"quote", "comma", "stop", "dash"} or cue.last >= len(tokens):
        return None
    token = tokens[cue.last]
    if token.kind != "word" or token.lower in PREPOSITIONS or token.lower in {"that", "to"}:
        return None
    owner = token.lower == "her" and _opens_noun(tokens, cue.last + 1)
    hearer = token.lower in OBJECT_PRONOUNS - {"it", "you"} and not owner
    if hearer or token.lower in TIME_WORDS:
        return None
    source = noun_phrase_after(frame, cue.last)
    if source is not None and _is_clause(tokens, source):
        return None
    return _with_appositions(frame, source)


def _is_clause(tokens: tuple[Token, ...], source: Source) -> bool:
    """Return whether what stands behind the verb is told ("said no train had left")."""
    for token in tokens[source.first : source.last]:
        if token.kind == "comma" or token.lower in RELATIVES or token.lower == "whose":
            return False
        if token.lower in AUXILIARIES and token.finite:
            return True
    return False


def _opens_noun(tokens: tuple[Token, ...], index: int) -> bool:
    """Return whether a noun follows "her", which then tells whose ("said her sister")."""
    if index >= len(tokens) or tokens[index].kind != "word":
        return False
    word = tokens[index].lower
    return not (word in PREPOSITIONS or word in DETERMINERS or word in TIME_WORDS or word == "that")


def _with_appositions(frame: Frame, source: Source | None) -> Source | None:
    """Return an inverted subject with what describes it ("said Lee, 65, who …")."""
    tokens = frame.tokens
    source = _without_report(tokens, source) if source is not None else None
    if source is None or source.last + 1 >= len(tokens) or tokens[source.last].kind != "comma":
        return source
    following = tokens[source.last + 1]
    if following.lower == "who" and _reports(tokens, source.last + 2):
        return source
    numeral = following.text[:1].isdigit()
    describes = following.lower in {"who", "whose", "which", "a", "an", "the"}
    describes = describes or _tells_role(tokens, source.last + 1)
    if not numeral and not describes and not is_apposition(tokens, source.last + 1, len(tokens)):
        return source
    last = source.last + 1
    while last < len(tokens) and tokens[last].kind not in PHRASE_STOPS:
        if tokens[last].kind == "open":
            last = next((i for i in range(last, len(tokens)) if tokens[i].kind == "close"), last)
        if tokens[last].kind == "comma" and is_introducer(tokens, last + 1, len(tokens)):
            break
        last += 1
    return Source(source.first, last)


def _tells_role(tokens: tuple[Token, ...], index: int) -> bool:
    """Return whether "national press secretary" or the like starts at token `index`."""
    for token in tokens[index : index + _LONGEST_ROLE]:
        if token.kind != "word" or token.finite or token.lower in PREPOSITIONS:
            return False
        if token.lower in ROLES:
            return True
    return False


def _without_report(tokens: tuple[Token, ...], source: Source) -> Source:
    """Return the source up to a relative clause that reports more ("Lee, who added that …")."""
    for index in range(source.first, source.last - 1):
        relative = tokens[index].kind == "comma" and tokens[index + 1].lower == "who"
        if relative and _reports(tokens, index + 2):
            return Source(source.first, index)
    return source


def _reports(tokens: tuple[Token, ...], index: int) -> bool:
    """Return whether a verb of saying stands at token `index` or behind an adverb there."""
    while index < len(tokens) and is_adverb(tokens[index].lower):
        index += 1
    verb = reporting_verbs().get(tokens[index].lower) if index < len(tokens) else None
    return verb is not None and verb.kind in {"say", "tell"} and verb.form in {"past", "third"}


def _after_by(frame: Frame, cue: Cue) -> Source | None:
    tokens = frame.tokens
    for index in range(cue.last, min(len(tokens), cue.last + 4)):
        if tokens[index].lower == "by":
            return noun_phrase_after(frame, index + 1)
    return None


def _subject_of_participle(frame: Frame, cue: Cue) -> Source | None:
    """Return who says at "…, adding that" (the clause's subject) or at "a letter saying"."""
    before = frame.tokens[cue.first - 1] if cue.first else None
    if before is None or before.kind != "word" or _cannot_end_noun(before):
        subject = _who_just_spoke(frame, cue.first) or subordinate_subject(frame, cue.first)
        subject = subject or main_subject(frame, cue.first)
        return _before_deed(frame.tokens, subject, cue.first)
    first = cue.first - 1
    while first > 0 and not _cannot_end_noun(frame.tokens[first - 1]):
        first -= 1
    while first < cue.first - 1 and is_adverb(frame.tokens[first].lower):
        first += 1
    opener = frame.tokens[first]
    definite = opener.capital or opener.lower in DETERMINERS or opener.text[0].isdigit()
    return Source(first, cue.first) if definite else main_subject(frame, cue.first)


def _who_just_spoke(frame: Frame, participle: int) -> Source | None:
    """Return who speaks in the clause that ends before "…, X said on Friday, adding that"."""
    tokens, end = frame.tokens, participle - 1
    if end < 2 or tokens[end].kind != "comma":
        return None
    first = end
    while first > 0 and tokens[first - 1].kind in {"word", "possessive"}:
        first -= 1
    if first == 0 or tokens[first - 1].kind != "comma":
        return None
    verb = next((i for i in range(first + 1, end) if _reports(tokens, i)), None)
    if verb is None or not all(_only_dates(token) for token in tokens[verb + 1 : end]):
        return None
    return subject_before(frame, verb)


def _only_dates(token: Token) -> bool:
    return token.lower in {"on", "late", "early"} or is_time(token.lower) or is_adverb(token.lower)


def _before_deed(tokens: tuple[Token, ...], subject: Source | None, cue: int) -> Source | None:
    """Return the name alone that opens "X never tires of saying"; none where no name does."""
    if subject is None or subject.last != cue or tokens[cue - 1].lower not in PREPOSITIONS:
        return subject
    last = subject.first
    while last < cue and tokens[last].kind == "word" and tokens[last].capital:
        last += 1
    return Source(subject.first, last) if last > subject.first else None


def _cannot_end_noun(token: Token) -> bool:
    word = token.lower
    return (
        token.kind not in {"word", "possessive"}
        or word in PREPOSITIONS
        or word in CONJUNCTIONS
        or word in SUBORDINATORS
        or token.finite
    )
