"""What a check is about: its names and values, `it`, and the page or column that it names only as a place."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise, takewhile

from ..planning import Tried
from .evidence import (
    CHANGES,
    LONGEST_LABEL,
    LOOKS,
    STEPS,
    SUMS,
    THINGS,
    is_how,
    is_same_place,
    item_of,
    leaves_out_subject,
    names_before,
    names_seen,
    own_page_in,
    place_before,
    shown_at,
    shows_as,
    without_whose,
)
from .finding import is_kind
from .lexicon import STOP, same
from .part import Part, aside_of, calls_off, content_of
from .provisos import without_alone
from .questions import says
from .regions import foots_in
from .showing import Shown
from .speech import DETERMINERS, IS, MODAL, TELL, end_of_list, finite_at
from .units import names_unit
from .words import Token, bare, parts

_KINDS = {
    "filter", "tab", "filtro", "pestana", "badge", "counter", "contador", "count", "label", "etiqueta",
    "heading", "header", "encabezado", "titulo", "message", "mensaje", "notice", "aviso", "text", "texto", "word",
    "words", "palabra", "status", "row", "card", "tarjeta", "alert", "toast", "banner", "sheet", "hoja",
    "printout", "preview",
}  # fmt: skip
_STATUSES = {"status", "state", "estado"}
# What a goal calls boxes, and what is like another thing.
_UNSAID = {"fields", "field", "campos", "campo", "similar", "parecido", "parecida"}
_SAME, _OF = {"same", "mismo", "misma"}, {"of", "from", "de", "del"}
_THESE = {"these", "those", "this", "that", "same", "the", "all", "estos", "esos", "los", "mismos", "my", "his", "her"}
DATA = {
    "changes", "cambios", "details", "data", "values", "information", "detalles", "datos", "valores", "informacion",
    "fields",
}  # fmt: skip
_AS = {"as", "como"}
_IS_SO = IS | _AS | {"be"}
_SINCE = {"now", "still", "also", "ya", "ahora", "tambien"}
_TOWARDS = {"to", "al"}
_OPENS = {"open", "opens", "abrir", "abrirse", "abre", "load", "loads"}
_IT_MEANS = {"it", "they", "its", "their", "his", "her", "he", "she", "lo", "la", "los", "las", "su", "sus"}


_MARKED = re.compile(r"(?:marked|flagged|labelled|labeled|marcad[oa]s?|etiquetad[oa]s?)$")


class Subjects(Shown):
    """What the words of a check mean, on the pages that were seen."""

    @cached_property
    def _said_briefly(self) -> set[str]:
        """What the pages say in a word or two, and the options of their lists."""
        pages = (*self._pages(), self.situation.page)
        said = {text for page in pages for text in page.readable}
        said |= {option.label for page in pages for n in page.controls for option in n.options}
        return {bare(text) for text in said if len(parts(text)) <= LONGEST_LABEL}

    def _verb_of(self, tried: Tried) -> str:
        return self.goal.parts[tried.planned.part].verb

    def _meant_by_it(self, part: Part) -> list[Token]:
        """The names of what was acted on last, when a check only calls it `it` and no form was filled in for it."""
        acting = [p for p in self.goal.parts[: part.number] if p.verb not in LOOKS and not p.implied]
        # What only answers a question speaks of nothing by itself.
        while acting and acting[-1].verb in ("accept", "save") and not names_of(acting[-1]):
            acting.pop()
        if acting and self._only_sends(acting[-1]):
            # `Press "Save order" and see it in the list`: what was filled in.
            return []
        # What is called off is often still listed, as just that.
        changed = acting and acting[-1].verb in CHANGES and not calls_off(acting[-1])
        if not acting or changed or self._is_sent(acting[-1]):
            return []
        said = {t.norm for t in (*part.verb_words, *part.words)}
        names = [t for t in names_before(acting[-1]) if not self.is_set_to(acting[-1], t)]
        return names if said & _IT_MEANS or leaves_out_subject(part) else []

    def _thing_meant(self, part: Part) -> list[Token]:
        """As `_meant_by_it`, but what a button is called that was pressed is no thing."""
        last = next((t for t in reversed(self._ok) if t.planned.part < part.number and t.planned.target), None)
        meant, target = self._meant_by_it(part), last.planned.target if last else None
        if last is None or target is None or target.role != "button":
            return meant
        # That of an entry may be called like the entry.
        is_apart = last.before is not None and item_of(last.before, target.selector) is None
        return [t for t in meant if not (is_apart and says(target.name, t))]

    def _only_sends(self, part: Part) -> bool:
        """Whether a part presses the button by which a form is sent that other parts have filled in."""
        steps = self._steps_of(part)
        clicks = part.verb == "click" and all(t.planned.step.action == "click" for t in steps)
        sends = clicks and any(t.planned.commits for t in steps)
        return sends and bool(self._sent(replace(part, number=part.number + 1)))

    def _meant_by_kind(self, part: Part) -> list[Token]:
        """The code of `the ticket`, where that was told before as `the ticket T-13`, and no other."""
        verb = finite_at(part.words) or 0
        about = [t for t in part.words[:verb] if t.kind == "word" and t.norm not in STOP | MODAL]
        if len(about) != 1 or about[0].names or not verb or any(t.is_value for t in part.words[:verb]):
            # `The ticket T-14 is open too` names its own.
            return []
        said = [pair for each in self.goal.parts[: part.number] for pair in pairwise(each.words)]
        told = [after for before, after in said if before.norm == about[0].norm and after.kind == "code"]
        return told if len({t.norm for t in told}) == 1 else self._named_with(part, about[0])

    def _named_with(self, part: Part, kind: Token) -> list[Token]:
        """The name of `the job`, where that was told before as `the job Account Executive`, and no other."""
        names: dict[tuple[str, ...], list[Token]] = {}
        for each in self.goal.parts[: part.number]:
            for at, token in enumerate(each.words[:-1]):
                name = list(takewhile(lambda t: t.names and t.kind != "number", each.words[at + 1 :]))
                # `The Tree Order` is called so, and no tree.
                if token.norm == kind.norm and name and (token.text.islower() or not at):
                    names[tuple(t.norm for t in name)] = name
        return next(iter(names.values())) if len(names) == 1 else []

    def _subject(self, part: Part) -> list[Token]:
        """What a check is about: names and values if there are any, else the words that are left."""
        begins = part.words[:1] if not part.verb_words else ()
        part = self._without_old(_without_these(self._without_place(part)))
        part = replace(part, words=without_whose(without_alone(part.words)))
        # Its entry need not say of what kind it is.
        part = replace(part, words=part.words[shows_as(part.words) :])
        whole = content_of(self._called_whole(part))
        said = [t for t in content_of(part.words) if not is_how(t) or (t.text[:1].isupper() and t not in begins)]
        said = [t for t in content_of(part.words) if (t in said or t in whole) and not _leads_to_state(t, part.words)]
        said += [t for t in part.words if t not in said and self._is_choice(part, t)]
        said = [t for t in said if not self._is_idle_label(part, t)]
        # Where in a list it stands is no text.
        places = [i for i in range(len(part.words)) if end_of_list(part.words, i) is not None]
        # How it gets there neither: `it jumps to the top`.
        ends = [w for i in places for w in part.words[max(0, i - (part.words[i].norm in _TOWARDS)) : i + 3]]
        said = [t for t in said if t.names or t not in ends]
        particular = [t for t in said if t.names or t in whole]
        seen = names_seen(self.situation, self._ok)
        if particular:
            # What is named says more than the kind of text that it stands in.
            foot = foots_in(part.words)
            said = [t for t in said if t in particular or (t.norm not in _KINDS and t not in foot)]
        # In what unit something is shown was chosen elsewhere, and is to be seen here all the same.
        kept = [*particular, *(self._states_told(part) if particular else self._states_told(part, _AS))]
        left = [t for t in said if t in kept or names_unit(t) or not any(same(t.norm, word) for word in seen)]
        if left and all(t.kind == "number" for t in left):
            # A number alone may stand anywhere: `the Open tab counts 3`.
            titles = names_seen(self.situation, ())
            left = [t for t in said if t in particular or not any(same(t.norm, word) for word in titles)]
        # `It is in the table of orders` is about what was changed, not about the word orders.
        changed = bool(self._changes(part) or self._sent(part))
        return left if left or changed else said

    def _states_told(self, part: Part, leads: Container[str] = _IS_SO) -> list[Token]:
        """What a check says that something is, of what the page has for that: `is paid`, `figura como pagado`."""
        pairs = pairwise([t for t in part.words if t.norm not in _SINCE])
        told = [b for a, b in pairs if a.norm in leads and b.kind == "word" and b.text.islower()]
        return [token for token in told if self._is_option(token)]

    def _is_option(self, token: Token) -> bool:
        """Whether a list offers just what a word says."""
        options = (o.label for page in (*self._pages(), self.situation.page) for n in page.controls for o in n.options)
        return any(bare(label) == token.norm for label in options)

    def _called_whole(self, part: Part) -> list[Token]:
        """All the words of what a page calls just so, where only the first is written as a name: `Field of wheat`."""
        words, known = part.words, self._said_briefly if any(not t.names for t in part.words) else set[str]()
        for at, token in enumerate(words):
            run = list(takewhile(lambda t: t.kind == "word" and not t.names, words[at + 1 : at + LONGEST_LABEL]))
            ends = range(len(run), 0, -1) if token.kind == "word" and token.names else ()
            named = (words[at : at + 1 + end] for end in ends)
            if whole := next((name for name in named if bare(" ".join(t.text for t in name)) in known), None):
                return list(whole)
        return []

    def _is_choice(self, part: Part, token: Token) -> bool:
        """Whether a word that says little is one of what a list offers, of the name that stands before it: `with a low
        priority`, `con prioridad baja`."""
        at = next((i for i, t in enumerate(part.words) if t.number == token.number), 0)
        beside = [t for t in part.words[max(at - 1, 0) : at + 2] if t is not token and t.norm not in STOP]
        if token.kind != "word" or token.norm in STOP or not beside:
            return False
        lists_of = (n for page in self._pages() for n in page.controls if n.options)
        offers = (n for n in lists_of if any(bare(o.label) == bare(token.text) for o in n.options))
        return any(same(t.norm, word) for n in offers for t in beside for word in parts(n.label or n.name))

    def _is_idle_label(self, part: Part, token: Token) -> bool:
        """The `amount` of `an amount of €5`, the `status` of `status Open` and the `fields` of `the fields Name and
        Town`, where the page calls nothing so."""
        at = next(i for i, t in enumerate(part.words) if t.number == token.number)
        if _is_of_same(part.words, at):
            return True
        if token.norm not in SUMS | _STATUSES | _UNSAID:
            return False
        page = self.reloaded or self.situation.page
        if any(same(token.norm, word) for text in page.readable for word in parts(text)):
            return False
        if token.norm in _UNSAID:
            return any(t.names for t in part.words)
        if token.norm in _STATUSES:
            return any(t.names for t in part.words[at + 1 : at + 4])
        # `The unpaid total` is what is unpaid.
        about = part.words[at - 1] if at else None
        if token.norm == "total" and (about is None or about.norm in STOP or about.kind != "word"):
            return False
        within = part.words[at + 1 :] if token.norm == "total" else part.words[at + 1 : at + 3]
        return any(t.kind == "number" and re.search(r"[$€£]", t.text) for t in within)

    def _without_old(self, part: Part) -> Part:
        """The check without what was so before, as in `goes from 17 to 13`, if that was seen then."""
        at = change_at(part)
        if at is not None and any(shown_at(page, [part.words[at + 1]]) for page in self._before()):
            return replace(part, words=(*part.words[:at], *part.words[at + 3 :]))
        return part

    def _without_place(self, part: Part) -> Part:
        """The check without where it is made, as `on the review page`, when the page calls itself so somewhere."""
        aside = aside_of(part)
        place = [t for t in content_of(aside) if t.norm not in THINGS and not is_kind(t)]
        is_page = bool(STEPS & {t.norm for t in aside}) and not any(t.is_value for t in aside)
        here = is_page and all(shown_at(self.situation.page, [t]) or says(self.situation.page.title, t) for t in place)
        part = part.without(aside) if here else part
        part = part.without(self._gone_to(part))
        if (own := own_page_in(part.words)) and self._is_page_of_acted(part):
            part = part.without(own)
        part = replace(part, words=part.words[place_before(part.words) :])
        return part.without(self._place_after(part))

    def _is_page_of_acted(self, part: Part) -> bool:
        """Whether the page is the one that was opened by an entry to do something to that last."""
        led = [i for i, t in enumerate(self._ok) if t.planned.part < part.number and t.planned.explores]
        opened = [i for i in led if self._ok[i].planned.uses and self._verb_of(self._ok[i]) not in LOOKS]
        pages = [self._ok[i + 1].before if i + 1 < len(self._ok) else self.situation.page for i in opened[-1:]]
        return any(page is not None and is_same_place(page, self.situation.page) for page in pages)

    def _gone_to(self, part: Part) -> Sequence[Token]:
        """The words of the place that the planner has gone to for this check; its name there is no proof."""
        used = {number for planned in self._looked_for(part) for number in planned.uses}
        at = [i for i, t in enumerate(part.words) if t.number in used]
        return part.words[at[0] : at[-1] + 1] if at else ()

    def _place_after(self, part: Part) -> Sequence[Token]:
        """The words of `under Companies` at the end of a check, where the page calls itself so."""
        page, words = self.situation.page, part.words
        heads = [n.said for n in page.nodes if n.role == "heading" or n.states.get("current") in ("page", "true")]
        # Where the planner has gone for this check is the place, whatever the page calls itself.
        heads += [uncounted(planned.target.name) for planned in self._looked_for(part) if planned.target]
        chosen = [uncounted(n.said) for n in page.nodes if n.states.get("selected") == "true"]
        names = [parts(said) for said in (page.title, *heads, *(f"{c} {h}" for c in chosen for h in heads)) if said]
        for at in range(len(words) - 1):
            end = next((i for i in range(at + 1, len(words)) if _ends_place(words[i])), len(words))
            told = [t for t in words[at + 1 : end] if t.kind == "word" and t.norm not in STOP]
            leads = ("in", "on", "under", "en", "bajo", "among", "between", "entre")
            is_lead = words[at].norm in leads and 0 < len(told) < LONGEST_LABEL
            if is_lead and _calls(names, told):
                return words[at:end]
        return next((place for place in _pages_in(words) if _calls(names, place)), ())


def _is_of_same(words: Sequence[Token], at: int) -> bool:
    """Whether a word stands last in `ORD-7 of the same customer`, `del mismo cliente`, which tells more of what is
    named."""
    led = [t.norm for t in words[max(0, at - 3) : at]]
    said = words[: max(0, at - len(led))]
    return led[-1:] != [] and led[-1] in _SAME and bool(_OF & set(led)) and bool(said) and said[-1].names


def _without_these(part: Part) -> Part:
    """The check without `with all these details`, which means what was filled in."""
    for at in range(len(part.words) - 1):
        ahead = [t.norm for t in part.words[at : at + 5]]
        kind = next((i for i in range(2, len(ahead)) if ahead[i] in DATA), 0)
        if ahead[0] in ("with", "con") and kind and _THESE & set(ahead[1:kind]):
            words = (*part.words[:at], *part.words[at + kind + 1 :])
            return replace(part, words=tuple(t for t in words if t.norm not in _OPENS))
    return part


def _ends_place(token: Token) -> bool:
    """Whether a word says what a thing is like on a page, and not which one: `in the table at 18:30`."""
    return token.norm in ("with", "con", "at") or token.is_value


def uncounted(name: str) -> str:
    """`Open (3)` without the number that it tells."""
    return re.sub(r"\W*\d+\W*$", "", name)


def _calls(names: Iterable[Sequence[str]], words: Sequence[Token]) -> bool:
    """Whether one of these names is what the words say."""
    told = [t for t in words if t.kind == "word" and t.norm not in STOP]
    return bool(told) and any(all(any(same(t.norm, w) for w in name) for t in told) for name in names)


def _pages_in(words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The words that say on which page something is, in `it is on the Orders page with 3 rolls`."""
    if led := _page_that_tells(words):
        yield led
    for at in range(len(words) - 2):
        page = next((i for i in range(at + 2, min(at + 5, len(words))) if words[i].norm in STEPS), 0)
        is_place = words[at].norm in ("on", "en") and words[at + 1].norm in ("the", "la", "el")
        if page and is_place and all(t.kind == "word" for t in words[at:page]):
            yield words[at : page + 1]
        # `El total de la página Informes`
        name = list(takewhile(lambda t: t.names, words[at + 3 :])) if words[at + 2].norm in STEPS else []
        if name and words[at].norm in ("en", "de") and words[at + 1].norm in ("la", "el"):
            yield words[at : at + 3 + len(name)]


