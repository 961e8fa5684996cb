"""Which models an endpoint has."""

from __future__ import annotations

import openai
from openai import OpenAI

from . import complaints
from .config import LlmConfig

_LONGEST_S = 10


def listed_at(config: LlmConfig) -> tuple[list[str], str]:
    """The names of the models, or why the endpoint does not list them."""
    try:
        with OpenAI(
            base_url=config.base_url, api_key=config.api_key or "none", timeout=_LONGEST_S, max_retries=0
        ) as client:
            return sorted(model.id for model in client.models.list()), ""
    except (openai.OpenAIError, ValueError, TypeError, AttributeError) as error:
        return [], _why(error, config)


def _why(error: Exception, config: LlmConfig) -> str:
    if unsent := complaints.of_key(config.api_key):
        return unsent
    if isinstance(error, openai.NotFoundError):
        return "it has no such list (404)."
    if isinstance(error, openai.APIStatusError):
        return complaints.of_refusal(error, "it", config.model, config.api_key)[0]
    if isinstance(error, openai.APITimeoutError):
        return "it gave no answer in time."
    if isinstance(error, openai.APIConnectionError):
        return complaints.of_connection(error, "it")
    return "what it answers is no list of models."
