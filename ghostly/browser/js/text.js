// Whether people can read the text in a document: "yes", "case" when only the case differs, or "no".
(wanted) => {
  const SILENT = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SELECT", "TEXTAREA", "OPTION", "DATALIST", "HEAD", "TITLE", "IFRAME", "OBJECT", "svg"]);
  const clean = (text) => text.replace(/[\s\u200b]+/g, " ").trim();
  const clipped = (style, box) =>
    /^rect\(0(px)?,? 0(px)?,? 0(px)?,? 0(px)?\)$|^rect\(1px,? 1px,? 1px,? 1px\)$/.test(style.clip) || /inset\((50|100)%/.test(style.clipPath)
      || (box.width <= 1 && box.height <= 1 && /hidden|clip/.test(style.overflow));
  const squashed = (e, style, box) =>
    e !== document.body && /hidden|clip/.test(style.overflow) && (box.width < 2 || box.height < 2)
      && ![...e.children].some((child) => /absolute|fixed/.test(getComputedStyle(child).position));
  const transformed = (text, style) => {
    if (style.textTransform === "uppercase") return text.toUpperCase();
    if (style.textTransform === "lowercase") return text.toLowerCase();
    return style.textTransform === "capitalize" ? text.replace(/(^|\s)\S/g, (letter) => letter.toUpperCase()) : text;
  };
  const written = [];
  const shown = [];
  const put = (plain, seen = plain) => { written.push(plain); shown.push(seen); };

  const readText = (node, style) => {
    if (!/\S/.test(node.data)) return put(" ");
    if (style.visibility !== "visible" || parseFloat(style.fontSize) === 0) return;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const offPage = box.right + scrollX <= 0 || box.bottom + scrollY <= 0;
    if (box.width > 0 && box.height > 0 && !offPage) put(node.data, transformed(node.data, style));
  };
  const readElement = (e) => {
    if (SILENT.has(e.tagName)) return;
    const style = getComputedStyle(e);
    if (style.display === "none" || style.opacity === "0" || e.isContentEditable) return;
    if (e.tagName !== "SLOT" && style.display !== "contents") {
      if (e.checkVisibility && !e.checkVisibility({ contentVisibilityAuto: true }) && style.visibility === "visible") return;
      const box = e.getBoundingClientRect();
      if (clipped(style, box) || squashed(e, style, box)) return;
    }
    if (e.tagName === "INPUT") {
      if (/^(button|submit|reset)$/.test(e.type) && style.visibility === "visible") put(` ${e.value} `);
      return;
    }
    const inline = style.display.startsWith("inline") && style.display !== "inline-block" || style.display === "contents";
    if (!inline || e.tagName === "BR") put(" ");
    const assigned = e.tagName === "SLOT" ? e.assignedNodes() : [];
    const children = assigned.length ? assigned : (e.shadowRoot || e).childNodes;
    for (const child of children) {
      if (child.nodeType === Node.TEXT_NODE) readText(child, style);
      else if (child.nodeType === Node.ELEMENT_NODE) readElement(child);
    }
    if (!inline) put(" ");
  };
  if (document.body) readElement(document.body);

  const pages = [clean(written.join("")), clean(shown.join(""))];
  const sought = clean(wanted);
  if (pages.some((page) => page.includes(sought))) return "yes";
  return pages.some((page) => page.toLowerCase().includes(sought.toLowerCase())) ? "case" : "no";
}
