"""A goal tells more than it asks for: who signs in with what, why, what for, what came about, what is left out."""

import pytest

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.secrecy import logins_in, secrets_in


def told(goal):
    return [(part.verb, part.said) for part in read_goal(goal).parts if not part.implied]


@pytest.mark.parametrize(
    "goal",
    [
        "Delete ORD-7 (ada@x.test, s3cret1) and check that ORD-7 is gone",
        "Delete ORD-7 and check that ORD-7 is gone. User ada@x.test, password s3cret1.",
        "ada@x.test / s3cret1 → delete ORD-7 → ORD-7 gone",
        "Sign in with the demo account (email ada@x.test, password s3cret1). Delete ORD-7. ORD-7 must be gone",
        "Ada logs on (ada@x.test, s3cret1), deletes ORD-7, and checks that ORD-7 is gone",
        "You can log in with ada@x.test and s3cret1. Delete ORD-7 and check that ORD-7 is gone",
        "Borra ORD-7 y comprueba que ORD-7 no está. Usuario: ada@x.test. Contraseña: s3cret1.",
        "Dado que he entrado con ada@x.test y s3cret1\nCuando borro ORD-7\nEntonces ORD-7 no aparece",
        "Borra ORD-7 (entrando con ada@x.test y s3cret1) y comprueba que ORD-7 no aparece",
        "Delete ORD-7 and check that ORD-7 is gone. Log in with ada@x.test / s3cret1 first.",
        "Borra ORD-7 y comprueba que ORD-7 no está. Entra con ada@x.test y s3cret1 antes",
        "Delete ORD-7 (user: ada@x.test, password: s3cret1) and check that ORD-7 is gone",
        "Borra ORD-7. Al final ORD-7 no debe aparecer. Usuario: ada@x.test, contraseña: s3cret1",
    ],
)
def test_whoever_signs_in_does_so_first_wherever_the_goal_says_with_what(goal):
    parts = read_goal(goal).parts
    said = {token.norm for part in parts for token in part.words}

    assert [part.verb for part in parts] == ["login", "delete", "expect"]
    assert not said & {"first", "antes", "user", "usuario"}
    assert [t.text for t in parts[0].words] == ["ada@x.test", "s3cret1"]
    assert parts[2].negated


