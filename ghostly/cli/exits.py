"""How a command ends: the exit codes, and the errors that carry a sentence and one of them."""

from __future__ import annotations

from enum import IntEnum

from ..errors import GhostlyError


class Exit(IntEnum):
    """From 64 on they are those of sysexits.h and of shells: 1 and 2 speak of the run alone."""

    PASS = 0
    FAIL = 1
    INCONCLUSIVE = 2
    CANCELLED = 3
    UNREACHABLE = 4
    USAGE = 64
    REFUSED = 65
    DEFECT = 70
    BROKEN = 76
    SETTINGS = 78
    INTERRUPTED = 130
    NOBODY_READS = 141


class CommandError(GhostlyError):
    """A command that cannot go on; the message is a sentence for whoever typed it."""

    exit_code = Exit.REFUSED


class Refused(CommandError):
    """The server understood, and said no."""


class BadInput(CommandError):
    """A file, or an option, that cannot be used."""


class Unreachable(CommandError):
    """No answer could be had; `lasting` means that trying again will not help."""

    exit_code = Exit.UNREACHABLE

    def __init__(self, message: str, *, lasting: bool = False) -> None:
        super().__init__(message)
        self.lasting = lasting


class NotUnderstood(CommandError):
    """What came is not what a Ghostly server answers."""

    exit_code = Exit.BROKEN


class StreamBroken(CommandError):
    """The stream is not the whole and exact history of its run."""

    exit_code = Exit.BROKEN


class Interrupted(CommandError):
    """Somebody pressed Ctrl-C, and may want to know what goes on without them."""

    exit_code = Exit.INTERRUPTED


class NobodyReads(CommandError):
    """The reader of our output has gone, as `head` does."""

    exit_code = Exit.NOBODY_READS
