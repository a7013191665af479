// @ts-check
/** One weight of the visitor's choice: its derivative by back-propagation, and as it is measured. */

import { make } from "../../drawing/dom.js";
import { kindsOf, placeOf } from "./weight-places.js";

/** @typedef {ReturnType<typeof placeOf>} Place */

export class WeightChoice {
  #array;
  #from;
  #to;
  #both;
  #chosen;
  #units = 1;
  #taken = false; // has the visitor chosen?
  /** @type {ReturnType<typeof kindsOf>} */
  #kinds = {};

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {() => void} chosen  another weight is
   */
  constructor(root, chosen) {
    this.#chosen = chosen;
    this.#array = root.find("blame-array", HTMLSelectElement);
    this.#from = root.find("blame-from", HTMLSelectElement);
    this.#to = root.find("blame-to", HTMLSelectElement);
    this.#both = root.find("blame-both", HTMLElement);
    this.#array.addEventListener("change", () => {
      this.#offer();
      this.#take();
    });
    for (const end of [this.#from, this.#to]) {
      end.addEventListener("change", () => this.#take());
    }
  }

  /** One of the memory's. @param {number} from @param {number} to */
  pick(from, to) {
    this.#array.value = "w_hh";
    this.#offer();
    [this.#from.value, this.#to.value] = [String(from), String(to)];
    this.#take();
  }

  #take() {
    this.#taken = true;
    this.#chosen();
  }

  /**
   * @param {number} units
   * @param {boolean} biases
   */
  resize(units, biases) {
    [this.#units, this.#taken] = [units, false];
    this.#kinds = kindsOf(units, biases);
    const options = Object.entries(this.#kinds).map(([array, { words }]) => option(words, array));
    this.#array.replaceChildren(...options);
    this.#offer();
  }

  /** @returns {Place} */
  get place() {
    return placeOf(this.#kind, Number(this.#from.value), Number(this.#to.value), this.#units);
  }

  /**
   * Until the visitor chooses: the weight of the memory that the lesson changes most.
   * @param {Float64Array} gradient  of w_hh
   */
  suggest(gradient) {
    if (this.#taken) return;
    const sizes = gradient.map(Math.abs);
    const flat = sizes.indexOf(Math.max(...sizes));
    this.#from.value = String(Math.floor(flat / this.#units));
    this.#to.value = String(flat % this.#units);
  }

  /** @param {import("../../runtime/messages.js").Derivative | null} both  null: not yet known */
  tell(both) {
    this.#both.replaceChildren(
      ...pairOf("by back-propagation", both?.analytic),
      ...pairOf("by nudging the weight", both?.numeric),
    );
  }

  get #kind() {
    return /** @type {keyof import("../../runtime/messages.js").Weights} */ (this.#array.value);
  }

  #offer() {
    const kind = this.#kinds[this.#kind];
    this.#from.replaceChildren(...(kind?.from ?? []).map((words, at) => option(words, String(at))));
    this.#to.replaceChildren(...(kind?.to ?? []).map((words, at) => option(words, String(at))));
  }
}

/**
 * @param {string} words
 * @param {string} value
 */
function option(words, value) {
  const made = make("option", "", words);
  made.value = value;
  return made;
}

/**
 * @param {string} way
 * @param {number | undefined} value
 */
const pairOf = (way, value) => [
  make("dt", "", way),
  make("dd", "", value === undefined ? "not yet" : value.toExponential(6).replaceAll("-", "−")),
];
