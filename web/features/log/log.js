// @ts-check
/**
 * What the tutorial's script prints, block after block; follows the newest unless scrolled up.
 * All blocks are remembered, so that a run that goes back and forth shows those of its past.
 */

import { atMost } from "../../drawing/throttle.js";
import { say } from "../../drawing/dom.js";
import { whenSeen } from "../../drawing/when-visible.js";

const EVERY = 1000; // iterations between two blocks
const SHOWN = 1000; // blocks; of a longer run the newest
const WRITTEN_EVERY = 200; // milliseconds
const NEAR = 8; // pixels from the end that still count as the end
const THANKS = 1500; // milliseconds that the button says "Copied"

export class Log {
  #output;
  #copy;
  #following = true;
  #first = 0; // iteration at which the run began
  /** @type {string[]} */
  #blocks = []; // of the whole run, as far as it has ever been
  #shown = 0; // how many of them are of the past
  #written = 0; // how many of those stand there, or stood there
  #writeSoon = atMost(WRITTEN_EVERY, () => this.#write());
  #goOn;

  /**
   * @param {HTMLElement} output
   * @param {HTMLButtonElement} copy
   */
  constructor(output, copy) {
    this.#output = output;
    this.#copy = copy;
    output.addEventListener("scroll", () => {
      this.#following = output.scrollHeight - output.scrollTop - output.clientHeight < NEAR;
    });
    copy.addEventListener("click", async () => {
      this.#write();
      say(copy, await copyText(output));
      setTimeout(() => say(copy, "Copy"), THANKS);
    });
    this.#goOn = whenSeen(output, () => {
      if (this.#following) output.scrollTop = output.scrollHeight;
    });
  }

  /** @param {number} iteration  at which a run begins */
  clear(iteration) {
    this.#output.replaceChildren();
    [this.#first, this.#blocks, this.#following] = [iteration, [], true];
    [this.#shown, this.#written] = [0, 0];
    this.#finish();
  }

  /** @param {string[]} newest  without line ends */
  append(newest) {
    if (!newest.length) return;
    this.#blocks.splice(this.#shown, newest.length, ...newest);
    this.#shown += newest.length;
    this.#writeSoon();
  }

  /** Show what was printed before an iteration. @param {number} iteration */
  rewind(iteration) {
    this.#shown = Math.ceil(iteration / EVERY) - Math.ceil(this.#first / EVERY);
    this.#written = 0;
    this.#output.replaceChildren();
    this.#write();
  }

  #write() {
    const newest = this.#blocks.slice(Math.max(this.#written, this.#shown - SHOWN), this.#shown);
    this.#written = this.#shown;
    this.#output.append(...newest.map((block) => `${block}\n`));
    this.#finish();
  }

  #finish() {
    while (this.#output.childNodes.length > SHOWN) this.#output.firstChild?.remove();
    this.#copy.disabled = this.#shown === 0;
    this.#goOn();
  }
}

/**
 * Copy the text, or select it so that a key press can copy it; returns what was done.
 * @param {HTMLElement} output
 */
async function copyText(output) {
  try {
    await navigator.clipboard.writeText(output.textContent ?? "");
    return "Copied";
  } catch {
    getSelection()?.selectAllChildren(output);
    return "Selected";
  }
}
