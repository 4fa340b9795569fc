"""The ingest job: captures in, an archive that answers from them out.

Files stream through in small groups, so memory does not grow with their number. What an event
reports as stored is stored; a job that is cut off, however, is completed by running it again.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ingest import (
    USUAL_NAMES,
    Article,
    Capture,
    FieldNames,
    Rejection,
    Walked,
    find_captures,
    is_container_name,
    site_of,
)
from rag.adapters.disk import require_room
from rag.ports.catalogue import NewPage
from rag.ports.embedder import Embedder, Vectors
from rag.steps.archiving.passages import embedded, split
from rag.steps.archiving.reading import read
from rag.values.evidence import Passage
from rag.values.progress import IngestEvent, SiteKept
from rag.wiring.indexing import catch_up
from rag.wiring.settling import Readings, one_by_one, settle
from rag.wiring.storage import Writing, open_writing

if TYPE_CHECKING:
    from rag.adapters.settings import Settings

_GROUP = 256
"""Passages embedded in one call, at least: of so many, those of one length need little padding."""
_GROUP_BYTES = 8_000_000
_INDEX_EVERY = 2_000
"""Passages between two updates of the vector index while the job runs."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A page read and cut, ready to be embedded."""

    capture: Capture
    article: Article
    passages: tuple[Passage, ...]

    def texts(self) -> list[str]:
        return embedded(self.article, self.passages)


def ingest(
    paths: Sequence[Path],
    folder: Path,
    settings: "Settings",
    *,
    wait: bool = False,
    fields: FieldNames = USUAL_NAMES,
) -> Iterator[IngestEvent]:
    """Store every page at or under `paths` in the archive at `folder`; yield what became of each.

    `fields` tells what the fields of JSON records are.

    Raises ArchiveBusy (unless `wait`), ArchiveMismatch, ArchiveDamaged, StorageFull, ModelMissing.
    """
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.reading_pool import make_ready, read_in_processes

    files = sum(1 for _ in _files(paths))
    holds_many = any(is_container_name(name) for _, name in _files(paths))
    whole = _size(paths) if holds_many else 0
    walked = Walked()
    make_ready(files)
    events = ingest_captures(
        find_captures(paths, walked=walked),
        folder,
        load_embedder(settings),
        wait=wait,
        readings=partial(read_in_processes, read=partial(read, fields=fields)),
        total=None if holds_many else files,
    )
    for event in events:
        yield replace(event, share=min(1.0, walked.size / whole)) if whole else event


