"""The codecs for the names of encodings that pages and servers declare."""

import codecs

_AS_BROWSERS = {
    **dict.fromkeys(
        ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"), "cp1252"
    ),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "chinese"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "windows-949"), "cp949"),
    **dict.fromkeys(("tis-620", "iso-8859-11"), "cp874"),
    "big5": "big5hkscs",
    "x-mac-cyrillic": "mac_cyrillic",
    "macintosh": "mac_roman",
    "unicode-1-1-utf-8": "utf-8",
}
"""Names that browsers read as a wider encoding, since pages use its further letters."""
_WIDE = ("utf-16", "utf-32", "utf-7")
_NO_LETTERS = frozenset({"undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape"})


def encoding_named(name: str) -> str | None:
    """Return the codec that browsers use for a declared encoding, or None for no known one.

    What declares itself in ASCII is not UTF-16, and some of Python's codecs are no encodings.
    """
    folded = name.strip().lower()
    try:
        found = codecs.lookup(_AS_BROWSERS.get(folded, folded))
        "".encode(found.name)
    except (LookupError, ValueError):  # not known; known and not of letters
        return None
    plain = found.name.replace("_", "-")
    return None if plain.startswith(_WIDE) or plain in _NO_LETTERS else found.name
