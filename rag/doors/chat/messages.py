"""The messages of a conversation as the chat shows them: HTML on one line each, all escaped."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from rag.doors.chat.cards import cards, chip
from rag.doors.chat.places import in_lines
from rag.doors.chat.prose import prose
from rag.doors.flow import flow, left_over, understood_otherwise
from rag.doors.readable import one_line
from rag.values.answer import Abstention, Answer, Citation, Disagreement, Withheld

_ASKED = Markup('<div class="asked" dir="auto">{}</div>')
_NOTICE = Markup('<div class="notice">{}</div>')
_WAITING = Markup('<div class="waiting">{}</div>')
_ANSWER = Markup('<div class="answer">{}</div>')
_PROSE = Markup('<div class="prose" dir="auto">{}</div>')
_EVIDENCE = Markup('<div class="evidence"><h3>{}</h3>{}</div>')
_ABSTENTION = Markup('<div class="abstention"><p>{}</p><p class="covered">{}</p></div>{}')
_UNDERSTOOD = Markup('<p class="understood">Understood as: {}</p>')
_SIDES = Markup('<div class="sides"><h3>{}</h3><ul>{}</ul></div>')
_SIDE = Markup("<li>{}</li>")
_WITHHELD = Markup('<details class="withheld"><summary>{}</summary><ul>{}</ul></details>')
_WITHHELD_ONE = Markup("<li>{}<br><em>{}</em></li>")
_CHECKED = Markup('<p class="checked">{}</p>')
_NOTHING = Markup("")

Chips = Mapping[int, Markup]


def asked_html(question: str) -> str:
    """Return the user's own words."""
    return str(_ASKED.format(in_lines(question)))


def notice_html(message: str) -> str:
    """Return a message from the program."""
    return str(_NOTICE.format(in_lines(message)))


def waiting_html(message: str) -> str:
    """Return a passing state."""
    return str(_WAITING.format(one_line(message)))


def answer_stages(answer: Answer) -> Iterator[str]:
    """Return the answer as it grows: piece by piece in reading order, then whole."""
    chips = {citation.n: chip(citation) for citation in answer.citations}
    grown = _NOTHING
    pieces = list(_pieces(answer, chips))
    for piece in pieces[:-1]:
        grown += piece
        yield str(_ANSWER.format(grown))
    after = (
        _sides(answer.disagreements, chips),
        _abstained(answer.abstention),
        _left_out(answer.withheld),
        _checked(len(answer.citations)),
    )
    yield str(_ANSWER.format(_NOTHING.join((*pieces, *after))))


def growing_html(answer: Answer, message: str) -> str:
    """Return an answer that is still being written, and a word on that."""
    chips = {citation.n: chip(citation) for citation in answer.citations}
    grown = _NOTHING.join(_pieces(answer, chips))
    return str(_ANSWER.format(grown + _WAITING.format(one_line(message))))


def _pieces(answer: Answer, chips: Chips) -> Iterator[Markup]:
    if understood_otherwise(answer):
        yield _UNDERSTOOD.format(one_line(answer.standalone_question))
    for piece in flow(answer):
        if isinstance(piece, Citation):
            yield cards([piece])
        else:
            yield _PROSE.format(prose(piece, chips))
    if rest := left_over(answer):
        yield _EVIDENCE.format("The words this rests on", cards(rest))


def _checked(count: int) -> Markup:
    if not count:
        return _NOTHING
    quotes = "1 quote" if count == 1 else f"All {count} quotes"
    return _CHECKED.format(f"{quotes} compared word for word with the saved pages.")


def _abstained(abstention: Abstention | None) -> Markup:
    if abstention is None:
        return _NOTHING
    nearest = _NOTHING
    if abstention.nearest:
        title = "Nearest words in the archive; they do not answer the question"
        nearest = _EVIDENCE.format(title, cards(abstention.nearest))
    return _ABSTENTION.format(in_lines(abstention.reason), in_lines(abstention.covered), nearest)


def _sides(disagreements: Sequence[Disagreement], chips: Chips) -> Markup:
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
    count = "1 claim withheld" if len(withheld) == 1 else f"{len(withheld)} claims withheld"
    items = (_WITHHELD_ONE.format(in_lines(one.text), in_lines(one.reason)) for one in withheld)
    return _WITHHELD.format(count, _NOTHING.join(items))
