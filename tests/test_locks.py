"""The locks name everything with its hash, no torch, and no host to fetch from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text()
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==([^\s;]+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_no_torch_and_nothing_of_its_train(lock: str) -> None:
    heavy = re.compile(r"torch|nvidia|triton|transformers|cuda")
    assert [name for name in pins(lock) if heavy.search(name)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_no_line_names_a_host(lock: str) -> None:
    text = (ROOT / lock).read_text()
    entries = re.split(r"\n(?=[a-z0-9])", text)
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?:|file:|--index|--find-links|--extra-index", text) == []


def test_both_locks_agree() -> None:
    use, develop = (pins(lock) for lock in LOCKS)
    assert {name: develop.get(name) for name in use} == use


def test_the_locks_hold_every_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]

    def missing(declared: list[str], lock: str) -> list[str]:
        names = [re.split(r"[<>=;\[ ]", line)[0].lower() for line in declared]
        return [name for name in names if name not in pins(lock)]

    assert missing([*project["dependencies"], *extras["build"]], "requirements.lock") == []
    assert missing(extras["dev"], "requirements-dev.lock") == []
