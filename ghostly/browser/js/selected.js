// The text that is selected in the page, or in the field that has the focus.
() => {
  const { activeElement: field } = document;
  return getSelection().toString() || (field && field.value ? field.value.slice(field.selectionStart, field.selectionEnd) : "");
}
