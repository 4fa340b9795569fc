"""Whom "he" and "she" mean, and when nobody can tell."""

import pytest

from ingest import Fact, Region, Voice
from ingest.statements import find_statements

ROWS = [
    # the article, then the name of its last statement's speaker
    (
        "Gordon Pell told the hearing: “I was afraid.”\n"
        "Miss Oda Kern, for the council, put it to him that he had lied. He replied: “I had to.”",
        "Gordon Pell",
    ),
    (
        "Its lawyer, Maud Orb, said that no order was given.\n"
        "On Friday the company's chief executive, Ralf Stein, refused to talk about the pumps;"
        " on Monday he said that two were broken.",
        "Ralf Stein",
    ),
    (
        "The mill's owner, Strelsau Energy, said that levels were safe.\n"
        "Strelsau Energy's chief executive, Ralf Stein, declined to comment."
        " He told a radio station that work would stop.",
        "Ralf Stein",
    ),
    (
        "Thilde Vossberg, who drew the map, died on Sunday. She was 93."
        " Her son, Enzo Vossberg-Hane, said the cause was a cold.\n“They laughed,” she recalled.",
        "Thilde Vossberg",
    ),
    (
        "Thilde Vossberg, who drew the map, died. She was 93.\n“They laughed,” she said.\n"
        "“She was kind,” said her pupil, Dr. Ybe Acha.\n"
        "She leaves two nephews; and a sister, Lota Voss.\nIn her last talk she said: “Read.”",
        None,
    ),
    (
        "United's manager, Dean Rafter, was angry. “It was a gift,” Rafter said.\n"
        "His opposite number, Zanna Virt, was asked about it. “We had more shots,” she said.",
        "Zanna Virt",
    ),
    (
        "The spokeswoman Yara Voss met Colonel Zed Orm. He said that it rained.",
        "Zed Orm",
    ),
    (
        "Mayor Yara Voss met Colonel Zed Orm.\nAsked about it, she said that it rained.",
        None,
    ),
    ("Chief Executive Ylva Sol left. She said that it rained.", "Ylva Sol"),
    ("Miss Oda Kern said that it rained.", "Oda Kern"),
    ("The Rev Otto Stock said that it rained.", "Otto Stock"),
]


@pytest.mark.parametrize(("text", "name"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_person(text: str, name: str | None) -> None:
    statements = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    speaker = statements[-1].speaker
    assert speaker is not None
    assert speaker.name == name
