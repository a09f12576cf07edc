"""What judging a whole ledger costs, as ratios in one run: against SQL written by hand, and against engines record by record.

    python benchmarks/rules.py                     1,000,000 claims with 2,000,000 pieces of evidence
    python benchmarks/rules.py --claims 100000     a smaller one
    python benchmarks/rules.py --engines           also the engines that are installed, on 100,000 records

The engines are no dependencies of ours: pip install rule-engine zen-engine common-expression-language
panzi-json-logic. What writing the verdicts costs is measured in writing.py.
"""

import argparse
import json
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from claims.rules.cel import compile_condition, holds
from claims.rules.facts import TYPES
from claims.rules.plan import plan
from claims.rules.rulebook import house, load
from claims.store import open_ledger
from claims.store.database import Database
from claims.store.fact_row import FactRow
from claims.store.judging import differing, keep_agenda, tally
from claims.store.row import EvidenceRow

TODAY = date(2026, 1, 1).toordinal()
KINDS = ("event", "state", "statistic", "forecast", "commitment")
FIVE = """rulebook: five
verdicts:
  - {rule: disputed, when: supporting >= 1 && refuting >= 1, then: conflicting, because: x}
  - {rule: missed, when: 'days_overdue > 0 && refuting >= 1', then: refuted, because: x}
  - {rule: kept, when: 'kind in ["commitment", "forecast"] && supporting >= 1', then: verified, because: x}
  - {rule: enough, when: supporting >= 2, then: verified, because: x}
  - {rule: graded, when: 'supporting + refuting > 0 && best_grade_supporting <= 2', then: partly, because: x}
"""
HAND = """
SELECT claim, verdict, review FROM (
 SELECT claim, flag_rule, verdict_person, COALESCE(word || ' ' || verdict_by, 'open no-rule') AS stood,
 CASE WHEN kind = 'commitment' AND supporting >= 1 AND refuting >= 1 THEN 'conflicting promise-disputed'
  WHEN kind = 'commitment' AND schedule = 'met' AND sound_supporting_in_time >= 1 THEN 'verified promise-kept'
  WHEN kind = 'commitment' AND schedule = 'met-late' AND sound_supporting >= 1 THEN 'verified promise-kept-late'
  WHEN kind = 'commitment' AND schedule = 'missed' AND sound_refuting >= 1 THEN 'refuted promise-broken'
  WHEN kind = 'commitment' AND schedule = 'overdue' AND partial >= 1 THEN 'partly promise-kept-in-part'
  WHEN kind = 'commitment' AND supporting = 0 AND refuting = 0 AND since_evidence > 180 THEN 'open promise-stalled'
  WHEN kind = 'commitment' AND supporting = 0 AND refuting = 0 AND partial + reporting >= 1
   THEN 'open promise-in-the-works'
  WHEN supporting >= 1 AND refuting >= 1 THEN 'conflicting conflicting'
  WHEN schedule = 'met' AND sound_supporting_in_time >= 1 THEN 'verified kept-in-time'
  WHEN schedule = 'met-late' AND sound_supporting >= 1 THEN 'verified kept-late'
  WHEN schedule = 'missed' AND sound_refuting >= 1 THEN 'refuted missed'
  WHEN supporting >= 2 THEN 'verified enough-support'
  WHEN refuting >= 2 THEN 'refuted refuted'
  ELSE 'open no-rule' END AS verdict,
 CASE WHEN kind = 'statistic' AND until_recheck = 0 THEN 'statistic-grown-old'
  WHEN schedule = 'overdue' AND supporting = 0 AND word = 'open' THEN 'deadline-passed'
  WHEN word = 'open' AND EXISTS (SELECT 1 FROM conflict JOIN fact AS other ON other.claim = conflict.other
   WHERE conflict.claim = judged.claim AND other.made <= :today AND NOT other.settled) THEN 'said-otherwise'
  WHEN until_recheck = 0 THEN 'grown-old' ELSE '' END AS review
 FROM (SELECT *, max(:today - newest_evidence, 0) AS since_evidence,
  max(newest_shown + CASE kind WHEN 'event' THEN 6340 WHEN 'state' THEN 634 ELSE 317 END - :today, 0) AS until_recheck,
  CASE WHEN deadline IS NULL THEN 'undated'
   WHEN first_support > first_deadline AND refuting = 0 THEN 'met-late'
   WHEN first_support <= first_deadline AND refuting = 0 AND (NOT through OR deadline < :today) THEN 'met'
   WHEN deadline >= :today THEN CASE WHEN deadline - :today <= 14 THEN 'due' ELSE 'upcoming' END
   WHEN refuting > 0 AND supporting = 0 THEN 'missed' ELSE 'overdue' END AS schedule
  FROM fact WHERE latest_day <= :today AND NOT settled) AS judged)
WHERE (verdict_person IS NULL OR NOT verdict_person) AND (verdict <> stood OR review <> COALESCE(flag_rule, ''))
"""


