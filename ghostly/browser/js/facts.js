// How people would call an element, whether they can see and use it, and a selector that finds it again. Good for one
// moment: what was found out is kept.
() => {
  const kept = (find) => {
    const found = new Map();
    return (e) => {
      if (!found.has(e)) found.set(e, find(e));
      return found.get(e);
    };
  };
  const styleOf = kept((e) => getComputedStyle(e));
  const boxOf = kept((e) => e.getBoundingClientRect());
  const clean = (text) => (text || "").replace(/\s+/g, " ").trim().slice(0, 200);
  const parentOf = (e) => e.assignedSlot || e.parentElement || (e.getRootNode() instanceof ShadowRoot ? e.getRootNode().host : null);

  const isVisible = kept((e) => {
    const style = styleOf(e);
    if (style.display === "contents") return [...e.children].some(isVisible) || clean(e.textContent) !== "";
    if (e.checkVisibility && !e.checkVisibility()) return false;
    const box = boxOf(e);
    return style.visibility === "visible" && box.width > 0 && box.height > 0;
  });

  const INPUT_ROLES = {
    button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox", radio: "radio",
    range: "slider", number: "spinbutton", search: "searchbox", hidden: "", file: "button", color: "", date: "",
  };
  const TAG_ROLES = {
    BUTTON: "button", SELECT: "combobox", TEXTAREA: "textbox", H1: "heading", H2: "heading", H3: "heading",
    H4: "heading", H5: "heading", H6: "heading", IMG: "img", LI: "listitem", UL: "list", OL: "list", TABLE: "table",
    TR: "row", TD: "cell", TH: "columnheader", NAV: "navigation", MAIN: "main", DIALOG: "dialog", P: "paragraph",
    OPTION: "option", FIELDSET: "group", DETAILS: "group", HR: "separator", ARTICLE: "article", OUTPUT: "status",
    PROGRESS: "progressbar", METER: "meter", ASIDE: "complementary", SEARCH: "search",
  };
  // What is made to look like the tabs of a list, several side by side, though nothing says that they are.
  const TAB = /(^|\s|[a-z][-_]+)tab(\s|$)/i;
  const isTab = (e) => typeof e.className === "string" && TAB.test(e.className) && !e.querySelector("a,button,input,select,textarea");
  const isPlainTab = kept((e) =>
    /^(DIV|SPAN|BUTTON)$/.test(e.tagName) && isTab(e) && !!e.parentElement && /\S/.test(e.textContent)
      && (e.tagName === "BUTTON" || styleOf(e).cursor === "pointer") && [...e.parentElement.children].filter(isTab).length > 1);
  const roleOf = (e) => {
    const given = (e.getAttribute("role") || "").trim().split(/\s+/)[0];
    if (given) return given;
    if (isPlainTab(e)) return "tab";
    if (e.tagName === "INPUT") {
      const role = INPUT_ROLES[e.type];
      if (role !== undefined) return role || "generic";
      return e.hasAttribute("list") ? "combobox" : "textbox";
    }
    if (e.tagName === "A" || e.tagName === "AREA") return e.hasAttribute("href") ? "link" : "generic";
    if (e.tagName === "SELECT" && (e.multiple || e.size > 1)) return "listbox";
    return TAG_ROLES[e.tagName] || "generic";
  };

  const SILENT = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SELECT", "TEXTAREA", "IFRAME"]);
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    if (SILENT.has(node.tagName) || node.getAttribute("aria-hidden") === "true") return "";
    if (node.getAttribute("aria-label")) return ` ${node.getAttribute("aria-label")} `;
    if (node.tagName === "IMG") return ` ${node.alt} `;
    if (node.tagName === "INPUT") return /^(button|submit|reset)$/.test(node.type) ? ` ${node.value} ` : "";
    const style = styleOf(node);
    if (style.display === "none" || style.visibility === "hidden") return "";
    const children = node.tagName === "SLOT" && node.assignedNodes().length ? node.assignedNodes() : (node.shadowRoot || node).childNodes;
    const inside = [...children].map(textOf).join("");
    return style.display.startsWith("inline") ? inside : ` ${inside} `;
  };
  const insideOf = (e) => clean([...(e.shadowRoot || e).childNodes].map(textOf).join(""));
  // By the one control that each label is for: a browser goes through the whole page to tell the labels of one control.
  const labelsIn = kept((root) => {
    const found = new Map();
    for (const label of root.querySelectorAll("label")) {
      if (label.control) found.set(label.control, [...(found.get(label.control) || []), label]);
    }
    return found;
  });
  const labelsOf = (e) => labelsIn(e.getRootNode()).get(e) || [];
  const labelOf = kept((e) => clean(labelsOf(e).map((label) => insideOf(label)).join(" ")));
  const referred = kept((e) => {
    const ids = (e.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
    if (!ids.length) return "";
    const root = e.getRootNode();
    return clean(ids.map((id) => root.getElementById && root.getElementById(id)).filter(Boolean).map(insideOf).join(" "));
  });
  const NAMED_BY_CONTENT = new Set([
    "button", "link", "heading", "cell", "columnheader", "rowheader", "gridcell", "option", "tab", "menuitem", "checkbox",
    "menuitemcheckbox", "menuitemradio", "radio", "switch", "tooltip", "treeitem", "row",
  ]);
  const ownName = (e, role) => {
    if (e.tagName === "INPUT" && /^(button|submit|reset)$/.test(e.type)) {
      return clean(e.value) || { submit: "Submit", reset: "Reset" }[e.type] || "";
    }
    if (e.tagName === "IMG" || (e.tagName === "INPUT" && e.type === "image")) return clean(e.alt);
    const titled = e.querySelector && { FIELDSET: "legend", TABLE: "caption", DETAILS: "summary" }[e.tagName];
    if (titled) return e.querySelector(titled) ? insideOf(e.querySelector(titled)) : "";
    return NAMED_BY_CONTENT.has(role) && e.tagName !== "INPUT" ? insideOf(e) : "";
  };
  const named = new Map();
  const nameOf = (e, role = roleOf(e)) => {
    if (!named.has(e)) named.set(e, computedName(e, role));
    return named.get(e);
  };
  const computedName = (e, role) =>
    referred(e) || clean(e.getAttribute("aria-label")) || labelOf(e) || ownName(e, role)
      || clean(e.getAttribute("title")) || clean(e.getAttribute("placeholder"));

  const quoted = (text) => `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;
  // Selectors reach into open shadow roots, so an element is alone only if none of those holds another match.
  const rootsWithin = (scope) => {
    const hosts = [...scope.querySelectorAll("*")].filter((e) => e.shadowRoot);
    return [scope, ...hosts.flatMap((host) => rootsWithin(host.shadowRoot))];
  };
  const searched = new Map();
  const reached = (root, css) => {
    if (!searched.has(root)) searched.set(root, root.host ? [root.host, ...rootsWithin(root)] : rootsWithin(root));
    return searched.get(root).flatMap((scope) => [...scope.querySelectorAll(css)]);
  };
  const only = new Map();
  const alone = (root, css, e) => {
    if (!only.has(root)) only.set(root, new Map());
    const known = only.get(root);
    if (!known.has(css)) {
      const found = reached(root, css);
      known.set(css, found.length === 1 ? found[0] : null);
    }
    return known.get(css) === e;
  };
  // Who has what value of an attribute, by tag too, so that no page is gone through again for each of its elements.
  const holders = new Map();
  const holdersOf = (root, attribute) => {
    if (!holders.has(root)) holders.set(root, new Map());
    const known = holders.get(root);
    if (!known.has(attribute)) {
      const found = new Map();
      for (const e of reached(root, `[${attribute}]`)) {
        for (const tag of ["", e.localName]) {
          const key = `${tag}=${e.getAttribute(attribute)}`;
          found.set(key, found.has(key) ? null : e);
        }
      }
      known.set(attribute, found);
    }
    return known.get(attribute);
  };
  const isOnlyHolder = (root, attribute, e, tag) => holdersOf(root, attribute).get(`${tag}=${e.getAttribute(attribute)}`) === e;
  const made = /\d{3}|^:|[:_-]r?\d+[:_-]?$|^(ember|react|radix|headlessui|mui|ext-)/i;
  const byAttribute = kept((e) => {
    if (!e.attributes.length) return "";
    const root = e.getRootNode();
    for (const attribute of ["data-testid", "data-test-id", "data-test", "data-cy", "data-qa"]) {
      const css = e.hasAttribute(attribute) && `[${attribute}=${quoted(e.getAttribute(attribute))}]`;
      if (css && isOnlyHolder(root, attribute, e, "")) return css;
    }
    if (e.id && !made.test(e.id) && alone(root, `#${CSS.escape(e.id)}`, e)) return `#${CSS.escape(e.id)}`;
    for (const attribute of ["name", "aria-label", "placeholder"]) {
      const value = e.getAttribute(attribute);
      const css = value && value.length <= 80 && `${e.localName}[${attribute}=${quoted(value)}]`;
      if (css && isOnlyHolder(root, attribute, e, e.localName)) return css;
    }
    return "";
  });
  const ROLE_CSS = { button: "button,input,[role=button]", link: "a[href],[role=link]", heading: "h1,h2,h3,h4,h5,h6,[role=heading]" };
  const counted = new Map();
  // How many elements of a role have each name.
  const namesakes = (root, role) => {
    if (!counted.has(root)) counted.set(root, new Map());
    const roles = counted.get(root);
    if (!roles.has(role)) {
      const counts = new Map();
      for (const other of reached(root, ROLE_CSS[role])) {
        const name = roleOf(other) === role && nameOf(other, role);
        if (name) counts.set(name, (counts.get(name) || 0) + 1);
      }
      roles.set(role, counts);
    }
    return roles.get(role);
  };
  const byRole = (e, root) => {
    const role = roleOf(e);
    if (!ROLE_CSS[role]) return "";
    const name = nameOf(e, role);
    // Only where the name is plain text, so that Playwright is sure to compute the same one.
    const plain = !e.shadowRoot && !e.querySelector("[aria-label],[aria-hidden],img,svg,slot,[aria-labelledby]");
    if (!plain || !name || name.length > 80 || e.hasAttribute("aria-labelledby") || !isVisible(e)) return "";
    return namesakes(root, role).get(name) === 1 ? `role=${role}[name=${quoted(name)}]` : "";
  };
  // The children of a parent by their tag, so that a long list is not gone through again for each of its items.
  const twinsIn = kept((parent) => {
    const twins = new Map();
    for (const child of parent.children) {
      if (!twins.has(child.localName)) twins.set(child.localName, []);
      placed.set(child, twins.get(child.localName).push(child));
    }
    return twins;
  });
  const placed = new Map();
  const stepTo = kept((e) => {
    const twins = e.parentNode ? twinsIn(e.parentNode).get(e.localName) : [e];
    const place = twins.length > 1 ? placed.get(e) : 0;
    return { tag: e.localName, place, css: CSS.escape(e.localName) + (place ? `:nth-of-type(${place})` : "") };
  });
  const childrenAt = (parent, { tag, place }) => {
    const twins = twinsIn(parent).get(tag) || [];
    return place ? twins.slice(place - 1, place) : twins;
  };
  const begins = new Map();
  // All elements that the first step of a path may mean.
  const beginsAt = (root, { tag, place }) => {
    if (!begins.has(root)) {
      const index = new Map();
      for (const e of reached(root, "*")) {
        if (e.parentNode) twinsIn(e.parentNode);
        for (const key of [e.localName, `${e.localName} ${placed.get(e)}`]) index.has(key) ? index.get(key).push(e) : index.set(key, [e]);
      }
      begins.set(root, index);
    }
    return begins.get(root).get(place ? `${tag} ${place}` : tag) || [];
  };
  // The same as `alone`, for the path: a search for each element of a long page takes too long.
  const leadsTo = (root, steps, css, e) => {
    if (root !== document) return alone(root, css, e);
    if (!only.has(root)) only.set(root, new Map());
    const known = only.get(root);
    if (!known.has(css)) {
      let found = beginsAt(root, steps[0]);
      for (const step of steps.slice(1)) found = found.flatMap((parent) => childrenAt(parent, step));
      known.set(css, found.length === 1 ? found[0] : null);
    }
    return known.get(css) === e;
  };
  const byPath = (e, root) => {
    const steps = [];
    for (let at = e; at; at = at.parentElement) {
      const anchor = at !== e && byAttribute(at);
      if (anchor) return [anchor, ...steps.map((step) => step.css)].join(" > ");
      steps.unshift(stepTo(at));
      if (leadsTo(root, steps, steps.map((step) => step.css).join(" > "), e)) break;
    }
    return steps.map((step) => step.css).join(" > ");
  };
  const selectorOf = kept((e) => {
    const root = e.getRootNode();
    const own = byAttribute(e) || byRole(e, root) || byPath(e, root);
    return root instanceof ShadowRoot ? `${selectorOf(root.host)} >> ${own}` : own;
  });

  const within = (outer, inner) => {
    for (let at = inner; at; at = parentOf(at)) if (at === outer) return true;
    return false;
  };
  // What is seen at a place of the window; null outside of it.
  const hitAt = (x, y) => {
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return null;
    let hit = document.elementFromPoint(x, y);
    while (hit && hit.shadowRoot) {
      const deeper = hit.shadowRoot.elementFromPoint(x, y);
      if (!deeper || deeper === hit) break;
      hit = deeper;
    }
    return hit;
  };
  const coverOf = (e) => {
    const box = boxOf(e);
    const hit = hitAt(box.left + box.width / 2, box.top + box.height / 2);
    if (!hit || within(e, hit) || labelsOf(e).some((label) => within(label, hit))) return null;
    const label = e.closest && e.closest("label");
    if (label && within(label, hit)) return null;
    const modal = "dialog,[role=dialog],[role=alertdialog],[aria-modal=true]";
    const titled = hit.closest(modal) || (within(hit, e) ? null : hit.querySelector(modal)) || hit;
    const role = roleOf(titled);
    const handle = titled.id ? `#${titled.id}` : titled.classList.length ? `.${titled.classList[0]}` : "";
    return { role, name: clean(nameOf(titled, role) || insideOf(titled)).slice(0, 60), tag: `${titled.localName}${handle}` };
  };
  const isDisabled = (e) => {
    if (e.matches(":disabled")) return true;
    for (let at = e; at; at = parentOf(at)) {
      if (at.getAttribute("aria-disabled") === "true" || at.hasAttribute("inert")) return true;
    }
    return false;
  };
  const valueOf = (e) => (e.isContentEditable ? e.innerText : typeof e.value === "string" ? e.value : "");
  const wordsOf = (e) => [labelOf(e), referred(e), e.id, ...["name", "placeholder", "aria-label", "title"].map((a) => e.getAttribute(a))];
  return {
    kept, isPlainTab, styleOf, boxOf, clean, parentOf, isVisible, roleOf, insideOf, labelOf, referred, nameOf, selectorOf, within, hitAt, coverOf, isDisabled, valueOf, wordsOf, textOf,
  };
}
