"""Projects belong to their user."""

import re


def test_projects_are_listed_oldest_first_and_belong_to_their_user(admin, stranger):
    first = admin.post("/v1/projects", {"label": " Shop "})
    second = admin.post("/v1/projects", {"label": "Blog", "color": "#ff0000"})

    assert first.status_code == 201
    assert first.json.keys() == {"id", "label", "color", "createdAt"}
    assert (first.json["label"], first.json["color"]) == ("Shop", "#6366f1")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", first.json["createdAt"])
    assert admin.get("/v1/projects").json == [first.json, second.json]
    assert stranger.get("/v1/projects").json == []
    assert stranger.delete(f"/v1/projects/{first.json['id']}").status_code == 404
    assert admin.delete(f"/v1/projects/{first.json['id']}").json == {"ok": True}
    assert admin.get("/v1/projects").json == [second.json]


def test_a_project_needs_a_label(admin):
    answer = admin.post("/v1/projects", {"label": "  "})

    assert answer.status_code == 400
    assert answer.json["code"] == "validation_error"
    assert list(answer.json["details"]["fieldErrors"]) == ["label"]
