"""What a page needs to know: the shop it belongs to, who is signed in, and the language."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from flask import abort, current_app, redirect, request, session, url_for

from .faults import Fault, Switches
from .store import Order, Store, User
from .words import LANGUAGES, page_words, synonyms

EXTENSION = "ghostly-demo"


@dataclass(frozen=True, slots=True)
class Shop:
    store: Store
    faults: Switches
    slow_ms: int
    lang: str
    # Orders that save-lost pretends to have kept; they go when the page is loaded anew.
    lost: dict[str, Order] = field(default_factory=dict)

    def pause(self) -> None:
        if Fault.SLOW in self.faults:
            time.sleep(self.slow_ms / 1000)

    def keep(self, save: Callable[[], object]) -> None:
        """Save something other than an order, as well as the faults allow."""
        if Fault.SESSION_EXPIRED in self.faults:
            session.pop("user", None)
            abort(401 if wants_json() else redirect(url_for("signin.login", expired=1)))
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


def owner() -> str:
    """Whose pages are shown."""
    user = current_user()
    return user.email if user else ""


def author() -> str:
    """Whose name is put on what is saved."""
    if Fault.WRONG_USER in shop().faults:
        return next(user.email for user in shop().store.users if user.email != owner())
    return owner()


def wants_json() -> bool:
    return request.path.startswith(("/api/", "/__demo__/"))


def current_language() -> str:
    lang = session.get("lang", shop().lang)
    return lang if lang in LANGUAGES else "en"


def say(key: str, **values: object) -> str:
    """The words for a key, in the language of the visitor."""
    lang = current_language()
    renamed = synonyms(lang) if Fault.RENAMED_IDS in shop().faults else {}
    return (renamed.get(key) or page_words(lang)[key]).format(**values)
