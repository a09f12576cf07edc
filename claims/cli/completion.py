"""Completion: `completion`."""

import click

SHELLS = ("bash", "zsh", "fish")


@click.command(epilog="Example: claims completion bash >> ~/.bashrc")
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print what makes your shell complete commands and options; put it in the file that the shell reads at start."""
    from click.shell_completion import get_completion_class

    from claims.cli.main import claims

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"{shell} is not known here.")
    click.echo(made(claims, {}, "claims", "_CLAIMS_COMPLETE").source())
