// @ts-check
/**
 * The way of the sum in sight: step by step on a press, and with another sum's state put in.
 *
 * @typedef {import("../../runtime/messages.js").Way} Way
 * @typedef {import("../../state/page-state.js").Pinned} Pinned
 */

import { say } from "../../drawing/dom.js";
import { whole } from "../../drawing/format.js";
import { tellWay } from "../../drawing/square-tables.js";
import { donorFor, jumpWords, stepWords } from "./words.js";

const USUAL = 3; // the bit before which another state is put in, unless a step is in sight

export class WayControl {
  #parts;
  /** @type {import("../../drawing/square-picture.js").SquarePicture} */
  #picture;
  #pinned;
  #pin;
  /** @type {Way | null} */
  #way = null;
  /** @type {Pinned | null} the sum whose way it is */
  #sum = null;
  /** @type {string | null} why there is none; null: there is one */
  #why = null;
  #shown = 0;
  #isNarrow = false; // as those of the training: only then another state can be put in
  /** @type {Pinned | null | undefined} what was pinned before another state was; undefined: none was */
  #before;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {import("../../drawing/square-picture.js").SquarePicture} picture
   * @param {import("../../state/page-state.js").Shared} shared
   * @param {import("../../state/actions.js").Actions} actions
   */
  constructor(root, picture, { pinned }, { pin }) {
    this.#parts = {
      sum: root.find("square-sum", HTMLElement),
      said: root.find("square-said", HTMLElement),
      rows: root.find("square-way", HTMLElement),
      back: root.find("square-back", HTMLButtonElement),
      step: root.find("square-step", HTMLButtonElement),
      put: root.find("square-put", HTMLButtonElement),
      svg: root.find("square-picture", SVGElement),
    };
    this.#picture = picture;
    this.#pinned = pinned;
    this.#pin = pin;
    this.#parts.back.addEventListener("click", () => this.#go(this.#shown - 1));
    this.#parts.step.addEventListener("click", () =>
      this.#go(this.#shown < this.#steps ? this.#shown + 1 : 1),
    );
    this.#parts.put.addEventListener("click", () => this.#put());
    this.clear();
  }

  get #steps() {
    return this.#way?.ones.length ?? 0;
  }

  /** There is no way to show. @param {string} words  why not */
  clear(words = "") {
    if (this.#why === words) return; // every frame of a training says so
    [this.#way, this.#why] = [null, words];
    this.#parts.svg.classList.remove("stepping");
    say(this.#parts.said, "");
    this.#draw(words);
  }

  /**
   * @param {Way} way
   * @param {Pinned} sum
   * @param {number} trained  the width of the training's sums
   */
  show(way, sum, trained) {
    const same = this.#sum?.a === sum.a && this.#sum?.b === sum.b;
    const jumps = sum.graft && sum.graft !== this.#sum?.graft;
    const kept = same && this.#way ? Math.min(this.#shown, way.ones.length) : way.ones.length;
    [this.#way, this.#sum, this.#isNarrow] = [way, sum, way.columns <= trained];
    this.#why = null;
    this.#shown = jumps && sum.graft ? sum.graft.step + 1 : kept;
    if (!sum.graft) this.#before = undefined;
    say(this.#parts.said, sum.graft ? jumpWords(way, sum.graft) : "");
    const more =
      way.columns > way.ones.length
        ? `, the lowest ${way.ones.length} of ${way.columns} columns`
        : "";
    this.#draw(`The way of ${whole(sum.a)} + ${whole(sum.b)}${more}`);
  }

  /** @param {number} shown */
  #go(shown) {
    if (!this.#way) return;
    const on = shown > this.#shown || shown === 1;
    this.#shown = shown;
    this.#parts.svg.classList.toggle("stepping", on); // motion answers a press, and nothing else
    say(
      this.#parts.said,
      shown
        ? stepWords(this.#way, shown - 1)
        : "At the start nothing is remembered: both units are 0.",
    );
    this.#draw();
  }

  /** Another sum's state, with another carry; or the sum's own again. */
  #put() {
    const sum = this.#sum;
    if (!this.#way || !sum) return;
    if (sum.graft) return this.#pin(this.#before ?? null);
    const isBetween = this.#shown > 0 && this.#shown < this.#steps;
    const step = isBetween ? this.#shown : Math.min(USUAL, this.#steps - 1);
    this.#before = this.#pinned.value;
    this.#pin({ a: sum.a, b: sum.b, graft: donorFor(this.#way, step) });
  }

  /** @param {string} [words]  of the sum; left out: as they stand */
  #draw(words) {
    const { sum, rows, back, step, put } = this.#parts;
    if (words !== undefined) say(sum, words);
    this.#picture.follow(this.#way, this.#shown, this.#sum?.graft?.step);
    tellWay(rows, this.#way, this.#shown);
    back.disabled = !this.#way || this.#shown === 0;
    step.disabled = !this.#way;
    put.disabled = !this.#way || !this.#isNarrow || this.#steps < 2;
    say(
      put,
      this.#sum?.graft && this.#way ? "Give it its own back" : "Put another sum’s memory in",
    );
  }
}
