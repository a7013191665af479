// @ts-check
/**
 * A carry that is handed on through many columns: what is written in each, and the carry as it is read
 * there. Both creep towards the threshold, one half, where a memory leaks; what is wrong is crossed
 * out, and its first column marked. The lowest column stands at the right, as in a sum.
 *
 * @typedef {import("./fitted-drawing.js").Room} Room
 * @typedef {Pick<import("../runtime/messages.js").Leak, "outputs" | "trueBits" | "firstWrong" | "reading">} Shown
 */

import { isOne } from "./bits.js";
import { draw } from "./dom.js";
import { fittedDrawing } from "./fitted-drawing.js";
import { ticksOf } from "./leak-ticks.js";

const FEW = 64; // columns; of more, not every one has a mark of its own
const MARKS = 32; // on a line, so that its shape tells which it is
const OVER = 0.1; // a carry may be read as a little below 0 or above 1

export class LeakPicture {
  /** @type {Shown | null} */
  #shown = null;
  #redraw;

  /** @param {SVGSVGElement} svg  empty; what it shows is said elsewhere */
  constructor(svg) {
    svg.classList.add("leak-picture");
    this.#redraw = fittedDrawing(svg, (room) => this.#draw(room));
  }

  /** @param {Shown | null} shown  null: not known yet */
  update(shown) {
    this.#shown = shown;
    this.#redraw();
  }

  /** @param {Room} room */
  #draw(room) {
    const shown = this.#shown;
    const scale = scaleFor(room, shown?.outputs.length ?? 8);
    const parts = axes(scale);
    if (!shown) return parts;
    return [
      ...parts,
      ...firstWrong(scale, shown),
      ...reading(scale, shown),
      ...outputs(scale, shown),
    ];
  }
}

/**
 * Where a column and a value stand.
 * @param {Room} room
 * @param {number} columns
 */
function scaleFor({ width, height, letter }, columns) {
  const [left, top, low] = [2 * letter, 1.6 * letter, 2 * letter];
  const [across, high] = [Math.max(width - left - letter, 1), Math.max(height - top - low, 1)];
  const step = across / columns;
  return {
    columns,
    letter,
    step,
    left,
    right: left + across,
    top,
    bottom: top + high,
    /** @param {number} bit */
    x: (bit) => left + across - (bit + 0.5) * step,
    /** @param {number} value */
    y: (value) =>
      top + high * (1 - (Math.max(-OVER, Math.min(value, 1 + OVER)) + OVER) / (1 + 2 * OVER)),
  };
}

/** @typedef {ReturnType<typeof scaleFor>} Scale */

/** @param {Scale} scale */
function axes({ columns, letter, left, right, bottom, x, y }) {
  const rules = [0, 0.5, 1].flatMap((value) => [
    draw("line", {
      class: value === 0.5 ? "rule half" : "rule",
      x1: left,
      x2: right,
      y1: y(value),
      y2: y(value),
    }),
    draw(
      "text",
      { x: left - 0.4 * letter, y: y(value) + 0.35 * letter, "text-anchor": "end" },
      value === 0.5 ? "½" : String(value),
    ),
  ]);
  const ticks = ticksOf(columns, (right - left) / (4.5 * letter)).map((bit) =>
    draw("text", { x: x(bit), y: bottom + 1.5 * letter, "text-anchor": "middle" }, String(bit)),
  );
  return [...rules, ...ticks];
}

/** @param {Scale} scale @param {Shown} shown */
function firstWrong({ letter, left, right, top, bottom, x }, { firstWrong: bit }) {
  if (bit < 0) return [];
  const label = `✗ bit ${bit}`;
  const room = label.length * 0.6 * letter;
  const at = Math.max(left + room / 2, Math.min(x(bit), right - room / 2));
  return [
    draw("line", { class: "first-wrong", x1: x(bit), x2: x(bit), y1: top, y2: bottom }),
    draw(
      "text",
      { class: "first-wrong", x: at, y: top - 0.4 * letter, "text-anchor": "middle" },
      label,
    ),
  ];
}

/** The carry as it is read: a line with squares. @param {Scale} scale @param {Shown} shown */
function reading(scale, { reading: values }) {
  const { x, y } = scale;
  const marks = marked(scale).map((bit) => `M${px(x(bit) - 3)} ${px(y(values[bit]) - 3)}h6v6h-6z`);
  return [
    draw("path", { class: "reading", d: lineOf(scale, values) }),
    draw("path", { class: "reading-marks", d: marks.join("") }),
  ];
}

/**
 * What is written: a round mark where it is right, a cross where it is wrong; of many columns a line
 * with round marks, and a row of crosses, close together, under it.
 * @param {Scale} scale
 * @param {Shown} shown
 */
function outputs(scale, { outputs: values, trueBits }) {
  const { columns, x, y, bottom } = scale;
  const wrong = Array.from(values, (output, bit) => isOne(output) !== trueBits[bit]);
  if (columns <= FEW)
    return Array.from(values, (output, bit) => stem(scale, output, bit, wrong[bit]));
  const dots = marked(scale).map((bit) => dot(x(bit), y(values[bit]), 3.5));
  const crosses = wrong.map((is, bit) => (is ? cross(x(bit), bottom - 4, 3) : ""));
  return [
    draw("path", { class: "output-line", d: lineOf(scale, values) }),
    draw("path", { class: "output-marks", d: dots.join("") }),
    draw("path", { class: "wrong-marks", d: crosses.join("") }),
  ];
}

/** @param {Scale} scale @param {number} output @param {number} bit @param {boolean} wrong */
function stem({ step, x, y }, output, bit, wrong) {
  const r = Math.min(6, 0.38 * step);
  const group = draw("g", { class: wrong ? "said wrong" : "said" });
  group.append(
    draw("line", { x1: x(bit), x2: x(bit), y1: y(0), y2: y(output) }),
    draw("path", { d: wrong ? cross(x(bit), y(output), r) : dot(x(bit), y(output), r) }),
  );
  return group;
}

/** The columns whose marks stand on a line. @param {Scale} scale */
function marked({ columns }) {
  const every = Math.ceil(columns / MARKS);
  return Array.from({ length: Math.ceil(columns / every) }, (_, each) => each * every);
}

/** @param {Scale} scale @param {Float64Array} values */
const lineOf = ({ x, y }, values) =>
  `M${Array.from(values, (value, bit) => `${px(x(bit))} ${px(y(value))}`).join("L")}`;

/** @param {number} x @param {number} y @param {number} r */
const dot = (x, y, r) =>
  `M${px(x - r)} ${px(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** @param {number} x @param {number} y @param {number} r */
const cross = (x, y, r) =>
  `M${px(x - r)} ${px(y - r)}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`;

const px = (/** @type {number} */ value) => value.toFixed(1);
