"""What a goal says to be careful with: `ojo, no el de Ada`, `don't touch the orders of Ada`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from .lexicon import STOP, Verb, verbs
from .part import Part
from .speech import COMMA, DETERMINERS, ENDS, MODAL, NOT, PRONOUNS, SOLELY, joins, sentence_so_far, tells_of, verb_at
from .words import Token

_WARNS = {
    "ojo", "cuidado", "atencion", "importante", "recuerda", "careful", "attention", "beware", "caution", "mind",
    "important", "remember", "note", "nb",
}  # fmt: skip
# What is no label: `Note: Fragile` says what a field is to hold.
_SOLELY_WARNS = {"ojo", "cuidado", "careful", "beware", "caution", "recuerda", "remember"}
_WITH_THEM = {"be", "out", "you", "well", "con", "eso", "mucho"}
_LONGEST_WARNING = 3
# Orders to let something be: the word that denies, and what is not to be done.
LETS_BE = (
    (
        {"don't", "dont", "never", "not", "without"},
        {
            "touch", "touching", "change", "changing", "modify", "modifying", "alter", "altering", "edit", "editing",
            "affect", "affecting",
        },
    ),
    (
        {"no", "sin", "nunca"},
        {
            "toques", "toque", "tocar", "cambies", "cambie", "cambiar", "modifiques", "modifique", "modificar",
            "alteres", "alterar", "edites", "edite", "editar", "afectar", "toco", "cambio", "modifico", "tocamos",
        },
    ),
)  # fmt: skip
# The same said behind it: `leave F-3 alone`, `deja F-3 como está`, `F-3 no lo toques`, `F-3 no se toca`.
_LEAVES = {"leave", "leaving", "keep", "deja", "dejar", "dejando"}
_ALONE = (
    ("alone",), ("as", "it", "is"), ("as", "it", "was"), ("as", "is"), ("untouched",), ("unchanged",), ("como", "esta"),
    ("como", "estaba"), ("tal", "cual"), ("en", "paz"), ("tal", "como", "esta"), ("sin", "tocar"),
    ("as", "they", "are"), ("como", "estan"), ("igual",), ("tranquilo",),
)  # fmt: skip
_NOT_TOUCHED = (
    ("no", "lo", "toques"), ("no", "la", "toques"), ("no", "los", "toques"), ("no", "las", "toques"),
    ("no", "se", "toca"), ("no", "se", "tocan"), ("ni", "tocarlo"), ("ni", "tocarla"), ("ni", "lo", "toques"),
    ("no", "hay", "que", "tocarlo"), ("no", "hay", "que", "tocarla"), ("must", "not", "be", "touched"),
    ("no", "lo", "toco"), ("no", "la", "toco"), ("is", "not", "to", "be", "touched"), ("no", "lo", "cambies"),
    ("should", "not", "be", "touched"), ("no", "la", "cambies"),
)  # fmt: skip
_FORMS: frozenset[Verb] = frozenset({"create", "edit", "say"})
_SAVE = {"save", "submit", "send", "store", "confirm"}
# Only an order: `no guarda nada` tells what an application does.
_GUARDES = re.compile(r"(?:guard|envi|grab|mand|confirm)(?:es|e|eis|en)(?:lo|la)?$")
_UNSAVED = PRONOUNS | DETERMINERS | {
    "yet", "anything", "form", "changes", "todavia", "aun", "nada", "formulario", "cambios",
}  # fmt: skip
_REST = {
    "other", "others", "rest", "else", "mas", "otros", "otras", "otro", "otra", "demas", "resto",
}  # fmt: skip
_NAMELESS = (["el", "que"], ["la", "que"], ["the", "one"], ["los", "que"], ["the", "ones"])
_WITHOUT = {"without", "sin"}
_PLEASE = {"please", "por", "favor", "ever"}
_OUGHT = {
    "hay", "debe", "debes", "deben", "tienes", "tiene", "puedes", "puede", "que", "de", "hace", "falta", "hagas",
}  # fmt: skip
_NEEDLESS = (("no", "hace", "falta"), ("no", "hay", "que"), ("no", "need", "to"))
_NEEDS, _THERE_IS = {"need", "have", "to"}, {"you", "there", "is", "there's", "it's"}
_PASSIVE = 4
NOTHING = {"anything", "nothing", "nada", "thing", "data", "dato", "datos"}
_ANYWHERE = (
    STOP
    | DETERMINERS
    | PRONOUNS
    | {"ningun", "any", "single", "all", "absoluto", "else", "mas", "here", "there", "aqui", "ahi"}
)
# What leaves something behind, if it is only a pressed button.
_CHANGES: frozenset[Verb] = frozenset(
    {"edit", "delete", "create", "save", "fill", "check", "uncheck", "choose", "click", "press", "upload", "drag"}
)
_THAT_ONE = {
    "that", "this", "it", "one", "those", "these", "ones", "ese", "esa", "esos", "esas", "este", "esta", "eso", "esto",
}  # fmt: skip
_NO_MORE = {
    ("nothing", "else"), ("no", "other"), ("no", "others"), ("none", "of", "the", "others"), ("nada", "mas"),
    ("ninguna", "mas"), ("ninguno", "mas"), ("ninguna", "otra"), ("ningun", "otro"), ("ninguno", "otro"),
    ("ninguna", "de", "las", "demas"), ("ninguno", "de", "los", "demas"),
}  # fmt: skip
_ACTS: frozenset[Verb] = frozenset(
    {"edit", "delete", "say", "check", "uncheck", "choose", "fill", "drag", "click", "double"}
)


def without_warnings(tokens: Sequence[Token]) -> list[Token]:
    """Without the `ojo,` of `(ojo, no el de Ada)`: what follows says what is not meant."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].kind == "mark"
        end = next((i for i in range(at, min(len(tokens), at + _LONGEST_WARNING)) if tokens[i].kind == "mark"), at)
        said = {t.norm for t in tokens[at:end]}
        denies = end + 1 < len(tokens) and tokens[end + 1].norm in NOT and tokens[end].text in ",:!-–—"
        alone = end > at and (tokens[end].text in ",!" or bool(said & _SOLELY_WARNS))
        warns = begins and (denies or alone) and bool(said & _WARNS) and said <= _WARNS | _WITH_THEM
        if not warns:
            kept.append(tokens[at])
        elif kept and kept[-1].text == ";":
            kept[-1] = replace(kept[-1], text=",", norm=",")
        at = end + 1 if warns else at + 1
    return kept


