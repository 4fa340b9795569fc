"""Which words a sentence attributes to whom: one row for each construction of news English."""

import pytest

from ingest import Fact, Region, Voice
from ingest.statements import find_statements

ROWS = [
    # text, then (source, cue, contents) of each statement
    ("Ada Lind said the bridge is safe.", [("Ada Lind", "said", ["the bridge is safe"])]),
    (
        "Ada Lind said on Friday that the bridge is safe.",
        [("Ada Lind", "said", ["that the bridge is safe"])],
    ),
    (
        "Ada Lind, who runs the port, told reporters that it is safe.",
        [("Ada Lind, who runs the port,", "told", ["that it is safe"])],
    ),
    (
        "The bridge is safe, said Ada Lind, director of the port.",
        [("Ada Lind, director of the port", "said", ["The bridge is safe"])],
    ),
    ("According to the port, trade fell.", [("the port", "According to", ["trade fell"])]),
    (
        "Trade fell in May, according to the port.",
        [("the port", "according to", ["Trade fell in May"])],
    ),
    (
        "The bridge, Ada Lind said, is safe.",
        [("Ada Lind", "said", ["The bridge", "is safe"])],
    ),
    (
        "Ada Lind denied the claim and called it “a show.”",
        [("Ada Lind", "denied", ["the claim"]), ("Ada Lind", "called", ["it “a show.”"])],
    ),
    (
        "Ada Lind said the port grows, adding that trade fell.",
        [("Ada Lind", "said", ["the port grows"]), ("Ada Lind", "adding", ["that trade fell"])],
    ),
    ("“Go,” Ada Lind said. “Now.”", [("Ada Lind", "said", ["“Go,”", "“Now.”"])]),
    ("“Go!” shouted Ada Lind.", [("Ada Lind", "shouted", ["“Go!”"])]),
    ("“Go,” Ada Lind bellowed.", [("Ada Lind", "bellowed", ["“Go,”"])]),
    ("As Ada Lind puts it, “Trade is war.”", [("Ada Lind", "puts it", ["“Trade is war.”"])]),
    ("“Trade is war.” — Ada Lind", [("Ada Lind", "—", ["“Trade is war.”"])]),
    ("Ada Lind went further: “Stop.”", [("Ada Lind", "went further:", ["“Stop.”"])]),
    (
        "When Bo Hass asked for more time, Ada Lind said, “Not today.”",
        [("Bo Hass", "asked for", ["more time"]), ("Ada Lind", "said", ["“Not today.”"])],
    ),
    (
        "Ada Lind, hoping to win, called the port “a ruin.”",
        [("Ada Lind", "hoping", ["to win"]), ("Ada Lind", "called", ["the port “a ruin.”"])],
    ),
    (
        "In a letter defending the port, Ada Lind said that trade fell.",
        [("Ada Lind", "said", ["that trade fell"])],
    ),
    (
        "Bo Hass dug for hours, when Ada Lind arrived, shouting “Stop!”",
        [("Ada Lind", "shouting", ["“Stop!”"])],
    ),
    (
        "Ada Lind declared the need for speed: “We must hurry,” she said.",
        [("Ada Lind", "declared", ["the need for speed"]), ("she", "said", ["“We must hurry,”"])],
    ),
    (
        "Bo Hass spoke of what Ada Lind called “the great flood.”",
        [("Ada Lind", "called", ["“the great flood.”"])],
    ),
    (
        "Mayor Lind Calls Bridge “Disaster” After Storm Damage",
        [("Mayor Lind", "Calls", ["Bridge “Disaster” After Storm Damage"])],
    ),
    (
        "Bo Hass said “it rained,” but Ada Lind replied, “It was dry.”",
        [("Bo Hass", "said", ["“it rained,”"]), ("Ada Lind", "replied", ["“It was dry.”"])],
    ),
    (
        "Two arches were cracked, the port's engineer Ada Lind told the meeting on Friday.",
        [("the port's engineer Ada Lind", "told", ["Two arches were cracked"])],
    ),
    (
        "Closing the bridge, Ada Lind said, feels right now that Bo Hass wants to leave.",
        [
            (
                "Ada Lind",
                "said",
                ["Closing the bridge", "feels right now that Bo Hass wants to leave"],
            )
        ],
    ),
    ("Still, Ada Lind said, trade grows.", [("Ada Lind", "said", ["trade grows"])]),
    (
        "When someone shouted, “Jump,” Ada Lind joked, rolling her eyes, “After you!”",
        [("someone", "shouted", ["“Jump,”"]), ("Ada Lind", "joked", ["“After you!”"])],
    ),
    (
        "Asked which bridge she liked best, Ada Lind demurred: “All of them.”",
        [("Ada Lind", "demurred:", ["“All of them.”"])],
    ),
    (
        "Bo Hass is saying that it rained, though Ada Lind said it was dry.",
        [("Bo Hass", "is saying", ["that it rained"]), ("Ada Lind", "said", ["it was dry"])],
    ),
    (
        "One in three said it rained; four in ten said it was dry.",
        [
            ("One in three", "said", ["it rained"]),
            ("four in ten", "said", ["it was dry"]),
        ],
    ),
    (
        "Ada Lind, a member of the board who now wants Jared Hass gone, said it rained.",
        [
            ("who", "now wants", ["Jared Hass gone"]),
            (
                "Ada Lind, a member of the board who now wants Jared Hass gone",
                "said",
                ["it rained"],
            ),
        ],
    ),
    (
        "Asked about the men who agree with him, Ada Lind said it rained.",
        [("Ada Lind", "said", ["it rained"])],
    ),
    (
        "Ada Lind stated a day earlier, “It rains.”",
        [("Ada Lind", "stated", ["“It rains.”"])],
    ),
    (
        "Ada Lind said about half of the arches leaked.",
        [("Ada Lind", "said", ["about half of the arches leaked"])],
    ),
    (
        "Ada Lind told the Chronicle her bridge was safe.",
        [("Ada Lind", "told", ["her bridge was safe"])],
    ),
    (
        "“It is safe,” said Ada Lind, who added that it rained.",
        [("Ada Lind", "said", ["“It is safe,”"]), ("who", "added", ["that it rained"])],
    ),
    (
        "In a bridge that Ada Lind called “a ruin,” Bo Hass expressed “no interest at all.”",
        [
            ("Ada Lind", "called", ["“a ruin,”"]),
            ("Bo Hass", "expressed", ["“no interest at all.”"]),
        ],
    ),
    ("“It is safe,” as Ada Lind put it.", [("Ada Lind", "put it", ["“It is safe,”"])]),
    (
        "Ada Lind promised to rebuild the bridge.",
        [("Ada Lind", "promised", ["to rebuild the bridge"])],
    ),
    (
        "Ada Lind's claim that the bridge is safe drew laughter.",
        [("Ada Lind", "claim", ["that the bridge is safe"])],
    ),
    (
        "The press paid no heed to her warning that the dam would burst.",
        [("her", "warning", ["that the dam would burst"])],
    ),
    (
        "Nobody heard the mayor's calls for a second survey.",
        [("the mayor", "calls for", ["a second survey"])],
    ),
    ("In Ada Lind's words, “it is a ruin.”", [("Ada Lind", "words", ["“it is a ruin.”"])]),
    ("From Ada Lind's letter: “It rains.”", [("Ada Lind", "letter", ["“It rains.”"])]),
    ("“It is dry!” beamed Ada Lind.", [("Ada Lind", "beamed", ["“It is dry!”"])]),
    (
        "The reason, according to Ada Lind, is that it rained.",
        [("Ada Lind", "according to", ["The reason", "is that it rained"])],
    ),
    (
        "But, according to the port, trade fell.",
        [("the port", "according to", ["trade fell"])],
    ),
    ("“Go,” Ada Lind said, and Bo Hass rose. “Now.”", [("Ada Lind", "said", ["“Go,”"])]),
    (
        "“A trick” to raise the price, she said, recalling the “great storm” of May.",
        [
            ("she", "said", ["“A trick” to raise the price"]),
            ("she", "recalling", ["the “great storm” of May"]),
        ],
    ),
    (
        "Ada Lind described the bridge as a “ruin” after she blamed the “greed” of its builder.",
        [
            ("Ada Lind", "described", ["the bridge as a “ruin”"]),
            ("she", "blamed", ["the “greed” of its builder"]),
        ],
    ),
    (
        "Ada Lind is frustrated that nobody came.",
        [("Ada Lind", "is frustrated", ["that nobody came"])],
    ),
    (
        "“It rains,” said Ada Lind, whose shop stands at the foot of the bridge.",
        [("Ada Lind, whose shop stands at the foot of the bridge", "said", ["“It rains,”"])],
    ),
    (
        "Ada Lind, who asked not to be named, said it rained.",
        [("Ada Lind, who asked not to be named", "said", ["it rained"])],
    ),
    ("Ada Lind on Tuesday denied it all.", [("Ada Lind", "denied", ["it all"])]),
    (
        "“It rains,” said Ada Lind, national press secretary for the port.",
        [("Ada Lind, national press secretary for the port", "said", ["“It rains,”"])],
    ),
    (
        "“It rains,” said Ada Lind, an expert at the Port Institute, in May.",
        [("Ada Lind, an expert at the Port Institute", "said", ["“It rains,”"])],
    ),
    ("Polly Lind said it rained.", [("Polly Lind", "said", ["it rained"])]),
    ("“It rained.” Ada Lind said.", [("Ada Lind", "said", ["“It rained.”"])]),
    ("“Does it?” Will Hass asked.", [("Will Hass", "asked", ["“Does it?”"])]),
    (
        "“It rained,” Ada Lind told the D.A. “It was cold.”",
        [("Ada Lind", "told", ["“It rained,”", "“It was cold.”"])],
    ),
]

