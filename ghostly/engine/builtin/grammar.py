"""A goal in plain English or Spanish becomes parts: one verb each, with the words that belong to it, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .lexicon import PHRASES, STOP, Verb, verbs
from .words import Token, tokens_of

_CONNECTORS = {
    "and",
    "then",
    "y",
    "e",
    "luego",
    "despues",
    "but",
    "pero",
    "finally",
    "finalmente",
    "afterwards",
    "next",
    "so",
}
_PREFIXES = _CONNECTORS | {
    *("please", "also", "now", "i", "you", "we", "want", "need", "to", "would", "like", "should", "try", "por",
    "favor", "quiero", "first"),
    *("necesito", "que", "tambien", "ahora", "after", "that", "eso", "a", "debes", "can", "must", "have", "just",
    "let", "us", "continuacion"),
    *("primero", "finalmente", "finally", "lastly", "once", "done", "it", "lo", "the", "user", "usuario", "puedes",
    "hay", "de", "al", "final"),
    *("deberia", "deberias", "me", "gustaria", "then", "subsequently", "in", "order", "are", "going"),
}  # fmt: skip
_MODAL = {"should", "must", "debe", "deben", "deberia", "deberian", "shall"}
_STATING = {
    *("appears", "appear", "aparece", "aparecen", "visible", "shown", "displayed", "listed", "exists", "exist",
    "existe", "existen", "shows"),
    *("contains", "contiene", "muestra", "gone", "disappears", "desaparece", "says", "dice", "reads", "present",
    "is", "are", "esta", "estan"),
    *("has", "figura", "sale", "displays", "there", "includes", "incluye", "be", "sea", "remains", "sigue",
    "becomes", "changed", "been"),
}  # fmt: skip
_STATES_A_FACT = _STATING - {
    "is",
    "are",
    "esta",
    "estan",
    "has",
    "there",
    "be",
    "sea",
    "been",
    "says",
    "muestra",
    "changed",
    "sigue",
}
_NEGATIONS = {
    "not", "no", "never", "without", "sin", "nunca", "don't", "doesn't", "isn't", "aren't", "cannot", "mustn't",
    "shouldn't", "ningun", "ninguna", "gone", "longer", "disappears", "desaparece", "nor", "ya",
}  # fmt: skip
_ENDS = {".", ";", "!", "?", "\n"}
_KEYS = {
    "enter": "Enter", "return": "Enter", "intro": "Enter", "tab": "Tab", "escape": "Escape", "esc": "Escape",
    "space": "Space", "backspace": "Backspace", "delete": "Delete", "home": "Home", "end": "End", "pageup": "PageUp",
    "pagedown": "PageDown", "arrowup": "ArrowUp", "arrowdown": "ArrowDown", "arrowleft": "ArrowLeft",
    "arrowright": "ArrowRight", "f5": "F5",
}  # fmt: skip
_FILLS: frozenset[Verb] = frozenset({"fill", "choose", "check", "uncheck", "upload", "clear", "drag"})
_OBJECT_LESS: frozenset[Verb] = frozenset({
    "login", "logout", "back", "reload", "save", "close", "accept", "next", "scroll", "search", "expand", "clear",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a goal asks for. `words` are its tokens without the verb, `verb_words` those of the verb;
    `implied` says that the goal does not name it, as the saving of a form that was filled in."""

    number: int
    verb: Verb
    words: tuple[Token, ...]
    verb_words: tuple[Token, ...] = ()
    negated: bool = False
    implied: bool = False
    key: str = ""

    @property
    def said(self) -> str:
        return " ".join(token.text for token in (*self.verb_words, *self.words) if token.kind != "mark")


@dataclass(frozen=True, slots=True)
class Goal:
    text: str
    tokens: tuple[Token, ...]
    parts: tuple[Part, ...]


def read_goal(text: str) -> Goal:
    tokens = tokens_of(text)
    pieces = _pieces(tokens)
    parts: list[Part] = []
    for verb, head, body in pieces:
        if verb == "say" and parts and not head and _continues(parts[-1], body):
            parts[-1] = replace(parts[-1], words=(*parts[-1].words, *body))
            continue
        parts.append(_settled(Part(len(parts), verb, tuple(body), tuple(head))))
    return Goal(text, tokens, tuple(_with_implied_saves(parts)))


def _continues(before: Part, body: Sequence[Token]) -> bool:
    """Whether words without a verb say more about the part before; a fact of its own is a check."""
    return before.verb not in ("expect", "logout", "back", "reload")


def _pieces(tokens: Sequence[Token]) -> list[tuple[Verb, list[Token], list[Token]]]:
    pieces: list[tuple[Verb, list[Token], list[Token]]] = []
    at = 0
    while at < len(tokens):
        start, verb, head = _begin(tokens, at, first=not pieces)
        body_start = start + len(head)
        end = _end(tokens, body_start, verb)
        body = list(tokens[body_start:end])
        while body and ((body[-1].kind == "mark" and body[-1].text not in "%€$£") or body[-1].norm in _CONNECTORS):
            body.pop()
        if head or body:
            pieces.append((verb, list(head), body))
        at = max(end, at + 1)
    return pieces


def _begin(tokens: Sequence[Token], at: int, first: bool) -> tuple[int, Verb, Sequence[Token]]:
    """Where the words of the part that begins here start, its verb, and the words of the verb."""
    start = at
    while True:
        if verb_words := _verb_at(tokens, start):
            return start, verb_words[0], verb_words[1]
        if start < len(tokens) and (tokens[start].kind == "mark" or tokens[start].norm in _PREFIXES):
            start += 1
            continue
        break
    piece = tokens[at : _end(tokens, at, "say")]
    if _states(piece):
        return at, "expect", ()
    while at < len(tokens) and (tokens[at].kind == "mark" or tokens[at].norm in _CONNECTORS):
        at += 1
    return at, "say", ()


