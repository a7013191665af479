// @ts-check
/**
 * The table of a lesson: the sum in its columns as in the grid, a row for the drawing, and rows with
 * the numbers that it shows.
 *
 * @typedef {import("../runtime/messages.js").Lesson} Lesson
 * @typedef {import("./blame-picture.js").View} View
 */

import { EMPTY } from "./bit-cells.js";
import { brief } from "./blame-numbers.js";
import { isLocked } from "./blame-miss.js";
import { make, say } from "./dom.js";
import { count } from "./format.js";

const SUM = /** @type {const} */ ([
  ["position", "bit"],
  ["first", "first"],
  ["second", "+ second"],
  ["sum", "truth"],
  ["memory", "memory"],
  ["network", "network"],
  ["drawing", ""],
]);

/** @type {Record<string, {label: string, of: (lesson: Lesson, bit: number) => string}>} */
const NUMBERS = {
  miss: { label: "miss", of: ({ errors }, bit) => brief(errors[bit]) },
  slope: { label: "× slope", of: ({ slopes }, bit) => brief(slopes[bit]) },
  push: { label: "= push", of: ({ d_output }, bit) => brief(d_output[bit]) },
  locked: { label: "locked", of: ({ slopes }, bit) => (isLocked(slopes[bit]) ? "yes" : "–") },
  own: {
    label: "its own",
    of: ({ reach, sizes }, bit) => brief(reach[bit * sizes.length + bit]),
  },
  later: { label: "from later", of: ({ later }, bit) => brief(later[bit]) },
  size: { label: "blame", of: ({ sizes }, bit) => brief(sizes[bit]) },
  now: { label: "output", of: ({ outputs }, bit) => fine(outputs[bit]) },
  afterwards: { label: "then", of: ({ outputsAfter }, bit) => fine(outputsAfter[bit]) },
};

/** An output before or after one step, which hardly differ: .0312. */
const fine = (/** @type {number} */ output) => output.toFixed(4).replace(/^0/, "");

export class ColumnRows {
  /** @type {Record<string, HTMLElement[]>} by row, the lowest bit first */
  cells = {};
  #parts;
  #choose;
  /** @type {Record<string, HTMLElement>} */
  #headings = {};
  /** @type {HTMLButtonElement[]} */
  #buttons = [];

  /**
   * @param {{memory: HTMLElement, still: HTMLElement}} parts  what stands across all columns
   * @param {(output: number) => void} choose
   */
  constructor(parts, choose) {
    this.element = make("table", "columns lesson");
    this.element.ariaLabel = "The sum, and what is drawn of it, bit by bit";
    this.#parts = parts;
    this.#choose = choose;
  }

  /** @param {number} bits */
  resize(bits) {
    const body = make("tbody");
    this.element.classList.toggle("dense", bits > 10);
    const across = { memory: this.#parts.memory, drawing: this.#parts.still };
    for (const [name, label] of SUM) {
      const row = this.#row(body, name, label);
      if (name === "memory" || name === "drawing") {
        const cell = row.appendChild(make("td"));
        cell.colSpan = bits;
        cell.append(across[name]);
      } else this.#fill(row, name, bits);
    }
    for (const name of [...Object.keys(NUMBERS), "weight"]) {
      this.#fill(this.#row(body, `number ${name}`, NUMBERS[name]?.label ?? ""), name, bits);
    }
    this.element.replaceChildren(body);
  }

  /**
   * Which rows of numbers are there, and what they say.
   * @param {{title: string, rows: string[]}} still
   * @param {Lesson | null} lesson
   * @param {View} view
   */
  show({ title, rows }, lesson, { weight }) {
    say(this.#headings.drawing, title);
    say(this.#headings.first, lesson ? count(Number(lesson.a)) : "first");
    say(this.#headings.second, `+ ${lesson ? count(Number(lesson.b)) : "second"}`);
    say(this.#headings.weight, weight?.name ?? "");
    for (const [name, cells] of Object.entries(this.cells)) {
      const row = /** @type {HTMLElement} */ (this.#headings[name].parentElement);
      if (!row.classList.contains("number")) continue;
      row.hidden = !rows.includes(name);
      for (const [bit, cell] of cells.entries()) {
        say(
          cell,
          lesson ? (NUMBERS[name]?.of(lesson, bit) ?? shareOf(lesson, weight, bit)) : EMPTY,
        );
      }
    }
  }

  /** The outputs' names for whoever hears them. @param {Lesson | null} lesson */
  name(lesson) {
    for (const [bit, button] of this.#buttons.entries()) {
      button.disabled = !lesson;
      button.ariaLabel = lesson
        ? `Bit ${bit} says ${this.cells.network[bit].textContent}: its blame alone`
        : `Bit ${bit}: not yet`;
    }
  }

  /** @param {number | null} output  whose blame is shown alone */
  choose(output) {
    for (const [bit, button] of this.#buttons.entries()) {
      button.ariaPressed = String(bit === output);
      this.cells.position[bit].classList.toggle("chosen", bit === output);
    }
  }

  /**
   * @param {HTMLElement} body
   * @param {string} name
   * @param {string} label
   */
  #row(body, name, label) {
    const row = body.appendChild(make("tr", name));
    const heading = row.appendChild(make("th", "", label));
    heading.scope = "row";
    this.#headings[name.replace("number ", "")] = heading;
    return row;
  }

  /**
   * @param {HTMLElement} row
   * @param {string} name
   * @param {number} bits
   */
  #fill(row, name, bits) {
    this.cells[name] = Array.from({ length: bits }, () => make("span", "bit", EMPTY));
    if (name === "network") this.#buttons = [];
    for (let bit = bits - 1; bit >= 0; bit -= 1) {
      const place = row.appendChild(make(name === "position" ? "th" : "td"));
      if (name === "position") place.setAttribute("scope", "col");
      const cell = this.cells[name][bit];
      if (name === "position") say(cell, String(bit));
      place.append(name === "network" ? this.#button(bit, cell) : cell);
    }
  }

  /**
   * @param {number} bit
   * @param {HTMLElement} cell
   */
  #button(bit, cell) {
    const button = make("button", "output-button");
    button.type = "button";
    button.append(cell);
    button.addEventListener("click", () => this.#choose(bit));
    this.#buttons[bit] = button;
    return button;
  }
}

/**
 * What a column adds to the derivative of a weight.
 * @param {Lesson} lesson
 * @param {import("./blame-picture.js").Weight | null} weight
 * @param {number} bit
 */
function shareOf({ gradient, outputs }, weight, bit) {
  if (!weight) return EMPTY;
  const shares = gradient[weight.array];
  return brief(shares[(bit * shares.length) / outputs.length + weight.flat]);
}
