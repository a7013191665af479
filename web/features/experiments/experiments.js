// @ts-check
/**
 * Many networks compared: which experiment, how far it is, and what came out of it.
 *
 * @typedef {import("./plans.js").Experiment} Experiment
 * @typedef {import("../../runtime/messages.js").Compared} Compared
 */

import { say } from "../../drawing/dom.js";
import { curves } from "./curves.js";
import { dots } from "./dots.js";
import { table } from "./table.js";

export class Experiments {
  #root;
  #buttons;
  #bar;
  #left;
  #stop;
  #words;
  #result;
  #began = 0;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {Experiment[]} offered
   * @param {{start: (experiment: Experiment) => void, cancel: () => void}} actions
   */
  constructor(root, offered, { start, cancel }) {
    this.#root = root;
    this.#bar = root.find("compare-bar", HTMLProgressElement);
    this.#left = root.find("compare-left", HTMLElement);
    this.#stop = root.find("compare-cancel", HTMLButtonElement);
    this.#words = root.find("compare-words", HTMLElement);
    this.#result = root.find("compare-result", HTMLElement);
    this.#buttons = offered.map((experiment) => {
      const button = root.find(experiment.id, HTMLButtonElement);
      button.addEventListener("click", () => {
        this.#begin(experiment);
        start(experiment);
      });
      return button;
    });
    this.#stop.addEventListener("click", () => {
      cancel();
      this.refuse("Cancelled: nothing was compared.");
    });
  }

  /** @param {boolean} possible */
  enable(possible) {
    for (const button of this.#buttons) button.disabled = !possible;
  }

  /**
   * @param {Experiment} experiment
   * @param {string} text  how long it takes
   */
  estimate({ id }, text) {
    say(this.#root.find(`${id}-hint`, HTMLElement), text);
  }

  /** @param {Experiment} experiment */
  #begin(experiment) {
    this.#began = performance.now();
    this.#busy(true);
    say(this.#words, "");
    this.#draw(experiment, null);
  }

  /** @param {boolean} working */
  #busy(working) {
    this.enable(!working);
    this.#stop.disabled = !working;
    if (working) this.#stop.focus();
    this.#bar.value = 0;
    say(this.#left, working ? "beginning" : "");
  }

  /** @param {number} done  0 to 1 */
  progress(done) {
    this.#bar.value = done;
    const seconds = ((performance.now() - this.#began) / 1000) * (1 / done - 1);
    say(this.#left, `about ${Math.ceil(seconds)} s left`);
  }

  /**
   * @param {Experiment} experiment
   * @param {Compared} compared
   */
  show(experiment, compared) {
    this.#finish(compared.words);
    this.#bar.value = 1;
    say(this.#left, `took ${Math.round((performance.now() - this.#began) / 1000)} s`);
    this.#draw(experiment, compared);
  }

  /** @param {string} message */
  refuse(message) {
    this.#finish(message);
    this.#result.replaceChildren();
  }

  /** @param {string} text */
  #finish(text) {
    const focused = document.activeElement === this.#stop;
    this.#busy(false);
    if (focused) this.#buttons[0].focus();
    say(this.#words, text);
  }

  /**
   * Draw what came out; without it the empty frames, so that nothing moves later.
   * @param {Experiment} experiment
   * @param {Compared | null} compared
   */
  #draw(experiment, compared) {
    this.#result.replaceChildren(
      curves(experiment, compared),
      dots(experiment, compared),
      table(experiment, compared),
    );
  }
}