def _page_that_tells(words: Sequence[Token]) -> Sequence[Token]:
    """The page that a check begins with, of what that says: `the Orders page lists Ada`, `la página Pedidos dice`."""
    if not words or words[0].norm not in DETERMINERS:
        return ()
    page = next((i for i, t in enumerate(words[:5]) if i and t.norm in STEPS), 0)
    tells = next((i for i, t in enumerate(words) if i > page and t.norm in TELL | MODAL), 0) if page else 0
    plain = all(t.kind == "word" and (t.norm in STOP or i == page or t.names) for i, t in enumerate(words[:tells]) if i)
    return words[:tells] if plain and any(t.names for t in words[tells:]) else ()


def names_of(part: Part) -> list[Token]:
    return [t for t in part.words if t.is_value or (t.text[:1].isupper() and t.norm not in STOP and t.kind == "word")]


def change_at(part: Part) -> int | None:
    """Where a check says that something `goes from 17 to 13`."""
    for at in range(len(part.words) - 3):
        lead, old, to, new = part.words[at : at + 4]
        if lead.norm in ("from", "de") and to.norm in ("to", "a") and old.is_value and new.is_value:
            return at
    return None


def _leads_to_state(token: Token, words: Sequence[Token]) -> bool:
    """Whether a word only leads to what follows: `marked as Paid` says no more than Paid."""
    after = next((b.norm for a, b in pairwise(words) if a is token), "")
    return after in ("as", "como") and bool(_MARKED.match(token.text))
