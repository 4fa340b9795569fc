"""Fixtures that several test files share."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from no_network import LoopbackOnly

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The real captures and public test sets, which are never part of the project."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the test material at {SHARED}, which is not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def loopback_only() -> LoopbackOnly:
    """The guard around all tests: no code in this process reaches another machine."""
    guard = LoopbackOnly()
    sys.addaudithook(guard)
    return guard


@pytest.fixture(autouse=True)
def _no_test_reaches_out(loopback_only: LoopbackOnly) -> Iterator[None]:
    yield
    attempts = loopback_only.attempts.copy()
    loopback_only.attempts.clear()
    assert attempts == []
