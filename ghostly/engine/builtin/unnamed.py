"""Values that go into the only field for their kind, though the goal does not name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from .addresses import is_address
from .dates import MONTHS
from .lexicon import STOP, same
from .taking import DETERMINERS, LEADS, TRAILS, Assignment, Field, is_free_name, shape_of_date, taken_as, trimmed
from .words import NUMBER_WORDS, Token, normal, parts, runs_of

NAMING = {
    "called", "named", "titled", "llamado", "llamada", "titulado", "titulada", "says", "saying", "reads", "text",
    "dice", "diga", "texto", "name", "nombre", "title", "titulo",
}  # fmt: skip
_NONE = Token(-1, "mark", "", "", 0, 0)
_TYPES = {
    "email": "email",
    "url": "url",
    "number": "number",
    "date": "number",
    "time": "number",
    "tel": "code",
    "range": "number",
    "color": "code",
}
_PLACES = {
    "city",
    "ciudad",
    "town",
    "country",
    "pais",
    "place",
    "lugar",
    "location",
    "venue",
    "sitio",
    "ubicacion",
    "address",
    "direccion",
}
_ADDRESSES = {"address", "street", "direccion", "calle", "domicilio"}
_MONEY = {"amount", "importe", "monto", "price", "precio", "cost", "coste", "sum", "suma", "euros", "eur", "usd"}
COUNTS = {"quantity", "qty", "cantidad", "units", "unidades", "count", "pieces", "piezas", "uds"}
# What stands between how many there are and what one costs.
_EACH = {"at", "a", "@", "por", "x", "×"}
_FROM = {"from", "between", "de", "desde", "entre"}
_TIMES = {"time", "hour", "start", "hora", "inicio"}
_ARTICLES = {"the", "a", "an", "el", "la", "un", "una"}
# Who made what a catalogue lists.
_MAKERS = {
    "author", "authors", "writer", "artist", "composer", "director", "creator", "maker", "speaker", "autor", "autora",
    "autores", "escritor", "artista", "compositor", "directora", "creador", "ponente",
}  # fmt: skip
_PHONES = {"phone", "telephone", "mobile", "cell", "tel", "telefono", "movil", "celular"}
# In groups, or begun by the code of a country: any other number is an amount.
_PHONE, _LEAST_DIGITS = re.compile(r"\+\d[\d ()-]+\d|\(\d+\)[\d -]+|00\d\d \d+|\d{2,4}(?:[ -]\d{2,4}){2,}"), 8
SURNAMES = {"surname", "lastname", "last", "family", "apellido", "apellidos"}
FORENAMES, _FULL = {"first", "given", "nombre", "forename", "name"}, 2
_MADE_BY = {"by", "de", "por"}
_REASONS = {"reason", "purpose", "motivo", "razon", "finalidad"}
_WHY = {"for", "por", "para"}
_COINS = {"euro", "euros", "dollar", "dollars", "dolar", "dolares", "eur", "usd", "pounds", "libras"}
_TEXTS = {"says", "saying", "reads", "text", "dice", "diga", "texto"}


def by_type(
    field: Field, words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]
) -> Assignment | None:
    """A value that only this field can take."""
    kind = (
        field.node.type
        if field.node.type in _TYPES
        else "email"
        if any("mail" in n for n in map(normal, field.names))
        else "date"
        if shape_of_date(field.node)
        else ""
    )
    if field.options or not kind:
        return None
    rivals = [o for o in free if (o.node.type == field.node.type or _both_slide(o, field)) and not o.options]
    if kind == "date":
        rivals = [o for o in free if o.node.type == "date" or shape_of_date(o.node)]
    if len(rivals) > 1 and kind != "email":
        return None
    for token in words:
        if token.number in used:
            continue
        number = (
            str(NUMBER_WORDS[token.norm])
            if token.norm in NUMBER_WORDS and kind == "number" and token.norm not in ("una", "uno", "one")
            else ""
        )
        if (token.kind == _TYPES[kind] or number) and _suits(token, kind):
            return Assignment(field, number or token.text, frozenset({token.number}))
    return None


def _both_slide(one: Field, other: Field) -> bool:
    return one.node.role == other.node.role == "slider"


def _suits(token: Token, kind: str) -> bool:
    looks = {
        "date": rf"\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}$|.*\b(?:{'|'.join(MONTHS)})\b",
        "time": r"\d{1,2}(:\d\d|\s*[ap]\.?m\b)",
        "number": r"[-\d.,%$€£ ]+$|[a-z]+$",
        "range": r"[-\d.,%]+$",
    }
    if kind == "number" and re.match(looks["date"], token.text):
        return False
    return kind not in looks or bool(re.match(looks[kind], token.norm))


def by_phone(words: Sequence[Token], used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`Ada Ray (655 909 000)`: a number that is written like that of a telephone, for the one field for such."""
    fields = [f for f in free if not f.options and (f.node.type == "tel" or _PHONES & _called(f))]
    numbers = [t for t in words if t.number not in used and t.kind in ("number", "code") and _PHONE.fullmatch(t.text)]
    counted = {a.number for a, b in pairwise(words) if b.kind == "word" and b.norm not in STOP}
    numbers = [t for t in numbers if sum(c.isdigit() for c in t.text) >= _LEAST_DIGITS and t.number not in counted]
    alone = len(fields) == 1 and len(numbers) == 1
    return Assignment(fields[0], numbers[0].text, frozenset({numbers[0].number})) if alone else None


