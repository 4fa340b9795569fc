"""What one line is like by itself: the evidence that every rule about voices starts from."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ingest.appeals import (
    AD_LABEL,
    ADDRESSES_READER,
    ORIGIN,
    PROMO,
    READ_ON,
    RIGHTS,
    asks_for_money,
)
from ingest.bars import is_bar, is_button, is_list_of_teasers, is_pressed_row
from ingest.bylines import AROUND, HANDLE, NAME, SITE_TAIL, is_byline, is_name, is_post
from ingest.dates import has_date, without_dates
from ingest.lines import Line
from ingest.phrases import (
    CLOSING,
    COMMENT_COUNT,
    COMMENTS,
    LEGAL,
    MORE_FROM,
    READ_MORE,
    RELATED,
    REPLY_FORM,
    REPLY_MARK,
    SAYS,
    SHORTCODE,
    TICKER,
    fold,
    lowered,
)
from ingest.posts import is_feet

Sign = Literal[
    "", "shortcode", "interface", "read_more", "related", "closing", "ticker", "comments",
    "reply_form", "reply_mark", "legal", "promo", "byline", "dateline",
]  # fmt: skip
"""What a line's wording alone shows it to be, if anything."""

_TERMINAL = re.compile(r"[.!?…。！？؟।:;][\"'”’»«“)\]*]*$")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»«“)\]*]*$")
_SIGNED = re.compile(r"\s*\([a-zäöü]{2,5}(?:[/,]\s?[A-Za-zÄÖÜäöü]{2,5}){0,3}\)\s*$")
"""The initials of a desk behind a text ("(kf/dpa)")."""
_SIGNATURE = 30
_LINK_NUMBER = re.compile(r"\[\d{1,3}\](?=[^\W\d_\[])")
"""The number of a link, which some text browsers print before it."""
_TAG_ALONE = re.compile(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,400})?/?>")
_FEED = re.compile(r"^#?(?:\[\d+\])?.{0,60}\b(?:RSS|Atom)(?:\s\d\.\d)?\sFeed$", re.IGNORECASE)
_ADDRESS_ALONE = re.compile(r"(?:https?|mailto|ftp):\S+")
_SENTENCE, _LONG = 7, 22
_MENU_SHARE = 0.7
_SPEECH = re.compile(r"[\"“”„«»‘]")
_LABELS = re.compile(
    r"\b(?:last\s+)?(?:updated|modified|published|posted|first published|created|edited|date|on|at"
    r"|am|um|uhr|vom|stand|datum|erstellt|veröffentlicht|aktualisiert|geändert|zuletzt|publié|mis"
    r"|à|jour|modifié|le|el|publicado|actualizado|pubblicato|il|gepubliceerd|op|bijgewerkt|monday"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|de|\d+\s?-?\s?min\w*(?:\sread)?|(?:reading|read)\stime|lesezeit|lectura|lecture"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|montag|dienstag"
    r"|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|news|by|von)\b",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"^(?:(?:posted|published|written|(?:veröffentlicht|erstellt|geschrieben)(?:\s+am)?|publié(?:\s+le)?"
    r"|publicado(?:\s+el)?|escrito|pubblicato(?:\s+il)?)\s+(?:on\s+)?)?(?:by|von|par|por|da)\s+",
    re.IGNORECASE,
)
_LONGEST_DATELINE, _DAY_WORDS, _HEADING_WORDS = 130, 3, 14
_ENDED = re.compile(r"[-–—#*\s]+(?:30|ends?)[-–—#*\s]+", re.IGNORECASE)
"""The sign that a report ends here."""
_TIME_ALONE = re.compile(r"^\d{1,2}[.:h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$")
_TURNS_PAGE = re.compile(r"^[←⟵]|[→⟶]$|^(?:>{2,}|[→⟶➜➤▶►])\s*\w")
"""Arrows of a link to another page."""
_REPORTED = re.compile(
    r"[.!?][\"”’]?\s+[-–—]{1,2}\s?(?:(?:with )?(?:a )?(?:additional )?report(?:s|ing)?)"
    r" (?:by|from) [^.!?]{3,70}$",
    re.IGNORECASE,
)
"""Who else reported, behind a dash at the end of a sentence."""
_FROM = re.compile(
    r"[^\W\d_a-zß-öø-ÿ]{2,}(?:[ /-][^\W\d_a-zß-öø-ÿ]{2,}){0,3}(?:,\s[A-Z]\w{2,20})?,\s"
    r"(?:\d{1,2}\s[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s\d{1,2})"
    r"\s?(?:\([A-Z][\w .]{1,25}\))?[\s–—-]*"
)
"""A place in capitals and a day without its year, maybe the agency's name, and nothing else."""
_PROMO_WORDS, _NOTICE_WORDS = 45, 12
_CREDIT = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\s*$")
_CREDIT_BEHIND = re.compile(r"^(?:[^\s©]+\s){6,}©\s[^\W\d_][^.]{2,60}$")
"""A picture's source behind a sentence that tells what it shows."""
_CREDIT_WORDS = re.compile(
    r"^(?:image|media|video|photo|picture)\s(?:source|caption|credit)s?\s?[,:]\s"
    r"|^(?:photo(?:graph|s)?|foto|image|picture|pic|bild|illustration|credit|courtesy|fotos|bilder|crédit"
    r"|crédits|grafik|graphic|fotografía|imagen|fotoğraf|фото)\s*"
    r"(?:by|von|credit|courtesy of|s)?\s*[:/©|-]"
    r"|(?<!\bin )(?:photo|photograph|image|picture|foto|bild|credit)s?"
    r"(?:(?: by| credit| von| courtesy)\b|:\s|\s\|\s)"
    r"|^(?:abbildung|abb\.|figure|fig\.)\s?\d{0,3}\s?[:.]"
    r"|[/©]\s?(?:i?stock|fotolia|adobe\s?stock|unsplash|pixabay|depositphotos|dreamstime|wikimedia)"
    r"|©\s*\w|\b(?:getty images|ap photo|afp photo|file photo|picture[- ]alliance|shutterstock"
    r"|archivbild|archivfoto|symbolbild|symbolfoto|epa-efe)\b"
)
"""What names a picture's source, in a lowered line."""
_SHORT, _REMEMBERED = 100, 4096


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
    if len(line.plain) <= _SHORT:
        return _traits_of_short(line.plain, line.words, line.numbered)
    return _traits(line.plain, line.words, line.numbered)


