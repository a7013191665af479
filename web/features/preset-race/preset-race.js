// @ts-check
/**
 * The presets side by side: a button, how far it is, and what became of each of them.
 *
 * @typedef {import("../../runtime/messages.js").Presets} Presets
 */

import { say } from "../../drawing/dom.js";
import { presetCurves } from "./preset-curves.js";
import { curveTable, NAMES, outcomeTable } from "./preset-tables.js";

const TRAINING = 90; // percent of the work on each; the rest is looking for a proof

export class SideBySide {
  #start;
  #stop;
  #bar;
  #stage;
  #words;
  #result;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {{start: () => void, cancel: () => void}} actions
   */
  constructor(root, { start, cancel }) {
    this.#start = root.find("presets-start", HTMLButtonElement);
    this.#stop = root.find("presets-stop", HTMLButtonElement);
    this.#bar = root.find("presets-bar", HTMLProgressElement);
    this.#stage = root.find("presets-stage", HTMLElement);
    this.#words = root.find("presets-words", HTMLElement);
    this.#result = root.find("presets-result", HTMLElement);
    this.#start.addEventListener("click", () => {
      this.#work(true);
      say(this.#words, "");
      this.#draw(null);
      start();
    });
    this.#stop.addEventListener("click", () => {
      cancel();
      this.#end("Stopped: nothing was compared.");
      this.#result.replaceChildren();
    });
  }

  /** @param {boolean} possible */
  enable(possible) {
    this.#start.disabled = !possible;
  }

  /** @param {number} done  0 to 1 */
  progress(done) {
    this.#bar.value = done;
    const place = Math.min(Math.floor(done * NAMES.length), NAMES.length - 1);
    const name = NAMES[place];
    const proving = Math.round(100 * (done * NAMES.length - place)) >= TRAINING;
    say(this.#stage, proving ? `is “${name}” proved?` : `training “${name}”`);
  }

  /** @param {Presets} presets */
  show(presets) {
    this.#end(presets.words);
    this.#bar.value = 1;
    say(this.#stage, "done");
    this.#draw(presets);
  }

  /** @param {string} message */
  refuse(message) {
    this.#end(message);
    this.#result.replaceChildren();
  }

  /** @param {boolean} working */
  #work(working) {
    this.#start.disabled = working;
    this.#stop.disabled = !working;
    if (working) this.#stop.focus();
    this.#bar.value = 0;
    say(this.#stage, working ? "beginning" : "");
  }

  /** @param {string} text */
  #end(text) {
    const focused = document.activeElement === this.#stop;
    this.#work(false);
    if (focused) this.#start.focus();
    say(this.#words, text);
  }

  /** Without an outcome the empty frames, so that nothing moves later. @param {Presets | null} presets */
  #draw(presets) {
    const rows = presets?.rows ?? null;
    this.#result.replaceChildren(presetCurves(rows), outcomeTable(rows), curveTable(rows));
  }
}
