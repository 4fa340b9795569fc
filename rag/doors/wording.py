"""The fixed words with which every door says voices, speakers and dates."""

from ingest import Article, Known, Resolution, StatementKind, Voice
from rag.doors.readable import one_line
from rag.steps.written_days import on_written_day, written_day
from rag.values.answer import Citation, listed
from rag.values.ledger import Entry, Relation

_PRONOUNS = ("i", "you", "he", "she", "it", "we", "they", "who", "one", "someone", "somebody")
"""What names nobody."""

VOICE_NAMES: dict[Voice, str] = {
    Voice.HEADLINE: "Headline",
    Voice.STANDFIRST: "Standfirst",
    Voice.SUBHEAD: "Subheading",
    Voice.BYLINE: "Byline",
    Voice.DATELINE: "Dateline",
    Voice.NARRATION: "Article",
    Voice.CAPTION: "Caption",
    Voice.COMMENT: "Reader’s comment",
    Voice.FURNITURE: "Site furniture",
}

SPEAKER_KNOWN: dict[Resolution, str] = {
    "stated": "named in the sentence",
    "resolved": "traced to a name in the article",
    "unknown": "speaker not named",
}

KIND_NAMES: dict[StatementKind, str] = {
    "direct": "Quoted",
    "mixed": "Partly quoted",
    "reported": "Reported",
}

RELATIONS: dict[Relation, str] = {
    "same": "the same words",
    "truncated": "a part of them",
    "altered": "other words among them",
    "reworded": "other wording",
    "headline": "as a headline has it",
}


def day_written(iso: str | None, how: Known) -> str:
    """Return a date for readers: `10 January 2023`, marked when it was inferred."""
    if iso is None or how == "unknown":
        return "date unknown"
    return f"{written_day(iso)} (inferred)" if how == "inferred" else written_day(iso)


def said_when(day: str | None, how: Known, occasion: str | None) -> str:
    """Return when and where something was said, as far as the page tells ("" if it does not)."""
    words = one_line(occasion or "")
    words = words[:1].lower() + words[1:]
    if day is not None:
        inferred = " (inferred)" if how == "inferred" else ""
        return f"said {on_written_day(day)}{inferred}" + (f", {words}" if words else "")
    return words if not words or words.startswith("told ") else f"said {words}"


def grounds(article: Article) -> tuple[str, ...]:
    """Return what each inferred fact of an article rests on, in a sentence without its stop."""
    facts = (("date", article.published), ("outlet", article.outlet), ("author", article.byline))
    return tuple(
        f"The {name} is inferred from “{' '.join(fact.evidence.of(article.text).split())}” at "
        f"[{fact.evidence.start}:{fact.evidence.end}]"
        for name, fact in facts
        if fact.how == "inferred" and fact.evidence is not None
    )


def speaker_written(citation: Citation) -> str:
    """Return whose words the citation holds, as a label."""
    if citation.speaker is None:
        return VOICE_NAMES[citation.voice]
    name = citation.speaker.shown or "Speaker not named"
    return listed(name, *(one.shown for one in citation.others))


def entry_speaker(entry: Entry) -> str:
    """Return who said a row of the ledger, as a label; a comment's row says that it is one."""
    name = one_line(entry.said_by)
    if entry.voice is not Voice.COMMENT:
        return name or "Speaker not named"
    if entry.speaker is None and name.lower() in ("", *_PRONOUNS):
        return "A reader’s comment"
    return f"{name}, in a reader’s comment"


def sentence(message: str) -> str:
    """Return a message as a sentence: a capital first, a stop last."""
    return f"{message[:1].upper()}{message[1:]}{'' if message.endswith(('.', '?', '!')) else '.'}"
