"""What one line is like by itself: the evidence that every rule about voices starts from."""

import re
from dataclasses import dataclass
from typing import Literal

from ingest.dates import has_date, without_dates
from ingest.lines import Line
from ingest.phrases import (
    CLOSING,
    COMMENT_COUNT,
    COMMENTS,
    INTERFACE,
    LEGAL,
    MORE_FROM,
    READ_MORE,
    RELATED,
    REPLY_FORM,
    REPLY_MARK,
    SAYS,
    SHORTCODE,
    SITE_WORDS,
    TICKER,
    fold,
)

Sign = Literal[
    "", "shortcode", "interface", "read_more", "related", "closing", "ticker", "comments",
    "reply_form", "reply_mark", "legal", "byline", "dateline",
]  # fmt: skip
"""What a line's wording alone shows it to be, if anything."""

_TERMINAL = re.compile(r"[.!?…。！？؟।:;][\"'”’»«“)\]*]*$")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»«“)\]*]*$")
_SPEECH = re.compile(r"[\"“”„«»‘]")
_LABELS = re.compile(
    r"\b(?:last\s+)?(?:updated|modified|published|posted|first published|created|edited|date|on|at"
    r"|am|um|uhr|vom|stand|datum|erstellt|veröffentlicht|aktualisiert|geändert|zuletzt|publié|mis"
    r"|à|jour|modifié|le|el|publicado|actualizado|pubblicato|il|gepubliceerd|op|bijgewerkt|monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|montag|dienstag"
    r"|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|news|by|von)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af|автор|od|text|autor(?:in)?|author|auteur|autore"
    r"|written by|prepared by|compiled by|interview(?:ed)? by|words by|words(?=:)|interview(?=:)"
    r"|reported by|reporting by|story by|posted by|geschrieben von|ein artikel von"
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
_LONGEST_DATELINE, _DAY_WORDS = 130, 3
_TIME_ALONE = re.compile(r"^\d{1,2}[.:h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$")
_TRAIL = re.compile(r"\s*[›»→]\s*|\s+>\s+")
_BAR = re.compile(r"\s[|/·•]\s")
_PART_WORDS = 3
_PLACED = re.compile(r"^(?P<who>[^,|]{4,50}?)(?:\s(?:in|aus|à|en)\s[^\W\d_a-z]|\s?[,|]\s)")
_AT_PLACE = re.compile(r"\s(?:in|aus|à|en)\s[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*){0,2}$")
_HANDLE = re.compile(r"\s\(?@\w+\)?")
_SITE_TAIL = re.compile(
    r"[\s,|•·–—-]+(?:(?:no|\d+|leave a|add) comments?|(?:posted|published|updated|last updated)\b.*)$",
    re.IGNORECASE,
)
_FOR = re.compile(r"^(?!The\s)([^\s,]+(?:\s[^\s,]+){1,2})\s(?:[Ff]or|für|pour)\s[^\W\d_a-z].*$")
_POST_TAIL = re.compile(
    r"[,\s]+(?:(?:senior|staff|chief|political|business|sports?|news)\s)*"
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|photographer)$",
    re.IGNORECASE,
)
_AROUND = " ,|•·-–—:/"
_ROLE = re.compile(
    r"^(?:[\w’'&/-]+\s){0,4}(?:reporter|correspondent|editor|writer|journalist|columnist|contributor"
    r"|producer|photographer|staff|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|reporterin"
    r"|journaliste|rédactrice|rédacteur|redactora?|periodista|giornalista|jornalista)"
    r"(?:(?:,| for| at| in|\sfür)\s[\w’' &-]{2,40})?$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’.\-]*|[^\W\d_]*[؀-ۿ][^\W\d_]*")