def _files(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Yield folder and name of each file to go through; names only, so it costs little."""
    for path in paths:
        if path.is_file():
            yield str(path.parent), path.name
        for folder, _, names in os.walk(path):
            yield from ((folder, name) for name in names if not name.startswith("."))


def _size(paths: Sequence[Path]) -> int:
    """Return the bytes of all files; of one that is gone meanwhile, none."""
    size = 0
    for folder, name in _files(paths):
        with suppress(OSError):
            size += Path(folder, name).lstat().st_size
    return size


def remove(article_ids: Collection[str], folder: Path, settings: "Settings") -> int:
    """Remove every trace of these articles, all their versions; return how many were removed."""
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.reading_pool import read_in_processes

    embedder = load_embedder(settings)
    return remove_articles(article_ids, folder, embedder, readings=read_in_processes)


def ingest_captures(
    captures: Iterable[Capture | Rejection],
    folder: Path,
    embedder: Embedder,
    *,
    wait: bool = False,
    readings: Readings | None = None,
    total: int | None = None,
) -> Iterator[IngestEvent]:
    """Store captures in the archive at `folder` with this embedder; yield what became of each.

    `total` is only told on: how many captures there are, where that is known.
    """
    with open_writing(folder, embedder, wait=wait) as writing:
        job = _Job(writing, folder, embedder, readings or one_by_one)
        for done, event in enumerate(job.run(captures), start=1):
            share = min(1.0, done / total) if total else None
            yield replace(event, done=done, total=total and max(total, done), share=share)
        yield from job.settle()
        catch_up(writing.catalogue, writing.index)


def remove_articles(
    article_ids: Collection[str],
    folder: Path,
    embedder: Embedder,
    *,
    readings: Readings | None = None,
) -> int:
    """Remove articles from an archive opened with this embedder; return how many versions went.

    Other pages of their sites are read again where fewer of their lines repeat now.
    """
    with open_writing(folder, embedder) as writing:
        gone = writing.catalogue.remove(article_ids)
        for _ in _Job(writing, folder, embedder, readings or one_by_one).settle():
            pass
        catch_up(writing.catalogue, writing.index)
        return len(gone)


class _Job:
    """One run over captures into an archive that is open for writing."""

    def __init__(
        self, writing: Writing, folder: Path, embedder: Embedder, readings: Readings
    ) -> None:
        self._writing = writing
        self._folder = folder
        self._embedder = embedder
        self._readings = readings
        self._unindexed = 0

    def run(self, captures: Iterable[Capture | Rejection]) -> Iterator[IngestEvent]:
        """Yield what became of each capture."""
        group: list[_Cut] = []
        for item in self._readings(self._new(captures)):
            if isinstance(item, IngestEvent):
                yield item
                continue
            capture, article = item
            if isinstance(article, Rejection):
                yield _rejected(article)
                continue
            group.append(_Cut(capture, article, split(article)))
            if _full(group):
                yield from self._store(group)
                group = []
        yield from self._store(group)

    def _new(self, captures: Iterable[Capture | Rejection]) -> Iterator[Capture | IngestEvent]:
        """Yield captures that have to be read; of others, what is known without reading."""
        own = self._folder.resolve()
        for capture in captures:
            if _place(capture).is_relative_to(own):
                continue
            if isinstance(capture, Rejection):
                yield _rejected(capture)
            elif known := self._writing.catalogue.known(capture):
                yield IngestEvent(
                    kind="unchanged", file=capture.name, path=capture.path, article_id=known
                )
            else:
                yield capture

    def _store(self, group: Sequence[_Cut]) -> Iterator[IngestEvent]:
        """Embed the passages of a group at once, then store it at once."""
        vectors = self._vectors([text for cut in group for text in cut.texts()])
        pages = [
            NewPage(
                cut.article,
                cut.capture,
                cut.passages,
                self._stacked([vectors[text] for text in cut.texts()]),
            )
            for cut in group
        ]
        require_room(self._folder, sum(_room(page) for page in pages))
        stored = self._writing.catalogue.add(pages)
        self._unindexed += sum(len(cut.passages) for cut in group)
        for cut, what in zip(group, stored, strict=True):
            yield IngestEvent(
                kind=what.kind,
                file=cut.capture.name,
                path=cut.capture.path,
                article_id=what.article_id,
                site=site_of(cut.article),
            )
        if self._unindexed >= _INDEX_EVERY:
            catch_up(self._writing.catalogue, self._writing.index)
            self._writing.index.settle()
            self._unindexed = 0

    def settle(self) -> Iterator[IngestEvent]:
        """Read pages again where what is known of their sites has changed."""
        yield from settle(self._writing.sites, self._readings, self._matrix)

    def _matrix(self, texts: Sequence[str]) -> Vectors:
        vectors = self._vectors(texts)
        return self._stacked([vectors[text] for text in texts])

    def _stacked(self, rows: Sequence[Vectors]) -> Vectors:
        return np.stack(rows) if rows else np.empty((0, self._embedder.dimension), np.float32)

    def _vectors(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Return a vector for each text; only those never seen before are computed."""
        found = self._writing.catalogue.cached_vectors(texts)
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            found.update(zip(missing, self._embedder.passages(missing), strict=True))
        return found


def _room(page: NewPage) -> int:
    """Return how many bytes storing a page may take."""
    return 2 * len(page.capture.content) + 4 * page.vectors.nbytes


def _full(group: Sequence[_Cut]) -> bool:
    return (
        sum(len(cut.passages) for cut in group) >= _GROUP
        or sum(len(cut.capture.content) for cut in group) >= _GROUP_BYTES
    )


def _rejected(one: Rejection) -> IngestEvent:
    return IngestEvent(kind="rejected", file=Path(one.path).name, path=one.path, reason=one.reason)


def _place(found: Capture | Rejection) -> Path:
    """Return where on the disk it was found; relative, so nowhere, for what came otherwise."""
    return Path(found.path) if isinstance(found, Rejection) else Path(found.root, found.path)


def kept_by_site(folder: Path, sites: Collection[str]) -> tuple[SiteKept, ...]:
    """Return how much of the pages of these sites is article, over all that the archive holds.

    The site with most pages comes first.
    """
    from rag.adapters.sqlite import kept_by_site

    return kept_by_site(folder, sites)
