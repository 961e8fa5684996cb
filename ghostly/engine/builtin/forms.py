"""The verbs of forms, and what carries each of them out."""

from __future__ import annotations

from .creating import create
from .editing import delete, edit
from .filling import choose, clear, fill, upload
from .logins import login
from .saving import save
from .searching import narrow, search, sort

FORMS = {
    "fill": fill, "choose": choose, "create": create, "save": save, "edit": edit, "delete": delete, "search": search,
    "filter": narrow, "sort": sort, "login": login, "upload": upload, "clear": clear, "fillform": fill,
}  # fmt: skip
