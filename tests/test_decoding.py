"""Bytes to text: every encoding that pages come in, and every reason to refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.decoding import decode
from ingest.errors import UnreadablePage

TEXT = "Über die Brücke fährt heute niemand, sagte die Stadt.\r\nДорога закрыта.\n"
GERMAN = "Die Brücke über den Fluß bleibt für Fußgänger geöffnet, erklärte die Behörde.\n" * 5


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
def test_the_text_is_unchanged_whatever_its_encoding(encoding: str) -> None:
    assert decode((TEXT if "-e" not in encoding[-3:] else GERMAN).encode(encoding)) in {
        TEXT,
        GERMAN,
    }


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_old_encodings_are_found(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "white space"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "binary"),
        (b"\xff\xfeA", "broken"),
        (b"a" * 2_000, "too large"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePage, match=reason):
        decode(content, limit=1_000 if reason == "too large" else 1_000_000)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    try:
        text = decode(content)
    except UnreadablePage:
        return
    assert text.strip()
