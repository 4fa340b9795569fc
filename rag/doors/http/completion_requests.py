"""What OpenAI's clients send to `/v1/chat/completions`, as far as it bears on an answer.

A conversation's last user message is the question, the exchanges before it are the history; system
messages are left out, since nothing here follows instructions. Our filters are taken beside
OpenAI's fields (its client sends them as `extra_body`); fields that steer a model are ignored.
"""

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from rag.doors.http.requests import LONGEST_ANSWER, FilterFields, Text
from rag.values.errors import QuestionRefused
from rag.values.question import Question, Turn

MOST_MESSAGES = 200


class TextPart(BaseModel):
    """A piece of a message; pieces of other types are not read."""

    type: Literal["text"]
    text: Annotated[Text, Field(max_length=LONGEST_ANSWER)]


class Message(BaseModel):
    """One message of the conversation."""

    role: Literal["system", "developer", "user", "assistant"]
    content: Annotated[Text, Field(max_length=LONGEST_ANSWER)] | tuple[TextPart, ...] | None = None

    def text(self) -> str:
        """Return the message's words."""
        if isinstance(self.content, tuple):
            return "\n".join(part.text for part in self.content)
        return self.content or ""


class CompletionRequest(BaseModel):
    """A chat completion asked for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    messages: Annotated[tuple[Message, ...], Field(min_length=1, max_length=MOST_MESSAGES)]
    model: Text = ""
    stream: bool = False
    filters: FilterFields = FilterFields()

    def asked(self) -> Question:
        """Return the question with its history. Raises QuestionRefused when nobody asks."""
        spoken = [one for one in self.messages if one.role in ("user", "assistant")]
        if not spoken or spoken[-1].role != "user":
            raise QuestionRefused("the last message must be the user's question")
        turns: list[Turn] = []
        for asked, answered in pairwise(spoken):
            if asked.role == "user" and answered.role == "assistant":
                turns.append(Turn(asked.text(), answered.text()))
        return Question(spoken[-1].text(), tuple(turns), self.filters.filters())