@pytest.mark.parametrize(
    "goal",
    [
        "Sign in with ada/s3cret1 and delete ORD-7",
        "Delete ORD-7. My credentials are ada / s3cret1.",
        "Delete ORD-7 (sign-in: ada, s3cret1)",
        "Con las credenciales ada / s3cret1 borra ORD-7",
        "Borra ORD-7 [acceso: ada, s3cret1]",
    ],
)
def test_who_signs_in_need_have_no_address(goal):
    login, deleted = read_goal(goal).parts

    assert (login.verb, [t.text for t in login.words]) == ("login", ["ada", "s3cret1"])
    assert (deleted.verb, [t.text for t in deleted.words]) == ("delete", ["ORD-7"])


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Enter ada@x.test as email and s3cret1 as password", ["fill"]),
        ("Create the user Ada (ada@x.test, s3cret1)", ["create", "save"]),
        ("Log out and sign in as ada@x.test with password s3cret1", ["logout", "login"]),
    ],
)
def test_a_name_and_a_password_that_a_form_is_filled_in_with_let_nobody_in(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


@pytest.mark.parametrize(
    ("goal", "secret"),
    [
        ("Log in (ada@x.test, s3cret1)", ("s3cret1",)),
        ("ada@x.test / letmein, then open Orders", ("letmein",)),
        ("the user ada@x.test is logged in with s3cret1", ("s3cret1",)),
        ("user ada, password letmein: add a note", ("letmein",)),
        ("My credentials are ada / s3cret1", ("s3cret1",)),
        ("Sign in with ada/s3cret1 and open Orders", ("s3cret1",)),
        ("Delete ORD-7 (sign-in: ada, s3cret1)", ("s3cret1",)),
        ("Borra ORD-7 (acceso: ada / s3cret1)", ("s3cret1",)),
        ("Signed in as ada, the 3pm visit is listed", ()),
        ("Log in as ada / open ORD7b", ()),
        ("User name: ada Password: letmein", ("letmein",)),
        ("Invite ada@x.test and delete ORD-7", ()),
        ("Write to ada@x.test, 12 rolls", ()),
        ("Contact: Joan, joan@x.test\n6. Next", ()),
    ],
)
def test_a_password_is_known_by_the_name_that_it_stands_beside(goal, secret):
    assert secrets_in(goal) == secret


def test_the_labels_of_a_form_that_signs_in_are_nobody():
    assert logins_in("User name Password Sign in Forgotten?") == ()


def test_where_a_login_stands_is_told_for_the_name_and_for_the_password():
    goal = "as ada@x.test (password s3cret1)"

    [(name, secret)] = logins_in(goal)

    assert (goal[slice(*name)], goal[slice(*secret)]) == ("ada@x.test", "s3cret1")


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Delete ORD-7 because it was entered twice", [("delete", "Delete ORD-7")]),
        (
            "Try to delete Ada. Because she still has loans, the page should refuse",
            [("delete", "delete Ada"), ("expect", "the page should refuse")],
        ),
        (
            "Reserva la sala 3. Como ya está llena, la reserva debe rechazarse",
            [("say", "Reserva la sala 3"), ("expect", "la reserva debe rechazarse")],
        ),
        ("Because ORD-7 is wrong, delete it", [("delete", "delete it Because ORD-7")]),
        ("As a member, I should see the shelf", [("expect", "I should see the shelf")]),
        ("Please archive ORD-7 so that nobody can see it", [("say", "archive ORD-7")]),
        ("Please delete ORD-7, so that nothing wrong gets sent", [("delete", "delete ORD-7")]),
        ("Borra ORD-7 para que nada equivocado se envíe", [("delete", "Borra ORD-7")]),
        ("If a banner shows up, close it. Delete ORD-7", [("delete", "Delete ORD-7")]),
        ("Hello, delete ORD-7. Thank you!", [("delete", "delete ORD-7")]),
        ("Scenario: tidy up\nWhen I delete ORD-7", [("delete", "delete ORD-7")]),
        ("Negative test: press Save without filling anything in", [("click", "press Save")]),
        ("Delete ORD-7 and leave the others alone", [("delete", "Delete ORD-7")]),
        ("The customer called and wants ORD-7 cancelled. Please cancel it", [("delete", "cancel it ORD-7")]),
        ("Two tickets are called Login bug. Delete the one of Ada", [("delete", "Delete the one of Ada Login bug")]),
        ("We received the payment for INV-7, so delete it", [("delete", "delete it INV-7")]),
    ],
)
def test_what_asks_for_nothing_is_left_out_and_lends_its_names(goal, parts):
    assert told(goal) == parts


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("The order ORD-7 should be deleted. User ada@x.test, password s3cret1", ["login", "delete"]),
        ("An order is placed for Ada", ["create", "save"]),
        ('When the report "Gloves" is approved and I go back to the list', ["say", "save", "back"]),
        ("Delete ORD-7. It should be deleted", ["delete", "expect"]),
    ],
)
def test_what_is_said_to_be_done_to_a_thing_is_asked_for_where_nothing_else_does_it(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("It must not be possible to create an order without a customer", ["create", "save", "expect"]),
        ("No debe ser posible crear un pedido sin cliente", ["create", "save", "expect"]),
        ("Nobody may book without a title: press Save", ["expect", "click"]),
        ("Check that an empty note cannot be saved: open Notes and press Save note", ["expect", "open", "click"]),
        (
            "Probar que no se puede cobrar de más: en la ficha de Ada registra un pago de 80",
            ["expect", "create", "save"],
        ),
    ],
)
def test_what_is_said_to_be_impossible_is_tried_and_must_be_refused(goal, verbs):
    parts = read_goal(goal).parts

    assert sorted(part.verb for part in parts) == sorted(verbs)
    [refused] = [part for part in parts if part.verb == "expect"]
    assert (refused.said, refused.negated) == ("refused", False)


