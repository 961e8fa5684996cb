"""Which endpoint is asked, for which model, and how patiently."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class LlmConfig:
    """`base_url` is the API root, such as https://api.openai.com/v1; `attempts` counts the first one."""

    base_url: str
    model: str
    api_key: str = field(default="", repr=False)
    timeout_s: float = 45.0
    attempts: int = 3
    source: Literal["user", "env"] = "env"
    provider: str = "custom"
