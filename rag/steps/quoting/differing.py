"""What differs between a draft's words and a source's, the gravest first."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rag.steps.turning_words import DENYING, NEGATIVES, REFUSING
from rag.steps.words import FUNCTION_WORDS, word_list
from rag.values.check import Change, ChangeKind, Piece

_WORD = re.compile(r"[^\s\w]*[\w'’-]+(?:[.,:/]\d+)*[^\s\w]*|\S+")
_BARE = re.compile(r"^[^\w$€£¥%+-]+|[^\w%]+$")
_MARKS = "'\""
_GRAVITY: tuple[ChangeKind, ...] = ("number", "negation", "lookalike", "name", "words")
_NUMBER_WORDS = word_list(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
    eighty ninety hundred hundreds thousand thousands million millions billion billions
    trillion half quarter third dozen dozens twice first second"""
)
_NEGATIONS = NEGATIVES | DENYING | REFUSING


@dataclass(frozen=True, slots=True)
class Word:
    """A word of folded text, its punctuation included in the range but not in the comparison."""

    start: int
    end: int
    bare: str


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of folded text in order."""
    found = ((match, _BARE.sub("", match.group())) for match in _WORD.finditer(text))
    return tuple(Word(match.start(), match.end(), bare) for match, bare in found if bare)


def matched(draft: Sequence[Word], source: Sequence[Word]) -> SequenceMatcher[str]:
    """Return the word-by-word comparison, case left out, of a draft's words with a source's."""
    return SequenceMatcher(
        None,
        [word.bare.casefold() for word in source],
        [word.bare.casefold() for word in draft],
        autojunk=False,
    )


def diff(draft: str, source: str) -> tuple[Piece, ...]:
    """Return draft and source side by side as runs of words that are the same or not."""
    left, right = words_of(draft), words_of(source)
    runs: list[Piece] = []
    for tag, i, j, m, n in matched(left, right).get_opcodes():
        theirs, ours = _run(source, right[i:j]), _run(draft, left[m:n])
        runs.append(Piece(theirs, theirs) if tag == "equal" else Piece(ours, theirs))
    return tuple(runs)


def changes(runs: Sequence[Piece]) -> tuple[Change, ...]:
    """Return the differences among the runs of a diff, the gravest kinds first."""
    found = [Change(_kind(run), run.draft, run.source) for run in runs if not run.same]
    return tuple(sorted(found, key=lambda change: _GRAVITY.index(change.kind)))


def _run(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end].strip(_MARKS) if words else ""


def _kind(run: Piece) -> ChangeKind:
    ours, theirs = (_bare_words(side) for side in (run.draft, run.source))
    if _numbers(ours) != _numbers(theirs):
        return "number"
    if _negations(ours) != _negations(theirs):
        return "negation"
    if any(_mixed(word) for word in ours) and not any(_mixed(word) for word in theirs):
        return "lookalike"
    if any(_is_name(word) for word in (*ours, *theirs)):
        return "name"
    return "words"


def _bare_words(text: str) -> list[str]:
    return [word.bare for word in words_of(text)]


def _numbers(words: Sequence[str]) -> list[str]:
    return [
        word.lower()
        for word in words
        if any(char.isdigit() for char in word) or word.lower() in _NUMBER_WORDS
    ]


def _negations(words: Sequence[str]) -> list[str]:
    lowered = (word.lower() for word in words)
    return [word for word in lowered if word in _NEGATIONS or word.endswith(("n't", "n’t"))]


def _mixed(word: str) -> bool:
    """Return whether letters of two alphabets stand in one word."""
    alphabets = {unicodedata.name(char, "?").split()[0] for char in word if char.isalpha()}
    return len(alphabets) > 1


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word.casefold() not in FUNCTION_WORDS
