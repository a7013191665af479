// @ts-check
/** A timer that calls `bark` when it was not fed for so many milliseconds. */

export class Watchdog {
  #patience;
  #bark;
  #timer = 0;
  watching = false;

  /**
   * @param {number} patience
   * @param {() => void} bark
   */
  constructor(patience, bark) {
    this.#patience = patience;
    this.#bark = bark;
  }

  start() {
    this.watching = true;
    this.feed();
  }

  feed() {
    clearTimeout(this.#timer);
    if (this.watching) this.#timer = setTimeout(this.#bark, this.#patience);
  }

  stop() {
    this.watching = false;
    clearTimeout(this.#timer);
  }
}
