"""The five real captures: whose words every line is, and what each page says about itself."""

from pathlib import Path

import pytest

from ingest import Article, Capture, Voice, read_page

pytestmark = pytest.mark.shared

CAPTURES = {
    "000": "000_a8b36cbd5ffbeb6c.txt",
    "001": "001_4d7296884fdb0b85.txt",
    "002": "002_8182b9b3c7045f89.txt",
    "003": "003_c6346b9cbec66935.txt",
    "004": "004_11c1059b06ce80de.txt",
}

# Line numbers as an editor counts them, blank lines left out; ranges hold both their ends.
VOICES = {
    "000": {
        "furniture": "1-73 80 84 91 99-103 119-194",
        "headline": "75",
        "byline": "77-78",
        "dateline": "79",
        "standfirst": "82",
        "caption": "85",
        "narration": "87-89 93-97 105-117",
    },
    "001": {
        "furniture": "1-73 80-81 85 99-103 117-193",
        "headline": "75",
        "byline": "77-78",
        "dateline": "79",
        "standfirst": "83",
        "caption": "86-87",
        "narration": "89-97 107-115",
        "subhead": "105",
    },
    "002": {
        "furniture": "1-73 80 84 102-106 110 124-201",
        "headline": "75",
        "byline": "77-78",
        "dateline": "79",
        "standfirst": "82",
        "caption": "85-86",
        "narration": "88-100 108 114-122",
        "subhead": "112",
    },
    "003": {
        "furniture": "1 16",
        "narration": "2-4 6-8 10-11 13-15",
        "subhead": "5 9 12",
    },
    "004": {
        "headline": "1",
        "caption": "3 47",
        "narration": "5-45 49-63",
        "byline": "65",
        "furniture": "67-69",
        "comment": "72-188",
    },
}


def _read(shared: Path, name: str) -> Article:
    path = shared / "seeds" / CAPTURES[name]
    return read_page(Capture(path.read_bytes(), path.name, path.name))


def _expected(table: dict[str, str]) -> dict[int, str]:
    voices: dict[int, str] = {}
    for voice, ranges in table.items():
        for part in ranges.split():
            first, _, last = part.partition("-")
            for number in range(int(first), int(last or first) + 1):
                assert number not in voices, f"line {number} is listed twice"
                voices[number] = voice
    return voices


@pytest.mark.parametrize("name", CAPTURES)
def test_every_line_of_the_real_captures_has_its_voice(shared: Path, name: str) -> None:
    article = _read(shared, name)
    expected = _expected(VOICES[name])
    wrong = []
    start = 0
    for number, line in enumerate(article.text.split("\n"), start=1):
        first = start + len(line) - len(line.lstrip())
        start += len(line) + 1
        if not line.strip():
            continue
        voice = next(r.voice for r in article.regions if r.start <= first < r.end)
        if voice != expected.get(number, "unlisted"):
            wrong.append((number, expected.get(number, "unlisted"), voice.value))
    assert wrong == []


FACTS = {
    "000": ("Armenia trying to sever", "Al Mayadeen English", "Al Mayadeen English", "2023-09-25"),
    "001": (
        "Putin: Macron",
        "Al Mayadeen English",
        "Al Mayadeen English",
        "2022-10-14",
    ),
    "002": ("Russia offers to host", "Al Mayadeen English", "Al Mayadeen English", "2023-07-15"),
    "003": (None, None, None, None),
    "004": ("Pashinyan says Russian", "Armenian Weekly", "Lillian Avedian", "2023-01"),
}


@pytest.mark.parametrize("name", CAPTURES)
def test_what_the_real_captures_say_about_themselves(shared: Path, name: str) -> None:
    article = _read(shared, name)
    title, outlet, byline, published = FACTS[name]
    assert (article.title.value or "")[: len(title or "")] == (title or "")
    assert (article.outlet.value, article.byline.value) == (outlet, byline)
    assert (article.published.value or "")[:10] == (published or "")
    assert article.language == "en"
    for fact in (article.title, article.outlet, article.byline):
        if fact.value is not None:
            assert fact.evidence is not None
            assert fact.evidence.of(article.text) == fact.value


def test_no_outlet_inferred_from_a_box_is_called_stated(shared: Path) -> None:
    assert _read(shared, "004").outlet.how == "inferred"
    assert _read(shared, "003").published.how == "unknown"


def test_the_month_of_the_fifth_capture_is_inferred_from_the_days_that_it_names(
    shared: Path,
) -> None:
    article = _read(shared, "004")
    assert (article.published.value, article.published.how) == ("2023-01", "inferred")
    assert article.published.evidence is not None
    assert article.published.evidence.of(article.text) == "January 11"


def test_each_comment_is_a_region_of_its_own(shared: Path) -> None:
    article = _read(shared, "004")
    comments = [r for r in article.regions if r.voice is Voice.COMMENT]
    assert len(comments) >= 40
