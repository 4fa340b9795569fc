"""Who published a page, read off its visible lines."""

import re
from collections.abc import Collection, Iterator, Sequence

from ingest.article import Fact, Span, Voice
from ingest.voices.page import Row

_COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|copyright)\s*(?i:©|\(c\)|copyright)?\s*(?:\d{4}\s*(?:[-–—]\s*\d{2,4})?)?[\s,|–-]*"
    r"(?i:by\s+)?(?!(?i:all\s|alle\s|tous\s|todos\s|tutti\s|privacy|terms|imp|design|powered|notice))"
    r"(?P<who>[^\W\d_a-z][^.|©,;:\n]{1,60})"
)
_RIGHTS = re.compile(
    r"[\s–-]+(?:all rights|alle rechte|tous droits|todos los|tutti i).*$", re.IGNORECASE
)
_FOOTER = re.compile(r"\s(?:Terms|Privacy|Cookies?|Contact|About|Imprint|Impressum|Legal)\b")
_LEGAL_FORM = re.compile(
    r",?\s(?:Ltd|Limited|Inc|LLC|LLP|PLC|plc|GmbH|AG|KG|GmbH & Co\. KG|S\.?L|S\.?A|B\.?V|Pty)\.?"
    r"(?:\s(?:Ltd|Limited)\.?)?$"
)
_THE = re.compile(r"^the\s+")
_EMPLOYED = re.compile(
    r"\b(?:(?:editor|reporter|journalist|correspondent|writer|columnist|contributor|staff)\b[^.]{0,30}?"
    r"\s(?:of|for|at|with)|(?<!after\s)(?:covers|writes|reports|works|worked|reporting)\b[^.]{0,70}?\sfor)\s(?:the\s)?"
    r"(?P<who>(?:[A-Z][\w&'’-]*)(?:\s[A-Z][\w&'’-]*){0,4})"
)
_NEWS = (
    r"(?:Courier|Times|News|Press|Post|Wire|Agency|Gazette|Herald|Tribune|Journal|Review|Weekly|Daily"
    r"|Monitor|Observer|Guardian|Telegraph|Chronicle|Dispatch|Ledger|Mirror|Standard|Record|Bulletin"
    r"|Examiner|Inquirer|Globe|Radio|Television|Magazine|Zeitung|Anzeiger|Nachrichten|Tagblatt"
    r"|Reuters|Bloomberg|AFP|AP|DPA|TASS|CNN|BBC|NPR"
)
EMPLOYER_AFTER_NAME = re.compile(
    rf"(?:,|\s[-–—|/])\s*(?P<who>(?:[Tt]he\s)?(?:[A-Z][\w&'’.-]*\s){{0,4}}{_NEWS}))\s*$"
)
"""What a byline tells after the author's name ("Ann Lee, The Post")."""
_OUTLET_NAME = re.compile(
    rf"(?:(?:[Tt]he\s)?(?:[A-Z][\w&'’.-]*\s){{1,4}}{_NEWS}|Echo|Star|Sun|Argus"
    r"|Advertiser|Reporter|Independent|Mercury|Sentinel|Today|Online|Letter|Newsletter|Digest))",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"^(?=[A-Z]{3}|[^.()\n]*\d)[^.()\n]{0,80}\((?P<who>[A-Z][\w&'’. -]{1,40})\)\s*[-–—]"
)
_SMALL = frozenset(("of", "the", "and", "for", "&", "in", "on", "de", "la", "der", "die", "das"))
_HEAD, _FOOT = 8, 20


def is_outlet_name(text: str) -> bool:
    """Return whether `text` is worded as newspapers and broadcasters name themselves."""
    named = all(word[:1].isupper() or word in _SMALL for word in text.split())
    return named and len(text) <= 60 and _OUTLET_NAME.fullmatch(text) is not None


