// @ts-check
/** The few things that every panel does with the document. */

/**
 * The element of that id; a missing one is a mistake in index.html, said by name.
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`index.html has no ${kind.name} with id "${id}"`);
}

/**
 * A new element with a class and a text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className]
 * @param {string} [text]
 */
export function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/**
 * A new element of a drawing.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
export function draw(tag, attributes, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text) element.textContent = text;
  return element;
}

/** @type {WeakMap<Element, string>} */
const said = new WeakMap();

/**
 * Change a text only if it differs: most of what a frame brings is what stands there already, perhaps
 * in the words of the browser's translator, which must not have to begin again.
 * @param {Element} element
 * @param {string} text
 */
export function say(element, text) {
  const stands = said.get(element) === text && element.hasChildNodes() === (text !== "");
  if (!stands && element.textContent !== text) element.textContent = text;
  said.set(element, text);
}
