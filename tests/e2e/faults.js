() => {
  const OFF = 1.5;  // pixels that rounding may make of nothing
  const CONTROLS = "button, input:not([type=file]), select, progress, summary";
  // Pictures, on which a mark lies by intent; and what floats over the page until it is closed.
  const PICTURES = "svg, canvas, .uplot, .plane, .weights-plane, .seeds, .plot";
  const SILENT = "option, script, style, noscript, py-config, mpy-config";
  const root = document.documentElement;
  const faults = new Set();
  const nameOf = (element) => {
    const own = element.id ? `#${element.id}` : [...element.classList].map((c) => `.${c}`).join("");
    const named = element.closest("[id]");
    return own.startsWith("#") || !named ? own || element.localName
      : `#${named.id} ${element.localName}${own}`;
  };
  const styles = new Map();
  const styleOf = (element) => {
    if (!styles.has(element)) styles.set(element, getComputedStyle(element));
    return styles.get(element);
  };
  const isUnseen = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (styleOf(at).clipPath !== "none" || styleOf(at).opacity === "0") return true;
    }
    return !element.checkVisibility({ visibilityProperty: true });
  };
  const modal = document.querySelector("dialog[open]") ?? document.querySelector(":popover-open");
  // What lies on top by intent, and lets nothing through.
  const floats = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { position, zIndex } = styleOf(at);
      if (position === "fixed") return at;
      const filled = [at, at.firstElementChild ?? at];
      const opaque = filled.some((one) => /^(rgb|oklab)\(/.test(styleOf(one).backgroundColor));
      const above = position === "absolute" || position === "sticky";
      if (above && Number(zIndex) > 0 && opaque) return at;
    }
    return null;
  };

  // What is to be seen: every line of text, and every control.
  const items = [];
  const add = (element, box, text) => {
    if (box.width < 1 || box.height < 1) return;
    const { left, right, top, bottom } = box;
    items.push({ element, text, left, right, top, bottom });
  };
  const walker = document.createTreeWalker(modal ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (!data.trim() || parentElement.closest(SILENT)) continue;
    if (isUnseen(parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) add(parentElement, box, data.trim().slice(0, 30));
  }
  for (const control of (modal ?? document.body).querySelectorAll(CONTROLS)) {
    if (!isUnseen(control)) add(control, control.getBoundingClientRect(), "");
  }

  // Cut off: beyond the box of what hides its overflow, or beyond the page's edge.
  for (const { element, text, ...edges } of items) {
    let { left, right, top, bottom } = edges;
    for (let at = element; at && at !== root; at = at.parentElement) {
      const { overflowX, overflowY, position } = styleOf(at);
      const box = at.getBoundingClientRect();
      const hides = (overflow) => overflow === "hidden" || overflow === "clip";
      const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
      const isPart = at === element && !text;
      if (!isPart && hides(overflowX) && (left < box.left - OFF || right > box.right + OFF)) {
        faults.add(`cut sideways: ${nameOf(element)} “${text}” by ${nameOf(at)}`);
      }
      if (!isPart && hides(overflowY) && (top < box.top - OFF || bottom > box.bottom + OFF)) {
        faults.add(`cut in height: ${nameOf(element)} “${text}” by ${nameOf(at)}`);
      }
      if (!isPart && scrolls(overflowX)) [left, right] = [box.left, box.right];
      if (!isPart && scrolls(overflowY)) [top, bottom] = [box.top, box.bottom];
      const out = Math.max(box.left - left, right - box.right, box.top - top - 2, bottom - box.bottom - 2);
      if (text && at.matches("button, .tag, label") && out > OFF) {
        faults.add(`out of its box: ${nameOf(at)} “${text}”`);
      }
      if (position === "fixed") { // nobody can scroll there
        const seen = top >= -OFF && bottom <= innerHeight + OFF;
        if (!seen) faults.add(`beyond the screen: ${nameOf(element)} “${text}” ${Math.round(top)}`);
        break;
      }
    }
    if (left < -OFF || right > root.clientWidth + OFF) {
      faults.add(`beyond the edge: ${nameOf(element)} “${text}” at ${Math.round(left)}`);
    }
    const noScroll = styleOf(document.body).overflowY === "clip";
    if (noScroll && bottom > innerHeight + OFF) {
      faults.add(`below the screen: ${nameOf(element)} “${text}” ${Math.round(bottom)}`);
    }
  }
  if (root.scrollWidth > root.clientWidth + OFF) {
    faults.add(`the page is ${root.scrollWidth} pixels wide on ${root.clientWidth}`);
  }

  // A choice whose chosen word has no room.
  for (const select of (modal ?? document.body).querySelectorAll("select")) {
    if (isUnseen(select)) continue;
    const context = document.createElement("canvas").getContext("2d");
    const { font, paddingLeft, paddingRight } = styleOf(select);
    context.font = font;
    const words = context.measureText(select.selectedOptions[0]?.text ?? "").width;
    const room = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    if (words > room + OFF) faults.add(`no room for its choice: ${nameOf(select)}`);
  }

  // One over the other. Lines are higher than their letters: a fifth at either end does not count.
  const solid = items.filter(({ element }) => !element.closest(PICTURES));
  for (const item of solid) {
    const high = item.text ? (item.bottom - item.top) * 0.2 : 0;
    item.top += high;
    item.bottom -= high;
    item.float = floats(item.element);
  }
  const clipOf = (item) => {
    for (let at = item.text ? item.element : item.element.parentElement; at && at !== root; at = at.parentElement) {
      const { overflowX, overflowY } = styleOf(at);
      if (overflowX !== "visible" || overflowY !== "visible") return at;
    }
    return null;
  };
  for (const item of solid) {
    const clip = clipOf(item)?.getBoundingClientRect();
    if (!clip) continue;  // what is scrolled out of sight lies over nothing
    item.top = Math.max(item.top, clip.top);
    item.bottom = Math.min(item.bottom, clip.bottom);
    item.left = Math.max(item.left, clip.left);
    item.right = Math.min(item.right, clip.right);
  }
  const FIELDS = "select, input, progress";
  const isIn = (one, other) => one.contains(other) && !one.matches(FIELDS);
  solid.sort((one, other) => one.top - other.top);
  for (let i = 0; i < solid.length; i += 1) {
    const one = solid[i];
    for (let j = i + 1; j < solid.length && solid[j].top < one.bottom; j += 1) {
      const other = solid[j];
      if (one.float !== other.float || one.element === other.element) continue;
      if (isIn(one.element, other.element) || isIn(other.element, one.element)) continue;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (wide > 2 && high > 2) {
        const names = [one, other].map(({ element, text }) => `${nameOf(element)} “${text}”`);
        faults.add(`one over the other: ${names.join(" and ")}`);
      }
    }
  }
  return [...faults];
}
