// Runs in every frame before its own scripts: notes when the document last changed, which one-shot timers wait, and what
// was asked of servers just now, which the browser tells its driver a moment later.
(() => {
  if (window.__ghostly) return;
  const now = performance.now.bind(performance);
  const started = window.setTimeout;
  const stopped = window.clearTimeout;
  const waiting = new Map();
  const fired = new Map();
  let changed = now();

  // A timer that a step's own doing has armed, at once or by way of another such timer, may be what saves it.
  const SOON = 100;
  const DOINGS = new Set(["input", "change", "click", "dblclick", "keydown", "submit", "mouseup", "drop"]);
  let done = -Infinity;
  let follows = false;
  for (const doing of DOINGS) window.addEventListener(doing, () => { done = now(); }, true);
  const isCaused = () => follows || now() - done < SOON || (!!window.event && DOINGS.has(window.event.type));
  const following = (handler) => function run(...given) {
    follows = true;
    try {
      return handler.apply(this, given);
    } finally {
      follows = false;
    }
  };

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
    const caused = isCaused();
    const id = started.call(window, caused && typeof handler === "function" ? following(handler) : handler, delay, ...rest);
    const wait = Math.max(0, Number(delay) || 0);
    if (waiting.size > 100) retire(now());
    waiting.set(id, { delay: wait, due: now() + wait, caused });
    return id;
  };
  const forget = (native) => function clear(id) {
    waiting.delete(id);
    return native.call(window, id);
  };
  window.clearTimeout = forget(stopped);
  window.clearInterval = forget(window.clearInterval);

  const FRESH = 300;
  const MOST = 50;
  let requests = [];
  let left = -Infinity;
  const asks = (url) => {
    const request = { url: String(url).split("?")[0], at: now(), answered: Infinity };
    requests = [...requests.slice(-MOST), request];
    return () => { request.answered = now(); };
  };
  const fetched = window.fetch;
  window.fetch = function fetch(...given) {
    const answer = asks(given[0] && given[0].url || given[0]);
    const promise = fetched.apply(this, given);
    promise.then(answer, answer);
    return promise;
  };
  const opened = XMLHttpRequest.prototype.open;
  const sent = XMLHttpRequest.prototype.send;
  const urls = new WeakMap();
  XMLHttpRequest.prototype.open = function open(...given) {
    urls.set(this, given[1]);
    return opened.apply(this, given);
  };
  XMLHttpRequest.prototype.send = function send(...given) {
    this.addEventListener("loadend", asks(urls.get(this)), { once: true });
    return sent.apply(this, given);
  };
  // What speaks without being asked is given time to: the driver hears of it a moment later.
  const HEARD = 60;
  for (const name of ["Worker", "WebSocket", "EventSource"]) {
    if (!window[name]) continue;
    const construct = (...given) => {
      changed = now() + HEARD;
      return Reflect.construct(...given);
    };
    window[name] = new Proxy(window[name], { construct });
  }
  window.addEventListener("beforeunload", () => { left = now(); });
  const asked = (time, since, pollingAfter) => {
    const times = (url) => requests.filter((other) => other.url === url && other.at >= since).length;
    const counted = requests.filter((request) => request.at >= since && times(request.url) < pollingAfter);
    const fresh = counted.some((request) => request.answered > time && time - request.at < FRESH);
    const answered = counted.map((request) => request.answered).filter((at) => at <= time);
    return { fresh: fresh || time - left < FRESH, answered: Math.max(0, ...answered) };
  };

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
    const { fresh, answered } = asked(time, since, pollingAfter);
    const busy = document.readyState !== "complete" || timers.length > 0 || fresh || animating();
    return busy ? 0 : time - Math.max(changed, answered);
  };
  // How long until the last of the timers has fired that a step has armed for no longer than so long.
  const late = (longestMs) => {
    const time = now();
    retire(time - 10);
    return Math.max(0, ...[...waiting.values()].filter((timer) => timer.caused && timer.delay <= longestMs).map((timer) => timer.due - time + 10));
  };
  Object.defineProperty(window, "__ghostly", { value: Object.freeze({ read, late }), enumerable: false });
})();
