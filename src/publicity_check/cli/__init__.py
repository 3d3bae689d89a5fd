"""The command line: one module per sub-command, each imported only when it is called."""

import gc
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from io import StringIO
from types import FrameType

import click

from publicity_check._version import __version__
from publicity_check.errors import PublicityCheckError
from publicity_check.text.clean import clean

COMMANDS = {
    "check": "Check publications against the rules of their programme.",
    "fix": "Give a draft back: with comments, and with what is certain put right.",
    "facts": "Show what a publication says, before any rule.",
    "rules": "List, show and explain the rules.",
    "statement": "Print the texts that a publication needs, ready to paste.",
    "sample": "Draw a sample of operations or publications that others draw again.",
    "verify": "Say whether the evidence of a run is still what it was.",
    "init": "Write a configuration file from what publications say.",
    "config": "Show the configuration that applies, and where each value comes from.",
    "baseline": "Accept today's findings, so that only new ones fail.",
}
"""Sub-commands with their one-line help, so that ``--help`` needs none of them."""

ALLOCATIONS = 250_000
"""The rules are many small objects that live to the end: Python is told to look for garbage only behind them."""


class _Lazy(click.Group):
    """A group that imports a sub-command when it is called."""

    def invoke(self, ctx: click.Context) -> object:
        """Call the sub-command; trouble of the system with its output is an error in one sentence."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            raise _SystemError(error) from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"publicity_check.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="publicity-check")
def group() -> None:
    """Check whether publications of EU-funded projects say so as law and programme require."""


class _SystemError(Exception):
    """What the system refused: the screen is gone, the disk is full."""

    def __init__(self, error: OSError) -> None:
        where = error.filename or "standard output"
        super().__init__(f"{where} cannot be written or read ({error.strerror or error})")


class _Terminated(SystemExit):
    """The system asks the program to end."""


def end_workers() -> None:
    """End the processes that were started, if any."""
    if "multiprocessing" in sys.modules:
        from publicity_check import processes

        processes.end_workers()


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    raise _Terminated(128 + signal.SIGTERM)


def main() -> None:
    """Run the command line; every error that users can meet is one sentence and exit status 2."""
    gc.set_threshold(ALLOCATIONS, 50, 100)
    signal.signal(signal.SIGTERM, _terminate)
    try:
        group(standalone_mode=False)
        sys.exit(0)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        click.echo(clean(_shown(error)), nl=False, err=True)
        sys.exit(2)
    except click.Abort:
        end_workers()
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except PublicityCheckError as error:
        click.echo(f"publicity-check: {clean(str(error))}", err=True)
        sys.exit(2)
    except _SystemError as error:
        _forget_output()
        click.echo(f"publicity-check: {clean(str(error))}", err=True)
        sys.exit(2)
    except _Terminated as stop:
        end_workers()
        click.echo("Stopped.", err=True)
        sys.exit(stop.code)
    except Exception as error:  # status 1 means that a publication failed, and nothing else may end so
        what = f"{type(error).__name__}: {error}"
        told = f"publicity-check: stopped because of an error in the program ({what}); please report it."
        click.echo(clean(told), err=True)
        sys.exit(2)
    finally:
        gc.freeze()  # what ends with the process is not looked through for garbage once more


def _shown(error: click.ClickException) -> str:
    """Return what is told of a wrong use."""
    told = StringIO()
    error.show(told)
    return told.getvalue()


def _forget_output() -> None:
    """Let nothing more be written to a standard output that takes nothing, at the end of the program, too."""
    with suppress(OSError, AttributeError):
        sys.stdout.close()
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
