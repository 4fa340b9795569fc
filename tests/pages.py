"""Saved pages written for tests: invented people, places and outlets; one of them means harm."""

import shutil
from pathlib import Path

SAVED = Path(__file__).with_name("saved")


def write_pages(folder: Path, *names: str) -> Path:
    """Put copies of the named pages into a new folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copyfile(SAVED / name, folder / name)
    return folder
