"""Runs from a goal as their users meet them: memory, plans, pauses, models that die, and what no one may read."""

import json
import threading
from contextlib import contextmanager

import pytest
from fakes import eventually
from houses import finished, project
from llm.endpoint import cut, endpoint, refused, said
from llm.player import plays
from werkzeug.serving import make_server

from ghostly.demo.app import create_demo

PASSWORD = "demo1234"
SIGN_IN = f"Sign in as demo@ghostly.test with password {PASSWORD}"
ORDER = f"{SIGN_IN}, create an order for Textil Sur with product Linen roll and quantity 3 and check that it is listed"


@contextmanager
def application(*faults, slow_ms=600):
    server = make_server("127.0.0.1", 0, create_demo(faults, slow_ms=slow_ms), threaded=True)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    server.url = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def shop():
    with application() as server:
        yield server


def start(api, url, goal, *, project_id=None, secrets=None, steps=None, **assist):
    body = {"project": project_id or project(api), "baseUrl": url, "assist": {"v2": True, "goal": goal, **assist}}
    body |= {"secrets": secrets} if secrets else {}
    body |= {"steps": steps} if steps else {}
    answer = api.post("/v1/run", json=body)
    assert answer.status_code == 202, answer.text
    return answer.json()["id"]


def types(record):
    return [event["type"] for event in record["events"]]


def test_a_flow_that_reached_its_goal_is_found_again_by_a_paraphrase_and_forgotten_when_asked(api, shop):
    home = project(api)
    first = finished(api, start(api, shop.url, ORDER, project_id=home), 90)
    other = (
        f"Log in as demo@ghostly.test with the password {PASSWORD}, make an order for Textil Sur "
        "with quantity 3 and product Linen roll and check that it appears"
    )
    again = finished(api, start(api, shop.url, other, project_id=home), 90)

    assert (first["verdict"], again["verdict"]) == ("success", "success")
    assert "memory_miss" in types(first)
    assert "memory_hit" in types(again)
    (memory,) = api.get(f"/v1/memories?project={home}").json()
    assert memory["hits"] == 1
    assert PASSWORD not in json.dumps(memory)
    assert api.delete(f"/v1/memories/{memory['id']}").status_code == 200
    assert api.get(f"/v1/memories?project={home}").json() == []


def test_a_memory_of_one_goal_is_not_taken_for_another(api, shop):
    home = project(api)
    finished(
        api,
        start(api, shop.url, f"{SIGN_IN}, delete the order ORD-1014 and check that it is gone", project_id=home),
        90,
    )
    record = finished(
        api,
        start(api, shop.url, f"{SIGN_IN}, delete the order ORD-1013 and check that it is gone", project_id=home),
        90,
    )

    assert "memory_hit" not in types(record)
    assert record["verdict"] == "success", record["verdictReason"]


@pytest.mark.parametrize("fault", ["half-saved", "save-lost", "duplicate"])
def test_a_replay_looks_as_closely_as_the_first_run(api, fault):
    home = project(api)
    with application() as server:
        first = finished(api, start(api, server.url, ORDER, project_id=home), 90)
        signed_in = server.app.test_client()
        signed_in.post("/api/login", json={"email": "demo@ghostly.test", "password": PASSWORD})
        signed_in.post("/__demo__/faults", json={fault: True})
        again = finished(api, start(api, server.url, ORDER, project_id=home), 90)

    assert first["verdict"] == "success", first["verdictReason"]
    assert "memory_hit" in types(again)
    assert again["verdict"] == "fail-app-bug", again["verdictReason"]


def test_a_failed_run_is_not_remembered(api, shop):
    home = project(api)
    record = finished(api, start(api, shop.url, f"{SIGN_IN} and delete the order ORD-9999", project_id=home), 90)

    assert record["status"] == "fail"
    assert api.get(f"/v1/memories?project={home}").json() == []


