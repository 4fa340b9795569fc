"""Damaged files are mended or named, and never end the process that opens them."""

import multiprocessing
import os
import random
import shutil
from pathlib import Path

import pytest
from made_articles import captured, read_plainly, simple
from word_vectors import WordVectors

from rag.adapters.vectors import current_files
from rag.values.errors import OnRecordError
from rag.wiring.ingesting import ingest_captures
from rag.wiring.storage import open_reading

DAMAGES = int(os.environ.get("ONRECORD_DAMAGES", "8"))
PAGES = 1_050
"""Enough for Chroma to write its index files."""


def text_of(n: int) -> str:
    return f"Ferry number{n} sails to harbour{n}."


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    pages = [captured(text_of(n), f"{n}.txt") for n in range(PAGES)]
    for _ in ingest_captures(pages, folder, WordVectors(), readings=read_plainly):
        pass
    return folder


def harm(file: Path, chance: random.Random) -> str:
    """Damage a file in a random way, and return which."""
    size = max(file.stat().st_size, 1)
    way = chance.choice(["flips", "zeros", "noise at the head", "cut", "gone", "shuffled"])
    content = bytearray(file.read_bytes())
    if way == "flips":
        for _ in range(chance.choice([1, 20, 300])):
            content[chance.randrange(size)] = chance.randrange(256)
    elif way == "zeros":
        start = chance.randrange(size)
        content[start : start + 4096] = bytes(len(content[start : start + 4096]))
    elif way == "noise at the head":
        content[:64] = chance.randbytes(64)
    elif way == "cut":
        del content[chance.randrange(size) :]
    elif way == "shuffled":
        chance.shuffle(content)
    file.write_bytes(content)
    if way == "gone":
        file.unlink()
    return way


def use(folder: Path, exact: bool) -> None:
    """Read a damaged archive, as any command would: right (if `exact`), or an error of ours."""
    embedder = WordVectors()
    try:
        reading = open_reading(folder, embedder)
    except OnRecordError:
        return
    for n in range(0, PAGES, 75):
        try:
            hits = reading.index.nearest("current", embedder.query(text_of(n)), 3)
            passages = reading.catalogue.passages([one for one, _ in hits])
            found = [reading.catalogue.article(one.article_id) for one in passages[:1]]
            reading.catalogue.keyword(f"number{n}", 5)
        except OnRecordError:
            continue
        assert not exact or found == [simple(text_of(n), f"{n}.txt")]
    assert embedder.embedded == 0


@pytest.mark.parametrize("part", ["vectors", "catalogue"])
def test_damage_is_mended_or_named(sound: Path, tmp_path: Path, part: str) -> None:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["chromadb", "hypothesis", "rag.adapters.sqlite"])
    for seed in range(DAMAGES):
        chance = random.Random(seed)  # noqa: S311 - nothing secret
        folder = Path(shutil.copytree(sound, tmp_path / f"{part}{seed}"))
        if part == "vectors":
            files = sorted(path for path in current_files(folder).rglob("*") if path.is_file())
            file = chance.choice(files)
        else:
            file = folder / "catalogue.sqlite"
        way = harm(file, chance)
        process = processes.Process(target=use, args=(folder, part == "vectors"))
        process.start()
        process.join(60)
        assert process.exitcode == 0, f"seed {seed}: {file.name}, {way}"
        shutil.rmtree(folder)
