"""LlamaIndex on both sides: its components behind our ports, ours as its components."""
