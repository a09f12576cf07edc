"""A program that dies, and two that write at once: an append is there whole or not at all."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from claims.domain.events import ArticleFiled, ClaimRecorded
from claims.store import open_ledger
from tests.conftest import ROOT

WRITER = """
import sys
from claims.store import open_ledger
from tests.store.sample import MOMENT, filing
place, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open_ledger(place, create=True) as ledger:
    for number in range(count):
        events = filing(f"Berth {name} {number}. " * 40 + filing()[0].article.text)
        if ledger.has_article(events[0].id):
            continue
        ledger.append(f"{name}-{number}", name, MOMENT + number, events)
        print(number, flush=True)
"""


def start(place: str, name: str, count: int) -> "subprocess.Popen[str]":
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WRITER, place, name, str(count)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def articles(place: str) -> list[tuple[int, int]]:
    """How many claims each article says it has, and how many follow it."""
    found: list[tuple[int, int]] = []
    with open_ledger(place) as ledger:
        assert ledger.audit() == ()
        for entry in ledger.entries():
            if isinstance(entry.event, ArticleFiled):
                found.append((entry.event.claims, 0))
            elif isinstance(entry.event, ClaimRecorded):
                found[-1] = (found[-1][0], found[-1][1] + 1)
    return found


def test_killed_in_the_middle_each_article_is_there_whole_or_not_and_the_same_again_completes_it(place: str) -> None:
    count = 150
    landed = 0
    for moment in (3, 40):
        writer = start(place, "ada", count)
        assert writer.stdout is not None
        for _ in range(moment):
            assert writer.stdout.readline(), writer.stderr and writer.stderr.read()
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        found = articles(place)
        assert landed < len(found) < count
        assert all(said == there for said, there in found)
        landed = len(found)
    out, error = start(place, "ada", count).communicate(timeout=120)
    assert error == ""
    assert len(out.split()) == count - landed
    assert articles(place) == [(4, 4)] * count


def test_two_writers_wait_for_one_another(place: str) -> None:
    writers = [start(place, name, 60) for name in ("ada", "bea")]
    for writer in writers:
        _, error = writer.communicate(timeout=120)
        assert error == ""
    assert articles(place) == [(4, 4)] * 120


def test_two_that_make_the_same_ledger_make_one(tmp_path: Path) -> None:
    place = str(tmp_path / "new.db")
    writers = [start(place, name, 3) for name in ("ada", "bea", "cyd")]
    for writer in writers:
        _, error = writer.communicate(timeout=120)
        assert error == ""
    assert articles(place) == [(4, 4)] * 9


def test_a_reader_is_not_held_up_by_a_writer(place: str) -> None:
    with open_ledger(place) as writer, open_ledger(place) as reader, writer.database.transaction():
        begun = time.monotonic()
        assert list(reader.entries()) == []
        assert time.monotonic() - begun < 5
