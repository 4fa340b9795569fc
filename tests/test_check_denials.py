"""Drafts that deny, doubt or only suppose what the page has somebody say, and the reverse."""

from collections.abc import Iterator

import pytest
from quoted_pages import catalogue_of, page

from ingest import Voice
from rag.steps.quoting.draft import Pages, check_draft
from rag.values.check import CheckedQuote, Verdict

TOLLS = page(
    "tolls.txt",
    (
        Voice.NARRATION,
        "“The road is closed to lorries,” Mayor Ada Ames said on Friday.\n\n"
        "Ames denied that “the bridge tolls will double next year.”\n\n"
        "“I did not promise a new school to anybody,” Ames said.\n\n"
        "Ivo Brandt said the harbour “is the safest on the whole coast.”\n\n"
        "“We have never sailed in ice,” Brandt said.\n\n"
        "Brandt called the old ferry “a floating museum of rust.”\n\n"
        "“The claim that the pier was sold is untrue,” Brandt said.\n\n"
        "Brandt did not say that “the lighthouse will be torn down.”\n\n"
        "“I doubt that the tunnel will ever pay for itself,” Ames said.\n\n"
        "Ames would say “the council lied to all of us” if anybody asked her.\n\n"
        "“The market will open at six in the morning,” Ames said.\n",
    ),
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    with catalogue_of(tmp_path_factory.mktemp("archive"), [TOLLS]) as catalogue:
        yield Pages(catalogue)


ROAD = "the road is closed to lorries"
UNSAID = [
    "Ames did not say “{}.”",
    "Ames didn’t say that “{}.”",
    "Ames has never said “{}.”",
    "Ames never said that “{}.”",
    "Ames never once said “{}.”",
    "The mayor has not publicly stated that “{}.”",
    "Ames refused to say “{}.”",
    "Ames declined to say that “{}.”",
    "Ames stopped short of saying “{}.”",
    "Ames avoided saying that “{}.”",
    "Ames spoke for an hour without saying “{}.”",
    "Ames denied that “{}.”",
    "Ames denied saying “{}.”",
    "Ames denied having said “{}.”",
    "Ames denied ever having said that “{}.”",
    "Ames denied that she had said “{}.”",
    "Ames has denied claims that “{}.”",
    "Ames rejected the claim that “{}.”",
    "Ames dismissed reports that “{}.”",
    "Ames called it false that “{}.”",
    "Ames said it was not true that “{}.”",
    "Ames ruled out that “{}.”",
    "It is not true that Ames said “{}.”",
    "It is false that Ames ever said “{}.”",
    "There is no record that Ames said “{}.”",
    "There is no evidence of Ames saying “{}.”",
    "Nobody said “{}.”",
    "No one has said that “{}.”",
    "Neither Ames nor Brandt said “{}.”",
    "None of them said “{}.”",
    "At no point did Ames say “{}.”",
    "Nowhere does Ames say that “{}.”",
    "Never did Ames say that “{}.”",
    "Contrary to reports, Ames did not actually say “{}.”",
    "“{},” Ames did not say.",
    "“{}” is not what Ames said.",
    "“{}” were not her words, Ames said.",
    "That “{}” was denied by Ames.",
    "“{}” is something that Ames never said.",
    "“{}”: Ames never said that.",
    "The words “{}” were never spoken by Ames.",
    "“{}” was never said by Ames.",
    "Ames said no such thing as “{}.”",
    "Ames rejects the idea that “{}.”",
    "Ames disputed that “{}.”",
]
SUPPOSED = [
    "Ames would say “{}.”",
    "Ames might say that “{}.”",
    "Ames may have said “{}.”",
    "Ames could have said “{}.”",
    "Ames will say that “{}.”",
    "Ames is expected to say “{}.”",
    "Ames is likely to say “{}.”",
    "Ames was going to say that “{}.”",
    "Ames wanted to say “{}.”",
    "Ames planned to say “{}.”",
    "Ames should have said “{}.”",
    "If Ames says “{},” nobody will come.",
    "Had Ames said “{},” nobody would have come.",
    "Ames would have said “{}” if asked.",
    "“{},” Ames would say if asked.",
    "“{},” Ames might have said.",
    "It is unclear whether Ames said “{}.”",
    "Ames doubted that “{}.”",
    "Ames was tempted to say “{}.”",
    "Imagine Ames saying “{}.”",
]
SAID = [
    "Ames said “{}.”",
    "Ames said that “{}.”",
    "Ames, who did not stay long, said “{}.”",
    "Ames did not mince her words: “{}.”",
    "Ames did not hesitate to say “{}.”",
    "Ames not only said “{},” she wrote it.",
    "Ames, not Brandt, said “{}.”",
    "Nobody was surprised when Ames said “{}.”",
    "The mayor did not come on Monday. Ames said “{}.”",
    "Ames would later say “{}.”",
    "Ames would go on to say “{}.”",
    "Ames could only say “{}.”",
    "Ames never tires of saying “{}.”",
    "There is no doubt that Ames said “{}.”",
    "Ames refused to leave and said “{}.”",
    "Ames denied the rumours. “{},” she said.",
    "Ames, denying the rumours, said “{}.”",
    "“{},” Ames said. She did not say why.",
    "“{},” said Ames, who would not say why.",
    "“{},” Ames said, but she denied that it would last.",
    "“{},” Ames said, denying reports of a way round.",
    "Ames admitted that “{}.”",
    "Ames repeated that “{},” and nobody believed her.",
    "Asked if she was afraid, Ames said “{}.”",
    "When reporters asked whether it was safe, Ames said “{}.”",
    "If anyone wonders, Ames said that “{}.”",
    "Ames told drivers who would not turn back that “{}.”",
    "Without hesitation, Ames said “{}.”",
    "Ames said that she would not lie and that “{}.”",
]

MORE_UNSAID = [
    "Ames insists she never claimed “{}.”",
    "It was Brandt, and not Ames, who never said “{}.”",
    "Ames would not say whether “{}.”",
    "Ames has yet to say “{}.”",
    "Ames walked out before she could say “{}.”",
    "Ames told the Post she had not said “{}.”",
    "The mayor’s office denied reports that Ames had said “{}.”",
    "Ames categorically denied that “{}.”",
    "Ames flatly rejected the suggestion that “{}.”",
    "Ames shot down the rumour that “{}.”",
    "Fact check: no, Ames did not say “{}.”",
    "There’s no proof Ames said “{}.”",
    "Ames supposedly will announce that “{}.”",
    "Ames is not on record as saying “{}.”",
    "Ames does not believe that “{}.”",
    "In an ideal world Ames would have told us “{}.”",
    "Ames might as well have said “{}.”",
    "Ames promised never to say “{}.”",
    "“{}” — Ames never said so.",
    "“{},” is what Ames did not say.",
    "“{}” is a quote that Ames never gave.",
    "“{},” Ames is expected to tell the council.",
    "Ames couldn’t bring herself to say “{}.”",
    "Ames disagreed that “{}.”",
    "Ames challenged the claim that “{}.”",
    "Ames is wrongly quoted as saying “{}.”",
    "A fake post has Ames saying “{}.”",
    "The quote “{}” is falsely attributed to Ames.",
]
MORE_SAID = [
    "Ames was not joking when she said “{}.”",
    "Ames had no doubt: “{}.”",
    "Not for the first time, Ames said “{}.”",
    "Ames did not apologise and added “{}.”",
    "With no time to lose, Ames announced “{}.”",
    "Ames, speaking without notes, told the council “{}.”",
    "“{},” Ames said, without giving a reason.",
    "“{},” Ames told drivers who had never heard of it.",
    "Never one to hide, Ames said “{}.”",
    "Ames said nothing for a minute, then said “{}.”",
    "Ames said it would not help to lie: “{}.”",
    "Brandt said no, but Ames said “{}.”",
    "Ames denied nothing. She said “{}.”",
    "Ames rejected the petition, saying “{}.”",
    "Ames dismissed her critics with the words “{}.”",
    "Ames refused to resign and told reporters “{}.”",
    "Ames could not have been clearer: “{}.”",
    "No official was clearer than Ames, who said “{}.”",
    "As Ames put it, “{}.”",
    "According to Ames, “{}.”",
    "Ames would repeatedly say “{}.”",
    "“{},” Ames wrote. It is not known why.",
    "Ames was quoted as saying “{}.”",
    "When nobody answered, Ames repeated: “{}.”",
    "Despite the denials, Ames confirmed that “{}.”",
    "Ames may be tired, but she said “{}.”",
    "Ames said that unless things change, people will hear again that “{}.”",
    "“{},” Ames said, but would not say for how long.",
    "Ames (who was not at the meeting) said “{}.”",
    "Unlike Brandt, who denied everything, Ames said “{}.”",
]


def only(draft: str, pages: Pages) -> CheckedQuote:
    (quote,) = check_draft(draft, pages).quotes
    return quote


@pytest.mark.parametrize("frame", UNSAID)
def test_what_was_said_is_not_denied(pages: Pages, frame: str) -> None:
    quote = only(frame.format(ROAD if frame[0] != "“" else ROAD.capitalize()), pages)
    assert quote.verdict == "altered", quote
    assert "draft" in quote.note


@pytest.mark.parametrize("frame", SUPPOSED)
def test_what_was_said_is_not_only_supposed(pages: Pages, frame: str) -> None:
    quote = only(frame.format(ROAD if frame[0] != "“" else ROAD.capitalize()), pages)
    assert quote.verdict == "altered", quote
    assert "draft" in quote.note


@pytest.mark.parametrize("frame", SAID + MORE_SAID)
def test_denials_of_other_things_stand_beside_a_true_quote(pages: Pages, frame: str) -> None:
    quote = only(frame.format(ROAD if frame[0] != "“" else ROAD.capitalize()), pages)
    assert quote.verdict == "verified", quote


@pytest.mark.parametrize("frame", MORE_UNSAID)
def test_rarer_ways_to_deny_are_no_proof(pages: Pages, frame: str) -> None:
    assert not only(frame.format(ROAD if frame[0] != "“" else ROAD.capitalize()), pages).passed


OTHERS: list[tuple[str, Verdict]] = [
    ("Ames denied that “the bridge tolls will double next year.”", "verified"),
    ("Ames has denied that “the bridge tolls will double”.", "verified"),
    ("Ames said that “the bridge tolls will double next year.”", "altered"),
    ("“The bridge tolls will double next year,” Ames said.", "altered"),
    ("“The bridge tolls will double next year.”", "altered"),
    ("Ames said she did not “promise a new school to anybody.”", "verified"),
    ("Ames said she did “promise a new school to anybody.”", "altered"),
    ("Brandt denied that the harbour “is the safest on the whole coast.”", "altered"),
    ("Brandt said the harbour is not “the safest on the whole coast.”", "altered"),
    ("Brandt said they had never “sailed in ice.”", "verified"),
    ("Brandt said they had “sailed in ice.”", "altered"),
    ("Brandt never called the ferry “a floating museum of rust.”", "altered"),
    ("Brandt refused to call it “a floating museum of rust.”", "altered"),
    ("Brandt denied calling it “a floating museum of rust.”", "altered"),
    ("Brandt called it “a floating museum of rust.”", "verified"),
    ("Brandt denied that “the pier was sold.”", "verified"),
    ("Brandt said that “the pier was sold.”", "altered"),
    ("Brandt did not say that “the lighthouse will be torn down.”", "verified"),
    ("Brandt said that “the lighthouse will be torn down.”", "altered"),
    ("Ames doubted that “the tunnel will ever pay for itself.”", "verified"),
    ("Ames said that “the tunnel will ever pay for itself.”", "altered"),
    ("Brandt did not say “the road is closed to lorries.”", "verified"),
    (
        "Ames contradicted Brandt, who had claimed that “the road is closed to lorries.”",
        "other_speaker",
    ),
    ("Brandt did not say “the road is closed to lorries”; Ames did.", "verified"),
]


@pytest.mark.parametrize(("draft", "verdict"), OTHERS)
def test_a_draft_and_its_source_deny_alike(pages: Pages, draft: str, verdict: Verdict) -> None:
    quote = only(draft, pages)
    assert quote.verdict == verdict, quote
