"""Orders that are told in a roundabout way, as the plain orders they are: `I need ORD-7 changed to 14 pieces`, `abro
para editar ORD-7`, `le pongo cantidad 3`, `ORD-7 tiene que pasar a Pagado`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .lexicon import Verb, order_of, verbs
from .speech import COMMA, DETERMINERS, ENDS, WISHES, does_more, joins, says_which, tells_of, verb_at
from .words import Token

_TO_EDIT = (("para", "editar"), ("to", "edit"), ("for", "editing"), ("para", "modificar"), ("to", "modify"))
_DATIVES = {"le", "les"}
_GIVES: frozenset[Verb] = frozenset({"edit", "fill", "choose"})
_CHANGES: frozenset[Verb] = frozenset({"edit", "drag"})
_WISH = {"want", "need", *WISHES}
_THAT = {"that", "que"}
_TOWARDS = {"to", "a", "al", "as", "como", "into"}
_HAS_TO_BECOME = (
    ("tiene", "que", "pasar"), ("debe", "pasar"), ("ha", "de", "pasar"), ("tiene", "que", "cambiar"),
    ("debe", "cambiar"), ("has", "to", "go"), ("needs", "to", "go"), ("has", "to", "become"), ("needs", "to", "become"),
    ("must", "become"), ("should", "become"), ("should", "go"), ("must", "go"), ("has", "to", "change"),
    ("needs", "to", "change"), ("needs", "changing"),
)  # fmt: skip
_BECOME = {"become", "changing"}
_PASSES = {"paso", "pasar", "pase"}
_LONGEST_NAME, _PLACE = 8, 3
_PUTS = {"poner", "pongo", "pon", "ponga"}
_BESIDES = {"ademas", "asimismo", "furthermore", "moreover", "additionally"}
_LOOKS: frozenset[Verb] = frozenset({"expect", "login", "open", "wait", "search"})


def told_plainly(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with its roundabout orders told plainly."""
    tokens = _without_besides(tokens)
    found = _without_datives(_opened_to_edit(_equal(_passed(_called_by_code(tuple(tokens))))))
    return _become(_wished_done(_marked(_put_in(_made_so(found)))))


def _without_besides(tokens: Sequence[Token]) -> list[Token]:
    """Without the `además` that says only that more follows."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else COMMA
        if tokens[at].kind == "word" and tokens[at].norm in _BESIDES and after.norm not in ("de", "que", "to"):
            at += 1 + (after.text == "," and (not found or found[-1].kind == "mark"))
            continue
        found.append(tokens[at])
        at += 1
    return found


def _called_by_code(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`The older one, ORD-7, is still open` is about ORD-7."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].kind == "mark" or joins(tokens[at - 1]) or tokens[at - 1].norm in _THAT
        led = _clause(tokens, at) if begins and tokens[at].norm in ("the", "el", "la") else ()
        bare = [t.norm for t in led[1:]]
        # `The other bill of Ada, F-7` says what it is.
        nameless = (
            bare[-1:] == ["one"] or bare[:1] == ["mas"] or (bare[:1] in (["otro"], ["otra"]) and "de" in bare[1:2])
        )
        comma, code, after = [*tokens[at + len(led) :], *([COMMA] * 3)][:3]
        told = 1 < len(led) <= _LONGEST_NAME and comma.text == "," and code.kind == "code" and after.text == ","
        plain = not any(t.kind == "code" or tells_of(t) or verb_at(led, i) for i, t in enumerate(led) if i)
        if told and plain and nameless:
            found.append(code)
            at += len(led) + 3
            continue
        found.append(tokens[at])
        at += 1
    return tuple(found)


def _passed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`En el tablero, paso ORD-7 a Pagado` moves it there; `ORD-7 pasa a Pagado` tells that it does."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        clause = tokens[at + 1 : next((i for i in range(at, len(tokens)) if tokens[i].text in ENDS), len(tokens))]
        to = next((i for i, t in enumerate(clause[:-1]) if i and t.norm == "a" and clause[i + 1].names), 0)
        led = list(takewhile(lambda t: t.text not in ENDS, reversed(tokens[:at])))[::-1]
        led = [t for t in led if t.norm != "," and t.norm not in ("cuando", "when")]
        place = len(led) == _PLACE and led[0].norm == "en" and led[1].norm in DETERMINERS
        if token.norm in _PASSES and to and says_which(clause[:to]) and place and not any(map(tells_of, clause[:to])):
            found[at] = replace(token, text="mover", norm="mover")
    return tuple(found)


def _equal(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Check ORD-7 = Paid` is to show it."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        begin = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in ENDS), 0) if token.text == "=" else at
        verb = verb_at(tokens, begin) if begin < at else None
        if verb is not None and verb[0] in ("expect", "check"):
            found[at] = _word(token, "shows")
    return tuple(found)


def _opened_to_edit(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Abro para editar ORD-7` edits it."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        verb = verb_at(tokens, at)
        aim = at + 1
        opens = verb is not None and verb[0] == "open" and tuple(t.norm for t in tokens[aim : aim + 2]) in _TO_EDIT
        if opens and aim + 2 < len(tokens) and tokens[aim + 2].kind != "mark":
            found.append(replace(tokens[aim + 1], text="edit", norm="edit"))
            at += 3
            continue
        found.append(tokens[at])
        at += 1
    return tuple(found)


def _without_datives(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Le pongo cantidad 3` puts it there, whatever it is that was told of."""
    found = []
    for at, token in enumerate(tokens):
        verb = verb_at(tokens, at + 1) if token.norm in _DATIVES and token.kind == "word" else None
        if verb is None or verb[0] not in _GIVES:
            found.append(token)
    return tuple(found)


