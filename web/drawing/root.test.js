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

  /** The page, or the template that it waits in. @returns {object} */
  getRootNode() {
    return waits.parts.includes(this) ? waits.content : document;
  }

  /** @param {HTMLElement} other */
  compareDocumentPosition(other) {
    return parts.indexOf(this) < parts.indexOf(other) ? Node.DOCUMENT_POSITION_FOLLOWING : 2;
  }
}
class HTMLButtonElement extends HTMLElement {}
const Node = { DOCUMENT_POSITION_FOLLOWING: 4 };

/** @param {HTMLElement[]} parts */
const placeOf = (parts) => ({
  getElementById: (/** @type {string} */ name) => parts.find(({ id }) => id === name) ?? null,
  querySelectorAll: (/** @type {string} */ selector) =>
    selector === "template" ? [template] : parts.filter((part) => part !== template),
});

const outer = new HTMLElement("outer", null, "proof");
const template = Object.assign(new HTMLElement("", outer), { content: {} });
const inner = new HTMLElement("inner", outer, "machine");
const press = new HTMLButtonElement("press", inner);
const [ask, stray] = [new HTMLButtonElement("ask", outer), new HTMLElement("x", null)];
const parts = [outer, template, inner, press, ask, stray];
const closed = [new HTMLButtonElement("later", null), new HTMLButtonElement("last", null)];
const waits = { parts: closed, content: placeOf(closed) };
template.content = waits.content;
const document = placeOf(parts);
Object.assign(globalThis, { HTMLElement, Node, document });
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
  assert.deepEqual(machine.all("*", HTMLButtonElement), [press]);
  assert.deepEqual(machine.all("*", HTMLElement), [inner, press]);
});

test("the root of an element is that of the feature that it is a part of", () => {
  assert.equal(Root.of(press).find("inner", HTMLElement), inner);
  assert.throws(() => Root.of(stray).find("press", HTMLElement), /has no HTMLElement/);
});

test("what waits in a template is a part already, where it will stand", () => {
  assert.equal(proof.find("later", HTMLButtonElement), closed[0]);
  assert.throws(() => machine.find("later", HTMLButtonElement), /has no HTMLButtonElement/);
  assert.deepEqual(proof.all("*", HTMLButtonElement), [...closed, ask]);
});
