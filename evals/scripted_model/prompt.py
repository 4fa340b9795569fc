"""The numbered evidence and the question, read back out of a prompt as a model sees it."""

import re
from dataclasses import dataclass

from evals.scripted_model.reply import Asked

_BLOCK = re.compile(r"^\[(\d+)\] \((.*)\)$", re.MULTILINE)
_QUESTION = re.compile(r"^Question: (.*)\Z", re.MULTILINE | re.DOTALL)
_OUTLET = re.compile(r"\boutlet: ([^;]+)")
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One numbered block: what is told about its words, and the words."""

    number: int
    about: str
    text: str

    @property
    def outlet(self) -> str | None:
        """The outlet told about it."""
        found = _OUTLET.search(self.about)
        return found[1].strip() if found else None

    @property
    def date(self) -> str | None:
        """The first date told about it, as YYYY-MM-DD."""
        found = _DATE.search(self.about)
        return found.group() if found else None


def read_evidence(asked: Asked) -> tuple[Evidence, ...]:
    """Return the blocks between the user message's fences, in order."""
    told = _fenced(asked.said_by("user").strip())
    starts = list(_BLOCK.finditer(told))
    ends = [*(match.start() for match in starts[1:]), len(told)]
    return tuple(
        Evidence(int(match[1]), match[2], told[match.end() : end].strip())
        for match, end in zip(starts, ends, strict=True)
    )


def question_of(asked: Asked) -> str:
    """Return the question that stands at the end of the user's message."""
    found = _QUESTION.search(asked.said_by("user").strip())
    return found[1].strip() if found else ""


def fence_of(asked: Asked) -> str:
    """Return the line that the evidence stands between."""
    return asked.said_by("user").strip().split("\n", 1)[0]


def _fenced(message: str) -> str:
    fence, _, rest = message.partition("\n")
    return rest.split(f"\n{fence}\n", 1)[0] if fence else rest
