// @ts-check
/**
 * The answer to a sum of any length, as a number and bit by bit, in words of eight bits that wrap
 * like text, the highest bit first.
 *
 * @typedef {import("../../runtime/messages.js").Sum} Sum
 */

import { isOne } from "../../drawing/bits.js";
import { make, say } from "../../drawing/dom.js";
import { count, plural } from "../../drawing/format.js";

const WORD = 8; // bits that stand together
const BATCH = 32; // words made in one animation frame, so that a long sum holds nothing up
const LABELS = ["bits", "first", "+ second", "= sum", "network"];

export class Adder {
  #root;
  #words;

  /** @param {import("../../drawing/root.js").Root} root */
  constructor(root) {
    this.#root = root;
    this.#words = root.find("adder-bits", HTMLElement);
  }

  /** @param {Sum} sum */
  show(sum) {
    const verdict = this.#root.find("adder-verdict", HTMLElement);
    say(this.#root.find("adder-question", HTMLElement), `${sum.a} + ${sum.b} =`);
    say(this.#root.find("adder-result", HTMLOutputElement), sum.answer);
    say(verdict, sum.right ? "✓ right" : "✗ wrong");
    verdict.classList.toggle("wrong", !sum.right);
    say(this.#root.find("adder-explanation", HTMLElement), explain(sum));
    this.#showWords(sum);
  }

  /** Nothing has been asked, or nothing of what stands there is true any more. */
  clear() {
    say(this.#root.find("adder-question", HTMLElement), "The network says");
    say(this.#root.find("adder-result", HTMLOutputElement), "–");
    say(this.#root.find("adder-verdict", HTMLElement), "");
    say(
      this.#root.find("adder-explanation", HTMLElement),
      "The answer to a sum that you ask will stand here, bit by bit.",
    );
    this.#words.replaceChildren();
  }

  /** @param {Sum} sum */
  async #showWords(sum) {
    const wrapped = make("div", "wrapped");
    this.#words.replaceChildren(labels(), wrapped);
    const words = wordsOf(sum);
    while (words.length && wrapped.isConnected) {
      wrapped.append(...words.splice(0, BATCH).map((low) => wordOf(sum, low)));
      await new Promise(requestAnimationFrame);
    }
  }
}

/** @param {Sum} sum */
function explain({ iteration, truth, right, wrongBits, firstWrong, trained, outputs }) {
  const width = outputs.length;
  const verdict = right
    ? `All ${plural(width, "bit")} are right`
    : `${count(wrongBits)} of ${plural(width, "bit")} wrong, the first at bit ${firstWrong}; the sum is ${truth}`;
  const beyond =
    width > trained
      ? ` The sum is ${plural(width, "bit")} wide, beyond the ${plural(trained, "bit")} it was trained on.`
      : "";
  return `${verdict}. Asked after ${plural(iteration, "iteration")}.${beyond}`;
}

/** What the rows of every word are, once at the left of them all. */
function labels() {
  const column = make("div", "word labels");
  column.append(...LABELS.map((name) => make("span", "row", name)));
  return column;
}

/**
 * The lowest bits of all words, the word with the highest bits first.
 * @param {Sum} sum
 */
function wordsOf({ outputs }) {
  const words = Math.ceil(outputs.length / WORD);
  return Array.from({ length: words }, (_, word) => (words - 1 - word) * WORD);
}

/**
 * @param {Sum} sum
 * @param {number} low  position of the word's lowest bit
 */
function wordOf({ aBits, bBits, trueBits, outputs, firstWrong }, low) {
  const high = Math.min(low + WORD, outputs.length);
  const word = make("div", "word");
  word.append(make("span", "row places", high - 1 === low ? `${low}` : `${high - 1}–${low}`));
  for (const [name, bits] of Object.entries({ first: aBits, second: bBits, sum: trueBits })) {
    word.append(make("span", `row ${name}`, [...bits.slice(low, high)].reverse().join("")));
  }
  const network = word.appendChild(make("span", "row network"));
  for (let bit = high - 1; bit >= low; bit--) {
    network.append(digit(outputs[bit], trueBits[bit], bit === firstWrong));
  }
  return word;
}

/**
 * @param {number} output
 * @param {number} truth
 * @param {boolean} first  is it the lowest wrong bit?
 */
function digit(output, truth, first) {
  const wrong = isOne(output) !== truth;
  const cell = make(wrong ? "mark" : "span", "shaded", String(isOne(output)));
  cell.classList.toggle("one", isOne(output) === 1);
  cell.classList.toggle("wrong", wrong);
  cell.classList.toggle("first-wrong", first);
  cell.style.setProperty("--output", output.toFixed(2));
  return cell;
}
