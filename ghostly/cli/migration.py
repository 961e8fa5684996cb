"""A process of its own that brings the database to the current schema: a client has no use for the server's modules."""

from __future__ import annotations

import sys

from sqlalchemy.exc import SQLAlchemyError

from ..errors import GhostlyError
from ..settings import Settings
from ..wiring import migrate
from .exits import Exit


def main() -> int:
    try:
        migrate(Settings.from_env())
    except GhostlyError as error:
        print(f"ghostly: {error}", file=sys.stderr)
        return Exit.SETTINGS
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        print(f"ghostly: The database cannot be used: {reason}", file=sys.stderr)
        return Exit.UNREACHABLE
    print("The database has the current schema.")
    return Exit.PASS


if __name__ == "__main__":
    sys.exit(main())
