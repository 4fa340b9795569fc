"""An archive's two stores opened together: the catalogue, and the vector index made from it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rag.adapters.disk import require_room
from rag.adapters.lock import vectors_lock, writer_lock
from rag.adapters.manifest import Manifest, check_manifest, read_manifest, settle_manifest
from rag.ports.catalogue import CatalogueReader, CatalogueWriter
from rag.ports.embedder import Embedder
from rag.ports.sites import SiteBook
from rag.ports.vector_index import VectorIndex
from rag.steps.archiving.passages import SPLITTER
from rag.steps.finding.desk import Made, forget
from rag.values.errors import ArchiveBusy, ArchiveDamaged, ArchiveError, StorageFull
from rag.wiring.indexing import catch_up, fault, level

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """An archive opened for answering."""

    catalogue: CatalogueReader
    index: VectorIndex
    keep: Callable[[Made], None] = forget
    """Store vectors that were made for an answer, beside whatever an ingest writes."""

    def close(self) -> None:
        """Release both stores."""
        self.index.close()
        self.catalogue.close()


@dataclass(frozen=True, slots=True)
class Writing:
    """An archive opened for changing, under its lock."""

    catalogue: CatalogueWriter
    index: VectorIndex
    sites: SiteBook


def open_reading(folder: Path, embedder: Embedder) -> Reading:
    """Return the archive for answering; its vectors keep up with other processes' ingests.

    Vectors that are damaged, missing or behind are mended first, where no other process writes.
    Raises ArchiveMissing, ArchiveMismatch or ArchiveDamaged.
    """
    from rag.adapters.following import FollowingIndex
    from rag.adapters.sqlite import keep_made, open_catalogue

    check_manifest(folder, read_manifest(folder), _manifest(embedder))
    catalogue = open_catalogue(folder)
    try:
        seen = catalogue.index_generation()
        index = _readable_index(folder, embedder, catalogue)
    except BaseException:
        catalogue.close()
        raise
    follow = FollowingIndex(
        index, seen, catalogue.index_generation, lambda: _opened(folder, embedder, wait=False)
    )
    return Reading(catalogue, follow, partial(keep_made, folder, embedder.name))


@contextmanager
def open_looking(folder: Path) -> Iterator[CatalogueReader]:
    """Hold the archive's catalogue alone, for what asks nothing of vectors: no model is loaded.

    Raises ArchiveMissing, ArchiveMismatch for another format, or ArchiveDamaged.
    """
    from rag.adapters.sqlite import open_catalogue

    read_manifest(folder)
    catalogue = open_catalogue(folder)
    try:
        yield catalogue
    finally:
        catalogue.close()


@contextmanager
def open_writing(
    folder: Path, embedder: Embedder, *, wait: bool = False, renew: bool = False
) -> Iterator[Writing]:
    """Hold the archive for writing, made where there is none, with its vectors up to date.

    With `renew` the vector files are made anew even where nothing is wrong with them.
    Raises ArchiveBusy unless `wait`, ArchiveMismatch, ArchiveDamaged, StorageFull.
    """
    from rag.adapters.sqlite import open_writer

    _make_folder(folder)
    with writer_lock(folder, wait=wait):
        require_room(folder)
        settle_manifest(folder, _manifest(embedder))
        catalogue = open_writer(folder, embedder.name)
        try:
            make = _renewed_index if renew else _sound_index
            index = make(folder, embedder, catalogue)
            catch_up(catalogue, index)
            yield Writing(catalogue, index, catalogue.sites)
            index.settle()
            index.close()
        finally:
            catalogue.close()


def _manifest(embedder: Embedder) -> Manifest:
    return Manifest(embedder=embedder.name, dimension=embedder.dimension, splitter=SPLITTER)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise ArchiveError(
            f"{folder} is a file, and an archive is a folder: name one with --archive"
        ) from error
    except OSError as error:
        raise ArchiveError(
            f"the archive folder {folder} cannot be made ({error.strerror}): "
            "name a writable one with --archive"
        ) from error


def _readable_index(folder: Path, embedder: Embedder, catalogue: CatalogueReader) -> VectorIndex:
    """Return the vector index, mended if it needs it and nobody else is writing."""
    index: VectorIndex | None = None
    try:
        index = _opened(folder, embedder)
        if index is not None and level(catalogue, index):
            return index
    except ArchiveDamaged as error:
        _log.warning("%s", error)
    try:
        with open_writing(folder, embedder):
            pass
    except (ArchiveBusy, StorageFull) as error:
        # Whoever writes now mends it; until then, what can be read serves.
        if index is None and isinstance(error, ArchiveBusy):
            index = _opened(folder, embedder, unsealed=True)
        if index is None:
            raise
        return index
    mended = _opened(folder, embedder, unsealed=True)
    if mended is None:
        raise ArchiveBusy(f"the vectors of {folder} are being written: try again")
    return mended


def _sound_index(folder: Path, embedder: Embedder, catalogue: CatalogueWriter) -> VectorIndex:
    """Return the vector index, made anew and empty where it cannot be trusted."""
    from rag.adapters.vectors import open_for_writing

    try:
        index = open_for_writing(folder, embedder.name, embedder.dimension)
        reason = fault(catalogue, index)
        if reason is None:
            return index
    except ArchiveDamaged as error:
        reason = str(error)
    _log.warning("making the vector files of %s anew from the catalogue: %s", folder, reason)
    return _renewed_index(folder, embedder, catalogue)


def _renewed_index(folder: Path, embedder: Embedder, catalogue: CatalogueWriter) -> VectorIndex:
    """Return an empty vector index in the place of the old one; `catch_up` fills it."""
    from rag.adapters.vectors import discard, open_for_writing

    with vectors_lock(folder):
        # In this order: a kill in between leaves files that the next opening finds too full.
        catalogue.forget_index()
        discard(folder)
    return open_for_writing(folder, embedder.name, embedder.dimension)


def _opened(
    folder: Path, embedder: Embedder, *, wait: bool = True, unsealed: bool = False
) -> VectorIndex | None:
    from rag.adapters.vectors import open_for_reading

    return open_for_reading(folder, embedder.name, embedder.dimension, wait=wait, unsealed=unsealed)
