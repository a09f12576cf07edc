"""Main: the group of commands, each imported when it is called; where an error becomes a line and an exit code."""

import os
import sys
from collections.abc import Sequence

import click

from claims.cli.saying import say
from claims.errors import ClaimsError

SECTIONS: dict[str, dict[str, tuple[str, str]]] = {
    "Articles": {
        "add": ("claims.cli.articles:add", "Read articles and put their claims on the ledger."),
        "extract": ("claims.cli.articles:extract", "Show the claims of articles, without a ledger."),
        "articles": ("claims.cli.articles:articles", "List the articles on the ledger."),
    },
    "Claims": {
        "list": ("claims.cli.listing:list_claims", "List claims: open ones, or those that a filter names."),
        "show": ("claims.cli.listing:show", "Show all that is known of a claim."),
        "log": ("claims.cli.listing:log", "Tell what happened, to a claim or on the whole ledger."),
        "new": ("claims.cli.mending:new", "Put a claim on the ledger in your own words."),
        "edit": ("claims.cli.mending:edit", "Mend what was extracted wrongly; the old values are kept."),
        "move": ("claims.cli.mending:move", "Move a deadline, as announced by a source."),
    },
    "Evidence and verdicts": {
        "verify": ("claims.cli.marking:verify", "Mark a claim verified, with your source."),
        "refute": ("claims.cli.marking:refute", "Mark a claim refuted, with your source."),
        "mark": ("claims.cli.marking:mark", "Give a claim any other verdict, or mark it reviewed."),
        "dismiss": ("claims.cli.marking:dismiss", "Take what is no claim off the lists."),
        "reopen": ("claims.cli.marking:reopen", "Lift a verdict or a dismissal."),
        "evidence": ("claims.cli.evidence:evidence", "Add or withdraw evidence; grade a source."),
        "undo": ("claims.cli.undoing:undo", "Undo your last command."),
    },
    "Rules": {
        "resolve": ("claims.cli.rules:resolve", "Settle claims by the rulebooks, as of a day."),
        "explain": ("claims.cli.rules:explain", "Say why a claim stands as it does, and what would change it."),
        "simulate": ("claims.cli.rules:simulate", "Replay the rules over past days, or compare two rulebooks."),
        "rules": ("claims.cli.rules:rules", "Check, test, show and adopt rulebooks."),
    },
    "Reports": {
        "report": ("claims.cli.reporting:report", "Write a status report, as of any day."),
        "calendar": ("claims.cli.calendar:calendar", "Show the days to come: deadlines, and when to look again."),
    },
    "Ledger": {
        "audit": ("claims.cli.ledger:audit", "Check that nothing on the ledger was changed behind its back."),
        "store": ("claims.cli.ledger:store", "Make, upgrade or rebuild a ledger."),
        "completion": ("claims.cli.completion:completion", "Print what makes your shell complete commands."),
        "demo": ("claims.cli.demo:demo", "Run the main job on a real article."),
    },
}
"""Each command by its name: where it is, and its help in a line, so that `claims --help` need import none of them."""


FAULT = 70
"""The exit code of a fault in this program, as sysexits.h has it; all others stand in claims.errors."""


class LazyGroup(click.Group):
    """A group that imports a command when it is called and can list its commands without importing any."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of the help page."""
        return [name for section in SECTIONS.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, or None where there is none of this name."""
        for section in SECTIONS.values():
            if cmd_name in section:
                from importlib import import_module

                module, _, attribute = section[cmd_name][0].partition(":")
                command: click.Command = getattr(import_module(module), attribute)
                return command
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the words name; for a misspelt one say the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as fault:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), 1)
            if not near:
                raise
            raise click.UsageError(f"{fault.message} Did you mean {near[0]!r}?", ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by section, each with its help in a line."""
        for title, section in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, text) for name, (_, text) in section.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="claims-desk", message="claims %(version)s")
def claims() -> None:
    r"""Keep a ledger of factual claims: who said it, how much, by which day, and how it came out.

    \b
    Example:
      claims add article.txt --published 2020-09-02
      claims list
      claims verify 7k2m --source https://example.org/report --dated 2021-12-21

    The ledger is the file named by --db, else by CLAIMS_DB, else the platform's data folder.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; every error of ours is a line on stderr, never a traceback."""
    try:
        result = claims.main(args=list(arguments) if arguments is not None else None, standalone_mode=False)
    except BrokenPipeError:
        # The reader of a pipe has gone, as `claims list | head` does; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except click.exceptions.Abort:
        click.echo("claims: stopped", err=True)
        return 130
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except ClaimsError as fault:
        for sentence in str(fault).splitlines():
            say(f"claims: {sentence}", err=True)
        return fault.exit_code
    except Exception as fault:
        # A fault of ours: the reader is told in a line, whoever mends it can ask for more.
        if "CLAIMS_TRACE" in os.environ:
            raise
        click.echo(
            f"claims: a fault in claims itself ({type(fault).__name__}: {fault}); CLAIMS_TRACE=1 shows where", err=True
        )
        return FAULT

    return result if isinstance(result, int) else 0


def run() -> None:
    """Run the command of the command line and leave with its exit code."""
    sys.exit(main())