def test_a_plan_shows_what_would_be_done_does_nothing_and_can_then_be_done(api, shop):
    home = project(api)
    before = shop.app.test_client().get("/__demo__/state").json
    answer = api.post("/v1/plan", json={"project": home, "baseUrl": shop.url, "goal": SIGN_IN}).json()

    steps = answer["draft"]["steps"]
    assert [step["action"] for step in steps] == ["fill", "fill", "click"]
    # Only the goal itself, which is needed to run it, still holds the password.
    assert steps[1]["value"] == "{{GOAL_SECRET_1}}"
    assert PASSWORD not in json.dumps([steps, answer["meta"], answer["observer"]])
    assert answer["meta"]["planner"] == "builtin"
    assert shop.app.test_client().get("/__demo__/state").json == before
    started = api.post("/v1/run", json={"project": home, **answer["draft"]})
    assert started.status_code == 202, started.text
    assert finished(api, started.json()["id"], 90)["verdict"] == "success"


def test_a_plan_for_an_application_that_is_not_there_says_so(api):
    answer = api.post("/v1/plan", json={"project": project(api), "baseUrl": "http://127.0.0.1:9", "goal": "Sign in"})

    assert (answer.status_code, answer.json()["code"]) == (502, "app_unreachable")


def test_a_run_is_paused_between_steps_and_goes_on_where_it_was(api):
    with application("slow", slow_ms=500) as server:
        run_id = start(api, server.url, ORDER, memoryMode="off")
        eventually(lambda: "step_success" in types(api.get(f"/v1/runs/{run_id}").json()), 60)
        assert api.post(f"/v1/runs/{run_id}/pause").status_code == 200

        def is_paused():
            states = [e["payload"].get("state") for e in api.get(f"/v1/runs/{run_id}").json()["events"]]
            return "paused" in states

        eventually(is_paused, 60)
        still = len(api.get(f"/v1/runs/{run_id}").json()["events"])
        assert api.get(f"/v1/runs/{run_id}").json()["status"] == "running"
        assert len(api.get(f"/v1/runs/{run_id}").json()["events"]) == still
        assert api.post(f"/v1/runs/{run_id}/resume").status_code == 200
        record = finished(api, run_id, 90)

    assert record["verdict"] == "success", record["verdictReason"]


def test_a_paused_run_can_be_cancelled(api):
    with application("slow", slow_ms=500) as server:
        run_id = start(api, server.url, ORDER, memoryMode="off")
        eventually(lambda: "step_success" in types(api.get(f"/v1/runs/{run_id}").json()), 60)
        api.post(f"/v1/runs/{run_id}/pause")
        assert api.post(f"/v1/runs/{run_id}/cancel").status_code == 200
        record = finished(api, run_id, 30)

    assert record["stopReason"] == "cancelled"
    assert types(record).count("run_end") == 1


@pytest.fixture
def model_of(api):
    """Makes an endpoint the model of the user, and takes it away again."""

    def choose(url):
        answer = api.put(
            "/v1/settings/llm",
            json={"providerId": "custom", "model": "tiny", "baseUrl": url, "apiKey": "sk-test-998877"},
        )
        assert answer.status_code == 200, answer.text

    yield choose
    api.delete("/v1/settings/llm")


def steps(*given, more=False):
    return said(json.dumps({"steps": list(given), "hasMore": more}))


def by_name(name):
    """Answers with the ref that the page in the question gives to a name."""

    def find(body):
        lines = body["messages"][-1]["content"].splitlines()
        line = next(line for line in lines if f'textbox "{name}"' in line or f'button "{name}"' in line)
        return line.split("[ref=")[1].split("]")[0]

    return find


def model_that_signs_in(handler, body):
    content = json.dumps(body["messages"])
    if "plan an end-to-end test" not in content or "GOAL_SECRET" not in content:
        return handler.play(said(json.dumps({"verdict": "unsure", "reason": "?"})), body)
    if 'button "Sign in"' not in body["messages"][-1]["content"]:
        return handler.play(steps(), body)
    refs = {name: by_name(name)(body) for name in ("Email", "Password", "Sign in")}
    return handler.play(
        steps(
            {"action": "fill", "ref": refs["Email"], "value": "demo@ghostly.test", "why": "who"},
            {"action": "fill", "ref": refs["Password"], "value": "{{GOAL_SECRET_1}}", "why": "password"},
            {"action": "click", "ref": refs["Sign in"], "why": "send"},
            more=True,
        ),
        body,
    )


