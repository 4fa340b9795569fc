"""Page text made safe to look at, in a terminal or in a browser.

What a control character or a bidirectional override would do to the screen is shown instead of
done: escape codes cannot colour or clear a terminal, and no text can be displayed in another order
than it is stored in.
"""

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
_CONTROLS[0x7F] = "␡"
_UNSHOWABLE = [*range(0x80, 0xA0), *range(0xD800, 0xE000)]
_REORDERING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_INVISIBLE_TAGS = range(0xE0000, 0xE0080)

_SHOWN: dict[int, str] = {
    **_CONTROLS,
    **dict.fromkeys([*_UNSHOWABLE, *_REORDERING], "�"),
    **dict.fromkeys(_INVISIBLE_TAGS, "�"),
}


def readable(text: str) -> str:
    """Return `text` with control and reordering characters replaced by visible signs."""
    return text.replace("\r\n", "\n").translate(_SHOWN)


def one_line(text: str) -> str:
    """Return `text` readable and on one line, white space folded."""
    return readable(" ".join(text.split()))
