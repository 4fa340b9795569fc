"""What a page says about itself in its visible text, each fact with the span that it stands in."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ingest.article import Fact, Span, Voice
from ingest.dates import DateMention, find_dates
from ingest.traits import author_alone, byline_names
from ingest.voices.page import Row

_UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|aktualisiert|geändert|bearbeitet|mis à jour|modifié"
    r"|actualizad[oa]|aggiornat[oa]|atualizad[oa]|bijgewerkt|güncelle\w*|обновлен\w*|zaktualizowan\w*)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"^(?:source|quelle|fuente|fonte|kaynak|источник|bron)n?s?\b", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|copyright)\s*(?i:©|\(c\)|copyright)?\s*(?:\d{4}\s*(?:[-–—]\s*\d{2,4})?)?[\s,|–-]*"
    r"(?i:by\s+)?(?!(?i:all\s|alle\s|tous\s|todos\s|tutti\s|privacy|terms|imp|design|powered|notice))"
    r"(?P<who>[^\W\d_a-z][^.|©,;:\n]{1,60})"
)
_RIGHTS = re.compile(
    r"[\s–-]+(?:all rights|alle rechte|tous droits|todos los|tutti i).*$", re.IGNORECASE
)
_THE = re.compile(r"^the\s+")
_EMPLOYED = re.compile(
    r"\b(?:(?:editor|reporter|journalist|correspondent|writer|columnist|contributor|staff)\b[^.]{0,30}?"
    r"\s(?:of|for|at|with)|(?:writes|reports|works|worked|reporting)\b[^.]{0,70}?\sfor)\s(?:the\s)?"
    r"(?P<who>(?:[A-Z][\w&'’-]*)(?:\s[A-Z][\w&'’-]*){0,4})"
)
_NEWS = (
    r"(?:Courier|Times|News|Press|Post|Wire|Agency|Gazette|Herald|Tribune|Journal|Review|Weekly|Daily"
    r"|Monitor|Observer|Guardian|Telegraph|Chronicle|Dispatch|Ledger|Mirror|Standard|Record|Bulletin"
    r"|Examiner|Inquirer|Globe|Radio|Television|Magazine|Zeitung|Anzeiger|Nachrichten|Tagblatt"
    r"|Reuters|Bloomberg|AFP|AP|DPA|TASS|CNN|BBC|NPR"
)
_AUTHOR_OF = re.compile(
    rf"(?:,|\s[-–—|/])\s*(?P<who>(?:[Tt]he\s)?(?:[A-Z][\w&'’.-]*\s){{0,4}}{_NEWS}))\s*$"
)
_OUTLET_NAME = re.compile(
    rf"(?:[Tt]he\s[A-Z][\w&'’.-]*|(?:[Tt]he\s)?(?:[A-Z][\w&'’.-]*\s){{1,4}}{_NEWS}|Echo|Star|Sun|Argus"
    r"|Advertiser|Reporter|Independent|Mercury|Sentinel|Today|Online|Letter|Newsletter|Digest))",
    re.IGNORECASE,
)
_URL = re.compile(
    r"^(?:url|link|source|canonical)?\s*:?\s*<?(https?://[^\s<>\"']{4,2000})>?$", re.I
)
_HEAD, _FOOT = 8, 20
NOT_KNOWN = Fact()
_NEAR_TITLE = 12
"""Lines from the title within which a date standing alone is the page's own."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page tells about itself."""

    title: Fact
    outlet: Fact
    byline: Fact
    published: Fact
    updated: Fact
    url: str | None
    section: Fact = NOT_KNOWN


def page_facts(rows: Sequence[Row], voices: Sequence[Voice], language: str) -> PageFacts:
    """Return the facts that the lines of a page state or support."""
    published, updated = _dates(rows, voices, language)
    return PageFacts(
        title=_title(rows, voices),
        outlet=_outlet(rows, voices),
        byline=_byline(rows, voices),
        published=published,
        updated=updated,
        url=_url(rows),
    )


def is_outlet_name(text: str) -> bool:
    """Return whether `text` is worded as newspapers and broadcasters name themselves."""
    return len(text) <= 60 and _OUTLET_NAME.fullmatch(text) is not None


def _with(rows: Sequence[Row], voices: Sequence[Voice], voice: Voice) -> Iterator[Row]:
    return (row for row, has in zip(rows, voices, strict=True) if has is voice)


