"""Hand-made answers for the tests of the evaluations."""

from dataclasses import replace

from evals.examination.case import Case
from evals.examination.sample import Sample
from ingest import Voice
from rag.values.answer import Abstention, Answer, Citation, CitedArticle, CitedSpeaker

TEXT = (
    "Ferry talks failed.\n"
    '"The pier is not closed," Mara Quill said. "It is open."\n'
    'A reader: "Closed!"'
)
ID = "a1"


def article(file: str = "pier.txt", article_id: str = ID) -> CitedArticle:
    return CitedArticle(
        id=article_id,
        sha256="0" * 64,
        file=file,
        title=None,
        outlet=None,
        byline=None,
        url=None,
        published=None,
        published_how="unknown",
        copies=0,
    )


def cite(
    quote: str,
    *,
    n: int = 1,
    speaker: str | None = "Mara Quill",
    voice: Voice = Voice.NARRATION,
    file: str = "pier.txt",
) -> Citation:
    start = TEXT.find(quote)
    return Citation(
        n=n,
        quote=quote,
        start=start,
        end=start + len(quote),
        voice=voice,
        kind="direct",
        speaker=CitedSpeaker(name=speaker, as_written="", how="stated") if speaker else None,
        said_on=None,
        said_on_how="unknown",
        occasion=None,
        article=article(file),
    )


def answered(*citations: Citation, text: str | None = None) -> Answer:
    marked = " ".join(f"{c.quote} [{c.n}]" for c in citations)
    return Answer(
        question="q",
        standalone_question="q",
        status="answered",
        mode="extractive",
        text=marked if text is None else text,
        citations=citations,
    )


def abstaining(*nearest: Citation, text: str = "Nothing on that.") -> Answer:
    return replace(
        answered(text=text),
        status="abstained",
        abstention=Abstention(reason="nothing", covered="1 article", nearest=nearest),
    )


CASE = Case(
    id="pier",
    kind="who-said",
    question="what did Quill say about the pier",
    quotes=("The pier is not closed",),
    speaker="Mara Quill",
    document="pier.txt",
    forbidden=("A reader",),
    told=("Mara Quill said",),
    max_citations=2,
)
GOOD = answered(cite('"The pier is not closed," Mara Quill said. "It is open."'))
UNANSWERABLE = Case(
    id="tide",
    kind="abstain",
    question="what did Quill say about tides",
    forbidden=("Ferry",),
    max_citations=0,
    abstain=True,
)


def sample(answer: Answer = GOOD, case: Case = CASE) -> Sample:
    return Sample(case=case, answer=answer, texts={ID: TEXT})
