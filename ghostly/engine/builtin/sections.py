"""What stands under a heading of a page, as a check tells it: `A-7 is in the Done section`, `en Done está A-7`."""

from __future__ import annotations

from collections.abc import Sequence

from ..page import Node, Page
from .evidence import is_how
from .lexicon import STOP
from .part import Part
from .questions import COUNTED, Answer, items, says
from .speech import DETERMINERS, MODAL
from .words import Token, parts

_LEADS = {
    "under", "in", "within", "below", "beneath", "among", "amongst", "bajo", "en", "debajo", "dentro", "entre",
}  # fmt: skip
_NAMED = {"section", "list", "heading", "group", "seccion", "lista", "grupo", "encabezado", "titulo", "apartado"}
_MOVES = {"moved", "moves", "move", "goes", "went", "pasa", "pasado", "pase", "movido", "mueve"}
_INTO = {"to", "into", "a"}
_IDLE = (
    {"of", "de", "del", "called", "llamada", "llamado", "stands", "stand", "there", "is", "esta"}
    | _MOVES
    | _INTO
    | {"has", "ha", "se"}
)


def in_section(part: Part, page: Page, own: str = "") -> Answer | None:
    """None where a check names no heading under which something is to stand, or more than that. `own` is the entry that
    a check is about which names none."""
    words = [t for t in part.words if t.kind != "mark"]
    heads = [n for n in page.nodes if n.role == "heading" and not n.hidden and parts(n.said)][1:]
    named = [(head, run) for head in heads if (run := _run_of(words, head))]
    if len(named) != 1 or len(heads) < 2:
        return None
    head, run = named[0]
    rest = [t for t in words if t not in run]
    things = [t for t in rest if t.names and t.norm not in STOP] or ([] if own else _only_one(page, rest))
    if bool(things) is bool(own) or any(not _is_idle(t) for t in rest if t not in things):
        return None
    after = next((n.number for n in heads if n.number > head.number), len(page.nodes))
    inside = [text for n, text in items(page) if head.number < n.number < after]
    if own:
        said = f'"{own[:80]}" stands {"" if own in inside else "not "}under "{head.said}".'
        return Answer((own in inside) is not part.negated, said)
    if not any(all(says(text, t) for t in _each(things)[0]) for _, text in items(page)) and not part.negated:
        return None
    lacking = [each for each in _each(things) if not any(all(says(text, t) for t in each) for text in inside)]
    told = " ".join(t.text for t in (lacking[0] if lacking else things))
    said = f'{"Nothing" if lacking else "An entry"} under "{head.said}" says "{told}".'
    return Answer((not lacking) is not part.negated, said)


def _only_one(page: Page, words: Sequence[Token]) -> list[Token]:
    """What is told without a name, `the ladder`, where just one entry of the page says it."""
    told = [t for t in words if t.kind == "word" and not _is_idle(t)]
    return told if told and sum(all(says(text, t) for t in told) for _, text in items(page)) == 1 else []


def _each(things: Sequence[Token]) -> list[list[Token]]:
    """Codes are things of their own, and words are told of one."""
    return [[t] for t in things] if all(t.kind == "code" for t in things) else [list(things)]


def _run_of(words: Sequence[Token], head: Node) -> Sequence[Token]:
    """The words that name a heading as a place: behind `under`, or beside `section`."""
    said = [word for word in parts(head.said) if not word.isdigit()]
    for at in range(len(words) - len(said) + 1 if said else 0):
        run = words[at : at + len(said)]
        the = at > 0 and words[at - 1].norm in DETERMINERS
        if [word for t in run for word in parts(t.text)] != said or not (run[0].names or the):
            continue
        before = next((t for t in reversed(words[:at]) if t.norm not in DETERMINERS | (_IDLE - _INTO)), None)
        beside = [before, *words[at + len(said) : at + len(said) + 1]]
        leads = _LEADS | (_INTO if _MOVES & {t.norm for t in words} else set())
        if any(t is not None and t.norm in _NAMED for t in beside) or (before is not None and before.norm in leads):
            return run
    return ()


def _is_idle(token: Token) -> bool:
    return is_how(token) or token.norm in STOP | MODAL | _LEADS | _NAMED | _IDLE | COUNTED
