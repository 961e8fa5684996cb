"""The application put together: one Flask app with a store and faults of its own."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from zlib import crc32

from flask import Flask, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from . import customers, notes, orders, signin, switches, uploads, widgets, wizard
from .faults import Fault, Switches
from .shop import EXTENSION, Shop, current_language, current_user, say, shop
from .store import LANES, STATUSES, Store
from .words import LANGUAGES, money, script_words

LARGEST_UPLOAD = 5 * 1024 * 1024
OPEN_TO_ALL = ("signin.", "switches.", "static")
PARTS = (signin, orders, customers, notes, wizard, uploads, widgets, switches)


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
    app.before_request(_ask_to_sign_in)
    app.context_processor(_template_names)
    app.register_error_handler(HTTPException, _error_page)
    for part in PARTS:
        app.register_blueprint(part.pages)
    return app


def _choose_language() -> None:
    if request.args.get("lang") in LANGUAGES:
        session["lang"] = request.args["lang"]


def _ask_to_sign_in() -> ResponseReturnValue | None:
    if current_user() or (request.endpoint or "").startswith(OPEN_TO_ALL):
        return None
    if _wants_json():
        return jsonify(error=say("error.signed_out")), 401
    return redirect(url_for("signin.login", next=request.full_path.rstrip("?")))


def _wants_json() -> bool:
    return request.path.startswith(("/api/", "/__demo__/"))


def _error_page(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if _wants_json():
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
        "lanes": LANES,
    }


def _ident(name: str) -> str:
    """The id of an element of the orders page."""
    if Fault.RENAMED_IDS in shop().faults:
        return f"c{crc32(name.encode()):08x}"
    return name


def _page_settings() -> dict[str, object]:
    faults = shop().faults
    return {
        "toastMs": 150 if Fault.EPHEMERAL_TOAST in faults else 5000,
        "refreshes": Fault.STALE_UNTIL_RELOAD not in faults,
        "tellsErrors": Fault.SILENT_VALIDATION not in faults,
        "readsAnswers": Fault.SAVE_500_TOAST_OK not in faults,
        "hasTotals": Fault.JS_ERROR not in faults,
    }
