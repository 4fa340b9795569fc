"""Whole small pages that are not about politics: a court, a match, a laboratory."""

import pytest

from ingest import Fact, Region, Voice
from ingest.statements import find_statements

COURT = """\
Harbour pilot tells court: 'I never saw the ferry'
A harbour pilot accused of causing a collision in which two people drowned told a jury yesterday \
that he 'never saw the ferry'.
Ewan Prydderch, 54, of Carrick Quay, denies manslaughter. 'The radar was dark,' he told Strelsau \
Crown Court. 'I asked for a tug and nobody answered.'
Prosecutor Delia Okonjo-Marsh accused him of sailing at twice the permitted speed. 'You were late, \
and you were showing off,' she said. 'Were you not?'
'I was not,' Mr Prydderch replied.
The ship's cook, Tobias Wren, gave evidence that the pilot had shouted: 'Everybody hold on!'
Marine engineer Sunita Halloran, called by the defence, testified that the rudder had jammed.
'When the pump fails,' she explained, 'the wheel turns but the ship does not.
'I have seen it happen twice. Both ships were lost.'
Judge Corin Aldous warned jurors not to read about the case. The trial continues.
"""

COURT_SAID = [
    (None, "tells", "direct", "'I never saw the ferry'"),
    (None, "told", "mixed", "that he 'never saw the ferry'"),
    ("Ewan Prydderch", "told", "direct", "'The radar was dark,' 'I asked for a tug and nobody"),
    ("Delia Okonjo-Marsh", "accused", "reported", "him of sailing at twice the permitted"),
    ("Delia Okonjo-Marsh", "said", "direct", "'You were late, and you were showing off,' 'Were"),
    ("Ewan Prydderch", "replied", "direct", "'I was not,'"),
    (None, "had shouted", "direct", "'Everybody hold on!'"),
    ("Sunita Halloran", "testified", "reported", "that the rudder had jammed"),
    ("Sunita Halloran", "explained", "direct", "'When the pump fails,' 'the wheel turns but the"),
    ("Corin Aldous", "warned", "reported", "not to read about the case"),
]

MATCH = """\
“We were lucky,” says Brandvold after shoot-out win
Goalkeeper Marit Brandvold saved three penalties on Saturday as Tollard beat Pellow Rovers.
“People say ‘she guessed’, but I did not guess,” Brandvold said. “I read their eyes.
“My father taught me that when I was six. He said: ‘Look at the eyes, never at the ball.’ I never \
forgot it.”
Coach Henk de Wilde called the win “a small miracle”. “Rien ne va plus,” he joked in French.
«Es war Glück», Pellow's German striker Uwe Brandt admitted. „Mehr nicht.“
On Sunday Brandvold tweeted: “Sorry, Rovers!”
The referee, Anneke Solheim, did not comment. Her assistant would only say that “the video is \
clear.”
“Not Tonight, Josephine” and other songs of the band Harrow were played until midnight.
“It was,” De Wilde added, “the longest hour of my life.”
"""

MATCH_SAID = [
    ("Marit Brandvold", "says", "direct", "“We were lucky,”"),
    ("Marit Brandvold", "said", "direct", "“People say ‘she guessed’, but I did not guess,” “I re"),
    ("Henk de Wilde", "called", "mixed", "the win “a small miracle”"),
    ("Henk de Wilde", "joked", "direct", "“Rien ne va plus,”"),
    ("Uwe Brandt", "admitted", "direct", "«Es war Glück» „Mehr nicht.“"),
    ("Marit Brandvold", "tweeted", "direct", "“Sorry, Rovers!”"),
    (None, "would only say", "mixed", "that “the video is clear.”"),
    ("Henk de Wilde", "added", "direct", "“It was,” “the longest hour of my life.”"),
]

LABORATORY = """\
Interview: the woman who counts eels
Dr. Ottilie Mbeki has counted eels in the Orle for thirty years. She spoke to us at her laboratory.
Courier: How many are left?
Mbeki: About one in fifty. My students think I exaggerate.
Courier: Do you?
Mbeki: No. In 1990 we needed two people to lift the trap, and today a child can do it.
According to a study by the River Institute, the eels vanish at sea.
The institute's report says that “no single cause” explains the loss.
Chemist Paavo Lehtonen, who was not involved in the work, said the finding was solid. He added \
that he had “seen it coming.”
"""

LABORATORY_SAID = [
    ("Ottilie Mbeki", ":", "direct", "About one in fifty. My students think I exaggerate."),
    ("Ottilie Mbeki", ":", "direct", "No. In 1990 we needed two people to lift the trap, and tod"),
    (None, "According to", "reported", "the eels vanish at sea"),
    ("River Institute", "says", "mixed", "that “no single cause” explains the loss"),
    ("Paavo Lehtonen", "said", "reported", "the finding was solid"),
    ("Paavo Lehtonen", "added", "mixed", "that he had “seen it coming.”"),
]

PAGES = [(COURT, COURT_SAID), (MATCH, MATCH_SAID), (LABORATORY, LABORATORY_SAID)]


@pytest.mark.parametrize(("text", "expected"), PAGES, ids=["court", "match", "laboratory"])
def test_everything_said_is_found_and_nothing_else(
    text: str, expected: list[tuple[str | None, str, str, str]]
) -> None:
    headline = text.index("\n")
    regions = (
        Region(Voice.HEADLINE, 0, headline),
        Region(Voice.NARRATION, headline, len(text)),
    )
    found = find_statements(text, regions, Fact())
    rows = [
        (
            one.speaker.name if one.speaker else None,
            one.cue.of(text) if one.cue else "",
            one.kind,
            " ".join(span.of(text) for span in one.content),
        )
        for one in found
    ]
    starts = [
        (*row[:3], row[3][: len(wanted[3])]) for row, wanted in zip(rows, expected, strict=True)
    ]
    assert starts == expected


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    found = find_statements(MATCH, (Region(Voice.NARRATION, 0, len(MATCH)),), Fact())
    said = next(one for one in found if one.cue and one.cue.of(MATCH) == "said")
    assert [span.of(MATCH)[:12] for span in said.content] == [
        "“People say ",
        "“I read thei",
        "“My father t",
    ]


def test_headings_before_a_colon_take_no_turns() -> None:
    text = "Background: The bridge is old.\nCost: It is high.\nAda Lind: 1,200.\nAda Lind: 900.\n"
    assert not find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())


def test_questions_and_answers_are_turns_of_nobody_named() -> None:
    text = "Q: Is it safe?\nA: It is not.\nQ: Why is that?\nA: It is old.\n"
    found = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert [one.content[0].of(text) for one in found] == ["It is not.", "It is old."]
    assert {one.speaker.name for one in found if one.speaker} == {None}


def test_initials_and_answers_belong_to_the_one_who_is_asked() -> None:
    text = (
        "Tidal Review: When did you first think so?\n"
        "Yva Calder: In 2004. Nobody wanted to print it.\n"
        "TR: And now?\n"
        "YC: Now everybody wants to.\n"
        "Q: The minister, Joachim Pell, called you “a prophet”. Does that hurt?\n"
        "A: He was my student.\n"
    )
    found = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert [(one.speaker.name, one.content[0].of(text)) for one in found if one.speaker] == [
        ("Yva Calder", "In 2004. Nobody wanted to print it."),
        ("Yva Calder", "Now everybody wants to."),
        ("Joachim Pell", "you “a prophet”"),
        ("Yva Calder", "He was my student."),
    ]
