"""Registering a company: two pages of questions, a review, and the end."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from .shop import say, shop

STEPS = {"company": ("company", "tax_id"), "contact": ("contact", "contact_email")}
AFTER = {"company": "contact", "contact": "review"}
DRAFT = "company_draft"
LONGEST = 120

pages = Blueprint("wizard", __name__, url_prefix="/companies")


@pages.get("")
def index() -> ResponseReturnValue:
    return render_template("companies.html", companies=shop().store.entries("companies"))


@pages.get("/new/<step>")
def ask(step: str) -> ResponseReturnValue:
    if step not in STEPS:
        abort(404)
    return _page(step, session.get(DRAFT, {}), {})


@pages.post("/new/<step>")
def answer(step: str) -> ResponseReturnValue:
    if step not in STEPS:
        abort(404)
    given = {name: request.form.get(name, "").strip() for name in STEPS[step]}
    problems = {name: say("wizard.missing") for name, value in given.items() if not 0 < len(value) <= LONGEST}
    if problems:
        return _page(step, given, problems)
    session[DRAFT] = session.get(DRAFT, {}) | given
    following = AFTER[step]
    return redirect(url_for("wizard.ask", step=following) if following in STEPS else url_for("wizard.review"))


@pages.get("/new/review")
def review() -> ResponseReturnValue:
    draft = session.get(DRAFT, {})
    if not _is_whole(draft):
        return redirect(url_for("wizard.ask", step="company"))
    return render_template("wizard_review.html", draft=draft, step="review")


@pages.post("/new/finish")
def finish() -> ResponseReturnValue:
    draft = session.get(DRAFT, {})
    if not _is_whole(draft):
        return redirect(url_for("wizard.ask", step="company"))
    shop().keep(lambda: shop().store.add_entry("companies", **draft))
    session.pop(DRAFT)
    flash(say("wizard.finished", name=draft["company"]))
    return redirect(url_for("wizard.index"))


def _is_whole(draft: dict[str, str]) -> bool:
    return all(draft.get(name) for names in STEPS.values() for name in names)


def _page(step: str, given: dict[str, str], problems: dict[str, str]) -> ResponseReturnValue:
    page = render_template("wizard.html", step=step, fields=STEPS[step], given=given, problems=problems)
    return page, 422 if problems else 200
