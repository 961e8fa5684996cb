"""What clients may send, as models: camelCase on the wire, unknown fields refused, every limit a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar, Literal, get_args
from urllib.parse import SplitResult, urljoin, urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic.alias_generators import to_camel

from ..runs.launch import secret_names

LONGEST_STEP_MS = 120_000
MOST_STEPS = 25
LONGEST_GOAL = 2_000

SECRET_NAME = r"^[A-Z][A-Z0-9_]{0,63}$"
EMAIL = r"^\s*[^@\s]+@[^@\s]+\s*$"
COLOR = r"^#[0-9a-fA-F]{3,8}$"
MODEL_NAME = r"^[A-Za-z0-9@][A-Za-z0-9@._:/+-]*$"
MOMENT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"
INDEX = r"^\d{1,4}$"
# What to say when a text does not match.
PATTERNS = {
    INDEX: "it must be the index of a step, such as 0",
    SECRET_NAME: "it must be capital letters, digits and _, such as PASSWORD",
    EMAIL: "it must be an e-mail address, such as ada@example.org",
    MODEL_NAME: "it must be the name of a model, such as gpt-4o-mini",
    COLOR: "it must be a colour such as #6366f1",
    MOMENT: "it must be a time in UTC such as 2026-01-31T12:00:00Z",
}


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, alias_generator=to_camel, populate_by_name=False)


def _selectable(value: object) -> str | list[str]:
    options = [value] if isinstance(value, str) else value
    if not isinstance(options, list) or not options or not all(isinstance(o, str) and o for o in options):
        raise ValueError("it must be a non-empty text or a non-empty list of such texts")
    if len(options) > 100 or any(len(option) > 10_000 for option in options):
        raise ValueError("it must be at most 100 texts of at most 10000 characters")
    return value  # type: ignore[return-value]  # checked above


def _web_address(text: str, instead: str = "sign in with steps, and pass secrets") -> str:
    parts = _split(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("it must be an address that starts with http:// or https:// and names a host")
    if parts.username or parts.password:
        raise ValueError(f"it must not contain a user name or password: {instead}")
    return text


def _model_address(text: str) -> str:
    return _web_address(text, "what the endpoint asks for goes into apiKey")


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        raise ValueError("it is not an address: its host or port cannot be read") from None
    if re.search(r"[\s\\]", text):
        raise ValueError("it is not an address: it contains a space or a backslash")
    return parts


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("it must not be blank")
    return text


Text = Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
Selector = Annotated[str, StringConstraints(min_length=1, max_length=5_000), AfterValidator(_filled)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
# One sentence about such a list is enough.
Texts = Annotated[list[Text], Field(fail_fast=True)]
Milliseconds = Annotated[int, Field(ge=1, le=LONGEST_STEP_MS)]
Selectable = Annotated[
    Any,
    PlainValidator(_selectable),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}),
]
WebAddress = Annotated[str, StringConstraints(min_length=1, max_length=4_000), AfterValidator(_web_address)]
ModelAddress = Annotated[str, StringConstraints(min_length=1, max_length=4_000), AfterValidator(_model_address)]


class Goto(Model):
    action: Literal["goto"]
    url: Annotated[str, StringConstraints(min_length=1, max_length=4_000)]


class OnElement(Model):
    selector: Selector


class Point(Model):
    x: Annotated[int, Field(ge=-100_000, le=100_000)]
    y: Annotated[int, Field(ge=-100_000, le=100_000)]


class Pointing(OnElement):
    position: Point | None = None


class Click(Pointing):
    action: Literal["click"]


class Dblclick(Pointing):
    action: Literal["dblclick"]


class Hover(Pointing):
    action: Literal["hover"]


class Check(OnElement):
    action: Literal["check"]


class Uncheck(OnElement):
    action: Literal["uncheck"]


class Fill(OnElement):
    action: Literal["fill"]
    value: Annotated[str, StringConstraints(max_length=100_000)]


class Press(Model):
    action: Literal["press"]
    key: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    selector: Selector | None = None


class SelectOption(OnElement):
    action: Literal["selectOption"]
    value: Selectable


class SelectText(OnElement):
    action: Literal["selectText"]
    text: Text | None = None


class SetInputFiles(OnElement):
    action: Literal["setInputFiles"]
    files: Annotated[
        list[Annotated[str, StringConstraints(min_length=1, max_length=500)]], Field(min_length=1, max_length=20)
    ]


class DragTo(OnElement):
    action: Literal["dragTo"]
    target: Selector | None = None
    path: Annotated[list[Point], Field(min_length=2, max_length=100)] | None = None

    @model_validator(mode="after")
    def _somewhere(self) -> DragTo:
        if (self.target is None) == (self.path is None):
            raise ValueError("it needs either target, a selector, or path, the points that the pointer passes")
        return self


class Scroll(Model):
    action: Literal["scroll"]
    selector: Selector | None = None
    y: Annotated[int, Field(ge=-1_000_000, le=1_000_000)] | None = None

    @model_validator(mode="after")
    def _somewhere(self) -> Scroll:
        if self.selector is None and self.y is None:
            raise ValueError("it needs a selector to scroll to, or y, a number of pixels")
        return self


class WaitForSelector(OnElement):
    action: Literal["waitForSelector"]
    timeout_ms: Milliseconds | None = None


class AcceptDialog(Model):
    action: Literal["acceptDialog"]
    prompt_text: Annotated[str, StringConstraints(max_length=10_000)] | None = None


class DismissDialog(Model):
    action: Literal["dismissDialog"]


class SwitchTab(Model):
    action: Literal["switchTab"]
    index: Annotated[int, Field(ge=0, le=100)] | None = None
    url_includes: Text | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> SwitchTab:
        if (self.index is None) == (self.url_includes is None):
            raise ValueError("it needs either index or urlIncludes")
        return self


class AssertText(Model):
    action: Literal["assertText"]
    text: Annotated[str, StringConstraints(min_length=1, max_length=10_000), AfterValidator(_filled)]


class AssertVisible(OnElement):
    action: Literal["assertVisible"]


class Snapshot(Model):
    action: Literal["snapshot"]


AnyStep = Annotated[
    Goto
    | Click
    | Dblclick
    | Hover
    | Check
    | Uncheck
    | Fill
    | Press
    | SelectOption
    | SelectText
    | SetInputFiles
    | DragTo
    | Scroll
    | WaitForSelector
    | AcceptDialog
    | DismissDialog
    | SwitchTab
    | AssertText
    | AssertVisible
    | Snapshot,
    Field(discriminator="action"),
]


class Component(Model):
    name: Text
    file: Text | None = None
    test_ids: Texts | None = None
    aria_labels: Texts | None = None
    roles: Texts | None = None


class FormInput(Model):
    test_id: Text | None = None
    aria_label: Text | None = None
    id: Text | None = None
    name: Text | None = None
    placeholder: Text | None = None
    type: Text | None = None


class Form(Model):
    name: Text
    file: Text | None = None
    inputs: list[FormInput] | None = None
    submit_test_id: Text | None = None
    submit_label: Text | None = None


class Route(Model):
    path: Text
    component: Text | None = None


class Selectors(Model):
    by_test_id: dict[str, str] | None = None
    by_aria_label: dict[str, str] | None = None


class CodeHints(Model):
    """What a scan of the application's source knows; kept for planners."""

    components: list[Component] | None = None
    forms: list[Form] | None = None
    routes: list[Route] | None = None
    selectors: Selectors | None = None


