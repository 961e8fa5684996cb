// What people would call each matched element, whether they can see and use it, and a selector that finds it again.
(elements, most, before) => {
  const { clean, isVisible, roleOf, nameOf, selectorOf, coverOf, isDisabled, valueOf, wordsOf } = FACTS();
  const factsOf = (e) => {
    const role = roleOf(e);
    const visible = isVisible(e);
    const box = e.getBoundingClientRect();
    return {
      role, name: nameOf(e, role), selector: selectorOf(e), visible, tag: e.localName,
      type: (e.getAttribute("type") || "").toLowerCase(), autocomplete: (e.getAttribute("autocomplete") || "").toLowerCase(),
      words: wordsOf(e).filter(Boolean), value: valueOf(e), before: before.has(e) ? before.get(e) : null, disabled: isDisabled(e), readonly: !!e.readOnly,
      cover: visible ? coverOf(e) : null, box: [box.x, box.y, box.width, box.height],
      options: e.tagName === "SELECT" ? [...e.options].slice(0, 50).map((o) => ({ value: o.value, label: clean(o.label), selected: o.selected, disabled: o.disabled })) : [],
      multiple: !!e.multiple,
    };
  };
  const ordered = elements.map((e, index) => ({ e, index, visible: elements.length > 1 && isVisible(e) }));
  const chosen = [...ordered].sort((a, b) => b.visible - a.visible || a.index - b.index).slice(0, most);
  return {
    count: elements.length,
    visible: elements.length === 1 ? Number(isVisible(elements[0])) : ordered.filter((o) => o.visible).length,
    found: chosen.map(({ e, index }) => ({ index, ...factsOf(e) })),
  };
}
