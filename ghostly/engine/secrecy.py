"""Which words mark a field whose content nobody may read back."""

from __future__ import annotations

import re

MASK = "[REDACTED]"

# English, Spanish, Portuguese, French, German and Italian; whole words, so that "shipping" holds no "pin".
_SECRET = re.compile(
    r"""\b(?:pass(?:word|wd|phrase|code)s? | pas+w?o?rd | pwd? | secrets? | tokens? | pin | cvv2? | cvc2? | otp
    | api\ ?keys? | credentials? | contrase[nñ]as? | claves? | secretos? | senhas? | segredos?
    | mots?\ de\ passe | mdp | passw[oö]rt(?:er)? | kennw[oö]rt(?:er)? | geheimnis | parole? \ d\ ?ordine )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_WORD = re.compile(r"[\W_]+")
# "Pin note" fastens something, "PIN code" and "Pin number" are secret.
_FASTENS = re.compile(r"^\s*(?:text |label )?[Pp]in(?= [a-z])(?! (?:code|number|nr|no|again|repeat|of|for|de|del)\b)")


def sounds_secret(text: str) -> bool:
    """Whether a label, name, id or selector says that the field holds a secret."""
    words = _NOT_WORD.sub(" ", _HUMP.sub(" ", text))
    return bool(_SECRET.search(_FASTENS.sub("", words)))


# A value as it is written; in the middle of a sentence a bare one ends with a space only.
_VALUE = r"""(?: "([^"]+)" | '([^']+)' | “([^”]+)” | «([^»]+)» | `([^`]+)` | ([^\s"'“”«»`,;:=(][^\s,;]*) )"""
_WHOLE = _VALUE.replace("[^\\s,;]*", "\\S*")
_TYPES = r"""(?:typ(?:e|es|ed|ing) | enter(?:s|ed|ing)? | keys?(?:\ in)? | puts? | putting | writ(?:e|es|ing)
    | us(?:e|es|ing) | insert(?:s|ing)? | inputs? | past(?:e|es|ing) | suppl(?:y|ies|ying) | provid(?:e|es|ing)
    | giv(?:e|es|ing) | set | with | answer | choos(?:e|ing) | elig[ei] | eligiendo | sav(?:e|ing)
    | guarda | escrib(?:e|a|o|en|ir|imos|iendo)
    | introdu(?:ce|zc[ao]|cir|ciendo) | pon(?:er|iendo|g[ao]|emos)? | teclea(?:r|ndo)?
    | us[aeo] | usar | usando | ingres[ae] | ingresar | met(?:e|er|o) | pega(?:r)? | con)"""
_FILLS = r"""(?:fill(?:s|ing)?(?:\ (?:in|out|up))? | complet(?:e|es|ing) | populat(?:e|es|ing) | set | updat(?:e|es|ing)
    | chang(?:e|es|ing) | replac(?:e|es|ing) | rellen[ae] | rellenar | complet[ae] | completar | cambi[ae] | cambiar)"""
_INTO = r"(?:(?:in\s+)?(?:into|in|inside|as|for|at|to|on|under)|dentro\s+de|en|como|para)"
_FIELD = r"(?:fields?|box|input|textbox|entry|prompt|one|campo|casilla|cuadro)"
_WHICH = rf"""(?:\s* (?:the|a|an|my|your|his|her|its|their|new|old|api|access|account|current|both|second
    | confirm(?:ation)? | repeat(?:ed)? | called | named | label(?:l)?ed | of | for | el | la | los | las | un | una
    | mi | tu | su | nueva | actual | de | del | text | {_FIELD} | user(?:name)?\ and | login\ and | e-?mail\ and
    | usuario\ y) \s+){{0,6}} \s* ["'“«(]?"""
_NAMED = rf"""{_WHICH} {_SECRET.pattern} ["'”»)]?"""
# What is said of a password that is to be refused, or not.
_QUALITY = (
    r"(?:wrong|bad|invalid|fake|valid|(?:in)?correct(?:[oa]s?)?|(?:equivocad|err[oó]ne|inv[aá]lid|v[aá]lid|fals)[oa]s?)"
)
# A password manager is something else: what may come after the word for a secret.
_GOES_ON = r"""(?= \s* (?: $ | [.,;:!?)"'”»/|\n] | (?-i:[A-Z]) | - \s
    | (?:and|then|y|e|luego|ahora|for|of|on|in|at|en|again|too|to|so|before|when|while|with|con|but|or|o|para|as|como
    | twice|press|click|hit|submit|save|log|sign|continue|confirm|pulsa|haz|guarda|entra|inicia|confirma|otra|antes
    | using|usando|email|e-mail|user|usuario|correo)\b ))"""
