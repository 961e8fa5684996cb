// Everything that people can see in a document, in the order of the document: controls, texts, and what holds them.
() => {
  const { kept, isPlainTab, styleOf, boxOf, clean, parentOf, isVisible, roleOf, insideOf, nameOf, labelOf, referred, selectorOf, within, hitAt, coverOf, isDisabled, valueOf, wordsOf } = FACTS();
  // Beyond so many nodes only dialogs, with what they hold, and what forms consist of are told.
  const MOST = 8000;
  const MOST_WITH_FORMS = 10000;
  const MOST_CORNERS = 40;
  const SURFACE = 60;
  const LONGEST = 400;
  const CONTROLS = new Set([
    "button", "link", "textbox", "searchbox", "combobox", "listbox", "checkbox", "radio", "switch", "slider", "spinbutton",
    "option", "tab", "menuitem", "menuitemcheckbox", "menuitemradio", "treeitem",
  ]);
  const HOLDERS = new Set([
    "dialog", "alertdialog", "row", "listitem", "form", "group", "radiogroup", "table", "grid", "list", "listbox", "navigation",
    "main", "region", "article", "banner", "contentinfo", "complementary", "search", "tabpanel", "tablist", "menu", "menubar",
    "toolbar", "tree", "alert", "status", "log", "rowgroup", "feed", "figure",
  ]);
  const TEXTS = new Set(["heading", "cell", "columnheader", "rowheader", "gridcell", "alert", "status", "img"]);
  const SKIPPED = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "DATALIST", "OPTION", "OPTGROUP", "COL", "COLGROUP"]);
  const SHAPES = new Set(["circle", "rect", "polygon", "ellipse", "path", "line", "polyline"]);
  const UNDRAWN = new Set(["title", "desc", "metadata", "defs", "style", "script", "symbol", "clipPath", "mask"]);
  const TAG_HOLDERS = { FORM: "form", SECTION: "region", HEADER: "banner", FOOTER: "contentinfo", TBODY: "rowgroup", THEAD: "rowgroup", FIGURE: "figure" };
  const CARD = /(^|[\s_-])(card|item|entry|post|row|panel|tile|media|message|email|comment|product|result)([\s_-]|$)/i;

  const nodes = [];
  let whole = true;
  const clippedAway = (e, style, box) =>
    /^rect\(0(px)?,? 0(px)?,? 0(px)?,? 0(px)?\)$|^rect\(1px,? 1px,? 1px,? 1px\)$/.test(style.clip) || /inset\((50|100)%/.test(style.clipPath)
      || (box.width <= 1 && box.height <= 1 && /hidden|clip/.test(style.overflow)) || box.right + scrollX <= 0 || box.bottom + scrollY <= 0;
  const hidden = new Map();
  const squashed = new Set();
  const isSvg = (e) => e.namespaceURI === "http://www.w3.org/2000/svg";
  const isLaidOver = (style) => /absolute|fixed/.test(style.position);
  const isHidden = (e) => {
    if (!e || e === document.body) return false;
    if (!hidden.has(e)) {
      const [style, box, parent] = [styleOf(e), boxOf(e), parentOf(e)];
      if (/hidden|clip/.test(style.overflow) && (box.width < 2 || box.height < 2)) squashed.add(e);
      const scaledAway = box.width === 0 && box.height === 0 && e.offsetWidth > 0 && e.offsetHeight > 0;
      const isSpeck = isSvg(e) && e.localName === "text" && box.width < 2 && box.height < 3;
      hidden.set(e, style.opacity === "0" || scaledAway || isSpeck || clippedAway(e, style, box) || isHidden(parent) || (squashed.has(parent) && !isLaidOver(style)));
    }
    return hidden.get(e);
  };
  // The one color behind an element; empty where it could be several.
  const grounds = new Map();
  const groundOf = (e) => {
    if (!e) return "";
    if (!grounds.has(e)) {
      const style = styleOf(e);
      const mixed = style.backgroundImage !== "none" || e.querySelector("img,picture,video,canvas,svg");
      grounds.set(e, mixed ? "" : isClear(style.backgroundColor) ? (isLaidOver(style) ? "" : groundOf(parentOf(e))) : style.backgroundColor);
    }
    return grounds.get(e);
  };
  // Text too small, moved out of its box, or in the color of what is behind it.
  const isInvisible = (e) => {
    const style = styleOf(e);
    if (parseFloat(style.fontSize) < 1 || parseFloat(style.textIndent) < -500) return true;
    if (e.namespaceURI !== "http://www.w3.org/1999/xhtml" || style.textShadow !== "none") return false;
    return isClear(style.color) ? style.webkitBackgroundClip !== "text" : style.color === groundOf(e);
  };
  // What people open and close again lies over a text only for a while, and what stands still is scrolled away from.
  const PASSING = /^(dialog|alertdialog|listbox|option|menu|menuitem|tooltip)$/;
  const isOpaque = (style) => /^rgb\(/.test(style.backgroundColor) && style.opacity === "1";
  const coversAt = (hit, e, [x, y]) => {
    let opaque = false;
    for (let at = hit; at && !within(at, e); at = parentOf(at)) {
      const style = styleOf(at);
      if (/fixed|sticky/.test(style.position) || style.opacity !== "1" || PASSING.test(roleOf(at))) return false;
      opaque = opaque || isOpaque(style);
    }
    // What is scrolled out of the box that it is in is covered by nothing.
    for (let at = e; at && !within(at, hit); at = parentOf(at)) {
      const box = boxOf(at);
      if (styleOf(at).overflow !== "visible" && (x < box.left || x > box.right || y < box.top || y > box.bottom)) return false;
    }
    return opaque;
  };
  // Text that lies under something opaque, at both its ends and in the middle.
  const isCovered = (e, text) => {
    if (!text || styleOf(e).pointerEvents === "none") return false;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = range.getClientRects();
    const [first, last] = [boxes[0], boxes[boxes.length - 1]];
    if (!first) return false;
    const places = [[first.left + 1, first.top + first.height / 2], [(last.left + last.right) / 2, last.top + last.height / 2], [last.right - 1, last.top + last.height / 2]];
    return places.every((place) => {
      const hit = hitAt(...place);
      return hit && !within(e, hit) && !within(hit, e) && coversAt(hit, e, place);
    });
  };
  const isPointed = (e) => {
    const parent = parentOf(e);
    return styleOf(e).cursor === "pointer" && (!parent || styleOf(parent).cursor !== "pointer");
  };
  // The knob of a slider that is not marked as one.
  const isHandle = (e, role) =>
    role === "generic" && e.tabIndex >= 0 && !/\S/.test(e.textContent) && /slider|thumb|knob/i.test(`${e.className} ${e.parentElement && e.parentElement.className}`);
  const isControl = (e, role) =>
    CONTROLS.has(role) || e.tagName === "INPUT" || e.tagName === "SUMMARY" || (e.isContentEditable && !(e.parentElement && e.parentElement.isContentEditable))
      || (e.tagName === "A" && !!clean(e.textContent)) || e.hasAttribute("onclick") || e.hasAttribute("draggable")
      || (e.hasAttribute("tabindex") && e.tabIndex >= 0) || isPointed(e);
  // One of several that are made alike, each with something to press: a card or a row, whatever it is made of.
  const UNLIKE = 6;
  const PRESSED = "button,a[href],[onclick],[role=button],input[type=button],input[type=submit]";
  const kinds = new Map();
  // Boxes made alike have one role: a bar of tools and one of tabs are of one class, and no list.
  const makeOf = (e) => `${e.tagName} ${e.className} ${e.getAttribute("role") || ""}`;
  // How many children of a kind an element has, and how many of those hold something to press.
  const kindsIn = (parent) => {
    const found = new Map();
    for (const child of parent.children) {
      const name = makeOf(child);
      const kind = found.get(name) || { count: 0, pressed: 0, least: Infinity, most: 0 };
      const size = 1 + child.getElementsByTagName("*").length;
      found.set(name, {
        count: kind.count + 1, pressed: kind.pressed + (child.querySelector(PRESSED) ? 1 : 0),
        least: Math.min(kind.least, size), most: Math.max(kind.most, size),
      });
    }
    return found;
  };
  const kindsOf = (parent) => {
    if (!kinds.has(parent)) kinds.set(parent, kindsIn(parent));
    return kinds.get(parent);
  };
  const kindOf = (e) => kindsOf(e.parentElement).get(makeOf(e));
  // Of several small boxes of one class some may offer nothing more to press: what is paid is not paid again.
  const FEW = 3;
  const LONGEST_ENTRY = 300;
  const isListed = (e, kind) =>
    !!e.className && kind.count >= FEW && kind.pressed > 1 && kind.most <= FEW * kind.least && e.textContent.length < LONGEST_ENTRY
      && !e.querySelector("h1,table,form,ul,ol,dl,section,input,select,textarea");
  const isRepeated = (e) => {
    if (!/^(DIV|ARTICLE|DL|P)$/.test(e.tagName) || !e.parentElement || !/\S/.test(e.textContent)) return false;
    const kind = kindOf(e);
    if (isListed(e, kind)) return true;
    if (!e.querySelector(PRESSED)) return false;
    // The head of a page and what it shows are not alike, though both are the same kind of box.
    return kind.count > 1 && kind.pressed === kind.count && kind.most <= UNLIKE * kind.least && !e.querySelector("h1");
  };
  // Sections without a name that are made alike and hold only texts and buttons are cards.
  const isCard = (e) => {
    if (e.tagName !== "SECTION" || e.hasAttribute("role") || e.hasAttribute("aria-label") || e.hasAttribute("aria-labelledby")) return false;
    if (!e.parentElement || !/\S/.test(e.textContent) || e.querySelector("h1,table,form,ul,ol,dl,section,input,textarea")) return false;
    const kind = kindOf(e);
    const lists = [...kindsOf(e).values()].some((each) => each.count > 1 && each.pressed === each.count && each.most > 1);
    return kind.count > 1 && kind.most <= UNLIKE * kind.least && !lists;
  };
  // A head of a column that says just what is pressed to sort by it.
  const isPressedHead = (e, role) => {
    const pressed = role === "columnheader" && e.querySelector(PRESSED);
    return !!pressed && !!clean(e.textContent) && clean(e.textContent) === clean(pressed.textContent);
  };
  const holderRole = (e, role) => {
    if (isCard(e)) return "item";
    if (isPressedHead(e, role)) return role;
    if (HOLDERS.has(role)) return role;
    if (TAG_HOLDERS[e.tagName]) return TAG_HOLDERS[e.tagName];
    return (typeof e.className === "string" && CARD.test(e.className) && e.children.length > 1) || isRepeated(e) ? "item" : "";
  };

  const ofForm = (e) => ({
    value: e.tagName === "SELECT" ? [...e.selectedOptions].map((o) => clean(o.label)).join(", ") : /^(checkbox|radio|button|submit|reset|image|file)$/.test(e.type) ? "" : valueOf(e),
    checked: /^(checkbox|radio)$/.test(e.type) ? e.checked : { true: true, false: false }[e.getAttribute("aria-checked")],
    options: e.tagName === "SELECT" ? [...e.options].slice(0, 200).map((o) => ({ value: o.value, label: clean(o.label), selected: o.selected })) : undefined,
    multiple: !!e.multiple || undefined,
    required: !!e.required || e.getAttribute("aria-required") === "true" || undefined,
    readonly: !!e.readOnly || undefined,
    invalid: e.getAttribute("aria-invalid") === "true" || undefined,
  });
  const textsIn = (e, without = null) => {
    const isLeftOut = (text) => SKIPPED.has(text.parentElement.tagName) || (without && without.contains(text));
    const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT, (text) => (isLeftOut(text) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    const texts = [];
    while (texts.length < LONGEST && walker.nextNode()) texts.push(walker.currentNode.data);
    return texts;
  };
  // What is folded away belongs to what stands just before it: a title, a name in a tree, a button.
  const folded = (e, parent) => {
    const text = clean(textsIn(e).join(" ")).slice(0, LONGEST);
    const last = nodes[nodes.length - 1];
    if (!text || !last || last.parent !== parent || /^(holder|surface)$/.test(last.kind) || /^(INPUT|TEXTAREA|SELECT)$/.test(places[nodes.length - 1].tagName)) return;
    const at = places[nodes.length - 1];
    if (at === e.parentElement || (e.previousElementSibling || e.parentElement).contains(at)) last.states = { ...last.states, hides: text };
  };
  // Of details that are shut only the title can be seen.
  const shut = (e, parent) => {
    const title = e.querySelector(":scope > summary");
    if (!title) return;
    const at = nodes.length;
    walk(title, title, parent, "");
    flush();
    const text = clean(textsIn(e, title).join(" "));
    if (nodes[at] && text) nodes[at].states = { ...nodes[at].states, hides: text.slice(0, LONGEST) };
  };
  const CHOSEN = /(^|[\s_-])(sel|selected|active|current|on|open|chosen)(\s|$)/i;
  const STATES = ["expanded", "selected", "pressed", "current", "sort", "haspopup"];
  const statesOf = (e) => {
    const said = STATES.filter((state) => e.hasAttribute(`aria-${state}`)).map((state) => [state, e.getAttribute(`aria-${state}`)]);
    if (isPlainTab(e) && !said.length) said.push(["selected", String(CHOSEN.test(e.className))]);
    if (e.tagName === "A" && e.target === "_blank" && !e.hasAttribute("download")) said.push(["opens", "tab"]);
    return said.length ? Object.fromEntries(said) : undefined;
  };
  const places = [];
  const isDialog = (role) => /^(alert)?dialog$/.test(role);
  const isUrgent = (at) => at >= 0 && (isDialog(nodes[at].role) || isUrgent(nodes[at].parent));
  const add = (e, parent, facts, written) => {
    const isLate = nodes.length >= MOST && !/^(INPUT|SELECT|TEXTAREA|BUTTON)$/.test(e.tagName) && !isDialog(facts.role) && !isUrgent(parent);
    if (isLate || nodes.length >= MOST_WITH_FORMS) {
      whole = false;
      return parent;
    }
    const box = boxOf(e);
    places[nodes.length] = e;
    const text = facts.text && clean(facts.text).slice(0, LONGEST);
    nodes.push({
      parent, tag: e.localName, ...facts, text, states: statesOf(e), hidden: isHidden(e) || (facts.kind === "text" && text && (squashed.has(e) || isInvisible(e) || isCovered(e, written))) || undefined,
      box: [box.x, box.y, box.width, box.height].map(Math.round), selector: selectorOf(e),
    });
    return nodes.length - 1;
  };
  const testIdOf = (e) => ["data-testid", "data-test-id", "data-test", "data-cy", "data-qa"].map((a) => e.getAttribute(a)).find(Boolean);
  // What people read on a control that calls itself otherwise: `ES` on a link that is called Español.
  const readOn = (e) => {
    const said = e.hasAttribute("aria-label") && !e.firstElementChild ? clean(e.textContent) : "";
    return said && !clean(e.getAttribute("aria-label")).includes(said) ? said : undefined;
  };
  const addControl = (e, parent, role) => {
    const field = /^(INPUT|SELECT|TEXTAREA)$/.test(e.tagName);
    const own = role === "generic" && e.isContentEditable ? "textbox" : isHandle(e, role) ? "slider" : role;
    return add(e, parent, {
      kind: "control", role: own === "generic" ? "" : own, name: nameOf(e, role) || (field ? "" : clean(insideText(e)).slice(0, 200)),
      text: (!field && readOn(e)) || undefined, type: (e.getAttribute("type") || (e.tagName === "INPUT" ? "text" : "")).toLowerCase() || undefined,
      label: labelOf(e) || referred(e) || undefined, placeholder: e.getAttribute("placeholder") || undefined,
      title: e.getAttribute("title") || undefined, id: e.id || undefined, htmlName: e.getAttribute("name") || undefined,
      testId: testIdOf(e), autocomplete: (e.getAttribute("autocomplete") || "").toLowerCase() || undefined,
      classes: classesOf(e),
      ...(field || e.hasAttribute("aria-checked") || e.isContentEditable ? ofForm(e) : {}),
      color: isSvg(e) ? colorOf(e) : undefined, words: wordsOf(e).filter(Boolean), disabled: isDisabled(e) || undefined, draggable: e.draggable && e.tagName !== "A" && e.tagName !== "IMG" || undefined,
      href: e.tagName === "A" && e.getAttribute("href") || undefined, covered: coverOf(e) ? true : undefined,
    });
  };
  // The browser's own text of a list of choices has all of them, chosen or not.
  const insideText = (e) => (e.innerText === undefined ? e.textContent : e.querySelector("select,textarea") ? insideOf(e) : e.innerText);
  const colorOf = (e) => {
    const style = styleOf(e);
    return [style.fill, style.stroke].find((paint) => paint && paint !== "none" && !/rgba\(.*, 0\)/.test(paint));
  };

  const isClear = (color) => color === "transparent" || /rgba\(.*, 0\)/.test(color);
  const paintOf = (style) => (isClear(style.backgroundColor) ? undefined : style.backgroundColor);
  const classesOf = (e) => (typeof e.className === "string" && clean(e.className).slice(0, 100)) || undefined;
  // Icons and patches of colour: nothing inside, but painted.
  const isMark = (e, style) => {
    if (e.firstElementChild || /\S/.test(e.textContent) || e.shadowRoot || /^(BODY|HR|CANVAS|VIDEO|OBJECT|EMBED)$/.test(e.tagName)) return false;
    const box = boxOf(e);
    if (box.width < 4 || box.height < 4) return false;
    if (style.backgroundImage !== "none" || !isClear(style.backgroundColor) || /url\(/.test(style.content)) return true;
    return !/^(none|normal|""|)$/.test(getComputedStyle(e, "::before").content);
  };

  // What a drawing consists of has its corners, or the two ends of a line.
  const cornersOf = (e) => {
    const ends = e.localName === "line" && [[e.x1, e.y1], [e.x2, e.y2]].map(([x, y]) => ({ x: x.baseVal.value, y: y.baseVal.value }));
    const corners = ends || (/^poly(gon|line)$/.test(e.localName) && [...e.points]);
    const matrix = corners && e.getScreenCTM();
    if (!matrix || corners.length > MOST_CORNERS) return undefined;
    return corners.map((at) => new DOMPoint(at.x, at.y).matrixTransform(matrix)).map((at) => [Math.round(at.x), Math.round(at.y)]);
  };
  // What is drawn on: large enough for more than an icon.
  const isSurface = (e) => {
    if (!/^(canvas|svg)$/.test(e.localName) || (isSvg(e) && e.ownerSVGElement)) return false;
    const box = boxOf(e);
    return box.width >= SURFACE && box.height >= SURFACE;
  };
  const isPainted = (e) => {
    if (isSvg(e) || e === document.body) return undefined;
    const style = styleOf(e);
    return !isClear(style.backgroundColor) || (parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none") || undefined;
  };

  // Runs of inline text are gathered until something ends them.
  let run = null;
  const flush = () => {
    if (run && /\S/.test(run.text)) {
      const e = run.source || run.element;
      add(e, run.parent, { kind: "text", role: run.role, text: run.text, color: isSvg(e) ? colorOf(e) : undefined, painted: isPainted(e) }, run.written);
    }
    run = null;
  };
  const say = (text, element, parent, role, source, written) => {
    if (!run) run = { text: "", element, parent, role, source };
    // A text that is all in one element inside its block is clicked there.
    if (/\S/.test(text) && source !== run.source) run.source = /\S/.test(run.text) ? null : source;
    if (/\S/.test(text)) run.written = run.written || written;
    run.text += text;
  };
  const childrenOf = (e) => {
    const assigned = e.tagName === "SLOT" ? e.assignedNodes() : [];
    return assigned.length ? assigned : (e.shadowRoot || e).childNodes;
  };
  const inner = (e, block, parent, role) => {
    if (e.tagName === "DETAILS" && !e.open) return shut(e, parent);
    // What is in an element that cannot be seen may be seen itself, its own text not.
    const silent = e.nodeType === Node.ELEMENT_NODE && styleOf(e).visibility !== "visible";
    for (const child of childrenOf(e)) {
      if (child.nodeType === Node.TEXT_NODE) {
        if (!silent && (run || /\S/.test(child.data))) say(child.data, block, parent, role, e, child);
      } else if (child.nodeType === Node.ELEMENT_NODE) walk(child, block, parent, role);
    }
  };
  const walk = (e, block, parent, textRole) => {
    if (SKIPPED.has(e.tagName) || (isSvg(e) && UNDRAWN.has(e.localName))) return;
    if (nodes.length >= MOST_WITH_FORMS) return void (whole = false);
    const style = styleOf(e);
    if (style.display === "none" || style.contentVisibility === "hidden") {
      flush();
      return folded(e, parent);
    }
    const role = roleOf(e);
    const seen = style.display === "contents" || e.tagName === "SLOT" || isVisible(e);
    const inline = style.display.startsWith("inline") && !/inline-(block|flex|grid|table)/.test(style.display) || style.display === "contents";
    if (isSvg(e) && SHAPES.has(e.localName)) {
      flush();
      if (seen && style.visibility === "visible") add(e, parent, { kind: "shape", role: "img", name: nameOf(e, role), color: colorOf(e), id: e.id || undefined, points: cornersOf(e), painted: styleOf(e).fill !== "none" || undefined });
      return;
    }
    if (seen && style.visibility === "visible" && isControl(e, role)) {
      flush();
      const at = addControl(e, parent, role);
      // What a control says is its name; only other controls inside it are told apart.
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(e.tagName) || e.isContentEditable) return;
      if (e.querySelector("*")) inside(e, at);
      return;
    }
    if (e.tagName === "IFRAME" || e.tagName === "FRAME") {
      flush();
      if (seen) add(e, parent, { kind: "frame", role: "iframe", name: nameOf(e, role) });
      return;
    }
    if (seen && style.visibility === "visible" && isMark(e, style)) {
      flush();
      add(e, parent, { kind: "shape", role: "img", name: nameOf(e, role), color: paintOf(style), id: e.id || undefined, classes: classesOf(e) });
      return;
    }
    const holder = seen && holderRole(e, role);
    if (holder) {
      flush();
      const at = add(e, parent, {
        kind: "holder", role: holder, name: nameOf(e, role), id: e.id || undefined, busy: e.getAttribute("aria-busy") === "true" || undefined,
        modal: holder === "dialog" && (e.getAttribute("aria-modal") === "true" || e.matches(":modal")) || undefined,
      });
      inner(e, e, at, TEXTS.has(role) ? role : "");
      flush();
      return;
    }
    if (style.visibility !== "visible") return inner(e, block, parent, textRole);
    if (e.tagName === "IMG" || role === "img") {
      flush();
      const name = nameOf(e, role);
      if (seen && (name || e.tagName === "IMG")) add(e, parent, { kind: "text", role: "img", text: name, name });
      return;
    }
    if (seen && isSurface(e)) {
      flush();
      const at = add(e, parent, { kind: "surface", role: "", name: nameOf(e, role), id: e.id || undefined });
      if (e.localName === "svg") inner(e, e, at, "");
      return flush();
    }
    if (e.tagName === "BR") return void (run && (run.text += " "));
    if (!inline || TEXTS.has(role)) {
      flush();
      inner(e, e, parent, TEXTS.has(role) ? role : "");
      flush();
      return;
    }
    inner(e, block, parent, textRole);
  };
  const inside = (e, at) => {
    const before = nodes.length;
    inner(e, e, at, "");
    flush();
    const kept = nodes.splice(before);
    const places = new Map();
    kept.forEach((node, index) => {
      // Only what the control says as a whole is its name; what its parts say tells them apart.
      if (node.kind === "text" && !places.has(node.parent)) return;
      places.set(before + index, nodes.length);
      nodes.push({ ...node, parent: places.has(node.parent) ? places.get(node.parent) : node.parent });
    });
  };

  if (document.body) walk(document.body, document.body, -1, "");
  flush();
  const active = document.activeElement;
  return {
    url: location.href, title: document.title, nodes, width: innerWidth, height: innerHeight,
    focus: active && active !== document.body ? selectorOf(active) : "",
    busy: !!document.querySelector("[aria-busy=true]"), whole,
  };
}
