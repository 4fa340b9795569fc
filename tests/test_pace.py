"""The rate that an ingest tells is that of the last seconds."""

from rag.doors.cli.pace import Pace


def test_the_rate_is_of_late_and_not_of_what_was_there_already() -> None:
    pace = Pace()
    assert pace.told(0, 5_000, 100.0) == "0 of 5,000"
    assert pace.told(1_000, 5_000, 101.0) == "1,000 of 5,000 · 1,000.0 a second"
    for second in range(2, 60):
        told = pace.told(1_000 + 4 * second, None, 100.0 + second)
    assert told == "1,236 · 4.0 a second"
