// @ts-check
/**
 * The parts of one feature of the page. Its markup carries its name in `data-feature`; what stands
 * there within the markup of another feature belongs to that one.
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
    const element = document.getElementById(id);
    if (element instanceof kind && this.#has(element)) return element;
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
    const named = [...document.querySelectorAll(selector)];
    return named.flatMap((each) => (each instanceof kind && this.#has(each) ? [each] : []));
  }

  /** @param {Element} element */
  #has(element) {
    return ownerOf(element) === this.#feature;
  }
}

/** The innermost feature that an element stands in; "" if it is no feature's. @param {Element} element */
function ownerOf(element) {
  const part = element.closest("[data-feature]");
  return part instanceof HTMLElement ? (part.dataset.feature ?? "") : "";
}
