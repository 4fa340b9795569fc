"""Looking an archive over, and making anew what can be made from its catalogue."""

from pathlib import Path
from typing import TYPE_CHECKING

from rag.ports.embedder import Embedder
from rag.wiring.indexing import fault
from rag.wiring.storage import open_reading, open_writing

if TYPE_CHECKING:
    from rag.adapters.settings import Settings


def examine(folder: Path, settings: "Settings") -> list[str]:
    """Return what is wrong with the archive, one line each; nothing when it is sound.

    Opening it mends vector files that are damaged or behind, as every opening does. Raises what
    opening raises: ArchiveMissing, ArchiveMismatch, ArchiveDamaged.
    """
    return examine_with(folder, _embedder(settings))


def repair(folder: Path, settings: "Settings") -> None:
    """Make the keyword index and the vector files anew; no text is embedded again.

    Raises ArchiveBusy while another process writes, ArchiveDamaged where the catalogue itself
    cannot be read: that is what everything else is made from.
    """
    repair_with(folder, _embedder(settings))


def examine_with(folder: Path, embedder: Embedder) -> list[str]:
    """Do what `examine` does, with this embedder."""
    reading = open_reading(folder, embedder)
    try:
        found = reading.catalogue.faults()
        lost = fault(reading.catalogue, reading.index)
        return [*found, *([f"the vector files: {lost}"] if lost else [])]
    finally:
        reading.close()


def repair_with(folder: Path, embedder: Embedder) -> None:
    """Do what `repair` does, with this embedder."""
    with open_writing(folder, embedder, renew=True) as writing:
        writing.catalogue.rebuild_words()


def _embedder(settings: "Settings") -> Embedder:
    from rag.adapters.llamaindex.embedding import load_embedder

    return load_embedder(settings)
