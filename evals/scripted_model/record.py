"""Who truly said what, for a double that has to tell the truth or to know how it lies."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that stand in a page between quotation marks, and who said them."""

    words: str
    speaker: str


class Record:
    """Every known statement, looked up by the text that it stands in."""

    def __init__(self, spoken: Iterable[Spoken] = ()) -> None:
        self.spoken = tuple(dict.fromkeys(spoken))

    @property
    def names(self) -> tuple[str, ...]:
        """Every speaker's name, once."""
        return tuple(dict.fromkeys(one.speaker for one in self.spoken))

    @property
    def words(self) -> tuple[str, ...]:
        """Everything said, in order."""
        return tuple(one.words for one in self.spoken)

    def within(self, text: str) -> tuple[Spoken, ...]:
        """Return the statements whose words stand in the text as they are."""
        return tuple(one for one in self.spoken if one.words in text)
