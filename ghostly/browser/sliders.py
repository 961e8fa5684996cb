"""Sets sliders that are no inputs, as people do with the keyboard: arrow by arrow, until the number is there."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.async_api import Locator

from ghostly.errors import PageError

# The value it tells, else every number that can be read on the page: the one that moves along is its own.
_NUMBERS = r"""(e) => {
  const now = e.getAttribute("aria-valuenow");
  if (now !== null) return [Number(now)];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const numbers = [];
  while (walker.nextNode()) {
    const found = /-?\d+(\.\d+)?/.exec(walker.currentNode.data);
    numbers.push(found ? Number(found[0]) : null);
  }
  return numbers;
}"""
_MOST = 1000


def is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?", text.strip()))


async def slide(locator: Locator, wanted: float, left_ms: Callable[[], float]) -> None:
    """Raises PageError when the slider does not go there."""
    await locator.focus(timeout=left_ms())
    before = await locator.evaluate(_NUMBERS)
    if len(before) == 1 and before[0] == wanted:
        return
    place = await _own_number(locator, before, left_ms)
    at = (await locator.evaluate(_NUMBERS))[place]
    for _ in range(_MOST):
        if at == wanted:
            return
        await locator.press("ArrowRight" if at < wanted else "ArrowLeft", timeout=left_ms())
        now = (await locator.evaluate(_NUMBERS))[place]
        if now == at or ((now > wanted) != (at > wanted) and now != wanted):
            raise PageError(f"The slider does not stop at {wanted:g}: it is at {now:g}.")
        at = now


async def _own_number(locator: Locator, before: list[float | None], left_ms: Callable[[], float]) -> int:
    for key in ("ArrowRight", "ArrowLeft"):
        await locator.press(key, timeout=left_ms())
        after = await locator.evaluate(_NUMBERS)
        moved = [i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b and b is not None]
        if moved and len(before) == len(after):
            return moved[0]
    raise PageError("The slider does not move with the arrow keys, or does not tell where it is.")
