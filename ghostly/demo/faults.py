"""What can be made to go wrong: the names of the faults, and which of them are on."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from enum import StrEnum

from .words import fault_sentences


class Fault(StrEnum):
    SAVE_500 = "save-500"
    SAVE_500_TOAST_OK = "save-500-toast-ok"
    SAVE_LOST = "save-lost"
    SAVE_200_ERROR = "save-200-error"
    VALIDATION = "validation"
    SILENT_VALIDATION = "silent-validation"
    BLOCKING_MODAL = "blocking-modal"
    SLOW = "slow"
    RENAMED_IDS = "renamed-ids"
    WRONG_ROW = "wrong-row"
    DUPLICATE = "duplicate"
    WRONG_USER = "wrong-user"
    OFF_BY_ONE_TOTAL = "off-by-one-total"
    EPHEMERAL_TOAST = "ephemeral-toast"
    STALE_UNTIL_RELOAD = "stale-until-reload"
    SESSION_EXPIRED = "session-expired"
    HALF_SAVED = "half-saved"
    ERROR_TEXT_STATIC = "error-text-static"
    JS_ERROR = "js-error"


class UnknownFaultError(ValueError):
    """A name that is not in the table."""


class Switches:
    """The faults of one application: each is on or off, and may be turned while requests are served."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._lock = threading.Lock()
        self._on = frozenset(known(name) for name in names)

    def __contains__(self, fault: Fault) -> bool:
        return fault in self._on

    def turn(self, wishes: Mapping[str, bool]) -> None:
        """Change the named ones and leave the others; nothing changes if a name is unknown."""
        turned = {known(name): is_on for name, is_on in wishes.items()}
        with self._lock:
            self._on = frozenset(fault for fault in Fault if turned.get(fault, fault in self._on))

    def as_dict(self) -> dict[str, bool]:
        return {fault.value: fault in self._on for fault in Fault}


def known(name: str) -> Fault:
    try:
        return Fault(name)
    except ValueError:
        raise UnknownFaultError(f"no such fault: {name}") from None


def fault_table(lang: str) -> dict[str, str]:
    """The one table: every name with its sentence."""
    sentences = fault_sentences(lang)
    return {fault.value: sentences[fault.value] for fault in Fault}
