"""The model of a user over HTTP: choose one, look at the choice, try it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from flask import Blueprint, Response, jsonify, request

from ..errors import InvalidInput
from ..storage.llm import LlmSettings
from ..storage.models import LlmRow
from .auth import Gate
from .body import fitted, read_json
from .schemas import LlmChoice, ModelsQuery

_MOST_HINTED = 4


class Config(Protocol):
    """The model that a user gets."""

    @property
    def provider(self) -> str: ...
    @property
    def model(self) -> str: ...
    @property
    def source(self) -> str: ...


class Tested(Protocol):
    @property
    def ok(self) -> bool: ...
    @property
    def sentence(self) -> str: ...
    @property
    def latency_ms(self) -> int: ...
    @property
    def form(self) -> str: ...


class ModelDesk(Protocol):
    """What the door to the models needs behind it."""

    def config_of(self, user_id: str) -> Config | None: ...
    def test(self, user_id: str) -> Tested | None: ...
    def listed(self, user_id: str, provider_id: str) -> tuple[list[str], str, str]: ...


class Provider(Protocol):
    needs_key: bool
    base_url: str | None

    def shown(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Counter:
    """Where models are chosen: what is behind the door. `hide` makes a key unreadable."""

    gate: Gate
    settings: LlmSettings
    desk: ModelDesk
    providers: Mapping[str, Any]
    hide: Callable[[str], str]


def blueprint(counter: Counter) -> Blueprint:
    door = Blueprint("llm", __name__)
    door.add_url_rule("/v1/settings/llm/providers", "providers", lambda: _providers(counter))
    door.add_url_rule("/v1/settings/llm/models", "models", lambda: _models(counter))
    door.add_url_rule("/v1/settings/llm", "found", lambda: jsonify(_found(counter, counter.gate.caller().user_id)))
    door.add_url_rule("/v1/settings/llm", "chosen", lambda: _chosen(counter), methods=["PUT"])
    door.add_url_rule("/v1/settings/llm", "forgotten", lambda: _forgotten(counter), methods=["DELETE"])
    door.add_url_rule("/v1/settings/llm/test", "tested", lambda: _tested(counter), methods=["POST"])
    return door


def _found(counter: Counter, user_id: str) -> dict[str, Any]:
    row = counter.settings.of(user_id)
    status = model_status(counter.desk.config_of(user_id))
    fallback = row is None and status["available"]
    return {"ok": True, "settings": _shown(row) if row else None, "status": status, "envFallback": fallback}


def _providers(counter: Counter) -> Response:
    counter.gate.caller()
    return jsonify(ok=True, providers=[provider.shown() for provider in counter.providers.values()])


def _models(counter: Counter) -> Response:
    caller, query = counter.gate.caller(), fitted(ModelsQuery, request.args.to_dict())
    if query.provider_id not in counter.providers:
        raise _unknown(counter.providers)
    names, source, message = counter.desk.listed(caller.user_id, query.provider_id)
    told = {"message": message} if message else {}
    shown = [{"id": name, "label": name} for name in names]
    return jsonify(ok=True, providerId=query.provider_id, models=shown, source=source, **told)


def _chosen(counter: Counter) -> Response:
    user_id, given = counter.gate.caller().user_id, read_json(LlmChoice)
    row = _row(user_id, given, counter.settings.of(user_id), counter.providers, counter.hide)
    counter.settings.keep(row)
    return jsonify(_found(counter, user_id))


def _forgotten(counter: Counter) -> Response:
    user_id = counter.gate.caller().user_id
    counter.settings.forget(user_id)
    return jsonify(_found(counter, user_id))


def _tested(counter: Counter) -> Response:
    user_id = counter.gate.caller().user_id
    status, outcome = model_status(counter.desk.config_of(user_id)), counter.desk.test(user_id)
    if outcome is None:
        return jsonify(ok=False, status=status, message="No model is configured: choose one and save it.")
    message = outcome.sentence or "The model answered as it should."
    return jsonify(ok=outcome.ok, status=status, message=message, latencyMs=outcome.latency_ms, form=outcome.form)


def model_status(config: Config | None) -> dict[str, Any]:
    if config is None:
        return {"provider": "http", "model": "builtin", "available": False, "source": "env"}
    return {"available": True, "provider": config.provider, "model": config.model, "source": config.source}


def _shown(row: LlmRow) -> dict[str, Any]:
    return {
        "providerId": row.provider,
        "model": row.model,
        "baseUrl": row.base_url,
        "apiKeyConfigured": row.key is not None,
        "apiKeyHint": row.key_hint,
    }


def _row(
    user_id: str, given: LlmChoice, kept: LlmRow | None, providers: Mapping[str, Any], hide: Callable[[str], str]
) -> LlmRow:
    if given.provider_id not in providers:
        raise _unknown(providers)
    provider: Provider = providers[given.provider_id]
    if given.base_url is None and provider.base_url is None:
        raise _refused("baseUrl", "Base URL required: this provider has none of its own, such as https://host/v1")
    chosen = {"provider": given.provider_id, "model": given.model, "base_url": given.base_url}
    row = LlmRow(user_id=user_id, key=None, key_hint=None, **chosen)
    # A key goes only to the address that it was given for.
    stays = kept is not None and (kept.provider, kept.base_url) == (row.provider, row.base_url)
    if given.api_key:
        row.key, row.key_hint = hide(given.api_key), _hint(given.api_key)
    elif kept is not None and stays and not given.clear_api_key:
        row.key, row.key_hint = kept.key, kept.key_hint
    if provider.needs_key and row.key is None and not given.clear_api_key:
        raise _refused("apiKey", "API key required for this provider")
    return row


def _hint(key: str) -> str:
    """Its last characters, never so many that they give away a short key."""
    shown = min(_MOST_HINTED, len(key) // 3)
    return f"••••{key[len(key) - shown :]}"


def _unknown(providers: Mapping[str, Any]) -> InvalidInput:
    return _refused("providerId", f"unknown provider: it must be one of {', '.join(providers)}")


def _refused(field: str, sentence: str) -> InvalidInput:
    return InvalidInput(sentence, code="validation_error", fields={field: [sentence]})
