"""Finding quoted words: typography differs freely, nothing else does, offsets lead home."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quoted_pages import BRIDGE, FERRY, page

from ingest import Voice
from rag.steps.quoting import Reading, changes, diff, fold, places, quoted
from rag.steps.quoting.denying import denied
from rag.steps.quoting.runs import runs

TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("abc ABC 123 .,;'\"“”‘’«»…—–-\u00ad\u200b\u00a0\n\r\u0301ﬁﬀé[]"),
    ),
    max_size=60,
)


@given(TEXT)
@settings(deadline=None)
def test_every_folded_character_comes_from_a_range_of_the_source(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)


@given(TEXT)
@settings(deadline=None)
def test_characters_that_folding_leaves_alone_stay_where_they_are(text: str) -> None:
    folded = fold(unicodedata.normalize("NFC", text))
    source = unicodedata.normalize("NFC", text)
    for char, start, end in zip(folded.text, folded.starts, folded.ends, strict=True):
        if char.isalnum() and end - start == 1 and source[start] not in "ﬁﬀ":
            assert unicodedata.normalize("NFKC", source[start]) == unicodedata.normalize(
                "NFKC", char
            ) or char in unicodedata.normalize("NFKC", source[start])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“It’s a ‘show’,” he said", '"It\'s a "show"," he said'),
        ("a well-lit tube", "a well‑lit tube"),
        ("no — never", "no -- never"),
        ("no—never", "no – never"),
        ("wait… what", "wait . . . what"),
        ("wait [...] what", "wait … what"),
        ("12\u00a0months", "12 months"),
        ("12\n  months", "12 months"),
        ("mon\u00adths", "months"),
        ("the \ufb01rst o\ufb00er", "the first offer"),
        ("caf\u00e9", "cafe\u0301"),
        ("«\u00a0Oui\u202f!\u00a0» he said", "“Oui!” he said"),
        ("It is open.\n\n“They can leave.", "It is open. They can leave."),
    ],
)
def test_typography_is_folded(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russia", "russia"),
        ("Azerbaijan", "\u0410zerbaijan"),
        ("x²", "x2"),
        ("½ of it", "1/2 of it"),
        ("café", "cafe"),
        ("6'", '6"'),
        ("re-sign", "resign"),
        ("３ boats", "3 boats"),
    ],
)
def test_what_is_not_typography_is_not_folded(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


def found(written: str, article: Reading) -> list[str]:
    return [article.words(one.span) for one in places(quoted(written), article) if not one.flaw]


READING = Reading(BRIDGE)


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("The bridge is not safe,", "The bridge is not safe"),
        ("the bridge is not safe.", "The bridge is not safe"),
        ("[t]he bridge is not safe", "The bridge is not safe"),
        ("not choose this. I\ndon't think", "not choose this. I don’t think"),
        ("a *well-lit*, 6,500-metre tube", "a well-lit, 6,500-metre tube"),
        (
            "We did not choose this. I don't think that",
            "We did not choose this. I don’t think that",
        ),
    ],
)
def test_words_are_found_in_the_source_s_own_characters(written: str, source: str) -> None:
    assert found(written, READING) == [source]


@pytest.mark.parametrize(
    "written",
    [
        "the bridge is safe",
        "The bridge",  # "is not" follows, which is no cut: see below
        "500-metre tube",
        "lit, 6,500-metre tube",
        "6",
        "safe,” Mayor",
        "choose this",  # the "not" right before it was cut off
        "The bridge is not saf",
        "The Bridge is not safe",
        "We will close it for 12 months",  # "if the council agrees" was cut off
        "the tunnel is an answer",  # "I don't think that" was cut off
        "The repairs will cost 40",  # million
    ],
)
def test_words_cut_out_of_a_word_a_number_or_a_negation_are_not_found(written: str) -> None:
    expected = ["The bridge"] if written == "The bridge" else []
    assert found(written, READING)[:1] == expected


def test_a_question_is_not_made_a_claim() -> None:
    asked = Reading(page("q.txt", (Voice.NARRATION, "“Is it safe now?” asked Ivo Brandt.")))
    assert found("Is it safe now?", asked) == ["Is it safe now?"]
    assert found("Is it safe now.", asked) == []


def test_words_that_hang_on_others_are_no_sentence_of_their_own() -> None:
    text = "“I hope that we sail at dawn. The ferry lost -5 crowns a day,” Ivo Brandt said.\n"
    hoping = Reading(page("h.txt", (Voice.NARRATION, text)))
    assert found("We sail at dawn.", hoping) == []
    assert found("we sail at dawn.", hoping) == ["we sail at dawn"]
    assert found("[W]e sail at dawn.", hoping) == ["we sail at dawn"]
    assert found("5 crowns a day", hoping) == []
    assert found("-5 crowns a day", hoping) == ["-5 crowns a day"]
    positive = Reading(page("p.txt", (Voice.NARRATION, text.replace("-5", "5"))))
    assert found("-5 crowns a day", positive) == []


def test_words_never_run_from_one_voice_into_another() -> None:
    assert found("endangers every driver” “The bridge is not safe", READING) == []
    joined = "traffic will use the northern tunnel. reader7: Brandt told me"
    assert fold(joined).text in fold(BRIDGE.text).text
    assert found(joined, READING) == []


def test_two_people_s_paragraphs_are_not_one_quotation() -> None:
    two = Reading(
        page(
            "two.txt",
            (Voice.NARRATION, "The mayor left early.\n“It is over,” said Ivo Brandt.\n"),
        )
    )
    assert found("The mayor left early. It is over", two) == []
    long = "Ivo Brandt said: “It is over.\n\n“We go home.”\n"
    one = Reading(page("l.txt", (Voice.NARRATION, long)))
    assert found("It is over. We go home", one) == ["It is over.\n\n“We go home"]


def test_a_quote_within_a_quote_may_begin_a_line_of_the_draft() -> None:
    nested = "“It said ‘no boats’ for a week,” Brandt said.\n"
    assert found("It said\n'no boats' for", Reading(page("n.txt", (Voice.NARRATION, nested)))) == [
        "It said ‘no boats’ for"
    ]


def test_a_diff_shows_what_each_side_has_and_names_the_gravest_first() -> None:
    runs = diff("The bridge is safe for 14 months", "The bridge is not safe for 12 months")
    assert [(run.draft, run.source) for run in runs if not run.same] == [("", "not"), ("14", "12")]
    assert [change.kind for change in changes(runs)] == ["number", "negation"]


@given(st.sampled_from([BRIDGE, FERRY]), st.data())
@settings(deadline=None)
def test_any_run_of_whole_words_is_found_where_it_stands(
    article: object, data: st.DataObject
) -> None:
    reading = READING if article is BRIDGE else Reading(FERRY)
    text = reading.article.text
    region = data.draw(st.sampled_from(reading.article.regions))
    tokens = text[region.start : region.end].split()
    first = data.draw(st.integers(0, len(tokens) - 1))
    last = data.draw(st.integers(first + 1, len(tokens)))
    words = quoted(" ".join(tokens[first:last]))
    spans = [one.span for one in places(words, reading)]
    for span in spans:
        assert fold(reading.words(span)).text.casefold() == words.text.casefold()


def test_an_index_is_asked_for_runs_of_every_part_of_a_quote() -> None:
    asked = runs("We will close it for 12 months. Nobody will miss a boat at all today, they said.")
    assert asked[0] == "We will close it for 12"
    assert asked[1].endswith("today they said")
    assert "Nobody will miss a boat at" in asked
    assert runs("It is") == ("It is",)
    assert runs("…") == ()


DENIALS: list[tuple[str, str, bool]] = [
    ("a date is not a ", "gift that one side gives", True),
    ("It's not yet ", "counting", True),
    ("None of them ", "before Christmas", True),
    ("None of them ", "will sail", True),
    ("Brandt dismissed claims from the town on Friday that the pier was '", "leaking", True),
    ("A bridge is not, he said, a ", "road", True),
    ("There is no reason to believe that ", "the dam holds", True),
    ("We cannot wait. We ", "will sail", False),
    ("We cannot wait, because ", "the dam leaks", False),
    ("He dismissed it as '", "theatre", False),
    ("There is no doubt that ", "the dam holds", False),
    ("It is not only ", "a road", False),
    ("The man who did not give his name said '", "we sail", False),
    ("Those who don't pay ", "will lose their boats", False),
    ("No name change, he said, '", "hides what it is", False),
    ("He asked 'why not?' and called it a '", "good boat", False),
]


@pytest.mark.parametrize(("before", "first", "wanted"), DENIALS)
def test_a_denial_reaches_as_far_as_its_clause(before: str, first: str, wanted: bool) -> None:
    assert denied(before, first) is wanted
