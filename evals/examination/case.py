"""One question with what its answer must and must not hold, and the file that such lines fill."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from ingest import Voice
from rag.values.errors import OnRecordError

Kind = Literal[
    "who-said",
    "reported",
    "did-say",
    "timeline",
    "compare",
    "list",
    "fact",
    "comments",
    "robust",
    "follow-up",
    "ask-back",
    "abstain",
]
Text = Annotated[str, Field(min_length=1)]
STRICT = ConfigDict(extra="forbid", strict=True)


class SuiteInvalid(OnRecordError):
    """A suite's file cannot be read or a line of it is not a case."""

    exit_code = 2


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Exchange:
    """One earlier turn of the conversation that the question continues."""

    question: Text
    answer: str


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Case:
    """One line of a suite."""

    id: Text
    kind: Kind
    question: str
    quotes: tuple[Text, ...] = ()
    """Each must occur in the quote of some citation."""
    speaker: str | None = None
    """Full name that the citations holding the first quote must bear; none: not checked."""
    document: str | None = None
    """File name of the capture that the citations holding the quotes must come from."""
    voice: Annotated[Voice, Field(strict=False)] | None = None
    """Every citation must have it; none means neither comment nor furniture."""
    forbidden: tuple[Text, ...] = ()
    """Strings that may occur neither in the answer nor in its quotes."""
    told: tuple[Text, ...] = ()
    """Strings that the answer's own text must hold: a verdict, a heading, a question back."""
    max_citations: Annotated[int, Field(ge=0)]
    abstain: bool = False
    """Whether the right answer is that the archive does not say."""
    history: tuple[Exchange, ...] = ()

    def __post_init__(self) -> None:
        if self.abstain and self.quotes:
            raise ValueError("a case with abstain: true has no quotes")


def read_cases(path: Path) -> tuple[Case, ...]:
    """Return the cases of a JSON Lines file in its order; blank lines are skipped.

    Raises:
        SuiteInvalid: the file cannot be read, holds no case, or a line is not a case; the message
            names file and line.

    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        told = error.strerror or str(error)
        raise SuiteInvalid(f"The suite {path} cannot be read: {told}.") from error
    except UnicodeDecodeError as error:
        raise SuiteInvalid(f"The suite {path} cannot be read: it is not UTF-8.") from error
    cases = tuple(_cases(path, text))
    if not cases:
        raise SuiteInvalid(f"The suite {path} holds no question. Write one JSON object a line.")
    return cases


def _cases(path: Path, text: str) -> Iterator[Case]:
    case = TypeAdapter(Case)
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            read = case.validate_json(line)
        except ValidationError as error:
            raise SuiteInvalid(f"{path}:{number}: {_first_complaint(error)}") from error
        if read.id in seen:
            raise SuiteInvalid(f"{path}:{number}: id {read.id!r} stands in line {seen[read.id]}.")
        seen[read.id] = number
        yield read


def _first_complaint(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]
