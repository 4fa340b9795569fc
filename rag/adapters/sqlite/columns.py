"""Column types that hold any Python string exactly, whatever a page or a file name contained."""

import zlib

from sqlalchemy import LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class SafeText(TypeDecorator[str]):
    """Text that may hold lone surrogates (undecodable file names, escapes in JSON).

    SQLite's text must be UTF-8, so those rare values are kept as bytes; equal strings still
    compare equal.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | bytes | None:
        """Return what SQLite stores for `value`."""
        if value is None or value.isascii():
            return value
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
        return value

    def process_result_value(self, value: str | bytes | None, dialect: Dialect) -> str | None:
        """Return the string that was stored."""
        return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


class PackedBytes(TypeDecorator[bytes]):
    """Bytes, compressed."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Return the compressed form."""
        return None if value is None else zlib.compress(value, 3)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Return the bytes that were stored."""
        return None if value is None else zlib.decompress(value)


class PackedText(TypeDecorator[str]):
    """A long text, compressed."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Return the compressed form."""
        return None if value is None else zlib.compress(value.encode("utf-8", "surrogatepass"), 3)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Return the text that was stored."""
        return None if value is None else zlib.decompress(value).decode("utf-8", "surrogatepass")