def by_money(words: Sequence[Token], used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`45 €` goes into the one field for an amount."""
    fields = [f for f in free if not f.options and any(_MONEY & set(parts(n)) or set("€$£") & set(n) for n in f.names)]
    if len(fields) != 1:
        return None
    is_priced = not any(f.node.type == "time" or any(_TIMES & set(parts(n)) for n in f.names) for f in free)
    for token, after in pairwise((*words, Token(-1, "mark", "", "", 0, 0))):
        is_coin = after.norm in _COINS
        is_sum = is_coin or set("€$£") & set(token.text) or (is_priced and _is_priced(words, token))
        if token.kind == "number" and token.number not in used and is_sum:
            uses = {token.number, after.number} if is_coin else {token.number}
            return Assignment(fields[0], re.sub(r"[€$£\s]", "", token.text), frozenset(uses))
    return None


def by_rate(words: Sequence[Token], used: set[int], free: Sequence[Field]) -> list[Assignment]:
    """`2 at 65.00`: how many go into the one field for that, and what one costs into that for a price."""
    counts, prices = ([f for f in free if not f.options and _called(f) & names] for names in (COUNTS, _MONEY))
    if len(counts) != 1 or len(prices) != 1 or counts == prices:
        return []
    for before, count, at, price in zip((_NONE, *words), words, words[1:], words[2:], strict=False):
        numbers = count.kind == price.kind == "number" and not {count.number, price.number} & used
        if numbers and at.norm in _EACH and count.text.isdigit() and before.norm not in _FROM:
            cost = re.sub(r"[€$£\s]", "", price.text)
            told = ((counts[0], count.text, count), (prices[0], cost, price))
            return [Assignment(field, value, frozenset({token.number})) for field, value, token in told]
    return []


def _called(field: Field) -> set[str]:
    return {word for name in field.names for word in parts(name)}


def _is_priced(words: Sequence[Token], token: Token) -> bool:
    """`At 24.50`, `a 24,50`: a price without its sign, where nothing asks for a time."""
    before = words[words.index(token) - 1] if token is not words[0] else None
    led = before is not None and before.norm in ("at", "for", "a", "por")
    return led and bool(re.fullmatch(r"\d+[.,]\d\d", token.text))


def by_age(words: Sequence[Token], used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`11 years old`, `aged 11`: it goes into the field for that."""
    fields = [f for f in free if not f.options and any({"age", "edad"} & set(parts(name)) for name in f.names)]
    if not words:
        return None
    for before, token, after in zip((_NONE, *words[:-1]), words, (*words[1:], _NONE), strict=True):
        is_age = after.norm in ("years", "year", "anos", "ano") or before.norm in ("aged", "age", "edad")
        if len(fields) == 1 and is_age and token.kind == "number" and token.number not in used:
            return Assignment(fields[0], token.text, frozenset({token.number, after.number} - {-1}))
    return None


def by_address(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`27 Mill Lane`, `Calle Mayor 12`: a name with a number before or behind it goes into the one field for that."""
    fields = [f for f in free if not f.options and any(_ADDRESSES & set(parts(name)) for name in f.names)]
    if len(fields) != 1 or fields[0].node.type not in ("", "text", "textarea"):
        return None
    whole = [t for t in words if t.kind == "quoted" and t.number not in used and is_address(t.text)]
    if len(whole) == 1:
        return taken_as(fields[0], whole, text, frozenset())
    for run in runs_of(words, lambda t: t.number not in used and (t.kind == "number" or is_free_name(t, used))):
        numbers = [i for i, t in enumerate(run) if t.kind == "number"]
        if len(run) > 1 and numbers in ([0], [len(run) - 1]) and all(run[i].text.isdigit() for i in numbers):
            return taken_as(fields[0], run, text, frozenset())
    return None


def by_place(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`from Sevilla`: a name after such a word goes into the one field for places."""
    fields = [f for f in free if not f.options and any(_PLACES & set(parts(name)) for name in f.names)]
    if len(fields) != 1:
        return None
    for at, token in enumerate(words):
        led = [t.norm for t in words[max(0, at - 2) : at]]
        # `in the Main hall`, `en el Salón social`
        within = led[-1:] in (["from"], ["in"], ["de"], ["en"]) or (
            led[:1] in (["in"], ["at"], ["en"]) and led[1:] and led[1] in DETERMINERS
        )
        if within and is_free_name(token, used) and (named := _whole_place(words, at, used)):
            return taken_as(fields[0], named, text, frozenset())
    return None


def _whole_place(words: Sequence[Token], at: int, used: set[int]) -> list[Token]:
    """The names that begin here, with the plain words that follow them up to a mark or the end."""
    named = list(takewhile(lambda t: is_free_name(t, used), words[at:]))
    rest = words[at + len(named) :]
    after = list(takewhile(lambda t: t.kind == "word" and t.norm not in STOP and t.number not in used, rest))
    ends = rest[len(after) : len(after) + 1]
    return [*named, *after] if not ends or ends[0].kind == "mark" else named


def by_naming(
    words: Sequence[Token], text: str, used: set[int], free: Sequence[Field], alone: bool
) -> Assignment | None:
    """`called X`, or the only quoted text: it goes into the field for names, or the first one for text."""
    typed = [field for field in free if not field.options and field.node.type in ("", "text", "search", "textarea")]
    if not typed:
        return None
    naming = next((i for i, token in enumerate(words) if token.norm in NAMING and token.number not in used), None)
    quoted = [token for token in words if token.kind in ("quoted", "placeholder") and token.number not in used]
    quoted = [token for token in quoted if not is_labelled_otherwise(words, token, typed)]
    value = trimmed(words[naming + 1 :], used, titled=True) if naming is not None else quoted[:1] if alone else []
    if quoted and value and value[0].kind not in ("quoted", "placeholder"):
        value = quoted[:1]
    if not value:
        return None
    is_text = naming is not None and words[naming].norm in _TEXTS
    if is_text and (texts := [f for f in typed if f.node.tag == "textarea" or _is_for_text(f)]):
        return taken_as(texts[0], value, text, frozenset({words[naming].number}) if naming is not None else frozenset())
    named = next(
        (
            f
            for f in typed
            if any({"name", "title", "subject", "nombre", "titulo", "asunto"} & set(parts(n)) for n in f.names)
        ),
        typed[0],
    )
    extra = frozenset({words[naming].number}) if naming is not None else frozenset[int]()
    return taken_as(named, value, text, extra)


def is_labelled_otherwise(words: Sequence[Token], value: Token, fields: Sequence[Field]) -> bool:
    """Whether a text is called something that no field is: `with the agenda "Solar panels"`."""
    before = words[: words.index(value)]
    lead = next(
        (i for i in range(len(before) - 1, max(-1, len(before) - 6), -1) if before[i].norm in ("with", "con")), -1
    )
    label = before[lead + 1 :] if lead >= 0 else []
    if not label or any(t.kind != "word" or not t.text.islower() for t in label):
        return False
    named = [t for t in label if t.norm not in STOP | NAMING]
    said = {word for field in fields for name in field.names for word in parts(name)}
    return bool(named) and not any(same(t.norm, word) for t in named for word in said)


def _is_for_text(field: Field) -> bool:
    wanted = {"message", "text", "body", "comment", "note", "mensaje", "texto", "comentario", "nota"}
    return any(wanted & set(parts(name)) for name in field.names)


def by_lead(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`Invite Ada Lovelace with …`: what comes first is the name of it."""
    led = words[1:] if words and words[0].norm in ("a", "al", "the", "to") else words
    named = list(takewhile(lambda t: t.kind == "word" and t.text[:1].isupper() and t.number not in used, led))
    fields = [f for f in free if not f.options and any({"name", "nombre"} & set(parts(n)) for n in f.names)]
    return taken_as(fields[0], named, text, frozenset()) if named and len(fields) == 1 else None


def by_full_name(words: Sequence[Token], used: set[int], free: Sequence[Field]) -> list[Assignment]:
    """`Enter Ada Ray, born …`, where a form asks for the first name and the surname."""
    named = list(takewhile(lambda t: is_free_name(t, used), words))
    ends = len(named) == len(words) or (bool(named) and words[len(named)].text in (",", ":", ";", "("))
    # The first name may have been filled in a moment ago.
    empty = [f for f in free if not f.options and f.node.value in ("", *(t.text for t in named[:1]))]
    lasts = [f for f in empty if SURNAMES & _called(f)]
    firsts = [f for f in empty if f not in lasts and FORENAMES & _called(f)]
    if not ends or len(named) < _FULL or len(firsts) != 1 or len(lasts) != 1:
        return []
    rest = " ".join(t.text for t in named[1:])
    told = ((firsts[0], named[0].text, named[:1]), (lasts[0], rest, named[1:]))
    return [Assignment(field, value, frozenset(t.number for t in each)) for field, value, each in told]


def by_title(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`Add the book "Winter light" by …`: what follows the kind of a thing at once is what it is called."""
    fields = [f for f in free if not f.options and any({"title", "titulo"} & set(parts(n)) for n in f.names)]
    kind = list(takewhile(lambda t: t.kind == "word" and t.text.islower() and t.norm not in LEADS | TRAILS, words[1:]))
    rest = words[1 + len(kind) :]
    if len(fields) != 1 or not kind or words[0].norm not in _ARTICLES or not rest or rest[0].number in used:
        return None
    named = rest[:1] if rest[0].kind == "quoted" else list(takewhile(lambda t: is_free_name(t, used), rest))
    return taken_as(fields[0], named, text, frozenset()) if named else None


def by_maker(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`By Ada Ray`: who made a thing goes into the one field for that."""
    fields = [f for f in free if not f.options and any(_MAKERS & set(parts(name)) for name in f.names)]
    for at, token in enumerate(words):
        named = list(takewhile(lambda t: is_free_name(t, used), words[at + 1 :])) if token.norm in _MADE_BY else []
        if named and len(fields) == 1:
            return taken_as(fields[0], named, text, frozenset())
    return None


def by_reason(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`For a blood test`, `por una revisión`: what a thing is done for goes into the one field for that."""
    fields = [f for f in free if not f.options and _called(f) & _REASONS]
    told = []
    for at, token in enumerate(words):
        led = words[at + 1 : at + 3]
        named = (
            led[:1]
            if led and led[0].kind == "quoted"
            else list(takewhile(lambda t: _is_plain(t, used), words[at + 1 :]))
        )
        if token.norm in _WHY and any(t.norm not in STOP for t in named):
            told.append(named)
    return taken_as(fields[0], trimmed(told[0], used), text, frozenset()) if len(fields) == len(told) == 1 else None


def _is_plain(token: Token, used: set[int]) -> bool:
    return token.kind == "word" and token.text.islower() and token.number not in used


def by_person(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`as Ada Lovelace`: who it is from goes into the one field for names."""
    fields = [f for f in free if not f.options and any({"name", "nombre"} & set(parts(n)) for n in f.names)]
    for index, token in enumerate(words[:-1]):
        if token.norm in ("as", "como") and len(fields) == 1:
            named = list(takewhile(lambda t: t.text[:1].isupper() and t.number not in used, words[index + 1 :]))
            if named:
                return taken_as(fields[0], named, text, frozenset({token.number}))
    return None