class Assisted(Model):
    """Where the steps came from; shown with the run."""

    goal: Text
    model: Text
    generated_at: Annotated[str, StringConstraints(max_length=40, pattern=MOMENT)]
    prompt_version: Text


Condition = Annotated[str, StringConstraints(min_length=1, max_length=1_000), AfterValidator(_filled)]
Conditions = Annotated[list[Condition], Field(max_length=10, fail_fast=True)]


class Victory(Model):
    """What must be true at the end: all of it, or any one of it when `mustAll` is false."""

    text_includes: Conditions = Field(default_factory=list)
    selector_visible: Conditions = Field(default_factory=list)
    url_includes: Conditions = Field(default_factory=list)
    must_all: bool = True
    revalidate: bool | None = None


class Assist(Model):
    """A goal in plain words, and how far the run may go for it."""

    v2: Literal[True]
    goal: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_GOAL), AfterValidator(_filled)]
    is_full_plan: bool = False
    max_healing_attempts_per_step: Annotated[int, Field(ge=0, le=3)] = 1
    observer_max_nodes: Annotated[int, Field(ge=50, le=1_000)] = 300
    victory: Victory | None = None
    max_horizons: Annotated[int, Field(ge=1, le=50)] = 12
    steps_per_horizon: Annotated[int, Field(ge=1, le=10)] = 3
    max_loop_ms: Annotated[int, Field(ge=10_000, le=3_600_000)] = 300_000
    modal_loader_max_wait_ms: Annotated[int, Field(ge=3_000, le=600_000)] = 180_000
    memory_mode: Literal["off", "runtime", "adaptive"] = "adaptive"
    max_tokens: Annotated[int, Field(ge=1, le=10_000_000)] | None = None
    max_steps: Annotated[int, Field(ge=1, le=500)] = 200


