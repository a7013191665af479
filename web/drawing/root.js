// @ts-check
/**
 * The parts of one feature of the page. Its markup carries its name in `data-feature`; what stands
 * there within the markup of another feature belongs to that one. Parts that nobody has seen yet wait
 * in templates, and are found there as well.
 */

export class Root {
  #feature;

  /** @param {string} feature  its name, as in the list of features */
  constructor(feature) {
    this.#feature = feature;
  }

  /** The root of the feature that an element is a part of. @param {Element} element */
  static of(element) {
    return new Root(ownerOf(element));
  }

  /**
   * The part with that id; a missing one is a mistake in the feature's markup, said by name.
   * @template {Element} T
   * @param {string} id
   * @param {new () => T} kind
   * @returns {T}
   */
  find(id, kind) {
    for (const place of places()) {
      const element = place.getElementById(id);
      if (element instanceof kind && this.#has(element)) return element;
    }
    throw new Error(`the feature ${this.#feature} has no ${kind.name} with id "${id}"`);
  }

  /**
   * The parts of that kind which a selector names, in the order of the page.
   * @template {Element} T
   * @param {string} selector
   * @param {new () => T} kind
   * @returns {T[]}
   */
  all(selector, kind) {
    const named = [...places()].flatMap((place) => [...place.querySelectorAll(selector)]);
    const own = named.flatMap((each) => (each instanceof kind && this.#has(each) ? [each] : []));
    return own.sort(inOrder);
  }

  /** @param {Element} element */
  #has(element) {
    return ownerOf(element) === this.#feature;
  }
}

/**
 * The innermost feature that an element stands in; "" if it is no feature's.
 * @param {Element} element
 * @returns {string}
 */
function ownerOf(element) {
  const part = element.closest("[data-feature]");
  if (part instanceof HTMLElement) return part.dataset.feature ?? "";
  const around = templateOf(element);
  return around ? ownerOf(around) : "";
}

/**
 * As they stand in the page, or will.
 * @param {Element} one
 * @param {Element} other
 */
function inOrder(one, other) {
  const [first, second] = [templateOf(one) ?? one, templateOf(other) ?? other];
  if (first === second) return 0; // found in their order
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The one in which an element waits, if it does. @param {Element} element */
function templateOf(element) {
  return waiting().find(({ content }) => content === element.getRootNode());
}

/** Where parts can be: in the page, and in what nobody has opened yet. */
function* places() {
  yield document;
  for (const { content } of waiting()) yield content;
}

/** @returns {HTMLTemplateElement[]}  see choose-view.js */
function waiting() {
  return [...document.querySelectorAll("template")];
}