def _made_so(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Edit ORD-7 and make it 35` sets it to that."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        make, it, value = tokens[at - 2 : at + 1] if at > 1 else [COMMA] * 3
        found.append(token)
        if make.norm == "make" and it.norm == "it" and value.kind == "number" and _edits_before(tokens, at - 2):
            found[-3:] = [replace(make, text="change", norm="change"), it, _word(it, "to"), token]
    return tuple(found)


def _edits_before(tokens: Sequence[Token], until: int) -> bool:
    return any((verb := verb_at(tokens, at)) is not None and verb[0] == "edit" for at in range(until))


def _put_in(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`En ORD-7, poner 13 en cantidad` changes the amount of that to 13."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        value, lead, *name = [*_clause(tokens, at + 1)[:4], *([COMMA] * 2)]
        name = [t for t in name if t is not COMMA]
        label = name[len(name) > 1 and name[0].norm in DETERMINERS :]
        puts = tokens[at].norm in _PUTS and value.is_value and lead.norm == "en" and len(label) == 1
        comma = at and tokens[at - 1].text == ","
        place = list(takewhile(lambda t: t.text not in ENDS, reversed(tokens[: at - 1])))[::-1] if comma else []
        if not puts or not place or place[0].norm != "en" or not label[0].text.islower():
            found.append(tokens[at])
            at += 1
            continue
        found += [_word(tokens[at], "cambiar"), *name, _word(lead, "a"), value]
        at += 3 + len(name)
    return tuple(found)


def _marked(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Poner ORD-7 como pagado` marks it so."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        clause = _clause(tokens, at + 1) if token.norm in _PUTS else ()
        as_what = next((i for i, t in enumerate(clause) if t.norm == "como"), None)
        # `Pon 45 como cuota` says into which field it goes.
        of_a_thing = as_what == 0 or (as_what and (clause[0].kind == "code" or clause[0].norm in DETERMINERS))
        if of_a_thing and says_which(clause):
            found[at] = replace(token, text="marcar", norm="marcar")
    return tuple(found)


def _wished_done(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`I need ORD-7 changed to 14` asks to change it to that; `quiero ORD-7 cambiado a Pagado` likewise."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        wish = tokens[at].norm in _WISH or (tokens[at].norm == "like" and at > 0)
        clause = _clause(tokens, at + 1) if wish else ()
        done = next((i for i in range(1, len(clause) - 1) if clause[i + 1].norm in _TOWARDS and _order(clause[i])), 0)
        if not done or verb_at(clause, 0) or any(tells_of(t) or t.norm in _TOWARDS | _THAT for t in clause[:done]):
            found.append(tokens[at])
            at += 1
            continue
        while found and found[-1].norm in ("i", "we", "would", "i'd", "we'd"):
            found.pop()
        order = _order(clause[done])
        found += [replace(clause[done], text=order, norm=order), *clause[:done], *clause[done + 1 :]]
        at += 1 + len(clause)
    return tuple(found)


def _order(done: Token) -> str:
    """The verb of a participle that changes a thing: `change` of `changed`, `cambiar` of `cambiado`."""
    if done.kind != "word" or not done.text.islower() or done.norm in ("set", "put"):
        return done.norm if done.norm in ("set", "put") else ""
    plain = next((root for root in (done.norm[:-2], done.norm[:-1]) if root in verbs()), "")
    if plain and done.norm != plain and _CHANGES & set(verbs()[plain]):
        return plain
    order = order_of(done.norm)
    return order if order and "edit" in verbs().get(order, ()) else ""


def _become(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`ORD-7 tiene que pasar a Pagado` asks for that where nothing was done before it: else it is looked at."""
    for at in range(1, len(tokens)):
        run = next((r for r in _HAS_TO_BECOME if [t.norm for t in tokens[at : at + len(r)]] == [*r]), None) or ()
        begin = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in ENDS), 0)
        thing, new = tokens[begin:at], tokens[at + len(run) :]
        plain = says_which(thing) and not any(t.kind == "mark" or tells_of(t) for t in thing)
        if not run or not plain or not new or does_more(tokens[:begin], _LOOKS):
            continue
        *_, last = run
        led = last in _BECOME
        if not led and new[0].norm not in _TOWARDS:
            continue
        to = (_word(tokens[at], "to"),) if led and new[0].norm not in _TOWARDS else ()
        verb = "cambia" if last.endswith("ar") else "change"
        return _become((*tokens[:begin], _word(tokens[at], verb), *thing, *to, *new))
    return tokens


def _clause(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    return list(takewhile(lambda t: t.kind != "mark" and not joins(t), tokens[at:]))


def _word(at: Token, text: str) -> Token:
    return replace(at, kind="word", text=text, norm=text)
