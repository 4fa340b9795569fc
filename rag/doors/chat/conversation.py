"""One question of a conversation on the chat page, from the click to the last state shown."""

from collections.abc import Callable, Iterator
from typing import Any

from ingest import Voice
from rag.doors.any_archive import AnyArchive
from rag.doors.chat.messages import (
    answer_stages,
    asked_html,
    growing_html,
    notice_html,
    waiting_html,
)
from rag.doors.dates import first_day, last_day
from rag.doors.failures import excuse
from rag.values.question import Filters, Question, Turn

LONGEST_MEMORY = 20
"""Earlier turns that go with a question."""

Messages = list[dict[str, Any]]
Turns = list[tuple[str, str]]
State = tuple[str, Messages, Turns]
"""What stands in the question field, what the page shows, what is remembered."""

NOTHING_ASKED = "Write a question first: who said what about what?"
SEARCHING = "Searching the archive …"
WRITING = "The language model is still writing; what passes its check is shown."


def conversation(archive: AnyArchive) -> Callable[..., Iterator[State]]:
    """Return the function that answers one question, yielding each state of the page."""

    def answering(
        text: str, messages: Messages, turns: Turns, *fields: str | None
    ) -> Iterator[State]:
        asked = (text or "").strip()
        turns = turns if messages else []  # what was cleared from the page is forgotten
        if not asked:
            yield "", [*messages, _reply(notice_html(NOTHING_ASKED))], turns
            return
        shown = [*messages, {"role": "user", "content": asked_html(asked)}]
        yield "", [*shown, _reply(waiting_html(SEARCHING))], turns
        try:
            question = Question(asked, _history(turns), read_filters(*fields))
            grown = archive.ask_in_stages(question)
            answer = next(grown)
            growing = False
            for later in grown:
                growing = True
                yield "", [*shown, _reply(growing_html(answer, WRITING))], turns
                answer = later
        except Exception as error:  # the page must say something, whatever went wrong
            yield "", [*shown, _reply(notice_html(excuse(error)))], turns
            return
        remembered = [*turns, (asked, answer.text)][-LONGEST_MEMORY:]
        stages = list(answer_stages(answer))
        for stage in stages[:-1] if not growing else ():
            yield "", [*shown, _reply(stage)], turns
        yield "", [*shown, _reply(stages[-1], answer.related_questions)], remembered

    return answering


def read_filters(*fields: str | None) -> Filters:
    """Return the filters that the page's five fields say: speaker, outlet, since, until, voice.

    Raises SettingInvalid for a bad date.
    """
    speaker, outlet, since, until, voice = ((field or "").strip() for field in fields)
    return Filters(
        speaker=speaker or None,
        outlet=outlet or None,
        since=first_day(since) if since else None,
        until=last_day(until) if until else None,
        voice=Voice(voice) if voice else None,
    )


def _history(turns: Turns) -> tuple[Turn, ...]:
    return tuple(Turn(question, answer) for question, answer in turns[-LONGEST_MEMORY:])


def _reply(html: str, related: tuple[str, ...] = ()) -> dict[str, Any]:
    reply: dict[str, Any] = {"role": "assistant", "content": html}
    if related:
        reply["options"] = [{"value": question} for question in related]
    return reply
