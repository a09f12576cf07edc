"""Atoms: text in, clauses out. Each rule has sentences of ours; a slash parts the atoms that are expected of a sentence."""

import time

import pytest

from claims.extract.atoms import atoms
from claims.extract.attribution import reports
from claims.extract.language import parse


def found(text: str, title: str | None = None) -> list[str]:
    """The atoms of a text, as its words."""
    read = parse(text)
    return [text[atom.start : atom.end] for atom in atoms(read, reports(read), title)]


COORDINATED = [
    "The council closed two libraries and sold the town hall. => The council closed two libraries / sold the town hall",
    "Rain flooded the valley and thousands of people fled. => Rain flooded the valley / thousands of people fled",
    "The firm hired 40 engineers last year but lost its largest customer. "
    "=> The firm hired 40 engineers last year / lost its largest customer",
    "The bridge was built in 1990 and cost $4 million. => The bridge was built in 1990 / cost $4 million",
    "Police arrested and questioned the driver. => Police arrested and questioned the driver",
    "The orchestra hired and trained twelve players. => The orchestra hired and trained twelve players",
    "The members are Norway, Chile and Japan. => The members are Norway, Chile and Japan",
    "Mayors and governors signed the letter. => Mayors and governors signed the letter",
]
RELATIVE = [
    "The ferry, which carries 300 passengers, sank on Monday. "
    "=> The ferry, which carries 300 passengers, sank on Monday / which carries 300 passengers",
    "The minister met Karin Moe, who leads the union. => The minister met Karin Moe / who leads the union",
    "The storm destroyed the harbour, which was built in 1870. "
    "=> The storm destroyed the harbour / which was built in 1870",
]
ADVERBIAL = [
    "The school closed after a fire damaged its roof. => The school closed / a fire damaged its roof",
    "The match was cancelled because the pitch was frozen. => The match was cancelled / the pitch was frozen",
    "Exports rose by 4 percent while imports fell. => Exports rose by 4 percent / imports fell",
    "If the river rises, the town will be evacuated. => If the river rises, the town will be evacuated",
]
PARTICIPIAL = [
    "A bomb exploded in the market, killing 12 people. => A bomb exploded in the market / killing 12 people",
    "Shares in the bank fell sharply, wiping $2 billion off its value. "
    "=> Shares in the bank fell sharply / wiping $2 billion off its value",
    "The dam burst on Sunday, leaving 4,000 people homeless. "
    "=> The dam burst on Sunday / leaving 4,000 people homeless",
]
APPOSITIVE = [
    "The bank bought Nordhaven, a maker of wind turbines. => The bank bought Nordhaven / a maker of wind turbines",
    "The plan is backed by Peru and Chile, both members of the pact. "
    "=> The plan is backed by Peru and Chile / both members of the pact",
    "Unemployment rose to 6.1 percent in May, the highest level since 2013. "
    "=> Unemployment rose to 6.1 percent in May / the highest level since 2013",
]
ATTRIBUTED = [
    "Officials said the dam was safe. => the dam was safe",
    "The dam was safe, officials said. => The dam was safe",
    "According to the ministry, 300 houses were damaged. => 300 houses were damaged",
    "“We will rebuild the school,” said Tomas Berg. => We will rebuild the school",
    "The mayor said that the pool would close and that 40 jobs would be lost. => the pool would close / 40 jobs would be lost",
]
RANKS = [
    "The shop is the largest in Turin and the oldest in the region. "
    "=> The shop is the largest in Turin / the oldest in the region",
    "It was her first title since 2004 and her sixth in all. => It was her first title since 2004 / her sixth in all",
    "The bridge is the longest in Peru and the highest in the region. "
    "=> The bridge is the longest in Peru / the highest in the region",
]
SAID_MORE = [
    "Turnout was 61 percent, down from 68 percent four years ago. "
    "=> Turnout was 61 percent / down from 68 percent four years ago",
    "Output fell to 40 tonnes, down from 52 tonnes in March. "
    "=> Output fell to 40 tonnes / down from 52 tonnes in March",
    "Exports reached 3 million tons, up from 2 million tons in 2019. "
    "=> Exports reached 3 million tons / up from 2 million tons in 2019",
    "Sales reached 3 million euros, against 2.4 million a year before. "
    "=> Sales reached 3 million euros / against 2.4 million a year before",
    "Rescuers found 30 people, most of them children from Lund. "
    "=> Rescuers found 30 people / most of them children from Lund",
    "The fund supports 12 farms, some of them in Chile. => The fund supports 12 farms / some of them in Chile",
]
OF_THE_SPEAKER = [
    "The rail firm said there would be no cuts and accused the union of lying. "
    "=> there would be no cuts / accused the union of lying",
    "The ministry said it would repair the bridge and blamed the storm. "
    "=> it would repair the bridge / blamed the storm",
    "The bank said there were no losses and praised its staff. => there were no losses / praised its staff",
]
AFTER = [
    "Ten people drowned after a ferry capsized on Friday. => Ten people drowned / a ferry capsized on Friday",
    "Two villages were cut off after a dam collapsed on Sunday. "
    "=> Two villages were cut off / a dam collapsed on Sunday",
    "The airport closed after a plane crashed on the runway. => The airport closed / a plane crashed on the runway",
]
PARTED = [
    "The mine, which opened in 1931, employed 400 people. "
    "=> The mine, which opened in 1931, employed 400 people / which opened in 1931",
    "The bank, founded in 1890, closed four branches. "
    "=> The bank, founded in 1890, closed four branches / founded in 1890",
    "The islet, uninhabited since 1950, belongs to Norway. => The islet, uninhabited since 1950, belongs to Norway",
]
NO_CLAUSE_REPORTED = [
    "The town agreed to sell the harbour to a bank. => The town agreed to sell the harbour to a bank",
    "Villagers called on the mayor to resign. => Villagers called on the mayor to resign",
    "The team plans to survey two more islands. => The team plans to survey two more islands",
]
MISREAD = [
    "The barge sank on Friday. => The barge sank on Friday",
    "No study predicts that the lake will vanish. => No study predicts that the lake will vanish",
    "There are no plans to close the school, the mayor said. => There are no plans to close the school",
    "Deals signed in 1996 and 1999 had failed. => Deals signed in 1996 and 1999 had failed",
    "Talks held in 2001 and 2004 had collapsed. => Talks held in 2001 and 2004 had collapsed",
    "The clerk told the court that she had burned the files. => she had burned the files",
]
BOUND = [
    "The museum acts as if it were a bank. => The museum acts as if it were a bank",
    "All buses must stay in the depot until their brakes have been tested. "
    "=> All buses must stay in the depot until their brakes have been tested",
    "Prices have doubled since the war began. => Prices have doubled since the war began",
]
NEW_TO_THE_READER = [
    "The town built a hall that was never used by anyone. => The town built a hall / that was never used by anyone",
    "The firm has a plan that includes two closures and a sale. "
    "=> The firm has a plan / that includes two closures and a sale",
    "He read it in a book that everybody knows. => He read it in a book that everybody knows",
    "He sold the mill that his grandfather had built in Lund. => He sold the mill that his grandfather had built in Lund",
    "Rescuers brought them to a school where volunteers cooked for 300 people. "
    "=> Rescuers brought them to a school / where volunteers cooked for 300 people",
]
OUTCOMES = [
    "The index gained 40 points to end the day at 5,120. => The index gained 40 points / to end the day at 5,120",
    "Shares fell 3 percent to reach their lowest level since 2009. "
    "=> Shares fell 3 percent / to reach their lowest level since 2009",
    "Shares rose at noon, before falling later in the day. => Shares rose at noon / falling later in the day",
    "Norland has entered a recession after losing 3 percent of its output. "
    "=> Norland has entered a recession / losing 3 percent of its output",
    "The singers performed to raise money. => The singers performed to raise money",
]
READ_AS_PARTICIPLES = [
    "The choir recorded two songs and named the album Tide. => The choir recorded two songs / named the album Tide",
    "The index finished on 6311.20, an increase of 54 points from March. "
    "=> The index finished on 6311.20 / an increase of 54 points from March",
]
INSERTED = [
    "The gang, which had cut the wires, opened three safes in a minute, inspector Ada Holm told reporters. "
    "=> The gang, which had cut the wires, opened three safes in a minute / which had cut the wires",
    "Moreno, 61, who ran as a liberal, promised to publish the contracts within 100 days. "
    "=> Moreno, 61, who ran as a liberal, promised to publish the contracts within 100 days / who ran as a liberal",
    "One of the boats, bought for 8,000 euros in 2009, won the race the following spring. "
    "=> One of the boats, bought for 8,000 euros in 2009, won the race the following spring / bought for 8,000 euros in 2009",
    "The strike came a day after Norvik, another ferry operator, cut 300 jobs. "
    "=> The strike came a day / Norvik, another ferry operator, cut 300 jobs",
    "Two of the farms are in Peru, but the others, which are larger, are in Chile. "
    "=> Two of the farms are in Peru / the others, which are larger, are in Chile / which are larger",
    "The town hired Ida Moe, who had led the harbour board, and sold the pier. "
    "=> The town hired Ida Moe / who had led the harbour board / sold the pier",
    "The bank closed four branches, sold its offices, and cut 90 jobs. "
    "=> The bank closed four branches / sold its offices / cut 90 jobs",
]
KEPT_WHOLE_OR_APART = [
    "The critic described the voting as calm and orderly. => The critic described the voting as calm and orderly",
    "The choir sang to raise money. => The choir sang to raise money",
    "The Lund 500 index down 2.4 percent. => The Lund 500 index down 2.4 percent",
    "The vote was held on Sunday, with a turnout of 58 percent. "
    "=> The vote was held on Sunday / a turnout of 58 percent",
    "He closed the mill, with tears in his eyes. => He closed the mill, with tears in his eyes",
    "The firm told the Courier in a letter that it would sell the mill. => it would sell the mill",
    "Ida Moe was questioned by two officers and then released. "
    "=> Ida Moe was questioned by two officers / then released",
    "The mayor met a man who was questioned by two officers and then released in Oslo. "
    "=> The mayor met a man who was questioned by two officers and then released in Oslo",
    "Half of the visits came from Oslo, and the number increased to 300 in May. "
    "=> Half of the visits came from Oslo / the number increased to 300 in May",
    "Prices have doubled since the mine closed in Lund in 2009. "
    "=> Prices have doubled since the mine closed in Lund in 2009",
    "They had collected $8,300 by noon, more than in all of last year. "
    "=> They had collected $8,300 by noon / more than in all of last year",
    "They sold nine boats, more than 300 of them on Friday. => They sold nine boats, more than 300 of them on Friday",
    "All shares in the index, other than those of Norvik, rose. "
    "=> All shares in the index, other than those of Norvik, rose",
    "Ada Holm also believes the dam is safe. => the dam is safe",
    "Norvik, the maker of two engines, bought a mill. "
    "=> Norvik, the maker of two engines, bought a mill / the maker of two engines",
    "Ida Moe, a supporter of the plan, owns nine boats. "
    "=> Ida Moe, a supporter of the plan, owns nine boats / a supporter of the plan",
    "The owner, the firm of Berg & Son, closed the shop. => The owner, the firm of Berg & Son, closed the shop",
    "The town closed a road, ending a dispute that had lasted more than ten years. "
    "=> The town closed a road / ending a dispute that had lasted more than ten years",
    "Guests sang as people crowded into the square. => Guests sang / people crowded into the square",
    "The town sold nine boats on Friday and closed the old harbour in May, officials said. "
    "=> The town sold nine boats on Friday / closed the old harbour in May",
]
NO_CLAIM = [
    "Who will pay for the bridge? =>",
    "Read the full report here. =>",
    "We are so happy. =>",
    "The result is wonderful. =>",
    "The council should act. =>",
    "The critic called the film wonderful. =>",
    "The minister called the law a disgrace. =>",
    "Mr Holm spoke. =>",
    "The minister welcomed the report. =>",
    "The embassy expressed its condolences. =>",
    "Neighbours applauded the ruling. =>",
    "Why the tower fell is a question on every street. =>",
    "How the thieves got in is unknown. =>",
    "Whether the bridge is safe is unclear. =>",
]


