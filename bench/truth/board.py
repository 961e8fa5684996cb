"""A board of tasks in one page: shown at once, sent by GraphQL, heard of by websocket, taken back when refused."""

import json
import queue
import time
from pathlib import Path

from flask import Flask, jsonify, request
from flask_sock import Sock
from graphql import build_schema, graphql_sync

HERE = Path(__file__).parent
SCHEMA = build_schema("""
type Task { id: ID! title: String! done: Boolean! column: String! }
type Query { tasks: [Task!]! }
type Mutation {
  add(title: String!, column: String!): Task!
  rename(id: ID!, title: String!): Task!
  move(id: ID!, column: String!): Task!
  finish(id: ID!, done: Boolean!): Task!
  remove(id: ID!): ID!
}
""")
COLUMNS = ("Ideas", "Doing", "Shipped")

PAGE = (HERE / "board.html").read_text()


class Store:
    def __init__(self):
        titles = ("Write the guide", "Fix the login", "Plan the party", "Order chairs", "Call the printer")
        self.tasks = [
            {"id": str(n), "title": title, "done": False, "column": COLUMNS[n % 2]} for n, title in enumerate(titles, 1)
        ]
        self.listeners = []

    def snapshot(self):
        return [dict(task) for task in self.tasks]

    def find(self, ident):
        return next(task for task in self.tasks if task["id"] == ident)


class Root:
    """The resolvers; `faults` decide what they really do."""

    def __init__(self, store, faults):
        self.store, self.faults = store, faults

    def _check(self):
        if "slow" in self.faults:
            time.sleep(1.2)
        if {"rollback", "errors-kept"} & set(self.faults):
            raise ValueError("The board is read-only.")

    def tasks(self, _info):
        return self.store.tasks

    def add(self, _info, title, column):
        self._check()
        task = {"id": str(50 + len(self.store.tasks)), "title": title, "done": False, "column": column}
        if "half" in self.faults:
            self.store.tasks.append({**task, "column": COLUMNS[0]})
        elif "lost" not in self.faults:
            self.store.tasks.append(task)
        return task

    def _change(self, ident, **values):
        self._check()
        task = self.store.find(ident)
        if "wrong-row" in self.faults:
            task = self.store.tasks[(self.store.tasks.index(task) + 1) % len(self.store.tasks)]
        if "lost" not in self.faults:
            task.update(values)
        return {**self.store.find(ident), **values}

    def rename(self, _info, id, title):
        return self._change(id, title=title)

    def move(self, _info, id, column):
        return self._change(id, column=column)

    def finish(self, _info, id, done):
        return self._change(id, done=done)

    def remove(self, _info, id):
        self._check()
        if "lost" not in self.faults:
            self.store.tasks.remove(self.store.find(id))
        return id


def create(faults):
    app, store = Flask(__name__), Store()
    root = Root(store, faults)
    sock = Sock(app)

    @app.get("/")
    def page():
        settings = {
            "columns": COLUMNS,
            "toastMs": 120 if "ephemeral" in faults else 3000,
            "takesBack": "errors-kept" not in faults,
            "backMs": 900,
            "tells": "rollback" not in faults,
            "breaks": "js-error" in faults,
        }
        return PAGE.replace("SETTINGS", json.dumps(settings))

    @app.post("/graphql")
    def answer():
        sent = request.get_json()
        result = graphql_sync(SCHEMA, sent["query"], root, variable_values=sent.get("variables"))
        said = {"data": result.data}
        if result.errors:
            said["errors"] = [{"message": error.message} for error in result.errors]
        return jsonify(said)

    @sock.route("/live")
    def live(connection):
        mine = queue.Queue()
        store.listeners.append(mine)
        connection.send(json.dumps({"people": "2 people are here"}))
        while True:
            try:
                connection.send(json.dumps(mine.get(timeout=5)))
            except queue.Empty:
                connection.send(json.dumps({"people": "2 people are here"}))

    return app, store
