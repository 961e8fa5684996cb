"""What a goal leaves in a form as it is: it asks for nothing, and no check is lost with it."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def told(goal):
    return [(p.verb, " ".join(t.text for t in p.words if t.kind != "mark")) for p in read_goal(goal).parts]


@pytest.mark.parametrize(
    "left",
    [
        "Leave the date and everything else as it comes.",
        "Don't touch the date.",
        "The date can stay.",
        "Don't bother with a comment.",
        "Comments are optional, skip them.",
    ],
)
def test_what_is_left_as_it_is_asks_for_nothing(left):
    assert told(f"Create a bill for Ana with 3 Oak. {left} Save it.") == [
        ("create", "a bill for Ana with 3 Oak"),
        ("save", "it"),
    ]


@pytest.mark.parametrize(
    "left",
    [
        "la fecha la dejo como está",
        "lo demás no lo toco",
        "sin cambiar la fecha",
        "la fecha que ponga el sistema vale",
        "el resto se queda igual",
    ],
)
def test_in_spanish_it_asks_for_nothing_either(left):
    assert told(f"Crea una factura para Ana con 3 Oak, {left}, y guárdala") == [
        ("create", "una factura para Ana con 3 Oak"),
        ("save", ""),
    ]


@pytest.mark.parametrize(
    "goal",
    [
        "New bill\n- customer: Ana\n- date: as is\n- notes: Ring\nSave",
        "New bill\n- customer: Ana\n- date leave as it is\n- notes: Ring\nSave",
        "Factura nueva:\n- customer: Ana\n- fecha: la que venga\n- notes: Ring\nGuardar",
    ],
)
def test_a_label_without_a_value_of_its_own_is_left_out_of_a_list(goal):
    (verb, words), _ = told(goal)

    assert verb == "create"
    assert words.endswith("customer Ana notes Ring")


@pytest.mark.parametrize(
    ("goal", "check"),
    [
        ("Set the seats of B-7 to 9; the date stays as it is", "the date stays as it is"),
        ("Create a bill for Ana. Check that the date stays as it is", "the date stays as it is"),
        ("Crea una factura para Ana. Comprueba que la fecha se queda igual", "la fecha se queda igual"),
        ("Save the bill. Expected: B-7 listed, state unchanged", "B-7 listed state unchanged"),
    ],
)
def test_what_has_to_stay_is_a_check_still(goal, check):
    assert ("expect", check) in told(goal)


@pytest.mark.parametrize(
    ("goal", "thing"),
    [
        ("Put in a bill for Ana. Save", "a bill for Ana"),
        ("Key in a bill for Ana. Save", "a bill for Ana"),
        ("Mete una factura para Ana. Guarda", "una factura para Ana"),
        ("Tramita una factura para Ana. Guarda", "una factura para Ana"),
        ("- Sign in: a@b.test / s3cretpw\n- New bill: customer Ana\n- Save", "bill customer Ana"),
        ("Factura nueva, sesión con a@b.test / s3cretpw:\n- cliente: Ana\nGuardar", "factura cliente Ana"),
        ("Datos: cliente Ana, importe 5\nAcción: crear la factura y guardarla", "la factura cliente Ana importe 5"),
    ],
)
def test_one_more_is_asked_for_in_many_words(goal, thing):
    assert ("create", thing) in told(goal)


def test_what_is_told_with_a_form_goes_into_it():
    assert told("Open the new bill form, customer Ana, amount 5") == [
        ("open", "the new bill form"),
        ("fill", "customer Ana amount 5"),
    ]


@pytest.mark.parametrize(
    ("goal", "check"),
    [
        ("Crea un pedido para Ada, y comprueba que aparece", "aparece"),
        ("Create an order for Ada, and see that it appears", "it appears"),
        ("Change the quantity of ORD-7 to 5. Su estado sigue igual", "Su estado sigue igual"),
    ],
)
def test_a_check_that_sounds_like_a_form_left_alone_is_kept(goal, check):
    assert ("expect", check) in told(goal) or ("say", check) in told(goal)
