// @ts-check
/**
 * Two hidden units as a square: every state a point, its mark telling how many ones met before it;
 * filled where 1 is to be written, in the colour of the memory where there is a carry. Shaded is where
 * the network writes 1; beyond the dashed line the carry is read. A sum goes from point to point.
 *
 * @typedef {import("../runtime/messages.js").Square} Square
 * @typedef {import("../runtime/messages.js").Way} Way
 * @typedef {import("./fitted-drawing.js").Room} Room
 * @typedef {import("./way-arrows.js").Place} Place
 */

import { draw } from "./dom.js";
import { fittedDrawing } from "./fitted-drawing.js";
import { markPath, ONES } from "./marks-of-ones.js";
import { middleOf, sizeOf } from "./polygon.js";
import { drawWay } from "./way-drawing.js";

const SMALL = 4; // pixels
const LARGE = 0.75; // letters
const ROOM = 0.12; // of the square, that words within it take
const OFF = 1.7; // letters that a group's large mark lies off its centre

export class SquarePicture {
  /** @type {Square | null} */
  #square = null;
  /** @type {Way | null} */
  #way = null;
  #shown = 0;
  #step = 0;
  #redraw;

  /** @param {SVGSVGElement} svg  empty; what it shows is said elsewhere */
  constructor(svg) {
    svg.classList.add("unit-square");
    this.#redraw = fittedDrawing(svg, (room) => this.#draw(room));
  }

  /** @param {Square | null} square  null: not known yet */
  update(square) {
    this.#square = square;
    this.#redraw();
  }

  /**
   * @param {Way | null} way  null: none is in sight
   * @param {number} shown  how many of its steps are
   * @param {number} [step]  before which another state was put in, if one was
   */
  follow(way, shown, step = 0) {
    [this.#way, this.#shown, this.#step] = [way, shown, step];
    this.#redraw();
  }

  /** @param {Room} room */
  #draw(room) {
    const frame = frameOf(room);
    const parts = ground(frame);
    if (this.#square) parts.push(...halves(frame, this.#square), ...states(frame, this.#square));
    if (this.#way) parts.push(...wayIn(frame, this.#way, this.#shown, this.#step));
    if (this.#square) parts.push(...names(frame, this.#square));
    return parts;
  }
}

/**
 * The square within its room, and where a state lies.
 * @param {Room} room
 */
function frameOf({ width, height, letter }) {
  const [beside, above] = [2.2 * letter, 2.6 * letter];
  const side = Math.max(Math.min(width - 2 * beside, height - 2.3 * above), 1);
  const [left, top] = [(width - side) / 2, above];
  /** @type {(first: number, second: number) => Place} */
  const at = (first, second) => [left + side * first, top + side * (1 - second)];
  return { side, left, top, letter, at };
}

/** @typedef {ReturnType<typeof frameOf>} Frame */

/** @param {Frame} frame @param {ArrayLike<number>} flat  two by two @returns {Place[]} */
const placesIn = ({ at }, flat) =>
  Array.from({ length: flat.length / 2 }, (_, each) => at(flat[2 * each], flat[2 * each + 1]));

/** The square itself, with its axes. @param {Frame} frame */
function ground({ side, left, top, letter }) {
  const [below, beside] = [top + side + 2.9 * letter, left - letter];
  const turned = { transform: `rotate(-90 ${beside} ${top + side / 2})` };
  return [
    draw("rect", { class: "ground", x: left, y: top, width: side, height: side }),
    word("axis", [left, below], "0"),
    word("axis", [left + side / 2, below], "unit 0"),
    word("axis", [left + side, below], "1"),
    word("axis", [beside, top + side], "0"),
    word("axis", [beside, top + side / 2], "unit 1", turned),
    word("axis", [beside, top + 0.35 * letter], "1"),
  ];
}

/** Where it writes 1, and beyond which line the carry is read. @param {Frame} frame @param {Square} square */
function halves(frame, { writes, carries }) {
  const area = placesIn(frame, writes.area);
  const line = (/** @type {string} */ name, /** @type {Float64Array} */ edge) =>
    edge.length ? [draw("path", { class: name, d: `M${placesIn(frame, edge).join("L")}` })] : [];
  const parts = [
    draw("polygon", { class: "writes", points: area.join(" ") }),
    ...line("output-line", writes.edge),
    ...line("carry-line", carries.edge),
  ];
  if (area.length && sizeOf(area) > ROOM * frame.side ** 2) {
    const [x, y] = middleOf(area);
    parts.push(word("writes-word", [x, y + 2 * frame.letter], "writes 1")); // off the other line
  }
  return [...parts, ...carryWords(frame, carries)];
}

/** On both sides of the line, near its end at the right. @param {Frame} frame @param {Square["carries"]} carries */
function carryWords(frame, { edge, weights: [right, up] }) {
  if (!edge.length) return [];
  const [one, other] = placesIn(frame, edge).sort(([x], [otherX]) => otherX - x);
  const [x, y] = [0, 1].map((axis) => one[axis] + 0.13 * (other[axis] - one[axis]));
  const off = (1.1 * frame.letter) / (Math.hypot(right, up) || 1);
  const low = y + 0.35 * frame.letter;
  return [
    word("carry-word", [x + off * right, low - off * up], "carry"),
    word("carry-word", [x - off * right, low + off * up], "no carry"),
  ];
}

/** @param {string} name @param {Place} place @param {string} words @param {Record<string, string>} [more] */
const word = (name, [x, y], words, more = {}) =>
  draw("text", { class: name, x, y, "text-anchor": "middle", ...more }, words);

/** @param {Frame} frame @param {Square} square */
function states(frame, { points, ones }) {
  const places = placesIn(frame, points);
  return ONES.map((_, met) => {
    const marks = places.map(([x, y], each) =>
      ones[each] === met ? markPath(met, x, y, SMALL) : "",
    );
    return draw("path", { class: `met met-${met}`, d: marks.join("") });
  });
}

/**
 * Each group's large mark, with its number in it: above or below its centre, and beside another that
 * is there already.
 * @param {Frame} frame
 * @param {Square} square
 */
function names(frame, { centres, sizes }) {
  const { letter, top, side } = frame;
  /** @type {Place[]} */
  const taken = [];
  return placesIn(frame, centres).flatMap(([x, y], met) => {
    if (!sizes[met]) return [];
    const up = y < top + side / 2;
    const place = /** @type {Place} */ ([x, y + (up ? -OFF : OFF) * letter]);
    while (taken.some((each) => Math.hypot(each[0] - place[0], each[1] - place[1]) < 2 * letter))
      place[0] += 2 * letter;
    taken.push(place);
    const mark = draw("path", {
      class: `met large met-${met}`,
      d: markPath(met, ...place, LARGE * letter),
    });
    const down = met === 1 ? 0.42 : 0.36; // a triangle's middle lies low
    const number = {
      class: `number number-${met}`,
      x: place[0],
      y: place[1] + down * letter,
      "text-anchor": "middle",
    };
    return [mark, draw("text", number, String(met))];
  });
}

/**
 * @param {Frame} frame
 * @param {Way} way
 * @param {number} shown
 * @param {number} step
 */
function wayIn(frame, { states: flat, put }, shown, step) {
  const places = [frame.at(0, 0), ...placesIn(frame, flat)];
  const { left, top, side, letter } = frame;
  const [landing = null] = placesIn(frame, put);
  const centre = /** @type {Place} */ ([left + side / 2, top + side / 2]);
  return drawWay(places.slice(0, shown + 1), { centre, letter, landing, step });
}
