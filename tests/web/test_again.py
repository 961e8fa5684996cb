"""A run once more, and a run to take away."""

import ast
import json
from xml.etree import ElementTree

import pytest
from fakes import eventually
from stories import Ledger

from ghostly.engine.events import StepPassed
from ghostly.engine.ports import Target
from ghostly.engine.steps import Point, Step
from ghostly.journal.redact import Redactor

# Nothing listens there, so that a run ends at once.
NOWHERE = "http://127.0.0.1:9"
STEPS = [{"action": "goto", "url": "/"}, {"action": "fill", "selector": "#name", "value": "{{NAME}} junior"}]


@pytest.fixture
def ledger(app, admin, settings):
    ledger = Ledger(settings.sqlalchemy_url, admin.id)
    yield ledger
    ledger.close()


@pytest.fixture
def scripted(admin):
    body = {"project": admin.project(), "baseUrl": NOWHERE, "steps": STEPS, "secrets": {"NAME": "hidden-name"}}
    return ended(admin, admin.post("/v1/run", body))


@pytest.fixture
def assisted(admin):
    body = {
        "project": admin.project(),
        "baseUrl": NOWHERE,
        "assist": {"v2": True, "goal": "Press Save", "maxHorizons": 3},
    }
    return ended(admin, admin.post("/v1/run", body))


def ended(person, answer):
    assert answer.status_code == 202, answer.text
    run_id = answer.json["id"]
    eventually(lambda: person.get(f"/v1/runs/{run_id}").json["status"] != "running", 60)
    return run_id


def again(person, run_id, **body):
    return person.post(f"/v1/runs/{run_id}/rerun", body)


def test_a_run_is_run_again_as_it_was_secrets_included(admin, scripted, ledger):
    run_id = ended(admin, again(admin, scripted, mode="same"))

    first, second = (admin.get(f"/v1/runs/{each}").json for each in (scripted, run_id))
    assert run_id != scripted
    assert [event["type"] for event in first["events"]] == [event["type"] for event in second["events"]]
    assert (first["baseUrl"], first["project"]) == (second["baseUrl"], second["project"])


def test_what_a_run_was_asked_for_cannot_be_read_in_the_database_and_is_told_to_nobody(admin, scripted, ledger):
    with ledger.database.read() as session:
        rows = [dict(row) for row in session.connection().exec_driver_sql("SELECT * FROM runs").mappings()]

    assert "hidden-name" not in json.dumps(rows, default=str)
    assert "hidden-name" not in admin.get(f"/v1/runs/{scripted}").text


def test_a_scripted_run_tells_what_it_is_to_do_without_the_values(admin, scripted, assisted):
    planned = admin.get(f"/v1/runs/{scripted}").json["planned"]

    assert planned == [{"action": "goto"}, {"action": "fill", "selector": "#name"}]
    assert "planned" not in admin.get(f"/v1/runs/{assisted}").json


def test_other_data_takes_the_place_of_a_value(admin, scripted):
    answer = again(admin, scripted, mode="data", values={"1": "Ada"})

    ended(admin, answer)


@pytest.mark.parametrize(
    ("body", "field", "sentence"),
    [
        ({"mode": "data", "values": {"0": "x"}}, "values", "step 0 takes no value; the indexes of those that do: 1"),
        ({"mode": "data", "values": {"one": "x"}}, "values", "index of a step"),
        ({"mode": "instructions", "instructions": "slowly"}, "mode", "has steps and no goal"),
        ({"mode": "later"}, "mode", "same"),
    ],
)
def test_what_cannot_be_done_again_so_is_refused_with_a_sentence(admin, scripted, body, field, sentence):
    answer = again(admin, scripted, **body)

    assert answer.status_code == 400, answer.text
    assert sentence in json.dumps(answer.json["details"]["fieldErrors"][field])


def test_something_can_be_added_to_a_goal(admin, assisted):
    run_id = ended(admin, again(admin, assisted, mode="instructions", instructions="Then check that it says saved"))

    told = admin.get(f"/v1/runs/{run_id}").json["assisted"]
    assert told["goal"] == "Press Save. Then check that it says saved"
    assert told["assistConfig"]["maxHorizons"] == 3


def test_a_goal_of_which_no_step_worked_cannot_be_done_with_other_data(admin, assisted):
    answer = again(admin, assisted, mode="data")

    assert answer.status_code == 400
    assert "no step of this run worked" in answer.json["error"]


