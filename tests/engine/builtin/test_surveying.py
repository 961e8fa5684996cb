"""The pages of a list are turned to see whether another entry fits, and then back to the one that does."""

from engine.builtin.test_planner import Builder, plan

from ghostly.engine.planning import Tried

PAGES = (("Anna Salt", "Cold Ferry"), ("The Salt Path Diary", "The Salt Road"), ("Winter Orchard", "Zebra"))


def listed(number):
    built = Builder()
    built.text("Books", role="heading")
    for title in PAGES[number - 1]:
        built.into("row", tag="tr")
        built.link(title)
        built.out()
    for other in range(1, len(PAGES) + 1):
        if other == number:
            built.text(str(other))
        else:
            built.link(str(other))
    return built.page()


def test_a_survey_that_began_on_a_later_page_comes_back_to_that_one():
    goal = "Archive the book The Salt Road"
    past, turned, shown = (), [], 1
    for _ in range(3):
        page = listed(shown)
        step = plan(page, goal, *past).steps[0]
        past += (Tried(step, True, before=page),)
        turned.append(step.target.name)
        shown = int(step.target.name)

    assert turned == ["2", "3", "2"]
    assert [step.target.name for step in plan(listed(2), goal, *past).steps] == ["The Salt Road"]
