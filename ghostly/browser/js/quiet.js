// Runs in every frame before its own scripts: notes when the document last changed and which one-shot timers wait.
(() => {
  if (window.__ghostly) return;
  const now = performance.now.bind(performance);
  const started = window.setTimeout;
  const stopped = window.clearTimeout;
  const waiting = new Map();
  const fired = new Map();
  let changed = now();

  const observer = new MutationObserver(() => { changed = now(); });
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(document, everything);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) {
    const root = attach.call(this, init);
    observer.observe(root, everything);
    return root;
  };

  const retire = (time) => {
    for (const [id, timer] of waiting) {
      if (timer.due > time) continue;
      waiting.delete(id);
      const times = fired.get(timer.delay) || [];
      times.push(timer.due);
      fired.set(timer.delay, times.slice(-8));
    }
  };
  window.setTimeout = function setTimeout(handler, delay, ...rest) {
    const id = started.call(window, handler, delay, ...rest);
    const wait = Math.max(0, Number(delay) || 0);
    if (waiting.size > 100) retire(now());
    waiting.set(id, { delay: wait, due: now() + wait });
    return id;
  };
  const forget = (native) => function clear(id) {
    waiting.delete(id);
    return native.call(window, id);
  };
  window.clearTimeout = forget(stopped);
  window.clearInterval = forget(window.clearInterval);

  const animating = () => document.getAnimations().some((animation) => {
    const end = animation.playState === "running" && animation.effect && animation.effect.getComputedTiming().endTime;
    return typeof end === "number" && end > 0 && end <= 10000;
  });
  const read = (sinceMs, longestMs, pollingAfter) => {
    const time = now();
    const since = time - sinceMs;
    // A timer that is due may still be in the queue behind this very call.
    retire(time - 50);
    const polling = (delay) => (fired.get(delay) || []).filter((at) => at >= since).length >= pollingAfter;
    const timers = [...waiting.values()].filter((timer) => timer.delay <= longestMs && !polling(timer.delay));
    const busy = document.readyState !== "complete" || timers.length > 0 || animating();
    return busy ? 0 : time - changed;
  };
  Object.defineProperty(window, "__ghostly", { value: Object.freeze({ read }), enumerable: false });
})();
