"""One condition, two evaluators: SQL over the index says what CEL says of the dossier, on both databases."""

import os
from collections.abc import Iterator
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import claims.store.facts as sql_facts
from claims.domain.condition import Condition, evaluate, write
from claims.domain.dossier import Dossier
from claims.domain.standing import own_voices
from claims.rules.cel import compile_condition, holds
from claims.rules.decay import Lifetime
from claims.rules.facts import FACTS, TYPES, facts_of
from claims.rules.plan import _terms
from claims.rules.sense import faults_of
from claims.rules.settings import Settings
from claims.store import Ledger, open_ledger
from claims.store.compile import compiled
from claims.store.fact_row import FactRow, fact_row
from claims.store.facts import Facts, fact_table
from claims.store.folding import _evidence
from claims.store.judging import rendered
from claims.store.row import EvidenceRow
from claims.store.turns import MOVING
from tests.rules.draw import TODAY, conditions, dossiers

ORDINARY = Settings()
BY_SOURCE = Settings(
    due=3,
    lifetimes=MappingProxyType({"event": Lifetime(10, 0.3, 80, 30), "statistic": Lifetime(30, 2.0, 90, 0)}),
    sources=MappingProxyType({"reuters": Lifetime(120, 2.0, 80, 30), "bo lint": Lifetime(1, 1.0, 50, 50)}),
)


@pytest.fixture(scope="module")
def sqlite() -> Iterator[Ledger]:
    with open_ledger(":memory:", create=True) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def postgres(server: str) -> Iterator[Ledger]:
    import psycopg

    name = f"claims_compile_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE claims_empty")
    front, question, options = server.partition("?")
    with open_ledger(f"{front.rpartition('/')[0]}/{name}{question}{options}") as ledger:
        yield ledger


def test_both_tables_have_the_same_facts():
    assert sorted(sql_facts.NAMES) == sorted(FACTS)
    assert sorted(MOVING) == sorted(name for name, fact in FACTS.items() if fact.moves)


def by_cel(condition: Condition, dossier: Dossier, header: Settings) -> bool | None:
    facts = facts_of(dossier, TODAY, header)
    said = holds(compile_condition(write(condition), TYPES), facts)
    assert said == evaluate(condition, facts), write(condition)
    return said


def by_sql(
    ledger: Ledger, asked: list[Condition], known: list[Dossier], header: Settings
) -> dict[str, list[bool | None]]:
    import sqlalchemy as sa

    database, table = ledger.database, fact_table()
    with database.transaction():
        database.rows("DELETE FROM fact")
        database.rows("DELETE FROM evidence")
        database.rows("DELETE FROM conflict")
        database.insert("fact", FactRow._fields, [fact_row(each, TODAY) for each in known])
        rows = [
            _evidence(each.id, number, one, own_voices(each))
            for each in known
            for number, one in enumerate(each.evidence)
        ]
        database.insert("evidence", EvidenceRow._fields, rows)
        pairs = [(each.id, other, "topic") for each in known for other in each.conflicts]
        database.insert("conflict", ("claim", "other", "topic"), pairs)
    stands = (table.c.word, sa.false())
    facts = Facts(table, TODAY.toordinal(), _terms(header), database.kind, stands)
    found = [compiled(each, facts).label(f"c{number}") for number, each in enumerate(asked)]
    sql, parameters = rendered(sa.select(table.c.claim, *found), database)
    return {
        row[0]: [None if said is None else bool(said) for said in row[1:]] for row in database.rows(sql, **parameters)
    }


def agree(ledger: Ledger, asked: list[Condition], known: list[Dossier], header: Settings) -> None:
    sound = [each for each in asked if taken(each)]
    assume(sound)
    stored = by_sql(ledger, sound, known, header)
    for dossier in known:
        for condition, said in zip(sound, stored[dossier.id], strict=True):
            assert said == by_cel(condition, dossier, header), write(condition)


def taken(condition: Condition) -> bool:
    """Whether a rulebook with this condition would load; CEL takes all that are drawn, our bounds not quite all."""
    return not faults_of(compile_condition(write(condition), TYPES).tree, reviews=True)


KNOWN = st.tuples(*(dossiers(number) for number in range(4))).map(list)
ASKED = st.lists(conditions(), min_size=4, max_size=8)
HEADERS = st.sampled_from([ORDINARY, BY_SOURCE])
FEW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@given(asked=ASKED, known=KNOWN, header=HEADERS)
@settings(max_examples=70, deadline=None, suppress_health_check=FEW)
def test_sql_says_what_cel_says_on_sqlite(sqlite, asked, known, header):
    agree(sqlite, asked, known, header)


@pytest.mark.postgres
@given(asked=ASKED, known=KNOWN, header=HEADERS)
@settings(max_examples=40, deadline=None, suppress_health_check=FEW)
def test_sql_says_what_cel_says_on_postgresql(postgres, asked, known, header):
    agree(postgres, asked, known, header)


@given(known=KNOWN, header=HEADERS)
@settings(max_examples=40, deadline=None, suppress_health_check=FEW)
def test_every_fact_is_the_same_in_both(sqlite, known, header):
    import sqlalchemy as sa

    by_sql(sqlite, [], known, header)
    table = fact_table()
    facts = Facts(table, TODAY.toordinal(), _terms(header), "sqlite", (table.c.word, sa.false()))
    names = list(FACTS)
    statement = sa.select(table.c.claim, *(facts.named(name).label(name) for name in names))
    sql, parameters = rendered(statement, sqlite.database)
    rows = {row[0]: dict(zip(names, row[1:], strict=True)) for row in sqlite.database.rows(sql, **parameters)}
    for dossier in known:
        python = facts_of(dossier, TODAY, header)
        assert {name: value for name, value in rows[dossier.id].items() if value is not None} == {
            name: value for name, value in python.items() if name in FACTS
        }