def test_a_quoted_message_is_looked_for_beside_a_refusal():
    goal = 'Press Save. It must be refused: "Choose a customer." has to appear and no order may be created'

    assert [part.said for part in read_goal(goal).parts][1:] == [
        "It must be refused",
        "Choose a customer. has to appear",
        "refused",
    ]


@pytest.mark.parametrize(
    ("goal", "words", "left_out"),
    [
        ("Select every ticket except T-4", "every ticket", "T-4"),
        ("Marca todas las tareas menos Comprar pan", "todas las tareas", "Comprar pan"),
        ("Edit the order of Ada (not the paid one)", "the order of Ada", "the paid one"),
    ],
)
def test_what_is_left_out_is_no_part_of_what_is_meant(goal, words, left_out):
    part = read_goal(goal).parts[0]

    assert " ".join(t.text for t in part.words) == words
    assert " ".join(t.text for t in part.excluded) == left_out


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("A search for ORD-7 finds nothing and says “No match”", ["search", "expect"]),
        ('Check that looking for "velvet" brings up "No orders match."', ["search", "expect"]),
        ('Adding "Dessert" (Meals, 75) must be refused', ["create", "save", "expect"]),
        ("Create an order for Ada, so that it is listed under Open", ["create", "save", "expect"]),
        ("Borra ORD-7 y la aplicación debe negarse", ["delete", "expect"]),
        ("Add an order for Ada. The orders page lists Ada", ["create", "save", "expect"]),
        ("Approve it. Status: Approved", ["say", "save", "expect"]),
        ("Press Save\nExpected result: the order is listed", ["click", "expect"]),
        ("Create a customer called Ada and then an order for Bo", ["create", "save", "create", "save"]),
        ("Turn the alerts off", ["uncheck"]),
        ("Raise the limit to 60", ["edit", "save"]),
        ('Leave the comment "Seen" there', ["create", "save"]),
    ],
)
def test_more_ways_to_say_what_to_do_and_what_must_be_seen(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


def test_only_several_together_are_one_check_and_what_is_not_is_another():
    goal = "Make sure that only A-1 and A-2 are listed while A-3 is not"

    assert [(part.said, part.negated) for part in read_goal(goal).parts] == [
        ("Make sure that only A-1 and A-2 are listed", False),
        ("A-3 are not listed", True),
    ]


@pytest.mark.parametrize(
    ("goal", "checks"),
    [
        ("It should vanish while the other three stay", ["It should vanish", "the other three stay"]),
        ("Debe desaparecer y las demás siguen", ["Debe desaparecer", "las demás siguen"]),
        ("It should vanish and stay out of sight", ["It should vanish and stay out of sight"]),
        ("The other three should stay as they were", ["The other three should stay as they were"]),
    ],
)
def test_what_is_gone_is_one_check_and_that_the_others_stay_another(goal, checks):
    parts = read_goal(f"Delete the memo. {goal}").parts

    assert [part.said for part in parts if part.verb == "expect"] == checks


def test_a_line_that_fills_in_a_title_is_no_title_of_the_goal():
    parts = read_goal("Open the form\n- Title: Broken login\n- Save").parts

    assert [(part.verb, part.said) for part in parts][1] == ("fill", "Title Broken login")


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Go to Settings > Billing and delete ORD-7", ["open Settings", "open Billing", "delete ORD-7"]),
        ("Settings → Billing: delete ORD-7", ["open Settings", "open Billing", "delete ORD-7"]),
        ("En el menú Ajustes > Mi perfil, borra ORD-7", ["open Ajustes", "open Mi perfil", "delete ORD-7"]),
        ("1) Reports > New report\n2) delete ORD-7", ["open Reports", "open New report", "delete ORD-7"]),
        ("Click File > Export", ["click File > Export"]),
        ("Check that the breadcrumb says Home > Orders", ["expect the breadcrumb says Home > Orders"]),
        ("Check that 5 > 3 is shown", ["expect 5 > 3 is shown"]),
    ],
)
def test_a_way_of_several_places_is_gone_place_by_place(goal, parts):
    assert [f"{part.verb} {' '.join(t.text for t in part.words)}" for part in read_goal(goal).parts] == parts


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("Delete ORD-7\nResult: ORD-7 is gone", "ORD-7 is gone"),
        ("Delete ORD-7. Resultado: ORD-7 ya no aparece", "ORD-7 ya no aparece"),
        ("Approve ORD-7. Result: Approved", "Result : Approved"),
    ],
)
def test_a_result_is_what_is_expected_or_a_label(goal, said):
    part = read_goal(goal).parts[-1]

    assert (part.verb, " ".join(t.text for t in part.words)) == ("expect", said)


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("Search for roll. Expected: exactly 2 found, Ada and Lunar", ["exactly 2 found", "Ada", "Lunar"]),
        ("Search for roll and check that 2 rows are shown: ORD-1, ORD-2", ["2 rows are shown", "ORD-1", "ORD-2"]),
        ("Search for roll and check that 3 rows are shown: ORD-1, ORD-2", ["3 rows are shown : ORD-1 , ORD-2"]),
        ("Check that Ada has 2 orders, ORD-1 and ORD-2", ["Ada has 2 orders , ORD-1 and ORD-2"]),
        ("Add Ada. She is in the team together with Felix Brandt", ["She is in the team", "Felix Brandt"]),
        ("Reject ORD-1. It is listed together with that reason", ["It is listed together with that reason"]),
    ],
)
def test_how_many_there_are_and_which_is_told_apart(goal, said):
    parts = read_goal(goal).parts

    assert [" ".join(t.text for t in part.words) for part in parts if part.verb == "expect"] == said


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("Check that the total (VAT included) is €9", "the total is €9"),
        ("Comprueba que el total (IVA incluido) es 9 €", "el total es 9 €"),
        ("Check that the total (before tax) is €9", "the total ( before tax ) is €9"),
        ("Check that the total (VAT not included) is €9", "the total ( VAT not included ) is €9"),
    ],
)
def test_that_something_is_included_need_not_be_shown(goal, said):
    [part] = read_goal(goal).parts

    assert " ".join(t.text for t in part.words) == said


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Check Ada in", ["say|Check in|Ada", "save||"]),
        ("Check out ORD-7", ["say|Check out|ORD-7", "save||"]),
        ("Delete ORD-7. Confirm in the dialog", ["delete|Delete|ORD-7", "accept|Confirm|"]),
        ("Delete ORD-7 and say yes on the confirmation page", ["delete|Delete|ORD-7", "accept|say yes|"]),
        ("Borra ORD-7 y di que sí en la pregunta", ["delete|Borra|ORD-7", "accept|di que sí|"]),
        ("Delete ORD-7. Confirm ORD-8", ["delete|Delete|ORD-7", "save|Confirm|ORD-8"]),
        ("When I filter by A2, then 3 pupils are listed", ["filter|filter by|A2", "expect||3 pupils are listed"]),
        ("Cuando filtro por A2, entonces salen 3", ["filter|filtro|por A2", "expect||salen 3"]),
        ("Sign in to Billing with ada@x.test / s3cret1", ["login|Sign in|ada@x.test s3cret1 , in Billing"]),
    ],
)
def test_what_a_few_words_make_of_an_order(goal, parts):
    told = [
        "|".join(" ".join(t.text for t in words) for words in (part.verb_words, part.words))
        for part in read_goal(goal).parts
    ]

    assert [f"{part.verb}|{said}" for part, said in zip(read_goal(goal).parts, told, strict=True)] == parts