def _states(piece: Sequence[Token]) -> bool:
    words = {token.norm for token in piece if token.kind == "word"}
    return bool(words & _MODAL) or bool(words & _STATES_A_FACT)


def _verb_at(tokens: Sequence[Token], at: int) -> tuple[Verb, Sequence[Token]] | None:
    for length in (5, 4, 3, 2):
        words = tuple(token.norm for token in tokens[at : at + length] if token.kind == "word")
        if len(words) == length and words in PHRASES:
            return PHRASES[words], tokens[at : at + length]
    if at >= len(tokens) or tokens[at].kind not in ("word", "code"):
        return None
    meant = verbs().get(tokens[at].norm.replace("-", "")) or verbs().get(tokens[at].norm)
    if not meant:
        return None
    return meant[0], tokens[at : at + 1]


def _end(tokens: Sequence[Token], at: int, verb: Verb) -> int:
    """Where the part ends that goes on here: at the end of its sentence, or where a connector is followed by a verb."""
    for index in range(at, len(tokens)):
        token = tokens[index]
        if token.kind == "mark" and token.text in _ENDS and index > at - 1:
            return index + 1
        joint = token.norm in _CONNECTORS or (token.kind == "mark" and token.text in ",:")
        if joint and index + 1 < len(tokens) and _starts_a_part(tokens, index + 1, verb):
            return index + 1
    return len(tokens)


def _starts_a_part(tokens: Sequence[Token], at: int, before: Verb) -> bool:
    start = at
    while start < len(tokens) and start - at < 4 and tokens[start].norm in _PREFIXES and not _verb_at(tokens, start):
        start += 1
    found = _verb_at(tokens, start)
    if found is None:
        rest = []
        for token in tokens[at:]:
            if token.kind == "mark" and token.text in ".;,":
                break
            rest.append(token)
        words = {token.norm for token in rest if token.kind == "word"}
        return bool(words & _MODAL) and before != "expect"
    follows = start + len(found[1])
    if follows >= len(tokens):
        return found[0] in _OBJECT_LESS or before != "fill"
    after = tokens[follows]
    if after.kind == "mark" and after.text in ".;" and found[0] not in _OBJECT_LESS:
        return False
    # A noun that looks like a verb is followed by what no object begins with.
    return not (after.norm in ("is", "are", "should", "must", "debe", "esta", "=") or after.text in ("=", ":"))


def _settled(part: Part) -> Part:
    """Decides what a verb with several meanings means here."""
    words = {token.norm for token in part.words if token.kind == "word"}
    head = " ".join(token.norm for token in part.verb_words)
    verb = part.verb
    key = ""
    states = bool(words & (_STATING - {"there"})) or bool(words & _MODAL)
    if (
        head in ("confirm", "confirma", "confirmar", "confirme", "validate", "valida")
        and not states
        and "that" not in words
        and "que" not in words
    ):
        verb = "save"
    elif verb == "check" and (
        "that" in words or "que" in words or "if" in words or "whether" in words or bool(words & _STATES_A_FACT)
    ):
        verb = "expect"
    elif verb in ("open", "fill") and head in ("enter", "entra", "entrar"):
        typed = any(token.is_value for token in part.words) or bool(words & {"in", "into", "as", "como"})
        verb = "fill" if typed and head == "enter" else "open"
    elif verb == "save" and head.startswith(("complet", "finish")) and words & {"with", "con"}:
        verb = "fill"
    elif verb == "open" and (head in ("ver", "ve", "show", "muestra") and bool({"que", "that"} & words)):
        verb = "expect"
    elif verb in ("press", "click"):
        key = _key(part.words) if head not in ("click", "click on") else ""
        verb = "press" if key else "click"
    negated = verb == "expect" and bool(words & _NEGATIONS)
    return replace(part, verb=verb, key=key, negated=negated)


def _key(words: Sequence[Token]) -> str:
    named = [
        token
        for token in words
        if token.kind in ("word", "code")
        and token.norm not in ("the", "key", "tecla", "la", "button", "on", "keyboard", "keys")
    ]
    if not named or (
        len(named) > 1 and "key" not in {t.norm for t in words} and "tecla" not in {t.norm for t in words}
    ):
        return ""
    combined = named[0].norm.replace(" ", "")
    if combined in _KEYS:
        return _KEYS[combined]
    modifier, plus, rest = combined.partition("+")
    if plus and modifier in ("ctrl", "control", "alt", "shift", "meta", "cmd"):
        names = {"ctrl": "Control", "control": "Control", "alt": "Alt", "shift": "Shift"}
        return f"{names.get(modifier, 'Meta')}+{_KEYS.get(rest, rest.upper() if len(rest) == 1 else rest)}"
    return ""


def _with_implied_saves(parts: Sequence[Part]) -> list[Part]:
    """A form that was filled in to create or to change something is saved, whether the goal says so or not."""
    found: list[Part] = []
    owes = False
    for part in parts:
        if owes and part.verb not in _FILLS and part.verb != "say":
            if part.verb not in ("save", "click", "press", "next", "accept", "close", "login"):
                found.append(Part(0, "save", (), implied=True))
            owes = False
        found.append(part)
        owes = owes or part.verb in ("create", "edit")
    if owes:
        found.append(Part(0, "save", (), implied=True))
    return [replace(part, number=number) for number, part in enumerate(found)]


def content_of(words: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens that say what is meant."""
    return tuple(token for token in words if token.is_value or (token.kind == "word" and token.norm not in STOP))
