"""One outside library a file (LlamaIndex: a folder), each behind a port."""
