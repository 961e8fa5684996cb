// Whether people see that one of the elements is busy: by what is in it, by its size, or by what a style draws there.
(all) => {
  const hasSize = (e) => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(e).visibility === "visible";
  };
  const isDrawn = (style) => {
    const [width, height] = [parseFloat(style.width), parseFloat(style.height)];
    const bordered = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) > 0;
    return !/^(none|normal)$/.test(style.content) && style.display !== "none" && ((width > 0 && height > 0) || bordered);
  };
  return all.some((e) => {
    const style = getComputedStyle(e);
    if (style.display !== "contents" && (!e.getClientRects().length || style.visibility !== "visible")) return false;
    return hasSize(e) || [...e.querySelectorAll("*")].some(hasSize) || ["::before", "::after"].some((part) => isDrawn(getComputedStyle(e, part)));
  });
}
