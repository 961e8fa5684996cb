// Where a text in the element begins and ends, from the element's upper left corner; the whole of it without a text.
// Null where the text is not there. Fields select by themselves, and answer with nothing to drag along.
(element, wanted) => {
  const same = (text) => text.replace(/\s/g, " ").toLowerCase();
  if (/^(INPUT|TEXTAREA)$/.test(element.tagName)) {
    const at = wanted ? same(element.value).indexOf(same(wanted)) : 0;
    if (at < 0) return null;
    element.focus();
    element.setSelectionRange(at, wanted ? at + wanted.length : element.value.length);
    return [];
  }
  const range = document.createRange();
  range.selectNodeContents(element);
  if (wanted) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const places = [];
    let text = "";
    while (walker.nextNode()) {
      for (let i = 0; i < walker.currentNode.data.length; i++) {
        const letter = same(walker.currentNode.data[i]);
        if (letter === " " && (!text || text.endsWith(" "))) continue;
        text += letter;
        places.push([walker.currentNode, i]);
      }
    }
    const sought = same(wanted).replace(/ +/g, " ").trim();
    const at = text.indexOf(sought);
    if (at < 0) return null;
    const [first, last] = [places[at], places[at + sought.length - 1]];
    range.setStart(first[0], first[1]);
    range.setEnd(last[0], last[1] + 1);
  }
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  if (!rects.length) return null;
  const box = element.getBoundingClientRect();
  const [start, end] = [rects[0], rects[rects.length - 1]];
  return [
    { x: start.left - box.left, y: start.top + start.height / 2 - box.top },
    { x: end.right - box.left, y: end.top + end.height / 2 - box.top },
  ];
}
