"""Atoms of market and company news: sentences of ours as such a brief has them; a slash parts the atoms that are expected."""

import pytest

from claims.extract.atoms import atoms
from claims.extract.attribution import reports
from claims.extract.language import parse

BUSINESS = [
    "Shares of Norbank lost 3 percent to slip below 20 crowns for the first time since May. "
    "=> Shares of Norbank lost 3 percent / to slip below 20 crowns for the first time since May",
    "The shares jumped 8 percent after the company reported a profit of 12 million euros. "
    "=> The shares jumped 8 percent / the company reported a profit of 12 million euros",
    "The company plans to close two mills, cutting 300 jobs by the end of the year. "
    "=> The company plans to close two mills / cutting 300 jobs by the end of the year",
    "Profit for the year to March fell to 12 million euros from 30 million a year earlier, when it sold a factory in Turku. "
    "=> Profit for the year to March fell to 12 million euros from 30 million a year earlier / it sold a factory in Turku",
    "The central bank left its main rate at 2.5 percent, saying that inflation was slowing. "
    "=> The central bank left its main rate at 2.5 percent / inflation was slowing",
    "Gold hit a record of $1,240 an ounce before easing to $1,232. "
    "=> Gold hit a record of $1,240 an ounce / easing to $1,232",
    "The Nordic index added 1.2 percent to 310.4, its highest close since September, while the bank index was little changed. "
    "=> The Nordic index added 1.2 percent to 310.4 / its highest close since September / the bank index was little changed",
    "The Dow index gave up 120 points to close at 10,210 and the broader index lost 14 points to 1,099. "
    "=> The Dow index gave up 120 points / to close at 10,210 / the broader index lost 14 points to 1,099",
    "The Holm index finished down 55 points at 4,310, while the wider market gauge slipped 0.9 percent to 1,120. "
    "=> The Holm index finished down 55 points at 4,310 / the wider market gauge slipped 0.9 percent to 1,120",
    "European markets also fell, with the Paris exchange losing 2.4 percent and the Madrid exchange 3.1 percent. "
    "=> European markets also fell / the Paris exchange losing 2.4 percent / the Madrid exchange 3.1 percent",
    "The firm filed for bankruptcy protection on Monday, listing assets of 82 million dollars and debts of 172 million dollars. "
    "=> The firm filed for bankruptcy protection on Monday / listing assets of 82 million dollars and debts of 172 million dollars",
    "The chief executive, Ola Brandt, resigned on Thursday after the company admitted that it had hidden losses. "
    "=> The chief executive, Ola Brandt, resigned on Thursday / it had hidden losses",
    "The recall, the third this year, covers cars built in Japan. "
    "=> The recall, the third this year, covers cars built in Japan",
    "It will pay 4.5 billion dollars to the investors, who had sued the bank in 2003, and admit no wrongdoing. "
    "=> It will pay 4.5 billion dollars to the investors / who had sued the bank in 2003 / admit no wrongdoing",
    "The two companies said they had agreed to end the dispute, under which Sonara must pay 60 million dollars. "
    "=> they had agreed to end the dispute / under which Sonara must pay 60 million dollars",
    "The company sold 270,000 phones in the first 30 hours, fewer than the 500,000 that analysts had forecast. "
    "=> The company sold 270,000 phones in the first 30 hours / fewer than the 500,000 that analysts had forecast",
    "The Norvik Composite index fell 2.8 percent to 6,610.40, its lowest close since April 1998. "
    "=> The Norvik Composite index fell 2.8 percent to 6,610.40 / its lowest close since April 1998",
    "Thousands of jobs are at risk, unions said. => Thousands of jobs are at risk",
    "The takeover bid of $31 a share represents a premium of 62 percent over Thursday's closing price. "
    "=> The takeover bid of $31 a share represents a premium of 62 percent over Thursday's closing price",
    "Prosecutors allege that the trader hid losses of 4.9 billion euros by entering false hedges. "
    "=> the trader hid losses of 4.9 billion euros by entering false hedges",
    "Administrators were called in on Wednesday after talks with a buyer collapsed. "
    "=> Administrators were called in on Wednesday / talks with a buyer collapsed",
    "The bank did not admit wrongdoing, but agreed to pay the fine. "
    "=> The bank did not admit wrongdoing / agreed to pay the fine",
    "Japan's exports fell by a record 35 percent in December compared with a year earlier, hit by weak demand for cars. "
    "=> Japan's exports fell by a record 35 percent in December compared with a year earlier / hit by weak demand for cars",
    "The main index dropped by 3.1 percent to 2,210 points. => The main index dropped by 3.1 percent to 2,210 points",
    "Copper rose two percent to a level of $7,410 a tonne. => Copper rose two percent to a level of $7,410 a tonne",
    "The main index fell 42 points, closing at 2,210. => The main index fell 42 points / closing at 2,210",
    "Sales rose 4 percent in May, as the carmaker outsold rivals Sol and Berg. "
    "=> Sales rose 4 percent in May / the carmaker outsold rivals Sol and Berg",
    "Every stock in the index fell or remained even, and all bonds in the fund lost ground. "
    "=> Every stock in the index fell or remained even / all bonds in the fund lost ground",
    "Crude oil for June delivery rose 84 cents to $70.15 a barrel. "
    "=> Crude oil for June delivery rose 84 cents to $70.15 a barrel",
    "After leaving the firm in May, Ana Brod founded a bank in Turku. "
    "=> leaving the firm in May / Ana Brod founded a bank in Turku",
]


@pytest.mark.parametrize("case", BUSINESS)
def test_business(case: str) -> None:
    text, _, expected = case.partition(" => ")
    read = parse(text)
    assert [text[atom.start : atom.end] for atom in atoms(read, reports(read))] == expected.split(" / ")