def outlet_of(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact:
    """Return the outlet that the lines of a page state or support."""
    return (
        _masthead(rows, voices)
        or _copyright(rows, voices)
        or _employer(rows, voices)
        or _in_byline(rows, voices)
        or _agency(rows, voices)
        or _opening(rows, voices)
        or Fact()
    )


def _masthead(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact | None:
    """Return the short line above the title that stands in the page's footer or a credit too."""
    head = next((i for i, voice in enumerate(voices) if voice is Voice.HEADLINE), _HEAD)
    below = max(_HEAD, len(rows) - _FOOT)
    foot = {
        row.traits.folded
        for row, voice in zip(rows[below:], voices[below:], strict=True)
        if voice is Voice.FURNITURE
    }
    foot.update(_below_author(rows, voices))
    credits = [row.traits.folded for row in _with(rows, voices, Voice.CAPTION)]
    top = min(_HEAD, head)
    for row, voice in zip(rows[:top], voices[:top], strict=True):
        named = 1 <= row.traits.words <= 6 and not row.traits.sign and not row.line.marker
        if voice is not Voice.FURNITURE or not named:
            continue
        if _stands(row.traits.folded, foot, credits):
            return Fact(row.line.text, "stated", row.line.span)
        if _speaks_of_itself(row, rows[head + 1 :], voices[head + 1 :]):
            return Fact(row.line.text, "inferred", row.line.span)
    return None


def _speaks_of_itself(name: Row, rows: Sequence[Row], voices: Sequence[Voice]) -> bool:
    """Return whether a sentence of the site's begins with the name ("The X asks its readers …")."""
    text = name.line.text
    if " " not in text or not all(word[:1].isupper() or word in _SMALL for word in text.split()):
        return False
    return any(
        voice is Voice.FURNITURE and row.traits.prose and row.line.text.startswith(f"{text} ")
        for row, voice in zip(rows, voices, strict=True)
    )


def _stands(name: str, foot: Collection[str], credits: Sequence[str]) -> bool:
    """Return whether a name is a line of the footer, or what two words or more of a credit are."""
    plain = _THE.sub("", name)
    return name in foot or (" " in plain and any(one.endswith(plain) for one in credits))


def _copyright(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact | None:
    for row, voice in zip(rows[-_FOOT:], voices[-_FOOT:], strict=True):
        found = _COPYRIGHT.search(row.line.text[:300])
        if voice is Voice.FURNITURE and found is not None and not _is_credit(row, found):
            who = _FOOTER.split(_RIGHTS.sub("", found["who"]))[0].strip()
            named = _within(who, rows, voices)
            if named is not None:
                return named
            paper = _LEGAL_FORM.sub("", who)
            who = paper if is_outlet_name(paper) else who
            start = row.line.span.start + found.start("who")
            return Fact(who, "stated", Span(start, start + len(who)))
    return None


def _within(holder: str, rows: Sequence[Row], voices: Sequence[Voice]) -> Fact | None:
    """Return the line at the page's top whose words the holder's name has and more."""
    for row, voice in zip(rows[:_HEAD], voices[:_HEAD], strict=True):
        name = row.line.text
        short = " " in name and not row.line.marker and voice is Voice.FURNITURE
        if short and name != holder and f" {name} " in f" {holder} ":
            return Fact(name, "stated", row.line.span)
    return None


def _is_credit(row: Row, found: re.Match[str]) -> bool:
    """Return whether a picture's source is told behind its caption ("A boat. © Ann Lee/Wire")."""
    before = row.line.text[: found.start()].rstrip()
    return "/" in found["who"] or before.endswith((".", "!", "?"))


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
        found = EMPLOYER_AFTER_NAME.search(row.line.text)
        if found is not None:
            start = row.line.span.start + found.start("who")
            return Fact(found["who"], "inferred", Span(start, start + len(found["who"])))
    return None


def _below_author(rows: Sequence[Row], voices: Sequence[Voice]) -> Iterator[str]:
    """Yield the lines that stand right below an author's name and are no author's name."""
    pairs = zip(rows, voices, strict=True)
    authors = {row.traits.folded for row, voice in pairs if voice is Voice.BYLINE}
    for position in range(1, len(rows)):
        below = voices[position - 1] is Voice.BYLINE and voices[position] is not Voice.NARRATION
        if below and rows[position].traits.folded not in authors:
            yield rows[position].traits.folded


def _agency(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact | None:
    """Read the agency off the place and day that open the text ("ORLE, May 2 (Lennwire) - …")."""
    for row, voice in zip(rows, voices, strict=True):
        if voice in {Voice.NARRATION, Voice.STANDFIRST} and not row.line.marker:
            found = _AGENCY.match(row.line.text)
            if found is None:
                return None
            start = row.line.span.start + found.start("who")
            return Fact(found["who"], "stated", Span(start, start + len(found["who"])))
    return None


def _opening(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact | None:
    """Infer the outlet from the first line when it is worded as an outlet's name.

    Of a bar of sections it is the first part.
    """
    for row, voice in zip(rows[:2], voices[:2], strict=True):
        first = re.split(r"\s[|›»·•]\s", row.line.text)[0]
        if voice is Voice.FURNITURE and is_outlet_name(first) and not row.line.marker:
            start = row.line.span.start
            return Fact(first, "inferred", Span(start, start + len(first)))
    return None


def _with(rows: Sequence[Row], voices: Sequence[Voice], voice: Voice) -> Iterator[Row]:
    return (row for row, has in zip(rows, voices, strict=True) if has is voice)
