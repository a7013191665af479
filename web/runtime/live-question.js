// @ts-check
/**
 * A question that is asked again and again while the network changes: never twice at once, and not
 * so often that the training would suffer. Of several that wait only the newest is asked.
 *
 * @typedef {import("./messages.js").About} About
 * @typedef {import("./messages.js").Questions} Questions
 */

/** @template {About} Name */
export class LiveQuestion {
  #line;
  #about;
  #pause;
  #hear;
  /** @type {{cancel: () => void} | null} */
  #open = null;
  /** @type {Questions[Name]["details"] | null} */
  #waiting = null;
  #timer = 0;
  #askedAt = Number.NEGATIVE_INFINITY;

  /**
   * @param {import("./worker-line.js").Line} line
   * @param {Name} about
   * @param {number} pause  milliseconds from one question to the next
   * @param {{answer: (answer: import("./messages.js").AnswerTo<Name>) => void,
   *   refusal?: (words: string) => void, asked?: () => void, progress?: (done: number) => void}} hear
   */
  constructor(line, about, pause, hear) {
    this.#line = line;
    this.#about = about;
    this.#pause = pause;
    this.#hear = hear;
  }

  /** @param {Questions[Name]["details"]} details */
  ask(details) {
    this.#waiting = details;
    this.#askIfDue();
  }

  /** What is open or waits is of the past. */
  forget() {
    clearTimeout(this.#timer);
    this.#open?.cancel();
    [this.#open, this.#waiting, this.#timer] = [null, null, 0];
    this.#askedAt = Number.NEGATIVE_INFINITY;
  }

  #askIfDue() {
    if (!this.#waiting || this.#open || this.#timer) return;
    const wait = this.#askedAt + this.#pause - performance.now();
    if (wait <= 0) this.#askNow(this.#waiting);
    else {
      this.#timer = setTimeout(() => {
        this.#timer = 0;
        this.#askIfDue();
      }, wait);
    }
  }

  /** @param {Questions[Name]["details"]} details */
  async #askNow(details) {
    const { answer, refusal = () => {}, asked = () => {}, progress } = this.#hear;
    this.#waiting = null;
    this.#askedAt = performance.now();
    const open = this.#line.ask({ about: this.#about, ...details }, progress);
    this.#open = open;
    asked();
    try {
      answer(await open.answer);
    } catch (error) {
      refusal(error instanceof Error ? error.message : String(error));
    }
    this.#open = null;
    this.#askIfDue();
  }
}
