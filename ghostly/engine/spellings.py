"""In how many ways a secret may be written down: in an address, in HTML, in a JSON text within another one."""

from __future__ import annotations

import html
import re

# What is left of a secret where somebody cut it short; less than this gives nothing away.
_SHORTEST_BEGINNING = 3
_LONGEST_BEGINNING = 48
_PLAIN = re.compile(r"[A-Za-z0-9]+")
DOTS = ("…", "...", "u2026")
_CUT = r"(?=…|\.\.\.|\\{1,64}u2026)"


def spelled(secret: str) -> str:
    """A pattern of the secret, however it is escaped."""
    return "".join(map(_letter, secret))


def plainest(secret: str) -> str:
    """The longest part of it that is written alike everywhere: a text without that does not hold the secret."""
    return max(_PLAIN.findall(secret), key=len, default="")


def begun(secret: str) -> str:
    """A pattern of its beginning, right before the dots of whoever cut it; empty for what is too short for that."""
    letters = [_letter(letter) for letter in secret]
    if len(letters) <= _SHORTEST_BEGINNING:
        return ""
    more = r"[^…]{0,1000}?" if len(letters) > _LONGEST_BEGINNING else ""
    for letter in reversed(letters[_SHORTEST_BEGINNING:_LONGEST_BEGINNING]):
        more = f"(?:{letter}{more})?"
    return f"{''.join(letters[:_SHORTEST_BEGINNING])}{more}{_CUT}"


def _letter(letter: str) -> str:
    if letter.isascii() and letter.isalnum():
        return letter
    percent = "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))
    spaces = r"|\+" if letter == " " else ""
    units = letter.encode("utf-16-be", "replace")
    code = "".join(rf"\\{{1,64}}u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
    named = html.escape(letter)
    entity = f"{re.escape(named)}|" if named != letter else ""
    numbered = f"&\\#0{{0,6}}{ord(letter)};|&\\#x0{{0,6}}{ord(letter):x};"
    # A text within a text within a text has ever more backslashes before what it escapes; a page may have a million.
    plain = r"\\{1,64}" if letter == "\\" else rf"\\{{0,64}}{re.escape(letter)}"
    return rf"(?:(?i:{percent}|{code}|{entity}{numbered})|{plain}{spaces})"
