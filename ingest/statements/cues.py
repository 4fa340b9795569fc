"""The places in a sentence where the text says that somebody speaks, thinks or wants."""

from dataclasses import dataclass
from typing import Literal

from ingest.statements.amounts import takes_lives
from ingest.statements.inflection import VerbForm
from ingest.statements.names import ROLES
from ingest.statements.silence import stays_silent, withholds
from ingest.statements.tokens import Frame, Token
from ingest.statements.verbs import Verb, reporting_verbs
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import (
    ARTICLES,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    HAVE,
    HYPOTHETICAL,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_adverb,
)

CueShape = Literal["finite", "participle", "passive", "according", "colon"]
"""How a cue takes its speaker: as subject, from the main clause, after "by", after "to"."""

_OPENING_VERBS = vocabulary("""
    went go goes going continued began proceeded took
""")
_CONNECTIVES = frozenset(["regarding", "considering", "assuming", "supposing", "according"])
_MOSTLY_NOUNS = vocabulary("""
    state states messages emails remarks comments issues attack attacks charge charges champions
""")
_SORTS = vocabulary("""
    false baseless unfounded unproven unverified unconfirmed misleading viral fresh new recent
    earlier previous similar such renewed repeated conflicting numerous widespread initial
    preliminary various media online press
""")
"""What stands before claims and reports that nobody named makes."""
_FEELINGS = vocabulary("""
    sure certain confident convinced worried concerned afraid glad sorry proud hopeful optimistic
    skeptical sceptical adamant frustrated disappointed angry surprised grateful thankful
""")
"""What somebody is who has a thing to say about it."""
_USES: dict[str, VerbForm] = {"use": "base", "uses": "third", "used": "past", "using": "ing"}
_WORDINGS = frozenset(["phrase", "term", "word", "words", "expression", "slogan", "hashtag"])
_DEGREES = frozenset(["so", "very", "quite", "pretty", "increasingly"])
_FEELING_REACH = 3
_VERB_FOLLOWERS = frozenset({"stop", "comma", "colon", "quote"})
_ORDERS = vocabulary("""
    ignore forget disregard go come call write tell read visit please remember stop try be let
""")
"""Verbs that open a sentence in the imperative."""
_MEANS = vocabulary("telephone phone e-mail email letter text fax radio video mail videolink")
"""What somebody speaks by."""
_REALISED = frozenset(["only", "later"])
"""With these, "could only say" and "would later say" tell what did happen."""
_NAMING = frozenset(["call", "dub", "label", "brand"])
_ASKED = frozenset(
    ["about", "by", "how", "if", "in", "on", "what", "when", "whether", "who", "why"]
)
_HYPOTHESES = frozenset(["if", "unless", "whether"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting expression: tokens `first` to before `last` of its frame."""

    first: int
    """The first token of the verb group, auxiliaries and adverbs included."""
    head: int
    """The reporting word itself."""
    last: int
    shape: CueShape
    verb: Verb | None
    """None for an expression that is not a verb ("according to")."""

    @property
    def speaks(self) -> bool:
        """Whether a quotation beside this cue is somebody's words."""
        plain = self.last == self.head + 1 or (
            self.last == self.head + 2 and self.head == self.first
        )
        return self.verb is None or (plain and self.verb.kind in {"say", "tell"})


def find_cues(frame: Frame) -> tuple[Cue, ...]:
    """Return the cues of a sentence, in order; negated and hypothetical ones are left out."""
    tokens = frame.tokens
    if _is_inverted_question(tokens):
        return ()
    verbs = reporting_verbs()
    found: list[Cue] = []
    for index, token in enumerate(tokens):
        if token.kind != "word":
            continue
        if token.lower == "according" and _word(tokens, index + 1) == "to":
            if _word(tokens, index - 1) == "not":
                # "Not according to the rules" tells nobody's words.
                continue
            found.append(Cue(index, index, index + 2, "according", None))
            continue
        verb = _feeling(tokens, index) or _wording(tokens, index) or verbs.get(token.lower)
        if verb is None or token.lower in _CONNECTIVES:
            continue
        if token.capital and not (frame.title_case or token.start == frame.start):
            continue
        if verb.noun_too and _closes_sentence(tokens, index) and any(c.speaks for c in found):
            continue
        cue = None if withholds(tokens, index) else _verb_cue(tokens, index, verb)
        if cue is not None and not (_is_question(tokens, cue) and stays_silent(tokens)):
            found.append(cue)
    return tuple(found)


def _feeling(tokens: tuple[Token, ...], index: int) -> Verb | None:
    """Return "sure" of "is sure that …" as a verb of the mind; none elsewhere."""
    word = tokens[index].lower
    if word not in _FEELINGS or _word(tokens, index + 1) != "that":
        return None
    if not any(token.lower in BE for token in tokens[max(0, index - _FEELING_REACH) : index]):
        return None
    return Verb(word, "mind", "ing", False, frozenset(), False, True)


def _wording(tokens: tuple[Token, ...], index: int) -> Verb | None:
    """Return "used" of `used the phrase “…”` as a verb of saying; none elsewhere."""
    form = _USES.get(tokens[index].lower)
    if form is None or index + 3 >= len(tokens) or tokens[index + 3].kind != "quote":
        return None
    if tokens[index + 1].lower not in DETERMINERS or tokens[index + 2].lower not in _WORDINGS:
        return None
    return Verb("use", "say", form, False, frozenset(), False, True)


def _is_question(tokens: tuple[Token, ...], cue: Cue) -> bool:
    """Return whether somebody is asked, by nobody in particular; silence leaves nothing said."""
    if cue.verb is None or cue.verb.lemma != "ask":
        return False
    return cue.shape == "passive" or _word(tokens, cue.first - 1) == "when"


def _is_inverted_question(tokens: tuple[Token, ...]) -> bool:
    """Return whether the sentence asks ("Did she say …?") or supposes ("Had she said …")."""
    return bool(tokens) and tokens[0].lower in DO | HYPOTHETICAL | {"had"}


def _closes_sentence(tokens: tuple[Token, ...], index: int) -> bool:
    return index + 1 >= len(tokens) or tokens[index + 1].kind in {"stop", "comma"}


def _verb_cue(tokens: tuple[Token, ...], head: int, verb: Verb) -> Cue | None:
    first = _group_start(tokens, head)
    group = {token.lower for token in tokens[first:head]}
    before = _word(tokens, first - 1)
    supposed = group & HYPOTHETICAL and not group & _REALISED
    if group & NEGATIONS or supposed or before in _HYPOTHESES or _is_order(tokens, first, verb):
        return None
    if _is_noun(tokens, first, head, verb) or _gives_name(tokens, head, verb):
        return None
    if verb.form == "past" and first == head and _is_done_to(tokens, head, verb):
        return None
    last = head + 1 + (_word(tokens, head + 1) in verb.particles)
    last = head + 3 if verb.lemma == "use" else last
    if verb.needs_particle and last == head + 1:
        return None
    if verb.lemma == "claim" and takes_lives(tokens, head):
        return None
    if verb.lemma == "hail" and _word(tokens, head + 1) == "from":
        return None
    shape = _shape(tokens, first, head, verb, group)
    return Cue(first, head, last, shape, verb) if shape is not None else None


def _is_order(tokens: tuple[Token, ...], first: int, verb: Verb) -> bool:
    """Return whether the reader is told to speak ("Ignore it and say that …")."""
    if verb.form != "base" or first < 2 or tokens[first - 1].lower != "and":
        return False
    start = 2 * (len(tokens) > 1 and tokens[1].kind == "colon")
    return tokens[start].lower in _ORDERS


def _is_done_to(tokens: tuple[Token, ...], head: int, verb: Verb) -> bool:
    """Return whether a participle only describes ("a man accused of theft", "called by the …")."""
    following = _word(tokens, head + 1)
    if verb.lemma == "ask" and tokens[head - 1].kind == "comma":
        # "NAME, asked whether it rained, said so."
        return following in _ASKED
    if following == "by" and _word(tokens, head + 2) in _MEANS:
        return False
    return following == "by" or (verb.lemma == "accuse" and following == "of")


def _gives_name(tokens: tuple[Token, ...], head: int, verb: Verb) -> bool:
    """Return whether the verb only tells a thing's name ("a firm called Lind & Sons")."""
    if verb.lemma not in _NAMING or verb.form != "past" or head < 2 or head + 1 >= len(tokens):
        return False
    thing = tokens[head - 1]
    indefinite = {"a", "an"} & {token.lower for token in tokens[max(0, head - 4) : head - 1]}
    named = tokens[head + 1].capital or tokens[head + 1].kind == "quote"
    return bool(indefinite) and named and not thing.capital and thing.lower not in ROLES


def _group_start(tokens: tuple[Token, ...], head: int) -> int:
    first = head
    while first > 0:
        token = tokens[first - 1]
        auxiliary = token.lower in AUXILIARIES or token.lower in NEGATIONS or token.lower == "to"
        adverb = (is_adverb(token.lower) or token.lower in _DEGREES) and not token.capital
        if token.kind not in {"word", "possessive"} or not (auxiliary or adverb):
            break
        if token.kind == "possessive" and tokens[first - 2].lower not in SUBJECT_PRONOUNS:
            break
        first -= 1
    while first < head and tokens[first].lower in {"all", "both", "so"}:
        first += 1
    return _with_opening_verb(tokens, first)


def _with_opening_verb(tokens: tuple[Token, ...], first: int) -> int:
    """Return where "went on to say" or "began to say" starts, given its "to"."""
    if _word(tokens, first) != "to" or first == 0:
        return first
    particle = tokens[first - 1].lower == "on"
    verb = first - 1 - particle
    return verb if _word(tokens, verb) in _OPENING_VERBS else first


def _is_noun(tokens: tuple[Token, ...], first: int, head: int, verb: Verb) -> bool:
    """Return whether the word at `head` is a noun or an adjective here."""
    before = tokens[head - 1] if head else None
    if before is None:
        opens = verb.form in {"past", "third"} and head + 1 < len(tokens)
        return verb.form != "ing" and not (opens and tokens[head + 1].capital)
    if before.kind == "possessive":
        return first == head
    if before.lower in ARTICLES or before.lower in POSSESSIVES:
        return True
    if before.lower in DETERMINERS and verb.noun_too and verb.form != "past":
        return True
    if verb.form in {"past", "participle"} and before.lower in PREPOSITIONS:
        return True
    if _word(tokens, head + 1) == "of" and verb.noun_too:
        return True
    if not verb.noun_too or first != head:
        return False
    if before.lower in _SORTS:
        return True
    if before.kind == "word" and tokens[head].lower in _MOSTLY_NOUNS and _qualifies(before):
        return before.lower not in SUBJECT_PRONOUNS
    following = tokens[head + 1] if head + 1 < len(tokens) else None
    if (
        following is None or following.kind in _VERB_FOLLOWERS or following.lower == "that"
    ) and not (before.lower in PREPOSITIONS or before.finite or before.kind != "word"):
        return False
    return not (
        before.lower in SUBJECT_PRONOUNS
        or (before.kind in {"comma", "quote"} and verb.form != "base")
        or (before.capital and verb.form in {"third", "past"})
        or (before.lower.endswith("s") and verb.form == "base")
        or (head > 1 and tokens[head - 2].lower == "and" and verb.form == "base")
        or (before.lower == "people" and verb.form == "base")
    )


def _qualifies(token: Token) -> bool:
    """Return whether a word before a noun is none that speaks ("local", "Ruritanian")."""
    return not token.capital or token.lower.endswith(("ian", "ish", "ese"))


def _shape(
    tokens: tuple[Token, ...], first: int, head: int, verb: Verb, group: set[str]
) -> CueShape | None:
    before = _word(tokens, first - 1)
    if verb.form == "ing":
        return "finite" if group & BE else "participle"
    if "to" in group:
        return "finite" if group & _OPENING_VERBS else None
    if verb.form == "base":
        plural = before.endswith("s") or before in {"they", "we", "i", "you", "who", "people"}
        plural = plural or not (verb.noun_too or group & HAVE)
        plural = plural or (tokens[head - 1].kind in {"quote", "comma"} and not verb.noun_too)
        plural = plural or (first > 2 and tokens[first - 2].lower == "and")
        return "finite" if group & DO or plural else None
    if group & BE and (not group & HAVE or "been" in group):
        return "passive" if verb.form in {"past", "participle"} else None
    if verb.form == "participle":
        return "finite" if group & HAVE else None
    if before in PREPOSITIONS and before not in CONJUNCTIONS:
        return None
    return "finite"


def _word(tokens: tuple[Token, ...], index: int) -> str:
    return tokens[index].lower if 0 <= index < len(tokens) else ""
