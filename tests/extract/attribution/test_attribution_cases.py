"""Sentences of our own in, who said what out."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from claims.extract.attribution import Report, describe, readings, reports, speaker_of
from claims.extract.language import parse

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
EXPECTED: dict[str, list[str]] = {case["text"]: case["reports"] for case in CASES}


@cache
def found(text: str) -> tuple[Report, ...]:
    return readings(parse(text))


def shown(text: str, report: Report) -> str:
    return f"{report.speaker or 'nobody'} | {report.kind} | {report.strength} | {text[report.start : report.end]}"


@pytest.mark.parametrize("text", list(EXPECTED))
def test_reports(text: str) -> None:
    assert [shown(text, report) for report in found(text)] == EXPECTED[text]


def test_each_rule_has_three_sentences_or_more() -> None:
    counts: dict[str, int] = {}
    for case in CASES:
        counts[case["rule"]] = counts.get(case["rule"], 0) + 1
    assert {rule for rule, count in counts.items() if count < 3} <= {"definite nouns", "odd marks"}


def claim(text: str, words: str) -> tuple[str | None, bool]:
    """The speaker of the claim in these words, and whether it is quoted."""
    article = parse(text)
    start = text.index(words)
    return speaker_of(article, reports(article), start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "speaker", "quoted"),
    [
        ("Police said two men were held.", "two men were held", "Police", False),
        ("Two men were held.", "Two men were held", None, False),
        ("“Two men were held,” said Ida Moss.", "Two men were held", "Ida Moss", True),
        ("Ida Moss said the plan “will not work”.", "the plan “will not work”", "Ida Moss", False),
        ("The council has not said why the pool was closed.", "the pool was closed", None, False),
        ("The agency said, citing police, that two men were held.", "two men were held", "police", False),
        ("According to the Oakham Times, Ida Moss said the pool is shut.", "the pool is shut", "Ida Moss", False),
        ("“Our figures show that rents doubled,” said Teo Bracken.", "rents doubled", "Teo Bracken", True),
        ("It is expected that the tram will open in May.", "the tram will open in May", None, False),
        (
            "The union urged the council to keep the pool open.",
            "The union urged the council to keep the pool open",
            "union",
            False,
        ),
        ("‘We won’t go,’ said Joan Pike. ‘It’s over.’", "It’s over", "Joan Pike", True),
        ("The “free” ferry costs two pounds.", "The “free” ferry costs two pounds", None, False),
    ],
)
def test_the_innermost_source_of_a_claim(text: str, words: str, speaker: str | None, quoted: bool) -> None:
    assert claim(text, words) == (speaker, quoted)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Ida Moss said the roof was new and added that it was safe.", "it was safe", "Ida Moss"),
        ("Teo Bracken said the orchard was old and warned that it would die.", "it would die", "Teo Bracken"),
        (
            "Ida Moss said the request would be examined and added that she saw no fraud.",
            "she saw no fraud",
            "Ida Moss",
        ),
    ],
)
def test_a_second_verb_has_the_speaker_of_the_first(text: str, words: str, speaker: str) -> None:
    assert claim(text, words) == (speaker, False)


def test_a_speaker_named_in_full_elsewhere() -> None:
    text = "Lotte Brandt runs the harbour in Oakham.\n“The quay is safe,” Ms Brandt said."
    assert claim(text, "The quay is safe") == ("Lotte Brandt", True)


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = (
        "“The trees are sick,” said Teo Bracken. “They have been for years.\n“We will fell them in May.\n“It is sad.”"
    )
    assert [claim(text, words) for words in ("We will fell them in May", "It is sad")] == [("Teo Bracken", True)] * 2


def test_he_said_goes_back_to_the_person() -> None:
    text = "Teo Bracken planted the orchard in 1990. Its fruit is red.\n“It was a field of mud,” he said."
    assert claim(text, "It was a field of mud")[0] == "Teo Bracken"


def test_the_frame_leaves_the_content_out() -> None:
    text = "Brandt told reporters on Tuesday that the ferry is safe."
    article = parse(text)
    (report,) = reports(article)
    assert [article.tokens[i].text for i in report.frame] == "Brandt told reporters on Tuesday that".split()
    assert report.speaker_start is not None
    assert text[report.speaker_start : report.speaker_end] == "Brandt"


def test_described_in_one_line() -> None:
    assert describe(found("Officials warned that the dam could fail.")[0]) == "22-40  indirect  Officials  (said)"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # Bodies named for people keep them; posts with a place or a field end where the person's name begins.
        ("According to the Patients' League, the clinic closed.", "the clinic closed", "Patients' League"),
        ("The Women's Institute said the hall was cold.", "the hall was cold", "Women's Institute"),
        ("Oakham's Daily Post said the mill was sold.", "the mill was sold", "Daily Post"),
        ("British ambassador to Upper Norland Grace Obi said the road was shut.", "the road was shut", "Grace Obi"),
        ("Minister for the Interior Karl Aster said the road was shut.", "the road was shut", "Karl Aster"),
        ("The mayor of New York said the road was shut.", "the road was shut", "mayor of New York"),
        (
            "News from Oakham\nNorland's foreign ministry said the envoy had left.",
            "the envoy had left",
            "Norland's foreign ministry",
        ),
        # Where a thing was said is no source of its own.
        ("The ministry said in a statement that the bridge was safe.", "the bridge was safe", "ministry"),
        # Whom another quotes, and who told somebody.
        ("The Courier quoted Ida Moss as saying that the driver had fled.", "the driver had fled", "Ida Moss"),
        ("Ida Moss was quoted by the Courier as saying that the driver had fled.", "the driver had fled", "Ida Moss"),
        ("Residents were told by the council that the water was unsafe.", "the water was unsafe", "council"),
        ("Ida Moss came to the conclusion that the books were false.", "the books were false", "Ida Moss"),
        # A claim that holds its own attribution, where the words said are short.
        ("The Greens demanded that the minister resign.", "The Greens demanded that the minister resign", "Greens"),
        # What is accused or denied by a noun; what is not said yet.
        ("The union accused the bank of hiding losses.", "The union accused the bank of hiding losses", "union"),
        ("The club denied any wrongdoing.", "The club denied any wrongdoing", "club"),
        ("Ida Moss denied two counts of theft.", "Ida Moss denied two counts of theft", None),
        (
            "Hartwell will announce the plants it is to close in May.",
            "Hartwell will announce the plants it is to close",
            None,
        ),
        # Bodies with "for" and "of" in their names, given by the first word later.
        (
            "A poll by the Institute for Public Opinion found that the mill had closed.",
            "the mill had closed",
            "Institute for Public Opinion",
        ),
        (
            "The Church of Norland owns the mill. The mill is shut, the Church said.",
            "The mill is shut",
            "Church of Norland",
        ),
        # A union is no firm, however near that was named.
        ("Garner Motors opened a plant on Monday. The union said talks had begun.", "talks had begun", "union"),
        # The paper that a study stands in did not make it; whose view it is; warned of, described as.
        ("A study published in the journal Field found that bees are dying.", "bees are dying", "study"),
        ("The auditors' report says the bridge was never inspected.", "the bridge was never inspected", "auditors"),
        ("In the opinion of the council, the bridge is not safe.", "the bridge is not safe", "council"),
        ("In the eyes of the law, the mill is unsafe.", "the mill is unsafe", None),
        (
            "The ministry warned of a shortage of fuel this winter.",
            "The ministry warned of a shortage of fuel",
            "ministry",
        ),
        (
            "Monitors from the league described the count as fair.",
            "described the count as fair",
            "Monitors from the league",
        ),
        # Agreed acts are nobody's words, nor are suspects those of a verb.
        (
            "Garner agreed in May to sell its mill to Hartwell, a sale that is expected to close.",
            "agreed in May to sell its mill",
            None,
        ),
        (
            "The stones have never been found, and of the seven suspects held only two were tried.",
            "only two were tried",
            None,
        ),
        # The petition asks for its makers.
        (
            "The union has launched a petition with 9,000 names, asking the town to respect the ruling.",
            "asking the town to respect the ruling",
            "union",
        ),
    ],
)
def test_who_speaks(text: str, words: str, speaker: str | None) -> None:
    assert claim(text, words) == (speaker, False)


def test_words_set_apart_after_a_colon_are_the_speakers() -> None:
    text = (
        "In a letter to the paper, the Rowing Club denied these claims:\n"
        "She was never locked in. She was free to leave."
    )
    for words in ("She was never locked in", "She was free to leave"):
        assert claim(text, words) == ("Rowing Club", False)


def test_i_outside_of_marks_is_the_one_reported_before() -> None:
    text = "Ida Moss claims that the ferry leaked.\nI was hauled in by the crew. The ferry sailed in May."
    assert claim(text, "I was hauled in by the crew") == ("Ida Moss", False)
    assert claim(text, "The ferry sailed in May") == (None, False)


def test_he_is_not_the_one_he_speaks_of() -> None:
    text = "Teo Bracken met Paul Reyes. He described Reyes as a man “who has paid for all of the sins of the others in that yard”."
    assert claim(text, "has paid for all of the sins")[0] == "Teo Bracken"


def test_what_stands_on_a_sign() -> None:
    assert claim("“We will not pay,” reads a letter from the firm.", "We will not pay") == ("firm", True)


def test_two_capitals_stand_for_a_body_of_two_words() -> None:
    text = "Garner Motors opened a plant. The plant is safe, GM said in a statement."
    assert claim(text, "The plant is safe")[0] == "Garner Motors"