def without_spared(tokens: Sequence[Token]) -> tuple[list[Token], list[Sequence[Token]]]:
    """The goal without its `don't touch the orders of Ada`, and the words of what is not to be touched."""
    tokens = _object_last(tokens)
    kept: list[Token] = []
    spared: list[Sequence[Token]] = []
    at = 0
    while at < len(tokens):
        if until := _end_of_insisting(tokens, at):
            while kept and (kept[-1].text == "," or joins(kept[-1])):
                kept.pop()
            at = until
            continue
        begin = _object_at(tokens, at)
        end = next((i for i in range(begin, len(tokens)) if _ends(tokens, i)), len(tokens)) if begin else at
        thing = tokens[begin:end]
        names = [t for t in thing if t.names and t.norm not in STOP]
        # `The one that is paid` is let be anyway, where another one is meant.
        nameless = [t.norm for t in thing[:2]] in _NAMELESS
        if begin and (names or nameless or _REST & {t.norm for t in thing}):
            while kept and (kept[-1].text in ",(" or joins(kept[-1])):
                kept.pop()
            # `The other orders of Ada` are those that are not meant anyway, one of hers being changed.
            others = _REST & {t.norm for t in thing} and not any(t.kind == "code" for t in thing)
            spared += [thing] if names and not others else []
            at = end + (end < len(tokens) and tokens[end].text in "),")
            continue
        kept.append(tokens[at])
        at += 1
    return kept, spared


