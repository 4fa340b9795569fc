"""PDFs made to loop, to eat memory, or to claim what is not there, one for each known shape."""

import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache

_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
    b"/Resources<</Font<</F1 5 0 R>>/XObject<</X1 6 0 R>>>>>>"
)
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_DRAWN = b"BT /F1 11 Tf 60 760 Td (The old mill will open as a museum in the spring.) Tj ET"
_MANY = 100_000


def pdf(*objects: bytes, trailer: bytes = b"", start: int | None = None) -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is the catalog.

    `trailer` is put into the trailer's dictionary; `start` is where the table is said to stand.
    """
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%b\nendobj\n" % (number, body)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R%b>>\n" % (len(objects) + 1, trailer)
    out += b"startxref\n%d\n%%%%EOF" % (at if start is None else start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object's body with these further entries in its dictionary."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), entries, content)


def page_of(content: bytes, *more: bytes) -> bytes:
    """Return a PDF of one page with this content stream; further objects are numbered from 6."""
    return pdf(_CATALOG, _PAGES, _PAGE, content, _FONT, *more)


@cache
def _inflating(times: int) -> bytes:
    """Return 300 MB of zeros, packed that many times."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(300)) + packer.flush()
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    return packed


def _filters(name: bytes, count: int) -> bytes:
    return b"/Filter[" + b" ".join([name] * count) + b"]"


def _kids(kids: bytes, count: int = 1) -> bytes:
    pages = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count)
    return pdf(_CATALOG, pages, _PAGE, stream(_DRAWN), _FONT)


def _character_map(lines: bytes) -> bytes:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    return pdf(_CATALOG, _PAGES, _PAGE, stream(_DRAWN), font, stream(lines))


def _outline_loop() -> bytes:
    catalog = b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>"
    item = b"<</First 6 0 R/Last 6 0 R/Next 6 0 R/Prev 6 0 R/Parent 6 0 R/Title(x)/Count 9>>"
    return pdf(catalog, _PAGES, _PAGE, stream(_DRAWN), _FONT, item)


def _deep_pages() -> bytes:
    nodes: Sequence[bytes] = [
        b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 1) for number in range(2, 6_000)
    ]
    return pdf(_CATALOG, *nodes)


def _table_loop() -> bytes:
    first = page_of(stream(_DRAWN))
    at = first.rindex(b"xref\n0 ")
    return pdf(_CATALOG, _PAGES, _PAGE, stream(_DRAWN), _FONT, trailer=b"/Prev %d" % at)


def _object_streams() -> bytes:
    inner = b"7 0 8 10 <</A 8 0 R>> <</B 7 0 R>>"
    first = stream(inner, b"/Type/ObjStm/N 99999999/First 9/Extends 6 0 R")
    return page_of(stream(_DRAWN), first)


def _form(content: bytes) -> bytes:
    form = stream(content, b"/Type/XObject/Subtype/Form/Resources<</XObject<</X1 6 0 R>>>>")
    return page_of(stream(_DRAWN + b" /X1 Do"), form)


SHAPES: Mapping[str, Callable[[], bytes]] = {
    "page that is its own kid": lambda: _kids(b"2 0 R"),
    "page tree in a circle": lambda: pdf(
        _CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"
    ),
    "six thousand pages deep": _deep_pages,
    "one page named many times": lambda: _kids(b"3 0 R " * _MANY, _MANY),
    "count beyond belief": lambda: _kids(b"3 0 R", 2**62),
    "negative count": lambda: _kids(b"3 0 R", -5),
    "no kids": lambda: _kids(b""),
    "table that leads to itself": _table_loop,
    "table behind the end": lambda: pdf(_CATALOG, _PAGES, _PAGE, start=10**12),
    "table before the start": lambda: pdf(_CATALOG, _PAGES, _PAGE, start=-7),
    "no table": lambda: b"%PDF-1.4\n1 0 obj" + _CATALOG + b"endobj",
    "table of ten million": lambda: page_of(stream(_DRAWN)).replace(
        b"xref\n0 6", b"xref\n0 9999999"
    ),
    "root that is missing": lambda: pdf(_CATALOG).replace(b"/Root 1 0 R", b"/Root 9 0 R"),
    "stream of 300 MB": lambda: page_of(stream(_inflating(1), b"/Filter/FlateDecode")),
    "stream packed twice": lambda: page_of(stream(_inflating(2), _filters(b"/FlateDecode", 2))),
    "thousand filters": lambda: page_of(stream(b"41>", _filters(b"/ASCIIHexDecode", 1000))),
    "run lengths": lambda: page_of(stream(b"\x81 " * _MANY, b"/Filter/RunLengthDecode")),
    "LZW that is none": lambda: page_of(stream(bytes(range(256)) * 99, b"/Filter/LZWDecode")),
    "JBIG2 content": lambda: page_of(stream(b"\x97JB2\r\n" * 99, b"/Filter/JBIG2Decode")),
    "JPEG content": lambda: page_of(stream(b"\xff\xd8\xff", b"/Filter[/DCTDecode/FlateDecode]")),
    "fax content": lambda: page_of(stream(b"\x00\x01" * 99, b"/Filter/CCITTFaxDecode")),
    "predictor beyond belief": lambda: page_of(
        stream(
            zlib.compress(b"x"),
            b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 99>>",
        )
    ),
    "length that lies": lambda: page_of(stream(_DRAWN)).replace(b"/Length ", b"/Length 99999"),
    "length that is its own": lambda: page_of(b"<</Length 4 0 R>>stream\nx\nendstream"),
    "content that leads in a circle": lambda: page_of(b"[6 0 R]", b"[4 0 R]"),
    "arrays in arrays": lambda: page_of(stream(b"[" * _MANY)),
    "dictionaries in dictionaries": lambda: page_of(b"<</A" * _MANY),
    "brackets never closed": lambda: page_of(stream(b"BT (" + b"(" * _MANY + b" Tj ET")),
    "image without an end": lambda: page_of(stream(b"BI /W 9 /H 9 ID " + b"E" * _MANY)),
    "million operators": lambda: page_of(stream(b"q Q " * 500_000)),
    "graphics never restored": lambda: page_of(stream(b"q " * 500_000)),
    "form that draws itself": lambda: _form(b"/X1 Do " * 20),
    "object stream of itself": _object_streams,
    "characters without end": lambda: _character_map(
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"9 beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange"
    ),
    "character map cut off": lambda: _character_map(b"9 beginbfchar <00"),
    "outline in a circle": _outline_loop,
    "locked": lambda: pdf(
        _CATALOG,
        b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%b>/U<%b>>>" % (b"41" * 32, b"42" * 32),
        trailer=b"/Encrypt 2 0 R/ID[<00><00>]",
    ),
    "locked in an unknown way": lambda: pdf(
        _CATALOG, _PAGES, _PAGE, stream(_DRAWN), b"<</Filter/Own/V 99>>", trailer=b"/Encrypt 5 0 R"
    ),
    "box of no size": lambda: page_of(stream(_DRAWN)).replace(b"612 792", b"1e999 -0"),
    "numbers that are none": lambda: page_of(stream(b"BT /F1 11 Tf 9..9 --7 Td (mill) Tj ET")),
    "header only": lambda: b"%PDF-1.7\n%%EOF",
}
"""What is told of each PDF, and how it is made."""