class Run(Model):
    """The body of POST /v1/run, its `plan` wrapper merged into it."""

    # Sent by older clients; where files go is the server's business.
    ignored: ClassVar[frozenset[str]] = frozenset({"artifactsDir", "uploadFixturesDir"})

    project: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    base_url: WebAddress
    secrets: dict[
        Annotated[str, StringConstraints(pattern=SECRET_NAME)],
        Annotated[str, StringConstraints(min_length=1, max_length=10_000)],
    ] = Field(default_factory=dict, max_length=50)
    assist: Assist | None = None
    # After what they are checked against.
    steps: Annotated[list[AnyStep], Field(max_length=MOST_STEPS, validate_default=True)] = Field(default_factory=list)
    headless: bool = True
    capture_screenshot_after_each_step: bool = False
    capture_a11y_after_each_step: bool = Field(default=False, alias="captureA11yAfterEachStep")
    record_video_on_failure: bool = False
    record_trace: bool = False
    default_timeout_ms: Milliseconds = 30_000
    context_id: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] | None = None
    code_hints: CodeHints | None = None
    assisted: Assisted | None = None

    @field_validator("assist")
    @classmethod
    def _knows_its_secrets(cls, assist: Assist | None, info: ValidationInfo) -> Assist | None:
        known = info.data.get("secrets", {})
        for name in re.findall(r"\{\{([A-Z][A-Z0-9_]*)\}\}", assist.goal if assist else ""):
            if name not in known:
                raise ValueError(f"goal uses {{{{{name}}}}}, which secrets does not give")
        return assist

    @field_validator("steps")
    @classmethod
    def _can_be_done(cls, steps: list[AnyStep], info: ValidationInfo) -> list[AnyStep]:
        if not steps and info.data.get("assist", 0) is None:
            raise ValueError(f"it must hold 1 to {MOST_STEPS} steps, each with an action, unless assist gives a goal")
        assist = info.data.get("assist")
        base_url, known = info.data.get("base_url"), set(info.data.get("secrets", {}))
        known |= secret_names(assist.goal) if assist else set()
        for number, step in enumerate(steps):
            if isinstance(step, Goto) and base_url is not None:
                _check_origin(number, step, base_url)
            for name in sorted(placeholders(step) - known):
                raise ValueError(f"steps[{number}] uses {{{{{name}}}}}, which secrets does not give")
        return steps


def _check_origin(number: int, step: Goto, base_url: str) -> None:
    try:
        stays = origin(urljoin(base_url, step.url)) == origin(base_url)
    except ValueError:
        raise ValueError(f"steps[{number}].url is not an address that can be read") from None
    if not stays:
        raise ValueError(f"steps[{number}].url must stay on {base_url}: start another run for another origin")


class Login(Model):
    email: Annotated[str, StringConstraints(min_length=1, max_length=320)]
    password: Annotated[str, StringConstraints(min_length=1, max_length=1_024)]


class Registration(Model):
    email: Annotated[str, StringConstraints(max_length=320, pattern=EMAIL)]
    password: Annotated[str, StringConstraints(min_length=8, max_length=1_024)]
    role: Literal["admin", "member"] = "member"


class Project(Model):
    label: Label
    color: Annotated[str, StringConstraints(pattern=COLOR)] = "#6366f1"


class Key(Model):
    label: Label


