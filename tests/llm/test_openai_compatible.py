"""A model is asked in the strictest form that its endpoint takes, and every failure is one sentence."""

import json

import pytest
from fakes import FakePlanner, page
from llm.endpoint import cut, endpoint, raw, refused, said, slow, unless

from ghostly.engine.modelled.planner import ModelPlanner
from ghostly.engine.planning import Draft, Planned, Situation
from ghostly.engine.ports import Question, Usage
from ghostly.engine.steps import Step
from ghostly.errors import ModelFailed
from ghostly.llm.config import LlmConfig
from ghostly.llm.openai_compatible import OpenAiCompatible

KEY = "sk-very-secret-key"
SCHEMA = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
QUESTION = Question("number", "You count.", "How many?", SCHEMA)
GOOD = said('{"n": 7}')


def ask(server, **fields):
    given = {"attempts": 2, "timeout_s": 5.0} | fields
    return OpenAiCompatible(LlmConfig(server.url, "tiny", KEY, **given)).ask(QUESTION)


def forms(server):
    return [
        body.get("response_format", {}).get("type") or ("tools" if "tools" in body else "text")
        for body, _ in server.asked
    ]


def test_an_answer_that_fits_comes_back_with_what_it_cost():
    with endpoint(GOOD) as server:
        answer = ask(server)

    assert (answer.data, answer.usage) == ({"n": 7}, Usage(10, 5, 1))
    body, headers = server.asked[0]
    assert headers["authorization"] == f"Bearer {KEY}"
    assert (body["model"], body["temperature"]) == ("tiny", 0)
    assert body["response_format"]["json_schema"]["schema"] == SCHEMA


@pytest.mark.parametrize(
    "text",
    [
        '```json\n{"n": 7}\n```',
        'Let me think.\n{"n": 7}\nThat is all.',
        '```\n{"n": 1}\n```\nNo, rather\n```\n{"n": 7}\n```',
    ],
)
def test_an_object_is_found_in_what_surrounds_it(text):
    with endpoint(said(text)) as server:
        assert ask(server).data == {"n": 7}


@pytest.mark.parametrize("status", [400, 404, 422, 500])
def test_a_form_that_is_refused_is_stepped_down_from_and_remembered(status):
    with endpoint(unless("json_schema", refused(status), unless("json_object", refused(status), GOOD))) as server:
        model = OpenAiCompatible(LlmConfig(server.url, f"tiny-{status}", KEY, 5.0, 2))
        model.ask(QUESTION)
        model.ask(QUESTION)

    assert forms(server) == ["json_schema", "json_object", "tools", "tools"]
    assert model.form == "tools"


def test_tools_answer_through_their_arguments_and_text_is_the_last_resort():
    with endpoint(unless("tools", said(None, tool='{"n": 7}'), refused(400))) as server:
        assert ask(server).data == {"n": 7}
    with endpoint(unless("text", said('{"n": 8}'), refused(500))) as server:
        assert ask(server).data == {"n": 8}


def test_an_answer_that_does_not_fit_is_sent_back_once_with_the_reason():
    with endpoint(said('{"n": "many"}'), GOOD) as server:
        answer = ask(server)

    assert (answer.data, answer.usage.calls) == ({"n": 7}, 2)
    complaint = server.asked[1][0]["messages"][-1]["content"]
    assert "'many' is not of type 'integer'" in complaint


@pytest.mark.parametrize(
    ("answers", "kind", "words"),
    [
        ([refused(401)], "unauthorized", "API key"),
        ([refused(403)], "unauthorized", "API key"),
        ([refused(429)], "rate_limited", "429"),
        ([refused(404)], "not_found", "tiny"),
        ([refused(500)], "server_error", "500"),
        ([refused(503)], "server_error", "503"),
        ([refused(400)], "refused", "400"),
        ([slow(3)], "timeout", "within 1 s"),
        ([cut], "unreachable", "cut the connection before its answer was complete"),
        ([raw("<html>")], "malformed", "no chat completion: it cannot be read as JSON"),
        ([raw("[" * 100_000)], "malformed", "cannot be read as JSON"),
        ([raw('"hello"')], "malformed", "it has no choices"),
        ([raw('{"choices": []}')], "malformed", "no chat completion: it has no choices"),
        ([raw('{"choices": "abc"}')], "malformed", "it has no choices"),
        ([raw('{"choices": [{"index": 0}]}')], "malformed", "its first choice has no message"),
        ([raw('{"choices": [null]}')], "malformed", "its first choice has no message"),
        ([raw('{"choices": [{"message": {"content": 7}}]}')], "malformed", "what it says is no text"),
        ([raw('{"choices": [{"message": {"tool_calls": [{"id": "c1"}, 7]}}]}')], "malformed", "not a JSON object"),
        ([said("[" * 100_000)], "malformed", "not a JSON object"),
        ([said("I would rather not.")], "malformed", "not a JSON object"),
        ([said(None)], "malformed", "not a JSON object"),
        ([said('{"n": "x"}')], "malformed", "is not of type"),
    ],
)
def test_what_goes_wrong_is_one_sentence_without_the_key(answers, kind, words):
    with endpoint(*answers) as server, pytest.raises(ModelFailed) as raised:
        ask(server, timeout_s=1.0 if kind == "timeout" else 30.0, attempts=1)

    assert raised.value.kind == kind
    assert words in str(raised.value)
    assert KEY not in str(raised.value) + repr(LlmConfig("u", "m", KEY))


