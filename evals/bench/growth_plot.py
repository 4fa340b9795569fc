"""A picture of how durations grow with an archive."""

from collections.abc import Mapping, Sequence
from pathlib import Path


def draw(lines: Mapping[str, Sequence[tuple[int, float]]], path: Path) -> None:
    """Write a picture of medians in milliseconds over numbers of passages, both in powers of ten.

    The file's ending says its format (.svg, .png).
    """
    from matplotlib.figure import Figure

    picture = Figure(figsize=(8, 5), layout="constrained")
    axes = picture.subplots()
    for name, points in lines.items():
        ordered = sorted(points)
        axes.plot([x for x, _ in ordered], [y for _, y in ordered], marker="o", label=name)
    axes.set(xscale="log", yscale="log", xlabel="passages", ylabel="milliseconds, median")
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend()
    picture.savefig(path)
