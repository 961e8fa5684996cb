"""Goals in plain words for the demo application, each with what must be true of its data afterwards."""

from dataclasses import dataclass
from typing import Any

ENTER = "Sign in as demo@ghostly.test with password demo1234"
ENTRA = "Inicia sesión como demo@ghostly.test con contraseña demo1234"


@dataclass(frozen=True)
class Goal:
    words: str
    holds: Any
    faults: tuple[str, ...] = ()
    lang: str = "en"


def unchanged(before, after):
    return before == after


def signed_in(before, after):
    return before == after


def has_order(**wanted):
    def holds(before, after):
        new = [order for order in after["orders"] if order not in before["orders"]]
        return len(new) == 1 and all(new[0][name] == value for name, value in wanted.items())

    return holds


def edited(number, **wanted):
    """The order has changed in just that, and no other has."""

    def holds(before, after):
        changed = [o for o in after["orders"] if o not in before["orders"]]
        (old,) = (o for o in before["orders"] if o["number"] == number)
        return [{**o, "total": 0} for o in changed] == [{**old, **wanted, "total": 0}]

    return holds


def deleted(number):
    def holds(before, after):
        return [o["number"] for o in before["orders"] if o not in after["orders"]] == [number]

    return holds


def has(kind, **wanted):
    def holds(before, after):
        new = [each for each in after[kind] if each not in before[kind]]
        return len(new) == 1 and all(new[0][name] == value for name, value in wanted.items())

    return holds


