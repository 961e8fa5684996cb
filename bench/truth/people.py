"""An admin table: people over several pages, edited in their rows, invited in a dialog, deleted after a question."""

import json
import time
from pathlib import Path

from flask import Flask, jsonify, request

HERE = Path(__file__).parent
NAMES = [
    "Ada Stone",
    "Omar Nadir",
    "Lena Vogt",
    "Kim Lee",
    "Petra Sund",
    "Kim Lee",
    "Mira Cole",
    "Tomas Reyes",
    "Nora Falk",
    "Jon Ames",
    "Lucia Prat",
    "Hugo Weil",
    "Bo Lind",
    "Sara Dorn",
    "Pavel Rusk",
    "Ines Moya",
    "Greta Holm",
    "Luis Ortega",
    "Anna Bell",
    "Teo Marsh",
    "Rosa Vidal",
    "Emil Kraus",
]
ROLES = ("Viewer", "Editor", "Admin")
TEAMS = ("North", "South", "East")
PER_PAGE = 10

PAGE = (HERE / "people.html").read_text()


class Store:
    """The people of all workspaces, newest first."""

    def __init__(self):
        self.people = [
            {
                "id": number,
                "name": name,
                "email": f"{name.lower().replace(' ', '.')}{number}@corp.test",
                "role": ROLES[number % 2],
                "team": TEAMS[number % 3],
                "workspace": "ours",
            }
            for number, name in enumerate(NAMES, 1)
        ]

    def ours(self):
        return [dict(person) for person in self.people if person["workspace"] == "ours"]

    def snapshot(self):
        return self.ours()


def create(faults):
    app, store = Flask(__name__), Store()
    if "leftover" in faults:
        store.people.insert(0, {**store.people[0], "id": 90, "name": "Nadia Rahm", "email": "nadia@corp.test"})

    @app.get("/")
    def page():
        settings = {
            "roles": ROLES,
            "toastMs": 120 if "ephemeral" in faults else 4000,
            "readsAnswers": "200-error" not in faults and "leftover" not in faults,
            "tellsErrors": not {"500-toast", "200-error", "leftover"} & set(faults),
            "silent": "silent" in faults,
            "refreshes": "stale" not in faults,
            "appends": "other-workspace" in faults,
        }
        options = "".join(f"<option>{role}</option>" for role in ROLES)
        shown = "<p>Error 500: the server failed. Error 422: something was left out.</p>" if "help" in faults else ""
        text = PAGE.replace("SETTINGS", json.dumps(settings)).replace("OPTIONS", options).replace("HELP", shown)
        return text

    @app.get("/api/people")
    def listed():
        wanted = request.args.get("q", "").lower()
        found = [person for person in store.ours() if wanted in person["name"].lower()]
        at = int(request.args.get("page", 1))
        pages = max(1, -(-len(found) // PER_PAGE))
        return jsonify(people=found[(at - 1) * PER_PAGE : at * PER_PAGE], pages=pages)

    def refused():
        if "slow" in faults:
            time.sleep(1.2)
        if "500-toast" in faults or "500" in faults:
            return jsonify(error="The server failed."), 500
        if {"200-error", "leftover"} & set(faults):
            return jsonify(error="The quota is used up."), 200
        return None

    @app.post("/api/people")
    def invite():
        sent = request.get_json()
        if answer := refused():
            return answer
        if not sent["name"] or "@" not in sent["email"] or "silent" in faults:
            return jsonify(error="Enter a name and an e-mail address."), 422
        person = {**sent, "id": 100 + len(store.people), "team": "North", "workspace": "ours"}
        if "other-workspace" in faults:
            person["workspace"] = "theirs"
        if "half" in faults:
            person["role"] = "Viewer"
        if "lost" not in faults:
            store.people.insert(0, person)
        if "twice" in faults:
            store.people.insert(0, {**person, "id": person["id"] + 500})
        return jsonify(person)

    @app.put("/api/people/<int:number>")
    def change(number):
        sent = request.get_json()
        if answer := refused():
            return answer
        places = [i for i, person in enumerate(store.people) if person["id"] == number]
        at = places[0] + (1 if "wrong-row" in faults else 0)
        kept = {"name": sent["name"], "email": sent["email"], "role": sent["role"]}
        if "half" in faults:
            kept.pop("role")
        if "lost" not in faults:
            store.people[at].update(kept)
        return jsonify(sent)

    @app.delete("/api/people/<int:number>")
    def delete(number):
        if answer := refused():
            return answer
        at = next(i for i, person in enumerate(store.people) if person["id"] == number)
        if "lost" not in faults:
            del store.people[at + (1 if "wrong-row" in faults else 0)]
        return jsonify(ok=True)

    return app, store
