"""Which model a user gets: their own choice, else the one that the environment names, else none.

The openai package takes a good part of a second to import, so it is imported once somebody has a model."""

from __future__ import annotations

import base64
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ghostly.engine.ports import Model, Question
from ghostly.errors import ModelFailed

from .catalog import PROVIDERS
from .config import LlmConfig

_TEST = Question(
    "greeting",
    "You are tested for whether you can answer in JSON.",
    "Answer with the field `ok` set to true.",
    {"type": "object", "properties": {"ok": {"type": "boolean"}}, "required": ["ok"]},
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a user has chosen; `key` is as it was stored."""

    provider: str
    model: str
    base_url: str | None
    key: str | None


@dataclass(frozen=True, slots=True)
class Tested:
    """What came of a real call; `sentence` says what is wrong, empty when nothing is."""

    ok: bool
    sentence: str
    latency_ms: int
    form: str


class Keys:
    """Keeps API keys, or texts of another `purpose`, unreadable in the database; one that cannot be read any more is
    as good as none."""

    def __init__(self, secret: str, purpose: str = "llm keys") -> None:
        derived = HKDF(SHA256(), 32, salt=None, info=f"ghostly {purpose}".encode()).derive(secret.encode())
        self._fernet = Fernet(base64.urlsafe_b64encode(derived))

    def hidden(self, key: str) -> str:
        return self._fernet.encrypt(key.encode()).decode()

    def shown(self, hidden: str | None) -> str:
        try:
            return self._fernet.decrypt(hidden.encode()).decode() if hidden else ""
        except InvalidToken:
            return ""


class Models:
    """`chosen` looks up what a user has chosen; `fallback` is what the environment names."""

    def __init__(
        self, chosen: Callable[[str], Chosen | None], keys: Keys, fallback: LlmConfig | None, defaults: LlmConfig
    ) -> None:
        self._chosen = chosen
        self._keys = keys
        self._fallback = fallback
        self._defaults = defaults

    def config_of(self, user_id: str) -> LlmConfig | None:
        chosen = self._chosen(user_id)
        if chosen is None:
            return self._fallback
        provider = PROVIDERS.get(chosen.provider, PROVIDERS["custom"])
        base_url = chosen.base_url or provider.base_url
        key = self._keys.shown(chosen.key)
        if base_url is None or (provider.needs_key and not key):
            return None
        return replace(
            self._defaults, base_url=base_url, model=chosen.model, api_key=key, source="user", provider=provider.id
        )

    def for_user(self, user_id: str, longest_s: float = math.inf) -> Model | None:
        config = self.config_of(user_id)
        if config is None:
            return None
        from .openai_compatible import OpenAiCompatible

        return OpenAiCompatible(config, longest_s)

    def test(self, user_id: str) -> Tested | None:
        """A real call; None when no model is configured."""
        config = self.config_of(user_id)
        if config is None:
            return None
        from .openai_compatible import OpenAiCompatible

        model, began = OpenAiCompatible(replace(config, attempts=1)), time.monotonic()
        try:
            model.ask(_TEST)
            sentence = ""
        except ModelFailed as failed:
            sentence = str(failed)
        return Tested(not sentence, sentence, round((time.monotonic() - began) * 1000), model.form)

    def listed(self, user_id: str, provider_id: str) -> tuple[list[str], str, str]:
        """The models of a provider, whether they are `live` or the catalog's, and why they are not live."""
        provider, config = PROVIDERS[provider_id], self.config_of(user_id)
        fallback = list(provider.models)
        if config is None or config.provider != provider_id:
            return fallback, "static", ""
        from .listing import listed_at

        models, why = listed_at(config)
        return (
            (fallback, "fallback", f"{config.base_url} does not list its models: {why}")
            if why
            else (models, "live", "")
        )
