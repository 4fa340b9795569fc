"""Invented pages that the answering tests ask about, in the shapes that saved news has."""

from pathlib import Path

PRESS = """Minister defends the weir as boats wait

Harbour Minister Odile Maren takes questions in Orrin (photograph: The Tide Table)

April 5, 2031

Thirty boats waited below Quennell Weir on Friday, the third week that the gates stayed down.

Bruno Pell, who speaks for the millers' guild, said that the guild had lost 4,000 sacks of flour.

In an interview, Harbour Minister Odile Maren denied that anybody was locked in and spoke of \
“another guild theatre.”

She praised the wardens at the gates as “the pride of the river.”

“The weir is not shut,” Maren said. “It is resting. Boats may pass by the side lock.”

The minister also warned the guild that the toll would rise in June. “I expect that everybody \
will pay in the end,” she said.

Kerstin Aldous, the mayor of Orrin, said that the town had not been told of the interview.

The wardens let 16 boats with medicine through the side lock on April 2.
"""

FLOOD = """Flood of 2029 cost more than first counted

By Runa Selk

March 2, 2031

The flood of 2029 claimed more than 310 lives along the Quennell, a new count shows.

“We counted badly and we counted late,” Mayor Kerstin Aldous said at the town hall.

Odile Maren, the harbour minister, promised a new dyke by 2034.
"""


def write_pages(folder: Path) -> Path:
    """Write the pages into the folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "press.txt").write_text(PRESS, "utf-8")
    (folder / "flood.txt").write_text(FLOOD, "utf-8")
    return folder