@pytest.mark.parametrize("goal", ["Add a task: title Uno", "Crea una tarea: título Uno", "Make a new test: title Uno"])
def test_what_is_to_be_made_is_no_title_of_the_goal(goal):
    parts = read_goal(goal).parts

    assert [part.verb for part in parts] == ["create", "save"]


def test_the_title_of_a_goal_asks_for_nothing():
    assert [part.verb for part in read_goal("Task: delete the note Uno").parts] == ["delete"]


@pytest.mark.parametrize(
    ("goal", "kept"),
    [
        ("Delete invoice F-7, it was paid anyway.", "Delete invoice F-7 it was paid"),
        ("Delete invoice F-7 - it had been paid in any case.", "Delete invoice F-7 it had been paid"),
        ("Delete invoice F-7 (it was paid after all).", "Delete invoice F-7 it was paid"),
        ("Borra la factura F-7, que estaba pagada de todos modos.", "Borra la factura F-7 que estaba pagada"),
        ("Borra la factura F-7, total ya estaba pagada.", "Borra la factura F-7 ya estaba pagada"),
        ("Delete invoice F-7 (it asks first).", "Delete invoice F-7"),
        ("Click Delete anyway.", "Click Delete anyway"),
    ],
)
def test_how_little_something_matters_is_not_meant_but_what_is_so_is(goal, kept):
    assert read_goal(goal).parts[0].said == kept


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Check the boat filter. Sign in as ada with password Sea-9. Heron is listed.", ["login", "expect"]),
        ("Comprobar el filtro de barcos. Acceso: ada@x.test / Sea-9. Debe salir Heron.", ["login", "expect"]),
        ("Verify the totals of a boat. Login ada@x.test / Sea-9. The total is 5 hours.", ["login", "expect"]),
        ("Verify the totals of Heron. Login ada@x.test / Sea-9. The total is 5.", ["login", "expect", "expect"]),
        ("Check the menu is hidden. Login ada@x.test / Sea-9. Heron must be listed.", ["login", "expect", "expect"]),
        ("Verify the boat filter. Open Heron. The total is 5 hours.", ["expect", "open", "expect"]),
    ],
)
def test_what_is_tested_is_a_title_before_it_is_said_how_to_sign_in(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("It's good when the list of orders shows ORD-7 as Paid.", ["expect"]),
        ("It works when the order ORD-7 is listed with status Paid.", ["expect"]),
        ("Está bien cuando el pedido ORD-7 sale en la tabla con estado Pagado.", ["expect"]),
        ("Delete ORD-3.\nCriterion: ORD-3 is no longer listed.", ["delete", "expect"]),
        ("Borra ORD-3.\nCriterios de éxito: ORD-3 ya no aparece.", ["delete", "expect"]),
    ],
)
def test_what_something_is_good_by_is_a_check(goal, parts):
    read = told(goal)
    assert [verb for verb, _ in read] == parts
    assert not any("good" in said or "works" in said or "riteri" in said for _, said in read)


