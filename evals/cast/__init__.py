"""Follow-up questions of TREC CAsT 2019, made to stand alone by our rules.

Source: J. Dalton, C. Xiong, J. Callan, TREC CAsT 2019: The Conversational Assistance Track
Overview, TREC 2019.
"""

import csv
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.cast.rewriting import Rewrite, rewriting_figures
from evals.examination.case import SuiteInvalid
from evals.provenance import files_digest, onrecord_version
from evals.report import Outcome, Report
from rag.values.question import Question, Turn

TOPICS = "evaluation_topics_v1.0.json"
RESOLVED = "evaluation_topics_annotated_resolved_v1.0.tsv"
WANTED_F1 = 0.5

Rewriter = Callable[[Question], str]


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of a conversation, with what was asked before it."""

    id: str
    text: str
    before: tuple[str, ...]
    resolved: str
    """As a person rewrote it to stand alone."""

    @property
    def question(self) -> Question:
        """The turn as OnRecord is asked it; there are no answers in this collection."""
        return Question(self.text, tuple(Turn(text, "") for text in self.before))


def run(folder: Path) -> Report:
    """Measure on the CAsT files in `folder`."""
    from rag.steps.question.standalone import standalone

    started = time.perf_counter()
    turns = read_turns(folder)
    ours = _rewrites(turns, standalone)
    pasted = _rewrites(turns, lambda q: " ".join([*(t.question for t in q.history), q.text]))
    return Report(
        suite="cast",
        digest=files_digest((folder / TOPICS, folder / RESOLVED)),
        version=onrecord_version(),
        figures=(
            *rewriting_figures("rules", ours, floor=WANTED_F1),
            *rewriting_figures("whole history pasted", pasted),
        ),
        outcomes=tuple(_outcome(turn, one) for turn, one in zip(turns, ours, strict=True)),
        seconds=time.perf_counter() - started,
    )


def read_turns(folder: Path) -> tuple[Said, ...]:
    """Return every turn of every conversation that a person has rewritten.

    Raises:
        SuiteInvalid: the folder lacks one of the two files.

    """
    for name in (TOPICS, RESOLVED):
        if not (folder / name).is_file():
            raise SuiteInvalid(f"{folder} lacks {name} of TREC CAsT 2019.")
    with (folder / RESOLVED).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        resolved = {row[0]: row[1] for row in rows if len(row) == 2}
    topics = json.loads((folder / TOPICS).read_text(encoding="utf-8"))
    return tuple(turn for topic in topics for turn in _turns(topic, resolved))


def _turns(topic: dict[str, Any], resolved: dict[str, str]) -> Iterator[Said]:
    before: list[str] = []
    for turn in topic["turn"]:
        key, text = f"{topic['number']}_{turn['number']}", turn["raw_utterance"].strip()
        if key in resolved:
            yield Said(key, text, tuple(before), resolved[key].strip())
        before.append(text)


def _rewrites(turns: tuple[Said, ...], rewrite: Rewriter) -> list[Rewrite]:
    return [Rewrite(turn.text, turn.resolved, rewrite(turn.question)) for turn in turns]


def _outcome(turn: Said, rewrite: Rewrite) -> Outcome:
    missing, extra = rewrite.needed - rewrite.added, rewrite.added - rewrite.needed
    reason = f"{turn.text} -> {rewrite.ours}; missing {sorted(missing)}, extra {sorted(extra)}"
    wrong = bool(missing or extra)
    return Outcome(
        id=turn.id, kind="follow-up", passed=not wrong, reasons=(reason,) if wrong else ()
    )
