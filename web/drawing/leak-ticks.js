// @ts-check
/** Which columns of a long sum have their number under them. */

/**
 * @param {number} columns
 * @param {number} most  how many numbers there is room for
 * @returns {number[]}  from the lowest up: round ones as bits go, and the highest
 */
export function ticksOf(columns, most) {
  let every = 1;
  while (columns / every > Math.max(most, 2)) every *= 2;
  const round = Array.from({ length: Math.ceil(columns / every) }, (_, tick) => tick * every);
  const last = columns - 1;
  return [
    ...round.filter((bit) => last - bit >= every || bit === last || bit === 0),
    ...(round.at(-1) === last ? [] : [last]),
  ];
}
