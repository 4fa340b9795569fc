"""JSON as text that is safe to print, to send and to read by any parser."""

import json
import re

_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON would let through though a terminal obeys it or UTF-8 cannot carry it; it stands only
inside strings, where an escape means the same."""


def json_text(content: object, *, indent: int | None = None) -> str:
    """Return `content` as JSON, on one line unless an indent is given."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