NONE = [
    "As the vote was near, Ada Lind told the meeting.",
    "Ada Lind did not say that the bridge is safe.",
    "Ada Lind never claimed that.",
    "Ada Lind would say that the bridge is safe.",
    "Did Ada Lind say that the bridge is safe?",
    "If Ada Lind says that the bridge is safe, trade grows.",
    "The so-called “bridge of sighs” is closed.",
    "Her book, “The Long Bridge,” sold well.",
    "The dozen states that voted are small.",
    "Regarding the bridge, nothing is known.",
    "The bridge was praised in three papers.",
    "A firm called Lind & Sons built it.",
    "Asked whether anyone would go, Ada Lind did not answer.",
    "When asked whether she would go, Ada Lind refused to say.",
    "Ada Lind was asked whether she would go but did not answer.",
    "Ada Lind refused to comment on the strike.",
    "A claim that spread fast is false.",
    "Six weeks of rain claimed over forty lives.",
    "Ada Lind declined to say whether she would go.",
]


def found(text: str) -> list[tuple[str, str, list[str]]]:
    statements = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    return [
        (
            statement.source.of(text) if statement.source else "",
            statement.cue.of(text) if statement.cue else "",
            [span.of(text) for span in statement.content],
        )
        for statement in statements
    ]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_attributes(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    bare = [(source.strip(","), cue, contents) for source, cue, contents in found(text)]
    assert bare == [(source.strip(","), cue, contents) for source, cue, contents in expected]


@pytest.mark.parametrize("text", NONE)
def test_attributes_nothing(text: str) -> None:
    assert found(text) == []