def _traits(text: str, words: int, numbered: bool) -> Traits:
    """Return the evidence in a line's `text`, which has so many words, behind a number or not."""
    text = _LINK_NUMBER.sub("", text) if "[" in text else text
    folded, low = fold(text), lowered(text)
    ends = _ends(text)
    prose = (words >= _SENTENCE and ends) or (words >= _LONG and _flows(text))
    return Traits(
        folded=folded,
        words=words,
        sign=_sign(text, words, folded, low, numbered=numbered),
        ends=ends,
        prose=prose,
        title_like=2 <= words <= 24 and len(text) <= 200 and not _TERMINAL.search(text[-12:]),
        credited=_is_credited(text, words, ends, low),
        name_like=is_name(text),
    )


_traits_of_short = lru_cache(_REMEMBERED)(_traits)
"""A site's menus and buttons stand on each of its pages, and often twice on one."""


def name_beside_date(text: str) -> str | None:
    """Return the name in a line that else tells a day only ("Ann Lee 15:35, 29 Oct 2020")."""
    who = SITE_TAIL.sub("", without_dates(text).strip(AROUND)).strip(AROUND)
    who = _POSTED.sub("", who)
    return who if is_name(who) and not is_post(who) and not _LABELS.search(who) else None


def _ends(text: str) -> bool:
    """Return whether `text` ends as a sentence does, with the signs of its writers or without."""
    if _SENTENCE_END.search(text[-12:]):
        return True
    if _REPORTED.search(text[-110:]):
        return True
    signed = _SIGNED.search(text[-_SIGNATURE:])
    return (
        signed is not None and _SENTENCE_END.search(text[: -len(signed.group())][-4:]) is not None
    )


def _flows(text: str) -> bool:
    """Return whether a long line is no row of menu items, which are capitalised most often."""
    words = [word for word in text.split() if word[0].isalpha()]
    capitals = sum(1 for word in words if word[0].isupper())
    return capitals < _MENU_SHARE * max(1, len(words))


