"""Whether the speaker of a statement is beyond doubt: named, or nobody else may be meant."""

import re

from ingest.statements.given_names import gender_of
from ingest.statements.names import ROLES, is_body_word
from rag.steps.choosing.candidates import Candidate
from rag.steps.people.titles import TITLES
from rag.steps.words import FUNCTION_WORDS, word_list, words

_SUBJECT = re.compile(
    r"(?P<before>\w+,?\s+)?\b(?P<name>[A-Z][^\W\d_]+\s+[A-Z][^\W\d_]+)\b(?P<after>['’]s?\b|,|\s+[a-z]+)"
)
"""A full name with the word before it and what follows."""
_NO_SUBJECT_AFTER = word_list(
    """of to with by from for at on in about against between and or than after before over near like
    meet met meeting told tell telling asked see saw that"""
)
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]")
_PRONOUNS = {"he": "m", "she": "f"}


def sure(one: Candidate) -> bool:
    """Return whether nobody but the speaker can have said it.

    A pronoun is in doubt where its sentence has another person for its subject first, where it does
    not fit the speaker's given name, and where the speaker is a body.
    """
    speaker, source = one.statement.speaker, one.statement.source
    if speaker is None or not speaker.name:
        return False
    if speaker.how == "stated" or source is None:
        return True
    text = one.page.article.text
    said = words(source.of(text))
    wanted = _PRONOUNS.get(said[0]) if len(said) == 1 else None
    if wanted is None:
        return True
    gender = gender_of(speaker.name.split()[0])
    body = not speaker.person and (
        " " in speaker.name or any(map(is_body_word, words(speaker.name)))
    )
    if body or (gender and gender != wanted):
        return False
    sentence = one.page.around(source)
    before = _QUOTED.sub(" ", text[sentence.start : source.start]) if sentence else ""
    known = set(words(speaker.name))
    return all(known & set(words(name)) for name in _subjects(before))


def _subjects(words_before: str) -> list[str]:
    """Return the people of whom the words before a pronoun tell something."""
    return [
        match["name"] for match in _SUBJECT.finditer(words_before) if not _names_no_subject(match)
    ]


def _names_no_subject(match: re.Match[str]) -> bool:
    before = (match["before"] or "").strip(" ,").lower()
    named = set(words(match["name"]))
    return (
        before in _NO_SUBJECT_AFTER
        or match["after"].startswith(("'", "’"))
        or bool(named & (TITLES | ROLES | FUNCTION_WORDS))
    )
