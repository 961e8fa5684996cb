// Scrolls by y: the element if it scrolls, else what holds it, else the page; returns how far it went.
(element, y) => {
  const page = document.scrollingElement;
  const scrolls = (e) => e.scrollHeight > e.clientHeight && (e === page || /auto|scroll/.test(getComputedStyle(e).overflowY));
  const by = (e) => {
    const before = e.scrollTop;
    e.scrollBy({ top: y, behavior: "instant" });
    return e.scrollTop - before;
  };
  const whole = element === document.documentElement;
  const holders = [];
  for (let at = whole ? document.elementFromPoint(innerWidth / 2, innerHeight / 2) : element; at; at = at.parentElement) {
    if (at !== page && scrolls(at)) holders.push(at);
  }
  for (const holder of whole ? [page, ...holders] : [...holders, page]) {
    const moved = holder ? by(holder) : 0;
    if (moved) return moved;
  }
  return 0;
}
