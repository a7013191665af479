import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, placeOf } from "./weight-places.js";

/** Every choice that can be made of a network. */
function all(/** @type {number} */ units, /** @type {boolean} */ biases) {
  return Object.entries(kindsOf(units, biases)).flatMap(([array, kind]) =>
    kind.from.flatMap((_, from) =>
      kind.to.map((_, to) => placeOf(/** @type {"w_hh"} */ (array), from, to, units)),
    ),
  );
}

test("every weight can be chosen, and in one way only", () => {
  for (const units of [1, 2, 16, 64]) {
    for (const biases of [false, true]) {
      const size = 2 * units + units ** 2 + units + (biases ? units + 1 : 0);
      const places = all(units, biases).map(({ array, flat }) => `${array} ${flat}`);
      assert.equal(places.length, size);
      assert.equal(new Set(places).size, size);
    }
  }
});

test("a weight is named as in the code", () => {
  assert.deepEqual(placeOf("w_hh", 3, 4, 16), {
    ...{ array: "w_hh", index: [3, 4], flat: 52, name: "w_hh[3, 4]" },
  });
  assert.equal(placeOf("w_hy", 3, 0, 16).name, "w_hy[3]");
  assert.equal(placeOf("b_h", 0, 3, 16).name, "b_h[3]");
});
