from pathlib import Path

from ingest import Capture, find_captures

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def test_the_folder_gives_its_pages_and_nothing_else() -> None:
    found = list(find_captures([SEEDS]))
    names = [one.name for one in found if isinstance(one, Capture)]
    assert len(names) == len(found) >= 6
    assert {Path(name).suffix for name in names} == {".html", ".txt"}


def test_a_readme_is_read_when_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "readme.md").write_text("About these pages.")
    (tmp_path / "page.txt").write_text("A page.")
    assert [one.path for one in find_captures([tmp_path])] == ["page.txt"]
    assert [one.path for one in find_captures([tmp_path / "readme.md"])] == ["readme.md"]
