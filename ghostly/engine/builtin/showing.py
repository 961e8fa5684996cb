"""Whether a page shows what is said of something, wherever it keeps it: in a row, under a head, behind a label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ..page import ENTRIES, Node, Page
from ..planning import Tried
from .alone import Alone
from .case import value_of
from .columns import column_of, column_told, is_of_table
from .deeds import holds_value, says_listed
from .evidence import (
    LEAST_TOLD,
    LONGEST_LABEL,
    LOOKS,
    MESSAGES,
    SETS,
    THINGS,
    Check,
    another_shown,
    complaints,
    deed,
    each_meant,
    entry_told,
    heads_row,
    is_how,
    is_same_place,
    names_before,
    new_items,
    shown_at,
)
from .finding import only_filters
from .labelled import behind, behind_each, facts_told, texts_of
from .lexicon import EVERY, STOP, same, same_deed
from .part import Part, content_of, groups_of
from .provisos import only_kind
from .questions import SAYS_IT, cell_under, first_said, items, lists, says, tells_what, values_by_head
from .regions import feet_of, foot_before, menu_before, menu_has
from .relations import labels_of, relates
from .speech import BOTH, COMMA, DETERMINERS, KEPT, ONLY_ONE, RELOADS
from .vouching import says_not, vouches
from .words import NUMBER_WORDS, Token, bare, normal, parts

_COUNTED = re.compile(r"\(\d+\)$")
_LEAST_AKIN = 6
_BOTH = {"both", "ambos", "ambas"}
_NARROWS = {"login", "search", "filter", "sort"}
# What people call all that they have set.
SETTINGS = {
    "choice", "choices", "option", "options", "setting", "settings", "selection", "selections", "preference",
    "preferences", "value", "values", "change", "changes", "thing", "things", "box", "boxes", "field", "fields",
    "opcion", "opciones", "ajuste", "ajustes", "seleccion", "selecciones", "preferencia", "preferencias", "valor",
    "valores", "cambio", "cambios", "cosa", "cosas", "casilla", "casillas", "campo", "campos", "eleccion", "elecciones",
}  # fmt: skip
# What may be said of things that are still as they were set, and of nothing else.
_AS_SET = {
    "so", "that", "way", "like", "this", "as", "it", "they", "is", "are", "be", "were", "was", "set", "left", "i", "we",
    "saved", "asi", "tal", "cual", "como", "los", "las", "lo", "la", "se", "estan", "esta", "guardado", "guardada",
    "guardados", "guardadas", "deje", "puse", "all", "todo", "everything",
}  # fmt: skip
_RELOADS = {
    "after", "on", "when", "reload", "reloads", "reloaded", "reloading", "refresh", "refreshing", "the", "page", "tras",
    "al", "despues", "de", "recargar", "recargo", "recargada", "refrescar", "la", "pagina",
}  # fmt: skip
_SEVERAL = {
    "are", "were", "appear", "show", "remain", "both", "all", "aparecen", "figuran", "estan", "salen", "quedan",
    "siguen", "aparezcan", "salgan", "queden", "deben", "tienen", "ambos", "ambas",
}  # fmt: skip
# How a check says that something is the heading of a page.
_HEADED = {"headed", "encabezada", "encabezado"}
_THANKS = re.compile(r"\b(?:thank|graci|agradec|agradezc)")
_SAYING = {"that", "que", "saying", "says", "reads", "reading", "dice", "diciendo", "diga"}
_INFORMS = {"confirms", "confirma", "informs", "informa", "tells", "avisa", "announces", "anuncia"}
_AMONG = {"among", "amongst", "entre"}
_INSIDE = {"in", "on", "from", "within", "inside", "among", "en", "del", "de", "dentro", "entre", "desde"}
_MOST, _LEADS_MOST = {"most", "least", "mas", "menos"}, {"the", "el", "la", "los", "las", "con", "with", "has", "tiene"}
_SUPERLATIVE = re.compile(
    r"(?:old|new|high|low|larg|bigg|small|long|short|heavi|light|cheap|earli|great|few|tall|young|strong|weak|fast|slow"
    r"|busi|dear|full)est$"
)
_SUPERLATIVO = re.compile(r"(?:mayor|menor|mejor|peor)(?:es)?$")
_THE = {"the", "los", "las", "el", "la", "other", "otros", "otras", "demas"}
_SPEAKERS = {"alert", "status", "log", "alertdialog"}
# What is kept; a window or a menu is only shown.
_KEEPERS = {"table", "grid", "list", "feed", "form"}
# When something is to be seen still, if a check says so.
_AGAIN = re.compile(r"(?:re-?load|refresh|recarg|refresc|reabr|reopen)\w*$")
_UNCHANGED = {
    "still",
    "remain",
    "remains",
    "stay",
    "stays",
    "keep",
    "keeps",
    "sigue",
    "siguen",
    "seguir",
    "todavia",
    "aun",
}
# `Stays the same`, `has not been changed`, `se mantiene igual`: as something was before.
_SAME = re.compile(
    r"(?:(?:should|must|has|have|had|will|does|do|did|is|are|was|were|to|be|been|still|debe|deben|tiene|tienen|que|se"
    r"|ha|han|haya|hayan|all|both) )*"
    r"(?:(?:stay|remain|keep|is|are|was|were|be|continue)(?:s|ed)? (?:exactly |just |still |all )*"
    r"(?:the same|un(?:changed|altered|touched|affected)|intact|(?:just )?as (?:(?:it|they) (?:was|were|is|are)|before)"
    r"|(?:what|how) (?:it|they) (?:was|were))"
    r"|(?:not|never|no|nunca|\w+n['’]t) (?:(?:have|be|been|se|ha|han|haya|hayan|debe|deben|haber|tiene|que|sido) )*"
    r"(?:chang|alter|modif|cambi|vari)\w*"
    r"|(?:sig(?:ue|a)n?|seguir|qued(?:a|e|ar)n?|perman\w+|continua\w*|mantien\w+|manten\w+|es|son|esta|estan|estar|ser)"
    r" (?:siendo |estando |exactamente )*(?:igual(?:es)?|(?:el|la|los|las) mism[oa]s?|intact[oa]s?|inalterad[oa]s?"
    r"|(?:tal )?como (?:estaban?|antes|eran?)|sin (?:cambi|modific|toc|alter)\w*))"
    r"(?: (?:as|than|que|a) (?:it was |they were )?(?:before|antes))?"
    r"(?: (?:on|in|at|en|after|tras|al|despues)(?: \w+)*)?$"
)


class Shown(Alone):
    """Whether something is shown, and by what: a row, a cell under its head, a label and its value, a notice."""

    def _in_column(self, part: Part, subject: Sequence[Token], used: frozenset[int]) -> Check | None:
        """`B-7 is in the Ready column` of a board: an entry under just that heading says it."""
        page, name = self.reloaded or self.situation.page, column_told(part)
        column = column_of(page, name) if name else None
        things = [t for t in subject if t not in name]
        if column is None and things and any(t not in subject for t in name) and not is_of_table(page, name):
            lacking = f'The page has no column "{" ".join(t.text for t in name)}".'
            return Check(None, lacking, used, against=True)
        return self._stands_in(column, things, used) if column and things else None

    def _stands_in(self, column: Node, things: Sequence[Token], used: frozenset[int]) -> Check:
        """Whether a column has the card that says all of it, or one for each of several codes."""
        page = self.reloaded or self.situation.page
        inside = {n.number for n in page.within(column)}
        cards = [text for n, text in items(page) if n.number in inside]
        head = next((n.said for n in page.within(column) if n.role == "heading"), column.said)
        several = [[t] for t in things] if all(t.kind == "code" for t in things) else [list(things)]
        for each in several:
            if not any(all(says(text, t) for t in each) for text in cards):
                told = " ".join(t.text for t in each)
                return Check(False, f'Nothing under "{head}" says "{told}".', used)
        card = next(text for text in cards if all(says(text, t) for t in several[0]))
        return Check(True, f'"{card[:80]}" stands under "{head}".', used)

    def _all_held(self, part: Part, used: frozenset[int]) -> Check | None:
        """`Both choices are still there`: each field that was set holds after a reload what it was given."""
        # A reload is what shows it.
        words = {t.norm for t in part.words} - _RELOADS
        told = [t for t in content_of(part.words) if not is_how(t) and not KEPT.match(t.norm)]
        told = [t for t in told if t.norm not in _RELOADS]
        counts = {NUMBER_WORDS[w] for w in words if w in NUMBER_WORDS} | ({LEAST_TOLD} if words & _BOTH else set())
        stays = any(KEPT.match(w) for w in words) and bool(counts or words & EVERY)
        of_those = all(t.norm in SETTINGS | BOTH | EVERY | NUMBER_WORDS.keys() for t in told)
        # `Siguen así`, `they are still as they were set`: nothing else is said.
        is_so = not stays and any(map(KEPT.match, words)) and all(w in _AS_SET or KEPT.match(w) for w in words)
        if self.reloaded is None or part.negated or not (stays or is_so) or not of_those:
            return None
        held = self._held_until(part)
        if len(held) < (1 if is_so else LEAST_TOLD) or counts - {len(held)}:
            return None
        if is_so and any(check.met is None for check in held):
            return None
        lost = next((check for check in held if check.met is not True), None)
        return replace(lost or Check(True, " ".join(check.said for check in held)), used=used)

    def _setting_stays(self, part: Part, used: frozenset[int]) -> Check | None:
        """`The setting is still there`: what was set last holds after a reload, whatever the page is called."""
        told = [t for t in content_of(part.words) if not is_how(t) and not KEPT.match(t.norm)]
        stays = any(KEPT.match(t.norm) for t in part.words) and not part.negated
        if not stays or not told or not all(t.norm in SETTINGS and t.text.islower() for t in told):
            return None
        held = self._held_until(part) if self.reloaded else []
        if not held:
            return Check(None, f'Nothing tells whether "{part.said}".', used, against=True)
        # What nobody has sent is not lost by the application.
        sent = any(t.planned.commits for t in self._ok)
        return replace(held[-1], used=used, app_bug=held[-1].app_bug and sent)

    def _held_until(self, part: Part) -> list[Check]:
        """Whether each field that was set before a part holds after a reload what it was given last."""
        last = {t.planned.step.selector: t for t in self._ok if t.planned.part < part.number and self._is_setting(t)}
        return [is_held(tried, (self.reloaded, self.situation.inside)) for tried in last.values()]

    def _said_and_held(self, part: Part, used: frozenset[int]) -> Check | None:
        """`It says that the settings were saved`: a new text says so, and what was set has been kept."""
        done, held = deed(part), self._held_until(part) if self.reloaded else []
        if done is None or not held or any(check.met is not True for check in held):
            return None
        told = self._told_done(part, done, used)
        return told if told.met else None

    def _is_setting(self, tried: Tried) -> bool:
        """Whether a step has filled in a field, ticked a box or chosen an option, for what the goal changes."""
        node = field_of(tried.before, tried.planned.step.selector)
        if node is None or tried.planned.explores or node.secret or tried.before is None:
            return False
        sets = tried.planned.step.action in SETS or node.checked is not None
        narrows = self.goal.parts[tried.planned.part].verb in _NARROWS or only_filters(tried.before, node)
        return sets and not narrows

    def _shown_all(self, named: Sequence[Sequence[Token]]) -> Check:
        """Whether everything that was chosen by its name is shown, where it was not before."""
        page = self.reloaded or self.situation.page
        for tokens in named:
            said = " ".join(t.text for t in tokens)
            if not shown_at(page, tokens):
                return Check(False, f'The page does not show "{said}".')
            if self._was_there(tokens):
                return Check(False, f'"{said}" was on the page before the change, and nothing new shows it.')
        told = ", ".join(f'"{" ".join(t.text for t in tokens)}"' for tokens in named)
        return Check(True, f"The page shows {told}{' after a reload' if self.reloaded else ''}.")

    def _noticed(self, part: Part, used: frozenset[int]) -> Check:
        """`A confirmation appears`: a text that came with the last step, and complains of nothing."""
        old = self._last_read()
        new = [text for text in _contents(self.situation.page) if text not in old]
        if any(_THANKS.match(t.norm) for t in (*part.verb_words, *part.words)):
            new = [text for text in new if _THANKS.search(normal(text))]
        if said := [text for text in complaints(self.situation.page) if text not in old]:
            return Check(False, f'The page complains: "{said[0]}".', used, absent=False)
        if not new:
            return Check(False, "No message has appeared on the page.", used, source="change")
        return Check(True, f'The page says: "{new[0][:120]}".', used, source="change")

    def _told_done(self, part: Part, done: Token, used: frozenset[int]) -> Check:
        """`It is saved` after something was pressed: the page has to say so in words that it did not say before."""
        told = self._told_anew(part, done)
        old = self._last_read()
        new = [text for text in _contents(self.situation.page) if text not in old]
        if told:
            return Check(True, f'The page says: "{told[0][:120]}".', used, source="change")
        if not new:
            return Check(False, "No message has appeared on the page.", used, source="change")
        return Check(None, f'Nothing on the page says "{part.said}"; new is "{new[0][:120]}".', used, against=True)

    def _told_anew(self, part: Part, done: Token) -> list[str]:
        """What came with the last step and says that it was done."""
        old = self._last_read()
        new = [text for text in _contents(self.situation.page) if text not in old]
        said = [text for text in new if says(text, done) or any(same_deed(done.norm, word) for word in parts(text))]
        return [text for text in said if vouches(text, part.words, [done])]

    def _last_read(self) -> frozenset[str]:
        """What could be read on the page before the last step."""
        before = next((t.before for t in reversed(self._ok) if t.before), None if self._ok else self.situation.page)
        return frozenset(before.readable if before else ())

    def _of_a_kind(self, part: Part, used: frozenset[int]) -> Check:
        """`The table is shown`, `no dialog is open`: about nothing but the kind of a thing."""
        named = [token for token in part.words if token.norm in THINGS]
        if not named or _is_place(part.words, named[0]):
            # `It is in the list` says of what is in it nothing but that.
            return Check(None, f'"{part.said}" does not say what to look for.', used, source="coverage")
        roles = THINGS[named[0].norm]
        there = any(n.role in roles and not n.hidden for n in self.situation.page.nodes)
        said = f"The page {'shows' if there else 'does not show'} a {named[0].text}."
        return Check(there is not part.negated, said, used)

    def _present(self, part: Part, subject: Sequence[Token], used: frozenset[int]) -> Check:
        # What a notice says of the thing that was deleted does not show the thing.
        is_said = quotes_message(part) or any(t.kind == "quoted" and _is_message(part, t) for t in subject)
        # Nor what it says of a thing that is to be listed under the tab that was turned to for this.
        tabs = any(planned.target and planned.target.role == "tab" for planned in self._looked_for(part))
        notices = is_said or not (tabs or any(change.verb == "delete" for change in self._changes(part)))
        late = not tabs and self.reloaded is not None
        late = late and not shown_at(self.situation.page, subject, notices, part.words)
        page = self.reloaded if late and self.reloaded else self.situation.page
        now = shown_at(page, subject, notices, part.words)
        return (
            self._holds(part, subject, now, used) if now else self._shown_otherwise(part, subject, page, used, notices)
        )

    def _shown_otherwise(
        self, part: Part, subject: Sequence[Token], page: Page, used: frozenset[int], notices: bool
    ) -> Check:
        """What a check comes to whose words no single text and no entry says."""
        named = " ".join(token.text for token in subject)
        if other := shown_at(page, subject, notices):
            return Check(False, f'The page says something else: "{other}".', used)
        if len(subject) > 1 and all(map(_stands_alone, subject)):
            each = [self._present(part, [t], used) for t in subject]
            return next((check for check in each if not check.met), each[0])
        if row := self._told_by_heads(part, subject):
            return Check(True, f'"{row[:120]}" says it in the columns that are named.', used)
        if listed := self._listed_apart(part):
            return Check(True, f"The page shows {listed}.", used)
        if ways := self._said_by_menu(part, subject, page):
            return Check(True, f"The menu shows {ways}.", used)
        if told := self._told_by_labels(part, subject) or _beside_label(page, part, subject):
            return Check(True, f'The page shows "{told}"{" after a reload" if self.reloaded else ""}.', used)
        if told := _facts_of_page(part, subject, page):
            return Check(True, f"The page of it says {told}{' after a reload' if self.reloaded else ''}.", used)
        if own := self._told_of_own(part, subject, page) or _told_by_fact(part, subject, page):
            return replace(own, used=used)
        if each_of := self._shown_one_by_one(part, subject, page):
            return Check(True, f"The page shows {each_of}{' after a reload' if self.reloaded else ''}.", used)
        alone = [t.text for t in subject if not shown_at(self.situation.page, [t], notices)]
        what = ", ".join(f'"{text}"' for text in alone) or f'"{named}" together'
        return Check(False, f"The page does not show {what}.", used)

    def _said_by_menu(self, part: Part, subject: Sequence[Token], page: Page) -> str:
        """`The menu now says Orders, Customers and Notes`: each of them is a way of its own there."""
        at = menu_before(part.words)
        told = [t for t in subject if t not in part.words[:at]]
        groups = each_meant(part, told) if at else []
        named = {t.number for group in groups for t in group}
        is_told = bool(groups) and all(t.number in named for t in told)
        said = ", ".join(f'"{" ".join(t.text for t in group)}"' for group in groups)
        return said if is_told and menu_has(page, groups) else ""

    def _at_foot(self, part: Part, subject: Sequence[Token], used: frozenset[int]) -> Check | None:
        """`The footer of the table says 3 orders`: it has to stand there, and nowhere else."""
        at = foot_before(part.words)
        feet = feet_of(self.reloaded or self.situation.page, part.words[:at]) if at and not part.negated else []
        told = [t for t in subject if t not in part.words[:at]]
        if not feet or not told:
            return None
        if not any(shown_at(foot, told, asked=part.words[at:]) for foot in feet):
            said = " ".join(t.text for t in told)
            return Check(False, f'What stands at the foot does not say "{said}".', used)
        return self._present(replace(part, words=part.words[at:]), told, used)

    def _told_of_own(self, part: Part, subject: Sequence[Token], page: Page) -> Check | None:
        """What the page of a thing says of it, each in its place: `it belongs to Ada and costs $5`."""
        about = self._sought_before(part) or [t for t in part.words[: _relation_at(part.words)] if t.names]
        heads = " ".join((page.title, *(n.said for n in page.nodes if n.role == "heading" and not n.hidden)))
        if part.negated or not about or not all(says(heads, t) for t in about):
            return None
        told = [[t for t in group if t not in about] for group in groups_of(part.words[_relation_at(part.words) :])]
        if not told or not all(relates(t) for group in told for t in group[:1]):
            return None
        facts: list[str] = []
        for verb, *group in told:
            values = [t for t in group if t in subject]
            under = told_under(page, verb, values) if values else ""
            under = shown_at(page, values, asked=part.words) if under is None and is_how(verb) else under
            if not under:
                said = " ".join(t.text for t in (verb, *group))
                return Check(False, f'The page does not show "{said}".') if under is not None else None
            facts.append(f'"{under[:80]}"')
        return Check(True, f"The page shows {', '.join(facts)}{' after a reload' if self.reloaded else ''}.")

    def _shown_one_by_one(self, part: Part, subject: Sequence[Token], page: Page) -> str:
        """The things that a check names one after the other, each somewhere on the page: `A, B and C are listed`."""
        wanted = {t.number for t in subject}
        groups = [kept for group in each_meant(part, subject) if (kept := [t for t in group if t.number in wanted])]
        named = {t.number for group in groups for t in group}
        told = [*part.verb_words, *part.words]
        # `They are` is said of one that was told of.
        several = any(b.norm in _SEVERAL and a.norm != "they" for a, b in pairwise([COMMA, *told]))
        # `I only see Ada and Bo` names them and nothing that they have in common.
        only = bool(ONLY_ONE & {t.norm for t in part.words})
        several = several or (only and all(is_how(t) or t.number in named for t in content_of(part.words)))
        if len(groups) < LEAST_TOLD or not several or any(t.number not in named for t in subject):
            return ""
        # One by one, and not on any terms: `only A and B` leaves no other.
        if ONLY_ONE & {t.norm for t in part.words} and another_shown(page, groups):
            return ""
        found = [shown_at(page, group, asked=part.words) for group in groups]
        return ", ".join(f'"{text[:60]}"' for text in found) if all(found) else ""

    def _holds(self, part: Part, subject: Sequence[Token], now: str, used: frozenset[int]) -> Check:
        """Whether what shows the words of a check is new, and stays."""
        named = " ".join(token.text for token in subject)
        if elsewhere := self._said_elsewhere(part, subject, now, used):
            return elsewhere
        done = deed(part)
        stood = done is not None and done not in subject and self._stood_before(now)
        if done and stood and not self._has_become(part, (*subject, done)):
            told = self._told_done(part, done, used) if MESSAGES & {t.norm for t in part.words} else None
            if told and told.met and any(all(says(text, t) for t in subject) for text in self._told_anew(part, done)):
                # A message says so, and another text only names what it was done to.
                return told
            return Check(None, f'"{now}" had been on the page before; nothing says that it was {done.text}.', used)
        # A message may go; an entry may not. What was changed is held to a reload besides.
        is_listed = any(all(says(text, t) for t in subject) for _, text in items(self.situation.page))
        is_message = not is_listed and bool(MESSAGES & {t.norm for t in part.words})
        # A refusal is said once.
        stays = (is_listed or self._must_stay(part, subject)) and not is_message and not self._is_refused
        again = self._shown_again(part, subject)
        gone = self.reloaded is not None and not again
        unlisted = not is_listed and not self._is_refused and says_listed(part)
        if gone and not is_message and (unlisted or (not stays and self._is_unproven(part, subject))):
            return Check(None, f'"{now}" was shown, but no list shows "{named}".', used, against=True)
        if stays and gone:
            return Check(False, f'"{now}" was shown, but is gone after the page was loaded again.', used, app_bug=True)
        if gone and not is_message and not self._is_refused and (said := self._said_instead(subject)):
            return Check(None, f'"{now}" was shown, but the page says "{said}" after a reload.', used, against=True)
        changed = bool(self._changes(part)) and not self._is_refused
        if changed and not says_unchanged(part) and self._was_there(subject) and self._changed_nothing(part):
            return Check(False, f'"{named}" was on the page before the change, and nothing new shows it.', used)
        # `The only docked boat` may lie beside boats that are not docked.
        kind = only_kind(part.words) or ()
        of_kind = any(says(text, t) for t in kind for _, text in items(self.situation.page))
        solely = bool(ONLY_ONE & {t.norm for t in part.words}) and not of_kind
        if solely and (besides := self._besides_only(part, subject, used)):
            return besides
        if _means_one_entry(part, self.situation.page) and (count := _most_alike(self.situation.page, subject)) > 1:
            return Check(False, f'The page lists {count} entries that say "{named}", and not one.', used, absent=False)
        return Check(True, f'The page shows "{now}"{" after a reload" if again else ""}.', used)

    def _said_elsewhere(self, part: Part, subject: Sequence[Token], now: str, used: frozenset[int]) -> Check | None:
        """What speaks against it that the words are those of a message, of what was changed, or of a heading."""
        named = " ".join(token.text for token in subject)
        if quotes_message(part) and not _is_said_apart(self.situation.page, subject):
            return Check(None, f'An entry says "{named}", and no message does.', used, against=True)
        if unsaid := self._shown_and_unsaid(part, subject, now):
            return Check(None, unsaid, used, against=True)
        if _HEADED & {t.norm for t in part.words} and not self._heads(subject):
            return Check(False, f'"{now}" is shown, but no heading says "{named}".', used)
        return None

    def _must_stay(self, part: Part, subject: Sequence[Token]) -> bool:
        """Whether it is no message, or that it stays is just what is said: `paid after a refresh`."""
        named = any(t.kind in ("code", "email", "number") for t in part.words)
        kept = any(KEPT.match(t.norm) or RELOADS.match(t.norm) for t in part.words)
        kept = kept or any(THINGS.get(t.norm, set()) & _KEEPERS or _AGAIN.match(t.norm) for t in part.words)
        return named or kept or (says_unchanged(part) and self._is_denied_again(part, subject))

    def _shown_again(self, part: Part, subject: Sequence[Token]) -> str:
        """What says after a reload what a check says; on the page of the thing it need not be named beside it."""
        page = self.reloaded
        heads = [n.said for n in page.nodes if n.role == "heading" and not n.hidden][:1] if page else []
        rest = [t for t in subject if not (t.names and any(says(head, t) for head in heads))]
        if page is None or (found := shown_at(page, subject, asked=part.words)):
            return found if page else ""
        return shown_at(page, rest, asked=part.words) if rest and len(rest) < len(subject) else ""

    def _said_instead(self, subject: Sequence[Token]) -> str:
        """What a reload shows with the same words, and only there, though it does not say what they say: `Not paid`."""
        said = shown_at(self.reloaded, subject) if self.reloaded else ""
        return "" if any(text.startswith(said) for text in self.situation.page.readable) else said

    def _shown_and_unsaid(self, part: Part, subject: Sequence[Token], now: str) -> str:
        """Why the words of a check are shown, and do not say what it says; empty where they may."""
        most, named = _most_of_all(part.words), " ".join(t.text for t in subject)
        if most and not all(says(now, t) for t in most):
            return f'"{now}" is shown, but nothing tells which one is "{" ".join(t.text for t in most)}".'
        other = self._only_others_say(part, subject)
        return f'"{other[:80]}" says "{named}", and what was changed does not.' if other else ""

    def _only_others_say(self, part: Part, subject: Sequence[Token]) -> str:
        """The entry that says a state where a check does not say of what, and the one that was changed does not say it:
        `mark Heron as sold and check that the list shows Sold`, and Egret is."""
        changes, acted = self._changes(part), self._acted(part.number)
        names = [t for t in names_before(changes[-1]) if not self.is_set_to(changes[-1], t)] if changes else []
        is_pressed = not names
        names = names or self._names_pressed(acted)
        page = self.reloaded or self.situation.page
        entries = [(n, text) for n, text in items(page) if all(says(text, t) for t in subject)]
        own = [text for _, text in items(page) if names and all(says(text, t) for t in names)]
        is_left = bool(names) and not own and self._is_left_out(acted, page, subject)
        # `Ibis is still listed` names an entry, and no state.
        is_name = any(all(says(first_said(page, n), t) for t in subject) for n, _ in entries)
        is_known = (bool(own) or is_left) and not any(t.names and t not in subject for t in part.words)
        if self._is_refused or len(subject) > 1 or not is_known or not entries or ((is_left or is_pressed) and is_name):
            return ""
        is_else = any(all(says(text, t) for t in subject) for text in (*self._said_apart(part, page), *own))
        return "" if is_else else entries[0][1]

    def _is_left_out(self, acted: tuple[Tried, str] | None, page: Page, subject: Sequence[Token]) -> bool:
        """Whether it is the list in which something was pressed, and what is looked for was not typed there: a row that
        it shows no more may be on another page of it."""
        before = acted[0].before if acted else None
        typed = [value_of(t) for t in self._ok if t.planned.step.action in SETS]
        is_typed = any(says(value, t) for value in typed for t in subject)
        return before is not None and is_same_place(page, before) and not is_typed

    def _said_apart(self, part: Part, page: Page) -> list[str]:
        """What a page says beside its entries; what a message says is in no list."""
        notices = (h for h in page.nodes if h.role in _SPEAKERS and says_listed(part))
        holders = [*(entry for entry, _ in items(page)), *notices]
        inside = {n.number for holder in holders for n in (holder, *page.within(holder))}
        return [page.title, *(n.said for n in page.nodes if n.number not in inside and not n.hidden and n.said)]

    def _names_pressed(self, acted: tuple[Tried, str] | None) -> list[Token]:
        """The names by which a part that pressed something in an entry calls that."""
        part = self.goal.parts[acted[0].planned.part] if acted else None
        if acted is None or part is None or part.verb in LOOKS:
            return []
        return [t for t in part.words if t.names and t.norm not in STOP and says(acted[1], t)]

    def _is_denied_again(self, part: Part, subject: Sequence[Token]) -> bool:
        """Whether the page that was loaded again says of what is to be still so that it is not: `Not sealed`."""
        texts = [t for t in (self.reloaded.readable if self.reloaded else ()) if all(says(t, each) for each in subject)]
        return bool(texts) and not any(vouches(text, part.words, subject) for text in texts)

    def _is_unproven(self, part: Part, subject: Sequence[Token]) -> bool:
        """Whether a check only names what was typed for something that no list of the page shows after a reload: what
        announced it proves nothing."""
        made = next((p for p in reversed(self._changes(part)) if p.verb == "create"), None)
        says_so = (
            any(t.norm in _SAYING | _INFORMS or t.kind == "quoted" for t in part.words)
            or self.situation.listed is not None
        )
        if made is None or says_so or self.reloaded is None or not any(lists(self.reloaded)):
            return False
        names = [t for t in subject if t.names]
        typed = self._values(made)
        is_typed = bool(names) and any(all(says(value, t) for t in names) for value in typed)
        return is_typed and self._changed_nothing(part)

    def _among_others(self, part: Part) -> Check | None:
        """What speaks against it that something made or changed is `among the cancelled ones`: its entry says nothing
        of that, and no more does the part of the page that is shown."""
        at = next((i for i, t in enumerate(part.words) if t.norm in _AMONG), len(part.words))
        kind = [t for t in part.words[at + 1 :] if t.norm not in {*STOP, "ones"}]
        led = {t.norm for t in part.words[at + 1 : -1]}
        is_kind = led <= _THE or (bool(part.words) and part.words[-1].norm == "ones")
        changes = self._changes(part)
        if part.negated or len(kind) != 1 or not is_kind or not changes:
            return None
        page = self.reloaded or self.situation.page
        row = entry_told(page, self._made_in(page, changes[-1]))
        current = (n.said for n in page.nodes if n.states.get("selected") == "true" or "current" in n.states)
        heads = (n.said for n in page.nodes if n.role == "heading" and not n.hidden)
        # What its buttons offer is not so yet.
        inside = (n for entry, text in items(page) if row and text == row for n in page.within(entry))
        own = " ".join(n.said for n in inside if n.kind == "text" and not n.hidden)
        if not row or any(says(text, kind[0]) for text in (own, *current, *heads, page.title)):
            return None
        return Check(None, f'"{row[:80]}" does not say "{kind[0].text}".', part.numbers, against=True)

    def _heads(self, subject: Sequence[Token]) -> bool:
        """Whether a heading of the page says it, or there is none."""
        page = self.reloaded or self.situation.page
        heads = [n.said for n in page.nodes if n.role == "heading" and not n.hidden]
        return not heads or any(all(says(text, t) for t in subject) for text in heads)

    def _has_become(self, part: Part, told: Sequence[Token]) -> bool:
        """Whether the thing says now what no page before has said of it: `ORD-7 is paid`."""
        page = self.reloaded or self.situation.page
        before = (shown_at(each, told, asked=part.words) for each in self._before())
        return bool(shown_at(page, told, asked=part.words)) and not any(before)

    def _told_by_heads(self, part: Part, subject: Sequence[Token]) -> str:
        """The entry that says each value in the column that the check names with it: `with a total of €5`."""
        page = self.reloaded or self.situation.page
        told = values_by_head(page, part.words)
        known = {t.number for head, values in told for t in (*head, *values)}
        rest = [t for t in subject if t.number not in known]
        # A box around a whole table is no entry of it: what stands under its heads is of its first one.
        entries = [(row, text) for row, text in items(page) if not heads_row(page, row)] if told else []
        if sought := self._sought_before(part):
            entries = [(row, text) for row, text in entries if all(says(text, t) for t in sought)]
        elif self.is_about_own(part):
            own = self._row_of_change(part)
            entries = [(row, text) for row, text in entries if own and text == own]
        elif self._changes(part) and not rest:
            # Nothing but the values tells which entry is meant: it is the one that was changed, or the new one.
            own = self._named_by_change(part, [text for _, text in entries])
            new = {own} if own else set(new_items(page, self._before()))
            entries = [(row, text) for row, text in entries if text in new]
        for row, text in entries:
            cells = [(cell_under(page, row, head), values) for head, values in told]
            if all(says(text, t) for t in rest) and all(
                says(cell, t) and not says_not(cell, part.words) for cell, values in cells for t in values
            ):
                return text
        return ""

    def _named_by_change(self, part: Part, entries: Sequence[str]) -> str:
        """The only entry that says the names of what the last change before a check was made to."""
        change = self._changes(part)[-1]
        names = [t for t in names_before(change) if not self.is_set_to(change, t)]
        fits = [text for text in entries if names and all(says(text, t) for t in names)]
        return fits[0] if change.verb == "edit" and len(fits) == 1 else ""

    def _sought_before(self, part: Part) -> list[Token]:
        """What was searched for or opened just before a check that only says `it` or `they`."""
        before = self.goal.parts[part.number - 1] if part.number else None
        # `Pertenece a Ada` leaves it out.
        says_it = bool(part.words) and (part.words[0].norm in SAYS_IT or relates(part.words[0]))
        looked = before is not None and before.verb in ("search", "open", "filter")
        return [t for t in before.words if t.names] if before is not None and looked and says_it else []

    def _listed_apart(self, part: Part) -> str:
        """All that a check lists after a colon, each somewhere on the page: `two are found: A and B`."""
        colon = next((i for i, t in enumerate(part.words) if t.text == ":"), None)
        page = self.reloaded or self.situation.page
        groups = [content_of(group) for group in groups_of(part.words[colon + 1 :])] if colon else []
        head = [t for t in content_of(part.words[:colon]) if not is_how(t)] if colon else []
        if any(t.kind == "code" for t in head):
            # `ORD-7: Oak Ltd, 40 rolls` tells of one entry.
            return ""
        counts = [t for t in head if t.norm.isdigit() or t.norm in NUMBER_WORDS]
        is_sum = not counts or any(_number_of(t) == len(groups) for t in counts)
        found = [shown_at(page, [t for t in group if t.names] or group) for group in groups]
        known = all(t in counts or shown_at(page, [t]) for t in head)
        return (
            ", ".join(f'"{place[:60]}"' for place in found)
            if len(found) > 1 and all(found) and is_sum and known
            else ""
        )

    def _told_by_labels(self, part: Part, subject: Sequence[Token]) -> str:
        """What the page shows right after a label, as the check says: `status Paid` where that stands beside it."""
        page = self.reloaded or self.situation.page
        texts = [n.said for n in _texts_but_offers(page)]
        told = []
        for label, values in _labelled(subject):
            places = (i for i, text in enumerate(texts) if len(parts(text)) <= LONGEST_LABEL and _all_in(text, label))
            beside = (text for i in places for text in texts[i + 1 : i + 3])
            # Behind `Protection`, `Not protected` says no `protected`.
            fits = (t for t in beside if all(says(t, value) for value in values) and vouches(t, part.words, values))
            if not (said := next(fits, "")):
                return ""
            told.append(f"{' '.join(t.text for t in label)}: {said[:60]}")
        return "; ".join(told)


def _texts_but_offers(page: Page) -> list[Node]:
    """The texts of a page, without what could be chosen and was not, which is no value of anything."""
    offered = {bare(n.label or n.name) for n in page.controls if n.role == "radio" and not n.checked}
    return [n for n in page.nodes if n.kind == "text" and not n.hidden and n.said and bare(n.said) not in offered]


def _beside_label(page: Page, part: Part, subject: Sequence[Token]) -> str:
    """What stands right behind the only label that is called just so: `Open orders shows 4`, `the VAT number is A-7`,
    where that is no entry."""
    pairs = [(a, b.said) for a, b in pairwise(_texts_but_offers(page)) if a.role not in ("cell", "columnheader")]
    for at in range(1, len(subject)):
        label, values = {word for t in subject[:at] for word in parts(t.text)}, subject[at:]
        told = [said for a, said in pairs if label and label in (set(parts(a.said)), set(parts(a.said)) - STOP)]
        if len(told) == 1 and all(says(told[0], t) for t in values) and vouches(told[0], part.words, values):
            return f"{' '.join(t.text for t in subject[:at])}: {told[0]}"
    return ""


def _told_by_fact(part: Part, subject: Sequence[Token], page: Page) -> Check | None:
    """What the page of a thing says of it behind a label that a check names: `the lamp L-7 has the status Sold`."""
    told = [word for t in part.words for word in parts(t.text)]
    heads = " ".join([n.said for n in page.nodes if n.role == "heading" and not n.hidden][:1])
    facts: dict[str, set[str]] = {}
    for label, said in facts_told(page, told):
        facts.setdefault(label, set()).add(said)
    for label, (said, *others) in ((label, sorted(all_said)) for label, all_said in facts.items()):
        values = [t for t in subject if t.names and says(said, t)]
        about = [t for t in subject if t not in values and not says(label, t)]
        # Several things may say it on one page, and `Not sold` says more.
        is_plain = not others and set(parts(said)) <= set(told) and not part.negated
        if is_plain and values and any(t.names for t in about) and all(says(heads, t) for t in about):
            return Check(True, f'The page of "{heads[:80]}" says "{label}: {said}".')
    return None


def _facts_of_page(part: Part, subject: Sequence[Token], page: Page) -> str:
    """What the page of a thing says of it, fact by fact: `Rex's page should show 12.4 kg and Vaccinated: Yes`."""
    at = next((i + 1 for i, t in enumerate(part.words) if tells_what(t)), 0)
    about = [t for t in part.words[:at] if t.names and t.norm not in STOP]
    heads = " ".join([page.title, *[n.said for n in page.nodes if n.role == "heading" and not n.hidden][:1]])
    groups = [g for group in groups_of(part.words[at:]) if (g := [t for t in group if t in subject])]
    known = {t.number for group in (about, *groups) for t in group}
    if part.negated or not about or not all(says(heads, t) for t in about):
        return ""
    if not groups or any(t.number not in known and t.names for t in subject):
        return ""
    facts = [(label, said) for node, label, said in behind_each(texts_of(page)) if node.role != "columnheader"]
    found = [_fact_of(group, facts, part) for group in groups]
    return ", ".join(f'"{said[:60]}"' for said in found) if all(found) else ""


def _fact_of(group: Sequence[Token], facts: Sequence[tuple[str, str]], part: Part) -> str:
    """What stands behind the label that a group of words names with it, or behind any where that is all it says."""
    for label, said in facts:
        if any(bare(other) == bare(label) and bare(value) != bare(said) for other, value in facts):
            # Several things may say it on one page.
            continue
        own = set(parts(label)) - STOP
        named = [t for t in group if own and set(parts(t.text)) <= own]
        values = [t for t in group if t not in named]
        is_whole = bool(named) and group[0] in named and own == {word for t in named for word in parts(t.text)}
        is_all = not named and set(parts(said)) <= {word for t in group for word in parts(t.text)}
        if values and (is_whole or is_all) and all(says(said, t) for t in values) and vouches(said, part.words, values):
            return f"{label}: {said}"
    return ""


def told_under(page: Page, verb: Token, values: Sequence[Token]) -> str | None:
    """What a page says behind a label of the verb that is all the values; empty where it says something else there, and
    None where it has no such label."""
    for family in labels_of(verb):
        if told := list(behind(page, family)):
            return next((f"{label}: {said}" for label, said in told if all(says(said, t) for t in values)), "")
    return None


def _relation_at(words: Sequence[Token]) -> int:
    return next((i for i, t in enumerate(words) if relates(t)), len(words))


def is_sentence(quoted: Token) -> bool:
    """Whether what is quoted is what a page says, and not what a thing is called: `Bill deleted.`"""
    words = len(parts(quoted.text))
    return words > LEAST_TOLD or (words == LEAST_TOLD and quoted.text.rstrip()[-1:] in (".", "!"))


def quotes_message(part: Part) -> bool:
    """Whether a check tells what a message is to say: `the message that it is taken`."""
    norms = [t.norm for t in part.words]
    return any(norm in MESSAGES and _SAYING & set(norms[at + 1 : at + 3]) for at, norm in enumerate(norms))


def _stands_alone(token: Token) -> bool:
    """`Open (3)`, which says how many there are, and a whole message belong to nothing beside them."""
    is_message = token.kind == "quoted" and token.text.rstrip()[-1:] in (".", "!", "?") and is_sentence(token)
    return token.kind == "code" or bool(_COUNTED.search(token.text)) or is_message


def _is_message(part: Part, quoted: Token) -> bool:
    """Whether what is quoted is said to be a message, or can be no name: `the message "Gone"`, `Bill deleted.`"""
    at = next((i for i, t in enumerate(part.words) if t.number == quoted.number), 0)
    return is_sentence(quoted) or (at > 0 and part.words[at - 1].norm in MESSAGES)


def _is_said_apart(page: Page, subject: Sequence[Token]) -> bool:
    """Whether something says all of it that is none of several entries."""
    told = [(n, page.words_of(n) if n.role in _SPEAKERS else n.said) for n in page.nodes if not n.hidden]
    fits = [n for n, text in told if text and all(says(text, t) for t in subject)]
    lists = Counter((n.parent, n.role) for n in page.nodes if n.role in ENTRIES and not n.hidden)
    return any(
        n.role in _SPEAKERS or all(lists[h.parent, h.role] < LEAST_TOLD for h in (n, *page.parents(n))) for n in fits
    )


def says_unchanged(part: Part) -> bool:
    """Whether a check says that something is as it was: `it is still listed`."""
    return bool(_UNCHANGED & {t.norm for t in (*part.verb_words, *part.words)}) or same_from(part.words) is not None


def same_from(words: Sequence[Token]) -> int | None:
    """Where a check begins to say that something has not changed at all; None where it does not, or says what to."""
    norms = [t.norm for t in words if t.kind != "mark"]
    if len(norms) < len(words) or any(t.is_value for t in words[-1:]):
        return None
    starts = (at for at in range(1, len(norms)) if _SAME.match(" ".join(norms[at:])))
    at = next(starts, None)
    return at if at is not None and not any(t.is_value for t in words[at:]) else None


def _means_one_entry(part: Part, page: Page) -> bool:
    """Whether a check says that there is one entry and no more: `the only one shown is Ada`; `the only customer` may
    stand in several entries, where that is a column."""
    heads = [parts(n.said) for n in page.nodes if n.role == "columnheader"]
    led = zip(part.words, part.words[1:], part.words[2:], strict=False)
    singles = ONLY_ONE - {"unicos", "unicas"}
    kinds = [kind.norm for the, only, kind in led if the.norm in DETERMINERS and only.norm in singles]
    return bool(kinds) and not any(same(kinds[0], word) for head in heads for word in head)


def _most_alike(page: Page, subject: Sequence[Token]) -> int:
    """How many entries of one list say all of it, at most."""
    return max((sum(all(says(text, t) for t in subject) for _, text in group) for group in lists(page)), default=0)


def _most_of_all(words: Sequence[Token]) -> Sequence[Token]:
    """The words by which a check says that something is so more than all others: `the heaviest`, `con más plazas`."""
    for at, (lead, token) in enumerate(pairwise(words), 1):
        after = words[at + 1].norm if at + 1 < len(words) else ""
        is_most = token.norm in _MOST and after not in ("", "de", "que", "of", "than")
        if (
            lead.norm in _LEADS_MOST
            and token.kind == "word"
            and (is_most or _SUPERLATIVE.match(token.norm) or (lead.norm != "the" and _SUPERLATIVO.match(token.norm)))
        ):
            return words[at : at + 1 + is_most]
    return ()


def _is_place(words: Sequence[Token], thing: Token) -> bool:
    """Whether words say that something is in or on a thing, and not that the thing is there."""
    before = takewhile(lambda t: t is not thing, words)
    lead = next((t.norm for t in reversed(list(before)) if t.norm not in DETERMINERS), "")
    return lead in _INSIDE


def _number_of(token: Token) -> int:
    return int(token.norm) if token.norm.isdigit() else NUMBER_WORDS[token.norm]


def _labelled(subject: Sequence[Token]) -> list[tuple[list[Token], list[Token]]]:
    """Words that may be labels, each with the values that follow it; none when one of both is lacking."""
    found: list[tuple[list[Token], list[Token]]] = []
    for token in subject:
        is_value = token.names
        if not is_value and (not found or found[-1][1]):
            found.append(([token], []))
        elif not found:
            return []
        else:
            found[-1][1 if is_value else 0].append(token)
    return found if all(values for _, values in found) else []


def _all_in(text: str, words: Sequence[Token]) -> bool:
    said = parts(text)
    return all(any(word == t.norm or same(word, t.norm) or _akin(word, t.norm) for word in said) for t in words)


def _akin(one: str, other: str) -> bool:
    """`assigned` and `Assignee`."""
    return min(len(one), len(other)) > _LEAST_AKIN and one[:_LEAST_AKIN] == other[:_LEAST_AKIN]


def _contents(page: Page) -> list[str]:
    """What the page says, without the ways to other pages and the controls."""
    apart = {h.number for h in page.nodes if h.role in ("navigation", "banner", "contentinfo")}
    inside = {n.number for n in page.nodes if any(h.number in apart for h in page.parents(n))}
    texts = [n for n in page.nodes if n.kind == "text" and n.number not in inside and not n.hidden]
    return [n.said for n in texts if n.said]


def field_of(page: Page | None, selector: str | None) -> Node | None:
    return next((n for n in page.nodes if n.selector == selector and not n.hidden), None) if page else None


def is_held(tried: Tried, pages: Iterable[Page | None]) -> Check:
    """Whether a field holds now what a step has given it; None where it cannot be found any more."""
    step, was = tried.planned.step, field_of(tried.before, tried.planned.step.selector)
    now = next(filter(None, (field_of(page, step.selector) for page in pages)), None)
    if was is None or now is None or (now.role, now.said) != (was.role, was.said):
        return Check(None, f'The page does not show the field of "{tried.planned.why}" any more.', against=True)
    if step.action in ("fill", "selectOption"):
        wished = bare(step.value if isinstance(step.value, str) else " ".join(step.value or ()))
        is_so, told = holds_value(now, wished), f'says "{step.value}"'
    else:
        turned = was.checked is not True or was.role == "radio" if step.action == "click" else step.action == "check"
        is_so, told = now.checked is turned, "is set" if turned else "is not set"
    again = "After a reload"
    said = f'{again} "{now.said}" {told}.' if is_so else f'{again} "{now.said}" is not as it was set.'
    return Check(is_so, said, app_bug=not is_so)
