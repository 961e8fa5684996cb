"""What a check says besides what is to be seen: that all say it, that nothing else is there, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile

from ..page import ENTRIES, Node, Page
from .evidence import is_how
from .finding import turns_further
from .lexicon import STOP
from .part import Part, content_of
from .questions import COUNTED, heads_of, lists, says
from .speech import IS, ONLY_ONE, SOLELY, TELL, finite_at, tells_of
from .words import NUMBER_WORDS, Token, count_of

_IS_IT = IS | {"es", "son", "sea", "sean"}
_RELATIVE = {"that", "which", "who", "que"}
_EVERY = {"every", "each", "all", "both", "everyone", "everybody", "todos", "todas", "cada", "ambos", "ambas"}
_EVERYTHING, _THEY = {"everything", "todo"}, {"they", "these", "those", "ellos", "ellas"}
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
_AFTER_NOUN = {"on", "in", "there", "now", "left", "en", "de", "of", "ahora", "hay"}
_ABOVE = {"arriba", "cabecera", "header", "top"}
_OF_LIST = {"list", "table", "page", "lista", "listado", "tabla", "pagina"}
_LONGEST_KIND, _LONGEST_STATE = 2, 3
_NONE = {"none", "no", "ninguno", "ninguna", "ningun"}
_LEFT = {
    "left", "remain", "remains", "remaining", "hay", "haya", "quede", "queden", "queda", "quedan", "quedar", "are",
    "be",
}  # fmt: skip
_ANY_MORE = {"more", "longer", "any", "anymore", "mas", "ya"}
_THAT = {
    "that", "this", "it", "those", "these", "them", "ese", "esa", "este", "esta", "esos", "esas", "ella", "ello",
}  # fmt: skip
NOTHING_ELSE = {
    *((no, "else") for no in ("nothing", "nobody", "none", "no-one", "anything", "anybody")),
    *((no, other) for no in ("no", "any") for other in ("other", "others")),
    *((no, "mas") for no in ("nada", "nadie", "ninguno", "ninguna")), ("ningun", "otro"), ("ninguna", "otra"),
}  # fmt: skip
_WHOSE = {"for", "para", "of", "de", "del", "with", "con", "that", "que"}


def one_lacking(page: Page, part: Part) -> str:
    """The entry that does not say what a check says of every one, in a list where another one says it."""
    kind, told = every_told(part)
    if counted := counted_told(part):
        number, told = counted
        groups = [group for group in lists(page) if len(group) == number]
        kind = part.words[:1] if len(groups) == 1 else ()
    else:
        groups = lists(page)
    if not kind or not told:
        return ""
    # `In the Size column every row says XL`: the head of a column stands in no row.
    heads = {word for head in heads_of(page) for word in head}
    said = [t for t in told if t.norm not in heads or any(says(text, t) for group in groups for _, text in group)]
    groups = [[(n, _with_chosen(page, n, text)) for n, text in group] for group in groups]
    many = next((count for t in kind if t.kind == "number" and (count := count_of(t))), 0)
    for group in groups:
        lacking = [text for _, text in group if not all(says(text, t) for t in said)]
        if 0 < len(lacking) < len(group) and not 0 < many <= len(group) - len(lacking):
            return lacking[0][:80]
    return ""


def _with_chosen(page: Page, entry: Node, text: str) -> str:
    """What an entry says, with what is chosen in its lists and not the other options."""
    lists_of_it = [n for n in page.within(entry) if n.tag == "select" and not n.hidden]
    return " ".join((text, *(o.label for n in lists_of_it for o in n.options if o.selected)))


def counted_told(part: Part) -> tuple[int, Sequence[Token]] | None:
    """How many there are to be, and what is said of each of them: `there are 2 orders, both from Porto`."""
    words = part.words
    at = next((i for i, t in enumerate(words) if i and words[i - 1].text == "," and t.norm in _EVERY), None)
    at = at or next((i + 1 for i, pair in enumerate(pairwise(words)) if i and _says_the_two(words[i - 1], *pair)), None)
    numbers = [count_of(t) for t in words[:at]] if at else []
    counts = [number for number in numbers if number is not None]
    told = [t for t in words[at + 1 :] if t.names and t.norm not in STOP] if at else []
    return (counts[0], told) if len(counts) == 1 and told and not part.negated else None


def _says_the_two(mark: Token, the: Token, two: Token) -> bool:
    return mark.text == "," and the.norm in _ARTICLES and two.norm in _NUMBERED


def every_told(part: Part) -> tuple[Sequence[Token], Sequence[Token]]:
    """The words for what a check means every one of, and what it says of each."""
    kind = _every_kind(part.words)
    left = [t for t in part.words if t not in kind]
    told = [t for t in left if t.names and t.norm not in STOP and t is not part.words[0]]
    return kind, told or [t for t in content_of(left) if not is_how(t)]


def another_of_kind(page: Page, part: Part, is_own: Callable[[str], bool]) -> str | None:
    """Another entry beside the one of which a check says that it is the only one of its kind; None where no list shows
    whether there is one."""
    kind = only_kind(part.words)
    if kind is None:
        return ""
    groups = [texts for group in lists(page) if any(map(is_own, texts := [text for _, text in group]))]
    others = [(text, group) for group in groups for text in group if not is_own(text)]
    told = [t for t in kind if any(says(text, t) for group in groups for text in group)]
    found = next((text[:80] for text, _ in others if all(says(text, t) for t in told)), "")
    return found or (None if not groups or turns_further(page) else "")


def only_in_entries(page: Page, part: Part, subject: Sequence[Token]) -> bool:
    """Whether what is said to stand at the top is said in nothing but the entries of lists."""
    norms = [t.norm for t in part.words]
    is_above = bool(_ABOVE & set(norms)) and not (_OF_LIST | COUNTED) & set(norms)
    shown = [n for n in page.nodes if n.kind == "text" and not n.hidden and all(says(n.said, t) for t in subject)]
    if is_above and subject and not shown:
        return any(all(says(text, t) for t in subject) for group in lists(page) for _, text in group)
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
    few = len(kind) < _LONGEST_STATE and not any(t.names for t in kind)
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
    if words and words[0].norm in _EVERYTHING:
        # `Everything listed is Paid`
        says_it = [i for i, t in enumerate(words[:_LONGEST_STATE]) if i and (t.norm in _IS_IT or tells_of(t))]
        return words[: says_it[-1]] if says_it else ()
    for at, token in enumerate(words):
        every = token.norm in _EVERY and (token.text.islower() or at == 0)
        numbered = token.norm in _NUMBERED or (token.kind == "number" and (count_of(token) or 0) > 1)
        two = at and numbered and words[at - 1].norm in _ARTICLES
        if not every and not two:
            continue
        rest = words[at + 1 :]
        end = next((i for i, t in enumerate(rest) if _ends_kind(t, at + 1 + i, verb)), len(rest))
        kind = rest[:end]
        nouns = [t for t in content_of(kind) if t.norm not in _THEM]
        led = at == 0 or words[at - 1].norm in _LEADS | _THEY or (verb is not None and at < verb) or bool(two)
        means_them = any(t.norm in _THEM for t in kind) or bool(two and not nouns)
        if any(t.names or t.norm in _NO_ENTRIES for t in nouns) or len(nouns) >= _LONGEST_KIND:
            continue
        if led or means_them:
            return (*words[max(at - bool(two), 0) : at + 1], *kind)
    return ()


def _ends_kind(token: Token, at: int, verb: int | None) -> bool:
    return (
        at == verb
        or token.kind != "word"
        or token.norm in TELL
        or (token.norm in _LEADS - {"of", "de"})
        or token.text[:1].isupper()
    )


def only_kind(words: Sequence[Token]) -> Sequence[Token] | None:
    """The words for a kind of which a check says that something is the only one: `the only paid order`; empty for `the
    only one`, and None where it says no such thing."""
    for at, (before, token) in enumerate(pairwise(words)):
        if token.norm not in ONLY_ONE or before.norm not in ("the", "la", "el"):
            continue
        rest = list(takewhile(lambda t: t.kind in ("word", "quoted") and t.norm not in _AFTER_NOUN, words[at + 2 :]))
        # `The only result is Ada` names a kind, and then which it is; `the only boat that is docked` goes on.
        is_it = (i for i, (b, t) in enumerate(pairwise(rest), 1) if t.norm in _IS_IT and b.norm not in _RELATIVE)
        rest = rest[: next(is_it, len(rest))]
        if not rest or rest[0].norm not in _NO_ENTRIES:
            return [t for t in content_of(rest) if not is_how(t) and t.norm not in NUMBER_WORDS]
    return None


def without_alone(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the `nothing else` that a check ends with."""
    ends = len(words) > _LONGEST_STATE and tuple(t.norm for t in words[-2:]) in NOTHING_ELSE
    return words[:-2] if ends else words


def says_alone(words: Sequence[Token]) -> bool:
    """Whether a check says that nothing but what it has just spoken of is there: `only that one`, `and nobody else`."""
    pairs = {(a.norm, b.norm) for a, b in pairwise(words)}
    only = any(a in SOLELY and b in _THAT for a, b in pairs)
    return only or bool(pairs & NOTHING_ELSE)
