// @ts-check
/**
 * The presets side by side: a button, how far it is, and what became of each of them.
 *
 * @typedef {import("../../runtime/messages.js").Presets} Presets
 */

import { byId, say } from "../../drawing/dom.js";
import { presetCurves } from "./preset-curves.js";
import { curveTable, NAMES, outcomeTable } from "./preset-tables.js";

const TRAINING = 90; // percent of the work on each; the rest is looking for a proof

export class SideBySide {
  #start = byId("presets-start", HTMLButtonElement);
  #stop = byId("presets-stop", HTMLButtonElement);
  #bar = byId("presets-bar", HTMLProgressElement);
  #stage = byId("presets-stage", HTMLElement);
  #words = byId("presets-words", HTMLElement);
  #result = byId("presets-result", HTMLElement);

  /** @param {{start: () => void, cancel: () => void}} actions */
  constructor({ start, cancel }) {
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
