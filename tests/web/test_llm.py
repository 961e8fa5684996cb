"""The model of a user over HTTP: chosen, shown without its key, tried, and nobody else's."""

import pytest
from llm.endpoint import endpoint, raw, refused, said, slow

KEY = "sk-very-secret-5566778899"


@pytest.fixture
def choose(admin):
    def put(**fields):
        return admin.client.put("/v1/settings/llm", json=fields, headers=admin.headers)

    return put


def chosen(**changes):
    return {"providerId": "custom", "model": "tiny", "baseUrl": "http://127.0.0.1:9/v1", "apiKey": KEY} | changes


def test_without_a_choice_the_builtin_planner_does_it(admin):
    answer = admin.get("/v1/settings/llm").json

    assert answer["settings"] is None
    assert answer["status"] == {"provider": "http", "model": "builtin", "available": False, "source": "env"}
    assert admin.get("/v1/ping").json["llm"]["available"] is False


def test_a_choice_is_kept_and_its_key_is_never_shown(admin, choose, app):
    answer = choose(**chosen())

    assert answer.status_code == 200
    assert answer.json["settings"] == {
        "providerId": "custom",
        "model": "tiny",
        "baseUrl": "http://127.0.0.1:9/v1",
        "apiKeyConfigured": True,
        "apiKeyHint": "••••8899",
    }
    assert answer.json["status"]["source"] == "user"
    assert KEY not in admin.get("/v1/settings/llm").text
    with app.app_context():
        from ghostly.storage.models import LlmRow, db

        row = db.session.get(LlmRow, admin.id)
        assert row.key
        assert KEY not in row.key


@pytest.mark.parametrize(
    ("key", "hint"), [("ab", "••••"), ("abcd", "••••d"), ("abcdefgh", "••••gh"), ("abcdefghijkl", "••••ijkl")]
)
def test_a_hint_gives_away_no_more_than_a_third_of_a_key(choose, key, hint):
    assert choose(**chosen(apiKey=key)).json["settings"]["apiKeyHint"] == hint


@pytest.mark.parametrize(
    ("key", "sentence"), [("ключ", "character 1 is not an ASCII"), ("sk-abc\ndef", "character 7 is a line break")]
)
def test_a_key_that_no_header_can_carry_is_refused(choose, key, sentence):
    answer = choose(**chosen(apiKey=key))

    assert answer.status_code == 400
    assert sentence in str(answer.json["details"]["fieldErrors"]["apiKey"])
    assert key not in answer.get_data(as_text=True)


def test_a_choice_belongs_to_one_user(choose, stranger):
    choose(**chosen())

    assert stranger.get("/v1/settings/llm").json["settings"] is None


def test_a_key_does_not_go_along_to_another_address(choose):
    choose(**chosen())
    moved = choose(providerId="custom", model="tiny", baseUrl="http://127.0.0.1:10/v1")

    assert moved.json["settings"]["apiKeyConfigured"] is False


def test_a_key_stays_when_only_the_model_changes_and_can_be_taken_away(choose):
    choose(**chosen())
    other = {"providerId": "custom", "model": "small", "baseUrl": "http://127.0.0.1:9/v1"}

    assert choose(**other).json["settings"]["apiKeyConfigured"] is True
    assert choose(**other, clearApiKey=True).json["settings"]["apiKeyConfigured"] is False


def test_a_choice_can_be_forgotten(admin, choose):
    choose(**chosen())

    assert admin.delete("/v1/settings/llm").json["settings"] is None
    assert admin.delete("/v1/settings/llm").status_code == 200


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"providerId": "nope"}, "providerId", "it must be one of"),
        ({"model": ""}, "model", ""),
        ({"model": "a b\nc"}, "model", ""),
        ({"baseUrl": "ftp://x"}, "baseUrl", "http"),
        ({"baseUrl": None}, "baseUrl", "Base URL required"),
        ({"baseUrl": "http://a:b@c/v1"}, "baseUrl", "what the endpoint asks for goes into apiKey"),
        ({"apikey": "x"}, "apikey", "did you mean apiKey?"),
        ({"providerId": "openai", "apiKey": None, "baseUrl": None}, "apiKey", "API key required"),
    ],
)
def test_a_choice_that_cannot_work_is_refused_with_a_sentence(choose, change, field, sentence):
    given = {name: value for name, value in chosen(**change).items() if value is not None}
    answer = choose(**given)

    assert answer.status_code == 400
    assert sentence in str(answer.json["details"]["fieldErrors"][field])
    assert KEY not in answer.text


@pytest.mark.parametrize(
    ("answers", "ok", "sentence"),
    [
        ([said('{"ok": true}')], True, "as it should"),
        ([refused(401)], False, "key"),
        ([refused(404)], False, "no API root"),
        ([said("what?")], False, ""),
        ([raw('{"choices": [{"index": 0}]}')], False, "no chat completion"),
        ([raw('{"choices": "abc"}')], False, "no chat completion"),
    ],
)
def test_a_try_makes_a_real_call_and_says_what_came_of_it(admin, choose, answers, ok, sentence):
    with endpoint(*answers) as server:
        choose(**chosen(baseUrl=server.url))
        answer = admin.post("/v1/settings/llm/test")

    assert answer.status_code == 200
    assert answer.json["ok"] is ok, answer.json
    assert sentence in answer.json["message"]
    assert KEY not in answer.text
    assert server.asked[0][1]["authorization"] == f"Bearer {KEY}"


def test_a_try_of_an_address_where_nobody_answers_says_so(admin, choose):
    choose(**chosen())
    answer = admin.post("/v1/settings/llm/test")

    assert answer.json["ok"] is False
    assert "127.0.0.1:9" in answer.json["message"]


def test_the_models_of_an_endpoint_are_listed(admin, choose):
    with endpoint(slow(0)) as server:
        choose(**chosen(baseUrl=server.url))
        answer = admin.get("/v1/settings/llm/models?providerId=custom").json

    assert [model["id"] for model in answer["models"]] == ["tiny"]
    assert admin.get("/v1/settings/llm/models?providerId=nope").status_code == 400
    assert any(provider["id"] == "custom" for provider in admin.get("/v1/settings/llm/providers").json["providers"])


@pytest.mark.parametrize("path", ["", "/providers", "/models"])
def test_nobody_looks_without_signing_in(client, path):
    assert client.get(f"/v1/settings/llm{path}").status_code == 401
