"""What a page needs to know: the shop it belongs to, who is signed in, and the language."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from flask import abort, current_app, session

from .faults import Fault, Switches
from .store import Store, User
from .words import LANGUAGES, page_words

EXTENSION = "ghostly-demo"


@dataclass(frozen=True, slots=True)
class Shop:
    store: Store
    faults: Switches
    slow_ms: int
    lang: str

    def pause(self) -> None:
        if Fault.SLOW in self.faults:
            time.sleep(self.slow_ms / 1000)

    def keep(self, save: Callable[[], object]) -> None:
        """Save something other than an order, as well as the faults allow."""
        self.pause()
        if Fault.SAVE_500 in self.faults:
            abort(500)
        if Fault.SAVE_LOST in self.faults:
            return
        save()
        if Fault.DUPLICATE in self.faults:
            save()


def shop() -> Shop:
    return cast(Shop, current_app.extensions[EXTENSION])


def current_user() -> User | None:
    return shop().store.user(session.get("user", ""))


def author() -> str:
    user = current_user()
    return user.email if user else ""


def current_language() -> str:
    lang = session.get("lang", shop().lang)
    return lang if lang in LANGUAGES else "en"


def say(key: str, **values: object) -> str:
    """The words for a key, in the language of the visitor."""
    return page_words(current_language())[key].format(**values)
