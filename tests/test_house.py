"""The house rules that a program can see: imports go down, modules stay small, every command shows an example."""

import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from claims.cli.main import FAULT, SECTIONS, claims
from claims.errors import ClaimsError
from tests.conftest import ROOT

MODULES = sorted((ROOT / "claims").rglob("*.py"))


def test_imports_go_down_only() -> None:
    found = subprocess.run([Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr


def test_modules_are_small() -> None:
    lines = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert not {path: count for path, count in lines.items() if count > 400}
    assert statistics.median(count for count in lines.values() if count > 5) <= 130


def test_every_module_says_what_it_is() -> None:
    silent = [path for path in MODULES if not path.read_text(encoding="utf-8").lstrip().startswith(('"""', 'r"""'))]
    assert not silent


def _commands(group: click.Group, *path: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield " ".join((*path, name)), command
        if isinstance(command, click.Group):
            yield from _commands(command, *path, name)


COMMANDS = dict(_commands(claims, "claims"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_with_an_example(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert (command.epilog or "").startswith(f"Example: {name}"), "its help ends with an example of itself"


def test_the_help_page_says_of_each_command_what_the_command_says() -> None:
    shown = {name: text for section in SECTIONS.values() for name, (_, text) in section.items()}
    assert set(shown) == {name.removeprefix("claims ") for name in COMMANDS if name.count(" ") == 1}


def test_every_command_is_named_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [name for name in COMMANDS if name.count(" ") == 1 and f"`{name.split()[-1]}`" not in readme]
    assert not missing


def test_the_readme_lists_every_exit_code() -> None:
    def below(cls: type[ClaimsError]) -> Iterator[type[ClaimsError]]:
        yield cls
        for each in cls.__subclasses__():
            yield from below(each)

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = {int(code) for code in re.findall(r"^\| (\d+) \| ", readme, re.MULTILINE)}
    assert listed == {0, FAULT} | {cls.exit_code for cls in below(ClaimsError)}