def _object_last(tokens: Sequence[Token]) -> list[Token]:
    """`Leave F-3 alone` and `F-3 no lo toques` as `don't touch F-3`."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].text in ENDS | {","} or joins(tokens[at - 1])
        clause = list(takewhile(lambda t: t.text not in ENDS | {",", ")"}, tokens[at:])) if begins else []
        leaves = clause[:1] != [] and clause[0].norm in _LEAVES
        told = tuple(t.norm for t in clause)
        end = next((run for run in (_ALONE if leaves else _NOT_TOUCHED) if clause and told[-len(run) :] == run), ())
        thing = clause[leaves : len(clause) - len(end)]
        if not end or not thing or (not leaves and any(joins(t) for t in thing)):
            found.append(tokens[at])
            at += 1
            continue
        found += [replace(clause[0], text=word, norm=word) for word in ("don't", "touch")]
        found += thing
        at += len(clause)
    return found


def without_saving(tokens: Sequence[Token]) -> tuple[list[Token], int]:
    """The goal without its `don't save it`, and the number of the token that says so: what was filled in before it is
    only looked at; -1 where nothing says so."""
    kept: list[Token] = []
    at, unsaved = 0, -1
    while at < len(tokens):
        begins = not at or tokens[at - 1].text in ENDS | {","} or joins(tokens[at - 1])
        end = _end_of_saving(tokens, at) if begins else 0
        if not end:
            kept.append(tokens[at])
        elif at and tokens[at - 1].text not in ENDS:
            while kept and (kept[-1].text == "," or joins(kept[-1])):
                kept.pop()
        unsaved = tokens[at].number if end else unsaved
        at = end or at + 1
    return kept, unsaved


def without_restraint(tokens: Sequence[Token]) -> list[Token]:
    """The goal without its `don't change anything` and `no borres nada`, which asks for nothing where nothing else asks
    for a change."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].kind == "mark" or joins(tokens[at - 1]) or tokens[at].norm in _WITHOUT
        end = _end_of_restraint(tokens, at) if begins else 0
        if not end:
            kept.append(tokens[at])
            at += 1
            continue
        while kept and (kept[-1].text in (",", ":") or joins(kept[-1])):
            kept.pop()
        if end < len(tokens) and tokens[end].text != "," and tokens[end].text not in ENDS:
            kept.append(replace(tokens[end], kind="mark", text=";", norm=";") if joins(tokens[end]) else tokens[end])
            end += 1
        at = end
    return kept


def _end_of_restraint(tokens: Sequence[Token], at: int) -> int:
    """Where an order ends to do nothing of a kind to anything, that begins there; 0 where none does."""
    until = next((i for i in range(at, len(tokens)) if tokens[i].kind == "mark" or joins(tokens[i])), len(tokens))
    said = [t.norm for t in tokens[at:until] if t.norm not in _PLEASE]
    said = list(dropwhile(lambda word: word in _THERE_IS, said))
    needless = next((run for run in _NEEDLESS if tuple(said[: len(run)]) == run), ())
    if needless and NOTHING & set(said[len(needless) + 1 :]) and said[-1] in NOTHING | _ANYWHERE:
        return until
    said = ["don't", *said[2:]] if said[:2] in (["do", "not"], ["must", "not"], ["no", "need"]) else said
    if _lets_be(said):
        return until
    denies, told = said[:1], said[1:]
    english, spanish = denies and denies[0] in LETS_BE[0][0], denies and denies[0] in LETS_BE[1][0]
    if english:
        told = list(dropwhile(lambda word: word in _NEEDS, told))
    if spanish:
        told = told[1:] if told[:1] == ["se"] and told[1:2] != [] and told[1] in _OUGHT else told
        told = list(dropwhile(lambda word: word in _OUGHT, told))
    acts = bool(told) and ((english and _is_act(told[0])) or (spanish and _is_kept_from(told[0])))
    nothing = bool(NOTHING & set(told[1:])) and all(word in NOTHING | _ANYWHERE for word in told[1:])
    return until if acts and nothing else 0


def _lets_be(said: Sequence[str]) -> bool:
    """`Nothing should be changed`, `nothing else may be touched`"""
    told = [word for word in said if word not in ("else", "data", "there")]
    is_so = len(told) == _PASSIVE and told[0] in ("nothing", "no") and told[1] in MODAL | {"may", "can"}
    return is_so and told[2] == "be" and any(_is_act(told[3].removesuffix(end)) for end in ("ed", "d"))


def _is_act(verb: str) -> bool:
    return verb in LETS_BE[0][1] or any(each in _CHANGES for each in verbs().get(verb, ()))


