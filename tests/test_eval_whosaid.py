from pathlib import Path

from made_answers import abstaining, answered, cite

from evals.polnear.corpus import AnnotatedArticle, Attribution
from evals.polnear.whosaid import Asking, _kind, made, run
from ingest import Span

FIRST = (
    'The harbour reopened.\n\n"Divers lifted the rusty anchor chain before breakfast today," '
    "Mara Quill said.\n"
)
SECOND = (
    'Nobody slept.\n\n"Owls screamed over every chimney in the whole valley," Tam Orrell said.\n'
)


def annotated(name: str, text: str, person: str) -> AnnotatedArticle:
    content = Span(text.index('"'), text.rindex('"') + 1)
    source = Span(text.index(person), text.index(person) + len(person))
    attribution = Attribution(source=(source,), cue=(), content=(content,))
    return AnnotatedArticle(name=name, text=text, attributions=(attribution,))


ARTICLES = (annotated("first", FIRST, "Mara Quill"), annotated("second", SECOND, "Tam Orrell"))


def test_each_attribution_is_asked_for_and_asked_of_somebody_else() -> None:
    questions = [(asking.question, asking.swapped) for asking in made(ARTICLES)]
    assert questions == [
        ("What did Mara Quill say about lifted and breakfast?", False),
        ("What did Tam Orrell say about lifted and breakfast?", True),
        ("What did Tam Orrell say about screamed and chimney?", False),
        ("What did Mara Quill say about screamed and chimney?", True),
    ]


def test_what_became_of_a_question_is_told_apart() -> None:
    text = 'Ferry talks failed.\n"The pier is not closed," Mara Quill said. "It is open."\n'
    asking = Asking("1", "Mara Quill", ("pier",), "pier.txt", (Span(20, 45),))
    quote = cite('"The pier is not closed,"')
    assert _kind(answered(quote), asking, text) == "found"
    assert _kind(answered(cite('"It is open."')), asking, text) == "missed"
    assert _kind(abstaining(), asking, text) == "wrongly silent"
    other = cite('"The pier is not closed,"', speaker="Tom Orrell")
    assert _kind(answered(other), asking, text) == "another speaker"
    swapped = Asking("2", "Tom Orrell", ("pier",), "pier.txt", (), swapped=True)
    assert _kind(abstaining(), swapped, text) == "rightly silent"
    assert _kind(answered(quote), swapped, text) == "wrongly answered"


def test_the_suite_asks_an_archive_of_the_articles(tmp_path: Path) -> None:
    for part in ("text", "attributions"):
        (tmp_path / "dev" / part).mkdir(parents=True)
    for article in ARTICLES:
        (one,) = article.attributions
        source, content = one.source[0], one.content[0]
        (tmp_path / "dev" / "text" / f"{article.name}.txt").write_text(article.text)
        (tmp_path / "dev" / "attributions" / f"{article.name}_a.ann").write_text(
            f"T1\tSource {source.start} {source.end}\tx\n"
            f"T2\tContent {content.start} {content.end}\tx\n"
            "E1\tAttribution:T1 Source:T1 Content:T2\n"
        )
    report = run(tmp_path)
    assert report.figure("what the person said: found").value == 1
    assert report.figure("person swapped: rightly silent").value == 1
