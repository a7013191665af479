// @ts-check
/** Asks for the lesson of the sum in sight: at every rest, and now and then while training goes on. */

import { sentence } from "../../drawing/format.js";
import { LiveQuestion } from "../../runtime/live-question.js";
import { isShown } from "../../state/shown-panels.js";
import { changeOf, operandsOf } from "../../state/sum-in-sight.js";

const EVERY = 1000; // milliseconds, while training goes on

/**
 * @typedef {import("../../runtime/messages.js").Lesson} Lesson
 * @typedef {import("../../state/page-state.js").Operands} Operands
 * @typedef {Object} Panel
 * @property {(settings: import("../../runtime/messages.js").Settings) => void} resize
 * @property {(lesson: Lesson | null, change: string, otherwise?: string) => void} update
 * @property {import("./weight-choice.js").WeightChoice} weight
 */

export class Follower {
  #shared;
  #panel;
  #lessons;
  #derivatives;
  /** @type {Operands | null} the newest that was learnt from, in sight or not */
  #example = null;
  /** @type {Lesson | null} */
  #lesson = null;
  #asked = ""; // of which sum and which network
  #seen = false;

  /**
   * @param {import("../../state/actions.js").Given} given
   * @param {Panel} panel
   */
  constructor({ line, state: shared }, panel) {
    this.#shared = shared;
    this.#panel = panel;
    this.#derivatives = new LiveQuestion(line, "derivative", 0, {
      answer: (both) => panel.weight.tell(both),
    });
    this.#lessons = new LiveQuestion(line, "lesson", EVERY, {
      answer: (lesson) => this.#take(lesson),
      refusal: (words) => this.#refuse(words),
    });
    shared.run.follow((settings) => this.#begin(settings));
    shared.change.follow(() => this.#ask());
    shared.inSight.follow(() => this.#ask());
    shared.pinned.follow(() => this.#ask());
    shared.frame.follow((frame) => {
      if (frame?.example) this.#example = operandsOf(frame.example);
      this.#ask();
    });
    this.#begin(shared.run.value);
  }

  /** Is the picture in sight? Else nothing is asked. @param {boolean} now */
  see(now) {
    this.#seen = now;
    this.#ask();
  }

  /** Of the weight that is chosen. */
  askDerivative() {
    if (!this.#lesson) return;
    const { a, b } = this.#lesson;
    const { array, index } = this.#panel.weight.place;
    this.#derivatives.ask({ a, b, array, index });
  }

  /** @param {import("../../runtime/messages.js").Settings | null} settings */
  #begin(settings) {
    this.#lessons.forget();
    this.#derivatives.forget();
    [this.#lesson, this.#example, this.#asked] = [null, null, ""];
    if (settings) this.#panel.resize(settings);
  }

  /** The sum that the grid shows; in a frame without one that which it would show. */
  get #sum() {
    const { inSight, pinned } = this.#shared;
    return (isShown("grid") && inSight.value) || pinned.value || this.#example;
  }

  #ask() {
    const { run, frame, change } = this.#shared;
    const [sum, settings] = [this.#sum, run.value];
    if (!sum || !settings || !frame.value || frame.value.recorded || !this.#seen) return;
    const network = [frame.value.iteration, changeOf(change.value)];
    const what = [sum.a, sum.b, ...network].join();
    if (what === this.#asked) return;
    this.#asked = what;
    const { alpha, biases } = settings;
    this.#lessons.ask({ a: String(sum.a), b: String(sum.b), alpha, biases });
  }

  /** @param {Lesson} lesson */
  #take(lesson) {
    this.#lesson = lesson;
    this.#panel.update(lesson, changeOf(this.#shared.change.value));
    this.askDerivative();
  }

  /** @param {string} words */
  #refuse(words) {
    this.#lesson = null;
    this.#panel.update(null, "", `This sum gives no lesson. ${sentence(words)}`);
  }
}
