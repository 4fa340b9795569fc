"""A Word document without the words that Word does not show: hidden, tiny, or white on white."""

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = re.compile(r"^word/(?:document|footnotes|endnotes)\d*\.xml$")
_SUSPECT = re.compile(rb"<w:(?:vanish|webHidden|sz|color)\b")
_OFF = frozenset({"0", "false", "off"})
_TINY = 4
"""Half points: letters of two points cannot be read."""


def seen_document(content: bytes) -> bytes:
    """Return the document without hidden runs; raises what zipfile and lxml raise."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    changed = False
    for name, part in parts.items():
        if _TEXTS.match(name) and _SUSPECT.search(part):
            shown = _without_hidden(part)
            changed, parts[name] = changed or shown is not part, shown
    if not changed:
        return content
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _without_hidden(part: bytes) -> bytes:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    tree = etree.fromstring(part, parser)
    hidden = [run for run in tree.iter(f"{_W}r") if _is_hidden(run)]
    for run in hidden:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8") if hidden else part


def _is_hidden(run: "_Element") -> bool:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return False
    for name in ("vanish", "webHidden"):
        found = properties.find(f"{_W}{name}")
        if found is not None and found.get(f"{_W}val", "1") not in _OFF:
            return True
    size = _value(properties, "sz")
    if size.isdigit() and int(size) <= _TINY:
        return True
    grounds = ("highlight", "shd")
    painted = any(properties.find(f"{_W}{name}") is not None for name in grounds)
    return _value(properties, "color").upper() == "FFFFFF" and not painted and not _in_cell(run)


def _in_cell(run: "_Element") -> bool:
    """Return whether a run may stand on a ground of its own: that of a table's cell."""
    return any(True for _ in run.iterancestors(f"{_W}tc", f"{_W}txbxContent"))


def _value(properties: "_Element", name: str) -> str:
    found = properties.find(f"{_W}{name}")
    return "" if found is None else found.get(f"{_W}val") or ""