def test_a_run_whose_request_is_lost_says_so(admin, ledger):
    run_id = ledger.begin(events=1, project_id=admin.project())
    ledger.finish(run_id)

    answer = again(admin, run_id)

    assert (answer.status_code, answer.json["code"]) == (409, "request_unreadable")


def test_strangers_neither_repeat_nor_export_a_run(admin, stranger, scripted):
    assert again(stranger, scripted).status_code == 404
    assert stranger.get(f"/v1/runs/{scripted}/export").status_code == 404


@pytest.fixture
def worked(ledger):
    """A run that did something of every kind."""
    run_id = ledger.begin(base_url='http://app.test/a"b')
    steps = [
        Step("goto", url="/orders?x='1'"),
        Step("fill", selector='input[name="who"]', value='Ada "the first"\\'),
        Step("fill", selector="#password", value="[REDACTED]"),
        Step("fill", selector="#note", value="a{{PIN}}b"),
        Step("selectOption", selector="#many", value=("One", "Zwei ß")),
        Step("click", selector="#delete"),
        Step("acceptDialog", prompt_text="yes"),
        Step("press", key="Enter"),
        Step("click", selector="#map", position=Point(3, 4)),
        Step("dragTo", selector="#card", target="#done"),
        Step("dragTo", selector="#pad", path=(Point(1, 2), Point(30, 40))),
        Step("selectText", selector="#letter", text="it's"),
        Step("assertText", text="Saved.\nReally"),
    ]
    for index, step in enumerate(steps):
        passed = StepPassed(index, step, 12, "http://app.test/", target=Target("button", "Save\x01", "#save"))
        ledger.journal.append(run_id, passed, Redactor())
    ledger.finish(run_id)
    return run_id


def test_the_playwright_test_is_python_and_holds_what_was_done(admin, worked):
    answer = admin.get(f"/v1/runs/{worked}/export")

    text = answer.text
    ast.parse(text)
    assert "page.locator('input[name=\"who\"]').fill('Ada \"the first\"\\\\')" in text
    assert "page.locator('#password').fill(os.environ[\"SECRET_3\"])" in text
    assert "fill('a' + os.environ[\"PIN\"] + 'b')" in text
    assert "select_option(['One', 'Zwei \\xdf'])" in text
    assert text.index("dialog.accept('yes')") < text.index("page.locator('#delete').click()")
    assert "page.locator('#map').click(position={'x': 3, 'y': 4})" in text
    assert "page.locator('#card').drag_to(page.locator('#done'))" in text
    assert "drag(page, page.locator('#pad'), [(1, 2), (30, 40)])" in text
    assert "select_text(page, page.locator('#letter'), \"it's\")" in text
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_junit_report_is_xml_with_a_case_a_step_and_one_for_the_verdict(admin, worked):
    suite = ElementTree.fromstring(admin.get(f"/v1/runs/{worked}/export?format=junit").data).find("testsuite")

    cases = suite.findall("testcase")
    assert int(suite.get("tests")) == len(cases) == 14
    assert int(suite.get("failures")) == len(suite.findall("testcase/failure")) == 1
    assert cases[-1].get("name") == "verdict"


def test_the_json_is_the_record(admin, worked):
    assert json.loads(admin.get(f"/v1/runs/{worked}/export?format=json").data) == admin.get(f"/v1/runs/{worked}").json


def test_another_format_is_refused_with_those_there_are(admin, worked):
    answer = admin.get(f"/v1/runs/{worked}/export?format=pdf")

    assert answer.status_code == 400
    assert "playwright" in answer.json["error"]


def test_runs_are_found_by_words_of_their_goal_and_by_their_verdict(admin, ledger):
    for goal, verdict in [("Create an order for Añil", "success"), ("Delete the order 50%", "fail-app-bug")]:
        ledger.begin(goal=goal, verdict=verdict, status="pass" if verdict == "success" else "fail")

    def found(query):
        return [run["verdict"] for run in admin.get(f"/v1/runs?{query}").json]

    assert found("q=ORDER") == ["fail-app-bug", "success"]
    assert found("q=order+añil") == ["success"]
    assert found("q=50%25") == ["fail-app-bug"]
    assert found("q=5_%25") == []
    assert found("verdict=success") == ["success"]
    assert admin.get("/v1/runs?verdict=maybe").status_code == 400