@pytest.mark.parametrize(
    "row",
    [
        *COORDINATED,
        *RELATIVE,
        *ADVERBIAL,
        *PARTICIPIAL,
        *APPOSITIVE,
        *ATTRIBUTED,
        *RANKS,
        *SAID_MORE,
        *OF_THE_SPEAKER,
        *AFTER,
        *PARTED,
        *NO_CLAUSE_REPORTED,
        *MISREAD,
        *BOUND,
        *NEW_TO_THE_READER,
        *OUTCOMES,
        *READ_AS_PARTICIPLES,
        *INSERTED,
        *KEPT_WHOLE_OR_APART,
        *NO_CLAIM,
    ],
)
def test_atoms_of_a_sentence(row: str) -> None:
    text, _, expected = row.partition("=>")
    assert found(text.strip()) == [part.strip() for part in expected.split(" / ") if part.strip()]


def test_headline_and_dateline_are_left_out() -> None:
    text = "Harbour strike ends after nine days\nTuesday, March 4, 2014\nDockers in Port Ellis went back to work on Monday."
    assert found(text, "Harbour strike ends after nine days") == ["Dockers in Port Ellis went back to work on Monday"]


@pytest.mark.parametrize(
    "opening",
    [
        "OSLO (NTB) — ",
        "Lima, Peru — ",
        "PORTO DO MAR, Santa Rita, Oct. 18 — ",
        "Moscow:\n",
        "PORT ELLIS, March 4 - ",
        "Geneva: ",
    ],
)
def test_place_before_the_first_sentence_is_left_out(opening: str) -> None:
    text = f"Strike ends in the harbour\n{opening}Dockers went back to work on Monday."
    assert found(text) == ["Dockers went back to work on Monday"]