def _title(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact:
    for row in _with(rows, voices, Voice.HEADLINE):
        return Fact(row.line.text, "stated", row.line.span)
    return Fact()


def _byline(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact:
    for row in _with(rows, voices, Voice.BYLINE):
        text = row.line.text
        if _SOURCE.match(text):
            continue
        alone = author_alone(text) or text
        who = byline_names(text) if row.traits.sign == "byline" else alone
        if who:
            who = _AUTHOR_OF.sub("", who)
            at = text.find(who)
            start = row.line.span.start + at
            # A name from both sides of a date is not one piece of the text.
            span = Span(start, start + len(who)) if at >= 0 else row.line.span
            return Fact(who, "stated", span)
    return Fact()


def _dates(rows: Sequence[Row], voices: Sequence[Voice], language: str) -> tuple[Fact, Fact]:
    published = updated = Fact()
    head = next((i for i, voice in enumerate(voices) if voice is Voice.HEADLINE), None)
    for position, row in enumerate(rows):
        if voices[position] is not Voice.DATELINE:
            continue
        near = head is None or abs(position - head) <= _NEAR_TITLE
        for mention in find_dates(row.line.text, language, row.line.span.start):
            before = row.line.text[: mention.span.start - row.line.span.start]
            if _UPDATED.search(before):
                updated = updated if updated.value else _stated(mention)
            elif not published.value or (near and published.how == "inferred"):
                published = Fact(mention.iso, "stated" if near else "inferred", mention.span)
    if not published.value:
        published = _in_bylines(rows, voices, language)
    return published, updated


def _in_bylines(rows: Sequence[Row], voices: Sequence[Voice], language: str) -> Fact:
    for row in _with(rows, voices, Voice.BYLINE):
        for mention in find_dates(row.line.text, language, row.line.span.start):
            return _stated(mention)
    return Fact()


def _stated(mention: DateMention) -> Fact:
    return Fact(mention.iso, "stated", mention.span)


def _outlet(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact:
    return (
        _masthead(rows, voices)
        or _copyright(rows, voices)
        or _employer(rows, voices)
        or _in_byline(rows, voices)
        or Fact()
    )


def _masthead(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact | None:
    """Return the short line that opens the page and stands in its footer or a credit too."""
    below = max(_HEAD, len(rows) - _FOOT)
    foot = {
        row.traits.folded
        for row, voice in zip(rows[below:], voices[below:], strict=True)
        if voice is Voice.FURNITURE
    }
    credits = [row.traits.folded for row in _with(rows, voices, Voice.CAPTION)]
    for row, voice in zip(rows[:_HEAD], voices[:_HEAD], strict=True):
        named = 1 <= row.traits.words <= 6 and not row.traits.sign and not row.line.marker
        if voice is Voice.FURNITURE and named and _stands(row.traits.folded, foot, credits):
            return Fact(row.line.text, "stated", row.line.span)
    return None


def _stands(name: str, foot: Collection[str], credits: Sequence[str]) -> bool:
    """Return whether a name is a line of the footer, or what two words or more of a credit are."""
    plain = _THE.sub("", name)
    return name in foot or (" " in plain and any(one.endswith(plain) for one in credits))


def _copyright(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact | None:
    for row, voice in zip(rows[-_FOOT:], voices[-_FOOT:], strict=True):
        found = _COPYRIGHT.search(row.line.text[:300])
        if voice is Voice.FURNITURE and found is not None:
            who = _RIGHTS.sub("", found["who"]).strip()
            start = row.line.span.start + found.start("who")
            return Fact(who, "stated", Span(start, start + len(who)))
    return None


def _employer(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact | None:
    """Infer the outlet from the box about the author ("is an editor of the …")."""
    for row, voice in zip(rows, voices, strict=True):
        if voice is Voice.FURNITURE and row.traits.prose:
            found = _EMPLOYED.search(row.line.text[:400])
            if found is not None:
                who = found["who"].rstrip(".")
                start = row.line.span.start + found.start("who")
                return Fact(who, "inferred", Span(start, start + len(who)))
    return None


def _in_byline(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact | None:
    """Infer the outlet from a byline that names it after the author ("By A. B., Some Times")."""
    for row in _with(rows, voices, Voice.BYLINE):
        found = _AUTHOR_OF.search(row.line.text)
        if found is not None:
            start = row.line.span.start + found.start("who")
            return Fact(found["who"], "inferred", Span(start, start + len(found["who"])))
    return None


def _url(rows: Sequence[Row]) -> str | None:
    """Return the address that some scrapers write on a line of its own above the page."""
    for row in rows[:3]:
        found = _URL.match(row.line.text)
        if found is not None:
            return found[1]
    return None
