"""Orders that are told in a roundabout way, as the plain orders they are: `I need ORD-7 changed to 14 pieces`, `abro
para editar ORD-7`, `le pongo cantidad 3`, `ORD-7 tiene que pasar a Pagado`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from .lexicon import STOP, Verb, order_of, verbs
from .speech import COMMA, DETERMINERS, ENDS, WISHES, does_more, joins, says_which, sentence_so_far, tells_of, verb_at
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
_FORMS = {"form", "formulario", "field", "campo", "page", "dialog", "note", "nota"}
_THIS = {"this", "these", "este", "esta"}
_BECOME = {"become", "changing"}
_PASSES = {"paso", "pasar", "pase"}
_LONGEST_NAME, _PLACE = 8, 3
_PUTS = {"poner", "pongo", "pon", "ponga"}
_DISAPPEARS = {"desaparezca", "desaparezcan", "disappear", "vanish"}
# What is done to an amount by verbs that mean something else elsewhere: `raise an issue`.
_AMOUNTS = {
    "raise", "increase", "lower", "bump", "reduce", "decrease", "lift", "cut", "drop", "sube", "subir", "baja", "bajar",
    "aumenta", "aumentar", "reducir", "eleva",
}  # fmt: skip
_ACCEPTING = {"aceptando", "confirmando", "accepting", "confirming"}
_WITHOUT = {"without", "sin", "not", "no", "before", "antes", "after"}
_USES = {"use", "usa", "usando", "using", "utiliza"}
_OUGHT, _PAIR = ("hay", "que"), 2
_LEAVES_AT = {"deja", "dejo", "dejar", "dejando", "leave", "leaving", "dejalo"}
_DOES_TO: frozenset[Verb] = frozenset({"edit", "delete", "check", "uncheck", "drag"})
_BESIDES = {"ademas", "asimismo", "furthermore", "moreover", "additionally"}
_LOOKS: frozenset[Verb] = frozenset({"expect", "login", "open", "wait", "search"})


def told_plainly(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with its roundabout orders told plainly."""
    tokens = _without_besides(tokens)
    tokens = _with_should(tuple(_new_below([t for i, t in enumerate(tokens) if not _is_me(tokens, i)])))
    found = _left_at(_object_first(_gone_as_wished(_called_by_code(tuple(tokens)))))
    found = _on_the_board(_raised(_accepting(found)))
    found = _without_datives(_opened_to_edit(_equal(_passed(found))))
    return _become(_wished_done(_marked(_put_in(_made_so(found)))))


def _new_below(tokens: Sequence[Token]) -> list[Token]:
    """`Enter a new order: …` for `enter this order: …`, where what it is follows."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        noun, colon = [*tokens[at + 1 : at + 3], COMMA, COMMA][:2]
        is_this = token.norm in _THIS and noun.kind == "word" and noun.text.islower() and colon.text == ":"
        verb = verb_at(tokens, at - 1) if at and is_this else None
        makes = verb is not None and bool({"create", "fill"} & set(verbs().get(verb[1][0].norm, ())))
        told = takewhile(lambda t: t.text not in ENDS, tokens[at + 3 :])
        if makes and noun.norm not in _FORMS and any(t.names for t in told):
            new = ("un", "nuevo") if token.norm.startswith("est") else ("a", "new")
            found += [replace(token, text=word, norm=word) for word in new]
        else:
            found.append(token)
    return found


def _is_me(tokens: Sequence[Token], at: int) -> bool:
    """The `me` of `log me in with …`"""
    before, after = tokens[at - 1 : at], tokens[at + 1 : at + 2]
    signs = bool(before) and before[0].norm in ("log", "sign") and bool(after) and after[0].norm in ("in", "on")
    return signs and tokens[at].norm in ("me", "us", "yourself")


def _with_should(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`It ought to reply` is what it should do."""
    ought = {i for i, (a, b) in enumerate(pairwise(tokens)) if a.norm == "ought" and b.norm == "to"}
    return tuple(_word(t, "should") if i in ought else t for i, t in enumerate(tokens) if i - 1 not in ought)


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


