"""all-MiniLM-L6-v2 in fp32 on onnxruntime: the embedded embedder, without torch and offline."""