_TOLD = [
    # `Type X in the password box`, `Use X for the password`
    rf"""\b{_TYPES}\s+ (?:(?:in\s+)?the\s+(?:word|value|text)\s+)? {_WHOLE}
    (?:\s+(?:twice|again|dos\ veces|otra\ vez)[,:]?)? \s+{_INTO}\s+ {_NAMED} (?:\s+{_FIELD}\b)? {_GOES_ON}""",
    # `Type A into Email and X into Password`
    rf"""\b{_TYPES}\s+\S+\s+{_INTO}\s+ (?:[^\s,.;]+\s*){{1,4}}? (?:,|\band\b|\by\b)\s* {_WHOLE} \s+{_INTO}\s+
    {_NAMED} (?:\s+{_FIELD}\b)? {_GOES_ON}""",
    # `ada@x.test for the email and X for the password`
    rf"""[\w-]\.\w+ [^.;,"]{{0,30}}? \s+(?:and|y)\s+ {_WHOLE} \s+{_INTO}\s+ {_NAMED} {_GOES_ON}""",
    # `In the password field type X`
    rf"""\b(?:{_INTO}|click|focus|select|pulsa)\s+ {_NAMED} (?:\s+{_FIELD})? (?:\s*[,:]\s*|\s+)
    (?:(?:and|then|y|luego)\s+)* {_TYPES}\s+ {_VALUE} (?!\s+{_INTO}\b)""",
    # `Fill the Password field with X`
    rf"""\b{_FILLS}\s+ {_NAMED} (?:\s+{_FIELD})? (?:\s*[:=]\s* | \s+(?:with|con|to|as|by|a|como|por)\s+) {_VALUE}""",
    rf"""{_SECRET.pattern} ["'”»]? \s+{_FIELD} \s*[:=]\s* (?:{_TYPES}\s+)? {_VALUE}""",
    rf"""{_SECRET.pattern} \s+(?:with|con|of|de)\s+ (?:(?:the|a|el|un)\s+)? (?:value|valor)\s+ (?:(?:of|de)\s+)?
    {_VALUE}""",
    rf"""{_SECRET.pattern} ["'”»)]? (?: \s+ (?: is|of|es|de|to|as|como|a|the|{_QUALITY} )\b )* (?: \s*[:=(]\s* | \s+ )
    {_VALUE}""",
]
# What is told in a way that is also common for other words is a secret only if it looks like one.
_MAYBE_TOLD = [
    rf"""(?<!\S) {_WHOLE} \s+(?:{_INTO}|is|es)\s+ {_NAMED} (?:\s+{_FIELD}\b)? {_GOES_ON}""",
    rf"""{_SECRET.pattern} \s+(?:from|de)\s+ {_VALUE} \s+(?:to|a|por)\b""",
    rf"""{_SECRET.pattern} \s+(?:from|de)\s+ \S+ \s+(?:to|a|por)\s+ {_VALUE}""",
    rf"""{_SECRET.pattern} ["'”»]? (?:\s+{_FIELD})? ,? \s+ (?:(?:which|that|que)\s+)? (?:with|con|to|gets|is|as
    | should\ be | must\ be | will\ be | es | ser[áa] | debe\ ser) \s+ {_VALUE}""",
]
_TELLING = [(re.compile(each, re.I | re.X), each in _TOLD) for each in (*_TOLD, *_MAYBE_TOLD)]
_EITHER = re.compile(r"\b(?:or|nor|o|ni)\s+(?:(?:the|your|la|su|tu)\s+)?$", re.IGNORECASE)
_PLAIN = re.compile(r"[^\W\d_]+$")
_DONE = re.compile(r"(?:ed|[ai]d[oa])$")
_NO_VALUE = re.compile(
    r"(?:and|or|y|o|then|is|are|in|into|on|for|from|with|the|a|an|must|should|reset|form|page|el|la|en|con|by|at|if|when|"
    r"change|cambio|link|button|error|was|not|has|that|which|que|policy|again|too|wrong|incorrect|visible|empty|blank|vac[ií][oa]s?|"
    r"manager|strength|rules|required|hidden|shown|same|recipe|list|hint|settings|requirements|recovery|generator|missing|"
    r"aparece|se|it|this|them|something|anything|nothing|text|values?|focus|cursor|enter|tab|escape|before|after|as|como|"
    r"oauth2?|2fa|saml2?|esc|escribe|type|twice|esto|eso|algo|nada|texto|will|para|to|lo|"
    r"expiry|fields|sent|obligatori[oa]|necesari[oa]|debe|longitud|length|changes|cambios|por|"
    rf"{_QUALITY}|{_TYPES}|{_FILLS}|{_INTO}|{_FIELD})[.!?:]?$",
    re.IGNORECASE | re.VERBOSE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|@\w+$")


# What may stand between the name and the password of who signs in.
_BETWEEN = (
    r"(?:and|y|with|con|using|usando|the|la|el|his|her|its|su|as|como|is|es|e-?mail|correo|signed|logged|signs|logs|in|dentro|user|"
    r"usuario|identificad[oa]|tries|to|sign|log|enters?|intenta|entrar|entra|an?|una?|password|pass(?:phrase|code|wd)?|pwd?|contrase[nñ]a|clave|"
    r"pin|but|pero|for|she|he|they|has|have|had|whose|which|that|my|mi|your|tu|our|types?|typing|uses?|tiene|cuy[ao]|que|first|primero|"
    rf"{_QUALITY})\b"
)
# `In the email field`: where a name is typed, before the password.
_IN_FIELD = (
    r"(?:in|into|on|for|en|para)\s+(?:(?:the|my|el|la|mi)\s+)?"
    r"(?:e-?mail|user(?:name)?|correo(?:\s+electr[oó]nico)?|usuario)(?:\s+(?:field|box|address))?\b"
)
# `Staff name ada`: whose name it is that somebody signs in under.
_OFFICE = r"(?:staff|user|log-?in|sign-?in|member|employee|worker|operator|clerk|agent|nombre\ de)"
# `As the manager (ada, s3cret)`: in what role, before who it is.
_ROLE = r"(?!for\b|para\b)[^\W\d_]+(?:\s[^\W\d_]+)?"
_IN_ROLE = rf"(?:(?:(?:the|our|an?|el|la|una?)\s+)?{_ROLE}\s*\(|(?:the|our|an?|el|la|una?)\s+{_ROLE}\s*:)"
# `Accedo`, `he iniciado sesión`, `identifícate`: in whatever person and tense somebody is let in.
_FORMS = r"(?:[aeo]|[ae]r|amos|emos|ad[ao]s?|idos?|ando|iendo)(?:[mts]e|nos)?"
_ENTERING = rf"""(?:(?:entr|acced|ingres|con[eé]ct|log[uü]?e|(?:identif|aut[eé]nt|autentif)[ií](?:c|qu)){_FORMS}
    | inici{_FORMS}\s+(?:(?:la|mi|su|una)\s+)?sesi[oó]n | sesi[oó]n\s+iniciada
    | iniciada\s+(?:la\s+)?sesi[oó]n | dentro)\b"""
_APART = r"\u2013\u2014\u00b7\u2022\u2192"
_LET_IN = re.compile(
    rf"""(?:(?P<name>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
      | \b(?:user(?:[ -]?name)?|usuario|account|cuenta|as|como|soy|i['\u2019]?m|i\ am
          | {_OFFICE}[ -](?:name|id|code|number|no\.?)
          | (?P<enters>login|credentials|credenciales|datos|acceso|access|{_ENTERING}
            | (?:sign|log)(?:ged|ging|ed|ing)?[ -]?in)
            (?:\s+(?P<with>with|using|are|is|con|son|es|as|como)\b)?)(?P<mark>\s*[:=(]?)\s*
        (?P<role>{_IN_ROLE}\s*(?=[\w.-]*\w\s*[,/|]))?
        (?!{_BETWEEN}|name\b|(?:or|nor|o|ni)\s)["'«“]?(?P<who>[\w.-]*\w)(?![\w.+-]*@)["'»”]?)
    (?P<between>(?:\s | [/|,:.;()=?!{_APART}-] | \b{_IN_FIELD} | \b{_BETWEEN}(?!\.\w) | ['\u2019]s\b){{1,20}}?)
    (?: "(?P<a>[^"]+)" | '(?P<b>[^']+)' | “(?P<c>[^”]+)” | «(?P<d>[^»]+)» | `(?P<e>[^`]+)`
      | (?!{_BETWEEN}(?!\.\w) | {_IN_FIELD})
        (?P<f>[^\s"'“”«»`,;:()/|=.{_APART}-][^\s"'“”«»`,;()/|]*?(?=[].:!?]*(?:[\s,;()/|"'“”«»`]|$))) )""",
    re.IGNORECASE | re.VERBOSE,
)
# `ada / s3cret`, and nothing else in the first line.
_LET_IN_FIRST = re.compile(
    r"\s*(?P<who>[a-z][\w.-]*\w)\s*/\s*(?P<word>(?=[\w-]*\d)[\w-]{4,})(?=[.;]?[^\S\n]*(?:\n|$|[·|]|[-\u2013\u2014]\s))"
)
# `With the password s3cret1, sign in as ada@x.test`: what may stand between a password and the address behind it.
_LET_IN_LAST = re.compile(
    rf"""{_SECRET.pattern} (?:\s*[:=]\s* | \s+(?:(?:is|es)\s+)?) {_VALUE}
    (?: [\s,.:;(] | \b(?:{_ENTERING}|(?:sign|log)(?:ged|ging|ing)?[ -]?in | signed | logged | i\ am | i['\u2019]m
        | {_BETWEEN} | for | of | de | cuenta | account | belongs | pertenece)\b ){{1,16}}?
    (?P<name>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What says that a password is not the one that lets in, and what leads to the one that does.
_NOT_IT = r"""\b(?:wrong|incorrect\w*|invalid\w*|bad|mistyp\w*|mistake\w*|typo|fake|mal[ao]?|equivo\w+|err[oó]ne\w+
    |inv[aá]lid\w+|fals[oa]s?)\b"""
_MISTAKEN = re.compile(
    rf"""{_NOT_IT}[^.\n]{{0,40}}?{_SECRET.pattern} | {_SECRET.pattern}[^.\n]{{0,40}}?{_NOT_IT}
    | \b(?:mistyp\w+ | equiv[oó][cq]\w+ | typo)\b
    | \b(?:must|should|has\ to|debe|tiene\ que)\s+(?:fail|be\ re\w+|fallar)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_RETRIED = re.compile(
    rf"""\b(?: (?:right|correct|good|real|proper|actual|valid|buen[oa]|correct[oa]|verdader[oa]|v[aá]lid[oa]|bien)
        (?:\s+(?:one|password|passphrase|contrase[nñ]a|clave))?
      | (?:this\s+time|esta\s+vez|again|retry|otra\s+vez|de\s+nuevo|now|ahora|then|luego|despu[eé]s)
      ) (?:\s*[,:(=]\s*|\s+(?:is|es|with|con|using|use|uso|usa|enter|type|try|pongo|pon|escribo|escribe|meto|mete
        |introduzco|introduce|prueba|pruebo|the|la|password|contrase[nñ]a|clave)\b)* \s* (?=\S*\d) {_VALUE}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AS, _IS = ("as", "como", "with", "con"), re.compile(r"soy\b|i['\u2019]?m\b|i am\b", re.I)
_SHORTEST_PIN = 4
_CODE = re.compile(r"#?[A-Z]{1,5}[-#]?\d+$")


def logins_in(goal: str) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """Where the names and the passwords stand of those who sign in, as in `ada@x.test / s3cret`."""
    if match := _LET_IN_FIRST.match(goal):
        return ((match.span("who"), match.span("word")),)
    places, at = [], 0
    while match := _LET_IN.search(goal, at):
        group = next(name for name in "abcdef" if match[name])
        if _is_password(match[group], match["between"]) and (match["name"] or _is_told(match, match[group])):
            start, end = match.span(group)
            end = end if group != "f" else _with_calls(goal, start, end)
            places.append((match.span("name" if match["name"] else "who"), (start, end)))
            at = end
        else:
            at = match.start("who") if match["who"] else match.start("between")
    return tuple(places) or _told_last(goal)


def _told_last(goal: str) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """The login of who is told after the password."""
    match = _LET_IN_LAST.search(goal)
    if match is None:
        return ()
    group = next(number for number, said in enumerate(match.groups()[:-1], 1) if said)
    value = match[group].rstrip(",.!?:;)]}")
    start = match.start(group)
    is_one = _looks_secret(value) and _can_be_secret(value)
    return ((match.span("name"), (start, start + len(value))),) if is_one else ()


def retried_in(goal: str) -> tuple[tuple[int, int], ...]:
    """Where the passwords stand that are tried after one that is wrong, by who has tried that."""
    tried = logins_in(goal)
    if not tried or not _MISTAKEN.search(goal):
        return ()
    first, places = tried[0][1], [secret for _, secret in tried]
    found = []
    for match in _RETRIED.finditer(goal, first[1]):
        group = next(number for number, said in enumerate(match.groups(), 1) if said)
        value = match[group].rstrip(".!?:)]}") if group == len(match.groups()) else match[group]
        place = (match.start(group), match.start(group) + len(value))
        if _looks_secret(value) and _can_be_secret(value) and not any(_overlap(place, other) for other in places):
            found.append(place)
    return tuple(found)


def _with_calls(goal: str, start: int, end: int) -> int:
    """Where a bare password ends; `Passw0rd!` is one more often than a call."""
    calls = len(goal) - end - len(goal[end:].lstrip("!"))
    return end + calls if _looks_secret(goal[start:end]) else end


def _is_told(match: re.Match[str], value: str) -> bool:
    """Whether a name that is no address is that of who signs in: by the word for a password, or as in `log in with
    ada/s3cret`."""
    between, led = match["between"].strip(), (match["with"] or "").lower()
    told = match["mark"].strip() or match["role"] or led in ("with", "using", "are", "con", "son")
    told_so = told or (match["enters"] or "login").lower() == "login" or led in ("as", "como")
    if _SECRET.search(between) and told_so:
        return True
    if not _looks_secret(value) and not _is_pin(value):
        return False
    joined = between in ("/", "with", "con") or bool(told and between in (",", "|", "y", "and"))
    # `As ada (s3cret)`, `I am ada (s3cret)`
    apart = between == "(" and (led in _AS or _IS.match(match[0]))
    return between.endswith("pass") or bool(((match["enters"] or match["role"]) and joined) or apart)


def _is_password(value: str, between: str) -> bool:
    if not _can_be_secret(value):
        return False
    if _SECRET.search(between):
        return len(value) > 2
    return _looks_secret(value) or between.strip() == "/" or _is_pin(value)


def _can_be_secret(value: str) -> bool:
    is_word = _NO_VALUE.match(value) or _SECRET.fullmatch(value)
    return not (value.startswith("{{") or is_word or _EMAIL.match(value))


def _looks_secret(value: str) -> bool:
    """Whether it is no word, by its digits among letters."""
    return any(c.isdigit() for c in value) and any(c.isalpha() for c in value) and not _CODE.match(value)


def _is_pin(value: str) -> bool:
    return value.isdigit() and len(value) >= _SHORTEST_PIN


def secrets_in(goal: str) -> tuple[str, ...]:
    """The secrets that a goal gives in plain text, such as `password hunter2`; placeholders are none."""
    return tuple(goal[start:end] for start, end in places_of_secrets(goal))


def named_secrets(goal: str) -> dict[str, str]:
    """Each of these secrets by the name that stands for it in a placeholder."""
    return {f"GOAL_SECRET_{number}": secret for number, secret in enumerate(secrets_in(goal), 1)}


def named_in(text: str, goal: str) -> str:
    """The text with a placeholder for each secret of the goal."""
    for name, secret in named_secrets(goal).items():
        text = text.replace(secret, f"{{{{{name}}}}}")
    return text


def places_of_secrets(goal: str) -> tuple[tuple[int, int], ...]:
    """Where they begin and end."""
    places = [*(secret for _, secret in logins_in(goal)), *retried_in(goal)]
    for pattern, is_sure in _TELLING:
        for match in pattern.finditer(goal):
            place = _told(goal, match, is_sure)
            if place and not any(_overlap(place, other) for other in places):
                places.append(place)
    return tuple(sorted(places))


def _told(goal: str, match: re.Match[str], is_sure: bool) -> tuple[int, int] | None:
    """Where the value stands; None when it is none."""
    group = next(number for number, said in enumerate(match.groups(), 1) if said)
    # A bare value is the last kind of value; the end of a sentence does not belong to it.
    is_bare = group == len(match.groups())
    value = match[group].rstrip(".!?:)]}\"'”»`") if is_bare else match[group]
    start, end = match.start(group), match.start(group) + len(value)
    end = _with_calls(goal, start, end) if is_bare else end
    if len(value) <= 2 or not _can_be_secret(value):
        return None
    if is_bare and not is_sure and not _looks_secret(value):
        return None
    before = match[0][: start - match.start()].casefold()
    if is_bare and not _looks_secret(value) and _EITHER.search(goal[: match.start()]):
        # `Unknown user or password given`
        return None
    if before.startswith("pin") and not (value.isdigit() or (is_bare and _looks_secret(value))):
        return None
    return None if is_bare and _PLAIN.match(value) and _is_said_of(before, value) else (start, end)


def _is_said_of(before: str, word: str) -> bool:
    """Whether a plain word after that of a secret says something else of it: `the password is refused`."""
    many = before.startswith(("secret", "token", "credentials", "passwords"))
    return many or (before.split()[-1:] in (["is"], ["es"]) and _DONE.search(word) is not None)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
