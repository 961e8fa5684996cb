"""The application put together: one Flask app with a store and faults of its own."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import cast

from flask import Flask, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from . import board, customers, notes, orders, signin, switches, uploads, widgets, wizard
from .faults import Fault, Switches
from .shop import EXTENSION, Shop, current_language, current_user, say, shop, wants_json
from .store import STATUSES, Store
from .words import LANGUAGES, money, script_words

LARGEST_UPLOAD = 5 * 1024 * 1024
OPEN_TO_ALL = ("signin.", "switches.", "static")
PARTS = (signin, orders, board, customers, notes, wizard, uploads, widgets, switches)
RENAMED = {
    "save": "store",
    "new": "create",
    "order": "purchase",
    "orders": "purchases",
    "customer": "client",
    "customers": "clients",
    "product": "article",
    "quantity": "amount",
    "date": "day",
    "notes": "remarks",
    "note": "memo",
    "status": "state",
    "table": "grid",
    "next": "forward",
    "finish": "complete",
    "register": "enter",
}


def create_demo(faults: Iterable[str] = (), slow_ms: int = 2000, lang: str = "en") -> Flask:
    """An application with its own store; raises UnknownFaultError for a fault that does not exist."""
    if lang not in LANGUAGES:
        raise ValueError(f"no such language: {lang}")
    app = Flask(__name__)
    # Cookies know no ports, so the name must differ from that of whatever else runs on this address.
    app.config.update(
        SECRET_KEY=secrets.token_hex(32),
        SESSION_COOKIE_NAME="ghostly_demo",
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=LARGEST_UPLOAD,
    )
    app.extensions[EXTENSION] = Shop(Store(), Switches(faults), slow_ms, lang)
    app.before_request(_choose_language)
    app.before_request(_take_time)
    app.before_request(_ask_to_sign_in)
    app.context_processor(_template_names)
    app.register_error_handler(HTTPException, _error_page)
    for part in PARTS:
        app.register_blueprint(part.pages)
    return app


def _choose_language() -> None:
    if request.args.get("lang") in LANGUAGES:
        session["lang"] = request.args["lang"]


def _take_time() -> None:
    if not (request.endpoint or "").startswith(("switches.", "static")):
        shop().pause()


def _ask_to_sign_in() -> ResponseReturnValue | None:
    if current_user() or (request.endpoint or "").startswith(OPEN_TO_ALL):
        return None
    if wants_json():
        return jsonify(error=say("error.signed_out")), 401
    return redirect(url_for("signin.login", next=request.full_path.rstrip("?")))


def _error_page(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None:
        return cast(Response, error.response)
    code = error.code or 500
    if wants_json():
        return jsonify(error=error.description or error.name), code
    known = code if code in (404, 413, 500) else 500
    return render_template("error.html", title=say(f"error.{known}"), code=code), code


def _template_names() -> dict[str, object]:
    lang = current_language()
    return {
        "t": say,
        "lang": lang,
        "languages": LANGUAGES,
        "user": current_user(),
        "money": lambda cents: money(cents, lang),
        "ident": _ident,
        "is_on": lambda name: Fault(name) in shop().faults,
        "script_words": script_words(lang),
        "page_settings": _page_settings(),
        "statuses": STATUSES,
        "user_name": lambda email: getattr(shop().store.user(email), "name", email),
    }


def _ident(name: str) -> str:
    """The id of an element, word by word another one when ids are renamed."""
    if Fault.RENAMED_IDS not in shop().faults:
        return name
    return "-".join(RENAMED.get(word, word) for word in name.split("-"))


def _page_settings() -> dict[str, object]:
    faults = shop().faults
    return {
        "toastMs": 150 if Fault.EPHEMERAL_TOAST in faults else 5000,
        "refreshes": Fault.STALE_UNTIL_RELOAD not in faults,
        "tellsErrors": Fault.SILENT_VALIDATION not in faults,
        "readsAnswers": Fault.SAVE_500_TOAST_OK not in faults and Fault.SAVE_200_ERROR not in faults,
        "hasTotals": Fault.JS_ERROR not in faults,
    }
