"""Whether a run of capitalised words reads as somebody's given name and surname."""

from collections.abc import Sequence

from ingest.statements.given_names import gender_of
from ingest.statements.names import PLACE_WORDS, is_body_word
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import FUNCTION_WORDS
from ingest.statements.world_names import usual_gender

_LANDMARKS = vocabulary("""
    falls bay beach river lake island islands park stadium airport bridge street road avenue square
    hill hills valley mountain mountains oblast region province county district city town village
    agreement accord accords declaration treaty pact cup open league derby festival prize award
    awards act bill law hotel tower day week protocol convention canal strait sea desert forest
    castle palace cathedral church mosque gardens station airlines
""")
"""What a given name stands before that is no surname."""


def borne_gender(given_name: str) -> str:
    """Return `m` or `f` for a given name that tells, else the empty string."""
    return gender_of(given_name) or usual_gender(given_name)


def is_person(words: Sequence[str], surname_alone: bool) -> bool:
    """Return whether a form reads as given name and surname.

    `surname_alone`: whether its last word stands for it elsewhere.
    """
    if not 1 < len(words) < 5 or any(is_body_word(word.lower()) for word in words):
        return False
    if words[0].lower() in PLACE_WORDS:
        return False
    return bool(gender_of(words[0])) or surname_alone


def is_named(words: Sequence[str]) -> bool:
    """Return whether a given name of wherever opens a form that no place or body is called by."""
    return reads_as_person(" ".join(words)) and bool(usual_gender(words[0]))


def reads_as_person(name: str) -> bool:
    """Return whether a name of whose bearer nothing is known may be given name and surname."""
    words = name.lower().split()
    if len(words) not in {2, 3} or words[0] in PLACE_WORDS or words[-1] in _LANDMARKS:
        return False
    return not any(is_body_word(word) or word in FUNCTION_WORDS for word in words)
