"""Files that hold many saved pages: each is gone through without unpacking anything to disk."""

from ingest.containers.opening import captures_in, is_container, is_container_name

__all__ = ["captures_in", "is_container", "is_container_name"]
