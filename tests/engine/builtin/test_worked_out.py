"""What nobody types is checked and not filled in, where a line behind a check tells it with its label."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def verbs(goal):
    return [part.verb for part in read_goal(goal).parts if not part.implied]


@pytest.mark.parametrize(
    "line",
    ["Sum: €9.00", "grand total: €9.00", "average price: €4.50", "final balance: €9.00", "suma total: 9,00 €",
     "saldo final: 9 €", "recuento: 2", "promedio: 4,50 €", "sum = 9 €"],
)  # fmt: skip
def test_what_is_worked_out_is_told_of_the_page_behind_a_check(line):
    assert verbs(f"- Filter by Open\n- 2 orders must be left\n- {line}") == ["filter", "expect", "expect"]
    assert verbs(f"* filtrar por estado Abierto\n* tienen que quedar 2 pedidos\n* {line}")[1:] == ["expect", "expect"]


def test_a_field_of_such_a_name_is_filled_in_where_something_is_made():
    assert "expect" not in verbs("- New order\n- customer: Ada\n- sum: 9")
