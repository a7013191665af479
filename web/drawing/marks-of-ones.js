// @ts-check
/**
 * The marks of columns in which none, one, two or three ones meet: a circle, a triangle, a square, a
 * diamond. Whoever sees no colours tells them by their shape.
 */

export const ONES = /** @type {const} */ (["none", "one", "two", "three"]);

/**
 * @param {number} ones  0 to 3
 * @param {number} x  of its middle
 * @param {number} y
 * @param {number} r  about half as wide as it is
 * @returns {string}  a path
 */
export function markPath(ones, x, y, r) {
  if (ones === 0)
    return `M${px(x - r)} ${px(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  return `M${cornersOf(ones, r)
    .map(([right, down]) => `${px(x + right)} ${px(y + down)}`)
    .join("L")}z`;
}

/**
 * @param {number} ones
 * @param {number} r
 * @returns {[right: number, down: number][]}  seen from its middle
 */
function cornersOf(ones, r) {
  const [flat, far] = [0.88 * r, 1.25 * r]; // so that all look equally large
  if (ones === 1)
    return [
      [0, -far],
      [far, 0.8 * r],
      [-far, 0.8 * r],
    ];
  if (ones === 2)
    return [
      [-flat, -flat],
      [flat, -flat],
      [flat, flat],
      [-flat, flat],
    ];
  return [
    [0, -far],
    [far, 0],
    [0, far],
    [-far, 0],
  ];
}

/** As many digits as a screen can show. */
const px = (/** @type {number} */ value) => value.toFixed(1);