def test_criteria_of_a_search_are_no_check():
    assert [verb for verb, _ in told("Search for orders. Criteria: customer Ada, status Open.")] == ["search"]


@pytest.mark.parametrize(
    "goal",
    [
        "Delete the order ORD-1 (it is on the second page of the list) and say yes.",
        "Delete the order ORD-1 (Acme, paid; you will see it on page 2) and say yes.",
        "Borra el pedido ORD-1 (está en la segunda página) y acepta.",
        "Borra el pedido ORD-1 (Acme; lo verás en la segunda página) y acepta.",
    ],
)
def test_an_aside_on_which_page_something_is_asks_for_nothing(goal):
    assert [verb for verb, _ in told(goal)] == ["delete", "accept"]
    assert not any("page" in said or "página" in said for _, said in told(goal))


def test_on_which_page_something_has_to_be_is_asked_for():
    assert told("Check that ORD-1 is listed (it is on the second page).")[0][1].endswith("second page")


@pytest.mark.parametrize(
    "goal",
    [
        "A cookie notice usually appears over the orders, close it and that's it. Then delete ORD-3.",
        "Sometimes a popup appears, dismiss it. Then delete ORD-3.",
        "Al entrar, suele salir un aviso encima de la lista; ciérralo y listo. Luego borra ORD-3.",
        "Get past the welcome banner, then delete ORD-3.",
        'Get past the "We use cookies" popup and delete ORD-3.',
        'Sáltate el aviso "Novedades" y borra ORD-3.',
    ],
)
def test_what_is_in_the_way_is_only_closed(goal):
    assert [verb for verb, _ in told(goal)] == ["close", "delete"]


