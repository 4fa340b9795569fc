"""Kept claims put together into an answer, as they come; the markers and citations are ours."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest import Span
from prompts import load
from rag.steps.answering.compose import differing, quoted_by_article
from rag.steps.answering.disagree import disagreements
from rag.steps.answering.markdown import escaped
from rag.steps.claiming.asking import prompt_digest
from rag.steps.claiming.holding import Kept, Rest
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed
from rag.values.answer import Answer, Citation, Status, Withheld, Wording

Cite = Callable[[Proposed, int], Citation | Withheld]
"""Returns the citation of these words under this number; `rag.steps.verify` makes it."""


class Assembly:
    """An answer that grows claim by claim. What it once showed, it shows to the end."""

    def __init__(self, understood: Understood, model: str, make: Cite) -> None:
        self._understood = understood
        self._model = model
        self._make = make
        self._lines: list[str] = []
        self._cited: dict[tuple[str, Span], Citation] = {}
        self._withheld: list[Withheld] = []

    @property
    def kept(self) -> int:
        """How many claims are shown."""
        return len(self._lines)

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """What is not shown, and why."""
        return tuple(self._withheld)

    def add(self, claim: Kept | Withheld, written: str) -> bool:
        """Take in a checked claim, `written` as the model wrote it; return whether it is shown."""
        if isinstance(claim, Withheld):
            self._withheld.append(claim)
            return False
        line = self._line(claim)
        if isinstance(line, Withheld):
            self._withheld.append(Withheld(written, line.reason, line.kind))
            return False
        if line not in self._lines:
            self._lines.append(line)
        return True

    def so_far(self) -> Answer:
        """Return the answer as far as it goes."""
        return self._answer("\n\n".join(self._lines), "partial")

    def whole(self, cut: str, extractive: Answer) -> Answer:
        """Return the finished answer; `cut` says what ended it early.

        Where most of the claims are withheld, the words of the `extractive` answer stand below.
        """
        below = self._below(extractive) if len(self._withheld) > self.kept else []
        citations = tuple(self._cited.values())
        sides = disagreements(self._understood, citations)
        notes = [*differing(sides), load("generated").fill(model=escaped(self._model))]
        if self._withheld:
            notes.append(withheld_note(len(self._withheld)))
        if cut:
            notes.append(load("claims_cut").fill(what=escaped(cut)))
        answer = self._answer(
            "\n\n".join([*self._lines, *notes, *below]),
            "partial" if cut or self._withheld else "answered",
        )
        return replace(answer, disagreements=sides, related_questions=extractive.related_questions)

    def _answer(self, text: str, status: Status) -> Answer:
        return Answer(
            question=self._understood.question.text,
            standalone_question=self._understood.text,
            status=status,
            mode="generative",
            text=text,
            citations=tuple(self._cited.values()),
            withheld=self.withheld,
            wording=Wording(self._model, prompt_digest()),
        )

    def _below(self, extractive: Answer) -> list[str]:
        """Return the archive's own words under a heading of their own, without those shown."""
        more: list[Citation] = []
        for one in extractive.citations:
            key = (one.article.id, Span(one.start, one.end))
            if key not in self._cited:
                self._cited[key] = replace(one, n=len(self._cited) + 1)
                more.append(self._cited[key])
        return (
            [load("own_words").fill(), *quoted_by_article(self._understood, more)] if more else []
        )

    def _line(self, claim: Kept) -> str | Withheld:
        numbers: list[int] = []
        new: dict[tuple[str, Span], Citation] = {}
        for rest in claim.rests:
            key = (rest.evidence.page.article.id, rest.span)
            found = (
                self._cited.get(key)
                or new.get(key)
                or self._citation(rest, len(new.keys() - self._cited.keys()))
            )
            if isinstance(found, Withheld):
                return found
            new[key] = found
            numbers.append(found.n)
        self._cited.update(new)
        return _worded(claim, numbers)

    def _citation(self, rest: Rest, more: int) -> Citation | Withheld:
        article = rest.evidence.page.article
        words = Proposed(
            article_id=article.id,
            span=rest.span,
            quote=rest.span.of(article.text),
            statement=rest.statement,
        )
        return self._make(words, len(self._cited) + more + 1)


def withheld_note(count: int) -> str:
    """Return one sentence on how many claims are not shown."""
    if count == 1:
        return load("claims_withheld_one").fill()
    return load("claims_withheld").fill(count=str(count))


def _worded(claim: Kept, numbers: Sequence[int]) -> str:
    """Return the claim as Markdown that shows its words and nothing else, with its markers."""
    words = "".join(f"“{one.text}”" if one.quoted else one.text for one in claim.stretches)
    shown, markers = escaped(_ended(words)), " ".join(_markers(numbers))
    if claim.readers:
        return load("claim_readers").fill(claim=shown, markers=markers)
    if claim.speaker:
        speaker = escaped(claim.speaker)
        return load("claim_said").fill(claim=escaped(words), speaker=speaker, markers=markers)
    return load("claim").fill(claim=shown, markers=markers)


def _ended(words: str) -> str:
    """Return the words with a full stop, which a quote's last sign may have taken away."""
    return words if words.rstrip("”’\"' ").endswith((".", "!", "?", "…")) else f"{words.rstrip()}."


def _markers(numbers: Sequence[int]) -> list[str]:
    return [f"[{n}]" for n in dict.fromkeys(numbers)]