def _sign(text: str, words: int, folded: str, low: str, *, numbered: bool) -> Sign:
    if not folded or _TIME_ALONE.match(text) or _ENDED.fullmatch(text):
        return "interface"
    if _is_debris(text, low) or (numbered and _ADDRESS_ALONE.fullmatch(text)):
        return "shortcode"
    heading: Sign = "reply_mark" if is_feet(text) else ""
    if not heading and words <= _HEADING_WORDS:
        heading = "interface" if _TURNS_PAGE.search(text) else _heading(folded, text)
    if heading:
        return heading
    if words <= 30 and READ_MORE.match(low):
        return "read_more"
    if READ_ON.search(low[-40:]):
        return "read_more"
    if _is_promo(low, words):
        return "promo"
    if REPLY_FORM.match(folded):
        return "reply_form"
    if words <= 16 and is_byline(text, folded):
        return "byline"
    if len(text) <= _LONGEST_DATELINE and _is_dateline(text):
        return "dateline"
    if is_bar(text) if words <= 30 else is_list_of_teasers(text):
        return "interface"
    return _of_notice(text, words, low)


def _of_notice(text: str, words: int, low: str) -> Sign:
    if words <= _PROMO_WORDS and ORIGIN.match(text) and not _SPEECH.search(low):
        return "promo"
    return "legal" if words <= 60 and _is_notice(text, words, low) else ""


def _is_debris(text: str, low: str) -> bool:
    """Return whether a line is a placeholder, or markup that a scraper left standing."""
    if _TAG_ALONE.fullmatch(text) or (low.endswith("feed") and _FEED.search(text)):
        return True
    return SHORTCODE.match(text) is not None and not SHORTCODE.sub("", text).strip()


def _is_promo(low: str, words: int) -> bool:
    if words <= _PROMO_WORDS and PROMO.match(low) and not _SPEECH.search(low):
        return True
    return asks_for_money(low) or (words <= _PROMO_WORDS and AD_LABEL.match(low) is not None)


def _is_notice(text: str, words: int, low: str) -> bool:
    """Return whether a line is a site's notice; a sentence must address the reader or tell rights.

    Articles too write of cookies and privacy policies.
    """
    beginning = low[:400]
    told = LEGAL.search(beginning) or RIGHTS.search(beginning)
    if not told or _SPEECH.search(text) or _CREDIT_BEHIND.search(text):
        return False
    sentence = words >= _NOTICE_WORDS and _SENTENCE_END.search(text[-12:]) is not None
    return not sentence or bool(RIGHTS.search(text) or ADDRESSES_READER.search(text))


def _is_dateline(text: str) -> bool:
    return (has_date(text) and _tells_day_only(text)) or _FROM.fullmatch(text) is not None


def _tells_day_only(text: str) -> bool:
    """Return whether a line with a date says hardly more; a post quoted from a network does."""
    if HANDLE.search(text):
        return False
    text = ORIGIN.sub("", text, count=1)
    rest = _LABELS.sub("", SITE_TAIL.sub("", without_dates(text).strip(AROUND)))
    return sum(1 for word in rest.split() if any(map(str.isalnum, word))) <= _DAY_WORDS


def _heading(folded: str, text: str) -> Sign:
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
    return "interface" if is_button(folded) or is_pressed_row(text) else ""


def says_who(text: str) -> bool:
    """Return whether `text` names who wrote the comment below it."""
    return len(text) <= 150 and SAYS.match(lowered(text)) is not None


def _is_credited(text: str, words: int, ends: bool, low: str) -> bool:
    if not 2 <= words <= 70:
        return False
    if _CREDIT_WORDS.search(low) and (words <= 45 or not ends):
        return True
    credit = _CREDIT.search(text[-100:])
    if credit is None or not words >= 5:
        return False
    if _CREDIT_WORDS.search(lowered(credit[1])):
        return True
    inside, before = credit[1], text[: len(text) - len(credit.group())].rstrip()
    named = NAME.match(inside.strip()) is not None
    return named and (not _SENTENCE_END.search(before[-4:]) or words <= 40)
