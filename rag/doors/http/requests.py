"""What may be sent to the HTTP door: the request half of the contract, with its limits."""

import datetime as dt
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from ingest import Voice
from rag.doors.dates import first_day, last_day
from rag.values.errors import SettingInvalid
from rag.values.question import LONGEST_QUESTION, Filters, Question, Turn

LONGEST_HISTORY = 50
"""Earlier turns; a conversation's start no longer bears on its hundredth question."""
LONGEST_ANSWER = 50_000
LONGEST_NAME = 300


def _day(read: Callable[[str], dt.date]) -> Callable[[object], dt.date]:
    def reading(written: object) -> dt.date:
        if not isinstance(written, str):
            raise ValueError("a date is written as 2023, 2023-01 or 2023-01-10")
        try:
            return read(written)
        except SettingInvalid as error:
            raise ValueError(str(error)) from None

    return reading


def _encodable(text: str) -> str:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("the text holds half of a surrogate pair, which is not Unicode")
    return text


def blank_is_unset(value: object) -> object:
    """Return None for a text without words: how a form sends a field left empty."""
    return None if isinstance(value, str) and not value.strip() else value


Text = Annotated[str, AfterValidator(_encodable)]
Name = Annotated[Text, Field(max_length=LONGEST_NAME)]
FirstDay = Annotated[
    dt.date, BeforeValidator(_day(first_day), json_schema_input_type=str), Field(examples=["2023"])
]
LastDay = Annotated[
    dt.date,
    BeforeValidator(_day(last_day), json_schema_input_type=str),
    Field(examples=["2023-01-10"]),
]


class Strict(BaseModel):
    """A request that may hold nothing but its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FilterFields(Strict):
    """Limits on what an answer may be made of; an unset field limits nothing."""

    speaker: Annotated[Name | None, BeforeValidator(blank_is_unset)] = None
    outlet: Annotated[Name | None, BeforeValidator(blank_is_unset)] = None
    since: Annotated[FirstDay | None, BeforeValidator(blank_is_unset)] = None
    until: Annotated[LastDay | None, BeforeValidator(blank_is_unset)] = None
    voice: Annotated[Voice | None, BeforeValidator(blank_is_unset)] = None
    as_of: Annotated[LastDay | None, BeforeValidator(blank_is_unset)] = None

    def filters(self) -> Filters:
        """Return the value that the archive works with."""
        return Filters(
            speaker=self.speaker,
            outlet=self.outlet,
            since=self.since,
            until=self.until,
            voice=self.voice,
            as_of=self.as_of,
        )


class SearchFields(FilterFields):
    """The parameters of a search."""

    q: Annotated[Text, Field(min_length=1, max_length=LONGEST_QUESTION)]
    limit: Annotated[int, Field(ge=1, le=100)] = 10


class PageFields(Strict):
    """Which part of a list."""

    limit: Annotated[int, Field(ge=1, le=1000)] = 100
    offset: Annotated[int, Field(ge=0, le=10_000_000)] = 0


class EarlierTurn(Strict):
    """One exchange before the question."""

    question: Annotated[Text, Field(max_length=LONGEST_QUESTION)]
    answer: Annotated[Text, Field(max_length=LONGEST_ANSWER)]


class AskRequest(Strict):
    """A question with what it may depend on."""

    question: Annotated[Text, Field(min_length=1, max_length=LONGEST_QUESTION)]
    history: Annotated[tuple[EarlierTurn, ...], Field(max_length=LONGEST_HISTORY)] = ()
    filters: FilterFields = FilterFields()
    stream: bool = False

    def asked(self) -> Question:
        """Return the value that the archive answers."""
        turns = tuple(Turn(turn.question, turn.answer) for turn in self.history)
        return Question(self.question, turns, self.filters.filters())