def test_a_body_without_headline_is_kept_whole() -> None:
    text = "The ferry sank on Monday.\nNobody was hurt."
    assert found(text) == ["The ferry sank on Monday", "Nobody was hurt"]


def test_marks_stay_with_their_partner() -> None:
    assert found("The team named its robot “Otto”.") == ["The team named its robot “Otto”"]
    assert found("“The ferry is safe,” said Ada Lind.") == ["The ferry is safe"]
    assert found("The union (founded in 1921) has 300 members (and no office).")[0].count("(") == 2


def test_an_atom_knows_its_clause() -> None:
    text = "Officials said the storm reached the coast on Monday and drifted north."
    read = parse(text)
    said = reports(read)
    first, second = atoms(read, said)
    assert [read.tokens[atom.head].text for atom in (first, second)] == ["reached", "drifted"]
    assert read.tokens[second.subject or 0].text == "storm"
    assert first.report is not None
    assert (said[first.report].speaker or "").lower() == "officials"
    assert first.role == "ccomp"
    assert first.certain


@pytest.mark.parametrize("unit", ["A-", "a, ", "“x” ", "which ", "The man, who left, said. "])
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    def spent(length: int) -> float:
        begin = time.process_time()
        found(unit * (length // len(unit)))
        return time.process_time() - begin

    spent(500)
    small = max(min(spent(1_500), spent(1_500)), 0.02)
    assert spent(12_000) < 8 * 4 * small
