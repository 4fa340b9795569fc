"""Bytes of a text file to the one text that every offset refers to."""

import codecs
import re

from ingest.errors import UnreadablePage

SIZE_LIMIT = 20_000_000
"""Bytes. No news page comes near this; a log file or a disk image does."""

_SAMPLE = 65_536
_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.005
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_SOUND_FOR_EACH_BROKEN = 4


def decode(content: bytes, limit: int = SIZE_LIMIT) -> str:
    """Return the text that `content` holds, unchanged but for its byte order mark.

    The encoding is the one that a byte order mark names, else UTF-8 if the bytes are valid UTF-8 or
    nearly so (a copy cut off within a letter: such bytes become U+FFFD), else what
    charset-normalizer finds. Raises UnreadablePage for bytes that hold no text.
    """
    if not content:
        raise UnreadablePage("the file is empty")
    if len(content) > limit:
        size, most = len(content) / 1e6, limit / 1e6
        raise UnreadablePage(f"the file is too large ({size:.1f} MB; the limit is {most:.0f} MB)")
    text = _marked(content)
    if text is None:
        text = _unmarked(content)
    if len(_CONTROL.findall(text)) > len(text) * _CONTROL_SHARE:
        raise UnreadablePage("the file holds binary data, not text")
    if not text.strip():
        raise UnreadablePage("the file holds only white space")
    return text


def _marked(content: bytes) -> str | None:
    for mark, encoding in _SIGNATURES:
        if content.startswith(mark):
            plain = content[len(mark) :]
            try:
                return plain.decode(encoding)
            except UnicodeDecodeError as error:
                if encoding == "utf-8" and (text := _nearly_utf8(plain)) is not None:
                    return text
                raise UnreadablePage(
                    f"the file says it is {encoding.upper()} but is broken at byte {error.start}"
                ) from error
    return None


def _unmarked(content: bytes) -> str:
    wide = _wide_encoding(content)
    if wide is None:
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            text = _nearly_utf8(content)
            if text is not None:
                return text
            wide = _guessed(content)
    try:
        return content.decode(wide)
    except UnicodeDecodeError as error:
        raise UnreadablePage("the file's character encoding cannot be told") from error


def _nearly_utf8(content: bytes) -> str | None:
    """Return the text of UTF-8 with few broken bytes; none where another encoding is likelier.

    In other encodings hardly any of the letters beyond ASCII look like UTF-8 by chance.
    """
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    letters = len(_BEYOND_ASCII.findall(text)) - broken
    if letters >= _SOUND_FOR_EACH_BROKEN * broken or text.find("\ufffd") == len(text) - 1:
        return text
    return None


def _wide_encoding(content: bytes) -> str | None:
    """Return which UTF-16 this is when every other byte of a sample is nearly always zero."""
    sample = content[:4096]
    half = len(sample) // 2
    if half < 2 or len(content) % 2:
        return None
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if high > 0.7 * half and low < 0.1 * half:
        return "utf-16-le"
    if low > 0.7 * half and high < 0.1 * half:
        return "utf-16-be"
    return None


def _guessed(content: bytes) -> str:
    if content[:_SAMPLE].count(0) > 2:
        raise UnreadablePage("the file holds binary data, not text")
    from charset_normalizer import from_bytes  # slow to import, and most files are UTF-8

    # A sample ends at a line's end, lest it cut a character of several bytes in two.
    sample = content[:_SAMPLE]
    if len(content) > _SAMPLE and b"\n" in sample:
        sample = sample[: sample.rindex(b"\n")]
    best = from_bytes(sample).best()
    if best is None:
        raise UnreadablePage("the file holds binary data, or text in an unknown encoding")
    return best.encoding
