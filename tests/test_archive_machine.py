"""Any sequence of ingests, changes and removals leaves what a dictionary would hold."""

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from made_articles import captured, read_plainly
from word_vectors import WordVectors

from ingest import Capture, article_id
from rag.wiring.ingesting import ingest_captures, remove_articles
from rag.wiring.storage import Reading, open_reading

PATHS = st.sampled_from(("a.txt", "b.txt", "deep/c.txt"))
SITES = st.sampled_from((None, "https://a.example/1", "https://b.example/2"))
TEXTS = st.sampled_from([f"Ferry number{n} sails to harbour{n}." for n in range(6)])


class Archive(RuleBasedStateMachine):
    """The model: the current text at each address, and every version ever stored."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="onrecord-machine-"))
        self.current: dict[str, str] = {}
        self.versions: dict[str, set[str]] = {}
        self.reading: Reading | None = None

    @initialize()
    def start(self) -> None:
        self._ingest([])

    def teardown(self) -> None:
        if self.reading:
            self.reading.close()
        shutil.rmtree(self.folder)

    def _ingest(self, captures: list[Capture]) -> list[str]:
        job = ingest_captures(captures, self.folder, WordVectors(), readings=read_plainly)
        # What repeats on a site may have its pages read again; that adds and removes none.
        return [event.kind for event in job if event.kind != "reread"]

    @rule(path=PATHS, site=SITES, text=TEXTS)
    def ingest(self, path: str, site: str | None, text: str) -> None:
        # An address has one file, so that the model needs no rules for files that move.
        address = site or path
        path = path if site is None else site.rsplit("/", 1)[-1]
        plain = captured(text, path)
        capture = Capture(plain.content, plain.name, path, "/pages", url=site)
        known = self.current.get(address)
        wanted = "added" if known is None else "unchanged" if known == text else "replaced"
        assert self._ingest([capture]) == [wanted]
        self.current[address] = text
        self.versions.setdefault(address, set()).add(article_id(text, address))

    @precondition(lambda self: self.current)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        address = data.draw(st.sampled_from(sorted(self.current)))
        doomed = article_id(self.current.pop(address), address)
        gone = self.versions.pop(address)
        assert remove_articles([doomed], self.folder, WordVectors()) == len(gone)

    @rule()
    def reopen(self) -> None:
        if self.reading:
            self.reading.close()
        self.reading = open_reading(self.folder, WordVectors())

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        if self.reading is None:
            return
        catalogue = self.reading.catalogue
        wanted = {article_id(text, address): text for address, text in self.current.items()}
        assert {one.id for one in catalogue.summaries()} == set(wanted)
        for one, text in wanted.items():
            article = catalogue.article(one)
            assert article is not None
            assert article.text == text
            hits = [hit.split(":")[0] for hit, _ in catalogue.keyword(text, 20)]
            assert one in hits
            assert set(hits) <= set(wanted)
        ever = {one for ids in self.versions.values() for one in ids}
        for old in ever:
            assert catalogue.article(old) is not None
        hits = [hit.split(":")[0] for hit, _ in catalogue.keyword("ferry", 99, past=True)]
        assert sorted(hits) == sorted(ever)
        assert catalogue.faults() == []

    @rule(text=TEXTS)
    def find_by_vector(self, text: str) -> None:
        reading = open_reading(self.folder, WordVectors())
        hits = reading.index.nearest("current", WordVectors().query(text), 20)
        passages = reading.catalogue.passages([one for one, _ in hits])
        same = {
            passage.article_id
            for passage, (_, similarity) in zip(passages, hits, strict=True)
            if similarity > 0.999
        }
        wanted = {article_id(held, at) for at, held in self.current.items() if held == text}
        assert same == wanted
        earlier = reading.index.nearest("past", WordVectors().query(text), 99)
        ever = {one for ids in self.versions.values() for one in ids}
        now = {article_id(held, at) for at, held in self.current.items()}
        assert {hit.split(":")[0] for hit, _ in earlier} == ever - now
        reading.close()


TestArchive = Archive.TestCase
TestArchive.settings = settings(
    max_examples=int(os.environ.get("ONRECORD_EXAMPLES", "6")),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
