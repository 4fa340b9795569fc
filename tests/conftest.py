"""Fixtures that several test files share."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The real captures and public test sets, which are never part of the project."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the test material at {SHARED}, which is not on this machine")
    return SHARED