SIGN_IN = [
    Goal("Log into the shop using demo@ghostly.test and the password demo1234", unchanged),
    Goal('Enter "demo@ghostly.test" as e-mail and "demo1234" as password, then press Sign in', unchanged),
    Goal("As demo@ghostly.test (password: demo1234) sign in and verify that Orders is shown", unchanged),
    Goal("Accede con demo@ghostly.test y contraseña demo1234 y comprueba que ves los pedidos", unchanged, lang="es"),
    Goal("Identifícate con el correo demo@ghostly.test, contraseña demo1234", unchanged, lang="es"),
    Goal(
        "Entra en la aplicación: correo demo@ghostly.test, contraseña demo1234. Debe verse la lista de pedidos",
        unchanged,
    ),
]
CREATE = [
    Goal(
        f"{ENTER}. Then create an order for Textil Sur with 7 of Linen roll and confirm that it appears in the table",
        has_order(customer="Textil Sur", product="Linen roll", quantity=7),
    ),
    Goal(
        f"{ENTER}, add a new order (customer: Maison Fil, product: Cotton roll, quantity: 14) and make sure "
        "it is listed",
        has_order(customer="Maison Fil", product="Cotton roll", quantity=14),
    ),
    Goal(
        f"{ENTER}. Register an order of 3 Merino wool for Oak & Needle; the table should then contain it",
        has_order(customer="Oak & Needle", product="Merino wool", quantity=3),
    ),
    Goal(
        f"{ENTRA}. Crea un pedido para Textil Norte de 6 Denim roll y confirma que aparece en la tabla",
        has_order(customer="Textil Norte", product="Denim roll", quantity=6),
    ),
    Goal(
        f"{ENTRA}, añade un nuevo pedido con cliente Casa Lienzo, producto Linen roll y cantidad 9, y "
        "verifica que está en la lista",
        has_order(customer="Casa Lienzo", quantity=9),
        lang="es",
    ),
    Goal(
        f"{ENTRA}. Haz un pedido nuevo: cliente Maison Fil, producto Merino wool, cantidad 2. Debe salir en "
        "la tabla de pedidos",
        has_order(customer="Maison Fil", quantity=2),
        lang="es",
    ),
]
EDIT = [
    Goal(
        f"{ENTER}, open order ORD-1010 and change its quantity to 55, then check that the row says 55",
        edited("ORD-1010", quantity=55),
    ),
    Goal(
        f"{ENTER}. In the row of ORD-1009 press Edit, set Quantity to 21, save, and see 21 in that row",
        edited("ORD-1009", quantity=21),
    ),
    Goal(
        f"{ENTER}. Mark order ORD-1011 as shipped and verify that its row shows Shipped",
        edited("ORD-1011", status="shipped"),
    ),
    Goal(
        f"{ENTRA}. Modifica el pedido ORD-1009: pon la cantidad en 18 y guarda. Comprueba que la fila muestra 18",
        edited("ORD-1009", quantity=18),
        lang="es",
    ),
    Goal(
        f"{ENTRA}, edita el pedido ORD-1012 y cambia la cantidad a 44; en su fila debe verse 44",
        edited("ORD-1012", quantity=44),
    ),
]
DELETE = [
    Goal(
        f"{ENTER} and delete the order of Textil Norte that is open; it should disappear from the table",
        deleted("ORD-1010"),
    ),
    Goal(f"{ENTER}. Get rid of order ORD-1009 and verify that it no longer appears", deleted("ORD-1009")),
    Goal(
        f"{ENTER}, erase order ORD-1014 (accept the question) and confirm it is not in the table anymore",
        deleted("ORD-1014"),
    ),
    Goal(f"{ENTRA}. Elimina el pedido ORD-1010 y comprueba que ha desaparecido", deleted("ORD-1010"), lang="es"),
    Goal(f"{ENTRA}, borra la orden ORD-1011 y verifica que ya no está en la tabla", deleted("ORD-1011")),
]
FILTER = [
    Goal(f"{ENTER}. Filter the orders by the status Cancelled and check that only ORD-1005 is shown", unchanged),
    Goal(f'{ENTER}, search the orders for "Harbour"; ORD-1013 must be listed and ORD-1009 must not', unchanged),
    Goal(f"{ENTER}. Narrow the list to paid orders and verify that ORD-1006 is there and ORD-1010 is not", unchanged),
    Goal(f"{ENTRA}. Busca «Lienzo» y comprueba que aparece ORD-1012 y que no aparece ORD-1009", unchanged, lang="es"),
    Goal(f"{ENTRA}, muestra solo los pedidos enviados y verifica que ORD-1010 no se ve", unchanged, lang="es"),
]
WIZARD = [
    Goal(
        f"{ENTER}. Register a company: name Hilos del Mar, tax id B-12345, contact Ana Ruiz, contact email "
        "ana@hilos.test. Check that Hilos del Mar is listed",
        has("companies", company="Hilos del Mar", tax_id="B-12345", contact="Ana Ruiz", contact_email="ana@hilos.test"),
    ),
    Goal(
        f'{ENTER}, go to Companies and add the company "Northern Looms" with tax number GB-777; its contact '
        "is Tom Reed (tom@looms.test). Finish and verify that Northern Looms appears",
        has("companies", company="Northern Looms", tax_id="GB-777", contact="Tom Reed", contact_email="tom@looms.test"),
    ),
    Goal(
        f"{ENTRA}. Registra la empresa Telas Sol con NIF X-99, contacto Luis Gil y correo luis@telas.test, y "
        "comprueba que Telas Sol aparece",
        has("companies", company="Telas Sol", tax_id="X-99", contact="Luis Gil", contact_email="luis@telas.test"),
        lang="es",
    ),
]
REFUSED = [
    Goal(
        "Sign in as demo@ghostly.test with password wrong-one and check that the sign-in is refused with an error",
        unchanged,
    ),
    Goal(
        f"{ENTER}. Try to create an order for Textil Sur with quantity 0 of Linen roll; an error should be displayed",
        unchanged,
    ),
    Goal(
        f"{ENTRA}. Intenta crear un pedido sin cliente con cantidad 5 de Denim roll y comprueba que sale un error",
        unchanged,
    ),
]
DISTURBED = [
    Goal(f"{ENTER}, delete order ORD-1011 and check that it is gone", deleted("ORD-1011"), ("blocking-modal",)),
    Goal(
        f"{ENTER} and create an order for Maison Fil, product Denim roll, quantity 11. It must appear in the table",
        has_order(customer="Maison Fil", product="Denim roll", quantity=11),
        ("renamed-ids",),
    ),
    Goal(
        f"{ENTRA}. Crea un pedido para Harbour Tailors, producto Cotton roll, cantidad 13, y comprueba que aparece",
        has_order(customer="Harbour Tailors", product="Cotton roll", quantity=13),
        ("blocking-modal", "slow"),
    ),
]
LOGIN = "(demo@ghostly.test, demo1234)"
# As people tell things: who signs in said in passing, what happened, what must not be possible.
OTHERWISE = [
    Goal(
        'Given the user demo@ghostly.test is logged in with demo1234\nWhen they search orders for "denim"\n'
        'And filter by status "Open"\nThen ORD-1009 and ORD-1010 are listed\nAnd ORD-1006 is not listed',
        unchanged,
    ),
    Goal(
        "End-to-end check for the release: sign in as demo@ghostly.test (demo1234), create an order for Textil Norte "
        "with 9 Linen roll, change it to 10 pieces afterwards, search for ORD-1015 and see that it is worth €485.00.",
        has_order(customer="Textil Norte", product="Linen roll", quantity=10),
    ),
    Goal(
        f"As a shop clerk I sign in {LOGIN} and record an order of 1 Linen roll for Harbour Tailors, so that it is in "
        "the list with Dana Moreno under Entered by.",
        has_order(customer="Harbour Tailors", product="Linen roll", quantity=1),
    ),
    Goal(
        "demo@ghostly.test / demo1234 → delete ORD-1010 → ORD-1010 gone, ORD-1009 still there",
        deleted("ORD-1010"),
    ),
    Goal(
        f"The cancelled order of Harbour Tailors should be deleted {LOGIN}. Afterwards a search for ORD-1005 finds "
        'nothing and says "No orders match."',
        deleted("ORD-1005"),
    ),
    Goal(
        "A quantity of 1000 must not be accepted: as demo@ghostly.test (demo1234) try to order 1000 Linen rolls for "
        'Textil Sur and expect "Enter a whole number from 1 to 999."',
        unchanged,
    ),
    Goal(
        "Edita el pedido ORD-1012: pon estado Enviado y guarda. Antes entra con demo@ghostly.test y demo1234. "
        "Comprueba que en la fila de ORD-1012 se lee Enviado.",
        edited("ORD-1012", status="shipped"),
        lang="es",
    ),
    Goal(
        "Dado que he entrado con demo@ghostly.test y demo1234\nCuando doy de alta un pedido del cliente Nordwind "
        "Atelier, producto Cotton roll, cantidad 11\nY lo guardo\nEntonces la tabla muestra ORD-1015 con 352,00 €",
        has_order(customer="Nordwind Atelier", product="Cotton roll", quantity=11),
        lang="es",
    ),
    Goal(
        f"Borra el pedido ORD-1013 {LOGIN}, acepta la pregunta y comprueba que ORD-1013 ya no está",
        deleted("ORD-1013"),
        lang="es",
    ),
]
REACHED = [*SIGN_IN, *CREATE, *EDIT, *DELETE, *FILTER, *WIZARD, *REFUSED, *DISTURBED, *OTHERWISE]

