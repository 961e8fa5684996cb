"""What was begun and called off is not to be there, and is not asked for."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.part import gives_up
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def shed(*rows):
    built = Builder()
    built.text("Tools", role="heading")
    for code, tool in (("T-1", "Hammer"), ("T-2", "Saw"), *rows):
        built.holder = -1
        built.into("row")
        built.text(code, role="cell")
        built.text(tool, role="cell")
    built.out()
    built.button("New tool")
    return built.page()


def form():
    built = Builder()
    built.into("form")
    built.field("Name", selector="#name")
    built.button("Cancel", selector="#cancel")
    built.button("Save", selector="#save")
    return built.page()


def called_off(goal, now, button="Cancel"):
    parts = read_goal(goal).parts
    told = parts[0].numbers
    opened = Planned(Step("click", selector="#new"), uses=told, target=Target("button", "New tool", "#new"))
    typed = Planned(Step("fill", selector="#name", value="Drill"), uses=told, part=0, ends_part=True)
    pressed = Planned(Step("click", selector=f"#{button.lower()}"), uses=parts[1].numbers, part=1, ends_part=True,
                      target=Target("button", button, f"#{button.lower()}"))  # fmt: skip
    past = (Tried(opened, True, before=shed()), Tried(typed, True, before=form()), Tried(pressed, True, before=form()))
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, shed(), past), now, ())


@pytest.mark.parametrize(
    "goal",
    [
        "Start a new tool called Drill, but press Cancel instead of saving. There must still be 2 tools.",
        "Add a tool called Drill and click Cancel. The list must still show Hammer.",
        "Crea una herramienta Drill, pero pulsa Cancelar en vez de guardar. Debe seguir en la lista Hammer.",
        "Add a tool called Drill, then cancel. The list must still show Saw.",
    ],
)
def test_what_was_called_off_needs_no_proof_and_is_refuted_by_being_there(goal):
    assert called_off(goal, shed()).met
    assert called_off(goal, shed(("T-3", "Drill"))).met is False


def test_what_was_to_be_saved_is_not_called_off():
    goal = "Add a tool called Drill and click Save. The list must still show Hammer."

    assert called_off(goal, shed(), "Save").met is not True


@pytest.mark.parametrize(
    ("goal", "pressed"),
    [
        ("Press Cancel instead of saving", "Cancel"),
        ("Click Back rather than Next", "Back"),
        ("Pulsa Cancelar en lugar de Guardar", "Cancelar"),
        ('Click "Instead of Ada"', "Instead of Ada"),
    ],
)
def test_what_is_not_pressed_is_no_name_of_what_is(goal, pressed):
    assert [(p.verb, " ".join(t.text for t in p.words)) for p in read_goal(goal).parts] == [("click", pressed)]


def told(goal):
    return [(p.verb, " ".join(t.text for t in p.words if t.kind != "mark")) for p in read_goal(goal).parts]


@pytest.mark.parametrize(
    "goal",
    [
        "Start a tool called Drill and back out before saving it",
        "Begin a tool called Drill, then change your mind and cancel",
        "Start a tool called Drill and leave the form without saving",
        "Start a tool called Drill but go back before you save",
        "Start a tool called Drill and abandon it",
    ],
)
def test_what_is_begun_and_left_is_made_and_called_off(goal):
    assert told(goal) == [("create", "a tool called Drill"), ("close", "")]
    assert called_off(f"{goal}. There must still be 2 tools.", shed()).met
    assert called_off(f"{goal}. There must still be 2 tools.", shed(("T-3", "Drill"))).met is False
    assert called_off(f"{goal}. There must still be 3 tools.", shed()).met is False


@pytest.mark.parametrize(
    "goal",
    [
        "Empieza una herramienta Drill y échate atrás antes de guardarla",
        "Crea una herramienta Drill y sal sin guardar",
        "Empieza una herramienta Drill y arrepiéntete",
        "Inicia una herramienta Drill y abandónala antes de guardarla",
    ],
)
def test_what_is_begun_and_left_is_called_off_in_spanish_too(goal):
    assert told(goal) == [("create", "una herramienta Drill"), ("close", "")]


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Start a timer for Ada", ["say"]),
        ("Leave the tool T-1 without saving", ["say", "save"]),
        ("Go back to the list", ["back"]),
        ("Open T-1 before saving the tool T-2", ["open"]),
        ("Start a tool called Drill and save it", ["create", "save"]),
    ],
)
def test_what_is_not_left_unsaved_is_not_called_off(goal, verbs):
    assert [verb for verb, _ in told(goal)] == verbs


@pytest.mark.parametrize(
    "goal",
    [
        'start deleting the shed "Oak" but choose to keep it',
        'Delete the shed "Oak" but decide to keep it after all.',
        'Delete "Oak" and answer no',
        'Delete "Oak" but say no when it asks',
        'Begin deleting "Oak", then keep it',
        'Empieza a borrar el cobertizo "Oak" pero elige conservarlo',
        'Borra el cobertizo "Oak" pero al final decide no borrarlo',
        'Borra el cobertizo "Oak" y responde que no cuando pregunte',
    ],
)
def test_what_is_kept_after_all_is_called_off(goal):
    deleted, left = read_goal(goal).parts

    assert (deleted.verb, [t.text for t in deleted.words][-1]) == ("delete", "Oak")
    assert left.verb == "close"
    assert gives_up(left)


@pytest.mark.parametrize(
    "goal",
    [
        'Delete "Oak", keep "Elm"',
        'Delete "Oak" but keep its notes',
        'Delete "Oak" and answer yes',
        'Delete "Oak" and choose Keep files',
        'Borra "Oak" y deja los demás',
    ],
)
def test_what_is_kept_besides_calls_nothing_off(goal):
    assert not any(gives_up(part) for part in read_goal(goal).parts)
