"""Where a number comes from: which items, which version of OnRecord."""

import hashlib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def onrecord_version() -> str:
    """Return the installed version, or `unreleased` in a checkout that was never installed."""
    try:
        return version("onrecord")
    except PackageNotFoundError:
        return "unreleased"


def digest(parts: Iterable[bytes]) -> str:
    """Return one SHA-256 over the parts, each preceded by its length."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


def files_digest(paths: Iterable[Path]) -> str:
    """Return one SHA-256 over the contents of these files, in order of their paths."""
    return digest(path.read_bytes() for path in sorted(paths))
