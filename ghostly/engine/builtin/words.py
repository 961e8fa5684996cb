"""The words of a goal and of a page: how they are told apart, and when two of them are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from ..secrecy import places_of_secrets
from .addresses import ADDRESS

Kind = Literal["word", "number", "quoted", "email", "url", "code", "placeholder", "key", "mark"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre"
    r"|diciembre)"
)
WEEKDAY = (
    r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|lunes|martes|mi[ée]rcoles|jueves|viernes"
    r"|s[áa]bado|domingo)\b\.?,?\s+"
)
_YEAR = r"(?:,?\s+(?:de\s+|del\s+)?(?:19|20)\d\d)"
# What has a point behind it in the middle of a name: `Dr. Obi`, `Old Mill Ltd. in Bath`, `J. R. Smith`.
_TITLE = r"(?:Dra?|Mr|Mrs|Ms|St|Sra?|Srta|Prof|Mt|Ft|Sta|Sto|Dña|D|Avda)\.(?=\s+[A-ZÁÉÍÓÚÑ])"
_FIRM = r"(?:Ltd|Inc|Corp|Bros|Cía|Hnos|Co)\.(?=\s+(?:[a-z(]|[A-Z]{2,3}\b)|[,;)])"
_SPACED_ADDRESS = f"(?:{ADDRESS})".replace(" ", r"\x20")
# The first alternative that matches a place wins.
_TOKENS = re.compile(
    rf"""(?P<placeholder>\{{\{{[A-Z][A-Z0-9_]*\}}\}})
      | (?P<quoted>"[^"]*" | “[^”]*” | «[^»]*» | `[^`]*` | (?<!\w)'[^'\n]+'(?!\w) | (?<!\w)‘[^’]*’(?!\w))
      | (?P<url>https?://[^\s"'<>]*[^\s"'<>.,;:!?)])
      | (?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
      | (?P<address>(?<!\w){_SPACED_ADDRESS})
      | (?P<date>(?i:(?:{WEEKDAY})?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+|de\s+)?{_MONTH}\b{_YEAR}?
          | {_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b{_YEAR}?(?![\d:]))))
      | (?P<phone>0\d{{1,4}}(?:\x20\d{{3,4}}){{2}}(?![\w-])
          | 0\d{{3,4}}\x20\d{{5,7}}(?![\w-]) | 00\d{{2}}\x20\d{{9}}(?![\w-])
          | (?:\+\d{{1,3}}\x20)?\(\d{{2,5}}\)\x20?\d{{3,4}}[\x20-]\d{{3,4}}(?![\w-])
          | (?<![\w$€£.,/-])(?!(?:19|20)\d\d\x20)\d{{3,4}}\x20\d{{3,4}}(?![\w€$£%-]|[.,]\d|\x20[\d€$£%])
          | \+?\d{{2,3}}(?:\x20\d{{2,4}}){{2,4}}(?![\w-]))
      | (?P<times>\d+[x×](?=\s+[^\W\d]) | (?<![\w-])[x×]\d+(?!\w))
      | (?P<code>(?!\d{{4}}-\d\d?-\d\d?\b|\d\d?-\d\d?-\d{{4}}\b)\+?\d{{2,}}(?:-\d{{2,}})+(?![\w-])
          | (?=[\w#/-]*\d)(?=[\w#/-]*[A-Za-z])\#?[A-Za-z0-9]+(?:[-_/][A-Za-z0-9]+)+ | \#\d[\w-]*
           | \d{{1,2}}[ºª]-?[A-Z]\b | \#(?:[0-9A-Fa-f]{{6}}|[0-9A-F]{{3}}|[0-9a-f]{{3}})\b | (?<!\w)@[A-Za-z_][\w.-]*\w)
      | (?P<ordinal>\d{{1,3}}\.?[ºª])
      | (?P<number>[$€£]\s?\d[\d.,]*\d|[$€£]\s?\d | \d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}(?!\d)
          | \d{{1,2}}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?
          | \d{{1,2}}\s?[AaPp]\.?[Mm]\b\.?
          | \d{{1,3}}(?:[\x20\u00a0]\d{{3}})+(?:,\d\d?(?:\s?[€$£])?|\s?[€$£])
          | -?\d+(?:[.,]\d+)*(?:\s?[€%])? )(?!\w)
      | (?P<word>{_TITLE}|{_FIRM}|(?:[A-Z]\.\x20?){{2,}}(?=[A-Z][a-z])|(?:[A-Z]\.){{2,}}(?=\s+[a-z(]|[,;)])
          |[^\W_]+(?:['’.&+-][^\W_]+)*)
      | (?P<mark>\n|[^\w\s])""",
    re.VERBOSE,
)
# What parts a word from the next one, in anything but a secret.
_ODD = re.compile(r"[^\w\s.,:;'’()/&+-]")
_APOSTROPHES = ("'", "\u2019")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the goal. `text` is without its quotes, `norm` without case and accents; `start` and `end` are places
    in the goal."""

    number: int
    kind: Kind
    text: str
    norm: str
    start: int
    end: int

    @property
    def is_value(self) -> bool:
        return self.kind in ("number", "quoted", "email", "url", "code", "placeholder")

    @property
    def names(self) -> bool:
        """Whether the word says which one is meant: a value, or written as a name."""
        elided = self.text[1:2] in _APOSTROPHES and self.text[2:3].isupper()
        return self.is_value or elided or self.text[:1].isupper()


_KINDS: dict[str, Kind] = {
    "date": "number", "times": "number", "ordinal": "number", "phone": "code", "address": "quoted",
}  # fmt: skip


def tokens_of(text: str) -> tuple[Token, ...]:
    found: list[Token] = []
    places = places_of_secrets(text)
    secrets = [place for place in places if _ODD.search(text[slice(*place)])]
    # `ada/s3cret` is two words.
    apart = {start - 1 for start, _ in places if text[start - 1 : start] == "/"}
    told = "".join(" " if at in apart else letter for at, letter in enumerate(_lined(text)))
    for match in _TOKENS.finditer(told):
        within = next((place for place in secrets if place[0] < match.end() and match.start() < place[1]), None)
        if within and match.lastgroup not in ("quoted", "placeholder"):
            # A password is one word, whatever it is made of.
            if not found or found[-1].start != within[0]:
                said = text[slice(*within)]
                found.append(Token(len(found), "quoted", said, normal(said), *within))
            continue
        group = match.lastgroup
        kind: Kind = _KINDS.get(group or "") or group  # type: ignore[assignment]  # the groups are named after the kinds
        said = text[match.start() : match.end()] if kind != "mark" else match[0]
        who, joined = _shortened(said) if kind == "word" else ("", "")
        raw = said[1:-1] if group == "quoted" else who or _owner(said) if kind == "word" else said
        # `3x` is three of something.
        raw = raw.strip("x×") if group == "times" else raw
        found.append(Token(len(found), kind, raw, normal(raw), match.start(), match.end()))
        if joined:
            # `It's` is two words.
            found.append(Token(len(found), "word", joined, joined, match.end() - 1, match.end()))
    return tuple(found)


_IT = {"it", "he", "she", "that", "they"}
_JOINED = {"s": "is", "re": "are", "ll": "will", "ve": "have"}
_MARKER = re.compile(r"(?<!\S)(?:(\d{1,2})[.)]|[-*•–—])(?=\s+\S)")
_LEAST_LINES = 3
_GHERKIN = re.compile(r"[^\S\n]*(?:given|when|then|and|but|scenario|dad[oa]s?|cuando|entonces|y|pero)\b", re.IGNORECASE)


def _lined(text: str) -> str:
    """The text, as long as it was, with a line end where a step of a list begins, and nowhere else."""
    lines = [match.end() for match in re.finditer(r"\n[^\S\n]*", text)]
    marks = [m for m in _MARKER.finditer(text) if m.start() in (0, len(text) - len(text.lstrip()), *lines)]
    numbered = [m for m in _MARKER.finditer(text) if m[1]]
    if len(numbered) > 1 and [int(m[1]) for m in numbered] == list(range(1, len(numbered) + 1)):
        marks = [*numbered, *(m for m in marks if not m[1])]
    begins = all(text[at : at + 1].isupper() or not text[at : at + 1].isalpha() for at in lines)
    begins = begins or _is_unwrapped(text)
    letters = list(text.replace("\n", " ").replace("->", "→ ").replace("=>", "→ "))
    for at in lines:
        before = text.rfind("\n", 0, at)
        if (begins and not text[:before].rstrip().endswith(",")) or _GHERKIN.match(text, at):
            letters[before] = "\n"
    for mark in marks:
        letters[mark.start() : mark.end()] = ["\n", *" " * (mark.end() - mark.start() - 1)]
    return "".join(letters)


def _is_unwrapped(text: str) -> bool:
    """Whether lines are short of their own accord: what comes next would have had its place on them."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    room = max(map(len, lines), default=0)
    ended = [len(line) + 1 + len(after.split()[0]) <= room for line, after in pairwise(lines)]
    return len(ended) >= _LEAST_LINES and sum(ended) >= len(ended) - 1


def _shortened(word: str) -> tuple[str, str]:
    """`They` and `are` of `they're`, `it` and `will` of `it'll`; nothing of a word that is one."""
    who, _, verb = word.replace("’", "'").partition("'")
    joined = _JOINED.get(verb.casefold(), "") if who.casefold() in _IT else ""
    return (who, joined) if joined else ("", "")


def _owner(word: str) -> str:
    """`Ada` in `Ada's`."""
    if word.casefold().replace("’", "'") == "there's":
        return word
    return word[:-2] if word.endswith(("'s", "’s")) and len(word) > 3 else word


@lru_cache(maxsize=20_000)
def normal(text: str) -> str:
    """Without case, accents and doubled spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.split())


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """Without punctuation at its ends either."""
    return normal(text).strip(" \t:*.,;!?…\"'()[]<>→›»«-–")


_IRREGULAR_PLURALS = {
    "mice": "mouse", "men": "man", "women": "woman", "people": "person", "children": "child", "feet": "foot",
    "teeth": "tooth", "geese": "goose", "knives": "knife", "shelves": "shelf", "halves": "half", "wives": "wife",
    "loaves": "loaf", "scarves": "scarf", "wolves": "wolf", "calves": "calf", "thieves": "thief",
    "criteria": "criterion", "analyses": "analysis", "diagnoses": "diagnosis", "indices": "index",
}  # fmt: skip


def runs_of(tokens: Iterable[Token], belongs: Callable[[Token], bool]) -> Iterator[list[Token]]:
    """The tokens that belong to something and stand side by side, run by run."""
    return (list(run) for told, run in groupby(tokens, belongs) if told)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without the ending that tells one from many, English or Spanish; words keep at least three letters."""
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word]
    for ending, instead in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
        ("iones", "ion"),
        ("adores", "ador"),
        ("edores", "edor"),
        ("idores", "idor"),
        ("ctores", "ctor"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + instead
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


_LEAST_SLIP = 4


@lru_cache(maxsize=200_000)
def slipped(word: str, known: str) -> bool:
    """Whether a word is a known one with two letters swapped, or with one too few or too many."""
    if word[:1] != known[:1] or min(len(word), len(known)) < _LEAST_SLIP or word == known:
        return False
    if len(word) == len(known):
        return sorted(word) == sorted(known) and DamerauLevenshtein.distance(word, known, score_cutoff=1) == 1
    longer, shorter = (word, known) if len(word) > len(known) else (known, word)
    one_more = len(longer) - len(shorter) == 1 and len(known) > _LEAST_SLIP
    return one_more and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


_PART = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@lru_cache(maxsize=20_000)
def parts(text: str) -> tuple[str, ...]:
    """The words in a text, in order, without case and accents; `newOrder` and `new-order` hold two."""
    return tuple(_PART.findall(normal(_HUMP.sub(" ", text))))


@lru_cache(maxsize=20_000)
def whole(text: str) -> tuple[str, ...]:
    """The words in a text as they are written, `newOrder` as one."""
    return tuple(_PART.findall(normal(text)))


@lru_cache(maxsize=20_000)
def stems(text: str) -> tuple[str, ...]:
    return tuple(stem(part) for part in parts(text))


_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS_ES = ("veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_TEENS_ES = (
    "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno",
    "veintidos", "veintitres", "veinticuatro", "veinticinco", "veintiseis", "veintisiete", "veintiocho", "veintinueve",
)  # fmt: skip
NUMBER_WORDS = {
    **{word: ten * 10 for words in (_TENS, _TENS_ES) for ten, word in enumerate(words, 2)},
    **{f"{word}-{unit}": ten * 10 + one for ten, word in enumerate(_TENS, 2) for one, unit in enumerate(_UNITS, 1)},
    **{word: number for words in (_TEENS, _TEENS_ES) for number, word in enumerate(words, 13)},
    **{
        w: n
        for n, w in enumerate(
            ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        )
    },
    **{
        w: n
        for n, w in enumerate(
            ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"]
        )
    },
    "una": 1,
}
ORDINALS = {
    **{
        word: place
        for place, words in enumerate(
            (
                "first 1st primer primero primera",
                "second 2nd segundo segunda",
                "third 3rd tercer tercero tercera",
                "fourth 4th cuarto cuarta",
                "fifth 5th quinto quinta",
                "sixth 6th sexto sexta",
                "seventh 7th septimo septima",
                "eighth 8th octavo octava",
                "ninth 9th noveno novena",
                "tenth 10th decimo decima",
            ),
            1,
        )
        for word in words.split()
    },
    **dict.fromkeys(["last", "ultimo", "ultima", "final"], -1),
}


def count_of(token: Token) -> int | None:
    """How many a token says, in digits or as a word: `3`, `three`, `tres`."""
    return int(token.text) if token.kind == "number" and token.text.isdigit() else NUMBER_WORDS.get(token.norm)
