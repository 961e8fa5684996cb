// A selector engine: `selector >> ghostly=<number>` yields one element whose text describes all that `selector` matched.
// It runs in Playwright's own world, which the page cannot reach and which is there already when an action needs it.
(() => {
  const look = "LOOK";
  const MOST = 3;
  // What a field held before it was last typed into tells a field that refuses text from one that writes it its own way.
  const before = new WeakMap();
  const remember = (event) => {
    const field = event.composedPath()[0];
    const held = field.isContentEditable ? field.innerText : field.value;
    // A link or a row that gets the focus holds nothing.
    if (typeof held === "string") before.set(field, held);
  };
  // Those of a date and the like are set without a word, once the field has the focus.
  for (const name of ["focusin", "beforeinput"]) window.addEventListener(name, remember, true);

  let asked = "";
  let matched = new Set();
  let answer = null;
  return {
    // Called once for every match, and once for the <head> that is added so that no match is an answer too.
    queryAll(root, body) {
      if (asked !== body || matched.has(root)) {
        asked = body;
        matched = new Set();
        answer = document.createElement("data");
      }
      matched.add(root);
      answer.textContent = JSON.stringify(look([...matched].filter((e) => e.localName !== "head"), MOST, before));
      return [answer];
    },
  };
})()
