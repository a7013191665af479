// @ts-check
/**
 * Does the worker still live? The browser tells its end at once, since it then releases a lock that
 * the worker held (pyodide-boot.mjs). Whether it still answers is asked every second.
 */

const BEAT = 1000; // milliseconds
const PATIENCE = 20; // beats without a word: far more than the longest part of any work takes

const ENDED = "The browser has ended Python’s worker, as it does when memory is short.";

export class Pulse {
  #end;
  #timer = 0;
  #silent = 0; // beats; in a page that sleeps none are counted
  #waiting = new AbortController();

  /** @param {(reason: string) => void} end  called once, if the worker is dead or deaf */
  constructor(end) {
    this.#end = end;
  }

  /** @param {string} lock  the worker's, that it keeps for as long as it lives */
  watchLock(lock) {
    const { signal } = this.#waiting;
    const ended = () => {
      if (!signal.aborted) this.#end(ENDED);
    };
    navigator.locks.request(lock, { signal }, ended).catch(() => {}); // given up, or forbidden
  }

  /** @param {() => void} ask  asks the worker for any answer */
  beat(ask) {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      this.#silent += 1;
      if (this.#silent <= PATIENCE) ask();
      else this.#end(`Python has not answered for ${(PATIENCE * BEAT) / 1000} seconds.`);
    }, BEAT);
  }

  /** The worker has said something. */
  heard() {
    this.#silent = 0;
  }

  stop() {
    clearInterval(this.#timer);
    this.#waiting.abort();
  }
}