def _gone_as_wished(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Quiero que desaparezca ORD-7` and `I want ORD-7 to disappear` ask to delete it."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        wish = tokens[at].norm in _WISH
        clause = list(takewhile(lambda t: t.text not in ENDS | {","}, tokens[at + 1 :])) if wish else []
        told = [t.norm for t in clause]
        if told[:1] == ["que"] and told[1:2] and told[1] in _DISAPPEARS and len(clause) > _PAIR:
            found += [_word(clause[1], "borra"), *clause[2:]]
            at += 1 + len(clause)
            continue
        if told[-2:-1] == ["to"] and told[-1] in _DISAPPEARS and says_which(clause[:-2]):
            while found and found[-1].norm in ("i", "we", "would", "i'd", "we'd"):
                found.pop()
            found += [_word(clause[-1], "delete"), *clause[:-2]]
            at += 1 + len(clause)
            continue
        found.append(tokens[at])
        at += 1
    return tuple(found)


def _object_first(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`El pedido ORD-7 bórralo` and `ORD-7 hay que pasarlo a Pagado` with the order before its object."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].kind == "mark" or joins(tokens[at - 1])
        clause = _clause(tokens, at) if begins else ()
        thing = list(takewhile(lambda t: not _is_clitic(t) and t.norm not in _OUGHT[0], clause))
        must = [t.norm for t in clause[len(thing) :]][: len(_OUGHT)] == [*_OUGHT]
        verb = clause[len(thing) + len(_OUGHT) * must :][:1]
        named = bool(thing) and (thing[0].norm in DETERMINERS or thing[0].names)
        if not named or not verb or not _is_clitic(verb[0]) or _does(thing):
            found.append(tokens[at])
            at += 1
            continue
        plain = verb[0].norm[:-2] if verb[0].norm[-1] != "s" else verb[0].norm[:-3]
        found += [_word(verb[0], "cambia" if plain in ("pasa", "pasar") else plain), *thing]
        at += len(thing) + len(_OUGHT) * must + 1
    return tuple(found)


def _does(thing: Sequence[Token]) -> bool:
    """Whether words say more than what a thing is called: an order, an aim, a statement."""
    return verb_at(thing, 0) is not None or any(tells_of(t) or t.norm in ("que", "para") for t in thing)


def _is_clitic(token: Token) -> bool:
    """Whether a verb ends with its object: `bórralo`, `pasarla`."""
    if token.kind != "word" or not token.norm.endswith(("lo", "la", "los", "las")) or not token.text.islower():
        return False
    verb = verb_at((token,), 0)
    return (verb is not None and verb[0] in _DOES_TO) or token.norm.startswith(("pasal", "pasarl"))


def _accepting(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Borra ORD-7 aceptando la confirmación` says what comes after that, as with a comma before it."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else COMMA
        doing = token.norm in _ACCEPTING and before.kind != "mark" and not joins(before) and before.norm not in _WITHOUT
        if doing and (
            not tokens[at + 1 : at + 2] or tokens[at + 1].norm in DETERMINERS or tokens[at + 1].kind == "mark"
        ):
            found.append(replace(COMMA, number=token.number))
        found.append(token)
    return tuple(found)


def _amount_last(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Baja de 20 a 18 la cantidad` with what it becomes at its end."""
    found: list[Token] = list(tokens)
    for at, token in enumerate(tokens):
        since, old, to, new, the = [*tokens[at + 1 : at + 6], *([COMMA] * 5)][:5]
        over = since.norm in ("de", "from") and to.norm in ("a", "to") and old.kind == new.kind == "number"
        if token.norm in _AMOUNTS and over and the.norm in DETERMINERS:
            thing = _clause(tokens, at + 5)
            found[at + 1 : at + 5 + len(thing)] = [*thing, since, old, to, new]
    return tuple(found)


def _raised(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Raise the order of Ada from 10 to 14` changes it to that; `I want it raised to 14` asks for the same."""
    tokens = _amount_last(tokens)
    found = list(tokens)
    for at, token in enumerate(tokens):
        plain = next((r for r in (token.norm, token.norm[:-1], token.norm[:-2]) if r in _AMOUNTS), "")
        begins = not at or tokens[at - 1].kind == "mark" or joins(tokens[at - 1])
        verb = verb_at(tokens, at) if plain == token.norm else None
        plain = "" if verb is not None and verb[0] == "edit" else plain
        clause = _clause(tokens, at + 1) if plain else ()
        to = next((i for i in range(len(clause) - 1, 0, -1) if clause[i].norm in ("to", "a")), -1)
        since = next((i for i, t in enumerate(clause) if t.norm in ("from", "de", "desde")), to)
        counts = to >= 0 and to + 1 < len(clause) and clause[to + 1].kind == "number"
        done = plain != token.norm and since == 0
        if counts and (done or (begins and plain == token.norm and to > 0 and says_which(clause[:to]))):
            spanish = clause[to].norm == "a"
            found[at] = _word(token, "changed" if done else "cambia" if spanish else "change")
    return tuple(found)


def _on_the_board(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Use the board to move ORD-7` and `usa el tablero para mover ORD-7` say where that is done."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].text in ENDS
        sentence = list(takewhile(lambda t: t.text not in ENDS, tokens[at:])) if begins else []
        uses = bool(sentence) and sentence[0].norm in _USES
        to = next((i for i, t in enumerate(sentence) if t.norm in ("to", "para") and verb_at(sentence, i + 1)), 0)
        place = sentence[1:to] if uses else []
        verb = verb_at(sentence, to + 1) if place and to + 1 < len(sentence) else None
        plain = bool(place) and place[0].norm in DETERMINERS and not any(t.names for t in place)
        if not plain or verb is None or verb[0] not in _DOES_TO | {"create", "search", "filter", "sort"}:
            found.append(tokens[at])
            at += 1
            continue
        comma = replace(COMMA, number=sentence[to].number)
        # `Use the board, not the form, to …` says besides how it is not to be done.
        place = list(takewhile(lambda t: t.text != ",", place))
        led = "en" if sentence[to].norm == "para" else "on"
        found += [_word(sentence[0], led), *place, comma]
        at += to + 1
    return tuple(found)


def _left_at(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Deja la cantidad en 11` and `leave the quantity at 11` change it to that."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        begins = not at or tokens[at - 1].kind == "mark" or joins(tokens[at - 1])
        clause = _clause(tokens, at + 1) if begins and token.norm in _LEAVES_AT else ()
        to = next((i for i, t in enumerate(clause) if t.norm in ("en", "at", "on")), 0)
        plain = to > 1 and clause[0].norm in DETERMINERS | {"its", "su"} and not any(t.names for t in clause[:to])
        new = clause[to + 1 :] if plain else ()
        if new and new[0].names and not any(tells_of(t) for t in clause):
            english = clause[to].norm != "en"
            found[at] = _word(token, "change" if english else "cambia")
            found[at + 1 + to] = _word(clause[to], "to" if english else "a")
    return tuple(found)


def _passed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`En el tablero, paso ORD-7 a Pagado` moves it there; `ORD-7 pasa a Pagado` tells that it does."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        clause = tokens[at + 1 : next((i for i in range(at, len(tokens)) if tokens[i].text in ENDS), len(tokens))]
        to = next((i for i, t in enumerate(clause[:-1]) if i and t.norm == "a" and clause[i + 1].names), 0)
        led = sentence_so_far(tokens[:at])
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
        place = sentence_so_far(tokens[: at - 1]) if comma else []
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
        done = next((i for i in range(1, len(clause) - 1) if _changes_over(clause, i) and _order(clause[i])), 0)
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


def _changes_over(clause: Sequence[Token], at: int) -> bool:
    """Whether `to 14` or `from 10 to 14` follows a word."""
    since = clause[at + 1].norm in ("from", "de") and any(t.norm in _TOWARDS for t in clause[at + 2 :])
    return clause[at + 1].norm in _TOWARDS or since


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
        named = [t for t in thing if t.norm not in STOP]
        plain = says_which(named) and not any(t.kind == "mark" or tells_of(t) for t in thing)
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
