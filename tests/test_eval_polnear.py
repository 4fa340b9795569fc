"""The PolNeAR suite on a small corpus of invented sentences in the same files."""

from pathlib import Path

import pytest

from evals.examination.case import SuiteInvalid
from evals.polnear import run
from evals.polnear.corpus import read_articles
from evals.polnear.spans import content_kind, coverage, overlap, source_kind, stripped
from evals.report import Report
from ingest import Span

TEXT = "Rain again.\n\n“It pours,” Ada Lind said. “Stay in.”\n\nThe port is “shut,” she added.\n"


def brat(*attributions: tuple[str, str, str]) -> str:
    """Annotations of attributions given as source, cue and content; `|` parts pieces."""
    lines: list[str] = []
    for parts in attributions:
        roles = []
        for role, words in zip(("Source", "Cue", "Content"), parts, strict=True):
            pieces = [(TEXT.index(piece), piece) for piece in words.split("|")]
            offsets = ";".join(f"{start} {start + len(piece)}" for start, piece in pieces)
            name = f"T{len(lines) + 1}"
            lines.append(f"{name}\t{role} {offsets}\t{words}")
            roles.append(f"{role}:{name}")
        lines.append(f"E{len(lines)}\tAttribution:T0 {' '.join(roles)}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for folder in ("text", "attributions"):
        (tmp_path / "dev" / folder).mkdir(parents=True)
    (tmp_path / "dev" / "text" / "rain.txt").write_text(TEXT, encoding="utf-8")
    first = brat(
        ("Ada Lind", "said", "“It pours,”|“Stay in.”"),
        ("she", "added", "The port is “shut,”"),
    )
    (tmp_path / "dev" / "attributions" / "rain_a1.ann").write_text(first, encoding="utf-8")
    (tmp_path / "dev" / "attributions" / "rain_b2.ann").write_text("", encoding="utf-8")
    return tmp_path


def test_the_first_annotator_counts_and_pieces_are_kept(corpus: Path) -> None:
    (article,) = read_articles(corpus / "dev")
    assert article.name == "rain"
    assert [span.of(TEXT) for span in article.attributions[0].content] == [
        "“It pours,”",
        "“Stay in.”",
    ]


def value(report: Report, name: str) -> float | None:
    return report.figure(name).value


def test_a_perfect_reading_scores_one(corpus: Path) -> None:
    report = run(corpus)
    for name in ("fully quoted recall@0.8", "direct inside gold", "speaker span, named"):
        assert value(report, name) == 1
    for part in ("source", "cue", "content"):
        assert value(report, f"{part} exact F1") == 1
    assert value(report, "partly quoted F1@0.8") == 1
    assert all(outcome.passed for outcome in report.outcomes)


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SuiteInvalid, match="attributions"):
        run(tmp_path)


def test_overlap_counts_letters_and_ignores_marks() -> None:
    text = "“It pours,” she said."
    quoted, inner, longer = Span(0, 11), Span(1, 9), Span(0, 15)
    assert overlap(text, [quoted], [inner]) == 1
    assert coverage(text, [inner], [longer]) == 1
    assert 0 < overlap(text, [quoted], [longer]) < 1


def test_stripping_joins_pieces_with_nothing_between() -> None:
    text = "“It pours.” “Stay in.”"
    assert stripped(text, [Span(0, 11), Span(12, 22)]) == {Span(1, 20)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It pours,”", "fully quoted"),
        ("It is “shut” now", "partly quoted"),
        ("It is shut", "indirect"),
    ],
)
def test_content_kinds(text: str, kind: str) -> None:
    assert content_kind(text, [Span(0, len(text))]) == kind


@pytest.mark.parametrize(
    ("text", "kind"), [("He", "pronoun"), ("the mayor", "role"), ("The mayor of Strelsau", "named")]
)
def test_source_kinds(text: str, kind: str) -> None:
    assert source_kind(text, [Span(0, len(text))]) == kind


@pytest.mark.shared
def test_the_real_figures_keep_their_bounds(shared: Path) -> None:
    report = run(shared / "data" / "polnear")
    assert not [f"{figure.name} {figure.value:.3f}" for figure in report.broken]
