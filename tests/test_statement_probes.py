"""Short texts with two people in them: whose words a fragment is, or nobody's for certain."""

from itertools import pairwise

import pytest

from ingest import Fact, Region, Span, Voice
from ingest.statements import find_statements

ANSWERS = [
    ("Peter Vane told Oskar Lund the mill was lost. “I know,” he replied.", "I know", "Oskar Lund"),
    (
        "Peter Vane asked Mina Holm about the old mill. “It is lost,” she answered.",
        "is lost",
        "Mina Holm",
    ),
    (
        "Mina Holm was asked by Peter Vane if the mill was gone. “It is lost,” she said.",
        "is lost",
        "Mina Holm",
    ),
    ("“Why?” Mina Holm asked Peter Vane. “It is lost,” he said.", "is lost", "Peter Vane"),
    ("“Why?” Peter Vane asked Paul Lund. “It is lost,” he said.", "is lost", None),
    ("“A sham,” Holm told Vane. “It is not,” he shot back.", "It is not", "Vane"),
    ("Mina Holm was told by Peter Vane that the mill was lost.", "was lost", "Peter Vane"),
    ("Mina Holm was told that the mill was lost.", "was lost", None),
    ("Vane accused Lund of lying. Lund replied that he had not lied.", "he had not", "Lund"),
]
GAPS = [
    ("Mina Holm called it “a farce” and Peter Vane “a disgrace”.", "a farce", "Mina Holm"),
    ("Mina Holm called it “a farce” and Peter Vane “a disgrace”.", "a disgrace", None),
    ("Mina Holm called it a farce and Peter Vane a disgrace.", "a disgrace", None),
    ("Mina Holm said that it was lost, and Peter Vane that it was safe.", "was safe", None),
]
TWO_PEOPLE = [
    ("Mina Holm met Anna Wick on Monday. “It is lost,” she said.", "is lost", None),
    ("Bo Brandl accused Mina Roth of lying. She denied it. “Never,” she said.", "Never", None),
    ("Mina Holm praised Peter Vane. “It is lost,” he said.", "is lost", None),
    ("Peter Vane’s sister, Anna Holm, said that he was well.", "he was well", "Anna Holm"),
    ("Peter Vane’s sister said that he was well.", "he was well", None),
    ("“He lied,” Anna Holm said of Peter Vane.", "He lied", "Anna Holm"),
    ("Peter Vane, described by Anna Holm as “a liar”, left early.", "a liar", None),
    ("Anna Holm left after Peter Vane said that it was lost.", "was lost", "Peter Vane"),
    ("In a letter to Anna Holm, Peter Vane said that it was lost.", "was lost", "Peter Vane"),
    ("Anna Holm’s message to Peter Vane: “It is lost.”", "is lost", "Anna Holm"),
    (
        "Norby mayor Anna Holm met Larkby mayor Bo Vane. The mayor said no more “sorry.”",
        "more",
        None,
    ),
    ("Anna Holm retweeted Peter Vane’s post: “It is lost.”", "is lost", "Peter Vane"),
    ("The court heard that Peter Vane told his wife: “It is lost.”", "is lost", "Peter Vane"),
]
NEVER_SAID = [
    ("Anna Holm stopped short of saying that it was lost.", "was lost", None),
    ("Anna Holm left without saying that it was lost.", "was lost", None),
    ("Far from saying that it was lost, Anna Holm smiled.", "was lost", None),
    ("Anna Holm has yet to say whether it was lost.", "was lost", None),
    ("Peter Vane read that the mill was lost.", "was lost", None),
    ("Anna Holm sang “The Lost Mill” at the fair.", "Lost Mill", None),
]
UNNAMED = [
    (
        "Anna Holm left. The ward was quite full, a nurse told me. “No beds,” she said.",
        "No beds",
        None,
    ),
    ("Anna Holm left. A nurse spoke. Holm called back. “It is full,” she said.", "is", "Anna Holm"),
    ("The boy hugged Peter Vane, who he calls “Grandpa”.", "Grandpa", None),
    ("Congratulations to Anna Holm, who hails from the “mill town”.", "mill town", None),
    (
        "Chief Grain House reporter Anna Holm left. Later, she says, it rained.",
        "rained",
        "Anna Holm",
    ),
]
RETURNS = [
    ("“It is lost,” a lawyer representing Anna Holm wrote.", "It is lost", None),
    ("Bo Vane and Al Vane met Jo Holm. Vane went on: “It is lost,” he said.", "is lost", "Vane"),
    ("Holm said he heard nothing but Vane said he did.", "he did", "Vane"),
    ("Holm said he heard nothing but Vane said he did.", "nothing", "Holm"),
    ("Holm said he heard nothing, a claim Vane called “absurd”.", "absurd", "Vane"),
    ("Holm insists that it rained, while Vane says it did not.", "it did not", "Vane"),
]
WORDINGS = [
    ("Anna Holm has used the phrase “mill of fools” often.", "mill of fools", "Anna Holm"),
    ("Anna Holm would never use the phrase “mill of fools”.", "mill of fools", None),
    ("Anna Holm said in a statement the mill was lost.", "was lost", "Anna Holm"),
    ("Anna Holm said in a statement the firm had issued that it was lost.", "firm", None),
]
DASHES = [
    ("Anna Holm — the mayor of Estby — said that it was lost.", "was lost", "Anna Holm"),
    ("Anna Holm is so worried that the mill is lost.", "is lost", "Anna Holm"),
]


@pytest.mark.parametrize(
    ("text", "fragment", "speaker"),
    [*ANSWERS, *GAPS, *TWO_PEOPLE, *NEVER_SAID, *UNNAMED, *RETURNS, *WORDINGS, *DASHES],
)
def test_words_are_given_only_to_whom_the_text_gives_them(
    text: str, fragment: str, speaker: str | None
) -> None:
    at = text.rindex(fragment)
    place = Span(at, at + len(fragment))
    found = find_statements(text, [Region(Voice.NARRATION, 0, len(text))], Fact())
    names = {
        one.speaker.name
        for one in found
        if one.speaker and one.speaker.name and any(span.overlaps(place) for span in one.content)
    }
    assert names == ({speaker} if speaker else set())


def test_lists_of_facts_and_section_names_are_no_interview() -> None:
    text = (
        "Seaway: Seaway stops its ferries, saying that ice is near.\n"
        "Update: The line said it would wait.\n"
        "Norline: Days after Seaway, Norline followed, saying that it was safer.\n"
        "Update: A crew said it would wait.\n"
    )
    starts = [0, *(at + 1 for at, mark in enumerate(text) if mark == "\n")]
    regions = [Region(Voice.NARRATION, a, b) for a, b in pairwise(starts)]
    found = find_statements(text, regions, Fact())
    assert all(one.kind == "reported" for one in found)
    assert "Update" not in {one.speaker.name for one in found if one.speaker}