@pytest.mark.parametrize(
    "content",
    [[{"type": "text", "text": '{"n":'}, {"type": "text", "text": " 7}"}], ['{"n": 7}', {"type": "image"}, 3]],
)
def test_an_answer_in_parts_is_read_as_one(content):
    with endpoint(said(content)) as server:
        assert ask(server).data == {"n": 7}


def test_the_arguments_of_a_tool_may_be_an_object_already():
    with endpoint(said(None, tool={"n": 7})) as server:
        assert ask(server).data == {"n": 7}


@pytest.mark.parametrize(
    ("told", "counted"),
    [((-5000, 3), (0, 3)), ((True, "many"), (0, 0)), ((1.5, None), (0, 0)), ((10**30, 2), (10_000_000, 2))],
)
def test_what_cannot_be_a_number_of_tokens_is_not_added(told, counted):
    answer = said('{"n": 7}')
    answer["usage"] = {"prompt_tokens": told[0], "completion_tokens": told[1]}

    with endpoint(answer) as server:
        assert ask(server).usage == Usage(*counted, 1)


@pytest.mark.parametrize("usage", ["none", [1], None])
def test_a_usage_of_another_kind_is_none(usage):
    with endpoint({**said('{"n": 7}'), "usage": usage}) as server:
        assert ask(server).usage == Usage(0, 0, 1)


@pytest.mark.parametrize("status", [400, 402, 403, 404, 429, 500, 503])
def test_what_the_endpoint_says_of_its_refusal_is_told_without_the_key(status):
    complaint = f"Unsupported value: temperature. Key {KEY} or sk-abcd****wxyz, {'quota ' * 80}"
    with endpoint(refused(status, complaint)) as server, pytest.raises(ModelFailed) as raised:
        ask(server, attempts=1)

    told = str(raised.value)
    assert 'It says: "Unsupported value: temperature. Key [REDACTED] or [REDACTED], quota' in told
    assert len(told) < 450
    assert "wxyz" not in told


def test_what_an_endpoint_says_of_a_wrong_key_is_not_repeated():
    with endpoint(refused(401, "Incorrect key: very-secret")) as server, pytest.raises(ModelFailed) as raised:
        ask(server, attempts=1)

    assert "very-secret" not in str(raised.value)


@pytest.mark.parametrize("key", ["sk-abc\ndef", "ключ"])
def test_a_key_that_no_header_can_carry_is_said_to_be_one(key):
    config = LlmConfig("http://127.0.0.1:9/v1", "tiny", key, attempts=3)

    with pytest.raises(ModelFailed, match="The API key cannot be sent") as raised:
        OpenAiCompatible(config).ask(QUESTION)

    assert raised.value.kind == "unauthorized"


@pytest.mark.parametrize(
    "nonsense", ['{"choices":[{"index":0}]}', '{"choices":"abc"}', '{"choices":[{"message":{"tool_calls":[{}]}}]}', "7"]
)
def test_a_run_goes_on_without_a_model_that_answers_nonsense(nonsense):
    shown = page("Orders", ">Save")
    builtin = FakePlanner(Draft((Planned(Step("click", selector="#b1")),)))

    with endpoint(raw(nonsense)) as server:
        planner = ModelPlanner(OpenAiCompatible(LlmConfig(server.url, "tiny", KEY, 5.0, 1)), builtin)
        draft = planner.plan(Situation("Save it", "http://app.test/", shown, shown, (), 3))

    assert (draft.planner, len(draft.steps)) == ("builtin", 1)
    assert "The model could not be asked" in draft.rationale


@pytest.mark.parametrize("passing", [refused(429, Retry_After="0.1"), refused(503), cut])
def test_what_may_pass_is_tried_again(passing):
    with endpoint(passing, GOOD) as server:
        assert ask(server).data == {"n": 7}

    assert len(server.asked) == 2


def test_a_key_that_is_wrong_is_not_tried_again():
    with endpoint(refused(401)) as server, pytest.raises(ModelFailed):
        ask(server, attempts=5)

    assert len(server.asked) == 1


def test_nobody_listens():
    config = LlmConfig("http://127.0.0.1:9/v1", "tiny", "", attempts=1)

    with pytest.raises(ModelFailed, match="cannot be reached"):
        OpenAiCompatible(config).ask(QUESTION)


def test_the_whole_address_of_older_clients_works_too():
    with endpoint(GOOD) as server:
        model = OpenAiCompatible(LlmConfig(f"{server.url}/chat/completions", "tiny", KEY))

        assert model.ask(QUESTION).data == {"n": 7}


def test_what_failed_says_what_it_cost():
    with endpoint(said("no")) as server, pytest.raises(ModelFailed) as raised:
        ask(server)

    assert raised.value.usage == Usage(20, 10, 2)
    assert json.dumps(server.asked[0][0])


def test_a_model_is_waited_for_no_longer_than_the_run_may_take():
    with endpoint(*[slow(4.0)] * 4) as server, pytest.raises(ModelFailed) as raised:
        OpenAiCompatible(LlmConfig(server.url, "tiny", KEY, 5.0, 3), longest_s=1.0).ask(QUESTION)

    assert (raised.value.kind, len(server.asked)) == ("timeout", 1)
