// @ts-check
/** Reads hidden states and the carry of one sum at a time; a new question takes the old one's place. */

/**
 * @typedef {import("../runtime/messages.js").CarryReading} CarryReading
 * @typedef {import("./page-state.js").Pinned} Pinned
 */

const REST = 3; // times as long as an answer took, training is left alone after it, ...
const LONGEST = 1500; // ... but no more milliseconds

export class Reader {
  #line;
  /** @type {{cancel: () => void} | null} */
  #open = null;
  #restsUntil = 0;

  /** @param {import("../runtime/worker-line.js").Line} line */
  constructor(line) {
    this.#line = line;
  }

  /** Is a question open, or was one so lately that training would suffer from the next? */
  get busy() {
    return this.#open !== null || performance.now() < this.#restsUntil;
  }

  /**
   * @param {Pinned} sum
   * @param {(reading: CarryReading) => void} show  not called if another question comes first
   */
  read({ a, b, graft }, show) {
    this.forget();
    const asked = this.#line.ask({
      about: "reading",
      a: String(a),
      b: String(b),
      ...(graft && { donor: [String(graft.a), String(graft.b)], step: graft.step }),
    });
    this.#open = asked;
    const askedAt = performance.now();
    const close = () => {
      if (this.#open === asked) this.#open = null;
      const now = performance.now();
      this.#restsUntil = now + Math.min(REST * (now - askedAt), LONGEST);
    };
    asked.answer.then((reading) => {
      close();
      show(reading);
    }, close); // refused: there is nothing to show
  }

  /** Let the open question go. */
  forget() {
    this.#open?.cancel();
    this.#open = null;
  }
}
