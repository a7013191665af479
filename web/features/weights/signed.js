// @ts-check
/** Weights as text: the sign is told, and is as wide as the other. */

/**
 * @param {number} number
 * @param {number} digits  significant ones
 */
export function signed(number, digits) {
  const size = Math.abs(number);
  return `${number < 0 ? "−" : "+"}${size < 1e-4 && size > 0 ? size.toExponential(digits - 1) : Number(size.toPrecision(digits))}`;
}

const STRONGEST = 2; // units whose weights are told

/**
 * One hidden unit by what it hears most, and what it says.
 * @param {number} unit
 * @param {import("../../runtime/messages.js").Weights} weights
 */
export function weightsOf(unit, { w_xh, w_hh, w_hy }) {
  const units = w_hy.length;
  const others = Array.from({ length: units }, (_, from) => ({
    from,
    weight: w_hh[from * units + unit],
  })).filter(({ from }) => from !== unit);
  others.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  const strongest = others
    .slice(0, STRONGEST)
    .map(({ from, weight }) => `${signed(weight, 3)} from unit ${from}`);
  const bits = [w_xh[unit], w_xh[units + unit]].map((weight) => signed(weight, 3)).join(", ");
  const memory = [`${signed(w_hh[unit * units + unit], 3)} from itself`, ...strongest].join(", ");
  return `Unit ${unit} hears ${bits} from the bits; ${memory}; it tells the output ${signed(w_hy[unit], 3)}.`;
}
