"""The providers that can be chosen by name; any other endpoint is `custom`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Provider:
    id: str
    label: str
    description: str
    base_url: str | None
    models: tuple[str, ...]
    needs_key: bool = True

    def shown(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "label": self.label,
            "kind": "http",
            "description": self.description,
            "needsApiKey": self.needs_key,
            "needsBaseUrl": self.base_url is None,
            "defaultBaseUrl": self.base_url,
            "defaultModel": self.models[0] if self.models else "",
            "supportsAutoModel": False,
            "supportsLiveModels": True,
            "modelOptions": [{"id": model, "label": model} for model in self.models],
        }


PROVIDERS = {
    provider.id: provider
    for provider in (
        Provider("openai", "OpenAI", "OpenAI's own API.", "https://api.openai.com/v1", ("gpt-4o-mini", "gpt-4.1-mini")),
        Provider(
            "anthropic",
            "Anthropic",
            "Claude, through Anthropic's OpenAI-compatible endpoint.",
            "https://api.anthropic.com/v1",
            ("claude-sonnet-4-5", "claude-haiku-4-5"),
        ),
        Provider(
            "mistral",
            "Mistral",
            "Mistral's own API.",
            "https://api.mistral.ai/v1",
            ("mistral-small-latest", "mistral-large-latest"),
        ),
        Provider(
            "openrouter",
            "OpenRouter",
            "Many models behind one key.",
            "https://openrouter.ai/api/v1",
            ("openai/gpt-4o-mini",),
        ),
        Provider("ollama", "Ollama", "Models on your own machine.", "http://127.0.0.1:11434/v1", ("llama3.1",), False),
        Provider("custom", "Any other", "Any endpoint that is compatible with OpenAI's.", None, (), False),
    )
}
