// @ts-check
/** A value that several parts of the page follow. */

/** @template T */
export class Store {
  #value;
  /** @type {Set<(value: T, before: T) => void>} */
  #followers = new Set();

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

  /**
   * @param {(value: T, before: T) => void} follower  called at every change
   * @returns {() => void}  ends it
   */
  follow(follower) {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /**
   * The first value that will do: the one that is there, or one to come.
   * @param {(value: T) => boolean} willDo
   * @returns {Promise<T>}
   */
  when(willDo) {
    if (willDo(this.#value)) return Promise.resolve(this.#value);
    return new Promise((resolve) => {
      const end = this.follow((value) => {
        if (!willDo(value)) return;
        end();
        resolve(value);
      });
    });
  }
}
