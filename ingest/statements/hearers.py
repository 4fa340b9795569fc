"""Who is spoken to: "told NAME that …", "asked NAME", "was asked by NAME"."""

from ingest.statements.names import Name, names_in
from ingest.statements.saying import Attribution
from ingest.statements.subjects import subject_before
from ingest.statements.tokens import Frame

_LONGEST_HEARER = 8
_ANSWERS = frozenset(["reply", "answer", "respond", "retort", "counter"])


def hearer_of(frame: Frame, attribution: Attribution) -> Name | None:
    """Return the name of the one person whom the speaker tells or asks something."""
    cue, source = attribution.cue, attribution.source
    if cue.verb is None or cue.verb.kind != "tell":
        return None
    if cue.shape == "passive":
        heard = subject_before(frame, cue.first)
        first, last = (heard.first, heard.last) if heard is not None else (0, 0)
    elif source is not None and source.first >= cue.last:
        return None
    else:
        first, last = cue.last, min(len(frame.tokens), cue.last + _LONGEST_HEARER)
    name = next(names_in(frame.tokens, first, last), None)
    if name is None or name.first - len(name.titles) > first:
        return None
    joined = name.last < len(frame.tokens) and frame.tokens[name.last].lower == "and"
    return None if joined else name


def asks(attribution: Attribution) -> bool:
    """Return whether somebody is asked something, so that the next to speak may be the hearer."""
    return attribution.cue.verb is not None and attribution.cue.verb.lemma == "ask"


def answers(frame: Frame, attribution: Attribution) -> bool:
    """Return whether the verb tells that somebody else just spoke ("replied", "hit back")."""
    cue = attribution.cue
    if cue.verb is not None:
        return cue.verb.lemma in _ANSWERS
    return cue.last < len(frame.tokens) and frame.tokens[cue.last].lower == "back"
