// @ts-check
/** The panel: which beat is shown, in words and in the picture, and the ways from one to the next. */

import { BlamePicture } from "../../drawing/blame-picture.js";
import { say } from "../../drawing/dom.js";
import { wordsOf } from "./beat-words.js";
import { WeightChoice } from "./weight-choice.js";

/**
 * @typedef {import("../../runtime/messages.js").Lesson} Lesson
 * @typedef {import("../../drawing/blame-picture.js").Still} Still
 */

const STILLS = /** @type {Still[]} */ (["miss", "push", "blame", "sum", "far", "true"]);
const BEATS = ["miss", "push", "blame", "sum", "step"];

/** Which of the five beats a still belongs to, from 0. */
const beatOf = (/** @type {number} */ still) => Math.min(still, BEATS.length - 1);

export class BlamePanel {
  #root;
  #part;
  #picture;
  #still = 0;
  /** @type {number | null} */
  #output = null;
  /** @type {Lesson | null} */
  #lesson = null;
  #change = "";

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {() => void} askDerivative  another weight is chosen
   */
  constructor(root, askDerivative) {
    this.#root = root;
    this.#part = (/** @type {string} */ id) => root.find(id, HTMLElement);
    this.weight = new WeightChoice(root, () => {
      this.#show();
      askDerivative();
    });
    this.#picture = new BlamePicture(this.#part("blame-picture"), {
      choose: (output) => this.#choose(output),
      pick: (from, to) => this.weight.pick(from, to),
    });
    this.#part("blame-back").addEventListener("click", () => this.#step(-1));
    this.#part("blame-next").addEventListener("click", () => this.#step(1));
    this.#part("blame-log").addEventListener("change", () => this.#show());
    this.#part("blame-all").addEventListener("click", () => this.#choose(null));
    this.#part("blame-inside").addEventListener("keydown", (event) => this.#press(event));
    for (const [beat, button] of this.#beats.entries()) {
      button.addEventListener("click", () => this.#go(beat));
    }
  }

  /** A run begins. @param {import("../../runtime/messages.js").Settings} settings */
  resize({ bits, hidden, biases }) {
    [this.#output, this.#lesson] = [null, null];
    this.#picture.resize(bits);
    this.weight.resize(hidden, biases);
    this.update(null, "", "Not yet: Python is asked.");
  }

  /**
   * @param {Lesson | null} lesson
   * @param {string} change  what is done to the network that is asked, or nothing
   * @param {string} [otherwise]  why there is none
   */
  update(lesson, change, otherwise = "") {
    [this.#lesson, this.#change] = [lesson, change];
    this.#picture.update(lesson);
    if (lesson) this.weight.suggest(lesson.whole.w_hh);
    else this.weight.tell(null);
    this.#show(otherwise);
  }

  get #beats() {
    return this.#root.all("#blame-beats button", HTMLButtonElement);
  }

  get #words() {
    if (!this.#lesson) return "";
    return wordsOf(STILLS[this.#still], this.#lesson, {
      output: this.#output,
      change: this.#change,
    });
  }

  /** @param {number} still */
  #go(still) {
    this.#still = still;
    this.#show();
    const where = `Beat ${beatOf(still) + 1} of ${BEATS.length}, ${BEATS[beatOf(still)]}. `;
    say(this.#part("blame-said"), where + (this.#words || "Not yet."));
  }

  /** @param {number} by */
  #step(by) {
    const next = this.#still + by;
    if (next >= 0 && next < STILLS.length) this.#go(next);
  }

  /** @param {number | null} output */
  #choose(output) {
    this.#output = output === this.#output ? null : output;
    this.#go(STILLS.indexOf("blame"));
  }

  /** Arrows go from beat to beat, but where they have another meaning. @param {KeyboardEvent} event */
  #press(event) {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[key];
    const other = target instanceof Element && target.closest("select, input, pre");
    if (!by || other || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    this.#step(by);
  }

  #show(otherwise = "") {
    const [still, beat] = [STILLS[this.#still], beatOf(this.#still)];
    const log = this.#root.find("blame-log", HTMLInputElement).checked;
    const [output, weight] = [this.#output, this.weight.place];
    this.#picture.show({ still, output, log, weight });
    for (const [place, button] of this.#beats.entries()) {
      button.ariaCurrent = place === beat ? "step" : null;
    }
    for (const part of this.#root.all("#blame-inside [data-of]", HTMLElement)) {
      part.hidden = part.dataset.of !== BEATS[beat] || (part.id === "blame-all" && output === null);
    }
    this.#root.find("blame-back", HTMLButtonElement).disabled = this.#still === 0;
    this.#root.find("blame-next", HTMLButtonElement).disabled = this.#still === STILLS.length - 1;
    say(this.#part("blame-where"), `${beat + 1} of ${BEATS.length}`);
    say(this.#part("blame-words"), this.#words || otherwise || "Not yet: no sum has been added.");
  }
}
