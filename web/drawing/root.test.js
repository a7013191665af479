import assert from "node:assert/strict";
import { test } from "node:test";
import { Root } from "./root.js";

class HTMLElement {
  dataset = /** @type {{feature?: string}} */ ({});

  /**
   * @param {string} id
   * @param {HTMLElement | null} parent
   * @param {string} [feature]
   */
  constructor(id, parent, feature) {
    [this.id, this.parent] = [id, parent];
    if (feature) this.dataset.feature = feature;
  }

  /** @returns {HTMLElement | null} the nearest that carries a name */
  closest() {
    return this.dataset.feature ? this : (this.parent?.closest() ?? null);
  }
}
class HTMLButtonElement extends HTMLElement {}

const outer = new HTMLElement("outer", null, "proof");
const inner = new HTMLElement("inner", outer, "machine");
const press = new HTMLButtonElement("press", inner);
const [ask, stray] = [new HTMLButtonElement("ask", outer), new HTMLElement("x", null)];
const parts = [outer, inner, press, ask, stray];
const document = {
  getElementById: (/** @type {string} */ name) => parts.find(({ id }) => id === name) ?? null,
  querySelectorAll: () => parts,
};
Object.assign(globalThis, { HTMLElement, document });
const [proof, machine] = ["proof", "machine"].map((name) => new Root(name));

test("a part is found by its id in its own feature alone, the innermost that it stands in", () => {
  assert.equal(machine.find("press", HTMLButtonElement), press);
  assert.equal(proof.find("outer", HTMLElement), outer);
  for (const foreign of ["press", "inner", "x"]) {
    assert.throws(() => proof.find(foreign, HTMLElement), /the feature proof has no/);
  }
});

test("what is missing or of another kind is refused by feature, kind and id", () => {
  for (const id of ["inner", "nothing"]) {
    const message = `the feature machine has no HTMLButtonElement with id "${id}"`;
    assert.throws(() => machine.find(id, HTMLButtonElement), { message });
  }
});

test("all that a selector names are the parts of that feature and kind", () => {
  assert.deepEqual(proof.all("*", HTMLButtonElement), [ask]);
  assert.deepEqual(machine.all("*", HTMLElement), [inner, press]);
});

test("the root of an element is that of the feature that it is a part of", () => {
  assert.equal(Root.of(press).find("inner", HTMLElement), inner);
  assert.throws(() => Root.of(stray).find("press", HTMLElement), /has no HTMLElement/);
});
