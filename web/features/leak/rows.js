// @ts-check
/** Every column of a long carry as a row of a table, the lowest first. */

import { isOne } from "../../drawing/bits.js";
import { make } from "../../drawing/dom.js";

/**
 * @param {HTMLElement} body
 * @param {import("../../runtime/messages.js").Leak | null} leak
 */
export function tellColumns(body, leak) {
  const rows = Array.from(leak?.outputs ?? [], (output, bit) => {
    const { trueBits, reading, carry } = /** @type {import("../../runtime/messages.js").Leak} */ (
      leak
    );
    const said = isOne(output);
    const wrong = said !== trueBits[bit];
    const row = make("tr", wrong ? "wrong" : "");
    const heading = row.appendChild(make("th", "", String(bit)));
    heading.scope = "row";
    const cells = [
      output.toFixed(3),
      `${said}${wrong ? " ✗" : ""}`,
      trueBits[bit],
      reading[bit].toFixed(3),
      carry[bit],
    ];
    row.append(...cells.map((cell) => make("td", "", String(cell))));
    return row;
  });
  body.replaceChildren(...rows);
}
