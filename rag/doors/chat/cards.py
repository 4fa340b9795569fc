"""An answer as the chat shows it: prose with citation chips, then a card for each citation.

The chat component takes Markdown, in which one line of block HTML is left as it is; so everything
here is HTML on one line. It is made with `Markup.format`, which escapes what it is given.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from rag.doors.chat.prose import prose
from rag.doors.readable import one_line, readable
from rag.doors.wording import (
    KIND_NAMES,
    SPEAKER_KNOWN,
    VOICE_NAMES,
    day_written,
    speaker_written,
)
from rag.values.answer import Abstention, Answer, Citation, Disagreement, Withheld

_ASKED = Markup('<div class="asked" dir="auto">{}</div>')
_NOTICE = Markup('<div class="notice">{}</div>')
_WAITING = Markup('<div class="waiting">{}</div>')
_ANSWER = Markup('<div class="answer"><div class="prose" dir="auto">{}</div>{}</div>')
_CHIP = Markup('<a class="cite" href="{}" target="_blank" title="{}">{}</a>')
_EVIDENCE = Markup('<div class="evidence"><h3>{}</h3><ol class="cards">{}</ol></div>')
_CARD = Markup(
    '<li class="card {}"><div class="who"><a class="cite" href="{}" target="_blank"'
    ' title="Open the page at these words">{}</a>'
    '<strong>{}</strong><span class="how">{}</span></div>'
    '<blockquote dir="auto">{}</blockquote>'
    '<div class="where"><span class="outlet">{}</span><span class="day">{}</span>'
    '<span class="title">{}</span><span class="file">{}</span>{}</div>'
    '<a class="open" href="{}" target="_blank">Show in the saved page</a></li>'
)
_COPIES = Markup('<span class="copies">{}</span>')
_NEAREST = Markup('<div class="abstention"><p>{}</p><p class="covered">{}</p>{}</div>')
_SIDES = Markup('<div class="sides"><h3>{}</h3><ul>{}</ul></div>')
_SIDE = Markup("<li>{}</li>")
_WITHHELD = Markup('<details class="withheld"><summary>{}</summary><ul>{}</ul></details>')
_WITHHELD_ONE = Markup("<li>{}<br><em>{}</em></li>")
_NOTHING = Markup("")
_BREAK = Markup("<br>")


def asked_html(question: str) -> str:
    """Return the user's own words for the chat."""
    return _ASKED.format(_lines(question))


def notice_html(message: str) -> str:
    """Return a message from the program for the chat."""
    return _NOTICE.format(_lines(message))


def waiting_html(message: str) -> str:
    """Return a passing state for the chat."""
    return _WAITING.format(one_line(message))


def answer_stages(answer: Answer) -> Iterator[str]:
    """Return the answer as it grows: paragraph by paragraph, then whole, with its evidence."""
    chips = {citation.n: _chip(citation) for citation in answer.citations}
    blocks = answer.text.split("\n\n")
    for shown in range(1, len(blocks)):
        yield _ANSWER.format(prose("\n\n".join(blocks[:shown]), chips), _NOTHING)
    yield answer_html(answer)


def answer_html(answer: Answer) -> str:
    """Return the whole answer for the chat."""
    chips = {citation.n: _chip(citation) for citation in answer.citations}
    after = [
        _sides(answer.disagreements, chips),
        _evidence("Checked word for word", answer.citations),
        _abstained(answer.abstention),
        _left_out(answer.withheld),
    ]
    return _ANSWER.format(prose(answer.text, chips), _NOTHING.join(after))


def page_address(citation: Citation) -> str:
    """Return the address on this server that shows the cited words in their page."""
    place = urlencode({"start": citation.start, "end": citation.end})
    return f"/articles/{citation.article.id}?{place}#quote"


def _chip(citation: Citation) -> Markup:
    said = f"{speaker_written(citation)}: {citation.quote}"
    return _CHIP.format(page_address(citation), one_line(said)[:300], citation.n)


def _evidence(title: str, citations: Sequence[Citation]) -> Markup:
    if not citations:
        return _NOTHING
    return _EVIDENCE.format(title, _NOTHING.join(_card(citation) for citation in citations))


def _card(citation: Citation) -> Markup:
    article = citation.article
    address = page_address(citation)
    copies = f"also in {article.copies} other pages" if article.copies else ""
    return _CARD.format(
        citation.voice.value,
        address,
        citation.n,
        one_line(speaker_written(citation)),
        _how(citation),
        _lines(citation.quote),
        one_line(article.outlet or "Outlet unknown"),
        _when(citation),
        one_line(article.title or "Untitled page"),
        one_line(article.file),
        _COPIES.format(copies) if copies else _NOTHING,
        address,
    )


def _how(citation: Citation) -> str:
    parts = []
    if citation.kind is not None:
        parts.append(KIND_NAMES[citation.kind])
    if citation.speaker is not None:
        parts.append(SPEAKER_KNOWN[citation.speaker.how])
    if citation.kind is None or citation.voice.value == "comment":
        parts.append(VOICE_NAMES[citation.voice])
    return " · ".join(dict.fromkeys(parts))


def _when(citation: Citation) -> str:
    published = day_written(citation.article.published, citation.article.published_how)
    if citation.said_on is None:
        return published
    return f"said {day_written(citation.said_on, citation.said_on_how)}, published {published}"


def _abstained(abstention: Abstention | None) -> Markup:
    if abstention is None:
        return _NOTHING
    nearest = _evidence("Nearest evidence; it does not answer the question", abstention.nearest)
    return _NEAREST.format(_lines(abstention.reason), _lines(abstention.covered), nearest)


def _sides(disagreements: Sequence[Disagreement], chips: dict[int, Markup]) -> Markup:
    shown = []
    for one in disagreements:
        sides = []
        for side in one.sides:
            marks = "".join(f" [{n}]" for n in side.citations)
            sides.append(_SIDE.format(prose(side.text + marks, chips)))
        title = f"The sources differ on {one_line(one.about)}"
        shown.append(_SIDES.format(title, _NOTHING.join(sides)))
    return _NOTHING.join(shown)


def _left_out(withheld: Sequence[Withheld]) -> Markup:
    if not withheld:
        return _NOTHING
    count = f"{len(withheld)} left out because a check failed"
    items = (_WITHHELD_ONE.format(_lines(one.text), _lines(one.reason)) for one in withheld)
    return _WITHHELD.format(count, _NOTHING.join(items))


def _lines(text: str) -> Markup:
    return _BREAK.join(line for line in readable(text).splitlines() if line.strip())
