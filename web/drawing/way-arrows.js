// @ts-check
/**
 * A way from place to place as arrows. Steps between the same two places share one, and their numbers
 * stand on it: a way of many steps would be a tangle otherwise.
 *
 * @typedef {[x: number, y: number]} Place  in pixels
 * @typedef {Object} Step
 * @property {Place} from
 * @property {Place} to
 * @property {number | null} number  null: it has none, as a jump that is no step
 * @typedef {Object} Arrow
 * @property {string} line  a path
 * @property {string} head  a path, too
 * @property {string} words  the numbers of its steps: "2, 5–7"
 * @property {Place} middle  where they stand
 * @property {boolean} newest  is the last step one of its own?
 */

const NEAR = 16; // pixels; what is nearer to each other is one place
const BEND = 0.16; // of an arrow's length
const CLEAR = 9; // pixels that an arrow keeps away from the places it joins
const HEAD = 7;
const APART = 22; // of two numbers

/**
 * @param {Step[]} steps  in their order
 * @param {Place} centre  loops go away from it
 * @returns {Arrow[]}
 */
export function arrowsOf(steps, centre) {
  /** @type {Place[]} */
  const places = [];
  /** @type {Map<string, {from: Place, to: Place, numbers: number[], newest: boolean}>} */
  const ways = new Map();
  for (const [at, { from, to, number }] of steps.entries()) {
    const ends = [from, to].map((each) => placeOf(each, places));
    const key = `${ends} ${number === null}`;
    const way = ways.get(key) ?? {
      from: places[ends[0]],
      to: places[ends[1]],
      numbers: [],
      newest: false,
    };
    if (number !== null) way.numbers.push(number);
    way.newest = at === steps.length - 1;
    ways.set(key, way);
  }
  /** @type {Place[]} */
  const taken = [];
  return [...ways.values()].map(({ from, to, numbers, newest }) => {
    const curve = from === to ? loop(from, centre) : bow(from, to);
    const middle = freePlace(curve, taken);
    taken.push(middle);
    return { ...drawn(curve), words: spans(numbers), middle, newest };
  });
}

/** Which of the places it is, perhaps a new one. @param {Place} place @param {Place[]} places */
function placeOf(place, places) {
  const known = places.findIndex(
    (each) => Math.hypot(each[0] - place[0], each[1] - place[1]) < NEAR,
  );
  return known < 0 ? places.push(place) - 1 : known;
}

/** @typedef {[Place, Place, Place, Place]} Curve  as Bézier drew it */

/** To the left of its way, so that there and back lie apart. @param {Place} from @param {Place} to @returns {Curve} */
function bow([x, y], [toX, toY]) {
  const [dx, dy] = [toX - x, toY - y];
  const [right, down] = [BEND * dy, -BEND * dx];
  const cut = Math.min(CLEAR / Math.hypot(dx, dy), 0.3);
  /** @type {(share: number, out: number) => Place} */
  const at = (share, out) => [x + share * dx + out * right, y + share * dy + out * down];
  return [at(cut, cut), at(0.33, 1), at(0.67, 1), at(1 - cut, cut)];
}

/**
 * Back to where it came from, on the side away from the centre.
 * @param {Place} place
 * @param {Place} centre
 * @returns {Curve}
 */
function loop([x, y], [centreX]) {
  const out = x < centreX ? -CLEAR : CLEAR;
  return [
    [x + out, y - 4],
    [x + 5 * out, y - 24],
    [x + 5 * out, y + 24],
    [x + out, y + 4],
  ];
}

/** @param {Curve} curve */
function drawn([start, one, two, end]) {
  const long = Math.hypot(end[0] - two[0], end[1] - two[1]) || 1;
  const [x, y] = [(end[0] - two[0]) / long, (end[1] - two[1]) / long];
  const back = [end[0] - HEAD * x, end[1] - HEAD * y];
  const corner = (/** @type {number} */ side) =>
    point([back[0] - (side * HEAD * y) / 2, back[1] + (side * HEAD * x) / 2]);
  return {
    line: `M${point(start)}C${point(one)} ${point(two)} ${point(end)}`,
    head: `M${point(end)}L${corner(1)}L${corner(-1)}z`,
  };
}

/** Where on a curve a number has room. @param {Curve} curve @param {Place[]} taken */
function freePlace(curve, taken) {
  const tried = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((share) => along(curve, share));
  const free = tried.find((place) =>
    taken.every((each) => Math.hypot(each[0] - place[0], each[1] - place[1]) >= APART),
  );
  return free ?? tried[0];
}

/** @param {Curve} curve @param {number} share @returns {Place} */
function along([start, one, two, end], share) {
  const rest = 1 - share;
  const at = (/** @type {0 | 1} */ axis) =>
    rest ** 3 * start[axis] +
    3 * rest ** 2 * share * one[axis] +
    3 * rest * share ** 2 * two[axis] +
    share ** 3 * end[axis];
  return [at(0), at(1)];
}

/** Numbers in words, several in a row as one: "2, 5–7". @param {number[]} numbers  ascending */
export function spans(numbers) {
  /** @type {[first: number, last: number][]} */
  const found = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
    .join(", ");
}

/** @param {number[]} place */
const point = (place) => place.map((each) => each.toFixed(1)).join(" ");
