"""Archives and Word documents that lie, repeat themselves, lead out, or never end."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache

import brotli

PAGE = (
    b"Mill on the Lenn to open as a museum\n\nThe old mill on the Lenn will open as a museum in the"
    b" spring, its owners said on Friday.\n"
)
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"{more}/></Relationships>'
)
_LAUGHS = "<!DOCTYPE w [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
)


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    """Return a TAR archive of these members."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for info, content in members:
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


@cache
def zeros(size: int) -> bytes:
    """Return that many zeros, packed by gzip."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as file:
        for _ in range(size // 1_000_000):
            file.write(bytes(1_000_000))
    return out.getvalue()


def _linked(kind: bytes, target: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo("page.txt")
    info.type, info.linkname = kind, target
    return info


def _forged() -> bytes:
    """Say in the directory that 30 MB of zeros are ten bytes."""
    packed = bytearray(zipped({"page.txt": bytes(30_000_000)}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", packed, packed.index(mark) + at, 10)
    return bytes(packed)


def _locked() -> bytes:
    packed = bytearray(zipped({"page.txt": PAGE}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(mark) + at] |= 1
    return bytes(packed)


def _linked_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("page.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def _long_name() -> bytes:
    info = tarfile.TarInfo("name")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 30_000_000
    return info.tobuf() + bytes(info.size)


def _brotli_bomb() -> bytes:
    body: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n"
    body += brotli.compress(bytes(200_000_000), quality=1)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def _nested(depth: int) -> bytes:
    inner = zipped({"page.txt": PAGE})
    for _ in range(depth):
        inner = zipped({"inner.zip": inner})
    return inner


def docx(document: str, more: Mapping[str, bytes] | None = None, relation: str = "") -> bytes:
    """Return a Word document with this XML as its text, and further parts."""
    return zipped(
        {
            "[Content_Types].xml": _TYPES.encode(),
            "_rels/.rels": _RELATIONS.format(more=relation).encode(),
            "word/document.xml": document.encode(),
            **(more or {}),
        }
    )


def _document(text: str, declared: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{declared}<w:document xmlns:w="{_SPACE}"><w:body><w:p><w:r><w:t>'
        f"{text}</w:t></w:r></w:p></w:body></w:document>"
    )


ARCHIVES: Mapping[str, Callable[[], tuple[str, bytes]]] = {
    "zip cut off": lambda: ("bad.zip", zipped({"page.txt": PAGE * 50})[:60]),
    "zip of nothing": lambda: ("bad.zip", zipped({})),
    "zip with a forged size": lambda: ("bad.zip", _forged()),
    "zip bomb": lambda: (
        "bad.zip",
        zipped({f"{n}.txt": bytes(2_000_000) for n in range(15)}),
    ),
    "zip that is locked": lambda: ("bad.zip", _locked()),
    "zip with a link": lambda: ("bad.zip", _linked_zip()),
    "zip in zip in zip": lambda: ("bad.zip", _nested(5)),
    "gzip bomb": lambda: ("bad.txt.gz", zeros(200_000_000)),
    "gzip cut off": lambda: ("bad.txt.gz", gzip.compress(PAGE * 99)[:-40]),
    "gzip of gzip": lambda: ("bad.gz.gz", gzip.compress(gzip.compress(PAGE))),
    "tar cut off": lambda: ("bad.tar", tarred((tarfile.TarInfo("page.txt"), PAGE * 99))[:700]),
    "tar with a link": lambda: ("bad.tar", tarred((_linked(tarfile.SYMTYPE, "/etc/passwd"), b""))),
    "tar with a hard link": lambda: ("bad.tar", tarred((_linked(tarfile.LNKTYPE, "../x"), b""))),
    "tar with a device": lambda: ("bad.tar", tarred((_linked(tarfile.CHRTYPE, ""), b""))),
    "tar bomb": lambda: ("bad.tgz", zeros(200_000_000)),
    "tar with a name that fills the memory": lambda: ("bad.tgz", gzip.compress(_long_name())),
    "bzip2 bomb": lambda: ("bad.txt.bz2", bz2.compress(bytes(100_000_000))),
    "xz bomb": lambda: ("bad.txt.xz", lzma.compress(bytes(100_000_000), preset=0)),
    "gzip in zip": lambda: ("bad.zip", zipped({"bad.txt.gz": zeros(50_000_000)})),
    "packaged web archive of noise": lambda: ("bad.wacz", zipped({"archive/a.warc": b"WARC/1.0"})),
    "web archive of a Brotli bomb": lambda: ("bad.warc", _brotli_bomb()),
    "table without text": lambda: ("bad.csv", b"name,size\nmill,3\nlock,4\n"),
    "table that never ends": lambda: ("bad.csv.gz", gzip.compress(b'text\n"' + b"a" * 25_000_000)),
    "settings of a program": lambda: ("bad.webarchive", b"bplist00" + bytes(range(200))),
    "web archive of noise": lambda: ("bad.warc", b"WARC/1.0\r\nContent-Length: 99999\r\n\r\nno"),
    "web archive cut off": lambda: ("bad.warc.gz", gzip.compress(b"WARC/1.0\r\n" * 99)[:-20]),
    "lines that never end": lambda: ("bad.jsonl.gz", zeros(50_000_000)),
    "word document cut off": lambda: ("bad.docx", docx(_document("Mill"))[:-60]),
    "word document of laughs": lambda: ("bad.docx", docx(_document("&a11;", _LAUGHS))),
    "word document that reads files": lambda: (
        "bad.docx",
        docx(_document("&f;", "<!DOCTYPE w [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>")),
    ),
    "word document bomb": lambda: (
        "bad.docx",
        docx(_document("Mill"), {"word/media/a.xml": bytes(120_000_000)}),
    ),
    "word document of many parts": lambda: (
        "bad.docx",
        docx(_document("Mill"), {f"word/{n}.xml": b"" for n in range(6_000)}),
    ),
    "word document from elsewhere": lambda: (
        "bad.docx",
        docx(_document(""), relation=' TargetMode="External"'),
    ),
}
"""What is told of each file, its name, and its bytes; none of them holds a page to be stored."""


def stepping_out() -> bytes:
    """Return an archive whose pages are named to land outside of any folder."""
    return zipped({"../../../evil.txt": PAGE, "/abs/evil.txt": PAGE, "C:\\evil.txt": PAGE})


def damaged(content: bytes, at: int, size: int) -> bytes:
    """Return `content` with a stretch of it packed anew, so that it means nothing there."""
    return content[:at] + zlib.compress(content[at : at + size]) + content[at + size :]
