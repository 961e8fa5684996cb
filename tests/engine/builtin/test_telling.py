"""Goals as people tell them: what follows, what is said in brackets, what is said again, what is left out."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal


def read(goal):
    return [
        (p.verb, " ".join(t.text for t in p.words if t.kind != "mark")) for p in read_goal(goal).parts if not p.implied
    ]


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        (
            "Given I am on the list\nWhen I record a payment for bill B-3\nThen the bill is Paid\nAnd the sum is €5",
            [
                ("open", "the list"),
                ("create", "a payment for bill B-3"),
                ("expect", "the bill is Paid"),
                ("expect", "the sum is €5"),
            ],
        ),
        ("Save the form. The total is €648.00", [("save", "the form"), ("expect", "The total is €648.00")]),
        ("We bought lamps. Create the item Lamp", [("create", "the item Lamp")]),
        ("I want to archive old plans. Archive the plan Blue", [("say", "the plan Blue")]),
        ("Could you check that it works? Delete ORD-5", [("delete", "ORD-5")]),
        (
            "Search for Ray. Only Ada Ray and Bo Ray should be listed",
            [("search", "Ray"), ("expect", "Only Ada Ray and Bo Ray should be listed")],
        ),
        ("Editar la vivienda 2ºA", [("edit", "la vivienda 2ºA")]),
        ("Enrol Ada Ray in the class", [("say", "Ada Ray in the class")]),
        (
            'How many discs are there? Check that it shows "3"',
            [("say", "How many discs are there"), ("expect", "it shows 3")],
        ),
        (
            "Find Ada's booking. Cancel it and confirm",
            [("search", "Ada booking"), ("delete", "it Ada booking"), ("accept", "")],
        ),
        ("Move the stand to the rack (edit the item)", [("drag", "the stand to the rack")]),
        ("Remove Bo from the waiting list (Lista de espera)", [("delete", "Bo from the Lista de espera")]),
        ("Issue 5 of them although there are only 2", [("say", "5 of them")]),
        ("Alta de socio: Ada Ray, carnet S-12", [("create", "socio Ada Ray carnet S-12")]),
        ("Alta del socio Ada Ray. Debe salir Ada", [("create", "socio Ada Ray"), ("expect", "Debe salir Ada")]),
        ("Registration of the member Ada with card S-12", [("create", "the member Ada with card S-12")]),
        ("Alta de socio: registra a Ada Ray", [("create", "a Ada Ray")]),
        (
            "When I use New visit to add Ada Ray, then Ada is listed",
            [("create", "Ada Ray use New visit to"), ("expect", "Ada is listed")],
        ),
        (
            "Cuando uso Nueva visita para añadir a Ada y guardo",
            [("create", "a Ada uso Nueva visita para"), ("save", "")],
        ),
        ("I want to use the filter to show only Paid bills", [("filter", "Paid bills use the filter to")]),
        (
            "Alta de la socia Ada Ray. Después, en su ficha, tiene que poner Senior",
            [("create", "la socia Ada Ray"), ("expect", "tiene que poner Senior en su ficha")],
        ),
        ("Save. It must be Blue when I come back to the page", [("save", ""), ("expect", "It must be Blue")]),
        ("Correct plot 7: the area is 60, not 54. Change it", [("edit", "plot 7 the area is 60")]),
        ("Check that it is listed y que pone 4 de 8", [("expect", "it is listed"), ("expect", "que pone 4 de 8")]),
    ],
)
def test_a_goal_is_read_as_it_is_meant(goal, parts):
    assert read(goal) == parts


def test_who_asks_and_with_what_login_asks_for_nothing_more():
    verbs = [p.verb for p in read_goal("As the clerk (a@x.test / pw123456) I want to see only Bo's visits").parts]

    assert verbs == ["login", "filter"]


@pytest.mark.parametrize(
    ("goal", "verbs", "said"),
    [
        ("As Ada (a@x.test / pw123456) I want to delete the visit V-3", ["login", "delete"], False),
        ("Como Ada Ray (a@x.test, clave pw123456), quiero borrar la visita V-3", ["login", "delete"], False),
        ("As Ada (the owner) I want to delete the visit V-3", ["delete"], True),
        ("As Ada, I want to delete the visit V-3", ["delete"], True),
    ],
)
def test_a_name_says_who_asks_where_the_login_stands_beside_it_and_what_for_where_it_does_not(goal, verbs, said):
    parts = read_goal(goal).parts

    assert [p.verb for p in parts] == verbs
    assert ("Ada" in parts[-1].said) is said


@pytest.mark.parametrize(
    ("goal", "seen"),
    [
        ("Book a visit of Bo so that the visits table names Bo", "the visits table names Bo"),
        ("Add the shelf S-3 so that the row mentions S-3", "the row mentions S-3"),
        ("Crea la visita de Bo para que la lista de visitas muestre a Bo", "la lista de visitas muestre a Bo"),
        ("Crea el estante Sol para que la tabla ponga Sol", "la tabla ponga Sol"),
        ("Check that the list shows Ada as the person who booked it", "the list shows Ada booked by"),
        ("The row should name Ada Ray as the one who approved it", "The row should name Ada Ray approved by"),
        ("The row should name Ada as the owner", "The row should name Ada as the owner"),
        ("Add a visit so that the vet knows Bo", None),
    ],
)
def test_what_something_is_to_show_is_seen_though_it_is_told_as_a_purpose(goal, seen):
    assert dict(reversed(read(goal))).get("expect") == seen


def form(*fields, button="Save", heading="New member"):
    built = Builder()
    built.text(heading, role="heading")
    built.into("form")
    for name in fields:
        if isinstance(name, tuple):
            built.select(name[0], *name[1:])
        elif name.startswith("["):
            built.add("control", "checkbox", name[1:], label=name[1:], tag="input", type="checkbox", checked=False)
        else:
            built.field(name)
    built.button(button)
    return built.page()


def filled(page, goal):
    by_selector = {node.selector: node.said for node in page.nodes}
    return {by_selector[selector]: value for action, selector, value in steps(plan(page, goal)) if action != "click"}


@pytest.mark.parametrize(
    ("fields", "goal", "values"),
    [
        (
            ("First name", "Last name", "Phone"),
            "Create a new member: Bea Ray Stone, phone 07700 900333",
            {"First name": "Bea", "Last name": "Ray Stone", "Phone": "07700 900333"},
        ),
        (("Name", "Age"), "Create a member for Nico Bravo, 11 years old", {"Name": "Nico Bravo", "Age": "11"}),
        (("Code", "Name"), 'Create the member M-5 "Blue lamp"', {"Code": "M-5", "Name": "Blue lamp"}),
        (("Name", "[Parking", "[Locker"), "Create a member called Bo with parking and without locker",
         {"Name": "Bo", "Parking": None}),
        (("Name", ("Team", "Ada Ray - Blue", "Bo Ray - Red")), "Create a member called Cy with Ada Ray",
         {"Name": "Cy", "Team": "Ada Ray - Blue"}),
        (("Owner name", ("Team", "Blue", "Red")), "Create a member for owner Ada Ray to Blue",
         {"Owner name": "Ada Ray", "Team": "Blue"}),
        (("Name", "Owner"), "Create a member called Bo without filling in the owner", {"Name": "Bo"}),
    ],
)  # fmt: skip
def test_values_go_where_a_form_asks_for_them(fields, goal, values):
    page = form(*fields, button="Create member")

    assert filled(page, goal) == values


def test_a_list_is_made_longer_to_find_an_entry():
    built = Builder()
    built.into("row")
    built.text("Ada", role="cell")
    built.button("Delete")
    built.out()
    built.button("Show more")
    page = built.page()

    assert [page.by_number[int(s[1][2:])].said for s in steps(plan(page, "Delete Bo"))] == ["Show more"]


@pytest.mark.parametrize(
    ("check", "denied"),
    [
        ('I expect "No such mail." and Ada must not be listed', [False, True]),
        ('see "No such mail." and Ada should not be in the list', [False, True]),
        ('espero "Correo no válido." y Ada no debe salir en la lista', [False, True]),
        ('check that "Saved." and "Sent." are not shown', [True, True]),
        ('I expect "Ada" and "Bo" not to be listed', [True, True]),
    ],
)
def test_a_sentence_that_is_to_be_seen_is_not_denied_by_what_follows_it(check, denied):
    parts = read_goal(f"Save the form. {check[:1].upper()}{check[1:]}").parts

    assert [part.negated for part in parts if part.verb == "expect"] == denied