# What no honest tool can say was done.
IMPOSSIBLE = [
    Goal(f"{ENTER} and merge the customers Textil Sur and Textil Norte into one", unchanged),
    Goal(f"{ENTER}, delete the order of Linen roll", None),
    Goal(f"{ENTER}. Print the invoice of order ORD-1009 and check that it says Invoice 77", unchanged),
    Goal(f"{ENTER}. Delete order ORD-1009 and check that order ORD-1009 is still in the table", None),
    Goal(f"{ENTRA} y archiva el pedido ORD-1010", unchanged, lang="es"),
    Goal(f"{ENTER}. Check that the table says Order ORD-1009 belongs to Textil Norte", unchanged),
    Goal(f"{ENTER}. Pay order ORD-1009 with a credit card", unchanged),
    Goal(f"{ENTER} and upgrade the account to Premium", unchanged),
    Goal("Sign in as demo@ghostly.test with password wrong-one and check that the list of orders is shown", unchanged),
    Goal(
        f"{ENTER}. Create an order for Textil Este with product Linen roll and quantity 2 and confirm that it "
        "is in the table",
        unchanged,
    ),
    Goal(f"{ENTRA}. Cambia el color del pedido ORD-1009 a verde", unchanged),
    Goal(
        f"{ENTER}, create an order for Textil Sur, product Linen roll, quantity 7, and see it in the table",
        None,
        ("save-lost",),
    ),
    Goal(
        f"{ENTER}, create an order for Textil Sur, product Linen roll, quantity 7, and see it in the table",
        None,
        ("save-500-toast-ok",),
    ),
    Goal(f"{ENTER}, change the quantity of order ORD-1009 to 19 and check the row", None, ("wrong-row",)),
    Goal(
        "Log in as demo@ghostly.test with demo1234. Try to create an order for Textil Norte with 5 of Cotton roll. "
        "The form has to refuse it with an error about the quantity and nothing may be saved.",
        None,
    ),
    Goal(
        f"When I save an order for 10 Cotton rolls for Nordwind Atelier {LOGIN}, the table shows it with €999.00",
        None,
    ),
]
