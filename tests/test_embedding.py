import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from numpy.testing import assert_allclose

from rag.adapters.llamaindex.embedding import LlamaIndexEmbedder, load_embedder, unit_rows
from rag.adapters.llamaindex.minilm import MiniLMEmbedding
from rag.adapters.minilm.embedder import MiniLM
from rag.adapters.settings import Settings
from rag.values.errors import EmbeddingFailed, SettingInvalid

OPENAI = "llama_index.embeddings.openai:OpenAIEmbedding"
MOCK = "llama_index.core.embeddings:MockEmbedding"


class EmbeddingEndpoint(BaseHTTPRequestHandler):
    """Speaks the wire form of an OpenAI-compatible embedding server; one fault per model name."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if asked["model"] == "refused":
            self.reply(401, {"error": {"message": "no such key"}})
            return
        vectors = [faulty_vector(asked["model"], at) for at in range(len(asked["input"]))]
        rows = [
            {"object": "embedding", "index": at, "embedding": v} for at, v in enumerate(vectors)
        ]
        if asked["model"] == "too-few":
            rows.pop()
        self.reply(200, {"object": "list", "data": rows, "model": asked["model"], "usage": {}})

    def reply(self, status: int, body: object) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


def faulty_vector(model: str, at: int) -> list[float]:
    match model:
        case "nan":
            return [float("nan"), 1.0]
        case "zero":
            return [0.0, 0.0]
        case "ragged":
            return [1.0] * (2 + at)
    return [3.0, 4.0 + at]


@contextmanager
def endpoint() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), EmbeddingEndpoint)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def api_base() -> Iterator[str]:
    with endpoint() as address:
        yield address


def remote(api_base: str, model: str) -> Settings:
    arguments = {"model_name": model, "api_base": api_base, "api_key": "sesame", "max_retries": 0}
    return Settings(embedding=OPENAI, embedding_args=arguments)


def test_the_default_is_the_embedded_model() -> None:
    embedder = load_embedder(Settings())
    assert isinstance(embedder, MiniLM)
    assert "MiniLM" in embedder.name


def test_choosing_the_embedded_model_imports_no_llama_index() -> None:
    program = (
        "import sys; from rag.adapters.settings import Settings\n"
        "from rag.adapters.llamaindex.embedding import load_embedder\n"
        "load_embedder(Settings())\n"
        "print([m for m in ('llama_index', 'openai', 'onnxruntime') if m in sys.modules])"
    )
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, check=True
    )
    assert done.stdout.strip() == b"[]"


def test_an_openai_compatible_endpoint_by_setting(api_base: str) -> None:
    embedder = load_embedder(remote(api_base, "mine"))
    assert embedder.name == f"{OPENAI}/mine"
    assert_allclose(embedder.query("ferry"), [0.6, 0.8], atol=1e-6)
    assert embedder.dimension == 2
    assert_allclose(embedder.passages(["a", "b \ud800"])[1], np.array([3, 5]) / 34**0.5, atol=1e-6)
    assert embedder.passages([]).shape == (0, 2)


@pytest.mark.parametrize("fault", ["refused", "nan", "zero", "ragged", "too-few"])
def test_what_is_no_set_of_vectors_is_refused(api_base: str, fault: str) -> None:
    embedder = load_embedder(remote(api_base, fault))
    with pytest.raises(EmbeddingFailed, match=f"{OPENAI}/{fault}") as refused:
        embedder.passages(["a", "b"])
    assert "sesame" not in str(refused.value)


def test_an_endpoint_that_is_not_there() -> None:
    with endpoint() as address:
        pass
    with pytest.raises(EmbeddingFailed, match="Check its address"):
        load_embedder(remote(address, "mine")).query("ferry")


def test_another_model_behind_the_same_name_is_noticed() -> None:
    mock = pytest.importorskip("llama_index.core.embeddings").MockEmbedding(embed_dim=3)
    embedder = LlamaIndexEmbedder(mock, name="mock")
    assert embedder.dimension == 3
    mock.embed_dim = 4
    with pytest.raises(EmbeddingFailed, match="4 numbers after ones of 3"):
        embedder.query("ferry")


@pytest.mark.parametrize(
    ("embedding", "arguments", "said"),
    [
        ("word2vec", {}, "module:Class"),
        ("nowhere.at.all:Class", {}, "cannot be imported"),
        ("llama_index.core.embeddings:Nothing", {}, "cannot be imported"),
        (":Class", {}, "module:Class"),
        ("pathlib:Path", {}, "no LlamaIndex embedding class"),
        (MOCK, {"api_key": "sesame"}, r"does not take the arguments .* \(api_key\)"),
        ("minilm", {"model": "x"}, "takes none"),
    ],
)
def test_a_wrong_choice_is_explained(embedding: str, arguments: dict[str, str], said: str) -> None:
    with pytest.raises(SettingInvalid, match=said) as refused:
        load_embedder(Settings(embedding=embedding, embedding_args=arguments))
    assert "sesame" not in str(refused.value)


@pytest.mark.parametrize("rows", [[], [[]], [[1.0], [1.0]], [[float("inf"), 1.0]]])
def test_one_text_has_one_finite_vector(rows: list[list[float]]) -> None:
    with pytest.raises(EmbeddingFailed):
        unit_rows(rows, 1, "any")


def test_the_embedded_model_inside_llama_index() -> None:
    embedding, minilm = MiniLMEmbedding(), MiniLM()
    texts = ["The ferry sails.", "Nobody was hurt."]
    assert_allclose(embedding.get_text_embedding_batch(texts), minilm.passages(texts), atol=1e-6)
    asked = asyncio.run(embedding.aget_query_embedding("ferry"))
    assert_allclose(asked, minilm.query("ferry"), atol=1e-6)
    assert_allclose(embedding.get_query_embedding("ferry"), asked, atol=1e-6)
