"""What a check says besides what is to be seen: that all say it, that nothing else is there, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..page import ENTRIES, Page
from .evidence import is_how
from .lexicon import STOP
from .part import Part, content_of
from .questions import lists, says
from .speech import SINGLE, SOLELY, finite_at
from .words import Token, bare

_EVERY = {"every", "each", "all", "both", "everyone", "everybody", "todos", "todas", "cada", "ambos", "ambas"}
_NUMBERED = {"two", "three", "four", "dos", "tres", "cuatro"}
_ARTICLES = {"the", "los", "las"}
_LEADS = {"for", "in", "on", "of", "en", "para", "de"}
_THEM = {"them", "these", "those", "ellos", "ellas"}
# What was filled in, which no entry says whole.
_NO_ENTRIES = {
    "change", "changes", "value", "values", "detail", "details", "data", "field", "fields", "setting", "settings",
    "information", "cambio", "cambios", "valor", "valores", "dato", "datos", "detalle", "detalles", "campo", "campos",
    "ajuste", "ajustes",
}  # fmt: skip
_SINGLE = SOLELY | SINGLE
_AFTER_NOUN = {"on", "in", "there", "now", "left", "en", "de", "of", "ahora", "hay"}
_ABOVE = {"arriba", "cabecera", "header", "top"}
_OF_LIST = {"list", "table", "page", "lista", "listado", "tabla", "pagina"}
_LONGEST_KIND = 2
_NONE = {"none", "no", "ninguno", "ninguna", "ningun"}
_LEFT = {
    "left", "remain", "remains", "remaining", "hay", "haya", "quede", "queden", "queda", "quedan", "quedar", "are",
    "be",
}  # fmt: skip
_ANY_MORE = {"more", "longer", "any", "anymore", "mas", "ya"}
_WHOSE = {"for", "para", "of", "de", "del", "with", "con", "that", "que"}


def one_lacking(page: Page, part: Part) -> str:
    """The entry that does not say what a check says of every one, in a list where another one says it."""
    kind = _every_kind(part.words)
    left = [t for t in part.words if t not in kind]
    told = [t for t in left if t.names and t.norm not in STOP and t is not part.words[0]]
    told = told or [t for t in content_of(left) if not is_how(t)]
    if not kind or not told:
        return ""
    for group in lists(page):
        lacking = [text for _, text in group if not all(says(text, t) for t in told)]
        if lacking and len(lacking) < len(group):
            return lacking[0][:80]
    return ""


def another_of_kind(page: Page, part: Part, new: str | None) -> str:
    """Another entry beside the one of which a check says that it is the only one of its kind."""
    if not new or not _says_single(part.words):
        return ""
    beside = [[text for _, text in group] for group in lists(page)]
    groups = [group for group in beside if any(text.startswith(bare(new)) or new in text for text in group)]
    return next((text[:80] for group in groups for text in group if new not in text), "")


def only_in_entries(page: Page, part: Part, subject: Sequence[Token]) -> bool:
    """Whether what is said to stand at the top is said in nothing but the entries of lists."""
    norms = [t.norm for t in part.words]
    is_above = bool(_ABOVE & set(norms)) and not _OF_LIST & set(norms)
    shown = [n for n in page.nodes if n.kind == "text" and not n.hidden and all(says(n.said, t) for t in subject)]
    return is_above and bool(shown) and all(any(h.role in ENTRIES for h in page.parents(n)) for n in shown)


_AS, _IT = {"as", "como"}, {"it", "they", "he", "she"}
_BEEN = {"is", "was", "are", "were", "esta", "estaba", "estan", "estaban"}
_INTACT = {"untouched", "unchanged", "unaffected", "alone", "intact", "intacto", "intacta", "intactos", "intactas"}
_TOUCHED = {
    "change", "changed", "touched", "affected", "altered", "modified", "cambiar", "cambiado", "tocarse", "afectado",
    "modificarse", "modificado",
}  # fmt: skip


def stays_as_it_was(part: Part) -> bool:
    """Whether a check says that something is left as it was: `must be left as it is`, `no debe cambiar`."""
    words = [t.norm for t in part.words if t.kind == "word"]
    after_as = [[w for w in words[i + 1 : i + 3] if w not in _IT] for i, word in enumerate(words) if word in _AS]
    as_it = any(set(after[:1]) & _BEEN for after in after_as)
    return bool(part.negated and _TOUCHED & set(words)) or (not part.negated and (as_it or bool(_INTACT & set(words))))


def none_left(part: Part) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """What a check says there is none of any more, empty for `none is left`, and where; None where it says no such
    thing, or of some of them only."""
    at = next((i for i, t in enumerate(part.words) if t.norm in _NONE and _stands_for_all(part.words, i)), None)
    if at is None or part.verb != "expect" or not part.negated or not _LEFT & {t.norm for t in part.words}:
        return None
    rest = part.words[at + 1 :]
    led = next((i for i, t in enumerate(rest) if t.norm in ("in", "on", "under", "en", "bajo")), len(rest))
    kind = [t for t in content_of(rest[:led]) if t.norm not in _LEFT | _ANY_MORE]
    place = [t for t in content_of(rest[led:]) if not is_how(t) and t.norm not in _OF_LIST]
    few = len(kind) < _LONGEST_KIND and not any(t.names for t in kind)
    return (kind, place) if few and not _WHOSE & {t.norm for t in rest} else None


def _stands_for_all(words: Sequence[Token], at: int) -> bool:
    """Whether a `no` is that of `no order`, and not that of `no queda` and `no longer`."""
    after = words[at + 1] if at + 1 < len(words) else None
    if words[at].norm == "no" and after is not None and after.norm == "longer":
        return False
    return words[at].norm != "no" or (after is not None and after.norm not in _LEFT and finite_at((after,)) is None)


def _every_kind(words: Sequence[Token]) -> Sequence[Token]:
    """The words by which a check means every one of a kind: `every course`, `all of them`, `las dos`."""
    verb = finite_at(words)
    for at, token in enumerate(words):
        every = token.norm in _EVERY and (token.text.islower() or at == 0)
        two = at and token.norm in _NUMBERED and words[at - 1].norm in _ARTICLES
        if not every and not two:
            continue
        rest = words[at + 1 :]
        end = next((i for i, t in enumerate(rest) if _ends_kind(t, at + 1 + i, verb)), len(rest))
        kind = rest[:end]
        nouns = [t for t in content_of(kind) if t.norm not in _THEM]
        led = at == 0 or words[at - 1].norm in _LEADS or (verb is not None and at < verb) or bool(two)
        means_them = any(t.norm in _THEM for t in kind) or bool(two and not nouns)
        if any(t.names or t.norm in _NO_ENTRIES for t in nouns) or len(nouns) >= _LONGEST_KIND:
            continue
        if led or means_them:
            return (*words[max(at - bool(two), 0) : at + 1], *kind)
    return ()


def _ends_kind(token: Token, at: int, verb: int | None) -> bool:
    return at == verb or token.kind != "word" or (token.norm in _LEADS - {"of", "de"}) or token.text[:1].isupper()


def _says_single(words: Sequence[Token]) -> bool:
    for at, (token, noun) in enumerate(pairwise(words)):
        before = words[at - 1].norm if at else ""
        after = words[at + 2].norm if at + 2 < len(words) else ""
        if token.norm in _SINGLE and before in ("the", "la", "el") and noun.kind == "word" and noun.text.islower():
            return not after or after in _AFTER_NOUN
    return False
