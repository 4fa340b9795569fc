"""A draft against an archive: the verdict on each quoted string, and why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quoted_pages import BRIDGE, FERRY, Counted, catalogue_of, page

from ingest import Speaker, Voice
from rag.steps.quoting import fold
from rag.steps.quoting.draft import Pages, check_draft, check_quote
from rag.steps.quoting.namesakes import namesakes, unsure
from rag.values.check import CheckedQuote, Verdict


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    with catalogue_of(tmp_path_factory.mktemp("archive"), [BRIDGE, FERRY]) as catalogue:
        yield Pages(catalogue)


def only(draft: str, pages: Pages) -> CheckedQuote:
    (quote,) = check_draft(draft, pages).quotes
    assert draft[quote.start : quote.end] == quote.quote
    return quote


VERDICTS: list[tuple[str, Verdict, str]] = [
    ('"The bridge is not safe," Mara Lindqvist said.', "verified", ""),
    ("«The bridge is not safe», Lindqvist said.", "verified", ""),
    ('"The bridge is safe," Mara Lindqvist said.', "altered", ""),
    ('"The bridge is not safe," Ivo Brandt said.', "other_speaker", "Mara Lindqvist"),
    ('"The bridge is not safe," Tomas Lindqvist said.', "other_speaker", "Mara Lindqvist"),
    ('Brandt called it "a well-lit, 6,500-metre tube."', "verified", ""),
    ('Brandt called it "a well-lit, 6,800-metre tube."', "altered", ""),
    ('"We have never sailed in ice," Tomas Lindqvist said.', "verified", ""),
    ('"We have always sailed in ice," Tomas Lindqvist said.', "altered", ""),
    ('"The bridge is not safe. We will close it for 12 months, if the council agrees,"'
     " Lindqvist said.", "spliced", "attribution"),
    ('"Nobody will miss a boat. We did not choose this," Lindqvist said.', "spliced", "places"),
    ('"Traffic will use the northern tunnel," Brandt said.', "other_speaker", "in its own words"),
    ('"The repairs will cost 40 million crowns ... and they will take a year," Brandt said.',
     "altered", "marked"),
    ('"The repairs will … which the town does not have, and they will take a year," Brandt said.',
     "altered", "the rest stands"),
    ('"The repairs will cost [the town] 40 million crowns, which the town does not have," Brandt'
     " said.", "altered", "the rest stands"),
    ('"The repairs will [not] cost 40 million crowns, which the town does not have," Brandt said.',
     "altered", "may change"),
    ('"The bridge is not safe … We will close it for 12 months," Lindqvist said.',
     "spliced", "attribution"),
    ('| The Harbour Post | “The bridge is not safe” |', "verified", "Mara Lindqvist"),
    ('“The bridge is not safe” (Ivo Brandt, 5 April)', "other_speaker", "Mara Lindqvist"),
    ('Brandt said:\n\n> The repairs will cost 40 million crowns, which the town does not have.\n',
     "altered", "goes on"),
    ('> The repairs will cost 40 million crowns, which the\n> town does not have\n> — Ivo Brandt\n',
     "verified", ""),
    ('"The repairs will cost 40 million crowns, and they will take a year," Brandt said.',
     "altered", "without a mark"),
    ('"We will close it for 12 months," Lindqvist said.', "altered", "condition"),
    ('"The repairs will cost 40 million crowns," Brandt said.', "verified", ""),
    ('Brandt said: "The repairs will cost 40 million crowns."', "altered", "goes on"),
    ('"The tunnel is an answer," Lindqvist said.', "altered", "denies"),
    ('"Every driver" was named: "We have never sailed in ice!" said Tomas Lindqvist.',
     "altered", "punctuation"),
    ('"\u202eThe bridge is not safe\u202c," Lindqvist said.', "altered", ""),
    ('"The bridge is not safe," the mayor said.', "verified", "Mara Lindqvist"),
    ('"The bridge is not safe," the engineer said.', "other_speaker", "Mara Lindqvist"),
    ('The Tidewater Mail wrote: "Ferries will sail every ten minutes from Monday."',
     "verified", "outlet"),
    ('The Harbour Post wrote: "The bridge is not safe."', "other_speaker", "Mara Lindqvist"),
    ('"Sharks live under every ferry in town," Brandt said.', "absent", ""),
    ('"the tunnel leaks every winter," Brandt said.', "other_speaker", "comment"),
    ('A reader wrote: "the tunnel leaks every winter."', "verified", "reader's comment"),
    ('"boats to see," Brandt said.', "absent", "the site wrote"),
    ('"The tunnel never leaks every winter," Brandt said.', "absent", ""),
    ('3. > The repairs will cost 40 million crowns\n   — Ivo Brandt\n', "verified", ""),
    ('The page says "Ferry strike will last all summer" today.', "absent", ""),
    ('The bridge "endangers every driver," Lindqvist said.', "altered", "headline"),
    ('The line "Ferries will sail every ten minutes" stands in it.', "verified", "own words"),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "verdict", "note"), VERDICTS)
def test_each_quoted_string_gets_its_verdict(
    pages: Pages, draft: str, verdict: Verdict, note: str
) -> None:
    quote = only(draft, pages)
    assert (quote.verdict, note in quote.note) == (verdict, True), quote


def test_every_place_shown_is_the_page_s_own_text(pages: Pages) -> None:
    texts = {BRIDGE.id: BRIDGE.text, FERRY.id: FERRY.text}
    draft = "\n".join(line for line, _, _ in VERDICTS)
    shown = [place for quote in check_draft(draft, pages).quotes for place in quote.places]
    assert len(shown) > 15
    for place in shown:
        assert texts[place.article_id][place.start : place.end] == place.quote
        assert place.quote in place.sentence


def test_words_that_somebody_quotes_are_not_their_own(tmp_path: Path) -> None:
    nested = "“He told me ‘you will never sail again’ and hung up on ‘us’,” Ivo Brandt said.\n"
    with catalogue_of(tmp_path, [page("nested.txt", (Voice.NARRATION, nested))]) as catalogue:
        own = Pages(catalogue)
        assert check_quote("you will never sail again", "Brandt", own).verdict == "other_speaker"
        assert check_quote("and hung up on 'us'", "Brandt", own).passed


def test_a_headline_s_marks_are_answered_with_what_the_article_has(pages: Pages) -> None:
    quote = check_quote("is a danger to every driver on ice", "Lindqvist", pages)
    assert quote.verdict == "altered"
    assert any(piece.draft == "ice" for piece in quote.diff)


def test_numbers_come_before_other_changes(pages: Pages) -> None:
    quote = only('"The works will cost 50 million crowns, which the town does not have," he said.',
                 pages)  # fmt: skip
    assert [(one.kind, one.draft, one.source) for one in quote.changes] == [
        ("number", "50", "40"),
        ("words", "works", "repairs"),
    ]


def test_a_draft_wrapped_at_a_column_is_read_as_written(pages: Pages) -> None:
    draft = (
        "The mayor, Mara Lindqvist, spoke first, and what she said was clear: “The bridge\n"
        "is not safe,” she said. Then came the engineer of the town, who is always late.\n"
        "“The repairs will cost 40 million crowns, which the town does not have, and they\n"
        "will take a year,” Ivo Brandt said.\n\n- “We have never sailed in snow,” said Brandt.\n"
    )
    verdicts = [quote.verdict for quote in check_draft(draft, pages).quotes]
    assert verdicts == ["verified", "verified", "altered"]


def test_scare_quotes_and_code_are_no_quotes(pages: Pages) -> None:
    draft = 'The "so-called" deal.\n\n```\nx = "The bridge is safe for everybody"\n```\n'
    assert check_draft(draft, pages).quotes == ()
    assert check_draft(draft, pages).passed


def test_one_failing_quote_fails_the_draft(pages: Pages) -> None:
    good, bad = VERDICTS[0][0], VERDICTS[2][0]
    assert check_draft(good, pages).passed
    assert not check_draft(f"{good}\n\n{bad}", pages).passed


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("[W]e came by sea. … It was calm,", "[W]e came by sea. … It was calm,"),
        ("we came by sea . . . it", ""),
        ("… it was calm", "It was calm"),
        ("We came by … It was calm", ""),
        ("[T]hey came by sea. … It was calm", ""),
        ("We came by sea.... It was calm", "[W]e came by sea. … It was calm"),
    ],
)
def test_marks_of_omission_in_the_page_itself_are_words_like_others(
    tmp_path: Path, written: str, source: str
) -> None:
    own = page("sea.txt", (Voice.NARRATION, "“[W]e came by sea. … It was calm,” Brandt said.\n"))
    with catalogue_of(tmp_path, [own]) as catalogue:
        checked = check_quote(written, "Brandt", Pages(catalogue))
    assert checked.passed is bool(source)
    if source:
        assert checked.places[0].quote == source.rstrip(",")


PIECES = st.sampled_from(
    [
        *"“”\"'‘’«».,;:!?…-–—[]()*_>#\n\r\t\u00a0\u00ad\u200b\u202e\ud800\0",
        *BRIDGE.text.split()[:90],
        *" " * 8,
    ]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=60).map("".join))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_draft_is_read_and_every_place_is_true(pages: Pages, draft: str) -> None:
    texts = {BRIDGE.id: BRIDGE.text, FERRY.id: FERRY.text}
    for quote in check_draft(draft, pages).quotes:
        assert draft[quote.start : quote.end] == quote.quote
        for place in quote.places:
            assert texts[place.article_id][place.start : place.end] == place.quote
    whole = check_quote(draft, "Mara Lindqvist", pages)
    if whole.passed:
        place = whole.places[0]
        written = fold(draft).text.casefold()
        assert fold(place.quote).text.casefold() in written.replace("[", "").replace("]", "")


def test_few_pages_of_many_are_read_for_a_quote(tmp_path: Path) -> None:
    others = [
        page(f"{n}.txt", (Voice.NARRATION, f"“The boat left pier {n} at noon,” Ivo Brandt said.\n"))
        for n in range(80)
    ]
    with catalogue_of(tmp_path, [BRIDGE, *others]) as catalogue:
        for words, most in (("The bridge is not safe", 2), ("The bridge is never safe", 12)):
            counted = Counted(catalogue)
            checked = check_quote(words, "Lindqvist", Pages(counted.reader))
            assert checked.places[0].article_id == BRIDGE.id
            assert counted.read <= most


DENYING: list[tuple[str, Verdict]] = [
    ('Ivo Brandt said a date is a "gift that one side gives to the other."', "altered"),
    ('Ivo Brandt said a date is not a "gift that one side gives to the other."', "verified"),
    ('Ivo Brandt said: "A date is not a gift that one side gives to the other."', "verified"),
    ('Mara Lindqvist said the pier was "leaking badly."', "altered"),
    ('Mara Lindqvist dismissed claims that the pier was "leaking badly."', "verified"),
]


@pytest.mark.parametrize(("draft", "verdict"), DENYING)
def test_what_the_source_denies_is_quoted_with_its_denial(
    draft: str, verdict: Verdict, tmp_path: Path
) -> None:
    told = (
        "“A date is not a gift that one side gives to the other,” Ivo Brandt said.\n\n"
        "Mara Lindqvist dismissed claims by sailors that the pier was “leaking badly”.\n"
    )
    with catalogue_of(tmp_path, [page("date.txt", (Voice.NARRATION, told))]) as catalogue:
        found = only(draft, Pages(catalogue))
    assert found.verdict == verdict
    assert found.passed or ("denies" in found.note and found.places[0].sentence in told)


NAMESAKES: list[tuple[str, str, Verdict]] = [
    ("Brandt", "Olga Brandt", "other_speaker"),
    ("Brandt", "Ivo Brandt", "other_speaker"),
    ("Brandt", "Brandt", "verified"),
]


@pytest.mark.parametrize(("source", "claimed", "verdict"), NAMESAKES)
def test_a_surname_of_two_people_verifies_neither(
    source: str, claimed: str, verdict: Verdict, tmp_path: Path
) -> None:
    told = (
        "Olga Brandt and Ivo Brandt came to the harbour.\n\n"
        f"“The letter was sent by post,” {source} said.\n"
    )
    with catalogue_of(tmp_path, [page("post.txt", (Voice.NARRATION, told))]) as catalogue:
        found = check_quote("The letter was sent by post", claimed, Pages(catalogue))
    assert found.verdict == verdict
    assert found.passed or ("Olga Brandt" in found.note and "Ivo Brandt" in found.note)


def test_a_form_of_address_tells_namesakes_apart() -> None:
    told = "Mary Brandt and Peter Brandt came to the harbour.\n"
    came = page("came.txt", (Voice.NARRATION, told))
    mister = Speaker("Brandt", "Mr Brandt", "stated", person=True)
    assert namesakes(mister, came) == ("Peter Brandt",)
    assert unsure("Peter Brandt", ("Peter Brandt",)) == ""
    assert "Peter Brandt" in unsure("Mary Brandt", ("Peter Brandt",))