_PARTICLES = frozenset(
    word
    for table in (
        "de del della di da van von der den ter zu la le el al bin ben",
        "y e and und et of the for",
    )
    for word in table.split()
)
_CREDIT = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\s*$")
_CREDIT_WORDS = re.compile(
    r"^(?:photo(?:graph|s)?|foto|image|picture|pic|bild|illustration|credit|courtesy|fotos|bilder|crédit"
    r"|crédits|grafik|graphic|fotografía|imagen|fotoğraf|фото)\s*"
    r"(?:by|von|credit|courtesy of|s)?\s*[:/©|-]"
    r"|(?:photo|photograph|image|picture|foto|bild|credit)s?"
    r"(?:(?: by| credit| von| courtesy)\b|:\s)"
    r"|©\s*\w|\b(?:getty images|ap photo|afp photo|file photo|picture[- ]alliance|shutterstock"
    r"|archivbild|archivfoto|symbolbild|symbolfoto|epa-efe)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Traits:
    """A line's own evidence."""

    folded: str
    words: int
    sign: Sign
    ends: bool
    """Whether it ends as a sentence does."""
    prose: bool
    """Whether it reads as a sentence or more."""
    title_like: bool
    """Whether it could head something: some words, few, no sentence's end."""
    credited: bool
    """Whether it reads as a picture's caption: it ends with, or is, a credit."""
    name_like: bool
    """Whether it could be a person's name alone."""


def traits_of(line: Line) -> Traits:
    """Return the evidence in `line`."""
    text = line.text
    words = line.words
    folded = fold(text)
    ends = bool(_SENTENCE_END.search(text[-12:]))
    prose = (words >= 7 and ends) or words >= 22
    return Traits(
        folded=folded,
        words=words,
        sign=_sign(line, folded),
        ends=ends,
        prose=prose,
        title_like=2 <= words <= 24 and len(text) <= 200 and not _TERMINAL.search(text[-12:]),
        credited=_is_credited(text, words, ends),
        name_like=is_name(text),
    )


def byline_names(text: str) -> str | None:
    """Return the part of a byline that names its author, or None if `text` is no byline."""
    bare = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    found = _BYLINE.match(bare)
    if found is None or len(text) > 130:
        return None
    who = without_dates(found["who"]).split(";")[0]
    for tail in (_AT_PLACE, _HANDLE, _SITE_TAIL, _POST_TAIL):
        who = tail.sub("", who.strip(_AROUND))
    who = _FOR.sub(r"\1", who.strip(_AROUND))
    names = [word for word in who.split() if word.casefold().strip(",") not in _PARTICLES]
    capitals = sum(1 for word in names if _NAME.match(word.lstrip("(@")))
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


def author_alone(text: str) -> str | None:
    """Return the name in a line such as "Ann Lee in Oslo" or "Ann Lee, political editor"."""
    found = _PLACED.match(text) if len(text) <= 90 else None
    return found["who"] if found is not None and is_name(found["who"]) else None


def name_beside_date(text: str) -> str | None:
    """Return the name in a line that else tells a day only ("Ann Lee 15:35, 29 Oct 2020")."""
    who = _SITE_TAIL.sub("", without_dates(text).strip(_AROUND)).strip(_AROUND)
    return who if is_name(who) and not is_post(who) and not _LABELS.search(who) else None


def is_name(text: str) -> bool:
    """Return whether `text` could be a person's full name and nothing else."""
    if not 3 <= len(text) <= 50 or any(letter.isdigit() for letter in text):
        return False
    words = text.split()
    if not 2 <= len(words) <= 5 or text[-1] in ".!?:;,":
        return False
    if any(word.casefold().strip(".") in SITE_WORDS for word in words):
        return False
    return all(_NAME.fullmatch(word) or word.casefold() in _PARTICLES for word in words)


def _sign(line: Line, folded: str) -> Sign:
    text = line.text
    if not folded or _TIME_ALONE.match(text):
        return "interface"
    if SHORTCODE.match(text) and not SHORTCODE.sub("", text).strip():
        return "shortcode"
    if line.words <= 14:
        heading = _heading(folded)
        if heading:
            return heading
    if READ_MORE.match(text) and line.words <= 30:
        return "read_more"
    if REPLY_FORM.match(folded):
        return "reply_form"
    if line.words <= 16 and is_byline(text, folded):
        return "byline"
    if len(text) <= _LONGEST_DATELINE and has_date(text) and _tells_day_only(text):
        return "dateline"
    if line.words <= 30 and is_bar(text):
        return "interface"
    if LEGAL.search(text[:400]) and line.words <= 60 and not _SPEECH.search(text):
        return "legal"
    return ""


def _tells_day_only(text: str) -> bool:
    """Return whether a line with a date says hardly more; a post quoted from a network does."""
    if _HANDLE.search(text):
        return False
    rest = _LABELS.sub("", _SITE_TAIL.sub("", without_dates(text).strip(_AROUND)))
    return sum(1 for word in rest.split() if any(map(str.isalnum, word))) <= _DAY_WORDS


def _heading(folded: str) -> Sign:
    if folded in RELATED or (len(folded.split()) <= 6 and MORE_FROM.match(folded)):
        return "related"
    if folded in CLOSING:
        return "closing"
    if folded in TICKER:
        return "ticker"
    if COMMENTS.match(folded) or COMMENT_COUNT.match(folded):
        return "comments"
    if REPLY_MARK.match(folded):
        return "reply_mark"
    if INTERFACE.match(folded):
        return "interface"
    return ""


def is_bar(text: str) -> bool:
    """Return whether `text` is a trail to a section ("News › Local") or a bar of sections.

    A trail has two parts or more, a bar three; each is a few words.
    """
    if has_date(text):
        return False
    for cut, least in ((_TRAIL, 2), (_BAR, 3)):
        parts = [part.strip() for part in cut.split(text) if part.strip()]
        if len(parts) >= least and all(_names_section(part) for part in parts):
            return True
    return False


def _names_section(part: str) -> bool:
    words = [word for word in part.split() if any(letter.isalnum() for letter in word)]
    return 1 <= len(words) <= _PART_WORDS and part[-1] not in ".!?" and not is_post(part)


def says_who(text: str) -> bool:
    """Return whether `text` names who wrote the comment below it."""
    return len(text) <= 150 and SAYS.match(text) is not None


def _is_credited(text: str, words: int, ends: bool) -> bool:
    if not 2 <= words <= 70:
        return False
    if _CREDIT_WORDS.search(text) and (words <= 45 or not ends):
        return True
    credit = _CREDIT.search(text[-100:])
    if credit is None or not words >= 5:
        return False
    if _CREDIT_WORDS.search(credit[1]):
        return True
    inside, before = credit[1], text[: len(text) - len(credit.group())].rstrip()
    named = _NAME.match(inside.strip()) is not None
    return named and (not _SENTENCE_END.search(before[-4:]) or words <= 40)
