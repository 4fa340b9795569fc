"""Who wrote a page, as a line of it may say: a name alone, "by" and a name, a name and a post."""

import re
from collections.abc import Sequence

from ingest.appeals import SITE_WORDS
from ingest.dates import without_dates
from ingest.statements.given_names import gender_of

_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af|автор|od|text|autor(?:in)?|author|auteur|autore"
    r"|written by|prepared by|compiled by|interview(?:ed)? by|words by|words(?=:)|interview(?=:)"
    r"|reporters?(?=:)|reporting(?=:)|correspondents?(?=:)"
    r"|translated by|edited by|photos by|from our (?:[\w-]+ ){0,2}(?:reporters?|correspondents?)"
    r"|reported by|(?:additional )?reporting by|story by|posted by|geschrieben von|ein artikel von"
    r"|ein beitrag von|a cura di|oleh|yazar|بقلم|كتب"
    r"|source|sources|quelle|quellen|fuente|fonte|kaynak"
    r"|источник|bron)\s*:?\s+(?P<who>.{2,120})$",
    re.IGNORECASE,
)
_BY_ALONE = frozenset(("by", "von", "par", "por"))
_UNNAMED = re.compile(
    r"^by\s(?:(?:our|a|an|the|staff)\s)?(?:[\w-]+\s){0,3}"
    r"(?:correspondents?|reporters?|agencies|staff(?: writers?)?|news ?desk)\b(?!['’])",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"^(?P<who>[^,|]{4,50}?)(?:\s(?:in|at|at the|aus|à|en)\s[^\W\d_a-z]|\s?[,|]\s|\s[·•–—-]\s)"
)
_AT_PLACE = re.compile(r"\s(?:in|aus|à|en)\s[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*){0,2}$")
HANDLE = re.compile(r"\s\(?@\w+\)?")
SITE_TAIL = re.compile(
    r"[\s,|•·–—-]+(?:(?:no|\d+|leave a|add) comments?|\d{1,2}[\s-]?min(?:ute)?s?(?:\sread)?"
    r"|(?:posted|published|updated|last updated)\b.*)$",
    re.IGNORECASE,
)
_FOR = re.compile(r"^(?!The\s)([^\s,]+(?:\s[^\s,]+){1,2})\s(?:[Ff]or|für|pour)\s[^\W\d_a-z].*$")
_POST_TAIL = re.compile(
    r"[,\s]+(?:(?:senior|staff|chief|political|business|sports?|news)\s)*"
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|photographer)$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s(?:and|und|et|y|e|en|&|&amp;)\s|,\s")
_MADE = re.compile(
    r"\s\((?:text|words|story|photos?|pictures?|video|graphics?|foto|fotos|bilder)\)", re.I
)
_FROM_PLACE = re.compile(
    r"[^\W\d_a-zß-öø-ÿ]{2,}(?:[ /-][^\W\d_a-zß-öø-ÿ]{2,}){0,2}\s[-–—]\s"
    r"[^\W\d_a-z][\w.]*(?:\s[^\W\d_a-z][\w.]*){0,3}"
)
AROUND = " ,|•·-–—:/"
_ROLE = re.compile(
    r"^(?:[\w’'&/-]+\s){0,4}(?:reporter|correspondent|editor|writer|journalist|columnist|contributor"
    r"|producer|photographer|staff|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|reporterin"
    r"|journaliste|rédactrice|rédacteur|redactora?|periodista|giornalista|jornalista)"
    r"(?:(?:,| for| at| in|\sfür)\s[\w’' &-]{2,40})?$",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’.\-]*|[^\W\d_]*[؀-ۿ][^\W\d_]*")
_SURNAMES = frozenset({"home", "link", "more", "page", "plus", "print", "read", "story"})
"""Words of buttons that people are called as well, as in "Ann Page"."""
_PARTICLES = frozenset(
    word
    for table in (
        "de del della di da van von der den ter zu la le el al bin ben",
        "y e and und et of the for",
    )
    for word in table.split()
)


def byline_names(text: str) -> str | None:
    """Return the part of a byline that names its author, or None if `text` is no byline."""
    bare = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    found = _BYLINE.match(bare)
    if found is None or len(text) > 130:
        return None
    who = re.split(r";|\s\|\s", without_dates(found["who"]))[0]
    for tail in (_AT_PLACE, HANDLE, SITE_TAIL, _POST_TAIL):
        who = tail.sub("", who.strip(AROUND))
    who = _FOR.sub(r"\1", who.strip(AROUND))
    names = [word for word in who.split() if word.casefold().strip(",") not in _PARTICLES]
    capitals = sum(1 for word in names if NAME.match(word.lstrip("(@")))
    if not names or len(names) > 9 or capitals < len(names) * 0.6:
        return None
    return who


def is_byline(text: str, folded: str) -> bool:
    """Return whether `text` says who wrote, be it by "by" alone above the name."""
    if folded in _BY_ALONE:
        return True
    return byline_names(text) is not None or _UNNAMED.match(text) is not None


def is_post(text: str) -> bool:
    """Return whether `text` tells an author's post and nothing else ("Senior reporter")."""
    return len(text) <= 70 and _ROLE.match(text) is not None


def are_names(text: str) -> bool:
    """Return whether `text` is the names of two people or more, be it with what each made."""
    parts = _JOINED.split(_MADE.sub("", text)) if len(text) <= 120 else []
    return len(parts) > 1 and all(is_name(part.strip()) for part in parts)


def is_source(text: str) -> bool:
    """Return whether `text` is a place in capitals, a dash and who sent the report from there."""
    return _FROM_PLACE.fullmatch(text) is not None


def author_alone(text: str) -> str | None:
    """Return the name in a line such as "Ann Lee in Oslo" or "Ann Lee, political editor"."""
    found = _PLACED.match(text) if len(text) <= 90 else None
    return found["who"] if found is not None and is_name(found["who"]) else None


def has_button(words: Sequence[str]) -> bool:
    """Return whether one of the words is a button's, other than a surname behind a given name."""
    folded = [word.casefold().strip(".") for word in words]
    if len(folded) > 1 and folded[-1] in _SURNAMES and gender_of(folded[0]):
        folded.pop()
    return not SITE_WORDS.isdisjoint(folded)


def is_name(text: str) -> bool:
    """Return whether `text` could be a person's full name and nothing else."""
    if not 3 <= len(text) <= 50 or any(letter.isdigit() for letter in text):
        return False
    words = text.split()
    if not 2 <= len(words) <= 5 or text[-1] in ".!?:;,":
        return False
    if has_button(words):
        return False
    return all(NAME.fullmatch(word) or word.casefold() in _PARTICLES for word in words)
