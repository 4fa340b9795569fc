"""The scorers: each a small function from a sample to a score with its reason."""

import re
from collections.abc import Callable, Iterable

from evals.examination.sample import Sample
from evals.folding import holds
from evals.report import Score
from ingest import ARTICLE_VOICES, Voice
from rag.values.answer import Citation

Scorer = Callable[[Sample], Score]

MARKER = re.compile(r"(?<!\\)\[(\d+)\]")


def _verdict(name: str, complaints: Iterable[str]) -> Score:
    reason = "; ".join(complaints)
    return Score(name=name, value=0.0 if reason else 1.0, reason=reason)


def _unscored(name: str) -> Score:
    return Score(name=name, value=None)


def _speaker(citation: Citation) -> str | None:
    return citation.speaker.name if citation.speaker else None


def _short(citation: Citation) -> str:
    quote = citation.quote if len(citation.quote) <= 60 else citation.quote[:57] + "..."
    return f"[{citation.n}] {quote!r}"


def abstained(sample: Sample) -> Score:
    """Judge whether the answer abstains exactly when it should, and then cites nothing."""
    answer, wanted = sample.answer, sample.case.abstain
    if (answer.status == "abstained") != wanted:
        told = f"{answer.status}: {answer.text[:120]!r}"
        return _verdict("abstain", [f"should {'' if wanted else 'not '}abstain, but {told}"])
    cited = wanted and answer.citations
    return _verdict("abstain", ["abstains and cites all the same"] if cited else [])


def quotes_found(sample: Sample) -> Score:
    """Give the share of the gold quotes that stand in some citation's quote."""
    wanted = sample.case.quotes
    if not wanted:
        return _unscored("quotes")
    missing = [quote for quote in wanted if not sample.holding(quote)]
    reason = "; ".join(f"not quoted: {quote!r}" for quote in missing)
    return Score(name="quotes", value=1 - len(missing) / len(wanted), reason=reason)


def speaker_right(sample: Sample) -> Score:
    """Judge whether every citation that holds the first quote names the right speaker."""
    case = sample.case
    holding = sample.holding(case.quotes[0]) if case.quotes else ()
    if case.speaker is None or not holding:
        return _unscored("speaker")
    wrong = (c for c in holding if _speaker(c) != case.speaker)
    return _verdict("speaker", (f"{_short(c)} is {_speaker(c)!r}" for c in wrong))


def nobody_else(sample: Sample) -> Score:
    """Judge whether no citation of a who-said answer bears another speaker."""
    case = sample.case
    if case.kind != "who-said" or case.speaker is None:
        return _unscored("only-speaker")
    others = (c for c in sample.answer.citations if _speaker(c) not in (None, case.speaker))
    return _verdict("only-speaker", (f"{_short(c)} is {_speaker(c)!r}" for c in others))


def document_right(sample: Sample) -> Score:
    """Judge whether every citation that holds a gold quote comes from the right capture."""
    document = sample.case.document
    holding = {c.n: c for quote in sample.case.quotes for c in sample.holding(quote)}
    if document is None or not holding:
        return _unscored("document")
    strays = (c for c in holding.values() if c.article.file != document)
    return _verdict("document", (f"{_short(c)} is from {c.article.file}" for c in strays))


def voice_right(sample: Sample) -> Score:
    """Judge every citation's voice, and that no nearest evidence is furniture."""
    voice, shown = sample.case.voice, sample.shown
    if not shown:
        return _unscored("voice")
    cited = sample.answer.citations
    wrong = [c for c in cited if not (c.voice == voice if voice else c.voice in ARTICLE_VOICES)]
    wrong += [c for c in shown[len(cited) :] if c.voice is Voice.FURNITURE]
    return _verdict("voice", (f"{_short(c)} is {c.voice.value}" for c in wrong))


def nothing_forbidden(sample: Sample) -> Score:
    """Judge that no forbidden string is shown.

    An abstention may repeat the question's words in its own text; its nearest evidence may not.
    """
    if not sample.case.forbidden:
        return _unscored("forbidden")
    answer = sample.answer
    texts = [c.quote for c in sample.shown]
    if answer.status != "abstained":
        texts.append(answer.text)
    return _verdict(
        "forbidden",
        (f"shows {part!r}" for part in sample.case.forbidden if any(holds(t, part) for t in texts)),
    )


def told(sample: Sample) -> Score:
    """Judge that the answer's own text, quotes included, says what it must say."""
    wanted = sample.case.told
    if not wanted:
        return _unscored("told")
    missing = (part for part in wanted if not holds(sample.answer.text, part))
    return _verdict("told", (f"does not say {part!r}" for part in missing))


def few_citations(sample: Sample) -> Score:
    """Judge that the answer is no dump of everything found."""
    count, most = len(sample.answer.citations), sample.case.max_citations
    return _verdict("max-citations", [f"{count} citations, at most {most}"] if count > most else [])


def markers_point(sample: Sample) -> Score:
    """Judge that every `[n]` of the text leads to a quote and every citation is led to."""
    cited = [c.n for c in sample.answer.citations]
    shown = [c.n for c in sample.shown]
    marked = {int(n) for n in MARKER.findall(sample.answer.text)}
    complaints = [f"[{n}] leads nowhere" for n in sorted(marked - set(shown))]
    complaints += [f"nothing leads to [{n}]" for n in sorted(set(cited) - marked)]
    complaints += ["two quotes share a number"] if len(shown) > len(set(shown)) else []
    return _verdict("markers", complaints)


def verbatim(sample: Sample) -> Score:
    """Judge that every quote shown is the stored text at its offsets, character by character."""
    if not sample.shown:
        return _unscored("verbatim")
    faults = ((c, _fault(sample, c)) for c in sample.shown)
    return _verdict("verbatim", (f"{_short(c)} {fault}" for c, fault in faults if fault))


def _fault(sample: Sample, citation: Citation) -> str:
    text = sample.texts.get(citation.article.id)
    if text is None:
        return "cites an article that is not stored"
    if not 0 <= citation.start < citation.end <= len(text):
        return f"lies outside its article at {citation.start}-{citation.end}"
    stored = text[citation.start : citation.end]
    return "" if stored == citation.quote else f"differs from the stored {stored[:60]!r}"


SCORERS: tuple[Scorer, ...] = (
    abstained,
    quotes_found,
    speaker_right,
    nobody_else,
    document_right,
    voice_right,
    nothing_forbidden,
    told,
    few_citations,
    markers_point,
    verbatim,
)
