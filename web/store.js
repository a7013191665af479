// @ts-check
/** A value that several parts of the page follow. */

/** @template T */
export class Store {
  #value;
  /** @type {((value: T, before: T) => void)[]} */
  #followers = [];

  /** @param {T} value */
  constructor(value) {
    this.#value = value;
  }

  get value() {
    return this.#value;
  }

  /** @param {T} value */
  set(value) {
    if (Object.is(value, this.#value)) return;
    const before = this.#value;
    this.#value = value;
    for (const follower of this.#followers) follower(value, before);
  }

  /** @param {(value: T, before: T) => void} follower  called at every change */
  follow(follower) {
    this.#followers.push(follower);
  }
}