def test_a_first_step_is_not_closed():
    assert told("Get past the first step and fill in the contact Ada.")[0][0] != "close"


@pytest.mark.parametrize(
    "goal",
    [
        "Register the company Acme, tax id B1, contact Ada, to the end.",
        "Registra la empresa Acme, NIF B1, contacto Ada, hasta el final.",
    ],
)
def test_that_something_is_made_to_its_end_is_no_value(goal):
    assert told(goal)[0][1].endswith("Ada")


@pytest.mark.parametrize(
    "goal",
    [
        "Create an order with quantity 5 but without choosing a customer, and save it.",
        "Crea un pedido con cantidad 5 pero sin elegir cliente y guárdalo.",
    ],
)
def test_but_before_what_is_left_out_says_nothing(goal):
    assert not {"but", "pero"} & set(told(goal)[0][1].split())


@pytest.mark.parametrize(
    ("goal", "last"),
    [
        ("Check that ORD-3 is gone, and ORD-2, the one of 20, is still there.", "ORD-2"),
        ("Comprueba que ORD-3 ya no aparece y ORD-2, el de 20, sigue ahí.", "ORD-2"),
        ('Check that it greets me as Ada and at the bottom of the list "Total of 14".', "at the bottom"),
        ('Comprueba que arriba sale Ada y al pie de la lista "Total de 14".', "al pie"),
    ],
)
def test_what_is_told_of_another_thing_or_place_is_a_check_of_its_own(goal, last):
    read = told(goal)
    assert [verb for verb, _ in read] == ["expect", "expect"]
    assert read[1][1].startswith(last)


@pytest.mark.parametrize(
    "goal",
    [
        'When I press "Got it" the notice disappears.',
        'Al pulsar "Entendido" el aviso desaparece.',
        'Si pulso "Guardar" la lista muestra ORD-3.',
    ],
)
def test_what_comes_of_a_press_needs_no_comma_behind_the_name_of_the_button(goal):
    assert [verb for verb, _ in told(goal)] == ["click", "expect"]


def test_what_is_pressed_in_a_row_is_no_check():
    assert [verb for verb, _ in told('Pulsa "Editar" la fila que muestra ORD-3.')] == ["click"]


@pytest.mark.parametrize("story", ["Ana Ruiz se muda a otra ciudad", "Ana Ruiz se jubila"])
def test_whom_something_happens_to_is_meant_by_the_order_behind_it(story):
    first = read_goal(f"{story}. Dala de baja.").parts[0]

    assert (first.verb, [t.text for t in first.words if t.names]) == ("delete", ["Ana", "Ruiz"])


@pytest.mark.parametrize("check", ["expect: orders page, total of 14", "check: the orders page says 14"])
def test_a_page_of_several_is_no_order_for_one(check):
    assert "create" not in [verb for verb, _ in told(f"Open the shop. {check}")]
