"""Interviews and hearings printed as turns: "Lind: How many are left?", paragraph by paragraph."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from ingest.statements.headlines import SECTIONS
from ingest.statements.tokens import Frame

_LONGEST_LABEL = 5
_FEWEST_TURNS = 3
_FEWEST_SPEAKERS = 2
QUESTIONS = frozenset(["Q", "Question"])
ANSWERS = frozenset(["A", "Answer"])
"""Labels that name nobody."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Who takes turns on a page; the labels are those that open its paragraphs."""

    labels: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    """The labels of whoever asks the questions."""
    fuller: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """For initials, and for the A of question and answer, the label that names the person."""


def turns_of(paragraphs: Iterable[Sequence[Frame]]) -> Turns:
    """Return an article's turns; none where too few paragraphs start with a label.

    A label must come back, in full or as initials, and another beside it: "Background: …" once
    is a heading.
    """
    opened = [
        (label, frames)
        for frames in paragraphs
        if (label := label_of(frames)) and label.lower() not in SECTIONS
    ]
    # Nobody speaks of themselves by name: "Company: … Company said …" is a list of facts.
    facts = {label for label, frames in opened if _names(frames, label)}
    opened = [(label, frames) for label, frames in opened if label not in facts]
    counts = Counter(label for label, _ in opened)
    shorts = {_initials(label): label for label in counts if " " in label}
    initials = {label: shorts[label] for label in counts if label in shorts}
    repeated = {label for label, times in counts.items() if times > 1} | {*initials}
    if counts.total() < _FEWEST_TURNS or len(counts) < _FEWEST_SPEAKERS or not repeated:
        return Turns()
    ends = {label.split()[-1].casefold() for label in repeated}
    labels = {label for label in counts if label.split()[-1].casefold() in ends}
    labels |= {*initials.values(), *((QUESTIONS | ANSWERS) & counts.keys())}
    questions = Counter(initials.get(label, label) for label, frames in opened if _asks(frames))
    turns = Counter(initials.get(label, label) for label, _ in opened if label in labels)
    asking = {
        label for label in turns if label in QUESTIONS or 2 * questions[label] >= turns[label]
    }
    answering = [label for label in turns if label not in asking | ANSWERS]
    if not answering and not ANSWERS & labels:
        asking = set()
    asking |= {label for label, full in initials.items() if full in asking}
    if len(answering) == 1:
        initials |= dict.fromkeys(ANSWERS & labels, answering[0])
    return Turns(frozenset(labels), frozenset(asking), MappingProxyType(initials))


def _names(frames: Sequence[Frame], label: str) -> bool:
    """Return whether a labelled paragraph has the label's last word again."""
    word = label.split()[-1]
    return (
        label not in ANSWERS | QUESTIONS
        and sum(token.text == word for frame in frames for token in frame.tokens) > 1
    )


def _initials(label: str) -> str:
    return "".join(word[0] for word in label.split())


def _asks(frames: Sequence[Frame]) -> bool:
    tokens = frames[-1].tokens
    return bool(tokens) and tokens[-1].kind == "stop" and "?" in tokens[-1].text


def label_of(frames: Sequence[Frame]) -> str | None:
    """Return the run of capitalised words before a colon that opens a paragraph of plain words."""
    tokens = frames[0].tokens if frames else ()
    colon = colon_of(frames)
    if colon is None or colon + 1 >= len(tokens):
        return None
    opener = tokens[colon + 1]
    if opener.kind == "quote" or opener.text[0].isdigit():
        return None
    return " ".join(token.text for token in tokens[:colon])


def colon_of(frames: Sequence[Frame]) -> int | None:
    """Return the token of the colon behind a paragraph's first few capitalised words."""
    tokens = frames[0].tokens if frames else ()
    for index, token in enumerate(tokens[: _LONGEST_LABEL + 1]):
        if token.kind == "colon":
            return index or None
        if token.kind != "word" or not token.capital:
            return None
    return None
