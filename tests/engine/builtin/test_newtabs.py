"""A link that opens a tab of its own leads to what the goal says next."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.planning import Tried

GOAL = "Open the receipt and check that it says Paid in cash"


def bills(href="/bills/7/receipt", opens="tab"):
    built = Builder()
    built.text("Bills", role="heading")
    built.add("control", "link", "Receipt", href=href, selector="#receipt", states={"opens": opens} if opens else {})
    return replace(built.page(), url="http://app.test/bills?page=2")


def after_the_click(page, goal=GOAL, now=None, ok=True):
    clicked = plan(page, goal)
    assert [p.step.selector for p in clicked.steps] == ["#receipt"]
    return clicked, plan(now or page, goal, Tried(clicked.steps[0], ok, before=page))


@pytest.mark.parametrize("goal", [GOAL, "Abre el Receipt y comprueba que pone Paid in cash", "Click Receipt"])
def test_the_tab_that_a_link_has_opened_is_gone_to(goal):
    clicked, then = after_the_click(bills(), goal)

    assert clicked.has_more
    assert [(p.step.action, p.step.url_includes) for p in then.steps] == [("switchTab", "/bills/7/receipt")]
    assert not then.has_more


@pytest.mark.parametrize(
    ("page", "now"),
    [
        (bills(opens=""), None),
        (bills("/files/7.pdf"), None),
        (bills("http://elsewhere.test/receipt"), None),
        (bills("/bills"), None),
        # The page went there itself.
        (bills(), replace(bills(), url="http://app.test/bills/7/receipt")),
    ],
)
def test_where_no_other_tab_can_be_told_the_page_stays(page, now):
    _, then = after_the_click(page, now=now)

    assert "switchTab" not in [p.step.action for p in then.steps]
