"""Bytes named as pages that hold no page, or one that wears its reader out."""

import json
import random
from collections.abc import Callable, Mapping

Source = random.Random
_WORDS = ("harbour", "mill", "ferry", "council", "bridge", "market", "tram", "winter", "engine")
_SUFFIXES = (".txt", ".html", ".pdf", ".docx", ".json", ".md", ".eml", ".mhtml", "", ".xyz")
_HEADS = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe0",
    b"GIF89a",
    b"\x7fELF\x02",
    b"MZ\x90\x00",
    b"Rar!\x1a",
)


def prose(source: Source, sentences: int) -> str:
    """Return sentences that mean nothing."""
    return " ".join(
        f"{' '.join(source.choices(_WORDS, k=source.randint(6, 18))).capitalize()}."
        for _ in range(sentences)
    )


def _random(source: Source) -> tuple[str, bytes]:
    return f"bad{source.choice(_SUFFIXES)}", source.randbytes(source.randint(300, 9_000))


def _empty(source: Source) -> tuple[str, bytes]:
    return f"bad{source.choice(_SUFFIXES)}", source.choice(
        (b"", b" \n\t\r\n" * source.randint(1, 99))
    )


def _nothing(source: Source) -> tuple[str, bytes]:
    return f"bad{source.choice(_SUFFIXES)}", bytes(source.randint(1, 9_000))


def _foreign(source: Source) -> tuple[str, bytes]:
    return f"bad{source.choice(_SUFFIXES)}", source.choice(_HEADS) + source.randbytes(900)


def _broken_wide(source: Source) -> tuple[str, bytes]:
    coding = source.choice(("utf-16", "utf-32"))
    return "bad.txt", prose(source, 9).encode(coding)[:-1]


def _broken_json(source: Source) -> tuple[str, bytes]:
    whole = json.dumps({"title": "Mill", "text": prose(source, 9)}).encode()
    return "bad.json", source.choice(
        (whole[: source.randint(2, len(whole) - 2)], b'{"a":' * 100_000, b'{"text": ["a"', b"{}")
    )


def _without_text(source: Source) -> tuple[str, bytes]:
    lines = [json.dumps({"title": "Mill", "n": source.random()}) for _ in range(3)]
    return "bad.jsonl", "\n".join([*lines, "{", "[1, 2]", "null", '"x"']).encode()


def _mail(source: Source) -> tuple[str, bytes]:
    head = "From: desk@courier.example\r\nMIME-Version: 1.0\r\n"
    kind = source.choice(
        (
            "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA",
            'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\n--b--',
            'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + "--b\r\nContent-Type: "
            'multipart/mixed; boundary="b"\r\n\r\n' * 500,
        )
    )
    return "bad.eml", (head + kind).encode()


def _markup(source: Source) -> tuple[str, bytes]:
    return "bad.html", source.choice(
        (
            b"<html><head><title>Mill</title></head><body></body></html>",
            b"<html><body><script>" + prose(source, 9).encode() + b"</script></body></html>",
            b"<html><body><p hidden>" + prose(source, 9).encode() + b"</p></body></html>",
            b"<!DOCTYPE html>",
        )
    )


HOPELESS: Mapping[str, Callable[[Source], tuple[str, bytes]]] = {
    "random bytes": _random,
    "nothing but white space": _empty,
    "nothing but zeros": _nothing,
    "a picture or a program": _foreign,
    "wide characters cut in two": _broken_wide,
    "broken JSON": _broken_json,
    "records without text": _without_text,
    "mail without words": _mail,
    "web page without words": _markup,
}
"""What is told of each, and how its name and bytes are made; none holds a page."""


def _deep_markup(source: Source) -> tuple[str, bytes]:
    tag = source.choice((b"<div>", b"<table><tr><td>", b"<b>", b"<ul><li>", b"<blockquote>"))
    return "odd.html", b"<html><body>" + tag * 100_000 + prose(source, 3).encode()


def _long_line(source: Source) -> tuple[str, bytes]:
    return f"odd{source.choice(('.txt', '.html', '.md'))}", prose(source, 4_000).encode()


def _many_lines(source: Source) -> tuple[str, bytes]:
    return "odd.txt", f"{source.choice(_WORDS)}\n".encode() * 30_000


def _no_spaces(source: Source) -> tuple[str, bytes]:
    return "odd.txt", source.choice((b"a", "“".encode(), b"(", b"!", b"\n\n ")) * 1_000_000 + b"x"


def _mojibake(source: Source) -> tuple[str, bytes]:
    twice = "„Die Mühle öffnet“, sagte er. ".encode().decode("latin-1") * 20
    return "odd.txt", twice.encode("utf-8")


def _surrogates(source: Source) -> tuple[str, bytes]:
    return "odd.txt", ("Mill \ud83d opens. " * 40).encode("utf-8", "surrogatepass")


def _wrong_suffix(source: Source) -> tuple[str, bytes]:
    return f"odd{source.choice(_SUFFIXES)}", prose(source, 20).encode()


def _other_coding(source: Source) -> tuple[str, bytes]:
    text = {"shift-jis": "工場は春に開く。" * 40, "koi8-r": "Мельница откроется весной. " * 40}
    coding = source.choice(tuple(text))
    return "odd.txt", text[coding].encode(coding)


def _laughs(source: Source) -> tuple[str, bytes]:
    lines = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    return (
        "odd.xhtml",
        f"<!DOCTYPE html [<!ENTITY a0 'ha'>{lines}]><html><p>&a11;</p></html>".encode(),
    )


def _zeros_within(source: Source) -> tuple[str, bytes]:
    return "odd.txt", prose(source, 20).encode().replace(b" ", b"\x00 ", source.randint(1, 200))


TRYING: Mapping[str, Callable[[Source], tuple[str, bytes]]] = {
    "a hundred thousand tags deep": _deep_markup,
    "one line without an end": _long_line,
    "thirty thousand lines": _many_lines,
    "a million signs": _no_spaces,
    "text decoded wrongly": _mojibake,
    "half characters": _surrogates,
    "text under any name": _wrong_suffix,
    "text in an old encoding": _other_coding,
    "entities of entities": _laughs,
    "zeros among the words": _zeros_within,
}
"""As above, of files that may be stored or rejected, so long as one of the two is told."""
