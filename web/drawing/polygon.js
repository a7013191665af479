// @ts-check
/**
 * How large an area is, and where words stand in it; by its corners, going round.
 *
 * @typedef {[x: number, y: number]} Corner
 */

/** @param {Corner[]} corners */
export const sizeOf = (corners) =>
  Math.abs(
    corners.reduce((sum, [x, y], at) => {
      const [beforeX, beforeY] = corners.at(at - 1) ?? [x, y];
      return sum + (beforeX * y - x * beforeY) / 2;
    }, 0),
  );

/**
 * The middle of its corners.
 * @param {Corner[]} corners
 * @returns {Corner}
 */
export const middleOf = (corners) => [
  corners.reduce((sum, [x]) => sum + x, 0) / corners.length,
  corners.reduce((sum, [, y]) => sum + y, 0) / corners.length,
];
