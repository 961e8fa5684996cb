"""A small OpenAI-compatible server that answers as it is told to."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def said(content, *, usage=(10, 5), tool=None):
    """A chat completion that says so."""
    message = {"role": "assistant", "content": content}
    if tool is not None:
        call = {"id": "c1", "type": "function", "function": {"name": "x", "arguments": tool}}
        message["tool_calls"] = [call]
    counted = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": counted}


def refused(status, said="no", **headers):
    data = json.dumps({"error": {"message": said}}).encode()
    return lambda handler, body: handler.answer(status, data, headers)


def raw(text):
    return lambda handler, body: handler.answer(200, text.encode(), {})


def slow(seconds):
    def wait(handler, body):
        time.sleep(seconds)

    return wait


def cut(handler, body):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{")
    handler.close_connection = True


def unless(form, otherwise, then):
    """`then` to a request in that form, `otherwise` to any other."""

    def choose(handler, body):
        asked = body.get("response_format", {}).get("type") or ("tools" if "tools" in body else "text")
        handler.play(otherwise if asked == form else then, body)

    return choose


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        self.answer(200, json.dumps({"object": "list", "data": [{"id": "tiny", "object": "model"}]}).encode(), {})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((body, {name.lower(): value for name, value in self.headers.items()}))
        play = self.server.answers
        self.play(play.pop(0) if len(play) > 1 else play[0], body)

    def play(self, answer, body):
        if callable(answer):
            answer(self, body)
        else:
            self.answer(200, json.dumps(answer).encode(), {})

    def answer(self, status, data, headers):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def endpoint(*answers):
    """The server; its last answer is repeated. It has `url`, and `asked`: (body, headers) of each request."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.answers, server.asked = list(answers), []
    server.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