def _is_kept_from(verb: str) -> bool:
    """`No borres`, `no hay que borrar`: a Spanish order turned into its contrary has another ending."""
    told = re.fullmatch(r"(\w+?)(?:(es|e|eis|en)|(as|a|ais|an)|([aei]r))", verb)
    if told is None:
        return False
    # `No cambia nada` tells what has come of something.
    ends = ("ar",) if told[2] else ("er", "ir") if told[3] else (told[4],)
    root = told[1]
    roots = {root, root.removesuffix("u"), re.sub(r"qu$", "c", root), re.sub(r"c$", "z", root)}
    forms = (f"{each}{end}" for each in roots for end in ends)
    return verb in LETS_BE[1][1] or any(each in _CHANGES for form in forms for each in verbs().get(form, ()))


def unsaved(part: Part, until: int) -> Part:
    """The part with its form left open, where it is not to be saved by what a goal says later."""
    begins = min((t.number for t in (*part.verb_words, *part.words) if t.number >= 0), default=until)
    return replace(part, underway=True) if begins < until and part.verb in _FORMS else part


def _end_of_saving(tokens: Sequence[Token], at: int) -> int:
    """Where `don't save it yet` or `no lo guardes` ends that begins there; 0 where none does, or it says more."""
    until = next((i for i in range(at, len(tokens)) if tokens[i].kind == "mark" or joins(tokens[i])), len(tokens))
    said = [t.norm for t in tokens[at:until]]
    said = ["don't", *said[2:]] if said[:2] == ["do", "not"] else said
    rest = said[1 + (said[:1] == ["no"] and said[1:2] != [] and said[1] in PRONOUNS) :]
    english = said[:1] in (["don't"], ["dont"], ["never"]) and rest[:1] != [] and rest[0] in _SAVE
    spanish = said[:1] in (["no"], ["nunca"]) and rest[:1] != [] and bool(_GUARDES.match(rest[0]))
    plain = all(word in _UNSAVED for word in rest[1:])
    return until if (english or spanish) and plain else 0


def _object_at(tokens: Sequence[Token], at: int) -> int:
    """Where what is not to be touched begins behind an order to let it be; 0 where there is none."""
    if tokens[at].norm == "do" and tokens[at + 1 : at + 2] and tokens[at + 1].norm == "not":
        at += 1
    elif tokens[at].norm == "not":
        return 0
    touched = tokens[at + 1].norm if at + 2 < len(tokens) else ""
    return at + 2 if any(tokens[at].norm in denies and touched in acts for denies, acts in LETS_BE) else 0


def _end_of_insisting(tokens: Sequence[Token], at: int) -> int:
    """Where the `only that one`, `and nothing else`, `y solo esa` ends that an order is given with; 0 where there is
    none, or it says what is to be seen."""
    apart = at > 0 and tokens[at - 1].text in (".", ";", "!", "\n")
    led = sentence_so_far(tokens[: at - apart])
    until = next((i for i in range(at, len(tokens)) if tokens[i].kind == "mark"), len(tokens))
    said = tuple(t.norm for t in tokens[at:until])
    parted = bool(led) and (apart or led[-1].text == "," or joins(led[-1]))
    solely = said[:1] != () and said[0] in SOLELY and bool(said[1:]) and all(word in _THAT_ONE for word in said[1:])
    if not parted or not (solely or said in _NO_MORE):
        return 0
    verbs = [verb[0] for i in range(len(led)) if (verb := verb_at(led, i))]
    acts = bool(_ACTS & set(verbs)) and not {"expect", "search", "filter"} & set(verbs)
    return until if acts and not any(tells_of(t) and not verb_at(led, i) for i, t in enumerate(led)) else 0


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words of a thing end here; `Ada and Bo` goes on."""
    if tokens[at].kind == "mark":
        return tokens[at].text in {",", ")", ":"} | ENDS
    return joins(tokens[at]) and not (at + 1 < len(tokens) and tokens[at + 1].names)


def sparing(parts: Sequence[Part], spared: Sequence[Sequence[Token]]) -> list[Part]:
    """The parts, that one leaving out what is not to be touched which acts before it is said, or else after."""
    found = list(parts)
    for words in spared:
        acting = [i for i, part in enumerate(found) if part.verb in _ACTS]
        before = [i for i in acting if all(t.number < words[0].number for t in found[i].verb_words)]
        if acting:
            at = before[-1] if before else acting[0]
            left = found[at].excluded
            found[at] = replace(found[at], excluded=(*left, COMMA, *words) if left else tuple(words))
    return found
