// Timers that a test moves by hand. Those of Node's own test runner are still an experiment, and an
// interval that is cleared from within goes on in them.

const NAMES = ["setTimeout", "setInterval", "clearTimeout", "clearInterval"];

export class Clock {
  #now = 0;
  #last = 0;
  #timers = new Map(); // number -> { due, every, call }
  #real = NAMES.map((name) => [name, globalThis[name]]);

  /** From now on no time passes by itself. */
  constructor() {
    const clear = (number) => this.#timers.delete(number);
    globalThis.setTimeout = (call, wait = 0) => this.#add(call, wait, 0);
    globalThis.setInterval = (call, every) => this.#add(call, every, every);
    globalThis.clearTimeout = globalThis.clearInterval = clear;
  }

  #add(call, wait, every) {
    this.#last += 1;
    this.#timers.set(this.#last, { due: this.#now + wait, every, call });
    return this.#last;
  }

  /** Let time pass: what is due is called in its order. @param {number} milliseconds */
  pass(milliseconds) {
    const end = this.#now + milliseconds;
    for (;;) {
      const waiting = [...this.#timers].filter(([, { due }]) => due <= end);
      if (!waiting.length) break;
      const [number, timer] = waiting.reduce((a, b) => (b[1].due < a[1].due ? b : a));
      this.#now = timer.due;
      if (timer.every) timer.due += timer.every;
      else this.#timers.delete(number);
      timer.call();
    }
    this.#now = end;
  }

  /** Time passes by itself again. */
  giveBack() {
    for (const [name, real] of this.#real) globalThis[name] = real;
  }
}