def rows(count: int) -> Iterator[tuple[FactRow, list[EvidenceRow]]]:
    """Claims with nought to four pieces of evidence each, two on average, the same in every run."""
    draw = random.Random(7)  # noqa: S311 - made-up claims
    none: dict[str, Any] = {name: None if "None" in str(hint) else 0 for name, hint in FactRow.__annotations__.items()}
    for number in range(count):
        claim = f"{number:016d}"
        deadline = TODAY + draw.randint(-900, 400) if draw.random() < 0.4 else None
        evidence = []
        for place in range(draw.randint(0, 4)):
            stance = draw.choices(("supports", "refutes", "neither"), (6, 2, 2))[0]
            day = TODAY - draw.randint(0, 900)
            origin = f"outlet {draw.randint(0, 40)}"
            grade = draw.choice((None, "B2", "E4"))
            evidence.append(
                EvidenceRow(
                    claim, place, f"{claim}{place}", stance, origin, False, origin, None, grade, day, day, day, day, day
                )
            )
        yield FactRow(**{**none, **_counted(claim, draw.choice(KINDS), deadline, evidence)}), evidence


def _counted(claim: str, kind: str, deadline: int | None, evidence: list[EvidenceRow]) -> dict[str, Any]:
    def side(stance: str, sound: bool = False, in_time: bool = False) -> int:
        return len(
            {
                each.origin
                for each in evidence
                if each.stance == stance
                and not (sound and (each.grade or "F")[0] == "E")
                and not (in_time and not (deadline is not None and each.day <= deadline))
            }
        )

    shown = [each.day for each in evidence if each.stance != "neither"]
    graded = [2 for each in evidence if each.stance == "supports" and each.grade == "B2"]
    return {
        "claim": claim,
        "latest_day": TODAY,
        "kind": kind,
        "polarity": "positive",
        "hedge": "asserted",
        "made": TODAY - 1000,
        "deadline": deadline,
        "first_deadline": deadline,
        "supporting": side("supports"),
        "refuting": side("refutes"),
        "reporting": side("neither"),
        "sound_supporting": side("supports", True),
        "sound_refuting": side("refutes", True),
        "sound_supporting_in_time": side("supports", True, True),
        "best_grade_supporting": min(graded, default=None),
        "first_support": min((each.day for each in evidence if each.stance == "supports"), default=None),
        "first_refute": min((each.day for each in evidence if each.stance == "refutes"), default=None),
        "newest_evidence": max((each.day for each in evidence), default=None),
        "newest_shown": max(shown, default=None),
        "word": "open",
    }


def fill(database: Database, count: int) -> int:
    """Put claims and their evidence into the index; return how many pieces there are."""
    pieces = 0
    with database.transaction():
        drawn = rows(count)
        while chunk := [each for _, each in zip(range(5000), drawn, strict=False)]:
            database.insert("fact", FactRow._fields, [fact for fact, _ in chunk])
            database.insert("evidence", EvidenceRow._fields, [one for _, evidence in chunk for one in evidence])
            database.insert("agenda", ("claim", "day"), [(fact.claim, 0) for fact, _ in chunk])
            pieces += sum(len(evidence) for _, evidence in chunk)
    return pieces


