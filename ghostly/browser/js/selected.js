// The text that is selected in the element.
(element) => {
  if (/^(INPUT|TEXTAREA)$/.test(element.tagName)) return element.value.slice(element.selectionStart, element.selectionEnd);
  const selection = getSelection();
  return selection.containsNode(element, true) ? selection.toString() : "";
}
