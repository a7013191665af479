// @ts-check
/**
 * The slider under the error trace: drag it to bring back any iteration where the run has been.
 * It spans what the trace shows.
 *
 * @typedef {import("./error-trace.js").Extent} Extent
 */

import { say } from "../../drawing/dom.js";
import { count, sentence } from "../../drawing/format.js";

const BATCH = 128; // the largest; a run comes back at the end of the batch that was asked for
const GREYED = "grey: done before";
const EVERY = 200; // milliseconds between two rewinds while dragging; the last is always asked for

export class Rewinder {
  #rewind;
  #slider;
  #value;
  #note;
  /** @type {Extent} */
  #extent = { first: 0, now: 0, furthest: 0 };
  /** @type {number | undefined} */
  #wanted; // the iteration that was asked for and has not come yet
  #asked = 0; // when the last one was asked for
  #timer = 0;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {(iteration: number) => void} rewind
   */
  constructor(root, rewind) {
    this.#rewind = rewind;
    this.#slider = root.find("rewind", HTMLInputElement);
    this.#value = root.find("rewind-value", HTMLElement);
    this.#note = root.find("rewind-note", HTMLElement);
    this.#slider.addEventListener("input", () => this.#drag());
  }

  #drag() {
    const { first, furthest } = this.#extent;
    this.#wanted = Math.min(Math.max(this.#slider.valueAsNumber, first), furthest);
    this.#show();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), this.#asked + EVERY - performance.now());
  }

  #ask() {
    if (this.#wanted === undefined) return;
    this.#asked = performance.now();
    this.#rewind(this.#wanted);
  }

  #show() {
    const at = this.#wanted ?? this.#extent.now;
    this.#slider.disabled = this.#extent.furthest === this.#extent.first;
    this.#slider.value = String(at);
    this.#slider.ariaValueText = `iteration ${count(at)}`;
    say(this.#value, count(at));
  }

  /** @param {Extent} newest */
  stand(newest) {
    this.#extent = newest;
    this.#show();
    say(this.#note, newest.now < newest.furthest ? GREYED : "");
  }

  /** @param {Extent} newest  of the run that begins */
  begin(newest) {
    clearTimeout(this.#timer);
    this.#wanted = undefined;
    this.stand(newest);
  }

  /**
   * The slider begins and ends where the trace does.
   * @param {number} from
   * @param {number} to
   */
  fit(from, to) {
    this.#slider.min = String(from);
    this.#slider.max = String(to);
    this.#show();
  }

  /** @param {Extent} newest  the run stands where it was asked to */
  arrive(newest) {
    const past = newest.now - (this.#wanted ?? newest.now);
    if (past >= 0 && past < BATCH) this.#wanted = undefined; // else an earlier answer of the same drag
    this.stand(newest);
  }

  /**
   * @param {string} message
   * @param {Extent} newest
   */
  refuse(message, newest) {
    this.#wanted = undefined;
    this.stand(newest);
    say(this.#note, sentence(message));
  }
}