def test_a_model_plans_by_refs_and_never_sees_the_password(api, shop, model_of):
    with endpoint(model_that_signs_in) as server:
        model_of(server.url)
        record = finished(api, start(api, shop.url, SIGN_IN, memoryMode="off"), 90)
        asked = json.dumps([body for body, _ in server.asked])

    assert record["verdict"] == "success", record["verdictReason"]
    plans = [event["payload"] for event in record["events"] if event["type"] == "plan_chunk"]
    assert plans[0]["planner"] == "llm"
    assert record["usage"]["promptTokens"] > 0
    assert PASSWORD not in asked
    assert PASSWORD not in json.dumps(record)
    assert "sk-test-998877" not in json.dumps(record)


@pytest.mark.parametrize(
    "death", [refused(500), refused(401), cut, said("no json")], ids=["500", "401", "cut", "no-json"]
)
def test_a_model_that_dies_in_the_middle_leaves_the_run_to_the_builtin_planner_and_says_so(api, shop, model_of, death):
    with endpoint(model_that_signs_in, death) as server:
        model_of(server.url)
        goal = f"{SIGN_IN}, search for Textil and check that Textil Sur is shown"
        record = finished(api, start(api, shop.url, goal, memoryMode="off"), 120)

    plans = [event["payload"] for event in record["events"] if event["type"] == "plan_chunk"]
    assert record["verdict"] == "success", record["verdictReason"]
    assert {plan["planner"] for plan in plans} == {"llm", "builtin"}
    assert "tiny" in json.dumps(plans)


ENTER = [("fill", "Email", "demo@ghostly.test"), ("fill", "Password", "{{GOAL_SECRET_1}}"), ("click", "Sign in", "")]
NEW = [("click", "New order", "")]
FORM = [
    ("selectOption", "Customer", "Textil Sur"),
    ("selectOption", "Product", "Linen roll"),
    ("fill", "Quantity", "3"),
]
SAVE = [("click", "Save order", "")]
FIND = [("fill", "Search orders", "Textil"), ("press", "Search orders", "Enter")]
DELETE = [("click", "Delete order ORD-1010", "")]
SIGN_IN_ES = f"Inicia sesión como demo@ghostly.test con contraseña {PASSWORD}"
PEDIDO = f"{SIGN_IN_ES}, crea un pedido para Textil Sur de 3 Linen roll y comprueba que aparece en la tabla"


def numbered(part, steps):
    return [(*step, part) for step in steps]


@pytest.mark.parametrize(
    ("goal", "answers"),
    [
        (ORDER, [ENTER, NEW, FORM, SAVE]),
        (ORDER, [numbered(1, ENTER), numbered(2, NEW), numbered(2, FORM), numbered(2, SAVE)]),
        (PEDIDO, [ENTER, NEW, FORM, SAVE]),
        (f"{SIGN_IN}, search for Textil and check that Textil Sur is shown", [ENTER, FIND]),
        (f"{SIGN_IN} and delete order ORD-1010", [ENTER, DELETE, [("acceptDialog", "", "")]]),
    ],
    ids=["all", "all, numbered", "todo", "a search", "a deletion"],
)  # fmt: skip
def test_a_model_that_carries_out_every_part_reaches_the_goal(api, model_of, goal, answers):
    with application() as shop, endpoint(plays(*answers)) as server:
        model_of(server.url)
        record = finished(api, start(api, shop.url, goal, memoryMode="off"), 90)

    assert {e["payload"]["planner"] for e in record["events"] if e["type"] == "plan_chunk"} == {"llm"}
    assert record["verdict"] == "success", record["verdictReason"]


