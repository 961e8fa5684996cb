"""The command `ghostly`: its parts, and the one place where whatever ends a command becomes an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from ..errors import GhostlyError
from .account import keys, login
from .demo import demo
from .exits import CommandError, Exit, NobodyReads
from .goals import memories, plan
from .projects import projects
from .runs import cancel, follow, run, runs
from .server import migrate, serve
from .words import printable


@click.group()
def ghostly() -> None:
    """Run end-to-end tests of web applications in a real browser, and watch what happens.

    \b
    Examples:
      python -m ghostly serve
      python -m ghostly login
      python -m ghostly run steps.json --base-url http://127.0.0.1:8000 --follow
      python -m ghostly run --goal "Sign in as ada@x.test with password p4ss" --base-url URL --follow

    \b
    Exit codes:
       0  done; the run passed           64  the command was used wrongly
       1  the run failed                 65  the server refused, or a file cannot be used
       2  the run is inconclusive        76  the stream or an answer is not what it should be
       3  the run was cancelled          78  a setting cannot work
       4  the server cannot be reached  130  interrupted
    """


for command in (serve, migrate, demo, login, run, plan, follow, cancel, runs, memories, projects, keys):
    ghostly.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    for output in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter is no reason to stop.
        output.reconfigure(errors="replace")  # type: ignore[union-attr]  # only a test puts anything else there
    try:
        return int(ghostly.main(arguments, prog_name="python -m ghostly", standalone_mode=False) or 0)
    except NobodyReads as error:
        _forget_output()
        return error.exit_code
    except BrokenPipeError:
        _forget_output()
        return Exit.NOBODY_READS
    except click.UsageError as error:
        error.show()
        return Exit.USAGE
    except click.ClickException as error:
        return _told(error.format_message(), Exit.REFUSED)
    except click.Abort:
        return _told("Interrupted.", Exit.INTERRUPTED)
    except CommandError as error:
        return _told(str(error), error.exit_code)
    except GhostlyError as error:
        return _told(str(error), Exit.SETTINGS)
    except Exception as error:  # the last line of defence: a traceback helps nobody who types a command
        return _told(f"This is a defect of Ghostly itself: {_where(error)}.", Exit.DEFECT)


def _told(sentence: str, code: Exit) -> int:
    click.echo(f"ghostly: {sentence}", err=True)
    return code


def _where(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} ({printable(error)}) at {Path(frame.filename).name}:{frame.lineno}"


def _forget_output() -> None:
    """Python would complain at its exit that it cannot flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
