"""The catalogue: what goes in comes out, and only current pages are found."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_articles import ANY_TEXT, articles, captured, simple
from word_vectors import WordVectors

from ingest import Article, Capture, Voice
from rag.adapters.manifest import Manifest, settle_manifest
from rag.adapters.sqlite import SqliteWriter, open_catalogue, open_writer
from rag.ports.catalogue import NewPage
from rag.steps.archiving.passages import embedded, split
from rag.values.catalogued import Stored
from rag.values.errors import ArchiveDamaged, ArchiveMissing
from rag.values.question import Filters

EMBEDDER = WordVectors()


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[SqliteWriter]:
    writer = open_writer(tmp_path, EMBEDDER.name)
    yield writer
    writer.close()


def store(catalogue: SqliteWriter, article: Article, capture: Capture | None = None) -> Stored:
    passages = split(article)
    vectors = EMBEDDER.passages(embedded(article, passages))
    capture = capture or captured(article.text, article.path)
    (told,) = catalogue.add([NewPage(article, capture, passages, vectors)])
    return told


def found(catalogue: SqliteWriter, query: str, *, comments: bool = False) -> list[str]:
    return [one.split(":")[0] for one, _ in catalogue.keyword(query, 10, comments=comments)]


@given(article=articles())
@settings(max_examples=60, deadline=None)
def test_an_article_comes_out_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, article: Article
) -> None:
    folder = tmp_path_factory.mktemp("catalogue")
    writer = open_writer(folder, EMBEDDER.name)
    store(writer, article)
    assert writer.article(article.id) == article
    writer.close()
    reader = open_catalogue(folder)
    assert reader.article(article.id) == article
    passages = split(article)
    assert reader.passages_of([article.id]) == sorted(passages, key=lambda one: one.start)
    assert reader.passages([one.id for one in reversed(passages)]) == [*reversed(passages)]
    reader.close()


def test_the_same_capture_is_known_and_the_same_article_unchanged(catalogue: SqliteWriter) -> None:
    article, capture = simple("The ferry sails."), captured("The ferry sails.")
    assert catalogue.known(capture) is None
    assert store(catalogue, article, capture) == Stored("added", article.id)
    generation = catalogue.generation()
    assert catalogue.known(capture) == article.id
    assert store(catalogue, article, capture) == Stored("unchanged", article.id)
    assert catalogue.generation() == generation
    assert catalogue.known(captured("The ferry sails.", root="/other")) is None


@pytest.mark.parametrize("url", [None, "https://harbour.example/ferry"])
def test_a_changed_page_replaces_its_older_version(
    catalogue: SqliteWriter, url: str | None
) -> None:
    old = simple("The ferry sails at noon.", url=url, speakers=["Ada Holm"])
    new = simple("The ferry stays in port.", url=url, speakers=["Bo Lind"])
    store(catalogue, old)
    assert store(catalogue, new) == Stored("replaced", new.id, old.id)
    assert [one.id for one in catalogue.summaries()] == [new.id]
    assert [one.current for one in catalogue.summaries([old.id])] == [False]
    assert found(catalogue, "noon") == []
    assert found(catalogue, "ferry") == [new.id]
    assert catalogue.passages([one.id for one in split(old)]) == []
    assert catalogue.orphaned(10) == [one.id for one in split(old)]
    assert [one.name for one in catalogue.speakers()] == ["Bo Lind"]
    assert catalogue.article(old.id) == old, "it stays citable"
    assert len(catalogue.statements(articles=[old.id])) == 1


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (None, "https://a.example/1", "replaced"),
        ("https://a.example/1", None, "added"),
        ("https://a.example/1", "https://a.example/2", "added"),
    ],
)
def test_a_file_that_changes_is_a_new_version_unless_its_address_says_otherwise(
    catalogue: SqliteWriter, before: str | None, after: str | None, kind: str
) -> None:
    store(catalogue, simple("Sails at noon.", url=before))
    assert store(catalogue, simple("Stays in port.", url=after)).kind == kind


def test_a_page_that_changes_back_is_found_again(catalogue: SqliteWriter) -> None:
    first, second = simple("Sails at noon."), simple("Stays in port.")
    for article in (first, second):
        store(catalogue, article)
    assert store(catalogue, first) == Stored("replaced", first.id, second.id)
    assert found(catalogue, "noon port") == [first.id]
    waiting = {one.article_id: edition for one, edition in catalogue.unindexed(10)}
    assert waiting == {first.id: "current", second.id: "past"}


def test_equal_paths_in_two_folders_are_two_pages(catalogue: SqliteWriter) -> None:
    for root in ("/spring", "/autumn"):
        text = f"The {root[1:]} timetable."
        store(catalogue, simple(text), captured(text, root=root))
    assert len(catalogue.summaries()) == 2


def test_a_page_kept_elsewhere_too_is_not_replaced(catalogue: SqliteWriter) -> None:
    shared = simple("The timetable.")
    for root in ("/one", "/two"):
        store(catalogue, shared, captured(shared.text, root=root))
    changed = simple("Another timetable.")
    assert store(catalogue, changed, captured(changed.text, root="/two")).kind == "added"
    assert {one.id for one in catalogue.summaries()} == {shared.id, changed.id}


def test_an_older_capture_of_an_address_does_not_become_current(catalogue: SqliteWriter) -> None:
    url = "https://harbour.example/ferry"
    new, old = simple("New text.", "b.txt", url=url), simple("Old text.", "a.txt", url=url)
    day = dt.datetime(2030, 5, 2, tzinfo=dt.UTC)
    store(catalogue, new, captured(new.text, "b.txt", fetched=day))
    store(catalogue, old, captured(old.text, "a.txt", fetched=day - dt.timedelta(days=1)))
    assert [one.id for one in catalogue.summaries()] == [new.id]
    assert catalogue.admitted(Filters(as_of=dt.date(2030, 5, 1))) == frozenset()


def test_the_version_of_a_day_is_the_one_known_then(catalogue: SqliteWriter) -> None:
    url = "https://harbour.example/ferry"
    day = dt.datetime(2030, 5, 2, tzinfo=dt.UTC)
    versions = [
        simple(f"Text {n}.", url=url, published=f"2030-04-0{n}T10:00:00Z") for n in (1, 2, 3)
    ]
    for n, version in enumerate(versions):
        fetched = day + dt.timedelta(days=n)
        store(catalogue, version, captured(version.text, fetched=fetched))
    for n, version in enumerate(versions):
        asked = Filters(as_of=(day + dt.timedelta(days=n)).date())
        assert catalogue.admitted(asked) == frozenset({version.id})
    assert catalogue.admitted(Filters(as_of=dt.date(2030, 5, 1))) == frozenset()


def test_filters_admit_by_day_outlet_and_speaker(catalogue: SqliteWriter) -> None:
    a = simple("A.", "a", outlet="Harbour Post", published="2030-05-01", speakers=["Ada Holm"])
    b = simple("B.", "b", outlet="Évening Star", published="2030-05-03T23:59:00+02:00")
    c = simple("C.", "c", speakers=["Bo Holm"])
    for article in (a, b, c):
        store(catalogue, article)
    day = dt.date(2030, 5, 3)
    table: list[tuple[Filters, set[Article] | None]] = [
        (Filters(), None),
        (Filters(voice=Voice.COMMENT), None),
        (Filters(since=day), {b}),
        (Filters(until=day), {a, b}),
        (Filters(until=dt.date(2030, 5, 2)), {a}),
        (Filters(outlet="evening star"), {b}),
        (Filters(outlet="Post"), {a}),
        (Filters(outlet="Pos"), set()),
        (Filters(outlet="%"), set()),
        (Filters(speaker="HOLM"), {a, c}),
        (Filters(speaker="Ada Holm", since=day), set()),
    ]
    for filters, wanted in table:
        ids = None if wanted is None else {one.id for one in wanted}
        assert catalogue.admitted(filters) == ids, filters


def test_statements_come_by_speaker_and_article_in_order_of_publication(
    catalogue: SqliteWriter,
) -> None:
    late = simple("Late.", "a", published="2030-06-01", speakers=["Ada Holm", "Bo Lind"])
    early = simple("Early.", "b", published="2030-05-01", speakers=["Ada Holm"])
    undated = simple("Undated.", "c", speakers=["Ada Holm"])
    remark = simple("A reader.", "d", speakers=["Ada Holm"], voice=Voice.COMMENT)
    for article in (late, early, undated, remark):
        store(catalogue, article)
    by_ada = catalogue.statements(speakers=["Ada Holm"])
    order = [early.id, late.id, undated.id, remark.id]
    assert [one.article_id for one in by_ada] == order
    assert [one.voice for one in by_ada][-1] is Voice.COMMENT
    assert len(catalogue.statements(articles=[late.id])) == 2
    assert len(catalogue.statements(speakers=["Bo Lind"], articles=[early.id])) == 0
    assert [(p.name, p.statements, p.articles) for p in catalogue.speakers()] == [
        ("Ada Holm", 3, 3),
        ("Bo Lind", 1, 1),
    ]


def test_coverage_and_copies_count_current_articles(catalogue: SqliteWriter) -> None:
    story = " ".join(f"word{n}" for n in range(60))
    store(catalogue, simple(story, "a", outlet="Post", published="2030-05-01"))
    store(catalogue, simple(f"{story.upper()}\n", "b", outlet="Star", published="2031-05-01"))
    other = " ".join(f"other{n}" for n in range(60))
    store(catalogue, simple(other, "c"))
    coverage = catalogue.coverage()
    assert (coverage.articles, coverage.outlets) == (3, ("Post", "Star"))
    assert (coverage.first, coverage.last) == ("2030-05-01", "2031-05-01")
    assert [one.copies for one in catalogue.summaries()] == [1, 1, 0]


def test_an_edited_copy_of_a_story_is_linked_and_its_removal_forgotten(
    catalogue: SqliteWriter,
) -> None:
    words = [f"word{n}" for n in range(200)]
    stored = [
        store(catalogue, simple(" ".join(text), f"{n}"))
        for n, text in enumerate([words, words[:180], ["Agency", *words, "Ends"]])
    ]
    assert [one.copies for one in catalogue.summaries()] == [2, 2, 2]
    catalogue.remove([stored[0].article_id])
    assert [one.copies for one in catalogue.summaries()] == [1, 1]
    store(catalogue, simple(" ".join(words), "again"))
    assert [one.copies for one in catalogue.summaries()] == [2, 2, 2]


def test_comments_are_searched_apart(catalogue: SqliteWriter) -> None:
    said, remark = simple("The ferry sails.", "a"), simple("The ferry!", "b", voice=Voice.COMMENT)
    for article in (said, remark):
        store(catalogue, article)
    assert found(catalogue, "ferry") == [said.id]
    assert found(catalogue, "ferry", comments=True) == [remark.id]


def test_words_are_found_in_the_articles_and_beside_the_speakers_named(
    catalogue: SqliteWriter,
) -> None:
    one = simple("The ferry sails.", "a", speakers=["Ada Holm"])
    other = simple("The ferry waits.", "b", speakers=["Bo Lind", "Ada Holm", "Bo Lind"])
    for article in (one, other):
        store(catalogue, article)
    within = catalogue.keyword("ferry", 9, articles=[other.id])
    beside = catalogue.keyword("ferry", 9, speakers=["Bo Lind"])
    assert [key.split(":")[0] for key, _ in within] == [other.id]
    assert [key.split(":")[0] for key, _ in beside] == [other.id]
    assert catalogue.keyword("ferry", 9, articles=[one.id], speakers=["Bo Lind"]) == []
    assert catalogue.spoken(["Bo Lind", "Ada Holm"], 9) == 4
    assert catalogue.spoken(["Bo Lind"], 1) == 1


def test_a_page_matches_by_all_its_words_and_by_its_title(catalogue: SqliteWriter) -> None:
    old, new = simple("The ferry sails at dawn.", "a"), simple("The ferry waits.", "b")
    for article in (old, new):
        store(catalogue, article)
    matches = catalogue.page_matches("who sails by dawn?", [old.id, new.id])
    assert matches[old.id].words > 0 == matches[new.id].words
    catalogue.remove([old.id])
    assert list(catalogue.page_matches("dawn", [old.id, new.id])) == [new.id]
    assert catalogue.faults() == []


@pytest.mark.parametrize(
    "query",
    ["Königsbrücke", "konigsbrucke", "KÖNIGSBRÜCKE?", "sailing", "what did they sail on", "the"],
)
def test_words_match_in_any_case_accent_and_form(catalogue: SqliteWriter, query: str) -> None:
    article = simple("The boats sailed under the König\u00adsbrücke.")
    store(catalogue, article)
    assert found(catalogue, query) == [article.id]


@given(query=ANY_TEXT | st.text(st.sampled_from("\"*^:(){}-+ANDORNEAR '\\%_\0;")))
@settings(max_examples=150, deadline=None)
def test_no_query_can_act_as_syntax(tmp_path_factory: pytest.TempPathFactory, query: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "hostile"
    folder.mkdir(exist_ok=True)
    catalogue = open_writer(folder, EMBEDDER.name)
    store(catalogue, simple("And or not near."))
    hits = catalogue.keyword(f"{query} zebra", 5)
    assert all(score > 0 for _, score in hits)
    catalogue.close()


def test_removal_leaves_no_trace_in_the_file(catalogue: SqliteWriter, tmp_path: Path) -> None:
    kept = simple("Kept words.", "kept", speakers=["Ada Holm"])
    store(catalogue, kept)
    before = _rows(tmp_path)
    old, new = simple("Secret one.", speakers=["Bo Lind"]), simple("Secret two.")
    for article in (old, new):
        store(catalogue, article)
    catalogue.acknowledge([p.id for p, _ in catalogue.unindexed(10)], ())
    assert sorted(catalogue.remove([new.id])) == sorted([old.id, new.id])
    left = {one.id for article in (old, new) for one in split(article)}
    assert set(catalogue.orphaned(10)) == left
    catalogue.acknowledge((), catalogue.orphaned(10))
    assert _rows(tmp_path) == before
    assert found(catalogue, "secret") == []
    assert catalogue.remove(["nothing"]) == []
    catalogue.close()
    assert b"secret" not in (tmp_path / "catalogue.sqlite").read_bytes().lower()


def _rows(folder: Path) -> dict[str, int]:
    connection = sqlite3.connect(folder / "catalogue.sqlite")
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master")]
    tables = [n for n in names if not n.startswith("sqlite_") and "_words_" not in n]
    counts = {}
    for name in tables:
        kind = connection.execute("SELECT type FROM sqlite_master WHERE name=?", [name]).fetchone()
        if kind == ("table",):
            counts[name] = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
    connection.close()
    return counts


def test_vectors_are_computed_once_for_equal_texts(catalogue: SqliteWriter) -> None:
    store(catalogue, simple("The ferry sails.", "a"))
    cached = catalogue.cached_vectors(["The ferry sails.", "Unknown."])
    assert list(cached) == ["The ferry sails."]
    wanted = EMBEDDER.query("The ferry sails.")
    assert (cached["The ferry sails."] == wanted).all()
    passage, _ = catalogue.unindexed(1)[0]
    assert (catalogue.vectors([passage.id])[0] == wanted).all()
    with pytest.raises(KeyError):
        catalogue.vectors([passage.id, "none:0:1"])


def test_a_missing_or_damaged_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match="there is no archive at"):
        open_catalogue(tmp_path)
    settle_manifest(tmp_path, Manifest(embedder=EMBEDDER.name, dimension=1, splitter="any"))
    with pytest.raises(ArchiveMissing, match=r"lost its catalogue\.sqlite"):
        open_catalogue(tmp_path)
    (tmp_path / "catalogue.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(ArchiveDamaged, match="damaged"):
        open_writer(tmp_path, EMBEDDER.name)
    with pytest.raises(ArchiveDamaged, match="new folder"):
        open_catalogue(tmp_path)
