// @ts-check
/**
 * A question that is asked again and again while the network changes: never twice at once, and not
 * so often that the training would suffer. Of several that wait only the newest is asked.
 *
 * @typedef {import("./messages.js").Question} Question
 */

export class LiveQuestion {
  #line;
  #pause;
  #hear;
  /** @type {{answer: Promise<any>, cancel: () => void} | null} */
  #open = null;
  /** @type {Question | null} */
  #waiting = null;
  #timer = 0;
  #askedAt = Number.NEGATIVE_INFINITY;

  /**
   * @param {import("./line.js").Line} line
   * @param {number} pause  milliseconds from one question to the next
   * @param {{answer: (result: any) => void, refusal?: (words: string) => void,
   *   asked?: () => void, progress?: (done: number) => void}} hear
   */
  constructor(line, pause, hear) {
    this.#line = line;
    this.#pause = pause;
    this.#hear = hear;
  }

  /** @param {Question} question */
  ask(question) {
    this.#waiting = question;
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

  /** @param {Question} question */
  async #askNow(question) {
    const { answer, refusal = () => {}, asked = () => {}, progress } = this.#hear;
    this.#waiting = null;
    this.#askedAt = performance.now();
    const open = this.#line.ask(question, progress);
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
