"""Whether an archive of quiz articles truly answers a question, as somebody judged who read them.

That an article bears the words of an answer says little where the answer is short: "60%" stands in
articles about anything. The judging was done without sight of what any search or answer returned.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from evals.examination.case import SuiteInvalid

Verdict = Literal["answered", "elsewhere", "mislabelled", "chance"]
"""An article found for the question and bearing the answer's words tells the answer; only an
article found for another question does; the articles tell another answer than the quiz; or the
words stand there by chance, and no article tells the answer."""

JUDGED = Path(__file__).parents[1] / "questions" / "quiz_judged.jsonl"
"""All questions of RealTimeQA 2022 whose own articles bear the answer's words."""


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid", strict=True))
class Judged:
    """One line of the file."""

    id: str
    verdict: Verdict


def read_judged(path: Path = JUDGED) -> Mapping[str, Verdict]:
    """Return the verdicts by question id.

    Raises:
        SuiteInvalid: a line is not a verdict, or a question stands there twice.

    """
    line = TypeAdapter(Judged)
    verdicts: dict[str, Verdict] = {}
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            one = line.validate_json(text)
        except ValidationError as error:
            raise SuiteInvalid(f"{path}:{number}: {error.errors()[0]['msg']}") from error
        if one.id in verdicts:
            raise SuiteInvalid(f"{path}:{number}: {one.id} is judged twice.")
        verdicts[one.id] = one.verdict
    return verdicts