@pytest.mark.parametrize(
    ("goal", "answers", "words"),
    [
        (f"{ORDER}. Then archive the order ORD-1009", [ENTER, NEW, FORM, SAVE], ("archive", "ORD-1009")),
        (f"{PEDIDO}. Luego archiva el pedido ORD-1009", [ENTER, NEW, FORM, SAVE], ("archiva", "ORD-1009")),
        (f"{ORDER}, and then log out", [ENTER, NEW, FORM, SAVE], ("log", "out")),
        (f"{SIGN_IN}, export the customers and check that Orders is shown", [ENTER], ("export", "customers")),
        (f"{SIGN_IN} y archiva el pedido ORD-1010", [ENTER, [("click", "Edit order ORD-1010", "", 2)]], ("archiva",)),
    ],
    ids=["english", "spanish", "no words of its own", "first of two", "something else for it"],
)  # fmt: skip
def test_a_model_that_leaves_a_part_out_is_inconclusive_and_says_which_words(api, model_of, goal, answers, words):
    with application() as shop, endpoint(plays(*answers)) as server:
        model_of(server.url)
        record = finished(api, start(api, shop.url, goal, memoryMode="off"), 90)

    assert record["verdict"] == "inconclusive", record["verdictReason"]
    assert all(f'"{word}"' in record["verdictReason"] for word in words), record["verdictReason"]


def test_secrets_reach_the_page_and_nothing_else(api, shop):
    home = project(api)
    goal = "Sign in as demo@ghostly.test with password {{PASSWORD}} and check that Orders is shown"
    record = finished(api, start(api, shop.url, goal, project_id=home, secrets={"PASSWORD": PASSWORD}), 90)

    assert record["verdict"] == "success", record["verdictReason"]
    assert PASSWORD not in json.dumps(record)
    assert PASSWORD not in json.dumps(api.get(f"/v1/memories?project={home}").json())


@pytest.mark.parametrize(
    ("bounds", "stop_reason", "named"),
    [
        ({"maxHorizons": 1}, "budget-horizons", "maxHorizons"),
        ({"maxSteps": 3}, "budget-steps", "maxSteps"),
        # Without a model no tokens are used.
        ({"maxTokens": 1}, None, ""),
    ],
)
def test_a_budget_that_is_used_up_is_named(api, shop, bounds, stop_reason, named):
    record = finished(api, start(api, shop.url, ORDER, memoryMode="off", **bounds), 90)

    if stop_reason:
        assert (record["status"], record["stopReason"]) == ("fail", stop_reason)
        assert named in record["verdictReason"]
    else:
        assert record["verdict"] == "success"


def test_victory_conditions_are_held_on_top_of_what_the_goal_says(api, shop):
    wished = {"victory": {"textIncludes": ["No such text anywhere"]}, "memoryMode": "off"}
    record = finished(api, start(api, shop.url, SIGN_IN, **wished), 90)

    assert record["verdict"] != "success"
    assert "No such text anywhere" in record["verdictReason"]


def test_a_verdict_comes_with_the_facts_that_it_rests_on_and_their_pictures(api, shop):
    record = finished(api, start(api, shop.url, ORDER, memoryMode="off"), 90)

    evidence = record["evidence"]
    assert [fact["number"] for fact in evidence] == list(range(1, len(evidence) + 1))
    assert [fact["authority"] for fact in evidence] == sorted(fact["authority"] for fact in evidence)
    order = next(f for f in evidence if f["source"] == "request" and f["path"] == "/api/orders")
    saved = record["steps"][order["stepIndex"]]
    assert (order["method"], order["status"], order["supports"], saved["action"]) == ("POST", 201, True, "click")
    assert any(f["source"] == "reload" and f["supports"] and "Textil Sur" in f["text"] for f in evidence)
    for path in {fact["screenshotPath"] for fact in evidence}:
        picture = api.get(path)
        assert picture.content.startswith(b"\x89PNG")
    assert PASSWORD not in json.dumps(record)