class RunsQuery(Model):
    """The query of GET /v1/runs."""

    model_config = ConfigDict(strict=False)

    project: Annotated[str, StringConstraints(max_length=200)] = ""
    status: Literal["", "running", "pass", "fail"] = ""
    verdict: Literal[
        "",
        "success",
        "fail-app-bug",
        "fail-test-broken",
        "fail-agent-lost",
        "inconclusive-environment",
        "inconclusive",
    ] = ""
    q: Annotated[str, StringConstraints(max_length=200)] = ""
    limit: Annotated[int, Field(ge=1, le=200)] = 50
    cursor: Annotated[str, StringConstraints(max_length=200)] = ""


class Rerun(Model):
    """The body of POST /v1/runs/:id/rerun. `values` gives steps, by their index, another value."""

    mode: Literal["same", "data", "instructions"] = "same"
    values: dict[Annotated[str, StringConstraints(pattern=INDEX)], Selectable] = Field(default_factory=dict)
    instructions: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_GOAL)] = ""


class ExportQuery(Model):
    """The query of GET /v1/runs/:id/export."""

    format: Literal["playwright", "json", "junit"] = "playwright"


class StatsQuery(Model):
    """The query of GET /v1/stats; `offset` is how many minutes the clocks of the reader are ahead of UTC."""

    model_config = ConfigDict(strict=False)

    project: Annotated[str, StringConstraints(max_length=200)] = ""
    days: Annotated[int, Field(ge=1, le=365)] = 14
    offset: Annotated[int, Field(ge=-1440, le=1440)] = 0


class Plan(Model):
    """The body of POST /v1/plan."""

    project: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    base_url: WebAddress
    goal: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_GOAL), AfterValidator(_filled)
    ]
    mode: Literal["v1", "v2"] = "v2"


def _header(text: str) -> str:
    odd = next((place for place, letter in enumerate(text, 1) if not (letter.isascii() and letter.isprintable())), 0)
    if odd:
        what = "a line break or another control character" if text[odd - 1].isascii() else "not an ASCII character"
        raise ValueError(f"it is sent in an HTTP header, and its character {odd} is {what}: copy it again")
    return text


class LlmChoice(Model):
    """The body of PUT /v1/settings/llm."""

    provider_id: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    model: Annotated[str, StringConstraints(pattern=MODEL_NAME, max_length=200)]
    api_key: (
        Annotated[str, StringConstraints(strip_whitespace=True, max_length=1_000), AfterValidator(_header)] | None
    ) = None
    base_url: ModelAddress | None = None
    clear_api_key: bool = False


class ModelsQuery(Model):
    """The query of GET /v1/settings/llm/models."""

    provider_id: Annotated[str, StringConstraints(max_length=64)] = "openai"


class MemoriesQuery(Model):
    """The query of GET /v1/memories."""

    project: Annotated[str, StringConstraints(max_length=200)] = ""


def placeholders(step: BaseModel) -> set[str]:
    """The names in the `{{NAME}}` placeholders of a step."""
    values = [value if isinstance(value, list) else [value] for value in step.model_dump().values()]
    texts = [text for each in values for text in each if isinstance(text, str)]
    return {name for text in texts for name in re.findall(r"\{\{([A-Z][A-Z0-9_]*)\}\}", text)}


def origin(url: str) -> tuple[str, str, int | None]:
    parts = _split(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, (parts.hostname or "").lower(), port


def step_tags() -> frozenset[str]:
    """The names by which a union of steps tells its members apart."""
    return frozenset(str(value) for model in _models(Model) for value in _tags(model))


def _models(above: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for model in above.__subclasses__():
        yield model
        yield from _models(model)


def _tags(model: type[BaseModel]) -> tuple[Any, ...]:
    field = model.model_fields.get("action")
    return getattr(field.annotation, "__args__", ()) if field else ()


def field_names(model: type[BaseModel], location: Sequence[int | str]) -> set[str]:
    """The fields of the object in the model that the location leads to."""
    kinds = [model]
    for part in location:
        inner = [each for kind in kinds for each in _models_at(kind, part)]
        # A tag says which one of a union it is; the place in a list says nothing.
        kinds = inner or [kind for kind in kinds if part in _tags(kind)] or kinds
    return {field.alias or name for kind in kinds for name, field in kind.model_fields.items()}


def _models_at(model: type[BaseModel], name: int | str) -> Iterator[type[BaseModel]]:
    for own, field in model.model_fields.items():
        if (field.alias or own) == name:
            yield from _models_within(field.annotation)


def _models_within(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_within(argument)