def against(one: Callable[[], object], other: Callable[[], object], rounds: int = 5) -> tuple[float, float]:
    """The best of some rounds of each, turn by turn, so that what else the machine does strikes both alike."""
    found = [(timed(one, 1), timed(other, 1)) for _ in range(rounds)]
    return min(each[0] for each in found), min(each[1] for each in found)


def timed(work: Callable[[], object], rounds: int = 3) -> float:
    """The best of some rounds, in seconds."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best


def summed(found: Iterator[tuple[object, ...]]) -> tuple[int, int]:
    """Return how many rows there are and the sum of their hashes, whatever their order, holding none of them."""
    count = total = 0
    for row in found:
        count, total = count + 1, (total + hash(row)) % 2**64
    return count, total


def drain(found: Iterator[object]) -> int:
    """Count what a stream yields."""
    return sum(1 for _ in found)


def judging(database: Database, count: int) -> None:
    """Judge all claims, then those that changed."""
    stack = plan(house())
    by_hand = summed(database.stream(HAND, today=TODAY))
    ours = summed(tuple(each) for each in differing(database, stack, TODAY))
    assert ours == by_hand, "the two do not say the same"
    hand, mine = against(
        lambda: drain(database.stream(HAND, today=TODAY)), lambda: drain(differing(database, stack, TODAY))
    )
    print(
        f"judging {count:,} claims, {ours[0]:,} to change: {mine:.2f} s, by hand {hand:.2f} s, ratio {mine / hand:.2f}"
    )
    begun = time.perf_counter()
    keep_agenda(database, stack, TODAY, 0, "command")
    print(f"noting the day to look at each again: {time.perf_counter() - begun:.2f} s")
    bare = "SELECT claim FROM agenda WHERE day <= :today"
    first, again = against(
        lambda: [database.rows(bare, today=TODAY) for _ in range(200)],
        lambda: [drain(differing(database, stack, TODAY)) for _ in range(200)],
    )
    print(
        f"a second run, nothing changed: {again * 5:.3f} ms, the bare SELECT {first * 5:.3f} ms, ratio {again / first:.2f}"
    )
    for changed in (1000, 10_000):
        if changed > count:
            continue
        step = count // changed
        with database.transaction():
            sql = "UPDATE agenda SET day = 0 WHERE claim = :claim"
            for number in range(changed):
                database.rows(sql, claim=f"{number * step:016d}")
        spent = timed(lambda: drain(differing(database, stack, TODAY)))
        print(f"after {changed:,} claims changed: {spent * 1000:.1f} ms, {spent / mine:.4f} of judging all")


def engines(database: Database) -> None:
    """The same five rules over 100,000 records: ours in one statement, others record by record, flattened beforehand.

    All are asked for the answer of each rule on each record. What comes back differs: from our statement for how many
    records each rule holds, as a dry run of a rulebook is given it; from the others a list of answers in memory.
    """
    five = load(FIVE, "five.yaml")
    five_plan = plan((five,))
    mine = timed(lambda: tally(database, five_plan, TODAY))
    sql = (
        "SELECT claim, count(DISTINCT CASE WHEN stance = 'supports' THEN origin END), count(DISTINCT CASE WHEN stance ="
    )
    sql += " 'refutes' THEN origin END) FROM evidence WHERE NOT own GROUP BY claim"
    grouped = timed(lambda: drain(database.stream(sql)), 1)
    columns = ("kind", "deadline", "supporting", "refuting", "best_grade_supporting")
    records = []
    for row in database.stream(f"SELECT {', '.join(columns)} FROM fact"):
        record = dict(zip(columns, row, strict=True))
        deadline = record.pop("deadline")
        record["days_overdue"] = None if deadline is None else max(TODAY - deadline, 0)
        records.append({name: value for name, value in record.items() if value is not None})
    print(
        f"five rules over {len(records):,} claims by SQL: {mine:.3f} s; counts grouped from evidence besides: {grouped:.3f} s"
    )
    programs = [compile_condition(rule.when, TYPES) for rule in five.verdicts]
    _one_by_one("cel-expr-python", mine, grouped, lambda: [[holds(each, r) for each in programs] for r in records])
    for name, make in (
        ("rule-engine", _rule_engine),
        ("json-logic", _json_logic),
        ("zen-engine", _zen),
        ("cel (Rust)", _cel_rust),
    ):
        try:
            work = make(records)
        except ImportError:
            print(f"  {name}: not installed")
            continue
        _one_by_one(name, mine, grouped, work)


def _one_by_one(name: str, mine: float, grouped: float, work: Callable[[], object]) -> None:
    spent = timed(work, 1)
    print(
        f"  {name}: {spent:.2f} s, {spent / mine:.0f} times ours, {spent / (mine + grouped):.1f} with evidence grouped anew"
    )


SPELT = [
    "supporting >= 1 and refuting >= 1",
    "days_overdue > 0 and refuting >= 1",
    "(kind == 'commitment' or kind == 'forecast') and supporting >= 1",
    "supporting >= 2",
    "supporting + refuting > 0 and best_grade_supporting <= 2",
]


def _filled(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """With a number in place of what is unknown, for engines that raise otherwise."""
    return [{"days_overdue": 0, "best_grade_supporting": 9} | record for record in records]


def _rule_engine(records: list[dict[str, Any]]) -> Callable[[], object]:
    import rule_engine

    rules = [rule_engine.Rule(text) for text in SPELT]
    known = _filled(records)
    return lambda: [[rule.matches(record) for rule in rules] for record in known]


def _json_logic(records: list[dict[str, Any]]) -> Callable[[], object]:
    from json_logic import jsonLogic

    def var(name: str) -> dict[str, str]:
        return {"var": name}

    rules: list[Any] = [
        {"and": [{">=": [var("supporting"), 1]}, {">=": [var("refuting"), 1]}]},
        {"and": [{">": [var("days_overdue"), 0]}, {">=": [var("refuting"), 1]}]},
        {"and": [{"in": [var("kind"), ["commitment", "forecast"]]}, {">=": [var("supporting"), 1]}]},
        {">=": [var("supporting"), 2]},
        {"and": [{">": [{"+": [var("supporting"), var("refuting")]}, 0]}, {"<=": [var("best_grade_supporting"), 2]}]},
    ]
    known = _filled(records)
    return lambda: [[jsonLogic(rule, record) for rule in rules] for record in known]


def _zen(records: list[dict[str, Any]]) -> Callable[[], object]:
    import zen

    rules = [zen.compile_expression(text) for text in SPELT]
    known = _filled(records)
    return lambda: [[rule.evaluate(record) for rule in rules] for record in known]


def _cel_rust(records: list[dict[str, Any]]) -> Callable[[], object]:
    import cel

    rules = [cel.compile(text.replace(" and ", " && ").replace(" or ", " || ")) for text in SPELT]
    known = _filled(records)
    return lambda: [[rule.execute(record) for rule in rules] for record in known]


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--engines", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with open_ledger(Path(folder) / "rules.db", create=True) as ledger:
            begun = time.perf_counter()
            pieces = fill(ledger.database, given.claims)
            print(
                f"{given.claims:,} claims, {pieces:,} pieces of evidence, made in {time.perf_counter() - begun:.0f} s"
            )
            judging(ledger.database, given.claims)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"most memory of all this: {peak} MB")
        if given.engines:
            with open_ledger(Path(folder) / "small.db", create=True) as ledger:
                fill(ledger.database, min(given.claims, 100_000))
                engines(ledger.database)
    print(json.dumps({"today": TODAY, "claims": given.claims}))


if __name__ == "__main__":
    main()
